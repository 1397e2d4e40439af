"""Errors of drafts told to people in their turn, beside the reports on the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from poalint.cli.group import complain
from poalint.formats import MACHINE
from poalint.speech import Counted, Lang, Phrase

if TYPE_CHECKING:
    from poalint.errors import PoalintError
    from poalint.formats.screen import Screen

Outcome = TypeVar("Outcome")


def telling_errors(
    outcomes: Iterable[Outcome | PoalintError], format_: str, screen: Screen, lang: Lang = "en"
) -> Iterator[Outcome | PoalintError]:
    """Pass outcomes on; where people read, errors are printed in their turn too.

    A mistake that stops several drafts, such as one in their configuration, is printed at the first of them; how many
    it stopped is printed at the end.
    """
    from poalint.errors import PoalintError, SettingsError

    stopped: Counter[tuple[str, str]] = Counter()  # drafts, by what is wrong and where that begins
    for outcome in outcomes:
        if isinstance(outcome, PoalintError) and format_ not in MACHINE:
            known = False
            if isinstance(outcome, SettingsError):
                mistake = outcome.told(lang), outcome.parts[0].where
                stopped[mistake] += 1
                known = stopped[mistake] > 1
            if not known:
                screen.flush()
                complain(outcome, lang)
        yield outcome
    for (_, where), drafts in stopped.items():
        if drafts > 1:
            screen.flush()
            said = Phrase("{drafts} could not be checked because of this", drafts=Counted(drafts, "draft"))
            complain(PoalintError(where, said), lang)
