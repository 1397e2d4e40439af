"""The shape of ``<draft>.poalint.yaml``: what is allowed in a draft whose format has no comments."""

from __future__ import annotations

from pydantic import Field

from poalint.schema.base import Names, Prose, Strict


class AllowedEntry(Strict):
    """One thing that is allowed, and why."""

    rule: Names = Field(min_length=1, description="The rules, pillars or flags that are allowed, by name.")
    reason: str = Field(default="", description="Why it may stand; without a reason nothing is allowed.")
    words: Prose | None = Field(
        default=None, description="Words that must stand in what is found; without, the whole letter is meant."
    )


class AllowedFile(Strict):
    """A file beside a draft, named as the draft with .poalint.yaml behind it."""

    allow: list[AllowedEntry] = Field(min_length=1, description="What is allowed in the draft.")
