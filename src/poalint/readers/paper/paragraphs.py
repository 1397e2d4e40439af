"""Lines of pages to parts of a letter: what belongs together, and what each is.

A PDF tells where letters stand and nothing else. So a paragraph ends where a gap follows that is wider than between
other lines, where the type changes, where the next line is an item or is indented, and where a line ends although the
next word had found room on it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from poalint.readers.paper.growing import Growing
from poalint.readers.paper.hyphens import words_of
from poalint.readers.paper.lines import Line, width
from poalint.readers.paper.tables import table_rows
from poalint.readers.parts import Part

BULLET = re.compile(
    r"(?:[\u2022\u00b7\u25e6\u25aa\u25ab\u25cf\u25cb\u25a0\u2023\u27a2\u2713\u2714\u2212\uf0b7\uf0a7\uf0d8\uf0fc]\s*"
    r"|[-*\u2013\u2014o]\s+(?=\S)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=\S))"
)
"""How an item begins; Word's own bullets are characters for private use, and so they are in its PDF."""
_TYPED = re.compile(r"\||#{1,6} |[\u2190-\u21ff\u2600-\u27bf][\ufe0f ]")
"""How a line begins that goes on with none: typed rows and headings, arrows and pictures before items."""
_END = re.compile(r"[.!?:;\u3002\uff01\uff1f\uff1a][\"')\]\u201d\u2019]*$")
_LARGER = 1.12
"""Type that is so many times as large as that of running text is a heading's."""
_INDENT = 1.0
"""A line that begins so many times its size further right is indented."""
_LONGEST_HEADING = 140


def parts_of(pages: list[list[Line]]) -> Iterator[tuple[Part, float]]:
    """The parts of the letter that the pages' lines make, each with the height at which it begins.

    The place of a part is its page and its paragraph there.
    """
    lines = [line for page in pages for line in page]
    if not lines:
        return
    body = _Body(lines)
    rows = table_rows(lines)
    number, page = 0, 0
    growing: Growing | None = None
    for at, line in enumerate(lines):
        kind = "table-row" if at in rows else body.kind(line)
        continues = growing is not None and kind != "table-row" and body.goes_on(growing, line, kind)
        if line.page != page or not continues:
            number = 1 if line.page != page else number + 1
            page = line.page
        if continues and growing is not None:
            growing.add(line, number)
            continue
        if growing is not None:
            yield growing.part(body.words), growing.top
        marker = BULLET.match(line.text) if kind == "list-item" else None
        text = rows.get(at, line.text[marker.end() :] if marker else line.text)
        growing = Growing(kind, line, text, number)  # type: ignore[arg-type]
    if growing is not None:
        yield growing.part(body.words), growing.top


class _Body:
    """What running text looks like in this document, and what differs from it."""

    def __init__(self, lines: list[Line]) -> None:
        letters: Counter[tuple[float, bool]] = Counter()
        for line in lines:
            letters[round(line.size, 1), line.bold] += len(line.text)
        self._size, self._bold = letters.most_common(1)[0][0]
        plain = [line for line in lines if round(line.size, 1) == self._size]
        self._left = min(line.x for line in plain)
        self._right = max(line.right for line in plain)
        self._leading = _leading(plain, self._size)
        self._opens = _opening_indents(plain, self._left)
        self.words = words_of(line.text for line in lines)

    def kind(self, line: Line) -> str:
        """What a line that begins a part begins."""
        if self._titled(line):
            return "heading"
        if BULLET.match(line.text):
            return "list-item"
        return "list-item" if self._indented(line) and not _centred(line, self._left, self._right) else "paragraph"

    def goes_on(self, growing: Growing, line: Line, kind: str) -> bool:
        """Whether a line belongs to the part that the lines before it make."""
        last = growing.last
        if growing.kind == "table-row" or _TYPED.match(line.text):
            return False
        if BULLET.match(line.text) and (abs(line.x - last.x) > 1 or line.page != last.page or self._stops(last, line)):
            return False  # else a sentence was broken before a number that ends it
        if abs(line.size - last.size) > 0.06 * last.size or (
            line.bold != last.bold and "heading" in (growing.kind, kind)
        ):
            return False
        if line.page != last.page:
            return not self._stops(last, line)
        drop = last.y - line.y
        if drop > 1.3 * self._leading * max(1.0, line.size / self._size) or drop < 0:
            return drop < 0 and not self._stops(last, line)  # the next column
        if growing.kind == "heading":
            return not self._ends_early(last, line)
        if growing.kind == "list-item" and line.x < growing.text_x - 0.6 * line.size:
            opens = round(growing.first_x) in self._opens
            return not (self._ends_early if opens else self._stops)(last, line)
        if growing.kind == "paragraph" and line.x > last.x + _INDENT * line.size:
            return False
        return not self._ends_early(last, line)

    def _titled(self, line: Line) -> bool:
        stands_out = line.size > _LARGER * self._size or (line.bold and not self._bold)
        return stands_out and len(line.text) <= _LONGEST_HEADING and not line.text.endswith((".", ",", ";", "!"))

    def _indented(self, line: Line) -> bool:
        """Whether a line is set in as a whole list is: browsers draw bullets instead of writing them."""
        return line.x > self._left + 1.5 * line.size and round(line.x) not in self._opens

    def _stops(self, line: Line, after: Line) -> bool:
        """Whether a line ends a sentence, or ends early."""
        return bool(_END.search(line.text)) or self._ends_early(line, after)

    def _ends_early(self, line: Line, after: Line) -> bool:
        """Whether a line ends although the next one's first word had found room on it."""
        word = after.text.split(" ", 1)[0]
        room = self._right - line.right - width(" " + word, line.size)
        spare = 0.04 if after.text[:1].islower() or not _END.search(line.text) else 0.0
        return room > max(spare, 0.015) * (self._right - self._left) + (2 * line.size if spare else 0)


def _opening_indents(lines: list[Line], left: float) -> frozenset[int]:
    """Where the first lines of paragraphs begin that go on further left: to the point."""
    found = {
        round(first.x)
        for first, second in pairwise(lines)
        if first.page == second.page
        and first.x > left + first.size
        and second.x < left + 1
        and second.text[:1].islower()
        and not _END.search(first.text)
    }
    return frozenset(x + by for x in found for by in (-1, 0, 1))


def _leading(lines: list[Line], size: float) -> float:
    """How far below each other lines of one paragraph stand: those of which the second begins with a small letter."""
    gaps = [
        first.y - second.y
        for first, second in pairwise(lines)
        if first.page == second.page and second.text[:1].islower() and 0 < first.y - second.y < 3 * size
    ]
    return max(median(gaps), size) if gaps else 1.25 * size


def _centred(line: Line, left: float, right: float) -> bool:
    """Whether a line stands in the middle, as a title does, or on the right, as a date does."""
    wide = right - left
    from_left, from_right = line.x - left, right - line.right
    in_the_middle = abs(from_left - from_right) < 0.12 * wide and from_left > 0.1 * wide
    return in_the_middle or from_left > 0.45 * wide
