"""Where lines may break: after a space, and beside any Chinese character but before a mark that closes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from poalint.formats.columns import cells

_NOT_FIRST = "，。、；：？！）》」』】〕…—％”’,.;:?!)]}%"
"""Marks that no line begins with."""
_NOT_LAST = "（《「『【〔“‘([{"
"""Marks that no line ends with."""
_WIDE = "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
_PIECE = re.compile(
    rf"\s+|[{re.escape(_NOT_LAST)}]*(?:[{_WIDE}]|[^\s{_WIDE}{re.escape(_NOT_LAST)}]+|[{re.escape(_NOT_LAST)}]+)"
    rf"[{re.escape(_NOT_FIRST)}]*\s*"
)
"""What stays on one line: a word or a wide character, with the marks and spaces that belong to it."""


def rows(text: str, width: int, whole: Iterable[tuple[int, int]] = ()) -> Iterator[tuple[int, int]]:
    """Cut ``text`` into rows of at most ``width`` columns: where each starts and ends, spaces at its end included.

    No row ends within one of the stretches that are to stay ``whole``, as long as that fits into a row.
    A piece that is wider than a row is cut wherever it must be; a row holds at least one character.
    """
    begin = taken = 0
    for start, end in _together(_pieces(text), [(a, b) for a, b in whole if cells(text[a:b].rstrip()) <= width]):
        if taken and taken + cells(text[start:end].rstrip()) > width:
            yield begin, start
            begin, taken = start, 0
        while not taken and cells(text[begin:end].rstrip()) > width:
            cut = _fitting(text, begin, end, width)
            yield begin, cut
            begin = cut
        taken = cells(text[begin:end])
    if begin < len(text):
        yield begin, len(text)


def _together(pieces: Iterable[tuple[int, int]], whole: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pieces, those that share a stretch which is to stay whole made one."""
    open_: tuple[int, int] | None = None
    for start, end in pieces:
        if open_ and any(a < start < b for a, b in whole):
            open_ = open_[0], end
            continue
        if open_:
            yield open_
        open_ = start, end
    if open_:
        yield open_


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(text):
        match = _PIECE.match(text, at)
        end = match.end() if match and match.end() > at else at + 1
        yield at, end
        at = end


def _fitting(text: str, start: int, end: int, width: int) -> int:
    """Where the longest row that starts at ``start`` and fits must end."""
    cut = start + 1
    while cut < end and cells(text[start : cut + 1]) <= width:
        cut += 1
    return cut
