"""``check --format checkstyle``: the XML of Checkstyle, which many tools for reviews read."""

from __future__ import annotations

from collections.abc import Iterator

from poalint.errors import PoalintError
from poalint.formats.entries import Entry, entries
from poalint.formats.lines import Line
from poalint.formats.uris import called
from poalint.formats.writer import About
from poalint.formats.xmltext import PROLOGUE, at, empty, start
from poalint.model import Report

_SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}
_VERSION = "4.3"
"""The version of the form, not of this program."""


class Writer:
    """An element for each draft, one inside it for each thing that counts."""

    def __init__(self, about: About) -> None:
        self._lang = about.lang

    def begin(self) -> Iterator[Line]:
        """Open the document."""
        yield PROLOGUE
        yield at(0, start("checkstyle", version=_VERSION))

    def add(self, outcome: Report | PoalintError) -> Iterator[Line]:
        """Make the element of one draft."""
        path = outcome.draft.path if isinstance(outcome, Report) else ""
        told = [each for each in entries(outcome, self._lang) if each.kind not in ("allowed", "known")]
        yield at(1, start("file", name=called(told[0].path if told else path) or "poalint"))
        yield from (at(2, self._error(each)) for each in told)
        yield at(1, "</file>")

    def end(self) -> Iterator[Line]:
        """Close the document."""
        yield at(0, "</checkstyle>")

    def _error(self, entry: Entry) -> str:
        region = entry.region
        return empty(
            "error",
            line=region and region.line,
            column=region and region.column,
            severity=_SEVERITIES[entry.severity],
            message=entry.said_beside(self._lang),
            source=f"poalint.{entry.name}",
        )
