"""What a run came to: counts for the summary, and the exit status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from poalint.errors import PoalintError
from poalint.layers import Held
from poalint.model import Report

if TYPE_CHECKING:
    from poalint.model.reading import Reading

Outcome = TypeVar("Outcome", Report, "Reading", Held)


class Tally:
    """Counts outcomes as they pass.

    ``packs`` are the packs of rules (name and version) by which drafts are judged.
    """

    def __init__(self, packs: Sequence[tuple[str, str]] = ()) -> None:
        self.packs = tuple(packs)
        self.files = self.errors = self.failed = 0
        self.left_out = 0
        self.verdicts: Counter[str] = Counter()
        self.severities: Counter[str] = Counter()

    def watch(self, outcomes: Iterable[Outcome | PoalintError]) -> Iterator[Outcome | PoalintError]:
        """Pass outcomes on; an error that ends them (no model, a bad rule) becomes the last of them."""
        try:
            for outcome in outcomes:
                self._note(outcome)
                yield outcome
        except PoalintError as error:
            self._note(error)
            yield error

    @property
    def status(self) -> int:
        """The exit status: 2 where something could not be done, 1 where a draft fails, else 0."""
        return 2 if self.errors else 1 if self.failed else 0

    def _note(self, outcome: Report | Reading | Held | PoalintError) -> None:
        if isinstance(outcome, PoalintError):
            self.errors += 1
            return
        self.files += 1
        if isinstance(outcome, Report):
            self.failed += not outcome.passed
            self.left_out += len(outcome.left_out)
            self.verdicts[outcome.verdict] += 1
            self.severities.update(finding.severity for finding in outcome.findings)
