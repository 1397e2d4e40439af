"""``check --format csv``: a row for each finding, as RFC 4180 has it, for spreadsheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from poalint.errors import PoalintError
from poalint.formats.entries import Entry, entries
from poalint.formats.lines import Line, number, on_one_line, visible
from poalint.formats.uris import called
from poalint.formats.writer import About
from poalint.model import Report

_COLUMNS = (
    "path", "line", "column", "end_line", "end_column", "page", "paragraph", "kind", "severity", "rule", "pillar",
    "flag", "points", "message", "advice", "cue", "text", "reason", "fingerprint",
)  # fmt: skip
_MARK = Line(ending="\ufeff")
"""Says that this is UTF-8. Excel takes a file without it for the local code page and shows Chinese as rubbish."""
_FORMULA = re.compile(r"[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""What makes a spreadsheet compute a cell that begins with it; some take the wide forms too."""
_QUOTED = re.compile(r'[",\r\n]|^\s|\s$')


class Writer:
    """Rows as they come, without a summary: every row is data."""

    def __init__(self, about: About) -> None:
        self._lang = about.lang

    def begin(self) -> Iterator[Line]:
        """Make the mark of UTF-8 and the row of names."""
        yield _MARK
        yield _row(_COLUMNS)

    def add(self, outcome: Report | PoalintError) -> Iterator[Line]:
        """Make a row for each thing to tell; none for a draft without a fault."""
        for entry in entries(outcome, self._lang):
            yield _row(_cells(entry))

    def end(self) -> Iterator[Line]:
        """Nothing comes after the last row."""
        return iter(())


def _cells(entry: Entry) -> Iterator[str]:
    region = entry.region
    yield called(entry.path)
    yield from map(str, (region.line, region.column, region.end_line, region.end_column) if region else ("",) * 4)
    yield from (str(each or "") for each in (entry.page, entry.paragraph))
    yield from (entry.kind, entry.severity, entry.name, entry.pillar or "", entry.flag or "", number(entry.points))
    yield from (entry.message, entry.advice, entry.cue, entry.text, entry.reason, entry.fingerprint)


def _row(cells: Iterable[str]) -> Line:
    return Line(((",".join(map(cell, cells)), ""),), wrap=False, ending="\r\n")


def cell(text: str) -> str:
    """One cell: on one line, never a formula, in quotation marks where it must be."""
    text = visible(on_one_line(text))  # which also ends tabs and line breaks at its beginning
    text = f"'{text}" if _FORMULA.match(text) else text
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if _QUOTED.search(text) else text
