"""``check --format markdown``: for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from poalint.errors import PoalintError
from poalint.formats.digest import Digest
from poalint.formats.lines import Line, line
from poalint.formats.writer import About
from poalint.model import Report


class Writer:
    """All at the end, for the table comes first."""

    ROOM = 60_000
    """In bytes. GitHub refuses a comment of more than 65,536 characters."""

    def __init__(self, about: About) -> None:
        self._tally = about.tally
        self._digest = Digest(self.ROOM, about.lang)

    def begin(self) -> Iterator[Line]:
        """Nothing can be written yet."""
        return iter(())

    def add(self, outcome: Report | PoalintError) -> Iterator[Line]:
        """Keep what there is room for."""
        self._digest.add(outcome)
        return iter(())

    def end(self) -> Iterator[Line]:
        """Make all lines."""
        return (line(each, wrap=False) for each in self._digest.lines(self._tally))
