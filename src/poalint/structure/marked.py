"""What a file says of a letter's text, looked up by place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from poalint.model import Draft, Mark

_SEPARATES = re.compile(r"\||<\s*/?\s*(?:br|p|div|li|tr|t[dh]|hr)\b", re.IGNORECASE)
"""Markup that stands between words: cells of a table, and tags that begin a line."""


class Marks:
    """The marks of a draft that are no markup."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = [mark for mark in marks if mark.kind != "markup"]
        self._begins = [mark.start for mark in self._marks]

    def at(self, place: int) -> Mark | None:
        """The mark that a character stands in, or None."""
        found = bisect_right(self._begins, place) - 1
        return self._marks[found] if found >= 0 and place < self._marks[found].end else None


class Joining:
    """Markup that parts no words, looked up by place."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._spans = [(mark.start, mark.end) for mark in marks]
        self._begins = [start for start, _ in self._spans]

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The spans of it that lie, at least in part, between two places; in order."""
        first = max(0, bisect_right(self._begins, start) - 1)
        for begin, stop in self._spans[first : bisect_left(self._begins, end)]:
            if stop > start:
                yield begin, stop


def joining(draft: Draft) -> tuple[Mark, ...]:
    """The markup that stands inside words or beside them, and parts none: emphasis, the ends of a link."""
    markup = (mark for mark in draft.marks if mark.kind == "markup")
    return tuple(mark for mark in markup if not _SEPARATES.search(draft.text, mark.start, mark.end))
