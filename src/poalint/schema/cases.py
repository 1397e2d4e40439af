"""The shape of ``metrics.yaml``, ``documents.yaml`` and the files under ``violations/``: what is known of each case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, field_validator

from poalint.schema.base import DocumentName, LoneRegex, MetricName, Prose, Slug, Strict

Entries = Annotated[list[str], Field(min_length=1)]
"""Words as in a lexicon: lemmas, `a|b` for alternatives, `*` for up to three words."""


class Text(Strict):
    """One text in English and in Chinese."""

    en: Prose = Field(description="The English.")
    zh: str = Field(default="", description="The Chinese.")


@dataclass(frozen=True, slots=True)
class OrText:
    """Says in a published schema that the English alone may be written."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """The schema of both languages, and beside it that of a text."""
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(core)]}


def _in_english(value: Any) -> Any:
    """One text as that of the English: a name or a date may be the same in both languages."""
    return value if isinstance(value, dict | Text) else {"en": value}


Words = Annotated[Text, BeforeValidator(_in_english), OrText()]


class Sourced(Strict):
    """A text with who says so, and when it was said or read."""

    text: Text = Field(description="What is said.")
    source: Words = Field(description="Who says so: a page of Amazon's, a notice, an expert.")
    date: Words = Field(description="When it was said, or read.")


class MetricFile(Strict):
    """One performance target: its names in letters, the percentage, and where it comes from."""

    title: Text = Field(description="What the metric is called.")
    names: Entries = Field(description="What letters call it.")
    side: Literal["under", "at-least"] = Field(description="Whether the rate must stay under the target or reach it.")
    right: Annotated[list[float], Field(min_length=1)] = Field(
        description="Percentages that are right as the target, the target itself first."
    )
    right_near: dict[LoneRegex, list[float]] = Field(
        default={}, description="More that are right in a sentence that the regular expression matches."
    )
    window: Text | None = Field(default=None, description="The time over which Amazon counts.")
    source: Words = Field(description="Who says so: a page of Amazon's, a notice, an expert.")
    date: Words = Field(description="When it was said, or read.")

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

    metrics: dict[Slug, MetricFile] = Field(description="The metrics, each under its name.")


class DocumentFile(Strict):
    """One kind of paper or file that a letter may name as evidence."""

    title: Text = Field(description="What the document is called.")
    words: Entries = Field(description="What letters call it: entries as in a lexicon.")


class DocumentsFile(Strict):
    """``documents.yaml``."""

    documents: dict[Slug, DocumentFile] = Field(description="The documents, each under its name.")


class FoundBy(Strict):
    """Words that tell the case: `strong` ones by themselves, `slight` ones together."""

    strong: Entries = Field(description="Entries one of which is enough to tell the case.")
    slight: list[str] = Field(default=[], description="Entries of which several tell the case.")


class EvidenceFile(Sourced):
    """Documents one of which should go along; `asked` where Amazon itself asks for it in such a case."""

    any_of: Annotated[list[DocumentName], Field(min_length=1)] = Field(
        description="Documents, of documents.yaml, one of which should go along."
    )
    asked: bool = Field(description="Whether Amazon itself asks for it in such a case.")


class UnfitFile(Strict):
    """A remedy or argument that does not fit the case: the words that tell it, why not, and what to write instead."""

    words: Entries = Field(description="Entries that tell it, as in a lexicon.")
    because: Text = Field(description="Why it does not fit.")
    instead: Text = Field(description="What to write instead.")
    source: Words = Field(description="Who says so: a page of Amazon's, a notice, an expert.")
    date: Words = Field(description="When it was said, or read.")


class Prompts(Strict):
    """Questions in place of text, for an outline that the seller fills in."""

    opening: Annotated[list[Text], Field(min_length=1)] = Field(description="Questions in place of the opening.")
    cause: Annotated[list[Text], Field(min_length=1)] = Field(description="Questions in place of the cause.")
    corrective: Annotated[list[Text], Field(min_length=1)] = Field(description="Questions in place of what was done.")
    preventive: Annotated[list[Text], Field(min_length=1)] = Field(
        description="Questions in place of what prevents it."
    )
    evidence: Annotated[list[Text], Field(min_length=1)] = Field(description="Questions in place of the documents.")
    dispute: list[Text] = Field(default=[], description="Questions about the proof, where the finding is disputed.")


class ViolationFile(Strict):
    """A file ``violations/<name>.yaml``: what a reviewer of that case expects."""

    violation: Slug = Field(description="The violation's name: the name of the file without .yaml.")
    title: Text = Field(description="What the violation is called.")
    about: Text = Field(description="What Amazon charges the seller with.")
    found_by: FoundBy = Field(description="Words by which a letter is known to be about it.")
    metrics: list[MetricName] = Field(default=[], description="The metrics, of metrics.yaml, that it is about.")
    expects: Annotated[list[Sourced], Field(min_length=1)] = Field(description="What a reviewer expects of the letter.")
    evidence: list[EvidenceFile] = Field(default=[], description="Documents that should go along.")
    causes: Annotated[list[Text], Field(min_length=1)] = Field(description="Typical root causes to consider.")
    remedies: Annotated[list[Text], Field(min_length=1)] = Field(description="Typical steps that fit.")
    unfit: list[UnfitFile] = Field(default=[], description="Remedies and arguments that do not fit.")
    prompts: Prompts = Field(description="Questions in place of text, for an outline.")
