"""The shape of the rule files, ``rules/<theme>/<id>.yaml``: one model for each kind of check."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from poalint.model import FLAGS, ROLES
from poalint.schema.base import PillarName, Strict


class RuleExamples(Strict):
    """Texts on which the rule fires and stays silent; a near miss looks like a hit and is none."""

    fires: list[str] = Field(min_length=1)
    silent: list[str] = Field(min_length=1)
    near_miss: list[str] = Field(min_length=1)


class Closest(Strict):
    """A signal that comes near to what is missing, and why it does not count."""

    signal: str
    because: str


class Require(Strict):
    """One of `signals` must stand in the draft (`at_least` times; each with one of `with` in its sentence)."""

    kind: Literal["require"]
    signals: list[str]
    also: list[str] = []
    roles: list[str] = []
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
    roles: list[str] = []
    when: list[str] = []
    unless: list[str] = []
    at_most: int = Field(default=0, ge=0)
    tell: int = Field(default=50, ge=1)


class Pair(Strict):
    """Each of `signals` needs one of `needs` in its sentence or within `reach` sentences after it."""

    kind: Literal["pair"]
    signals: list[str]
    needs: list[str]
    reach: int = Field(default=0, ge=0)
    roles: list[str] = []
    unless: list[str] = []


class Measure(Strict):
    """A figure taken of the draft must lie within bounds."""

    kind: Literal["measure"]
    of: Literal["words", "sentence-words", "capitals", "exclamations", "block-words", "specifics", "idle-paragraph"]
    at_least: float | None = None
    at_most: float | None = None
    when: list[str] = []
    unless: list[str] = []
    allow: list[str] = []
    padding: list[str] = []


class Pattern(Strict):
    """Each match of one of `patterns` (regular expressions over the draft as it stands) is a finding."""

    kind: Literal["pattern"]
    patterns: list[str] = Field(min_length=1)
    allow: list[str] = []


class Target(Strict):
    """One performance target: the words that name it, the values that are right and where they come from."""

    names: list[str]
    unit: Literal["percent", "days", "hours"] = "percent"
    right: list[float]
    right_near: dict[str, list[float]] = {}
    source: str


class Fact(Strict):
    """A figure given as Amazon's target must be the real one."""

    kind: Literal["fact"]
    given_by: list[str]
    own: list[str]
    targets: list[Target]


class Agree(Strict):
    """Two figures for one thing must agree, or signals must not stand in one draft."""

    kind: Literal["agree"]
    quantities: list[str] = []
    clash: list[list[str]] = []


class RuleFile(Strict):
    """A file ``rules/<theme>/<id>.yaml``."""

    id: str
    title: str
    pillar: PillarName | None = None
    flag: str | None = None
    severity: Literal["error", "warning", "note"]
    status: Literal["weak", "fail"] | None = None
    points: float = Field(ge=0, le=100)
    message: str
    advice: str
    why: str
    source: str
    check: Annotated[Require | Forbid | Pair | Measure | Pattern | Fact | Agree, Field(discriminator="kind")]
    examples: RuleExamples

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.flag is not None and self.flag not in FLAGS:
            raise ValueError(f"flag: no flag is called {self.flag!r}; the flags are {', '.join(FLAGS)}")
        if self.status is not None and self.pillar is None:
            raise ValueError("status: only a rule of a pillar can force a status")
        if self.pillar is None and self.flag is None and self.severity == "error":
            raise ValueError("severity: an error belongs to a pillar or a flag")
        for role in getattr(self.check, "roles", []):
            if role not in ROLES:
                raise ValueError(f"check.roles: no role is called {role!r}; the roles are {', '.join(ROLES)}")
        return self
