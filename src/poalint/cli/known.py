"""The baseline that a run is given: it is read before any draft, and what it knows in vain is told at the end."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from poalint.cli.group import complain
from poalint.speech import Counted, Lang, Phrase

if TYPE_CHECKING:
    from poalint.asides.baseline import Baseline
    from poalint.errors import PoalintError
    from poalint.model import Report


def load(file: str) -> Baseline:
    """The baseline in a file. Raises KeptFileError where there is none."""
    from poalint.asides.baseline import read
    from poalint.errors import DraftError, KeptFileError
    from poalint.kept import parsed
    from poalint.sources import content

    try:
        data = content(file)
    except DraftError as error:
        raise KeptFileError(file, Phrase(error.reason), "`poalint baseline create PATH...` writes one.") from error
    return read(file, parsed(file, data))


class Known:
    """What a run knows beforehand: the baseline in ``file``, or nothing."""

    def __init__(self, file: str | None) -> None:
        self.baseline = None if file is None else load(file)
        self._stale = None
        if self.baseline is not None:
            from poalint.asides.baseline import Stale

            self._stale = Stale(self.baseline)

    def watch(self, outcomes: Iterable[Report | PoalintError]) -> Iterator[Report | PoalintError]:
        """Pass outcomes on."""
        return self._stale.watch(outcomes) if self._stale else iter(outcomes)

    def tell_stale(self, lang: Lang) -> None:
        """Say on standard error how much of the baseline matches nothing any more, and what drops it."""
        if self._stale and self.baseline and (gone := self._stale.entries):
            said = Phrase(
                "{file} knows {findings} that nobody finds any more; to drop them: {command}",
                findings=Counted(gone, "finding"),
                file=self.baseline.file,
                command=f"poalint baseline prune --baseline {shlex.quote(self.baseline.file)} PATH...",
            )
            complain(said, lang)
