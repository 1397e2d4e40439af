"""What a format of ``check`` is: it is told each outcome as it comes, so that several formats share one run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from poalint.earlier import Earlier
from poalint.errors import PoalintError
from poalint.formats.lines import Line
from poalint.formats.tally import Tally
from poalint.model import Report
from poalint.speech import Lang


@dataclass(frozen=True, slots=True)
class About:
    """What a format is told of the run. ``tally`` counts what has come so far, ``width`` is in columns.

    ``earlier`` are the scores of earlier reports.
    """

    tally: Tally
    width: int
    lang: Lang = "en"
    earlier: Earlier = field(default_factory=Earlier)


class Writer(Protocol):
    """Turns outcomes into lines. It is made for one run, prints nothing, and holds back as little as it can."""

    def __init__(self, about: About) -> None: ...

    def begin(self) -> Iterable[Line]:
        """Make the lines before the first outcome."""

    def add(self, outcome: Report | PoalintError) -> Iterable[Line]:
        """Make the lines of one outcome, or those that can be written now."""

    def end(self) -> Iterable[Line]:
        """Make the lines after the last outcome; the tally is complete."""
