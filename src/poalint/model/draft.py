"""A draft: the letter's text, what its file says of that text, and where a writer finds it in the file."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from poalint.speech import Phrase, Tellable

if TYPE_CHECKING:
    from poalint.characters import Plain

_LINE_BREAK = re.compile(r"\r\n?|\n")
_VISIBLE = re.compile(r"[^\r\n]")
_SEPARATES = re.compile(r"\||<\s*/?\s*(?:br|p|div|li|tr|t[dh]|hr)\b", re.IGNORECASE)
"""Markup that stands between words: cells of a table, and tags that begin a line."""

MarkKind = Literal["heading", "paragraph", "list-item", "table-row", "quote", "markup"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What the file itself says of a stretch of the text: it is a heading, an item of a list ...

    ``paragraph`` says only where running text begins and ends: what it is its words tell. ``markup`` are characters
    that a reader of the finished letter does not see.
    """

    kind: MarkKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the file the text stands from ``start`` on, up to the next spot; all numbers count from 1, 0 is none.

    Files of lines have ``line`` and ``column`` (in characters of the decoded file), others ``paragraph``, and ``page``
    where that is known.
    """

    start: int
    line: int = 0
    column: int = 0
    page: int = 0
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Extra:
    """Something that the file holds beside the letter's text, and that would be sent with it: a comment, hidden text.

    ``kind`` is a name that rules ask for; ``start`` and ``end`` are the text that it hangs on; ``words`` is
    what it says.
    """

    kind: str
    start: int
    end: int
    words: str = ""


@dataclass(frozen=True)
class Draft:
    """One draft: where it came from and its text, as a reader sees it. The first ``front`` characters are no letter.

    ``marks`` tell what the file says of the text, in order of their starts. ``spots`` tell where it stands in the file;
    without any, the text is the file. ``remarks`` are what whoever checks it should know of how it was read.
    """

    path: str
    text: str
    front: int = 0
    marks: tuple[Mark, ...] = ()
    spots: tuple[Spot, ...] = ()
    extras: tuple[Extra, ...] = ()
    remarks: tuple[Tellable, ...] = ()

    @cached_property
    def body(self) -> str:
        """The letter, every character at its place in the text: front matter and markup are blank."""
        hidden = [(0, self.front)] if self.front else []
        hidden += [(mark.start, mark.end) for mark in self._markup]
        parts, at = [], 0
        for start, end in hidden:
            start = max(start, at)
            parts += [self.text[at:start], _VISIBLE.sub(" ", self.text[start:end])]
            at = max(end, at)
        return "".join(parts) + self.text[at:] if parts else self.text

    @cached_property
    def plain(self) -> Plain:
        """The letter as it reads: what was pasted along is left out or made plain, each character knows its place."""
        from poalint.characters import plain  # only whoever judges a draft has need of it

        return plain(self.body, self.joining)

    @cached_property
    def joining(self) -> tuple[tuple[int, int], ...]:
        """The spans of markup that parts no words, as emphasis and the ends of a link do not."""
        spans = ((mark.start, mark.end) for mark in self._markup)
        return tuple(each for each in spans if not _SEPARATES.search(self.text, *each))

    def words(self, start: int, end: int) -> str:
        """The text between two places as a reader of the finished letter sees it: without markup."""
        parts, at = [], start
        for begin, stop in self.markup(start, end):
            parts += [self.text[at:begin], " " if _SEPARATES.search(self.text, begin, stop) else ""]
            at = stop
        return "".join([*parts, self.text[at:end]])

    def markup(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of markup between two places, in order."""
        first = max(0, bisect_right(self._markup_starts, start) - 1)  # one that began before may reach in
        at = start
        for mark in self._markup[first : bisect_left(self._markup_starts, end)]:
            begin, stop = max(at, mark.start), min(end, mark.end)
            if begin < stop:
                yield begin, stop
                at = stop

    @property
    def has_lines(self) -> bool:
        """Whether its file has lines that a writer sees: no Word document has, nor a PDF."""
        return not self.spots or any(spot.line for spot in self.spots)

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column (in characters) of ``offset`` in the file; in the text where it has no lines."""
        spot = self._spot(offset)
        if spot is None or not spot.line:
            line = self.row(offset)
            return line, offset - self._line_starts[line - 1] + 1
        return spot.line, spot.column + offset - spot.start

    def ending(self, start: int, end: int) -> tuple[int, int]:
        """The line and column behind the words from ``start`` to ``end``.

        Where the text is no copy of the file, what follows them may stand far below.
        """
        if not self.spots or end <= start:
            return self.position(end)
        line, column = self.position(end - 1)
        return line, column + 1

    def place(self, offset: int) -> tuple[int, int]:
        """The page and the paragraph in which ``offset`` stands, each 0 where that is not known."""
        spot = self._spot(offset)
        return (spot.page, spot.paragraph) if spot else (0, 0)

    def told(self, offset: int) -> Phrase:
        """Where a writer looks for ``offset``: a line, or a paragraph and its page."""
        if self.has_lines:
            return Phrase("line {line}", line=self.position(offset)[0])
        return told_place(*self.place(offset)) or Phrase("line {line}", line=self.row(offset))

    def number(self, offset: int) -> int:
        """The number that a writer finds ``offset`` by: of its line, or else of its paragraph or page."""
        page, paragraph = (0, 0) if self.has_lines else self.place(offset)
        return paragraph or page or self.position(offset)[0]

    def row(self, offset: int) -> int:
        """The 1-based line of the text in which ``offset`` stands."""
        return bisect_right(self._line_starts, offset)

    def row_span(self, row: int) -> tuple[int, int]:
        """Where the 1-based line ``row`` of the text starts and ends, its line break left out."""
        start = self._line_starts[row - 1]
        end = self._line_starts[row] if row < len(self._line_starts) else len(self.text)
        return start, start + len(self.text[start:end].rstrip("\r\n"))

    @cached_property
    def _markup(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.kind == "markup")

    @cached_property
    def _markup_starts(self) -> tuple[int, ...]:
        return tuple(mark.start for mark in self._markup)

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return 0, *(found.end() for found in _LINE_BREAK.finditer(self.text))

    @cached_property
    def _spot_starts(self) -> tuple[int, ...]:
        return tuple(spot.start for spot in self.spots)

    def _spot(self, offset: int) -> Spot | None:
        return self.spots[max(0, bisect_right(self._spot_starts, offset) - 1)] if self.spots else None


def told_place(page: int, paragraph: int) -> Phrase | None:
    """Where in a file without lines something stands; None where neither number is known (0)."""
    if page and paragraph:
        return Phrase("page {page}, paragraph {paragraph}", page=page, paragraph=paragraph)
    if page:
        return Phrase("page {page}", page=page)
    return Phrase("paragraph {paragraph}", paragraph=paragraph) if paragraph else None
