"""The shape of the tables at the top of ``rules/``: structure, entities, roles and scoring."""

from __future__ import annotations

from pydantic import Field, field_validator

from poalint.model import PILLARS, PillarName
from poalint.schema.base import Regex, RoleName, Strict


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

    headings: dict[RoleName, list[str]]
    precedence: list[RoleName]
    asks_cause: list[str]
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
    pattern: Regex
    parse_as: str = ""


class EntitiesFile(Strict):
    """``rules/entities.yaml``."""

    entities: list[EntityFile]


class RoleFile(Strict):
    """``rules/roles.yaml``: what each signal says of the role of its sentence, and what a change of role costs."""

    marks: dict[str, dict[RoleName, float]]
    heading: float
    run_in: float
    change: float
    change_within_block: float
    backwards: float
    early: float
    parts_from: float
    start: dict[RoleName, float]
    end: dict[RoleName, float]


class LetterFile(Strict):
    """``rules/letters.yaml``: what speaks for a letter that disputes, and what for a plan.

    `marks` weighs signals, each of which counts once a letter. One of `needs` must stand; a heading with a lexicon of
    `titles` counts as its signal. Against it stand signals of a `plan`, by their sentences up to `most`, and headings
    of its `parts`.
    """

    needs: list[str] = Field(min_length=1)
    marks: dict[str, float]
    titles: dict[str, str]
    plan: dict[str, float]
    most: int = Field(ge=1)
    parts: dict[RoleName, float]
    enough: float


class VerdictBounds(Strict):
    """From which score on a draft is called so, if no pillar fails and no error stands."""

    ready: int
    revise: int


class ScoringFile(Strict):
    """``rules/scoring.yaml``: the pillars' weights, the most that all else may cost, and a repeated fault's price.

    A dispute has no pillars: there all that is found may cost `most_deducted_of_dispute`.
    """

    weights: dict[PillarName, int]
    most_deducted: float
    most_deducted_of_dispute: float = Field(ge=0, le=100)
    repeat: float
    verdicts: VerdictBounds

    @field_validator("weights")
    @classmethod
    def _whole(cls, weights: dict[PillarName, int]) -> dict[PillarName, int]:
        if set(weights) != set(PILLARS) or sum(weights.values()) != 100:
            raise ValueError("they name the five pillars and sum to 100")
        return weights
