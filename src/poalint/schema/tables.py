"""The shape of the tables at the top of ``rules/``: structure, entities, roles and scoring."""

from __future__ import annotations

from pydantic import Field, field_validator

from poalint.model import PILLARS, PillarName
from poalint.schema.base import Regex, RoleName, SignalName, Slug, Strict
from poalint.speech import Phrase


class LeadTime(Strict):
    """Words in a heading or lead-in that set the time of items under it."""

    done: list[str] = Field(description="Words that say that the items are done.")
    planned: list[str] = Field(description="Words that say that they are to come.")


class EnglishFile(Strict):
    """What makes a text English."""

    at_least: float = Field(description="The share of its words that must be among `words`.")
    min_words: int = Field(description="A text of fewer words is taken for English.")
    words: list[str] = Field(description="The commonest English words.")


class StructureFile(Strict):
    """``structure.yaml``: how a letter is laid out. Only the built-in rules hold it."""

    headings: dict[RoleName, list[str]] = Field(description="For each part of a letter the words in its headings.")
    precedence: list[RoleName] = Field(description="Which part a heading that names several belongs to: the first.")
    asks_cause: list[str] = Field(description="Beginnings of a heading that asks for the cause, whatever else it says.")
    lead_time: LeadTime = Field(description="What a heading says about the time of the items under it.")
    salutation: list[str] = Field(description="How a letter begins.")
    valediction: list[str] = Field(description="How a letter ends.")
    notice: list[str] = Field(description="Phrases of Amazon's own notices.")
    notice_lead: list[str] = Field(description="Words that lead to a copied notice.")
    own_voice: list[str] = Field(description="Words that only the seller says.")
    elliptical: list[str] = Field(description="First words of an item that names an action without a subject.")
    english: EnglishFile = Field(description="How a text is known to be English.")


class EntityFile(Strict):
    """One fixed form."""

    name: Slug = Field(description="Its name; signals ask for it as @entity-name.")
    pattern: Regex = Field(description="A regular expression that matches it.")
    parse_as: str = Field(default="", description="The word that the parser sees in its place; without, the text.")


class EntitiesFile(Strict):
    """``entities.yaml``: things with a fixed form. Only the built-in rules hold it."""

    entities: list[EntityFile] = Field(description="The forms; the first that matches at a place wins.")


class RoleFile(Strict):
    """``roles.yaml``: what each signal says of the role of its sentence, and what a change of role costs."""

    marks: dict[str, dict[RoleName, float]] = Field(description="For each signal what it adds to which roles.")
    heading: float = Field(description="What a heading adds to its role.")
    run_in: float = Field(description="What a heading adds that runs into its text.")
    change: float = Field(description="What a change of role costs between blocks.")
    change_at_heading: float = Field(description="What it costs where a heading that names no part stands between.")
    change_within_block: float = Field(description="What it costs within a block.")
    backwards: float = Field(description="What going back to an earlier part costs besides.")
    early: float = Field(description="What the first sentence of a letter adds to the cause, fading.")
    parts_from: float = Field(description="A letter of fewer sentences has no parts.")
    start: dict[RoleName, float] = Field(description="What the first place adds to which roles.")
    end: dict[RoleName, float] = Field(description="What the last place adds to which roles.")


class LetterFile(Strict):
    """``letters.yaml``: what speaks for a letter that disputes the finding, and what for a plan."""

    needs: list[SignalName] = Field(min_length=1, description="Signals one of which a dispute must give.")
    marks: dict[SignalName, float] = Field(description="What each signal weighs for a dispute, once a letter.")
    titles: dict[str, SignalName] = Field(
        description="Lexicons of headings, each with the signal that such a heading counts as."
    )
    plan: dict[SignalName, float] = Field(description="What each sentence with a signal weighs for a plan.")
    most: int = Field(ge=1, description="So many sentences with one signal are counted at most.")
    parts: dict[RoleName, float] = Field(description="What a heading of each part of a plan weighs.")
    enough: float = Field(description="From which weight on a letter is a dispute.")


class VerdictBounds(Strict):
    """From which score on a draft is called so, if no pillar fails and no error stands."""

    ready: int = Field(description="The lowest score of a letter that is ready.")
    revise: int = Field(description="The lowest score of a letter that is to be revised, not written anew.")


class ScoringFile(Strict):
    """``scoring.yaml``: the pillars' weights, the most that all else may cost, and a repeated fault's price.

    A dispute has no pillars: there all that is found may cost `most_deducted_of_dispute`.
    """

    weights: dict[PillarName, int] = Field(description="What each pillar is worth; together 100.")
    most_deducted: float = Field(description="The most that findings outside the pillars cost together.")
    most_deducted_of_dispute: float = Field(ge=0, le=100, description="The most that findings cost in a dispute.")
    repeat: float = Field(description="What each further finding of the same rule costs.")
    verdicts: VerdictBounds = Field(description="The lowest scores of the verdicts.")

    @field_validator("weights")
    @classmethod
    def _whole(cls, weights: dict[PillarName, int]) -> dict[PillarName, int]:
        if set(weights) != set(PILLARS) or sum(weights.values()) != 100:
            raise ValueError(Phrase("they must name the five pillars and sum to 100"))
        return weights


class MarketplacesFile(Strict):
    """``marketplaces.yaml``: where accounts can sell. Only the built-in rules hold it."""

    marketplaces: dict[Slug, str] = Field(min_length=1, description="The site of each marketplace, under its code.")
