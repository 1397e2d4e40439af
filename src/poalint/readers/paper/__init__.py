"""Printed pages to the paragraphs that they were printed from: `poalint.readers.pdf` reads PDF with it."""
