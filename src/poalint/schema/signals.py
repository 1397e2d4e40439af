"""The shape of the files under ``rules/signals/``."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from poalint.schema.base import (
    Aspects,
    Assertions,
    Kinds,
    Lexemes,
    OneOrMore,
    Parties,
    Polarities,
    Prose,
    Roles,
    Signals,
    Slug,
    Strict,
    Times,
    Voices,
    listed,
)

_HAS = "Words of which one must stand in it: as in a lexicon, or @name for a whole lexicon."
_ALSO = "More words of which one must stand in it, beside `has`."
_LACKS = "Words none of which may stand in it."
_PARTY = "Who does it; nobody where the clause does not say."
_VERB = "What is done: verbs in the form that a dictionary has, or @name for a lexicon."
_SUBJECT = "The head word of the subject, in the form that a dictionary has."
_OBJECT = "The head word of the object, in the form that a dictionary has."
_TIME = "When: done, ongoing or planned."
_VOICE = "active or passive, or none where there is no verb."
_MODAL = "The auxiliary with the verb: can, must, should ..."
_LINK = "The word that joins the clause to another: because, if, without ..."


class ClauseTest(Strict):
    """Demands on one clause; a list means any of its values."""

    party: Parties | None = Field(default=None, description=_PARTY)
    verb: Lexemes | None = Field(default=None, description=_VERB)
    subject: Lexemes | None = Field(default=None, description=_SUBJECT)
    object: Lexemes | None = Field(default=None, description=_OBJECT)
    time: Times | None = Field(default=None, description=_TIME)
    polarity: Polarities | None = Field(default=None, description="Whether it is said or denied.")
    assertion: Assertions | None = Field(
        default=None, description="Whether the text stands by it; without this key only what is asserted counts."
    )
    voice: Voices | None = Field(default=None, description=_VOICE)
    aspect: Aspects | None = Field(default=None, description="simple (we did) or perfect (we have done).")
    modal: Lexemes | None = Field(default=None, description=_MODAL)
    link: Lexemes | None = Field(default=None, description=_LINK)
    has: Lexemes | None = Field(default=None, description=_HAS)
    also: Lexemes | None = Field(default=None, description=_ALSO)
    lacks: Lexemes | None = Field(default=None, description=_LACKS)
    not_: ClauseNot | None = Field(default=None, alias="not", description="Values that the clause must not have.")


class ClauseNot(Strict):
    """Values that a clause must not have."""

    party: Parties | None = Field(default=None, description=_PARTY)
    verb: Lexemes | None = Field(default=None, description=_VERB)
    subject: Lexemes | None = Field(default=None, description=_SUBJECT)
    object: Lexemes | None = Field(default=None, description=_OBJECT)
    time: Times | None = Field(default=None, description=_TIME)
    voice: Voices | None = Field(default=None, description=_VOICE)
    modal: Lexemes | None = Field(default=None, description=_MODAL)
    link: Lexemes | None = Field(default=None, description=_LINK)


class SentenceTest(Strict):
    """Demands on the words and signals of the clause's sentence."""

    has: Lexemes | None = Field(default=None, description=_HAS)
    also: Lexemes | None = Field(default=None, description=_ALSO)
    lacks: Lexemes | None = Field(default=None, description=_LACKS)


class NearTest(Strict):
    """Signals that must (or must not) stand in the sentence, or up to so many sentences before or after it."""

    signals: Signals | None = Field(default=None, description="Signals of which one must stand near.")
    without: Signals | None = Field(default=None, description="Signals none of which may stand near.")
    before: int = Field(default=0, ge=0, le=50, description="So many sentences before are looked at too.")
    after: int = Field(default=0, ge=0, le=50, description="So many sentences after are looked at too.")
    elsewhere: bool = Field(default=False, description="Whether the sentence itself is left out.")


class AlternativeFile(Strict):
    """One way in which a signal shows; `why` is printed as its cue. All demands must be met."""

    why: Prose = Field(description="A few words that say what was seen; findings print them as their cue.")
    clause: ClauseTest | None = Field(default=None, description="What is asked of a clause: who did what, when.")
    phrase: Lexemes | None = Field(default=None, description="Words of which one must stand in the clause.")
    sentence: SentenceTest | None = Field(default=None, description="What is asked of the clause's sentence.")
    near: Annotated[list[NearTest], BeforeValidator(listed), OneOrMore()] = Field(
        default=[], description="Signals that must or must not stand in the sentence or around it."
    )
    roles: Roles | None = Field(default=None, description="The parts of the letter in which it counts.")
    kinds: Kinds | None = Field(default=None, description="The kinds of block in which it counts.")
    under: Roles | None = Field(default=None, description="What the heading above must speak of.")
    whole: bool = Field(default=False, description="Whether the whole sentence is marked, not the clause alone.")


class SignalExamples(Strict):
    """Texts in which the signal is present or absent."""

    present: list[Prose] = Field(min_length=1, description="Texts in which the signal must be found.")
    absent: list[Prose] = Field(min_length=1, description="Texts in which it must not: the more alike, the better.")


class SignalChinese(Strict):
    """The Chinese of a signal: what it is about, and the `why` of each alternative, under the English."""

    about: Prose = Field(description="What the signal is about, in Chinese.")
    cues: dict[str, Prose] = Field(default={}, description="Each `why` of this file and its Chinese.")


class SignalFile(Strict):
    """A file under ``rules/signals/``: something that a letter does, told from its clauses."""

    signal: Slug = Field(description="The signal's name: the name of the file without .yaml.")
    about: Prose = Field(description="What it is, in a few words: something that the seller did wrong, said plainly.")
    internal: bool = Field(default=False, description="Whether it only serves other signals and is not shown.")
    any: list[AlternativeFile] = Field(min_length=1, description="The ways in which the signal shows; one is enough.")
    unless: list[AlternativeFile] = Field(default=[], description="What takes it back in the same sentence.")
    examples: SignalExamples = Field(description="Texts that `poalint test` puts the signal to.")
    zh: SignalChinese | None = Field(default=None, description="The Chinese of the signal.")
