"""Pieces to blocks, each with its role and time from the heading or lead-in above it.

Where there is neither, ``roles`` decides later from what the sentences do.
"""

from __future__ import annotations

import re
from dataclasses import replace

from poalint.characters import Plain, plain
from poalint.comments import comments, without
from poalint.folding import fold
from poalint.model import Draft, Role
from poalint.model.reading import Block
from poalint.structure.cutter import Cutter
from poalint.structure.layout import Layout
from poalint.structure.pieces import Piece

_FINITE = re.compile(r"\b(?:was|were|is|are|has|have|had|will|must|can|be)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z']+")
_LIKE_A_TITLE = re.compile(r"(?!\d)[^?]*\d[^?]*$|(?!\d)[^?]*(?::|[\u2013\u2014]|--) *\w[^?]*$")
"""A first line with a number in it, or in two parts, is the letter's title and heads all of it."""
_TITLES = ("opening", "closing")
"""Headings of these roles (a subject line, "Plan of Action") say nothing of what stands under them."""


def blocks(draft: Draft, layout: Layout) -> tuple[Block, ...]:
    """Cut a draft's text into blocks, in reading order; what it says to the program is in none of them.

    What its file says of a stretch (a heading, an item) is believed; all else is told from the lines. They are cut in
    the text as it reads, and know their places in the draft.
    """
    hidden = comments(draft.text)
    seen = plain(without(draft.body, hidden), draft.joining)
    text, marks = seen.text, draft.marks
    if seen.places:
        hidden = tuple(replace(each, start=seen.at(each.start), end=seen.at(each.end)) for each in hidden)
        marks = tuple(replace(each, start=seen.at(each.start), end=seen.at(each.end)) for each in marks)
    cut = _cut(Cutter(text, layout, hidden, marks).pieces(), text, layout)
    return tuple(_placed(each, seen) for each in cut) if seen.places else cut


def _placed(block: Block, seen: Plain) -> Block:
    """A block of the text as it reads, at its places in the draft."""
    start, end = seen.span(block.start, block.end)
    places = [seen.places[at] for at in block.offsets[:-1]]
    return replace(block, start=start, end=end, offsets=(*places, places[-1] + 1))


def _cut(pieces: list[Piece], text: str, layout: Layout) -> tuple[Block, ...]:
    """The blocks that the pieces of a text make."""
    made: list[Block] = []
    role: Role = ""
    heading_time = lead_time = ""
    run_in = False
    for piece in pieces:
        content = text[piece.start : piece.end]
        if piece.kind == "heading":
            own = layout.role_of(content)
            if not made and own not in _TITLES and _LIKE_A_TITLE.match(content):
                own = ""
            role = own if own not in _TITLES else ""
            piece.role, run_in = own, piece.run_in
            heading_time, lead_time = layout.time_of(content), ""
        elif piece.kind not in ("list-item", "table-row"):
            lead_time = ""
        subject = "We " if piece.kind == "list-item" and _lacks_subject(content, layout) else ""
        folded = fold(text, piece.start, piece.end, layout.forms, subject)
        if not folded.text.strip(" -=.|"):
            continue
        is_lead = piece.kind == "paragraph" and content.rstrip().endswith((":", "\uff1a"))
        own_role = piece.role or (layout.role_of(content.rsplit(".", 1)[-1]) if is_lead else "") or role
        if piece.kind in ("salutation", "signature", "quote"):
            own_role = ""
        made.append(
            Block(len(made), piece.kind, own_role, piece.start, piece.end, folded.text, folded.offsets,
                  piece.quoted, run_in, lead_time or heading_time, folded.entities)
        )  # fmt: skip
        if is_lead:
            lead_time = layout.time_of(content)
            role = own_role
        elif run_in and piece.kind == "paragraph":
            role, heading_time, run_in = "", "", False  # what runs into its text heads that text, no more
    return tuple(made)


def _lacks_subject(content: str, layout: Layout) -> bool:
    """Whether an item starts with a bare past form ("Removed 12 listings"), which the parser would misread."""
    words = _WORD.findall(content[:160])
    if len(words) < 2 or not (words[0].lower() in layout.elliptical or re.fullmatch(r"[A-Za-z]{2,}ed", words[0])):
        return False
    first_clause = re.split(r"[.;:]", content, maxsplit=1)[0]
    return not _FINITE.search(first_clause)
