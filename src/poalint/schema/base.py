"""What all files under ``rules/`` have in common."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Names = list[str] | str
PillarName = Literal["acknowledges-fault", "root-cause", "corrective-actions", "prevention", "no-blame"]


class Strict(BaseModel):
    """No unknown keys, no silent conversion."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)
