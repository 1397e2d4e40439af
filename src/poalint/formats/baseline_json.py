"""A baseline as it is kept: rules and fingerprints, sorted, one on a line, and no word of any draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poalint.asides.baseline import KIND, SCHEMA, Baseline
from poalint.formats.jsontext import member
from poalint.formats.lines import Line, line


def lines(baseline: Baseline) -> Iterator[Line]:
    """Make the lines of the file."""
    drafts: dict[str, Any] = {
        name: {rule: list(prints) for rule, prints in entries.items()} for name, entries in baseline.drafts.items()
    }
    yield line("{", wrap=False)
    yield from member("kind", KIND)
    yield from member("schema", SCHEMA)
    yield from member("drafts", drafts, last=True)
    yield line("}", wrap=False)
