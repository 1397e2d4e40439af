"""Reports for commands that compare them: on all that counts where a draft lies, whatever a baseline knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from poalint.speech import Lang

if TYPE_CHECKING:
    from poalint.checking import Holds
    from poalint.errors import DraftError, PoalintError
    from poalint.model import Draft, Report


def judged(drafts: Iterable[Draft | DraftError], holds: Holds, lang: Lang) -> Iterator[Report | PoalintError]:
    """The report on each draft, or why there is none; ``holds`` tells what holds for each."""
    from poalint.asides.choosing import asides
    from poalint.checking import reports
    from poalint.cli.means import Means

    with Means().desk(lang) as desk:
        yield from reports(drafts, holds, desk.assess, asides())
