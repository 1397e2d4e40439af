"""Settings that come from several places: which of them holds, and where each value came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from poalint.errors import Place

By = Literal["default", "configuration", "front matter", "command line"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Who says something; ``place`` is where it stands, if it stands in a file."""

    by: By
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """One value, one item of a list, or a pair of a name and its value, with where it came from."""

    value: Any
    origin: Origin


Layer = Mapping[str, tuple[Given, ...]]
"""What one place says, under the keys in `KEYS`. A list that is there and empty is an `Empty`."""


class Empty(tuple[Given, ...]):
    """A list that is there and empty, with where it stands: as far as values go, a tuple without any."""

    origin: Origin

    @classmethod
    def at(cls, origin: Origin) -> Empty:
        """The empty list that stands there."""
        made = cls()
        made.origin = origin
        return made


Joining = Callable[[tuple[Given, ...], tuple[Given, ...]], tuple[Given, ...]]
"""What holds of what is further away and what is closer."""


def _closest(far: tuple[Given, ...], near: tuple[Given, ...]) -> tuple[Given, ...]:
    return near


def _both(far: tuple[Given, ...], near: tuple[Given, ...]) -> tuple[Given, ...]:
    """All of them, each value once, as it was first said."""
    told: dict[Any, Given] = {}
    for each in (*far, *near):
        told.setdefault(each.value, each)
    return tuple(told.values()) or near


def _by_name(far: tuple[Given, ...], near: tuple[Given, ...]) -> tuple[Given, ...]:
    """Pairs: of each name the closest."""
    return tuple({each.value[0]: each for each in (*far, *near)}.values()) or near


SELECTING = ("select", "extend-select", "ignore")
KEYS: Mapping[str, Joining] = {
    "rules": _both,
    "violation": _closest,
    "marketplace": _closest,
    "lang": _closest,
    "as": _closest,
    "select": _closest,
    "extend-select": _both,
    "ignore": _both,
    "fail-on": _closest,
    "min-score": _closest,
    "min-pillar": _by_name,
    "max-warnings": _closest,
    "baseline": _closest,
    "limits": _by_name,
}
"""Every key, and how what is closer to the draft joins what is further away."""
LISTS = ("rules", *SELECTING)
"""The keys that hold any number of values."""
MAPPINGS = ("min-pillar", "limits")
"""Those that hold a value for each of some names."""


def merged(layers: Iterable[Layer]) -> dict[str, tuple[Given, ...]]:
    """What holds of all layers, the farthest first.

    A ``select`` begins anew: what was selected and ignored further away is forgotten. A name in ``extend-select`` is no
    longer ignored.
    """
    held: dict[str, tuple[Given, ...]] = {}
    for layer in layers:
        if "select" in layer:
            for key in SELECTING:
                held.pop(key, None)
        wanted = {each.value for each in layer.get("extend-select", ())}
        if "ignore" in held:
            held["ignore"] = tuple(each for each in held["ignore"] if each.value not in wanted)
        for key, given in layer.items():
            held[key] = KEYS[key](held.get(key, ()), given)
    return held


def value(layer: Layer, key: str) -> Any:
    """The one value of a key, None where it has none."""
    return next((each.value for each in layer.get(key, ())), None)


def values(layer: Layer, key: str) -> tuple[Any, ...]:
    """All values of a key."""
    return tuple(each.value for each in layer.get(key, ()))


def said(by: By, **keys: Any) -> dict[str, tuple[Given, ...]]:
    """A layer of plain values, as a command line or the program gives them; None and () say nothing.

    A key is written with an underscore for its hyphen (and behind it, where Python has the word for itself).
    """
    made = {}
    for name, given in keys.items():
        if given not in (None, ()):
            every = given if isinstance(given, tuple) else (given,)
            made[name.rstrip("_").replace("_", "-")] = tuple(Given(each, Origin(by)) for each in every)
    return made


@dataclass(frozen=True, slots=True)
class Held:
    """All that holds for one draft: its path, the configuration file that was found for it, and each key's values."""

    path: str
    file: str | None
    keys: Layer
