"""The shape of checks that find things by their form: numbers that check themselves, pasted characters, names."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from poalint.checkdigits import Scheme
from poalint.schema.base import LoneRegex, Regex, SignalName, Strict


class CheckedNumber(Strict):
    """A number that is found by its form, and proved by its check digits."""

    kind: Literal["checked-number"] = Field(description="A number whose check digits are right is a finding.")
    scheme: Scheme = Field(description="How its digits check each other.")
    patterns: list[LoneRegex] = Field(
        min_length=1, description="Regular expressions of the number; spaces and hyphens in it do not count."
    )
    other: list[LoneRegex] = Field(
        default=[], description="Regular expressions of words shortly before it that make it something else."
    )


class Characters(Strict):
    """Characters that come along when text is pasted; all of them are one finding."""

    kind: Literal["characters"] = Field(description="Characters of one sort in the draft, told once.")
    of: Literal["invisible", "direction", "look-alike", "full-width", "styled", "emoji", "unreadable"] = Field(
        description="Which characters."
    )


class OneName(Strict):
    """Whatever the draft calls by a name, it must call by one name."""

    kind: Literal["one-name"] = Field(description="What is called by a name must be called by one name.")
    called: list[Regex] = Field(
        min_length=1, description="Regular expressions with a group (?P<name>...) for the name."
    )
    empty: list[str] = Field(default=[], description="Words that tell no two names apart.")
    unless: list[SignalName] = Field(
        default=[], description="Signals any of which, standing in the draft, silences the rule."
    )
