"""What is known of each case: targets, documents, and a profile for each violation. Frozen, compiled once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from poalint.speech import Said


@dataclass(frozen=True, slots=True)
class Metric:
    """A performance target of Amazon's. ``right`` holds percentages, the target itself first.

    ``right_near`` holds more that are right where a sentence matches the regular expression.
    """

    name: str
    title: Said
    names: tuple[str, ...]
    side: str
    right: tuple[float, ...]
    right_near: Mapping[str, tuple[float, ...]]
    window: Said | None
    source: Said
    date: Said


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of paper or file that may be attached; ``tag`` is the lexicon of its names."""

    name: str
    title: Said
    tag: str


@dataclass(frozen=True, slots=True)
class Sourced:
    """A text with who says so and when."""

    text: Said
    source: Said
    date: Said


@dataclass(frozen=True, slots=True)
class Evidence(Sourced):
    """Documents one of which should go along; ``asked`` where Amazon itself asks for it."""

    any_of: tuple[Document, ...] = ()
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Unfit:
    """A remedy or argument that does not fit; ``tag`` is the lexicon of the words that tell it."""

    tag: str
    because: Said
    instead: Said
    source: Said
    date: Said


@dataclass(frozen=True, slots=True)
class Profile:
    """What a reviewer of one kind of violation expects, and how a letter about it is known."""

    name: str
    title: Said
    about: Said
    strong: str
    slight: str
    metrics: tuple[Metric, ...]
    expects: tuple[Sourced, ...]
    evidence: tuple[Evidence, ...]
    causes: tuple[Said, ...]
    remedies: tuple[Said, ...]
    unfit: tuple[Unfit, ...]
    prompts: Mapping[str, tuple[Said, ...]]


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it, each under its name. Lexicons that tell it in a letter have names beginning with one of `TAGS`."""

    TAGS: ClassVar = ("~case:", "~document:", "~unfit:")

    metrics: Mapping[str, Metric]
    documents: Mapping[str, Document]
    profiles: Mapping[str, Profile]
