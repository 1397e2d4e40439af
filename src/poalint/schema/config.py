"""The shape of ``poalint.yaml``, of ``[tool.poalint]``, and of what stands at the top of a draft."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from poalint.gates import FailOn
from poalint.globs import mistake_in
from poalint.model import Letter, PillarName, Status
from poalint.schema.base import Names, OneOrMore, Prose, Strict, listed
from poalint.speech import Lang


def _sound(pattern: str) -> str:
    if wrong := mistake_in(pattern):
        raise ValueError(*wrong)
    return pattern


_Patterns = Annotated[list[Annotated[str, AfterValidator(_sound)]], BeforeValidator(listed), OneOrMore()]


_UNSET: Any = None
"""A key is there with a value, or it is not there; null is refused as one."""


class FrontMatter(Strict):
    """What a draft says of itself, between two lines `---` at its very top."""

    violation: str = Field(
        default=_UNSET, description="The case that the letter is about; `poalint violations` lists them"
    )
    marketplace: str = Field(
        default=_UNSET,
        description="Where the account sells: a code such as `us` or `de`, or a site such as `amazon.de`",
    )
    lang: Lang = Field(default=_UNSET, description="The language of what is found")
    as_: Letter = Field(
        default=_UNSET, alias="as", description="What the letter is: a plan, or a dispute of the finding"
    )


class LimitKeys(Strict):
    """The most that a draft may hold, and how long it may take; a megabyte is a million bytes."""

    megabytes: float = Field(
        default=_UNSET, gt=0, le=1000, allow_inf_nan=False, description="The size of a text file; without it, 1"
    )
    file_megabytes: float = Field(
        default=_UNSET,
        alias="file-megabytes",
        gt=0,
        le=1000,
        allow_inf_nan=False,
        description="The size of any other file, which may hold pictures; without it, 20",
    )
    unpacked_megabytes: float = Field(
        default=_UNSET,
        alias="unpacked-megabytes",
        gt=0,
        le=4000,
        allow_inf_nan=False,
        description="What the parts of such a file make once they are unpacked; without it, 60",
    )
    characters: int = Field(default=_UNSET, gt=0, description="The characters of the letter; without it, 250000")
    words: int = Field(default=_UNSET, gt=0, description="The words of the letter; without it, 50000")
    pages: int = Field(default=_UNSET, gt=0, description="The pages of a PDF; without it, 50")
    nesting: int = Field(
        default=_UNSET, gt=0, le=500, description="How deep elements may stand in each other; without it, 200"
    )
    seconds: float = Field(
        default=_UNSET,
        gt=0,
        le=3600,
        allow_inf_nan=False,
        description="How long reading a letter may take, and then judging it; without it, 20",
    )


class Settable(FrontMatter):
    """What a configuration can say of drafts."""

    rules: Names = Field(
        default=[],
        description="Packs of rules: folders (seen from this file), or names of installed ones; all of them add up",
    )
    select: Names = Field(
        default=[], description="Only these rules, pillars or flags; begins anew what is selected and ignored"
    )
    extend_select: Names = Field(default=[], alias="extend-select", description="These rules, pillars or flags as well")
    ignore: Names = Field(default=[], description="Not these rules, pillars or flags; added to those said elsewhere")
    fail_on: FailOn = Field(
        default=_UNSET, alias="fail-on", description="The least severity that fails a draft; without it, `error`"
    )
    min_score: int = Field(
        default=_UNSET, alias="min-score", ge=0, le=100, description="The lowest score that passes; 0 asks for none"
    )
    min_pillar: dict[PillarName, Status] = Field(
        default={}, alias="min-pillar", description="For pillars the worst status that passes; `fail` asks for nothing"
    )
    max_warnings: int = Field(
        default=_UNSET, alias="max-warnings", ge=0, description="So many warnings may stand in a draft"
    )
    baseline: Prose = Field(default=_UNSET, description="The file of known findings, seen from this file")
    limits: LimitKeys = Field(default=_UNSET, description="The most that a letter may hold, and how long it may take")


class Override(Settable):
    """What else holds for some drafts. Of several that mean a draft the later ones count more."""

    paths: _Patterns = Field(min_length=1, description="Patterns of paths, seen from this file")


class ConfigFile(Settable):
    """What holds for the drafts of a project, unless they or the command line say otherwise."""

    overrides: list[Override] = Field(default=[], description="What else holds for drafts in some places")
