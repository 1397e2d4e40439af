"""The shape of ``pack.yaml`` and of the files under ``lexicon/``."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, RootModel, StringConstraints, WithJsonSchema

from poalint.model import Severity
from poalint.schema.base import VERSION, Names, Prose, RuleName, Slug, Strict

__all__ = ["LexiconFile", "PackFile", "RuleChange", "Slug", "Words"]


def _split(value: Any) -> Any:
    return [words for each in value.split(",") if (words := each.strip())] if isinstance(value, str) else value


Words = Annotated[
    list[str],
    BeforeValidator(_split),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""Entries with commas between them, or a YAML list of texts."""


class RuleChange(Strict):
    """What a pack changes about a rule of a pack that it extends."""

    severity: Severity | None = Field(default=None, description="How bad the fault is: error, warning or note.")
    points: float | None = Field(default=None, ge=0, le=100, description="What the first finding costs.")
    status: Literal["weak", "fail"] | None = Field(default=None, description="What the rule makes of its pillar.")


class PackFile(Strict):
    """``pack.yaml``: what a folder of rules is called, what it builds on, and what it changes there."""

    name: Slug = Field(description="The pack's name, as reports tell it: small letters, digits and hyphens.")
    version: Annotated[str, StringConstraints(pattern=VERSION)] = Field(
        description='The pack\'s version, in quotation marks: "1.0". Raise it whenever scores may change.'
    )
    about: Prose = Field(description="One line on what the pack is for.")
    extends: Names = Field(
        default=[], description="Packs that this one builds on: folders (seen from here) or names of installed packs."
    )
    languages: list[Literal["en", "zh"]] = Field(
        default=["en"],
        description="The languages that every text of the pack comes in; with zh none may lack its Chinese.",
    )
    off: list[RuleName] = Field(default=[], description="Rules of the packs below that are switched off.")
    change: dict[str, RuleChange] = Field(
        default={}, description="Rules of the packs below, each with its new severity, points or status."
    )
    lexicons: dict[str, Words] = Field(
        default={}, description="Lexicons of the packs below, each with the entries that are added to it."
    )


class LexiconFile(RootModel[dict[str, Words]]):
    """A file under ``lexicon/``: names, each with its words.

    An entry is a few words, each in the form that a dictionary has. `a|b` gives alternatives, `*` stands for up to
    three words, `=checks` asks for the very form, `list/n` for the noun, `list/v` for the verb, `@name` includes
    another lexicon.
    """
