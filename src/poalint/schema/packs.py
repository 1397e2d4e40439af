"""The shape of ``pack.yaml`` and of the files under ``lexicon/``."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, RootModel, StringConstraints, WithJsonSchema

from poalint.model import Severity
from poalint.schema.base import Names, Strict

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
"""A name in small letters, digits and hyphens."""


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

    severity: Severity | None = None
    points: float | None = Field(default=None, ge=0, le=100)
    status: Literal["weak", "fail"] | None = None


class PackFile(Strict):
    """``pack.yaml``: what a folder of rules is called, what it builds on, and what it changes there."""

    name: Slug
    version: Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)*([.-]?[a-z0-9]+)*$")]
    about: str
    extends: Names = []
    languages: list[Literal["en", "zh"]] = ["en"]
    off: list[str] = []
    change: dict[str, RuleChange] = {}
    lexicons: dict[str, Words] = {}


class LexiconFile(RootModel[dict[str, Words]]):
    """A file under ``lexicon/``: names, each with its words."""
