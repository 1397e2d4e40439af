"""A JSON array written one value a line, while the values come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poalint.formats.jsontext import compact
from poalint.formats.lines import Line, line


class Rows:
    """The lines between an array's brackets."""

    def __init__(self) -> None:
        self._held = ""  # the last value so far: only what follows tells whether a comma belongs behind it

    def add(self, value: Any) -> Iterator[Line]:
        """Make the line of the value before this one."""
        if self._held:
            yield line(self._held + ",", wrap=False)
        self._held = compact(value)

    def end(self) -> Iterator[Line]:
        """Make the line that is left."""
        if self._held:
            yield line(self._held, wrap=False)
