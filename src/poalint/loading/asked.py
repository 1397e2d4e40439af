"""The names that files of rules and signals ask for: told of a file that is sound, and of one whose form is wrong.

All functions take a model or, of a file that is no model, what YAML makes of it; parts of another type hold no names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from poalint.loading.source import Loc

_OF_CHECKS = ("signals", "also", "when", "unless", "slight", "padding")
_WAYS = ("any", "unless")


def part(whole: Any, key: str) -> Any:
    """What stands under a key of a model or mapping; None where there is no such key."""
    return whole.get(key) if isinstance(whole, Mapping) else getattr(whole, key, None)


def signals_asked(rule: Any) -> Iterator[tuple[Loc, str]]:
    """The signals that a rule names, each with its place."""
    check = part(rule, "check")
    for field in _OF_CHECKS:
        for number, name in _texts(part(check, field)):
            yield ("check", field, number), name
    for number, each in _items(part(check, "closest")):
        if isinstance(name := part(each, "signal"), str):
            yield ("check", "closest", number, "signal"), name
    for number, group in _items(part(check, "clash")):
        for at, name in _texts(group):
            yield ("check", "clash", number, at), name


def metrics_asked(rule: Any) -> Iterator[tuple[Loc, str]]:
    """The metrics that a rule names, each with its place."""
    for number, name in _texts(part(part(rule, "check"), "metrics")):
        yield ("check", "metrics", number), name


def signals_named(signal: Any) -> Iterator[tuple[Loc, str]]:
    """The signals that a signal builds on, each with its place."""
    for key in _WAYS:
        for number, each in _items(part(signal, key)):
            for at, near in _items(part(each, "near")):
                for field in ("signals", "without"):
                    for _, name in _texts(part(near, field)):
                        yield (key, number, "near", at, field), name


def reasons(signal: Any) -> Iterator[tuple[Loc, str]]:
    """Why each alternative of a signal holds, as it is told to people, each with its place."""
    for key in _WAYS:
        for number, each in _items(part(signal, key)):
            if isinstance(why := part(each, "why"), str):
                yield (key, number, "why"), why


def words_asked(signal: Any) -> Iterator[tuple[Loc, str]]:
    """Every text in the alternatives of a signal, however deep, each with its place."""
    for key in _WAYS:
        for number, each in _items(part(signal, key)):
            dump = getattr(each, "model_dump", None)
            yield from _deep(dump(by_alias=True) if dump else each, (key, number))


def _items(value: Any) -> Iterator[tuple[int, Any]]:
    """The items of a list, each with its number; a list of one may lack its brackets."""
    yield from enumerate(value if isinstance(value, list) else [] if value is None else [value])


def _texts(value: Any) -> Iterator[tuple[int, str]]:
    yield from ((number, each) for number, each in _items(value) if isinstance(each, str))


def _deep(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, (list, dict)):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _deep(each, (*loc, key))
