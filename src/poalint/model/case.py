"""The violation that a letter is about."""

from __future__ import annotations

from dataclasses import dataclass

from poalint.speech import Tellable


@dataclass(frozen=True, slots=True)
class Case:
    """The violation that a letter is about: ``given`` by who asks, or told from the letter by the words in ``cue``.

    Where the letter plainly speaks of another than the one given, that is ``instead``.
    """

    violation: str
    title: Tellable = ""
    given: bool = False
    cue: str = ""
    instead: Case | None = None
