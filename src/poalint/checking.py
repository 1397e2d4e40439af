"""Drafts to reports, each by what holds for it; drafts that are judged alike share their rules and their batches."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from poalint import review
from poalint.errors import DraftError, PoalintError
from poalint.model import Assessment, Draft, Report
from poalint.review import Aside
from poalint.settings import Judging, Settings

Assess = Callable[[Judging, Iterable[Draft | DraftError]], Iterator[Assessment | DraftError]]
"""Finds what is wrong with drafts that are judged alike: one outcome for each, in order."""
Asides = Callable[[str, Settings], Iterable[Aside]]
"""What sets findings in the draft of a path aside. Raises PoalintError where that cannot be told."""
Coming = tuple[Settings, Draft | DraftError]


def reports(
    drafts: Iterable[Draft | DraftError],
    holds: Callable[[str], Settings],
    assess: Assess,
    asides: Asides = lambda path, settings: (),
) -> Iterator[Report | PoalintError]:
    """The report on each draft, or why there is none, in order.

    ``holds`` tells the settings for a path, ``asides`` what sets aside some of what is found there.

    Raises RuleError or ModelError where nothing can be judged.
    """
    coming = _with_settings(drafts, holds)
    for judging, alike in groupby(coming, key=lambda each: each[0].judging):
        asked: deque[Settings] = deque()  # of the drafts that are on their way through the pipeline

        def sent(group: Iterable[Coming] = alike, asked: deque[Settings] = asked) -> Iterator[Draft | DraftError]:
            for settings, draft in group:
                asked.append(settings)
                yield draft

        for outcome in assess(judging, sent()):
            settings = asked.popleft()
            if isinstance(outcome, DraftError):
                yield outcome
            else:
                yield _reviewed(outcome, settings, asides)


def _reviewed(found: Assessment, settings: Settings, asides: Asides) -> Report | PoalintError:
    """The report, or what is wrong with what should set findings aside: other drafts are none the worse for it."""
    try:
        aside = tuple(asides(found.draft.path, settings))
    except PoalintError as error:
        return error
    return review.report(found, settings.selection, aside, settings.gate)


def _with_settings(drafts: Iterable[Draft | DraftError], holds: Callable[[str], Settings]) -> Iterator[Coming]:
    """Each draft with its settings; an error goes with the draft before it, for nothing is judged there."""
    last = Settings()
    for draft in drafts:
        if isinstance(draft, Draft):
            last = holds(draft.path)
        yield last, draft
