"""Drafts to reports, each by what holds for it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from poalint import review
from poalint.errors import DraftError, PoalintError
from poalint.model import Assessment, Draft, Report
from poalint.settings import Judging, Settings

Asked = tuple[Judging, Draft] | DraftError
"""A draft and how it is judged, or why it cannot be read."""
Assess = Callable[[Iterable[Asked]], Iterator[Assessment | DraftError]]
"""Finds what is wrong with drafts: one outcome for each, in order, an error for itself."""


def reports(
    drafts: Iterable[Draft | DraftError], holds: Callable[[str], Settings], assess: Assess
) -> Iterator[Report | PoalintError]:
    """The report on each draft, or why there is none, in order. ``holds`` tells the settings for a path.

    Raises RuleError or ModelError where nothing can be judged.
    """
    asked: deque[Settings] = deque()  # of the drafts that are on their way through the pipeline

    def sent() -> Iterator[Asked]:
        for draft in drafts:
            if isinstance(draft, DraftError):
                asked.append(Settings())
                yield draft
            else:
                asked.append(holds(draft.path))
                yield asked[-1].judging, draft

    for outcome in assess(sent()):
        settings = asked.popleft()
        if isinstance(outcome, DraftError):
            yield outcome
        else:
            yield review.report(outcome, settings.selection, (), settings.gate)
