"""``config show --format json``; ``docs/configuration.md`` says what each member means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from poalint.errors import PoalintError
from poalint.formats.jsontext import Outcomes
from poalint.formats.lines import Line
from poalint.layers import KEYS, LISTS, MAPPINGS, Given, Held, Origin
from poalint.speech import Lang

_DEFAULT = Origin("default")


def lines(outcomes: Iterable[Held | PoalintError], lang: Lang = "en") -> Iterator[Line]:
    """Make the document."""
    made = Outcomes[Held](_file, lang)
    yield from made.begin()
    for outcome in outcomes:
        yield from made.add(outcome)
    yield from made.end()


def _file(held: Held) -> dict[str, Any]:
    settings = {key: _key(key, held.keys.get(key, ())) for key in KEYS}
    return {"path": held.path, "configuration": held.file, "settings": settings}


def _key(key: str, given: tuple[Given, ...]) -> Any:
    """One value; a list of them; or, for a mapping, one under each name."""
    if key in LISTS:
        return [_value(each.value, each.origin) for each in given]
    if key in MAPPINGS:
        return {each.value[0]: _value(each.value[1], each.origin) for each in given}
    return next((_value(each.value, each.origin) for each in given), _value(None, _DEFAULT))


def _value(value: Any, origin: Origin) -> dict[str, Any]:
    place = origin.place
    return {
        "value": value,
        "by": origin.by,
        "path": place.path if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }
