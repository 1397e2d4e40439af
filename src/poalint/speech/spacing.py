"""Spaces in Chinese texts that are filled in.

All Chinese of the program and of the rules keeps to one rule: a space between Chinese and a Latin letter, a digit or a
percent sign, and none between Chinese and Chinese. A template cannot keep it alone: it does not know what comes in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_HAN = "\u4e00-\u9fff"
_WIDE = re.compile(f"[{_HAN}\u3000-\u303f\uff00-\uffef]")
_NARROW = "A-Za-z0-9"
_APART = re.compile(f"[{_HAN}][{_NARROW}]|[{_NARROW}%][{_HAN}]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a template (``filled`` is false) or what was filled in.

    ``own`` tells that it is a text of the program or its rules, not a name or path of somebody else's: whether a space
    beside such a one belongs to it, nobody knows.
    """

    text: str
    filled: bool = False
    own: bool = True


def spaced(pieces: Iterable[Piece]) -> str:
    """The pieces put together, each filled one apart from what stands beside it as Chinese has it, itself unchanged."""
    made: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if made and (piece.filled or made[-1].filled):
            made[-1:], piece = _met(made[-1], piece)
        made.append(piece)
    return "".join(piece.text for piece in made)


def _met(left: Piece, right: Piece) -> tuple[list[Piece], Piece]:
    """Two pieces side by side: the template's spaces between them taken away or one put there."""
    before = left.text if left.filled else left.text.rstrip(" ")
    after = right.text if right.filled else right.text.lstrip(" ")
    meet = before[-1:] + after[:1]
    if len(meet) == 2 and _APART.fullmatch(meet):
        before += " "
    elif not (len(meet) == 2 and left.own and right.own and all(map(_WIDE.match, meet))):
        return [left], right
    return [Piece(before, left.filled, left.own)], Piece(after, right.filled, right.own)
