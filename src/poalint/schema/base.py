"""What all files under ``rules/`` have in common: no unknown keys, and names that are told apart from slips."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from poalint.errors import meant, no_such
from poalint.model import FLAGS, ROLES, Aspect, Assertion, Kind, Party, Polarity, Time, Voice
from poalint.speech import Phrase, several


class Strict(BaseModel):
    """No unknown keys, no silent conversion."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def listed(value: Any) -> Any:
    """One thing as a list of one: in files a list of one may be written without its brackets."""
    return [value] if isinstance(value, (str, dict)) else value


def _one_of(what: str, known: Iterable[str]) -> Callable[[str], str]:
    """A check that a name is among the known ones, with the nearest of them where it is not."""
    names = tuple(known)

    def check(name: str) -> str:
        if name not in names:
            hint = meant(name, names, Phrase("There are {names}.", names=several(names)))
            raise ValueError(Phrase("{reason}. {remedy}", reason=no_such(what, name), remedy=hint))
        return name

    return check


def _compiles(pattern: str) -> str:
    try:
        re.compile(f"(?:{pattern.replace('{value}', 'x')})")  # as a part of a longer one: no global flags
    except re.error as error:
        raise ValueError(
            Phrase(
                "this is no regular expression ({why} at position {at}): {pattern}",
                why=Phrase(error.msg),
                at=error.pos or 0,
                pattern=pattern,
            )
        ) from error
    return pattern


def _holds_value(pattern: str) -> str:
    if pattern.count("{value}") != 1:
        raise ValueError(Phrase("the figure's place, {{value}}, must stand in it once: {pattern}", pattern=pattern))
    return pattern


_AsList = BeforeValidator(listed)
Names = Annotated[list[str], _AsList]
"""One name or several; several mean any of them."""
RoleName = Annotated[str, AfterValidator(_one_of("role", ROLES))]
FlagName = Annotated[str, AfterValidator(_one_of("flag", FLAGS))]
Regex = Annotated[str, AfterValidator(_compiles)]
ValueRegex = Annotated[Regex, AfterValidator(_holds_value)]
"""A regular expression with ``{value}`` where the figure stands."""
Roles = Annotated[list[RoleName], _AsList]
Kinds = Annotated[list[Annotated[str, AfterValidator(_one_of("kind of block", get_args(Kind)))]], _AsList]
Parties = Annotated[list[Annotated[str, AfterValidator(_one_of("party", get_args(Party)))]], _AsList]
Times = Annotated[list[Annotated[str, AfterValidator(_one_of("time", get_args(Time)))]], _AsList]
Polarities = Annotated[list[Annotated[str, AfterValidator(_one_of("polarity", get_args(Polarity)))]], _AsList]
Assertions = Annotated[list[Annotated[str, AfterValidator(_one_of("assertion", get_args(Assertion)))]], _AsList]
Voices = Annotated[list[Annotated[str, AfterValidator(_one_of("voice", get_args(Voice)))]], _AsList]
Aspects = Annotated[list[Annotated[str, AfterValidator(_one_of("aspect", get_args(Aspect)))]], _AsList]
