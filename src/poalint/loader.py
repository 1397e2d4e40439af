"""Packs of YAML to all that the stages need to know. Every mistake is told with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, cast

from poalint.english import English
from poalint.errors import Mistakes, RuleError, nearest
from poalint.facts import Facts
from poalint.folding import EntityForm
from poalint.grammar import NEEDED
from poalint.lexicon import Lexicons
from poalint.loading.compiling import Vocabulary
from poalint.loading.facts import FactFiles
from poalint.loading.lexicons import lexicon_lists
from poalint.loading.packs import Pack, built_in
from poalint.loading.rules import Rule, load_rules, metrics_asked, signals_asked
from poalint.loading.signals import SignalSource, signal_sources, signals_named
from poalint.loading.yamlfile import all_known, read_file
from poalint.model import Role
from poalint.places import NOT_THEMES, rule_files, signal_files
from poalint.schema.tables import EntitiesFile, RoleFile, ScoringFile, StructureFile
from poalint.signals import Definition, in_order
from poalint.speech import Phrase
from poalint.structure import Layout

_TABLES = frozenset({"structure.yaml", "entities.yaml", "roles.yaml", "scoring.yaml"})
"""What only the built-in pack holds: how letters are cut and scored is the same for all."""
_A_SLIP = 0.8
"""So like each other the names of two folders are where one is a slip of the hand."""
_FILES = frozenset({"pack.yaml", "metrics.yaml", "documents.yaml"})


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that packs hold, compiled: what the stages need to know of the domain."""

    packs: tuple[Pack, ...]
    layout: Layout
    english: English
    lexicons: Lexicons
    signals: tuple[Definition, ...]
    role_marks: RoleFile
    scoring: ScoringFile
    facts: Facts
    rules: tuple[Rule, ...]
    sources: tuple[SignalSource, ...]


def load(packs: Iterable[Pack] = ()) -> Knowledge:
    """Everything that packs hold; without ``packs`` the built-in one.

    Raises RuleError that lists every mistake, names that lead nowhere among them.
    """
    packs = tuple(packs) or (built_in(),)
    base = packs[0].folder
    mistakes = Mistakes()
    for pack in packs:
        mistakes.told(_no_stray_files, pack)
    rules = mistakes.told(load_rules, packs, mistakes) or ()
    structure: Any = mistakes.told(read_file, base / "structure.yaml", StructureFile)
    entities: Any = mistakes.told(read_file, base / "entities.yaml", EntitiesFile)
    roles: Any = mistakes.told(read_file, base / "roles.yaml", RoleFile)
    scoring: Any = mistakes.told(read_file, base / "scoring.yaml", ScoringFile)
    lists = lexicon_lists(packs, mistakes)
    gathered = FactFiles()
    for pack in packs:
        mistakes.told(gathered.take, pack)
    sources = signal_sources(packs, mistakes)

    forms = {f"entity-{each.name}" for each in entities.entities} if entities else set()
    if entities:
        mistakes.told(lists.check, forms)
    for name in sorted(NEEDED - {*lists.entries, *forms}) if entities else ():
        mistakes.add(RuleError(str(base / "lexicon"), f"the lexicon {name!r}, which clauses are read with, is missing"))
    words = Vocabulary({*lists.entries, *forms}, lists.groups(forms), {})
    sound = sources if entities else ()
    definitions = [made for each in sound if (made := mistakes.told(words.definition, each.path, each.spec))]
    # a broken file is told as such, and not besides by all who name its signal
    known = {path.stem for pack in packs for path in signal_files(pack.folder)}
    for each in sources:
        mistakes.told(all_known, each.path, signals_named(each.spec), known, "signal")
    for rule in rules:
        mistakes.told(all_known, rule.path, signals_asked(rule.spec), known, "signal")
        if gathered.whole:
            mistakes.told(all_known, rule.path, metrics_asked(rule.spec), set(gathered.facts.metrics), "metric")
    marks = [(("marks", name), name) for name in roles.marks] if roles else []
    mistakes.told(all_known, base / "roles.yaml", marks, known, "signal")
    mistakes.stop()

    try:
        ordered = tuple(in_order(definitions))
    except ValueError as error:
        raise RuleError(str(base / "signals"), str(error), "Break the circle.") from error
    english = structure.english
    return Knowledge(
        packs=packs,
        layout=_layout(structure, entities),
        english=English(frozenset(english.words), english.at_least, english.min_words),
        lexicons=Lexicons({**lists.without(forms), **words.phrases, **gathered.lexicons}),
        signals=ordered,
        role_marks=roles,
        scoring=scoring,
        facts=gathered.facts,
        rules=rules,
        sources=sources,
    )


def _no_stray_files(pack: Pack) -> None:
    """Refuse files that nothing would read: a misspelt name must not pass in silence."""
    known = _FILES | (_TABLES if pack.name == built_in().name else frozenset())
    mistakes = Mistakes()
    for path in sorted(
        [*pack.folder.glob("*.y*ml"), *pack.folder.glob("[!.]*/*.yml"), *pack.folder.glob("[!.]*/*/*.y*ml")]
    ):
        if path.name not in known or path.parent != pack.folder:
            near = nearest(path.with_suffix(".yaml").name, known)
            remedy = "Its name must end in .yaml." if path.suffix == ".yml" else f"Did you mean {' or '.join(near)}?"
            reason = "nothing reads a file of this name here"
            if path.name in _TABLES:
                reason, remedy = "only the built-in rules hold this table", "Strike the file."
            mistakes.add(RuleError(str(path), reason, remedy if near or path.suffix == ".yml" else "Strike the file."))
    themes = _themes(built_in().folder)
    for theme in sorted(_themes(pack.folder) - themes):
        if near := get_close_matches(theme.lower(), [*themes, *NOT_THEMES], n=1, cutoff=_A_SLIP):
            said = Phrase("no folder of rules is called {name}", name=repr(theme))
            hint = Phrase("Did you mean {names}? A theme of your own needs a name less like it.", names=near[0])
            mistakes.add(RuleError(str(pack.folder / theme), said, hint))
    mistakes.stop()


def _themes(folder: Path) -> set[str]:
    return {path.parent.name for path in rule_files(folder)}


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
