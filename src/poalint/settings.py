"""What holds for one draft: which rules judge it, as what, what counts and what it must reach."""

from __future__ import annotations

from dataclasses import dataclass, field

from poalint.errors import DraftError
from poalint.gates import Gate
from poalint.limits import USUAL
from poalint.model import Assessment, Draft, Letter
from poalint.selection import Selection
from poalint.speech import Lang


@dataclass(frozen=True, slots=True)
class Judging:
    """All that what is found in a draft depends on, besides its words: the pipeline, the packs, the case, the language.

    ``model`` names an installed spaCy pipeline or a folder; without it the usual ones are tried. ``packs`` are folders
    of rules, or names of installed ones, beside the built-in rules. ``violation`` names the case that the draft is
    about, ``letter`` what it is: plan or dispute; without these the draft is asked. ``lang`` is the language of what
    is found.

    ``seconds`` is how long judging a draft may take; what is found does not depend on it.
    """

    model: str | None = None
    packs: tuple[str, ...] = ()
    violation: str | None = None
    letter: Letter | None = None
    lang: Lang = "en"
    seconds: float = field(default=USUAL.seconds, compare=False)


Task = tuple[Judging, Draft]
"""A draft, and how it is judged."""
Outcome = Assessment | DraftError
"""What came of one: all that was found in the draft, or why it cannot be judged."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a draft is judged, what counts of what is found, and what it must reach.

    ``marketplace`` is the site that it is for: it is only reported. ``baseline`` is the file of known
    findings.
    """

    judging: Judging = field(default_factory=Judging)
    selection: Selection = field(default_factory=Selection)
    gate: Gate = field(default_factory=Gate)
    marketplace: str | None = None
    baseline: str | None = None
