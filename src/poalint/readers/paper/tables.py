"""Lines that are rows of a table: their cells begin below each other."""

from __future__ import annotations

from poalint.readers.paper.lines import Line
from poalint.readers.parts import row

_APART = 6.0
"""Cells of one column begin within so many points of each other; numbers that are flush right differ by more."""


def table_rows(lines: list[Line]) -> dict[int, str]:
    """The number of each line that is a row of a table, with the row as text.

    Two neighbours with at least two cells in common places make a table. A marker before an item is no cell.
    """
    found: dict[int, str] = {}
    for at, line in enumerate(lines):
        if len(line.cells) < 2 or (
            len(line.cells) == 2 and len(line.cells[0][1]) < 4 and not line.cells[0][1].isalnum()
        ):
            continue
        around = [lines[near] for near in (at - 1, at + 1) if 0 <= near < len(lines) and lines[near].page == line.page]
        if any(_aligned(line, other) for other in around):
            found[at] = row(text for _, text in line.cells)
    return found


def _aligned(line: Line, other: Line) -> bool:
    """Whether at least two cells of one line begin below or above one of the other."""
    places = [x for x, _ in other.cells]
    return sum(any(abs(x - place) < _APART for place in places) for x, _ in line.cells) >= 2
