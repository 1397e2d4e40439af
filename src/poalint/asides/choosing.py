"""All that sets findings of a draft aside besides its own comments: the file beside it, then the baseline."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from poalint.asides.allowances import Findings, set_aside
from poalint.asides.baseline import Baseline
from poalint.asides.beside import beside
from poalint.checking import Asides
from poalint.model import Assessment, LeftOut
from poalint.review import Aside
from poalint.settings import Settings


def asides(known: Callable[[str | None], Baseline | None] = lambda file: None) -> Asides:
    """What sets aside findings of the draft of a path; ``known`` gives the baseline in a file.

    The baseline comes last: what is allowed need not be known.
    """

    def chosen(path: str, settings: Settings) -> Iterator[Aside]:
        if allowed := beside(path):

            def by_file(found: Assessment, kept: Findings) -> tuple[Findings, tuple[LeftOut, ...]]:
                return set_aside(allowed, found, kept, settings.selection.keeps)

            yield by_file
        if (baseline := known(settings.baseline)) is not None:
            yield baseline.set_aside

    return chosen
