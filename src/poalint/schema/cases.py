"""The shape of ``metrics.yaml``, ``documents.yaml`` and the files under ``violations/``: what is known of each case."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, field_validator

from poalint.schema.base import Regex, Strict
from poalint.schema.packs import Slug

Entries = Annotated[list[str], Field(min_length=1)]
"""Words as in a lexicon: lemmas, `a|b` for alternatives, `*` for up to three words."""


class Text(Strict):
    """One text in English and in Chinese."""

    en: str = Field(min_length=1)
    zh: str = ""


class Sourced(Strict):
    """A text with who says so, and when it was said or read."""

    text: Text
    source: str
    date: str


class MetricFile(Strict):
    """One performance target: its names in letters, the percentage, and where it comes from."""

    title: Text
    names: Entries
    side: Literal["under", "at-least"]
    right: Annotated[list[float], Field(min_length=1)]
    right_near: dict[Regex, list[float]] = {}
    window: Text | None = None
    source: str
    date: str

    @field_validator("right", mode="before")
    @classmethod
    def _numbers(cls, value: object) -> object:
        return [float(each) if type(each) is int else each for each in value] if isinstance(value, list) else value

    @field_validator("right_near", mode="before")
    @classmethod
    def _more_numbers(cls, value: object) -> object:
        return {key: cls._numbers(each) for key, each in value.items()} if isinstance(value, dict) else value


class MetricsFile(Strict):
    """``metrics.yaml``: every target that Amazon sets, once."""

    metrics: dict[Slug, MetricFile]


class DocumentFile(Strict):
    """One kind of paper or file that a letter may name as evidence."""

    title: Text
    words: Entries


class DocumentsFile(Strict):
    """``documents.yaml``."""

    documents: dict[Slug, DocumentFile]


class FoundBy(Strict):
    """Words that tell the case: `strong` ones by themselves, `slight` ones together."""

    strong: Entries
    slight: list[str] = []


class EvidenceFile(Sourced):
    """Documents one of which should go along; `asked` where Amazon itself asks for it in such a case."""

    any_of: Annotated[list[Slug], Field(min_length=1)]
    asked: bool


class UnfitFile(Strict):
    """A remedy or argument that does not fit the case: the words that tell it, why not, and what to write instead."""

    words: Entries
    because: Text
    instead: Text
    source: str
    date: str


class Prompts(Strict):
    """Questions in place of text, for an outline that the seller fills in."""

    opening: Annotated[list[Text], Field(min_length=1)]
    cause: Annotated[list[Text], Field(min_length=1)]
    corrective: Annotated[list[Text], Field(min_length=1)]
    preventive: Annotated[list[Text], Field(min_length=1)]
    evidence: Annotated[list[Text], Field(min_length=1)]


class ViolationFile(Strict):
    """A file ``violations/<name>.yaml``: what a reviewer of that case expects."""

    violation: Slug
    title: Text
    about: Text
    found_by: FoundBy
    metrics: list[Slug] = []
    expects: Annotated[list[Sourced], Field(min_length=1)]
    evidence: list[EvidenceFile] = []
    causes: Annotated[list[Text], Field(min_length=1)]
    remedies: Annotated[list[Text], Field(min_length=1)]
    unfit: list[UnfitFile] = []
    prompts: Prompts


class Headings(Strict):
    """The heading over each part of an outline."""

    cause: str
    corrective: str
    preventive: str
    evidence: str


class OutlineFile(Strict):
    """``outline.yaml``: what stands around the prompts of each case. `{case}` in the title is the case's own."""

    title: str
    salutation: str
    first: Text
    headings: Headings
    valediction: str
    signature: str
