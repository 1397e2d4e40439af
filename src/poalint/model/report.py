"""What is found in a draft, and what is said of it in the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from poalint.model.case import Case
from poalint.model.draft import Draft
from poalint.model.names import Judged, Letter, PillarName, Severity, Status
from poalint.speech import Lang, Tellable


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, with its place (``None`` where something is missing) and its price in points.

    ``title`` is the rule's, without a word of the draft. ``fingerprint`` is the same wherever the same words are found
    by the same rule; it is empty until a report is made. ``open_message`` and ``open_advice`` have no word of the draft
    either: they are what may be told to everybody, where that is more than the title and what the rule always advises.
    """

    rule: str
    pillar: str | None
    flag: str | None
    severity: Severity
    message: str
    advice: str
    cue: str
    start: int | None
    end: int | None
    points: float = 0.0
    status: Status | None = None
    title: str = ""
    fingerprint: str = ""
    open_message: str = ""
    open_advice: str = ""


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What reports tell of a rule that ran: none of it depends on a draft.

    ``why`` is what the reviewer needs, ``advice`` what to write instead, with … where something is filled in.
    """

    id: str
    title: str
    pillar: str | None
    flag: str | None
    severity: Severity
    why: str
    letters: tuple[Letter, ...] = ("plan",)
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """What the score is made of, in points: the pillars' weights, caps, a repeated fault's price, the verdicts' bounds.

    A dispute has no pillars: there all that is found may cost ``most_deducted_of_dispute``.
    """

    weights: Mapping[PillarName, int]
    most_deducted: float
    most_deducted_of_dispute: float
    repeat: float
    ready: int
    revise: int


@dataclass(frozen=True, slots=True)
class Rulebook:
    """What a report needs of the rules that judged: all of them, and the scale.

    ``of_allowances`` holds what is told of an allowance, under what is wrong with it: a finding whose blanks are not
    filled yet. What rules say is in ``lang``.
    """

    rules: tuple[RuleInfo, ...]
    scale: Scale
    of_allowances: tuple[tuple[str, Finding], ...] = ()
    lang: Lang = "en"


@dataclass(frozen=True, slots=True)
class Assessment:
    """All that the rules found in a draft, at full price, before anybody chooses among it: it depends on nothing else.

    ``rulebook`` is one value for all drafts that the same rules judged, ``rivals`` are the titles of the cases among
    which the draft tells none.
    """

    draft: Draft
    letter: Letter
    case: Case | None
    findings: tuple[Finding, ...]
    rulebook: Rulebook
    letter_given: bool = False
    rivals: tuple[Tellable, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A finding that does not count: ``allowed`` by the writer, for a reason, or ``known`` by the baseline."""

    finding: Finding
    by: Literal["allowed", "known"]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Miss:
    """A gate that a draft did not pass: its name (as the option without dashes), and by how much, in a sentence."""

    gate: str
    told: Tellable


@dataclass(frozen=True, slots=True)
class Pillar:
    """One pillar's status and what is left of its points; it has neither where no rule of it ran, as in a dispute."""

    name: str
    status: Judged
    points: float | None
    of: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is said of one draft.

    ``rules`` are those that ran; ``left_out`` are findings that do not count, and are in no sum; ``misses`` tells the
    gates that the draft did not pass, ``failing`` the severities of which none may stand. ``marketplace`` is the site
    that the letter is for, where that is said. ``score_with_known`` counts what the baseline knows as well; it is None
    where the baseline knows nothing of the draft. ``rivals`` are the titles of the cases that the letter might as well
    be about, where it tells none. ``rules_known`` counts the rules that look at such a letter, whether they ran or not;
    ``not_asked`` tells the gates that such a letter cannot miss, and why.
    """

    draft: Draft
    score: int
    verdict: str
    pillars: tuple[Pillar, ...]
    flags: tuple[str, ...]
    deductions: tuple[tuple[str, float], ...]
    findings: tuple[Finding, ...]
    case: Case | None = None
    letter: Letter = "plan"
    letter_given: bool = False
    rules: tuple[RuleInfo, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    misses: tuple[Miss, ...] = ()
    failing: tuple[Severity, ...] = ("error",)
    marketplace: str | None = None
    score_with_known: int | None = None
    rivals: tuple[Tellable, ...] = ()
    rules_known: int = 0
    not_asked: tuple[Miss, ...] = ()

    @property
    def whole(self) -> float:
        """What the findings outside the pillars are taken from: what the judged pillars keep, as parts of 100.

        It is all of 100 where no pillar is judged.
        """
        judged = [pillar for pillar in self.pillars if pillar.points is not None]
        kept, most = sum(pillar.points or 0.0 for pillar in judged), sum(pillar.of for pillar in judged)
        if not judged:
            return 100.0
        return kept if most == 100 else 100 * kept / most  # where all are, nothing is lost to a division

    @property
    def partial(self) -> bool:
        """Whether rules that look at such a letter did not run, so that this is no whole check."""
        return len(self.rules) < self.rules_known

    @property
    def unjudged(self) -> tuple[str, ...]:
        """The pillars of a plan of which no rule ran."""
        return tuple(each.name for each in self.pillars if each.points is None) if self.letter == "plan" else ()

    @property
    def passed(self) -> bool:
        """Whether the draft passed every gate."""
        return not self.misses

    @property
    def has_error(self) -> bool:
        """Whether any finding has the severity ``error``."""
        return any(finding.severity == "error" for finding in self.findings)
