"""Which words of a draft which findings mark: findings get numbers, and the draft is cut where one begins or ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, repeat

from poalint.model import SEVERITIES, Finding, Severity
from poalint.speech import Tellable

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding, the number that its note and its mark bear, and its place, where it has one: at least a character.

    ``where`` tells people where it stands in the draft's file.
    """

    number: int
    finding: Finding
    place: Place | None
    where: Tellable = ""


def numbered(length: int, findings: Iterable[Finding], where: Sequence[Tellable] = ()) -> tuple[Numbered, ...]:
    """The findings in a draft of ``length`` characters as they are read on the page, numbered from 1.

    Those without a place, which head the page, are followed by the others in order. ``where`` tells each one's place
    in the file.
    """
    told = zip(findings, where or repeat(""), strict=False)  # repeat has no end
    ordered = sorted(told, key=lambda each: (each[0].start is not None, each[0].start or 0, -(each[0].end or 0)))
    return tuple(
        Numbered(number, finding, _place(length, finding), place) for number, (finding, place) in enumerate(ordered, 1)
    )


def _place(length: int, finding: Finding) -> Place | None:
    if finding.start is None or finding.end is None:
        return None
    start = min(finding.start, length - 1)
    return start, max(finding.end, start + 1)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the draft that the same findings mark, worst first; ``begins`` are those that begin with it."""

    start: int
    end: int
    marks: tuple[Numbered, ...] = ()
    begins: tuple[Numbered, ...] = ()

    @property
    def severity(self) -> Severity | None:
        """The worst severity among its findings; None where nothing marks it."""
        return self.marks[0].finding.severity if self.marks else None


def pieces(length: int, findings: Iterable[Numbered], cuts: Iterable[int]) -> list[Piece]:
    """A draft of ``length`` characters in pieces, in order and without a gap, cut at ``cuts`` as well."""
    placed = sorted(
        ((place, each) for each in findings if (place := each.place)), key=lambda pair: (pair[0][0], pair[1].number)
    )
    edges = {0, length, *cuts, *(edge for place, _ in placed for edge in place)}
    ordered = sorted(edge for edge in edges if edge <= length)
    made: list[Piece] = []
    open_: list[tuple[Place, Numbered]] = []
    coming = iter([*placed, ((length, length), None)])
    place, each = next(coming)
    for start, end in pairwise(ordered):
        open_ = [pair for pair in open_ if pair[0][1] > start]
        while each is not None and place[0] <= start:
            open_.append((place, each))
            place, each = next(coming)
        marks = sorted((one for _, one in open_), key=lambda one: SEVERITIES.index(one.finding.severity))
        made.append(Piece(start, end, tuple(marks), tuple(one for at, one in open_ if at[0] == start)))
    return made
