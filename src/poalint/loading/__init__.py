"""Files of packs to values, one module for each kind of file; `poalint.loader` puts them together."""
