"""Rich Text Format, from bytes to paragraphs: `poalint.readers.rtf` reads it.

striprtf, by its source, gives the plain text alone: no headings, no list items, no comments; deleted and hidden text
stands among the rest, and so do the words of fields in some places. A letter's findings need all of that. The
grammar of RTF is small (groups, control words, bytes), so it is read here; nothing of how it looks is kept.
"""
