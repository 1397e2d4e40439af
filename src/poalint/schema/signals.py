"""The shape of the files under ``rules/signals/``."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from poalint.schema.base import (
    Aspects,
    Assertions,
    Kinds,
    Names,
    Parties,
    Polarities,
    Roles,
    Strict,
    Times,
    Voices,
    listed,
)


class ClauseTest(Strict):
    """Demands on one clause; a list means any of its values."""

    party: Parties | None = None
    verb: Names | None = None
    subject: Names | None = None
    object: Names | None = None
    time: Times | None = None
    polarity: Polarities | None = None
    assertion: Assertions | None = None
    voice: Voices | None = None
    aspect: Aspects | None = None
    modal: Names | None = None
    link: Names | None = None
    has: Names | None = None
    also: Names | None = None
    lacks: Names | None = None
    not_: ClauseNot | None = Field(default=None, alias="not")


class ClauseNot(Strict):
    """Values that a clause must not have."""

    party: Parties | None = None
    verb: Names | None = None
    subject: Names | None = None
    object: Names | None = None
    time: Times | None = None
    voice: Voices | None = None
    modal: Names | None = None
    link: Names | None = None


class SentenceTest(Strict):
    """Demands on the words and signals of the clause's sentence."""

    has: Names | None = None
    also: Names | None = None
    lacks: Names | None = None


class NearTest(Strict):
    """Signals that must (or must not) stand in the sentence, or up to so many sentences before or after it."""

    signals: Names | None = None
    without: Names | None = None
    before: int = Field(default=0, ge=0, le=50)
    after: int = Field(default=0, ge=0, le=50)
    elsewhere: bool = False


class AlternativeFile(Strict):
    """One way in which a signal shows; `why` is printed as its cue."""

    why: str
    clause: ClauseTest | None = None
    phrase: Names | None = None
    sentence: SentenceTest | None = None
    near: Annotated[list[NearTest], BeforeValidator(listed)] = []
    roles: Roles | None = None
    kinds: Kinds | None = None
    under: Roles | None = None
    whole: bool = False


class SignalExamples(Strict):
    """Texts in which the signal is present or absent."""

    present: list[str] = Field(min_length=1)
    absent: list[str] = Field(min_length=1)


class SignalChinese(Strict):
    """The Chinese of a signal: what it is about, and the `why` of each alternative, under the English."""

    about: str
    cues: dict[str, str] = {}


class SignalFile(Strict):
    """A file under ``rules/signals/``."""

    signal: str
    about: str
    internal: bool = False
    any: list[AlternativeFile] = Field(min_length=1)
    unless: list[AlternativeFile] = []
    examples: SignalExamples
    zh: SignalChinese | None = None
