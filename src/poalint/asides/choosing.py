"""All that sets findings of a draft aside besides its own comments: the file beside it, then the baseline."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from poalint.asides.allowances import Findings, set_aside
from poalint.asides.baseline import Baseline
from poalint.asides.beside import beside
from poalint.checking import Asides
from poalint.errors import DraftError, KeptFileError
from poalint.model import Assessment, LeftOut
from poalint.review import Aside
from poalint.settings import Settings


def asides(known: Callable[[str | None], Baseline | None] = lambda file: None) -> Asides:
    """What sets aside findings of the draft of a path; ``known`` gives the baseline in a file.

    The baseline comes last: what is allowed need not be known.
    """
    told: set[str] = set()

    def of_file(file: str | None, path: str) -> Baseline | None:
        """The baseline for a draft. What is wrong with one that a configuration names is told in full only once."""
        try:
            return known(file)
        except KeptFileError as error:
            if str(error) in told:
                said = "what holds for it is not known, for a reason that was told before"
                raise DraftError(path, said) from error
            told.add(str(error))
            raise

    def chosen(path: str, settings: Settings) -> Iterator[Aside]:
        if allowed := beside(path):

            def by_file(found: Assessment, kept: Findings) -> tuple[Findings, tuple[LeftOut, ...]]:
                return set_aside(allowed, found, kept, settings.selection.keeps)

            yield by_file
        if (baseline := of_file(settings.baseline, path)) is not None:
            yield baseline.set_aside

    return chosen
