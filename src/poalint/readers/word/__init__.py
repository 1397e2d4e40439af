"""What stands in a Word file, part by part: its package, styles, lists, comments, body and runs."""
