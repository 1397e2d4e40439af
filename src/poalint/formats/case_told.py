"""How the case of a letter is known: asked for, or told from its words."""

from __future__ import annotations

from poalint.model import Case
from poalint.speech import Phrase


def how_known(case: Case) -> Phrase:
    """In brackets, to stand behind the case's title."""
    if not case.given and not case.cue:  # a redacted report has no words of the letter
        return Phrase(" (told from the letter)")
    if not case.given:
        return Phrase(" (told from: {words})", words=case.cue)
    if case.instead is None:
        return Phrase(" (as asked)")
    if not case.instead.cue:
        return Phrase(" (as asked; the letter itself speaks of another case, {title})", title=case.instead.title)
    said = " (as asked; the letter itself speaks of another case, {title}: {words})"
    return Phrase(said, title=case.instead.title, words=case.instead.cue)
