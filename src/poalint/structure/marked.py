"""What a file says of a letter's text, looked up by place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from poalint.model import Mark


class Marks:
    """The marks of a draft that are no markup."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = [mark for mark in marks if mark.kind != "markup"]
        self._begins = [mark.start for mark in self._marks]

    def at(self, place: int) -> Mark | None:
        """The mark that a character stands in, or None."""
        found = bisect_right(self._begins, place) - 1
        return self._marks[found] if found >= 0 and place < self._marks[found].end else None
