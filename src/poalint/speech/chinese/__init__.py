"""The Chinese of the program's own texts, a table for each part of the program; `zh` puts them together."""
