"""Packs of YAML to all that the stages need to know. Every mistake is told with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from poalint.english import English
from poalint.errors import Mistakes, RuleError
from poalint.facts import Facts
from poalint.folding import EntityForm
from poalint.grammar import MADE, NEEDED
from poalint.lexicon import Lexicons
from poalint.loading.asked import metrics_asked, signals_asked, signals_named
from poalint.loading.compiling import Vocabulary
from poalint.loading.facts import FactFiles
from poalint.loading.lexicons import lexicon_lists
from poalint.loading.packs import Pack, built_in, find
from poalint.loading.rules import Rule, load_rules
from poalint.loading.signals import SignalSource, signal_sources
from poalint.loading.yamlfile import Loc, all_known, content_of, read_file
from poalint.model import Role, Scale
from poalint.places import rule_files, signal_files
from poalint.schema.tables import EntitiesFile, LetterFile, RoleFile, ScoringFile, StructureFile
from poalint.signals import Definition, in_order
from poalint.speech import Phrase
from poalint.structure import Layout


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that packs hold, compiled: what the stages need to know of the domain."""

    packs: tuple[Pack, ...]
    layout: Layout
    english: English
    lexicons: Lexicons
    signals: tuple[Definition, ...]
    role_marks: RoleFile
    letter_marks: LetterFile
    scale: Scale
    facts: Facts
    rules: tuple[Rule, ...]
    sources: tuple[SignalSource, ...]


def found(wanted: Iterable[str]) -> tuple[Pack, ...]:
    """The packs called so. Where the file of one is broken, a RuleError lists the mistakes in all others besides."""
    mistakes = Mistakes()
    packs = find(wanted, mistakes)
    if mistakes:
        load(packs, mistakes)
    return packs


def load(packs: Iterable[Pack] = (), gathered: Mistakes | None = None) -> Knowledge:
    """Everything that packs hold; without ``packs`` the built-in one.

    Raises RuleError that lists every mistake, names that lead nowhere among them, and those that were ``gathered``
    before.
    """
    packs = tuple(packs) or (built_in(),)
    base = packs[0].folder
    mistakes = Mistakes() if gathered is None else gathered
    rules = mistakes.told(load_rules, packs, mistakes) or ()
    structure: Any = mistakes.told(read_file, base / "structure.yaml", StructureFile)
    entities: Any = mistakes.told(read_file, base / "entities.yaml", EntitiesFile)
    roles: Any = mistakes.told(read_file, base / "roles.yaml", RoleFile)
    letters: Any = mistakes.told(read_file, base / "letters.yaml", LetterFile)
    scoring: Any = mistakes.told(read_file, base / "scoring.yaml", ScoringFile)
    lists = lexicon_lists(packs, mistakes)
    facts = FactFiles()
    for pack in packs:
        mistakes.told(facts.take, pack)
    sources = signal_sources(packs, mistakes)

    forms = {f"entity-{each.name}" for each in entities.entities} if entities else set()
    if entities:
        mistakes.told(lists.check, forms)
    for name in sorted(NEEDED - {*lists.entries, *forms}) if entities else ():
        said = Phrase("the lexicon {name!r}, which clauses are read with, is missing", name=name)
        mistakes.add(RuleError(str(base / "lexicon"), said))
    words = Vocabulary({*lists.entries, *forms, *MADE}, lists.groups(forms), {})
    sound = sources if entities else ()
    definitions = [made for each in sound if (made := mistakes.told(words.definition, each.path, each.spec))]
    # a broken file is told as such, and not besides by all who name its signal
    known = {path.stem for pack in packs for path in signal_files(pack.folder)}
    broken: list[tuple[Path, Any]] = []
    if mistakes:  # names are looked up in files, too, whose form is wrong
        loaded = {*(each.path for each in sources), *(rule.path for rule in rules)}
        files = [path for pack in packs for path in (*rule_files(pack.folder), *signal_files(pack.folder))]
        broken = [(path, content_of(path)) for path in files if path not in loaded]
    if letters:
        titled = [(("titles", words), words.removeprefix("@")) for words in letters.titles]
        mistakes.told(all_known, base / "letters.yaml", titled, set(lists.entries), "lexicon")
        mistakes.told(all_known, base / "letters.yaml", list(_signals_weighed(letters)), known, "signal")
    written = [*((each.path, each.spec) for each in sources), *((each.path, each.spec) for each in rules), *broken]
    for path, spec in written if all(pack.certain for pack in packs) else ():
        mistakes.told(all_known, path, [*signals_named(spec), *signals_asked(spec)], known, "signal")
        if facts.whole:
            mistakes.told(all_known, path, metrics_asked(spec), set(facts.facts.metrics), "metric")
    for path, spec in broken if entities and all(pack.certain for pack in packs) else ():
        mistakes.told(words.check, path, spec)
    marks = [(("marks", name), name) for name in roles.marks] if roles else []
    mistakes.told(all_known, base / "roles.yaml", marks, known, "signal")
    mistakes.stop()

    try:
        ordered = tuple(in_order(definitions))
    except ValueError as error:
        raise RuleError(str(base / "signals"), error.args[0], "Break the circle.") from error
    english = structure.english
    return Knowledge(
        packs=packs,
        layout=_layout(structure, entities),
        english=English(frozenset(english.words), english.at_least, english.min_words),
        lexicons=Lexicons({**lists.without(forms), **words.phrases, **facts.lexicons}),
        signals=ordered,
        role_marks=roles,
        letter_marks=letters,
        scale=_scale(scoring),
        facts=facts.facts,
        rules=rules,
        sources=sources,
    )


def _signals_weighed(letters: LetterFile) -> Iterator[tuple[Loc, str]]:
    """The signals that tell disputes from plans, each with its place."""
    yield from ((("needs", number), name) for number, name in enumerate(letters.needs))
    yield from ((("marks", name), name) for name in letters.marks)
    yield from ((("plan", name), name) for name in letters.plan)
    yield from ((("titles", words), name) for words, name in letters.titles.items())


def _scale(file: ScoringFile) -> Scale:
    bounds = file.verdicts
    return Scale(
        file.weights, file.most_deducted, file.most_deducted_of_dispute, file.repeat, bounds.ready, bounds.revise
    )


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
