"""How a draft is read: blocks, clauses, sentences, signals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from poalint.model.case import Case
from poalint.model.draft import Draft
from poalint.model.names import Aspect, Assertion, Kind, Letter, Party, Polarity, Role, Time, Voice
from poalint.speech import Tellable


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


@dataclass(frozen=True)
class Reading:
    """A draft as it was read: what rules are run on.

    ``heard`` holds the words that name cases and papers; ``letter`` tells which rules look at it, ``letter_given``
    whether that was said by who asks and not told from the draft. ``written`` is the draft with what it says to the
    program; None where it says nothing. ``rivals`` are the titles of the cases that it might as well be about, where
    it tells none.
    """

    draft: Draft
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    signals: tuple[Signal, ...]
    case: Case | None = None
    heard: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    letter: Letter = "plan"
    letter_given: bool = False
    written: Draft | None = None
    rivals: tuple[Tellable, ...] = ()

    @cached_property
    def words(self) -> int:
        """How many words the draft has, as a word processor counts them."""
        return self.words_in(0, len(self.draft.text))

    def words_in(self, start: int, end: int) -> int:
        """How many of them stand between two places; neither markup nor the lines of a table are words."""
        seen = self.draft.plain
        return sum(not _is_ruled(word) for word in seen.text[seen.at(start) : seen.at(end)].split())

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


def _is_ruled(word: str) -> bool:
    """Whether it is a bar between cells, or the line under a table's head."""
    return word[0] in "|:-" and not word.strip("|:-") and ("|" in word or "---" in word)
