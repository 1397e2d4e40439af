"""Which baseline is each draft's, where a command writes baselines: the one asked for, or that of its configuration."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from poalint.asides.names import BASELINE
from poalint.layers import said

if TYPE_CHECKING:
    from poalint.asides.baseline import Baseline, Entries
    from poalint.holding import Holding
    from poalint.limits import Limits
    from poalint.model import Draft, Report
    from poalint.settings import Settings


class Remembering:
    """Gathers what each baseline is to hold of its drafts, as they pass.

    ``asked`` is the file that the command line names; without it each draft's configuration tells, or the usual name.
    ``old`` gives what a file held before; it raises PoalintError where the file may not be used.
    """

    def __init__(self, holding: Holding, asked: str | None, old: Callable[[str], Baseline]) -> None:
        self._holding = holding.also(said("command line", baseline=asked))
        self._old = old
        self._baselines: dict[str, Baseline] = {}
        self._entries: dict[str, dict[str, Entries]] = {}
        self._of: dict[str, str] = {}
        if asked is not None:
            self._begun(asked)  # before any draft is read

    def holds(self, draft: Draft) -> Settings:
        """What holds for a draft, its baseline noted. Raises RuleError as a holding does, and what ``old`` raises."""
        settings = self._holding(draft)
        self._of[draft.path] = self._begun(settings.baseline or BASELINE)
        return settings

    def limits(self, path: str) -> Limits:
        """How much the draft at ``path`` may hold."""
        return self._holding.limits(path)

    def note(self, report: Report, tell: Callable[[Baseline, Report], Entries]) -> None:
        """Take what ``tell`` makes of a report into the draft's baseline."""
        key = self._of[report.draft.path]
        baseline = self._baselines[key]
        self._entries[key][baseline.name_of(report.draft.path)] = tell(baseline, report)

    def made(self) -> Iterator[tuple[Baseline, dict[str, Entries]]]:
        """Each baseline as it was, with what it is to know of the drafts that passed."""
        return ((baseline, self._entries[key]) for key, baseline in self._baselines.items())

    def _begun(self, file: str) -> str:
        """What a baseline goes by here: two configurations may name one file in two ways."""
        key = os.path.realpath(file)
        if key not in self._baselines:
            self._baselines[key] = self._old(file)
            self._entries[key] = {}
        return key
