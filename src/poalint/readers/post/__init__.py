"""An e-mail to the letter in it: `poalint.readers.eml` reads it."""
