"""What was found in drafts that did not change since: kept on this machine, and found again without reading them."""
