"""Blocks in reading order to a draft's text, with marks, places and extras: what readers of documents share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from poalint.model import Draft, Extra, Mark, MarkKind, Spot
from poalint.readers.hanging import hung
from poalint.speech import Tellable

Item = TypeVar("Item")
_SPACE = re.compile(r"\s+")
_APART, _BELOW = "\n\n", "\n"
_MERGED = ("insertion", "deletion", "formatting", "hidden")
"""Extras that word processors cut into pieces at will, at each change of the letters' look: joined, they are one."""
_PARAGRAPH = "\u00b6"
"""What word processors show for the end of a paragraph: all that there is of a change of that alone."""
_MOST_WORDS = 2_000
"""So many characters of what an extra says are kept: reports show fewer, and a file may repeat them at will."""
_LONGEST_HEADING = 200
"""Sellers make whole paragraphs large and bold with a heading's style: what is longer than this is read as text."""


@dataclass(slots=True)
class _Open:
    """The block that is being written: what it is, what stands before it, its text so far, where pages begin in it."""

    kind: MarkKind
    before: str
    start: int
    goes_on: bool
    page: int
    parts: list[str]
    length: int
    pages: list[tuple[int, int]]


class Composer:
    """Takes a document's blocks and what stands in them, one after the other, and gives the draft.

    Each block that holds text is a paragraph and counts as one; one without leaves no trace. ``page`` is the page
    that is being written, 0 where the file does not say where pages begin.
    """

    def __init__(self, page: int = 0) -> None:
        self.page = page
        self._fresh = True
        self._text: list[str] = []
        self._length = 0
        self._open: _Open | None = None
        self._marks: list[Mark] = []
        self._spots: list[Spot] = []
        self._extras: list[Extra] = []
        self._latest: dict[str, int] = {}
        self._paragraphs = 0

    @property
    def here(self) -> int:
        """Where the next character will stand."""
        return self._length if self._open is None else self._open.start + self._open.length

    @property
    def last(self) -> MarkKind | None:
        """What the block before was."""
        return self._marks[-1].kind if self._marks else None

    def begin(self, kind: MarkKind, below: bool = False, goes_on: bool = False) -> None:
        """Begin a block: ``below`` the one before without an empty line, or ``goes_on`` as one more line of it."""
        before = (_BELOW if below or goes_on else _APART) if self._length else ""
        self._open = _Open(kind, before, self._length + len(before), goes_on, self.page, [], 0, [])

    def write(self, text: str) -> None:
        """Text of the open block; white space at its beginning is left out, in a row of a table every line break."""
        block = self._open
        if block is None:
            return
        if block.kind == "table-row":
            text = text.replace("\n", " ")
        if not block.length:
            text = text.lstrip()
            block.page = self.page
        if text:
            self._fresh = self._fresh and not text.strip()
            block.parts.append(text)
            block.length += len(text)

    def end(self) -> None:
        """End the open block: it stays only if there are words in it."""
        block, self._open = self._open, None
        if block is None or not (text := "".join(block.parts).rstrip()).strip("| \t"):
            return
        self._text += [block.before, text]
        self._length = block.start + len(text)
        self._paragraphs += 1
        self._spots.append(Spot(block.start, page=block.page, paragraph=self._paragraphs))
        self._spots += [
            Spot(at, page=page, paragraph=self._paragraphs) for at, page in block.pages if at < self._length
        ]
        if block.goes_on and self._marks:
            self._marks[-1] = Mark(self._marks[-1].kind, self._marks[-1].start, self._length)
            return
        kind = "paragraph" if block.kind == "heading" and len(text) > _LONGEST_HEADING else block.kind
        self._marks.append(Mark(kind, block.start, self._length))

    def row(self, cells: Iterable[Iterable[Item]], write: Callable[[Item], None], below: bool) -> None:
        """A row of a table: each cell is the paragraphs in it, which ``write`` writes here one after the other."""
        self.begin("table-row", below=below)
        for cell in cells:
            self.write("| ")
            for paragraph in cell:
                write(paragraph)
            self.write(" ")
        self.write("|")
        self.end()

    def breaks_page(self, again: bool = False) -> None:
        """A new page begins here. With ``again`` only if that was not just said: programs note a break twice."""
        if not self.page or (again and self._fresh):
            return
        self.page += 1
        self._fresh = True
        if self._open is not None and self._open.length:
            self._open.pages.append((self.here, self.page))

    def extra(self, kind: str, start: int, end: int, words: str = "") -> None:
        """Something beside the text, between two places that `here` gave; where they are one, it hangs on the words."""
        words = _SPACE.sub(" ", words[:_MOST_WORDS])
        number = self._latest.get(kind, -1) if kind in _MERGED else -1
        if number >= 0 and (last := self._extras[number]).end == start:
            joint = " " if kind == "hidden" and not last.words.endswith(" ") else ""
            self._extras[number] = Extra(kind, last.start, end, (last.words + joint + words)[:_MOST_WORDS])
            return
        self._latest[kind] = len(self._extras)
        self._extras.append(Extra(kind, start, end, words or (_PARAGRAPH if start == end else "")))

    def draft(self, path: str, remarks: tuple[Tellable, ...] = ()) -> Draft:
        """All that was written."""
        self.end()
        text = "".join(self._text)
        extras = sorted((_hung(each, text) for each in self._extras), key=lambda each: (each.start, each.end))
        return Draft(path, text, 0, tuple(self._marks), tuple(self._spots), tuple(extras), remarks)


def _hung(extra: Extra, text: str) -> Extra:
    """An extra at the words that it hangs on; where it says nothing itself, it is about these."""
    start, end = hung(text, extra.start, extra.end)
    return Extra(extra.kind, start, end, extra.words.strip() or text[start:end])
