"""Two drafts of one letter, or reports on them, compared: what was mended, what is new, what is still open."""
