"""The shape of the tables at the top of ``rules/``: structure, entities, roles and scoring."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from poalint.model import PILLARS
from poalint.schema.base import PillarName, Strict


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
