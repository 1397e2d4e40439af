"""A part of the letter while lines are added to it."""

from __future__ import annotations

from poalint.model import MarkKind
from poalint.readers.paper.hyphens import joined
from poalint.readers.paper.lines import Line
from poalint.readers.parts import Part


class Growing:
    """One part: its kind, its lines, and where the pages turn in it. ``text`` is what is left of the first line."""

    def __init__(self, kind: MarkKind, line: Line, text: str, number: int) -> None:
        self.kind = kind
        self.last = line
        self.top = line.y
        self.first_x = line.x
        self.text_x = _text_x(line, text)
        self._lines = [(line, text, number)]

    def add(self, line: Line, number: int) -> None:
        """One more line, which is in the paragraph of that number on its page."""
        if self.kind == "list-item" and len(self._lines) == 1:
            self.text_x = min(self.text_x, line.x)
        self._lines.append((line, line.text, number))
        self.last = line

    def part(self, words: frozenset[str]) -> Part:
        """The part that the lines make, hyphens at their ends undone."""
        first, text, number = self._lines[0]
        turns = []
        page = first.page
        for line, more, place in self._lines[1:]:
            text = joined(text, more, words)
            if line.page != page:
                page = line.page
                turns.append((len(text) - len(more), page, place))
        return Part(self.kind, text, first.page, number, tuple(turns))


def _text_x(line: Line, text: str) -> float:
    """Where the words of an item begin behind its marker, as far as that can be told."""
    return next((x for x, cell in line.cells[1:] if text.startswith(cell)), line.x)
