"""A folder of YAML to frozen values: rules, signals, lexicons and tables. Every mistake is told with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from poalint.compiling import Vocabulary, all_known, names, nearby
from poalint.english import English
from poalint.errors import Mistakes, RuleError
from poalint.folding import EntityForm
from poalint.grammar import MADE, NEEDED
from poalint.lexicon import Lexicons
from poalint.lexicon_files import LexiconLists, lexicon_lists
from poalint.model import Role
from poalint.places import rule_files, rules_folder
from poalint.schema.base import Strict
from poalint.schema.rules import FILLS, RuleFile
from poalint.schema.signals import SignalFile
from poalint.schema.tables import EntitiesFile, RoleFile, ScoringFile, StructureFile
from poalint.signals import Definition, in_order
from poalint.structure import Layout
from poalint.yamlfile import checked, load_yaml, spot

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as written, with the theme (folder) and file it comes from."""

    spec: RuleFile
    theme: str
    path: Path


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All of ``rules/``, compiled: what the stages need to know of the domain."""

    layout: Layout
    english: English
    lexicons: Lexicons
    signals: tuple[Definition, ...]
    role_marks: RoleFile
    scoring: ScoringFile
    rules: tuple[Rule, ...]


def load_rules(folder: Path | None = None) -> tuple[Rule, ...]:
    """The rules alone, by theme and id. Raises RuleError that lists every mistake in every rule file."""
    folder = folder or rules_folder()
    mistakes = Mistakes()
    found = [rule for path in rule_files(folder) if (rule := mistakes.told(_rule, path))]
    by_name: dict[str, Rule] = {}
    for rule in found:
        other = by_name.setdefault(rule.spec.id, rule)
        if other is not rule:
            mistakes.add(RuleError(spot(rule.path, "id"), f"the rule {rule.spec.id!r} stands in {other.path} too"))
    mistakes.stop()
    if not found:
        raise RuleError(str(folder), "there are no rules in this folder", "A rule is a file <theme>/<id>.yaml.")
    return tuple(found)


def load_rule(name: str, folder: Path | None = None) -> Rule | None:
    """The rule called ``name``, or None: one file is read, not all of them."""
    folder = folder or rules_folder()
    return next((_rule(path) for path in rule_files(folder) if path.stem == name), None)


def load(folder: Path | None = None) -> Knowledge:
    """Everything under ``rules/``. Raises RuleError that lists every mistake, names that lead nowhere among them."""
    folder = folder or rules_folder()
    mistakes = Mistakes()
    rules = mistakes.told(load_rules, folder) or ()
    structure: Any = mistakes.told(_file, folder / "structure.yaml", StructureFile)
    entities: Any = mistakes.told(_file, folder / "entities.yaml", EntitiesFile)
    roles: Any = mistakes.told(_file, folder / "roles.yaml", RoleFile)
    scoring: Any = mistakes.told(_file, folder / "scoring.yaml", ScoringFile)
    lists = mistakes.told(lexicon_lists, folder / "lexicon") or LexiconLists({}, {})
    paths = sorted((folder / "signals").glob("*.yaml"))
    files = [(path, file) for path in paths if (file := mistakes.told(_signal_file, path))]
    mistakes.stop()

    forms = {f"entity-{each.name}" for each in entities.entities}
    mistakes.told(lists.check, forms)
    for name in sorted(NEEDED - {*lists.entries, *forms}):
        mistakes.add(
            RuleError(str(folder / "lexicon"), f"the lexicon {name!r}, which clauses are read with, is missing")
        )
    words = Vocabulary({*lists.entries, *forms, *MADE}, lists.groups(forms), {})
    definitions = [made for path, file in files if (made := mistakes.told(words.definition, path, file))]
    known = {path.stem for path in paths}
    for path, file in files:
        mistakes.told(all_known, path, _signals_named(file), known, "signal")
    for rule in rules:
        mistakes.told(all_known, rule.path, _signals_asked(rule.spec), known, "signal")
    mistakes.told(all_known, folder / "roles.yaml", roles.marks, known, "signal")
    mistakes.stop()

    try:
        ordered = tuple(in_order(definitions))
    except ValueError as error:
        raise RuleError(str(folder / "signals"), str(error), "Break the circle.") from error
    english = structure.english
    return Knowledge(
        layout=_layout(structure, entities),
        english=English(frozenset(english.words), english.at_least, english.min_words),
        lexicons=Lexicons({**lists.without(forms), **words.phrases}),
        signals=ordered,
        role_marks=roles,
        scoring=scoring,
        rules=rules,
    )


def _file(path: Path, model: type[Strict]) -> Any:
    return checked(path, model, load_yaml(path))


def _rule(path: Path) -> Rule:
    spec: RuleFile = _file(path, RuleFile)
    _named_as_its_file(path, "id", "rule", spec.id)
    fills = FILLS[spec.check.kind]
    for field in ("message", "advice"):
        for name in _PLACEHOLDER.findall(getattr(spec, field)):
            if name not in fills:
                said = (
                    f"{field}: {{{name}}} is filled with nothing; a rule of this kind fills {', '.join(sorted(fills))}"
                )
                raise RuleError(spot(path, name), said)
    return Rule(spec, path.parent.name, path)


def _signal_file(path: Path) -> SignalFile:
    file: SignalFile = _file(path, SignalFile)
    _named_as_its_file(path, "signal", "signal", file.signal)
    return file


def _named_as_its_file(path: Path, key: str, what: str, name: str) -> None:
    if name != path.stem:
        said = f"{key}: the file is named {path.stem!r}, the {what} {name!r}"
        raise RuleError(spot(path, key), said, "Give both one name.")


def _layout(file: StructureFile, entities: EntitiesFile) -> Layout:
    words = {
        **file.headings,
        "asks-cause": file.asks_cause,
        "done": file.lead_time.done,
        "planned": file.lead_time.planned,
        "salutation": file.salutation,
        "valediction": file.valediction,
        "notice": file.notice,
        "notice-lead": file.notice_lead,
        "own-voice": file.own_voice,
    }
    return Layout(
        words=Lexicons(words),
        precedence=tuple(cast("Role", role) for role in file.precedence),
        elliptical=frozenset(file.elliptical),
        forms=tuple(EntityForm(e.name, re.compile(e.pattern), e.parse_as) for e in entities.entities),
    )


def _signals_named(file: SignalFile) -> Iterator[str]:
    for each in (*file.any, *file.unless):
        for near in nearby(each):
            yield from (*names(near.signals), *names(near.without))


def _signals_asked(spec: RuleFile) -> Iterator[str]:
    check = spec.check
    for field in ("signals", "also", "when", "unless", "slight", "padding"):
        yield from getattr(check, field, [])
    yield from (each.signal for each in getattr(check, "closest", []))
    for group in getattr(check, "clash", []):
        yield from group
