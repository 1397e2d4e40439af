"""``check --format gitlab``: the report that GitLab calls Code Quality."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

from poalint.errors import PoalintError
from poalint.formats.entries import Entry, entries
from poalint.formats.lines import Line, line
from poalint.formats.rows import Rows
from poalint.formats.uris import called, is_file
from poalint.formats.writer import About
from poalint.model import Report

_SEVERITIES = {"error": "critical", "warning": "minor", "note": "info"}
_NOT_CHECKED = "blocker"
_NOWHERE = "."
"""The path of what concerns no draft, or one from standard input; there must be one."""
_ROOT = "CI_PROJECT_DIR"
"""Where GitLab says which folder paths are relative to."""


class Writer:
    """A list of what counts; what does not is left out, for GitLab knows no such thing."""

    def __init__(self, about: About) -> None:
        self._lang = about.lang
        self._root = os.environ.get(_ROOT, "")
        self._rows = Rows()
        self._errors = 0

    def begin(self) -> Iterator[Line]:
        """Open the list."""
        yield line("[", wrap=False)

    def add(self, outcome: Report | PoalintError) -> Iterator[Line]:
        """Make the issues of one draft."""
        seen: Counter[str] = Counter()
        self._errors += isinstance(outcome, PoalintError)
        for entry in entries(outcome, self._lang):
            if entry.kind in ("allowed", "known"):
                continue
            same = f"{entry.kind}\n{entry.name}\n{entry.fingerprint}"
            number = self._errors if entry.kind == "failed" else seen[same]
            seen[same] += 1
            yield from self._rows.add(self._issue(entry, f"{same}\n{number}"))

    def end(self) -> Iterator[Line]:
        """Close the list."""
        yield from self._rows.end()
        yield line("]", wrap=False)

    def _issue(self, entry: Entry, same: str) -> dict[str, Any]:
        path, region, said = _NOWHERE, None, entry.said_apart(self._lang)
        if is_file(entry.path):
            path, region, said = called(entry.path, self._root), entry.region, entry.said_beside(self._lang)
        lines = {"begin": region.line, "end": region.last_line} if region else {"begin": 1}
        return {
            "description": said,
            "check_name": entry.name,
            "fingerprint": hashlib.sha256(f"{path}\n{same}".encode("utf-8", "surrogatepass")).hexdigest(),
            "severity": _NOT_CHECKED if entry.kind == "failed" else _SEVERITIES[entry.severity],
            "location": {"path": path, "lines": lines},
        }
