"""What all files under ``rules/`` have in common: no unknown keys, and names that are told apart from slips."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema

from poalint.errors import meant, no_such
from poalint.model import FLAGS, ROLES, Aspect, Assertion, Kind, Party, Polarity, Time, Voice
from poalint.speech import Phrase, several, spoken

_PARSER: Any = import_module("re._parser")
_COMPILER: Any = import_module("re._compiler")
SLUG = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
VERSION = r"^\d+(\.\d+)*([.-]?[a-z0-9]+)*$"
WRITTEN = {
    SLUG: spoken("a name in small letters, digits and hyphens"),
    VERSION: spoken("a version such as 1.2.0"),
}
"""What a text of each form is called where it has another."""


class Strict(BaseModel):
    """No unknown keys, no silent conversion."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def listed(value: Any) -> Any:
    """One thing as a list of one: in files a list of one may be written without its brackets."""
    return [value] if isinstance(value, (str, dict)) else value


@dataclass(frozen=True, slots=True)
class OneOrMore:
    """Says in a published schema that a list of one may be written without its brackets."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """The schema of the list, and beside it that of its items."""
        made = handler(core)
        return {"anyOf": [made["items"], made]}


@dataclass(frozen=True, slots=True)
class Suggests:
    """Says in a published schema what kind of names (``poalint.schema.published`` knows them) a text may hold."""

    kind: str

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """The schema of the text, with the kind of its names."""
        return {**handler(core), "suggest": self.kind}


def _one_of(what: str, known: Iterable[str]) -> Callable[[str], str]:
    """A check that a name is among the known ones, with the nearest of them where it is not."""
    names = tuple(known)

    def check(name: str) -> str:
        if name not in names:
            raise ValueError(
                no_such(what, name), meant(name, names, Phrase("There are {names}.", names=several(names)))
            )
        return name

    return check


def _enum(known: Iterable[str]) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": list(known)})


def _some_text(text: str) -> str:
    if not text.strip():
        raise ValueError(Phrase("there is no text here"))
    return text


def _compiles(pattern: str) -> str:
    alone = pattern.replace("{value}", "x")
    try:
        try:
            made = _PARSER.parse(f"(?:{alone})")  # as a part of a longer one: no global flags
            _COMPILER.compile(made)
        except re.error:
            re.compile(alone)  # where it is wrong by itself, its places in the message are those in the file
            raise
    except re.error as error:
        raise ValueError(
            Phrase(
                "this is no regular expression ({why} at position {at}): {pattern}",
                why=Phrase(error.msg),
                at=error.pos or 0,
                pattern=pattern,
            )
        ) from error
    except (OverflowError, RecursionError) as error:
        raise ValueError(Phrase("this regular expression is too large: {pattern}", pattern=pattern)) from error
    if {"value", "unit"} & made.state.groupdict.keys():
        raise ValueError(Phrase("the groups value and unit are the program's own: {pattern}", pattern=pattern))
    if not made.getwidth()[0]:  # a hit must be some words, or there is nothing to point at
        raise ValueError(
            Phrase("this regular expression matches the empty text: {pattern}", pattern=pattern),
            Phrase("Leave out what makes all of it optional, such as * or ? or an empty alternative."),
        )
    return pattern


def _stands_alone(pattern: str) -> str:
    """Refuse what would mean something else among others: such patterns are joined to one."""
    if re.compile(f"(?:{pattern})").groupindex or re.search(r"(?<!\\)(?:\\\\)*\\[1-9]|\(\?\(", pattern):
        raise ValueError(Phrase("groups cannot be named or referred to here: {pattern}", pattern=pattern))
    return pattern


def _holds_value(pattern: str) -> str:
    if pattern.count("{value}") != 1:
        raise ValueError(Phrase("the figure's place, {{value}}, must stand in it once: {pattern}", pattern=pattern))
    return pattern


_AsList = BeforeValidator(listed)
Prose = Annotated[str, AfterValidator(_some_text), WithJsonSchema({"type": "string", "minLength": 1})]
"""A text that is not empty."""
Slug = Annotated[str, StringConstraints(pattern=SLUG)]
"""A name in small letters, digits and hyphens."""
SignalName = Annotated[str, Suggests("signal")]
MetricName = Annotated[str, Suggests("metric")]
DocumentName = Annotated[str, Suggests("document")]
RuleName = Annotated[str, Suggests("rule")]
Word = Annotated[str, Suggests("lexicon")]
"""Words as in a lexicon, or ``@name`` for a whole lexicon or entity."""
Names = Annotated[list[str], _AsList, OneOrMore()]
"""One name or several; several mean any of them."""
Signals = Annotated[list[SignalName], _AsList, OneOrMore()]
Lexemes = Annotated[list[Word], _AsList, OneOrMore()]
RoleName = Annotated[str, AfterValidator(_one_of("role", ROLES)), _enum(ROLES)]
FlagName = Annotated[str, AfterValidator(_one_of("flag", FLAGS)), _enum(FLAGS)]
Regex = Annotated[str, AfterValidator(_compiles)]
LoneRegex = Annotated[Regex, AfterValidator(_stands_alone)]
"""A regular expression that is joined with others to one."""
ValueRegex = Annotated[Regex, AfterValidator(_holds_value), WithJsonSchema({"type": "string", "pattern": r"\{value\}"})]
"""A regular expression with ``{value}`` where the figure stands."""
_KindName = Annotated[str, AfterValidator(_one_of("kind of block", get_args(Kind))), _enum(get_args(Kind))]
_PartyName = Annotated[str, AfterValidator(_one_of("party", get_args(Party))), _enum(get_args(Party))]
_TimeName = Annotated[str, AfterValidator(_one_of("time", get_args(Time))), _enum(get_args(Time))]
_PolarityName = Annotated[str, AfterValidator(_one_of("polarity", get_args(Polarity))), _enum(get_args(Polarity))]
_AssertionName = Annotated[str, AfterValidator(_one_of("assertion", get_args(Assertion))), _enum(get_args(Assertion))]
_VoiceName = Annotated[str, AfterValidator(_one_of("voice", get_args(Voice))), _enum(get_args(Voice))]
_AspectName = Annotated[str, AfterValidator(_one_of("aspect", get_args(Aspect))), _enum(get_args(Aspect))]
Roles = Annotated[list[RoleName], _AsList, OneOrMore()]
Kinds = Annotated[list[_KindName], _AsList, OneOrMore()]
Parties = Annotated[list[_PartyName], _AsList, OneOrMore()]
Times = Annotated[list[_TimeName], _AsList, OneOrMore()]
Polarities = Annotated[list[_PolarityName], _AsList, OneOrMore()]
Assertions = Annotated[list[_AssertionName], _AsList, OneOrMore()]
Voices = Annotated[list[_VoiceName], _AsList, OneOrMore()]
Aspects = Annotated[list[_AspectName], _AsList, OneOrMore()]
