"""The shape of the rule files, ``rules/<theme>/<id>.yaml``: one model for each kind of check."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from poalint.model import Letter, PillarName, Severity
from poalint.schema.base import (
    FlagName,
    LoneRegex,
    MetricName,
    Prose,
    RoleName,
    SignalName,
    Slug,
    Strict,
    ValueRegex,
)
from poalint.schema.found import Characters, CheckedNumber, OneName
from poalint.speech import Phrase

FILLS = {
    "require": frozenset({"closest", "found"}),
    "forbid": frozenset({"words"}),
    "measure": frozenset({"figure", "words"}),
    "pattern": frozenset({"words"}),
    "fact": frozenset({"value", "right", "metric", "source"}),
    "agree": frozenset({"words", "other", "where"}),
    "evidence": frozenset({"papers", "case", "source"}),
    "listed": frozenset({"document"}),
    "section": frozenset({"words"}),
    "unfit": frozenset({"words", "because", "instead"}),
    "allowance": frozenset({"name", "near", "why"}),
    "left-in": frozenset({"words"}),
    "checked-number": frozenset({"words"}),
    "characters": frozenset({"words", "count", "codes"}),
    "one-name": frozenset({"words", "other", "where"}),
}
"""What each kind of check fills into a rule's message and advice."""

_WHEN = "Signals of which one must stand in the draft; else the rule does not look at it."
_UNLESS = "Signals any of which, standing in the draft, silences the rule."


class RuleExamples(Strict):
    """Texts on which the rule fires and stays silent; a near miss looks like a hit and is none."""

    fires: list[Prose] = Field(min_length=1, description="Texts on which the rule must fire.")
    silent: list[Prose] = Field(min_length=1, description="Good texts on which it must stay silent.")
    near_miss: list[Prose] = Field(
        min_length=1, description="Texts that look like a hit and are none: the rule must stay silent."
    )


class Closest(Strict):
    """A signal that comes near to what is missing, and why it does not count."""

    signal: SignalName = Field(description="The signal that comes near.")
    because: Prose = Field(description="Why it does not count; it ends a sentence: ..., but this names no date.")
    zh: str = Field(default="", description="The same in Chinese.")


class Require(Strict):
    """Something must stand in the draft; its absence is one finding about the whole letter."""

    kind: Literal["require"] = Field(description="Something must stand in the draft.")
    signals: list[SignalName] = Field(description="Signals of which one must stand in the draft.")
    also: list[SignalName] = Field(
        default=[], description="Signals of which one must stand in the same sentence for it to count."
    )
    roles: list[RoleName] = Field(default=[], description="The parts of the letter in which it counts; without, all.")
    at_least: int = Field(default=1, ge=1, description="How many sentences must hold it.")
    when: list[SignalName] = Field(default=[], description=_WHEN)
    unless: list[SignalName] = Field(default=[], description=_UNLESS)
    closest: list[Closest] = Field(
        default=[], description="Signals that come near; the first that is found is shown with the finding."
    )


class Forbid(Strict):
    """Each sentence that holds something is a finding."""

    kind: Literal["forbid"] = Field(description="Each sentence that holds one of the signals is a finding.")
    signals: list[SignalName] = Field(description="Signals each of which is a fault.")
    roles: list[RoleName] = Field(default=[], description="The parts of the letter in which it is; without, all.")
    when: list[SignalName] = Field(default=[], description=_WHEN)
    unless: list[SignalName] = Field(default=[], description=_UNLESS)
    at_most: int = Field(default=0, ge=0, description="So many sentences are allowed.")
    tell: int = Field(default=50, ge=1, description="Of the others so many are told.")


class Measure(Strict):
    """A figure taken of the draft must lie within bounds."""

    kind: Literal["measure"] = Field(description="A figure taken of the draft must lie within bounds.")
    of: Literal[
        "words",
        "sentence-words",
        "capitals",
        "exclamations",
        "block-words",
        "specifics",
        "idle-paragraph",
        "different-signals",
    ] = Field(description="Which figure: what it counts stands in the manual.")
    at_least: float | None = Field(default=None, description="The lowest figure that is right.")
    at_most: float | None = Field(default=None, description="The highest figure that is right.")
    when: list[SignalName] = Field(default=[], description=_WHEN)
    unless: list[SignalName] = Field(default=[], description=_UNLESS)
    signals: list[SignalName] = Field(default=[], description="specifics, idle-paragraph: the signals that count.")
    slight: list[SignalName] = Field(default=[], description="idle-paragraph: signals that count where nothing pads.")
    padding: list[SignalName] = Field(default=[], description="idle-paragraph: signals of words that do no work.")
    allow: list[str] = Field(default=[], description="capitals: words that may stand in capitals.")
    common: list[str] = Field(default=[], description="capitals: words that no name holds; in capitals they shout.")


