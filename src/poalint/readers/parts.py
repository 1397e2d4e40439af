"""Parts of a letter (a heading, a paragraph, an item ...), in reading order, to one draft."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from poalint.limits import Limits
from poalint.model import Draft, Extra, Mark, MarkKind, Spot
from poalint.readers.text import whole
from poalint.speech import Tellable

_CLOSE = ("list-item", "table-row", "quote")
"""Neighbours of one of these kinds stand on lines of their own, with no empty line between them."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the letter of one kind. Numbers count from 1; 0 is none.

    ``turns`` are (offset, page, paragraph) where the text goes on on another page. The places of ``extras`` count from
    the beginning of ``text``.
    """

    kind: MarkKind
    text: str
    page: int = 0
    paragraph: int = 0
    turns: tuple[tuple[int, int, int], ...] = ()
    extras: tuple[Extra, ...] = ()


def drafted(path: str, parts: Iterable[Part], limits: Limits, remarks: tuple[Tellable, ...] = ()) -> Draft:
    """The draft that the parts make. Raises DraftError where there is nothing to read in it, or too much."""
    pieces: list[str] = []
    marks: list[Mark] = []
    spots: list[Spot] = []
    extras: list[Extra] = []
    at, before = 0, ""
    for part in parts:
        if not part.text.strip():
            continue
        if before:
            pieces.append("\n" if before == part.kind in _CLOSE else "\n\n")
            at += len(pieces[-1])
        marks.append(Mark(part.kind, at, at + len(part.text)))
        spots.append(Spot(at, page=part.page, paragraph=part.paragraph))
        spots += [Spot(at + offset, page=page, paragraph=number) for offset, page, number in part.turns]
        extras += [Extra(each.kind, at + each.start, at + each.end, each.words) for each in part.extras]
        pieces.append(part.text)
        at, before = at + len(part.text), part.kind
    text = "".join((*pieces, "\n")) if pieces else ""
    return whole(Draft(path, text, 0, tuple(marks), tuple(spots), tuple(extras), remarks), limits)


def row(cells: Iterable[str]) -> str:
    """A row of a table as a line: its cells between bars."""
    return "| " + " | ".join(" ".join(cell.split()) for cell in cells) + " |"
