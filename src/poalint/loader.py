"""A folder of YAML to frozen values: rules, signals, lexicons and tables. Every mistake is told with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from poalint.compiling import Words, all_known, names, nearby
from poalint.english import English
from poalint.errors import RuleError
from poalint.folding import EntityForm
from poalint.lexicon import Lexicons
from poalint.places import rule_files, rules_folder
from poalint.roles import RoleMarks
from poalint.schema.base import Strict
from poalint.schema.rules import RuleFile
from poalint.schema.signals import SignalFile
from poalint.schema.tables import EntitiesFile, RoleFile, ScoringFile, StructureFile
from poalint.signals import Definition, in_order
from poalint.structure import Layout
from poalint.yamlfile import checked, load_yaml


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
    role_marks: RoleMarks
    scoring: ScoringFile
    rules: tuple[Rule, ...]


def load_rules(folder: Path | None = None) -> tuple[Rule, ...]:
    """The rules alone, by theme and id. Raises RuleError that lists every mistake in every rule file."""
    folder = folder or rules_folder()
    found, wrong = [], []
    for path in rule_files(folder):
        try:
            found.append(_rule(path))
        except RuleError as error:
            wrong.append(str(error))
    if wrong:
        raise RuleError("", "\n".join(wrong), "")
    if not found:
        raise RuleError(str(folder), "there are no rules in this folder", "A rule is a file <theme>/<id>.yaml.")
    return tuple(found)


def load_rule(name: str, folder: Path | None = None) -> Rule | None:
    """The rule called ``name``, or None: one file is read, not all of them."""
    folder = folder or rules_folder()
    return next((_rule(path) for path in rule_files(folder) if path.stem == name), None)


def load(folder: Path | None = None) -> Knowledge:
    """Everything under ``rules/``. Raises RuleError where a file has a mistake or a name leads nowhere."""
    folder = folder or rules_folder()
    rules = load_rules(folder)
    structure = _file(folder / "structure.yaml", StructureFile)
    entities = _file(folder / "entities.yaml", EntitiesFile)
    roles = _file(folder / "roles.yaml", RoleFile)
    scoring = _file(folder / "scoring.yaml", ScoringFile)
    lists = dict(_lexicon_lists(folder))
    signal_files = [(path, _file(path, SignalFile)) for path in sorted((folder / "signals").glob("*.yaml"))]
    forms = {f"entity-{each.name}" for each in entities.entities}
    known = {*lists, *forms}
    groups = {name: frozenset(e[1:] for e in entries if e[1:] in forms) for name, entries in lists.items()}
    lists = {name: [e for e in entries if e[1:] not in forms] for name, entries in lists.items()}
    phrases: dict[str, list[str]] = {}
    definitions = []
    for path, file in signal_files:
        if file.signal != path.stem:
            raise RuleError(str(path), f"the signal is called {file.signal!r}", "File and signal have one name.")
        definitions.append(Words(path, known, groups, phrases).definition(file))
    names = {each.name for each in definitions}
    for path, file in signal_files:
        all_known(path, _signals_named(file), names, "signal")
    for rule in rules:
        all_known(rule.path, _signals_asked(rule.spec), names, "signal")
    all_known(folder / "roles.yaml", roles.marks, names, "signal")
    for name, entries in lists.items():
        all_known(folder / "lexicon", [e[1:] for e in entries if e.startswith("@")], set(lists), f"lexicon (in {name})")
    try:
        ordered = tuple(in_order(definitions))
    except ValueError as error:
        raise RuleError(str(folder / "signals"), str(error), "Break the circle.") from error
    return Knowledge(
        layout=_layout(structure, entities),
        english=English(frozenset(structure.english.words), structure.english.at_least, structure.english.min_words),
        lexicons=Lexicons({**lists, **phrases}),
        signals=ordered,
        role_marks=RoleMarks(**roles.model_dump()),
        scoring=scoring,
        rules=rules,
    )


def _file(path: Path, model: type[Strict]) -> Any:
    return checked(path, model, load_yaml(path))


def _rule(path: Path) -> Rule:
    spec: RuleFile = _file(path, RuleFile)
    if spec.id != path.stem:
        raise RuleError(
            f"{path}:1:1", f"id: the file is named {path.stem!r}, the rule {spec.id!r}", "Give both one name."
        )
    return Rule(spec, path.parent.name, path)


def _lexicon_lists(folder: Path) -> Iterator[tuple[str, list[str]]]:
    seen: dict[str, Path] = {}
    for path in sorted((folder / "lexicon").glob("*.yaml")):
        content = load_yaml(path)
        if not isinstance(content, dict):
            raise RuleError(str(path), "a lexicon file maps names to lists of words", "See rules/lexicon/parties.yaml.")
        for name, entries in content.items():
            if name in seen:
                raise RuleError(str(path), f"the lexicon {name!r} stands in {seen[name]} too", "Keep one of them.")
            bad = [e for e in entries if not isinstance(e, str)] if isinstance(entries, list) else [entries]
            if bad:
                raise RuleError(str(path), f"{name}: {bad[0]!r} is not a word", "Put it in quotation marks.")
            seen[name] = path
            yield name, entries


def _layout(file: StructureFile, entities: EntitiesFile) -> Layout:
    return Layout(
        headings=tuple((role, _phrases(file.headings[role])) for role in file.precedence),  # type: ignore[misc] # the keys are roles: a test compares them
        salutation=_phrases(file.salutation),
        valediction=_phrases(file.valediction),
        notice=_phrases(file.notice),
        notice_lead=_phrases(file.notice_lead),
        own_voice=_phrases(file.own_voice),
        lead_times=(("planned", _phrases(file.lead_time.planned)), ("done", _phrases(file.lead_time.done))),
        elliptical=frozenset(file.elliptical),
        forms=tuple(EntityForm(e.name, re.compile(e.pattern), e.parse_as) for e in entities.entities),
    )


def _phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern for whole words, any case; ``*`` is up to three words."""
    parts = [re.escape(phrase).replace(r"\ \*\ ", r"(?:\W+\w+){0,3}?\W+").replace(r"\ ", r"\s+") for phrase in phrases]
    return re.compile(r"(?<!\w)(?:" + "|".join(sorted(parts, key=len, reverse=True)) + r")(?!\w)", re.IGNORECASE)


def _signals_named(file: SignalFile) -> Iterator[str]:
    for each in (*file.any, *file.unless):
        for near in nearby(each):
            yield from (*names(near.signals), *names(near.without))


def _signals_asked(spec: RuleFile) -> Iterator[str]:
    check = spec.check
    for field in ("signals", "also", "needs", "when", "unless", "allow"):
        if field != "allow":
            yield from getattr(check, field, [])
    yield from (each.signal for each in getattr(check, "closest", []))
    for group in getattr(check, "clash", []):
        yield from group
