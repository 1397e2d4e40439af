"""The shape of ``poalint.yaml`` and of ``[tool.poalint]``."""

from __future__ import annotations

from pydantic import Field

from poalint.schema.base import Names, Strict
from poalint.speech import Lang


class ConfigFile(Strict):
    """What holds for all drafts of a project, unless the command line says otherwise."""

    rules: Names = Field(
        default=[], description="Packs of rules: folders (seen from this file), or names of installed packs"
    )
    violation: str | None = Field(default=None, description="The case that all letters are about")
    lang: Lang | None = Field(default=None, description="The language to speak")
