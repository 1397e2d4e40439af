"""The frozen values that flow from stage to stage. Nothing here knows spaCy, Click or rich.

All positions named ``start`` and ``end`` count characters in the draft's decoded text, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from poalint.speech import Tellable

PillarName = Literal["acknowledges-fault", "root-cause", "corrective-actions", "prevention", "no-blame"]
Severity = Literal["error", "warning", "note"]
Status = Literal["pass", "weak", "fail"]
Judged = Literal["pass", "weak", "fail", "not judged"]
Letter = Literal["plan", "dispute"]
Kind = Literal["heading", "paragraph", "list-item", "table-row", "quote", "salutation", "signature"]
Role = Literal["opening", "cause", "corrective", "preventive", "evidence", "closing", ""]
Party = Literal["us", "amazon", "buyer", "carrier", "supplier", "competitor", "employee", "other", "nobody"]
Time = Literal["done", "ongoing", "planned"]
Polarity = Literal["positive", "negative"]
Assertion = Literal["asserted", "hedged", "conditional", "counterfactual", "quoted", "asked"]
Aspect = Literal["simple", "perfect"]
Voice = Literal["active", "passive", "none"]

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
PILLARS: tuple[PillarName, ...] = get_args(PillarName)
LETTERS: tuple[Letter, ...] = get_args(Letter)
"""What a letter can be: a plan owns the violation and mends it, a dispute contests the finding with evidence."""
ROLES: tuple[Role, ...] = ("opening", "cause", "corrective", "preventive", "evidence", "closing")
FLAGS = (
    "placeholder", "emotional-plea", "threat", "history-padding", "overpromise", "hedging", "future-only",
    "denial", "blames-amazon", "blames-others", "wrong-target", "shouting", "no-structure", "too-long",
    "too-short", "off-topic", "rude", "template", "contradiction",
)  # fmt: skip


@dataclass(frozen=True)
class Draft:
    """One draft: where it came from and its decoded text."""

    path: str
    text: str

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        starts, at, text = [0], 0, self.text
        while at < len(text):
            if text[at] == "\r" and text[at + 1 : at + 2] == "\n":
                at += 1
            if text[at] in "\r\n":
                starts.append(at + 1)
            at += 1
        return tuple(starts)

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and the 1-based column (in characters) of ``offset``."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_span(self, line: int) -> tuple[int, int]:
        """Where the 1-based ``line`` starts and ends, its line break left out."""
        start = self._line_starts[line - 1]
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.text)
        return start, start + len(self.text[start:end].rstrip("\r\n"))


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the draft that is one thing: a heading, a paragraph, a list item ...

    ``text`` is what is parsed: white space folded, identifiers and dates put into a form that parses well.
    ``offsets`` gives for each of its characters (and its end) the place in the draft. ``role`` is the heading's word;
    it is empty where no heading decides. ``run_in`` tells that this heading stands in the paragraph's own line,
    ``time`` when the items under a heading or lead-in ("We have taken these steps:") happen, or "".
    """

    index: int
    kind: Kind
    role: Role
    start: int
    end: int
    text: str
    offsets: tuple[int, ...]
    quoted: bool = False
    run_in: bool = False
    time: str = ""
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """Something with a fixed form (an order id, an ASIN, a date), its span in the block's ``text``.

    ``words`` is how the draft writes it; the block's text may hold a stand-in that the parser reads better.
    """

    name: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Clause:
    """Who did what, when, and whether the text asserts it: the unit that signals speak of.

    ``verb``, ``subject`` and ``object`` are sets of lemmas (a verb with and without its particle, say).
    ``link`` is the word that ties the clause to its governor ("because", "if", "without", "by", "that"), or "".
    ``tags`` names the lexicons and entities with a hit inside the clause; ``hits`` gives each hit's span.
    """

    party: Party
    verb: frozenset[str]
    subject: frozenset[str]
    object: frozenset[str]
    time: Time
    polarity: Polarity
    assertion: Assertion
    voice: Voice
    aspect: Aspect
    modal: str
    link: str
    start: int
    end: int
    tags: frozenset[str] = frozenset()
    hits: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A lexicon's entry found in the text, and the words (in small letters) that it was found as."""

    name: str
    start: int
    end: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence (or verbless item) with its clauses, and the role that it plays in the letter."""

    index: int
    block: int
    start: int
    end: int
    role: Role
    clauses: tuple[Clause, ...]
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Signal:
    """What a sentence does, and the words that decided it."""

    name: str
    start: int
    end: int
    cue: Tellable
    sentence: int
    role: Role = ""


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


@dataclass(frozen=True)
class Reading:
    """A draft as it was read: what rules are run on.

    ``heard`` holds the words that name cases and papers; ``letter`` tells which rules look at it. ``rivals`` are the
    titles of the cases that it might as well be about, where it tells none.
    """

    draft: Draft
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    signals: tuple[Signal, ...]
    case: Case | None = None
    heard: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    letter: Letter = "plan"
    rivals: tuple[Tellable, ...] = ()

    @cached_property
    def words(self) -> int:
        """How many words the draft has, as a word processor counts them."""
        return len(self.draft.text.split())

    @cached_property
    def by_name(self) -> dict[str, tuple[Signal, ...]]:
        """The signals under their names."""
        found: dict[str, list[Signal]] = {}
        for signal in self.signals:
            found.setdefault(signal.name, []).append(signal)
        return {name: tuple(signals) for name, signals in found.items()}


@dataclass(frozen=True, slots=True)
class Hint:
    """What a rule's kind yields: a place (or none) and what to fill into the rule's message."""

    start: int | None = None
    end: int | None = None
    fill: Mapping[str, Tellable] = field(default_factory=dict)
    cue: Tellable = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, with its place (``None`` where something is missing) and its price in points."""

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


@dataclass(frozen=True, slots=True)
class Pillar:
    """One pillar's status and what is left of its points; a dispute has neither, for it is judged by other rules."""

    name: str
    status: Judged
    points: float | None
    of: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is said of one draft."""

    draft: Draft
    score: int
    verdict: str
    pillars: tuple[Pillar, ...]
    flags: tuple[str, ...]
    deductions: tuple[tuple[str, float], ...]
    findings: tuple[Finding, ...]
    case: Case | None = None
    letter: Letter = "plan"
    rivals: tuple[Tellable, ...] = ()

    @property
    def whole(self) -> float:
        """What the findings outside the pillars are taken from: what the pillars keep; all of it in a dispute."""
        return 100.0 if self.letter == "dispute" else sum(pillar.points or 0.0 for pillar in self.pillars)

    @property
    def has_error(self) -> bool:
        """Whether any finding has the severity ``error``."""
        return any(finding.severity == "error" for finding in self.findings)
