"""What people read of a rule: its words, without what it demands of a draft.

Lists and explanations need no checked rule, and pydantic alone would take longer than they may. So a file
is only glanced at here; one that looks wrong goes through the loader, which tells all mistakes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from poalint.errors import RuleError, UnknownNameError
from poalint.model import FLAGS, PILLARS, SEVERITIES
from poalint.places import rule_files, rules_folder
from poalint.yamlfile import load_yaml

_WORDS = ("id", "title", "severity", "message", "advice", "why", "source")
_OPTIONAL = ("pillar", "flag", "status")
_EXAMPLES = ("fires", "silent", "near_miss")
_KEYS = frozenset({*_WORDS, *_OPTIONAL, "points", "check", "examples"})


@dataclass(frozen=True, slots=True)
class Card:
    """A rule as it is shown; ``theme`` is its folder, the examples are lists of texts."""

    id: str
    title: str
    theme: str
    pillar: str | None
    flag: str | None
    severity: str
    status: str | None
    points: float
    message: str
    advice: str
    why: str
    source: str
    fires: tuple[str, ...]
    silent: tuple[str, ...]
    near_miss: tuple[str, ...]

    @property
    def group(self) -> str:
        """What the rule is listed under: its pillar, or else its theme."""
        return self.pillar or f"{self.theme} (no pillar)"


def named(name: str, folder: Path | None = None) -> list[Card]:
    """The rule called ``name``, or all rules of the pillar or flag of that name.

    Raises UnknownNameError with the nearest names, and RuleError where a rule file has a mistake.
    """
    if name in (*PILLARS, *FLAGS):
        return [each for each in cards(folder) if name in (each.id, each.pillar, each.flag)]
    return [card(name, folder)]


def card(name: str, folder: Path | None = None) -> Card:
    """Read the rule called ``name``.

    Raises UnknownNameError with the nearest names, and RuleError where its file has a mistake.
    """
    files = rule_files(folder or rules_folder())
    path = next((path for path in files if path.stem == name), None)
    if path is None:
        raise UnknownNameError("rule", name, (path.stem for path in files))
    return _card(path)


def cards(folder: Path | None = None) -> list[Card]:
    """Read all rules: those of the pillars first, in the pillars' order, then the others by theme.

    Within each the worst come first. Raises RuleError with all mistakes that it came upon.
    """
    found, wrong = [], []
    for path in rule_files(folder or rules_folder()):
        try:
            found.append(_card(path))
        except RuleError as error:
            wrong.append(str(error))
    if wrong:
        raise RuleError("", "\n".join(wrong))
    return sorted(found, key=_place)


def _place(each: Card) -> tuple[int, str, int, str]:
    pillars: tuple[str | None, ...] = (*PILLARS, None)
    severities: tuple[str, ...] = SEVERITIES
    return pillars.index(each.pillar), each.group, severities.index(each.severity), each.id


def _card(path: Path) -> Card:
    data = load_yaml(path)
    if not _sound(data, path.stem):
        from poalint.loader import load_rule

        rule = load_rule(path.stem, path.parents[1])
        data = rule.spec.model_dump() if rule else data
    fields: dict[str, Any] = {name: " ".join(data[name].split()) for name in _WORDS}
    fields |= {name: data.get(name) for name in _OPTIONAL}
    fields |= {name: tuple(data["examples"][name]) for name in _EXAMPLES}
    return Card(theme=path.parent.name, points=data["points"], **fields)


def _sound(data: Any, name: str) -> bool:
    """Tell whether the keys are the known ones and each that is shown holds what it should."""
    if not isinstance(data, Mapping) or not set(_KEYS) - set(_OPTIONAL) <= set(data) <= _KEYS or data["id"] != name:
        return False
    examples = data["examples"]
    return (
        all(isinstance(data[key], str) for key in _WORDS)
        and data["severity"] in SEVERITIES
        and data.get("pillar") in (None, *PILLARS)
        and data.get("flag") in (None, *FLAGS)
        and data.get("status") in (None, "weak", "fail")
        and isinstance(data["points"], (int, float))
        and isinstance(examples, Mapping)
        and all(_texts(examples.get(key)) for key in _EXAMPLES)
    )


def _texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, str) for each in value)
