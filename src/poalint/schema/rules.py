"""The shape of the rule files, ``rules/<theme>/<id>.yaml``: one model for each kind of check."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from poalint.model import Letter, PillarName, Severity
from poalint.schema.base import FlagName, Regex, RoleName, Strict, ValueRegex

FILLS = {
    "require": frozenset({"closest", "found"}),
    "forbid": frozenset({"words"}),
    "measure": frozenset({"figure", "words"}),
    "pattern": frozenset({"words"}),
    "fact": frozenset({"value", "right", "metric", "source"}),
    "agree": frozenset({"words", "other", "line"}),
    "evidence": frozenset({"papers", "case", "source"}),
    "listed": frozenset({"document"}),
    "unfit": frozenset({"words", "because", "instead"}),
}
"""What each kind of check fills into a rule's message and advice."""


class RuleExamples(Strict):
    """Texts on which the rule fires and stays silent; a near miss looks like a hit and is none."""

    fires: list[str] = Field(min_length=1)
    silent: list[str] = Field(min_length=1)
    near_miss: list[str] = Field(min_length=1)


class Closest(Strict):
    """A signal that comes near to what is missing, and why it does not count."""

    signal: str
    because: str
    zh: str = ""


class Require(Strict):
    """One of `signals` must stand in the draft (`at_least` times; each with one of `also` in its sentence)."""

    kind: Literal["require"]
    signals: list[str]
    also: list[str] = []
    roles: list[RoleName] = []
    at_least: int = Field(default=1, ge=1)
    when: list[str] = []
    unless: list[str] = []
    closest: list[Closest] = []


class Forbid(Strict):
    """Each sentence with one of `signals` (in `roles`) is a finding, unless one of `unless` stands in the draft.

    The first `at_most` are allowed; of the others the first `tell` are told.
    """

    kind: Literal["forbid"]
    signals: list[str]
    roles: list[RoleName] = []
    when: list[str] = []
    unless: list[str] = []
    at_most: int = Field(default=0, ge=0)
    tell: int = Field(default=50, ge=1)


class Measure(Strict):
    """A figure taken of the draft must lie within bounds."""

    kind: Literal["measure"]
    of: Literal[
        "words", "sentence-words", "capitals", "exclamations", "block-words", "specifics", "different-signals",
        "idle-paragraph",
    ]  # fmt: skip
    at_least: float | None = None
    at_most: float | None = None
    when: list[str] = []
    unless: list[str] = []
    signals: list[str] = []
    slight: list[str] = []
    padding: list[str] = []
    allow: list[str] = []
    common: list[str] = []


class Pattern(Strict):
    """Each match of one of `patterns` (regular expressions over the draft as it stands) is a finding."""

    kind: Literal["pattern"]
    patterns: list[Regex] = Field(min_length=1)
    allow: list[Regex] = []


class Fact(Strict):
    """A figure given as Amazon's target must be the real one."""

    kind: Literal["fact"]
    given_by: list[ValueRegex] = Field(min_length=1)
    own: list[Regex] = Field(min_length=1)
    metrics: list[str] = Field(min_length=1)


class Agree(Strict):
    """Two figures for one thing must agree, or signals must not stand in one draft."""

    kind: Literal["agree"]
    quantities: list[ValueRegex] = []
    clash: list[list[str]] = []


class Evidence(Strict):
    """One of the papers that Amazon asks for in the letter's case (its profile tells which) must be named."""

    kind: Literal["evidence"]


class Listed(Strict):
    """A paper named in a sentence with one of `signals` must stand in the list of papers, where there is one."""

    kind: Literal["listed"]
    signals: list[str] = Field(min_length=1)


class UnfitRemedy(Strict):
    """A remedy or argument that the profile of the letter's case calls unfit."""

    kind: Literal["unfit"]


class RuleWords(Strict):
    """What a rule says to people, in Chinese; placeholders are those of the English."""

    title: str
    message: str
    advice: str
    why: str


class RuleFile(Strict):
    """A file ``rules/<theme>/<id>.yaml``. `letters` are those that the rule looks at."""

    id: str
    title: str
    pillar: PillarName | None = None
    flag: FlagName | None = None
    letters: Annotated[list[Letter], Field(min_length=1)] = ["plan"]
    severity: Severity
    status: Literal["weak", "fail"] | None = None
    points: float = Field(ge=0, le=100)
    message: str
    advice: str
    why: str
    source: str
    check: Annotated[
        Require | Forbid | Measure | Pattern | Fact | Agree | Evidence | Listed | UnfitRemedy,
        Field(discriminator="kind"),
    ]
    examples: RuleExamples
    zh: RuleWords | None = None

    @field_validator("status")
    @classmethod
    def _status_of_a_pillar(cls, status: str | None, info: ValidationInfo) -> str | None:
        if status is not None and info.data.get("pillar") is None:
            raise ValueError("only a rule of a pillar can force a status")
        return status

    @field_validator("severity")
    @classmethod
    def _error_of_something(cls, severity: str, info: ValidationInfo) -> str:
        belongs = info.data.get("pillar") or info.data.get("flag") or info.data.get("letters") == ["dispute"]
        if severity == "error" and not belongs:
            raise ValueError("an error belongs to a pillar, a flag or disputes alone")
        return severity

    @field_validator("letters")
    @classmethod
    def _pillars_of_plans(cls, letters: list[Letter], info: ValidationInfo) -> list[Letter]:
        if info.data.get("pillar") is not None and letters != ["plan"]:
            raise ValueError("a rule of a pillar looks at plans alone: a dispute has no pillars")
        return letters
