"""The baselines that hold for a run; what they know in vain is told at its end."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from poalint.cli.group import complain
from poalint.speech import Counted, Lang, Phrase

if TYPE_CHECKING:
    from poalint.asides.baseline import Baseline, Stale
    from poalint.errors import PoalintError
    from poalint.model import Report


def load(file: str) -> Baseline:
    """The baseline in a file. Raises KeptFileError where there is none."""
    from poalint.asides.baseline import WRITTEN_BY, read
    from poalint.cli.keptfile import content_of
    from poalint.kept import parsed

    return read(file, parsed(file, content_of(file, WRITTEN_BY)))


class Known:
    """What a run knows beforehand: the baselines in its files, each read once."""

    def __init__(self) -> None:
        self._stale: dict[str, Stale] = {}

    def __call__(self, file: str | None) -> Baseline | None:
        """The baseline in a file; none where there is no file. Raises KeptFileError."""
        from poalint.asides.baseline import Stale

        if file is None:
            return None
        if file not in self._stale:
            self._stale[file] = Stale(load(file))
        return self._stale[file].baseline

    def watch(self, outcomes: Iterable[Report | PoalintError]) -> Iterator[Report | PoalintError]:
        """Pass outcomes on."""
        from poalint.model import Report

        for outcome in outcomes:
            if isinstance(outcome, Report):
                for stale in self._stale.values():
                    stale.note(outcome)
            yield outcome

    def tell_stale(self, lang: Lang) -> None:
        """Say on standard error how much of a baseline matches nothing any more, and what drops it."""
        for file, stale in self._stale.items():
            if gone := stale.entries:
                said = Phrase(
                    "{file} knows {findings} that nobody finds any more; to drop them: {command}",
                    findings=Counted(gone, "finding"),
                    file=file,
                    command=f"poalint baseline prune --baseline {shlex.quote(file)} PATH...",
                )
                complain(said, lang)
