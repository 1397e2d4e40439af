"""What pydantic finds wrong with a value, in words for people who write rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args

import yaml

from poalint.errors import meant
from poalint.loading.parsing import READ_AS, read_as
from poalint.loading.source import Loc
from poalint.schema.base import WRITTEN
from poalint.speech import Phrase, Tellable, quoted, several, spoken

if TYPE_CHECKING:
    from pydantic import BaseModel

_TEXT = spoken("a text")
_WANTED = {
    "string_type": _TEXT,
    "int_type": spoken("a whole number"),
    "int_from_float": spoken("a whole number"),
    "float_type": spoken("a number"),
    "finite_number": spoken("a number"),
    "bool_type": spoken("true or false"),
    "list_type": spoken("a list"),
    "dict_type": spoken("keys with values"),
    "model_type": spoken("keys with values"),
    "model_attributes_type": spoken("keys with values"),
}
_BOUNDS = {
    "greater_than_equal": ("ge", spoken("this must be at least {bound}")),
    "greater_than": ("gt", spoken("this must be more than {bound}")),
    "less_than_equal": ("le", spoken("this must be at most {bound}")),
    "less_than": ("lt", spoken("this must be less than {bound}")),
}
_PLAIN = {
    "missing": spoken("this key is missing"),
    "union_tag_not_found": spoken("this key is missing"),
    "too_short": spoken("at least one is needed here"),
    "string_too_short": spoken("there is no text here"),
}
_OTHER_FORM = spoken("a text of another form")
OF_KEY = frozenset({"extra_forbidden", "missing", "union_tag_not_found"})
"""Mistakes of a key, not of its value."""
_NUMBER = re.compile(r"[-+]?[\d.,]+(?:e[-+]?\d+)?%?", re.IGNORECASE)
_Told = tuple[Tellable, Tellable]


def told(error: Any, loc: Loc, node: Any, model: type[BaseModel]) -> _Told:
    """The reason and the remedy, for an error of pydantic's at ``loc``; ``node`` is the value in the file.

    Without a node (the file is not YAML) what is told of the value is what pydantic was given.
    """
    kind, context = error["type"], error.get("ctx", {})
    node = error["input"] if node is None else node
    if kind == "extra_forbidden":
        return Phrase("unknown key"), meant(str(loc[-1]), keys_at(model, error["loc"]))
    if kind in _PLAIN:
        return Phrase(_PLAIN[kind]), ""
    if kind in _BOUNDS:
        name, template = _BOUNDS[kind]
        return Phrase(template, bound=context[name]), ""
    if kind == "string_pattern_mismatch":
        what = Phrase(WRITTEN.get(context["pattern"], _OTHER_FORM))
        return Phrase("this must be {what}, not {got}", what=what, got=_got(node)), ""
    if kind in ("literal_error", "union_tag_invalid"):
        return _one_of(context.get("expected") or context["expected_tags"], node)
    if kind in _WANTED:
        return _typed(_WANTED[kind], node)
    if kind == "value_error":
        raised = context["error"].args
        return raised[0], raised[1] if len(raised) > 1 else ""
    return Phrase("this cannot stand here"), ""


def _one_of(expected: str, node: Any) -> _Told:
    known = re.findall(r"'([^']+)'", expected)
    if unread := _unread(node):
        return unread, Phrase("This must be one of {names}.", names=several(known))
    reason = Phrase("this must be one of {names}, not {got}", names=several(known), got=_got(node))
    written = node.value if isinstance(node, yaml.ScalarNode) else node
    return reason, meant(written, known) if isinstance(written, str) else ""


def _typed(wanted: str, node: Any) -> _Told:
    if wanted == _TEXT and (unread := _unread(node)):
        return unread, Phrase("Put it in quotation marks.") if node.value else ""
    number = wanted.endswith("number") and isinstance(node, yaml.ScalarNode) and _NUMBER.fullmatch(node.value)
    if number and node.tag not in READ_AS:
        reason = Phrase("YAML reads {written!r} as text", written=node.value)
        return reason, Phrase("Write the number out, unquoted.")
    return Phrase("this must be {what}, not {got}", what=Phrase(wanted), got=_got(node)), ""


def _unread(node: Any) -> Tellable:
    """What YAML makes of a word where a text was meant, or nothing where it is a text."""
    return read_as(node) if isinstance(node, yaml.ScalarNode) and node.tag in READ_AS else ""


def _got(node: Any) -> Tellable:
    if isinstance(node, yaml.ScalarNode):
        return quoted(node.value) if node.value else Phrase("an empty value")
    if isinstance(node, str | int | float):
        return quoted(str(node).lower() if isinstance(node, bool) else str(node))
    return Phrase("a list" if isinstance(node, yaml.SequenceNode | list) else "keys with values")


def keys_at(model: type[BaseModel], loc: Loc) -> set[str]:
    """The keys that are known where the last part of ``loc`` (as pydantic gives it) stands."""
    models = [model]
    for part in loc[:-1]:
        fields = [field for each in models for name, field in each.model_fields.items() if part in (name, field.alias)]
        if fields:
            models = [inner for field in fields for inner in _models(field.annotation)]
        elif tagged := [each for each in models if part in _kinds(each)]:
            models = tagged
    return {field.alias or name for each in models for name, field in each.model_fields.items()}


def _kinds(model: type[BaseModel]) -> tuple[Any, ...]:
    field = model.model_fields.get("kind")
    return get_args(field.annotation) if field else ()


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every model that an annotation names, however deep."""
    if hasattr(annotation, "model_fields"):
        yield annotation
    for each in get_args(annotation):
        yield from _models(each)
