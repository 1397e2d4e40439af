"""Files of packs begun for somebody: commented, loading, with examples that are still to be written."""
