"""What people read of a rule: its words, without what it demands of a draft.

Lists and explanations need no checked rule, and pydantic alone would take longer than they may. So a file
is only glanced at here; one that looks wrong goes through the loader, which tells all mistakes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from poalint.errors import Mistakes, SwitchedOffError, UnknownNameError
from poalint.loading.packs import Pack, built_in, find
from poalint.loading.yamlfile import load_yaml, place_of
from poalint.model import FLAGS, LETTERS, PILLARS, SEVERITIES
from poalint.places import rule_files
from poalint.speech import Lang, Phrase
from poalint.testing.marks import MarkError, marked

if TYPE_CHECKING:
    from poalint.loading.rules import Rule

_WORDS = ("id", "title", "severity", "message", "advice", "why", "source")
_OPTIONAL = ("pillar", "flag", "status")
_LETTERS = "letters"
_EXAMPLES = ("fires", "silent", "near_miss")
_CHINESE = ("title", "message", "advice", "why", "source")
_KEYS = frozenset({*_WORDS, *_OPTIONAL, _LETTERS, "points", "check", "examples", "zh"})


@dataclass(frozen=True, slots=True)
class Card:
    """A rule as it is shown; ``theme`` is its folder, the examples are lists of texts.

    ``letters`` are those that it looks at. ``check`` is what it demands, as the file has it, for `poalint.sections` to
    tell; what that names is looked up in ``folders``, those of the packs. ``path`` is the file.
    """

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
    pack: str
    check: Mapping[str, Any] = field(default_factory=dict)
    folders: tuple[Path, ...] = ()
    path: Path = Path()
    letters: tuple[str, ...] = ("plan",)

    @property
    def group(self) -> str:
        """What the rule is listed under: its pillar, or else its theme."""
        return self.pillar or f"{self.theme} (no pillar)"


def named(name: str, packs: Sequence[Pack] = (), lang: Lang = "en") -> list[Card]:
    """The rule called ``name``, then all other rules of a pillar or flag of that name.

    Without ``packs`` of the built-in ones. Raises UnknownNameError with the nearest names, SwitchedOffError with the
    place where a pack switches the rule off, and RuleError where a rule file has a mistake.
    """
    if len(packs) > 1 or name in (*PILLARS, *FLAGS):
        known = cards(packs, lang)
        found = [each for each in known if name in (each.id, each.pillar, each.flag)]
        if not found:
            _tell_if_off(name, packs)
            raise UnknownNameError("rule", name, [each.id for each in known])
        return sorted(found, key=lambda each: each.id != name)
    pack = packs[0] if packs else built_in()
    files = {path.stem: path for path in rule_files(pack.folder)}
    if name not in files:
        raise UnknownNameError("rule", name, files)
    return [_glanced(files[name], pack, lang)]


def found(wanted: Iterable[str]) -> tuple[Pack, ...]:
    """The packs called so. Where the file of one is broken, a RuleError lists the mistakes in its rules besides."""
    mistakes = Mistakes()
    packs = find(wanted, mistakes)
    if mistakes:
        from poalint.loading.rules import load_rules

        load_rules(packs, mistakes)
        mistakes.stop()
    return packs


def _tell_if_off(name: str, packs: Sequence[Pack]) -> None:
    """Raise SwitchedOffError where one of the packs switches off the rule of that name."""
    for pack in packs:
        if name in pack.off:
            said = Phrase("the pack {pack!r} switches off the rule {name!r}", pack=pack.name, name=name)
            where = place_of(pack.file, ("off", pack.off.index(name)))
            raise SwitchedOffError(where, said, Phrase("Strike it there to have the rule back."))


def cards(packs: Sequence[Pack] = (), lang: Lang = "en") -> list[Card]:
    """All rules: those of the pillars first, in the pillars' order, then the others by theme.

    Within each the worst come first. Raises RuleError with all mistakes that it came upon.
    """
    if len(packs) > 1:  # what packs change about each other is the loader's business
        from poalint.loading.rules import load_rules

        folders = tuple(pack.folder for pack in packs)
        return sorted((_of_rule(rule, folders, lang) for rule in load_rules(packs)), key=_place)
    pack = packs[0] if packs else built_in()
    mistakes = Mistakes()
    found = [card for path in rule_files(pack.folder) if (card := mistakes.told(_glanced, path, pack, lang))]
    mistakes.stop()
    return sorted(found, key=_place)


def _place(each: Card) -> tuple[int, str, int, str]:
    pillars: tuple[str | None, ...] = (*PILLARS, None)
    severities: tuple[str, ...] = SEVERITIES
    return pillars.index(each.pillar), each.group, severities.index(each.severity), each.id


def _glanced(path: Path, pack: Pack, lang: Lang) -> Card:
    data = load_yaml(path)
    if not _sound(data, path.stem):
        from poalint.loading.rules import load_rule

        return _of_rule(load_rule(path, pack), (pack.folder,), lang)
    return _card(data, path, pack.name, (pack.folder,), lang)


def _of_rule(rule: Rule, folders: tuple[Path, ...], lang: Lang) -> Card:
    return _card(rule.spec.model_dump(exclude_unset=True), rule.path, rule.pack, folders, lang)


def _card(data: Mapping[str, Any], path: Path, pack: str, folders: tuple[Path, ...], lang: Lang) -> Card:
    words = {**data, **(data.get("zh") or {})} if lang == "zh" else data
    fields: dict[str, Any] = {name: " ".join(words[name].split()) for name in _WORDS}
    fields |= {name: data.get(name) for name in _OPTIONAL}
    fields |= {name: tuple(map(_unmarked, data["examples"][name])) for name in _EXAMPLES}
    fields |= {"check": data["check"], "folders": folders, "path": path}
    fields[_LETTERS] = tuple(data.get(_LETTERS, ("plan",)))
    return Card(theme=path.parent.name, points=data["points"], pack=pack, **fields)


def _unmarked(example: str) -> str:
    """The example as people read it; marks that do not fit are for `poalint test` to tell."""
    try:
        return marked(example).text
    except MarkError:
        return example


def _sound(data: Any, name: str) -> bool:
    """Tell whether the keys are the known ones and each that is shown holds what it should."""
    if (
        not isinstance(data, Mapping)
        or not set(_KEYS) - {*_OPTIONAL, _LETTERS} <= set(data) <= _KEYS
        or data["id"] != name
    ):
        return False
    examples = data["examples"]
    return (
        all(isinstance(data[key], str) for key in _WORDS)
        and data["severity"] in SEVERITIES
        and data.get("pillar") in (None, *PILLARS)
        and data.get("flag") in (None, *FLAGS)
        and data.get("status") in (None, "weak", "fail")
        and _known_letters(data.get(_LETTERS, ["plan"]))
        and isinstance(data["points"], (int, float))
        and isinstance(data["check"], Mapping)
        and isinstance(examples, Mapping)
        and all(_texts(examples.get(key)) for key in _EXAMPLES)
        and isinstance(chinese := data.get("zh"), Mapping)
        and all(isinstance(chinese.get(key), str) for key in _CHINESE)
    )


def _known_letters(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(each in LETTERS for each in value)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, str) for each in value)
