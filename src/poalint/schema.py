"""The shape of the files under ``rules/``: what each key means and what it may hold."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from poalint.model import FLAGS, PILLARS, ROLES

Names = list[str] | str
PillarName = Literal["acknowledges-fault", "root-cause", "corrective-actions", "prevention", "no-blame"]


class Strict(BaseModel):
    """No unknown keys, no silent conversion."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


# -- signals ---------------------------------------------------------------------------------------------------


class ClauseTest(Strict):
    """Demands on one clause; a list means any of its values."""

    party: Names | None = None
    verb: Names | None = None
    subject: Names | None = None
    object: Names | None = None
    time: Names | None = None
    polarity: Names | None = None
    assertion: Names | None = None
    voice: Names | None = None
    aspect: Names | None = None
    modal: Names | None = None
    link: Names | None = None
    has: Names | None = None
    also: Names | None = None
    third: Names | None = None
    lacks: Names | None = None
    not_: ClauseNot | None = Field(default=None, alias="not")


class ClauseNot(Strict):
    """Values that a clause must not have."""

    party: Names | None = None
    verb: Names | None = None
    subject: Names | None = None
    object: Names | None = None
    time: Names | None = None
    voice: Names | None = None
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
    near: NearTest | list[NearTest] | None = None
    roles: Names | None = None
    kinds: Names | None = None
    under: Names | None = None
    whole: bool = False


class SignalExamples(Strict):
    """Texts in which the signal is present or absent."""

    present: list[str] = Field(min_length=1)
    absent: list[str] = Field(min_length=1)


class SignalFile(Strict):
    """A file under ``rules/signals/``."""

    signal: str
    about: str
    internal: bool = False
    any: list[AlternativeFile] = Field(min_length=1)
    unless: list[AlternativeFile] = []
    examples: SignalExamples


# -- rules -----------------------------------------------------------------------------------------------------


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
    """Each of `signals` (in `roles`) is a finding, unless one of `unless` stands anywhere in the draft."""

    kind: Literal["forbid"]
    signals: list[str]
    roles: list[str] = []
    when: list[str] = []
    unless: list[str] = []
    at_most: int = Field(default=0, ge=0)


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
    check: Annotated[
        Require | Forbid | Pair | Measure | Pattern | Fact | Agree, Field(discriminator="kind")
    ]
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


# -- the other files ---------------------------------------------------------------------------------------------


class LeadTime(Strict):
    """Words in a heading or lead-in that set the time of items under it."""

    done: list[str]
    planned: list[str]


class EnglishFile(Strict):
    """What makes a text English."""

    at_least: float
    min_words: int
    words: list[str]


class StructureFile(Strict):
    """``rules/structure.yaml``."""

    headings: dict[str, list[str]]
    precedence: list[str]
    lead_time: LeadTime
    salutation: list[str]
    valediction: list[str]
    notice: list[str]
    notice_lead: list[str]
    own_voice: list[str]
    elliptical: list[str]
    english: EnglishFile


class EntityFile(Strict):
    """One fixed form."""

    name: str
    pattern: str
    parse_as: str = ""


class EntitiesFile(Strict):
    """``rules/entities.yaml``."""

    entities: list[EntityFile]


class RoleFile(Strict):
    """``rules/roles.yaml``."""

    marks: dict[str, dict[str, float]]
    heading: float
    run_in: float
    change: float
    change_within_block: float
    backwards: float
    early: float
    start: dict[str, float]
    end: dict[str, float]


class VerdictBounds(Strict):
    """From which score on a draft is called so, if no pillar fails and no error stands."""

    ready: int
    revise: int


class ScoringFile(Strict):
    """``rules/scoring.yaml``."""

    weights: dict[PillarName, int]
    most_deducted: float
    repeat: float
    verdicts: VerdictBounds

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if set(self.weights) != set(PILLARS) or sum(self.weights.values()) != 100:
            raise ValueError("weights: they name the five pillars and sum to 100")
        return self
