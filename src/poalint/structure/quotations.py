"""Amazon's notice, pasted in or quoted after "your notice said:", is not the seller's voice."""

from __future__ import annotations

import re

from poalint.structure.layout import Layout
from poalint.structure.lines import PROMPT
from poalint.structure.pieces import Piece

_OPENS = re.compile(r"\s*[\"\u201c\u00ab\u201e']")
_CLOSES = re.compile(r"[\"\u201d\u00bb\u201c']\W*$")
_TAIL = 20
"""So many characters at the end of a paragraph are searched for its closing mark."""
_HEAD = 400
"""So many characters of a paragraph are searched for words that only the notice says."""


def mark_quotations(pieces: list[Piece], text: str, layout: Layout) -> None:
    """Make those paragraphs and items quotations that speak with Amazon's voice.

    What is set off with > under a heading of the letter, or under a question, is an answer and becomes a paragraph of
    the seller's.
    """
    before = ""
    heads = False
    for piece in pieces:
        content = text[piece.start : piece.end]
        if piece.kind == "quote" and heads and not PROMPT.fullmatch(content) and not _is_notice(content, layout):
            piece.kind, piece.quoted = "paragraph", False  # an answer set off, not somebody's words
        elif piece.kind in ("paragraph", "list-item") and (
            _is_led(content, before, layout) or _is_notice(content, layout)
        ):
            piece.kind, piece.quoted = "quote", True
        asks = content.rstrip(" *_").endswith("?")
        before, heads = content, piece.kind == "heading" and (asks or bool(layout.role_of(content)))


def _is_led(content: str, before: str, layout: Layout) -> bool:
    in_marks = _OPENS.match(content) and _CLOSES.search(content[-_TAIL:])
    return bool(in_marks) and before.rstrip().endswith(":") and layout.has("notice-lead", before)


def _is_notice(content: str, layout: Layout) -> bool:
    return layout.has("notice", content[:_HEAD]) and not layout.has("own-voice", content)