class Pattern(Strict):
    """Each match of a regular expression in the draft as it stands is a finding."""

    kind: Literal["pattern"] = Field(description="Each match of a regular expression is a finding.")
    patterns: list[LoneRegex] = Field(
        min_length=1, description="Regular expressions; a space in them matches any white space."
    )
    allow: list[LoneRegex] = Field(default=[], description="What is wholly matched by one of these is no finding.")


class Fact(Strict):
    """A figure given as Amazon's target must be the real one."""

    kind: Literal["fact"] = Field(description="A figure given as Amazon's target must be the real one.")
    given_by: list[ValueRegex] = Field(
        min_length=1, description="Regular expressions, with {value} for the figure, of a target given as Amazon's."
    )
    own: list[LoneRegex] = Field(
        min_length=1, description="Regular expressions of a seller's own limit or actual rate: no finding there."
    )
    metrics: list[MetricName] = Field(min_length=1, description="The metrics, of metrics.yaml, that are looked at.")


class Totals(Strict):
    """A total must go with what was counted where the fault was told."""

    things: list[LoneRegex] = Field(
        min_length=1, description="What is counted; of each thing there are no more than of the next."
    )
    counted: ValueRegex = Field(description="How things are counted: {value} is the number, {things} the things.")
    whole: list[ValueRegex] = Field(min_length=1, description="How all of them are named, likewise.")
    told_with: list[SignalName] = Field(min_length=1, description="Signals of sentences that tell the fault.")


class Agree(Strict):
    """Two figures for one thing must agree, or signals must not stand in one draft."""

    kind: Literal["agree"] = Field(description="Two statements of one thing must agree.")
    quantities: list[ValueRegex] = Field(
        default=[],
        description="Regular expressions with {value} for the figure; a group (?P<what>...) says what is counted.",
    )
    totals: Totals | None = Field(default=None, description="A total must go with what was counted before.")
    clash: list[list[SignalName]] = Field(
        default=[], description="Groups of signals all of which must not stand in one draft."
    )


class Evidence(Strict):
    """One of the papers that Amazon asks for in the letter's case (its profile tells which) must be named."""

    kind: Literal["evidence"] = Field(description="One of the papers that Amazon asks for in the case must be named.")


class Listed(Strict):
    """A paper named in a sentence with one of `signals` must stand in the list of papers, where there is one."""

    kind: Literal["listed"] = Field(description="A paper that is said to go along must stand in the list of papers.")
    signals: list[SignalName] = Field(min_length=1, description="Signals of sentences that say what goes along.")


class Section(Strict):
    """What a heading or the beginning of a paragraph announces must follow there."""

    kind: Literal["section"] = Field(description="What a heading or a paragraph's beginning announces must follow.")
    announced: list[LoneRegex] = Field(
        min_length=1, description="Regular expressions of how a heading or paragraph begins that announces it."
    )
    signals: list[SignalName] = Field(min_length=1, description="Signals of which one must stand in what is announced.")
    roles: list[RoleName] = Field(min_length=1, description="The parts of the letter that a section may begin in.")
    unless: list[SignalName] = Field(default=[], description=_UNLESS)


class UnfitRemedy(Strict):
    """A remedy or argument that the profile of the letter's case calls unfit."""

    kind: Literal["unfit"] = Field(description="A remedy or argument that the profile of the case calls unfit.")


class AllowanceFault(Strict):
    """Something that is wrong with an allowance (``<!-- poalint: allow ... -->``), not with the letter."""

    kind: Literal["allowance"] = Field(description="What is wrong with an allowance, not with the letter.")
    of: Literal["malformed", "unknown", "without-reason", "unused"] = Field(description="What is wrong with it.")


