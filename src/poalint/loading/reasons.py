"""Why a value does not fit its model, in words for people who write rules: pydantic's own are for programmers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from poalint.errors import nearest
from poalint.speech import Phrase, Tellable, either, spoken

if TYPE_CHECKING:
    from pydantic import BaseModel

_READ_AS = {
    "tag:yaml.org,2002:bool": spoken("a truth value"),
    "tag:yaml.org,2002:null": spoken("nothing"),
    "tag:yaml.org,2002:int": spoken("a number"),
    "tag:yaml.org,2002:float": spoken("a number"),
    "tag:yaml.org,2002:timestamp": spoken("a date"),
}
_OF_KEY = "[key]"
"""pydantic's mark for what concerns a key itself."""
_STR = "tag:yaml.org,2002:str"
_EXPECTED = {
    "bool_type": spoken("this must be true or false"),
    "dict_type": spoken("this must hold keys with values"),
    "finite_number": spoken("this must be a finite number"),
    "float_type": spoken("this must be a number"),
    "greater_than": spoken("this must be more than {gt}"),
    "greater_than_equal": spoken("this must be at least {ge}"),
    "invalid_key": spoken("a key must be text"),
    "int_from_float": spoken("this must be a whole number"),
    "int_type": spoken("this must be a whole number"),
    "less_than": spoken("this must be less than {lt}"),
    "less_than_equal": spoken("this must be at most {le}"),
    "list_type": spoken("this must be a list"),
    "model_attributes_type": spoken("this must hold keys with values"),
    "model_type": spoken("this must hold keys with values"),
    "string_pattern_mismatch": spoken("this does not have the form {pattern}"),
    "string_too_long": spoken("this must have at most {max_length} characters"),
    "string_too_short": spoken("this must have at least {min_length} characters"),
    "string_type": spoken("this must be text"),
    "too_long": spoken("this must have at most {max_length} entries"),
    "too_short": spoken("this must have at least {min_length} entries"),
    "union_tag_not_found": spoken("the key {discriminator} is missing here"),
}
"""pydantic's types of errors that files under ``rules/`` can have, and what is said of each."""


def reason(error: Any, loc: tuple[int | str, ...], tag: str, text: str, model: type[BaseModel]) -> Phrase:
    """What is wrong with the value at ``loc``, with the key before it.

    ``error`` is one of pydantic's; ``tag`` and ``text`` are YAML's of a plain value, empty where it is none.
    """
    key = ".".join(str(part) for part in loc if part != _OF_KEY) or "file"
    if error["type"] == "extra_forbidden":
        if near := nearest(str(loc[-1]), _keys(model)):
            return Phrase("{key}: unknown key; did you mean {names}?", key=key, names=either(near))
        return Phrase("{key}: unknown key", key=key)
    if error["type"] == "missing":
        return Phrase("{key}: this key is missing", key=key)
    if error["type"] == "string_type" and tag in _READ_AS:
        read_as = Phrase(_READ_AS[tag])
        if not text:
            return Phrase(
                "{key}: YAML reads an empty value as {what}; put it in quotation marks", key=key, what=read_as
            )
        said = "{key}: YAML reads {text} as {what}; put it in quotation marks"
        return Phrase(spoken(said), key=key, text=text, what=read_as)
    if error["type"] in ("float_type", "int_type") and tag == _STR:
        return Phrase("{key}: YAML reads {text!r} as text; write the number out, unquoted", key=key, text=text)
    return Phrase("{key}: {reason}", key=key, reason=in_own_words(error))


def in_own_words(error: Mapping[str, Any]) -> Tellable:
    """What one of pydantic's errors says; where a check of ours raised it, what that said."""
    kind, facts = error["type"], error.get("ctx") or {}
    if kind == "value_error":
        said: Tellable = facts["error"].args[0]
        return Phrase(said) if isinstance(said, str) else said
    if kind == "literal_error":
        return _one_of(_quoted(facts["expected"]), str(error["input"]))
    if kind == "union_tag_invalid":
        return _one_of(_quoted(facts["expected_tags"]), facts["tag"])
    if kind in _EXPECTED:
        fields = {name: value for name, value in facts.items() if f"{{{name}}}" in _EXPECTED[kind]}
        return Phrase(_EXPECTED[kind], **fields)
    return str(error["msg"])


def _quoted(expected: str) -> list[str]:
    return re.findall(r"'([^']+)'", expected)


def _one_of(names: list[str], given: str) -> Phrase:
    known = either(repr(name) for name in names)
    if near := nearest(given, names):
        return Phrase(
            "this must be {known}, not {given!r}; did you mean {near}?", known=known, given=given, near=near[0]
        )
    return Phrase("this must be {known}, not {given!r}", known=known, given=given)


def _keys(model: type[BaseModel]) -> set[str]:
    """Every key that a model and the models inside it know."""
    keys: set[str] = set()
    schema = model.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        keys |= set(part.get("properties", {}))
    return keys
