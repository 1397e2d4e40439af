"""Rows of tables: those of data become lines of cells, those that only lay out a page stay paragraphs."""

from __future__ import annotations

from poalint.readers.runs import Part, Run

_MOST_WORDS = 60
"""A cell with more is a page's column, not a cell."""


def as_row(runs: list[Run], row: int, cells: int) -> list[Run]:
    """The runs of one row as one, ``| cell | cell |``; as they are where the table only lays out a page.

    Data have words in two cells at least, and neither lists nor tables in them.
    """
    filled = {run.cell for run in runs if run.row == row}
    if len(filled) < 2 or any(run.row != row or run.kind not in ("paragraph", "heading") for run in runs):
        return runs
    if any(len(run.text.split()) > _MOST_WORDS for run in runs):
        return runs
    made = Run("table-row", runs[0].breaks, comment=runs[0].comment)
    at = runs[0].parts[0].at
    for cell in range(1, cells + 1):
        made.add(Part("| ", at))
        for run in (run for run in runs if run.cell == cell):
            run.into, run.shift = made, made.length
            for part in run.parts:
                made.add(Part(part.text.replace("\n", " "), part.at, part.bold))
                at = part.at + len(part.text)
            made.add(Part(" ", at))
    made.add(Part("|", at))
    return [made]
