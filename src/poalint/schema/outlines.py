"""The shape of ``outline.yaml``: what stands around the questions of each case in an outline."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from poalint.schema.base import Prose, Strict
from poalint.schema.cases import Text

Texts = Annotated[list[Text], Field(min_length=1)]


class Headings(Strict):
    """The heading over each part of an outline."""

    cause: str = Field(description="Over the prompts for the root cause.")
    corrective: str = Field(description="Over those for what was done.")
    preventive: str = Field(description="Over those for what keeps it from happening again.")
    evidence: str = Field(description="Over those for what goes along.")


class DisputePart(Strict):
    """A part of a dispute's outline."""

    heading: Prose = Field(description="What stands over it.")
    prompts: Texts = Field(description="Its questions.")
    of_case: bool = Field(default=False, description="Whether the case's own questions about the proof follow.")


class DisputeOutlineFile(Strict):
    """What stands in the outline of a letter that disputes the finding."""

    title: Prose = Field(description="The title; `{case}` in it is the case's own.")
    claim: Prose = Field(description="The sentence that says what the letter is.")
    opening: Texts = Field(description="The questions under it.")
    parts: Annotated[list[DisputePart], Field(min_length=1)] = Field(description="The parts, in their order.")
    request: Prose = Field(description="The sentence that says what is asked of Amazon.")


class OutlineFile(Strict):
    """``outline.yaml``: what stands around the prompts of each case in an outline."""

    title: str = Field(description="The title; `{case}` in it is the case's own.")
    salutation: str = Field(description="The greeting.")
    first: Text = Field(description="The first prompt: what to do with the others.")
    headings: Headings = Field(description="The headings over the parts.")
    valediction: str = Field(description="What stands before the signature.")
    signature: Texts = Field(description="The blanks of the signature.")
    dispute: DisputeOutlineFile = Field(description="The outline of a letter that disputes the finding.")
