"""Blocks cut further: items numbered within a line, and paragraphs too long to parse at once."""

from __future__ import annotations

import re
from itertools import pairwise

from poalint.structure.lines import BULLET
from poalint.structure.pieces import Piece

_SENTENCE_GAP = re.compile(r"(?<=[.!?])\s+(?=\S)")
_ITEM_IN_LINE = re.compile(r"(?<=[\s:;.,])(?=(?:\(?\d{1,2}\)|[\u2460-\u2473]|\u2022)[ \t]?\S)")
_NUMBER = re.compile(r"\(?(\d{1,2})\)")

_LONGEST = 4_000
"""Longer paragraphs (in characters) are parsed in pieces: the parser's memory grows with the length of a text."""


def split(piece: Piece, text: str) -> list[Piece]:
    """The piece itself, or what it is cut into."""
    content = text[piece.start : piece.end]
    marks = [m.start() for m in _ITEM_IN_LINE.finditer(content)] if piece.kind == "paragraph" else []
    if len(marks) >= 2 and _counts_up([_NUMBER.match(content, mark) for mark in marks]):
        return _items(piece, marks, text)
    return _parts(piece, _safe_cuts(content)) if len(content) > _LONGEST else [piece]


def _counts_up(numbers: list[re.Match[str] | None]) -> bool:
    """Whether the marks are bullets, or numbers that count from one: not mere numbers in a sentence."""
    counted = [int(number[1]) for number in numbers if number]
    return len(counted) < 2 or (counted == list(range(counted[0], counted[0] + len(counted))) and counted[0] <= 2)


def _items(piece: Piece, marks: list[int], text: str) -> list[Piece]:
    parts = _parts(piece, marks)
    for part in parts[1:] if marks[0] > 0 else parts:
        part.kind = "list-item"
        content = text[part.start : part.end]
        marker = BULLET.match(content) or _NUMBER.match(content)
        part.start += marker.end() if marker else 0
    return [part for part in parts if text[part.start : part.end].strip()]


def _safe_cuts(content: str) -> list[int]:
    """Places between sentences (or words, or anywhere where there are none) that keep pieces short."""
    cuts, at = [], 0
    gaps = [m.end() for m in _SENTENCE_GAP.finditer(content)] or [m.end() for m in re.finditer(r"\s+", content)]
    for gap in [*gaps, len(content)]:
        while gap - at > 2 * _LONGEST:
            at += _LONGEST
            cuts.append(at)
        if gap - at > _LONGEST // 2 and gap < len(content):
            cuts.append(gap)
            at = gap
    return cuts


def _parts(piece: Piece, cuts: list[int]) -> list[Piece]:
    edges = [0, *[cut for cut in cuts if cut > 0], piece.end - piece.start]
    return [Piece(piece.kind, piece.start + a, piece.start + b, piece.role, piece.quoted) for a, b in pairwise(edges)]
