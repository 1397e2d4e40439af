"""Packs of YAML to all that the stages need to know. Every mistake is told with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from poalint.english import English
from poalint.errors import Mistakes, RuleError
from poalint.facts import Facts
from poalint.folding import EntityForm
from poalint.grammar import MADE, NEEDED
from poalint.lexicon import Lexicons
from poalint.loading.compiling import Vocabulary
from poalint.loading.facts import FactFiles
from poalint.loading.lexicons import lexicon_lists
from poalint.loading.packs import Pack, built_in
from poalint.loading.rules import Rule, load_rules, metrics_asked, signals_asked
from poalint.loading.signals import SignalSource, signal_sources, signals_named
from poalint.loading.yamlfile import Loc, all_known, read_file
from poalint.model import Role, Scale
from poalint.places import signal_files
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


def load(packs: Iterable[Pack] = ()) -> Knowledge:
    """Everything that packs hold; without ``packs`` the built-in one.

    Raises RuleError that lists every mistake, names that lead nowhere among them.
    """
    packs = tuple(packs) or (built_in(),)
    base = packs[0].folder
    mistakes = Mistakes()
    rules = mistakes.told(load_rules, packs, mistakes) or ()
    structure: Any = mistakes.told(read_file, base / "structure.yaml", StructureFile)
    entities: Any = mistakes.told(read_file, base / "entities.yaml", EntitiesFile)
    roles: Any = mistakes.told(read_file, base / "roles.yaml", RoleFile)
    letters: Any = mistakes.told(read_file, base / "letters.yaml", LetterFile)
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
        said = Phrase("the lexicon {name!r}, which clauses are read with, is missing", name=name)
        mistakes.add(RuleError(str(base / "lexicon"), said))
    words = Vocabulary({*lists.entries, *forms, *MADE}, lists.groups(forms), {})
    sound = sources if entities else ()
    definitions = [made for each in sound if (made := mistakes.told(words.definition, each.path, each.spec))]
    # a broken file is told as such, and not besides by all who name its signal
    known = {path.stem for pack in packs for path in signal_files(pack.folder)}
    for each in sources:
        mistakes.told(all_known, each.path, signals_named(each.spec), known, "signal")
    if letters:
        titled = [(("titles", words), words.removeprefix("@")) for words in letters.titles]
        mistakes.told(all_known, base / "letters.yaml", titled, set(lists.entries), "lexicon")
        mistakes.told(all_known, base / "letters.yaml", list(_signals_weighed(letters)), known, "signal")
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
        raise RuleError(str(base / "signals"), error.args[0], "Break the circle.") from error
    english = structure.english
    return Knowledge(
        packs=packs,
        layout=_layout(structure, entities),
        english=English(frozenset(english.words), english.at_least, english.min_words),
        lexicons=Lexicons({**lists.without(forms), **words.phrases, **gathered.lexicons}),
        signals=ordered,
        role_marks=roles,
        letter_marks=letters,
        scale=_scale(scoring),
        facts=gathered.facts,
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
