"""What stands in an OpenDocument text, part by part: its package, styles, body and lines."""
