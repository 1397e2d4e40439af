"""The HTML report: one page that asks nothing of anybody, in which every text is escaped by `elements`."""
