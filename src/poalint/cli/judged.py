"""Reports for commands that compare them: on all that is found, without gates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from poalint.checking import Asides
    from poalint.errors import PoalintError
    from poalint.model import Report
    from poalint.settings import Judging


def judged(paths: Iterable[str], judging: Judging, asides: Asides) -> Iterator[Report | PoalintError]:
    """The report on each draft that ``paths`` name, or why there is none."""
    from poalint.api import Linter
    from poalint.checking import reports
    from poalint.settings import Settings
    from poalint.sources import drafts

    settings = Settings(judging)
    return reports(
        drafts(paths), lambda path: settings, lambda asked, group: Linter.of(asked).assess_all(group), asides
    )
