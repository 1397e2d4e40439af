"""Drafts to reports, each by what holds for it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from poalint import review
from poalint.errors import DraftError, PoalintError, RuleError, SettingsError
from poalint.model import Assessment, Draft, Report
from poalint.review import Aside
from poalint.settings import Judging, Outcome, Settings, Task
from poalint.speech import Phrase

Asked = Task | DraftError
"""A draft and how it is judged, or why it cannot be read."""
Assess = Callable[[Iterable[Asked]], Iterator[Outcome]]
"""Finds what is wrong with drafts: one outcome for each, in order, an error for itself."""
Holds = Callable[[Draft], Settings]
"""Tells what holds for a draft. Raises RuleError where its configuration or front matter has a mistake."""
Asides = Callable[[str, Settings], Iterable[Aside]]
"""What sets findings in the draft of a path aside. Raises PoalintError where that cannot be told."""
Made = TypeVar("Made")
Coming = tuple[Settings, Draft | DraftError]
_NOTHING_ASKED = (
    Phrase("no rule is left to check this letter by"),
    Phrase("Select a rule that looks at such letters, or ignore fewer; `poalint config show PATH` tells what holds."),
)


def reports(
    drafts: Iterable[Draft | DraftError],
    holds: Holds,
    assess: Assess,
    asides: Asides = lambda path, settings: (),
) -> Iterator[Report | PoalintError]:
    """The report on each draft, or why there is none, in order.

    ``holds`` tells the settings for a draft, ``asides`` what sets aside some of what is found there. Raises RuleError
    or ModelError where nothing can be judged.
    """
    asked: deque[Settings] = deque()  # of the drafts that are on their way through the pipeline

    def sent() -> Iterator[Asked]:
        for settings, draft in _with_settings(drafts, holds):
            asked.append(settings)
            yield draft if isinstance(draft, DraftError) else (settings.judging, draft)

    for outcome in assess(sent()):
        settings = asked.popleft()
        yield outcome if isinstance(outcome, DraftError) else _reviewed(outcome, settings, asides)


def _reviewed(found: Assessment, settings: Settings, asides: Asides) -> Report | PoalintError:
    """The report, or what is wrong with what should set findings aside: other drafts are none the worse for it."""
    try:
        aside = tuple(asides(found.draft.path, settings))
    except PoalintError as error:
        return SettingsError(found.draft.path, error)
    made = review.report(found, settings.selection, aside, settings.gate)
    if made.rules_known and not made.rules:
        return DraftError(made.draft.path, *_NOTHING_ASKED)
    return replace(made, marketplace=settings.marketplace) if settings.marketplace else made


def alike(
    drafts: Iterable[Draft | DraftError],
    holds: Holds,
    work: Callable[[Judging, Iterable[Draft | DraftError]], Iterator[Made | DraftError]],
) -> Iterator[tuple[Settings, Made | DraftError]]:
    """What ``work`` makes of each draft, with the settings that hold for it, in order.

    Drafts that come one after the other and are judged alike are handed to it together. A draft whose settings have a
    mistake becomes a SettingsError.
    """
    coming = _with_settings(drafts, holds)
    for judging, neighbours in groupby(coming, key=lambda each: each[0].judging):
        asked: deque[Settings] = deque()  # of the drafts that are on their way through the pipeline

        def sent(group: Iterable[Coming] = neighbours, asked: deque[Settings] = asked) -> Iterator[Draft | DraftError]:
            for settings, draft in group:
                asked.append(settings)
                yield draft

        for outcome in work(judging, sent()):
            yield asked.popleft(), outcome


def _with_settings(drafts: Iterable[Draft | DraftError], holds: Holds) -> Iterator[Coming]:
    """Each draft with its settings; an error goes with the draft before it, for nothing is judged there."""
    last = Settings()
    for draft in drafts:
        if isinstance(draft, DraftError):
            yield last, draft
            continue
        try:
            last = holds(draft)
        except RuleError as error:
            yield last, SettingsError(draft.path, error)
        else:
            yield last, draft