class LeftIn(Strict):
    """Something that the file holds beside the letter's text, and that would be sent with it."""

    kind: Literal["left-in"] = Field(description="Something in the file that is no part of the letter's text.")
    of: list[Literal["comment", "insertion", "deletion", "formatting", "hidden", "field"]] = Field(
        min_length=1,
        description="What: a comment, a tracked insertion, deletion or change of looks, hidden text, a field.",
    )


class RuleWords(Strict):
    """What a rule says to people, in Chinese; placeholders are those of the English."""

    title: Prose = Field(description="The title in Chinese.")
    message: Prose = Field(description="The message in Chinese, with the same placeholders.")
    advice: Prose = Field(description="The advice in Chinese, with the same placeholders.")
    why: Prose = Field(description="Why a reviewer minds, in Chinese.")
    source: Prose = Field(description="Who says so, in Chinese; Amazon's pages by names that sellers know.")


class RuleFile(Strict):
    """A file ``rules/<theme>/<id>.yaml``: one fault that a letter can have."""

    id: Slug = Field(description="The rule's id, named for the fault: the name of the file without .yaml.")
    title: Prose = Field(description="A few words that name the fault; lists show them.")
    pillar: PillarName | None = Field(default=None, description="The pillar that the fault weakens.")
    flag: FlagName | None = Field(default=None, description="The flag that is raised; one place is told once a flag.")
    letters: Annotated[list[Letter], Field(min_length=1)] = Field(
        default=["plan"], description="The letters that the rule looks at: plans, disputes, or both."
    )
    severity: Severity = Field(description="error: not to be sent so; warning: to be mended; note: to be thought of.")
    status: Literal["weak", "fail"] | None = Field(
        default=None, description="What the rule makes of its pillar. Only a rule of a pillar has it."
    )
    points: float = Field(ge=0, le=100, description="What the first finding costs.")
    message: Prose = Field(description="What is wrong, in a sentence; placeholders such as {words} are filled in.")
    advice: Prose = Field(description="What to write instead; placeholders are filled in.")
    why: Prose = Field(description="Why a reviewer minds.")
    source: Prose = Field(description="Who says so: a page of Amazon's, an expert, a collection of letters.")
    check: Annotated[
        Require
        | Forbid
        | Measure
        | Pattern
        | Fact
        | Agree
        | Evidence
        | Listed
        | Section
        | UnfitRemedy
        | AllowanceFault
        | LeftIn
        | CheckedNumber
        | Characters
        | OneName,
        Field(discriminator="kind"),
    ] = Field(description="What the rule demands of a draft; its key `kind` says which other keys there are.")
    examples: RuleExamples = Field(description="Texts that `poalint test` puts the rule to.")
    zh: RuleWords | None = Field(default=None, description="What the rule says in Chinese.")

    @field_validator("status")
    @classmethod
    def _status_of_a_pillar(cls, status: str | None, info: ValidationInfo) -> str | None:
        if status is not None and info.data.get("pillar") is None:
            raise ValueError(Phrase("only a rule of a pillar can force a status"))
        if status is not None and info.data.get("severity") == "note":
            said = Phrase("status {status} and severity note contradict each other", status=status)
            raise ValueError(said, Phrase("A note marks nothing down: raise the severity, or strike the status."))
        return status

    @field_validator("points")
    @classmethod
    def _error_of_something(cls, points: float, info: ValidationInfo) -> float:
        belongs = info.data.get("pillar") or info.data.get("flag") or info.data.get("letters") == ["dispute"]
        if info.data.get("severity") == "error" and not (belongs or points):
            raise ValueError(Phrase("an error belongs to a pillar, a flag or disputes alone, or costs points"))
        return points

    @field_validator("points")
    @classmethod
    def _price_of_a_status(cls, points: float, info: ValidationInfo) -> float:
        if points == 0 and (status := info.data.get("status")) is not None:
            said = Phrase("status {status} and points 0 contradict each other", status=status)
            raise ValueError(said, Phrase("What marks a pillar down costs points: give some, or strike the status."))
        return points

    @field_validator("letters")
    @classmethod
    def _pillars_of_plans(cls, letters: list[Letter], info: ValidationInfo) -> list[Letter]:
        if info.data.get("pillar") is not None and letters != ["plan"]:
            raise ValueError(Phrase("a rule of a pillar looks at plans alone: a dispute has no pillars"))
        return letters
