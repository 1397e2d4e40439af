"""How the case of a letter is known: asked for, or told from its words."""

from __future__ import annotations

from poalint.model import Case
from poalint.speech import Phrase


def how_known(case: Case) -> Phrase:
    """In brackets, to stand behind the case's title."""
    if not case.given:
        return Phrase(" (told from: {words})", words=case.cue)
    if case.instead is None:
        return Phrase(" (as asked)")
    said = " (as asked; the letter itself speaks of another case, {title}: {words})"
    return Phrase(said, title=case.instead.title, words=case.instead.cue)
