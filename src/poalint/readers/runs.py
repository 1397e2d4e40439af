"""Runs of text, each with its place in the file, to a draft's text, marks, spots and extras."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from poalint.model import Draft, Extra, Mark, MarkKind, Spot
from poalint.readers.emphasis import heads

_LINE_BREAK = re.compile(r"\r\n?|\n")
_WORD = re.compile(r"\S+")
_NEAR = 200
"""So far back a word is looked for."""
RunKind = Literal["heading", "paragraph", "list-item", "table-row", "quote", "aside"]
"""What a run is; an ``aside`` is said to the program, and gets no mark."""


@dataclass(frozen=True, slots=True)
class Part:
    """Characters that stand in the file as they are, from ``at`` on; those that stand for others have their place."""

    text: str
    at: int
    bold: bool = False


@dataclass(eq=False)
class Run:
    """Text between two borders of paragraphs: its kind, its parts, the line breaks before it.

    ``row`` and ``cell`` count the rows of tables and the cells of a row; ``comment`` is the number of the comment
    whose words these are: it is no text of the letter. ``into`` is the run that it became a part of, behind ``shift``
    characters.
    """

    kind: RunKind
    breaks: int
    parts: list[Part] = field(default_factory=list)
    row: int = 0
    cell: int = 0
    comment: str = ""
    length: int = 0
    into: Run | None = None
    shift: int = 0

    def add(self, part: Part) -> None:
        """Append a part."""
        self.parts.append(part)
        self.length += len(part.text)

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Point:
    """A place among runs: behind so many characters of a run, or before all of them."""

    run: Run | None
    length: int


@dataclass(frozen=True, slots=True)
class Noted:
    """An extra while runs are made: between two points, or at one where both are the same."""

    kind: str
    start: Point
    end: Point
    words: str


def draft(path: str, source: str, runs: Iterable[Run], noted: Iterable[Noted]) -> Draft:
    """The draft that the runs make; spots point into ``source``, the decoded file."""
    starts = (0, *(found.end() for found in _LINE_BREAK.finditer(source)))
    text: list[str] = []
    marks: list[Mark] = []
    spots: list[Spot] = []
    begins: dict[Run, int] = {}
    at = 0
    for run in runs:
        shown = run.text.rstrip() if not run.comment else ""
        if shown and text:
            breaks = "\n" * max(1, min(run.breaks, 2))
            text.append(breaks)
            at += len(breaks)
        begins[run] = at
        if shown:
            spots += _spots(run.parts, at, len(shown), starts, spots[-1] if spots else None)
            marks += _marks(run, shown, at)
            text.append(shown)
            at += len(shown)
    whole = "".join(text)
    extras = tuple(_extra(each, begins, whole) for each in noted)
    return Draft(path, whole, marks=tuple(marks), spots=tuple(spots), extras=extras)


def _spots(parts: Iterable[Part], at: int, length: int, lines: tuple[int, ...], last: Spot | None) -> Iterator[Spot]:
    """A spot for each part that does not follow on the one before, as its text does."""
    end = at + length
    for part in parts:
        if at >= end:
            return
        if not part.text.isspace():
            line = bisect_right(lines, part.at)
            spot = Spot(at, line=line, column=part.at - lines[line - 1] + 1)
            if last is None or last.line != spot.line or spot.column - last.column != spot.start - last.start:
                yield spot
                last = spot
        at += len(part.text)


def _marks(run: Run, shown: str, at: int) -> Iterator[Mark]:
    """The mark of a run; its lines that are all in bold type are headings."""
    if run.kind == "aside":
        return
    if run.kind not in ("paragraph", "list-item"):
        yield Mark(run.kind, at, at + len(shown))
        return
    kind: MarkKind = run.kind
    bold = [part.bold or part.text.isspace() for part in run.parts for _ in part.text]
    lines: list[tuple[bool, int, int]] = []
    start = 0
    texts = shown.split("\n")
    for number, line in enumerate(texts):
        after = texts[number + 1] if number + 1 < len(texts) else ""
        heading = all(bold[start : start + len(line)]) and heads(line, after)
        lines.append((heading, start, start + len(line)))
        start += len(line) + 1
    for heading, group in groupby(lines, key=lambda line: line[0]):
        spans = list(group)
        if heading:
            yield from (Mark("heading", at + first, at + last) for _, first, last in spans)
        elif shown[spans[0][1] : spans[-1][2]].strip():
            yield Mark(kind, at + spans[0][1], at + spans[-1][2])
        kind = "paragraph"


def _extra(noted: Noted, begins: Mapping[Run, int], text: str) -> Extra:
    """An extra at its text; one that is at none hangs on the word before it, or on the first."""
    start, end = (min(len(text), _place(point, begins)) for point in (noted.start, noted.end))
    start += len(text[start:end]) - len(text[start:end].lstrip())
    if end <= start:
        before = list(_WORD.finditer(text, max(0, start - _NEAR), start))
        word = before[-1] if before else _WORD.search(text, start)
        start, end = word.span() if word else (0, 0)
    return Extra(noted.kind, start, end, noted.words)


def _place(point: Point, begins: Mapping[Run, int]) -> int:
    run, length = point.run, point.length
    while run is not None and run.into is not None:
        length += run.shift
        run = run.into
    return begins.get(run, 0) + length if run is not None else 0
