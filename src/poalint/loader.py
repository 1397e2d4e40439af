"""Packs of YAML to all that the stages need to know. Every mistake is told with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, cast

from poalint.english import English
from poalint.errors import Mistakes, RuleError, nearest, no_such
from poalint.facts import Facts
from poalint.folding import EntityForm
from poalint.grammar import MADE, NEEDED
from poalint.lexicon import Lexicons
from poalint.loading.compiling import Vocabulary
from poalint.loading.facts import FactFiles
from poalint.loading.lexicons import lexicon_lists
from poalint.loading.packs import BUILT_IN, Pack, built_in
from poalint.loading.rules import Rule, load_rules, metrics_asked, signals_asked
from poalint.loading.signals import SignalSource, signal_sources, signals_named
from poalint.loading.yamlfile import Loc, all_known, read_file
from poalint.model import Role, Scale
from poalint.places import NOT_THEMES, rule_files, signal_files
from poalint.schema.tables import EntitiesFile, LetterFile, RoleFile, ScoringFile, StructureFile
from poalint.signals import Definition, in_order
from poalint.speech import Phrase, Tellable, either
from poalint.structure import Layout

_TABLES = frozenset(
    f"{name}.yaml" for name in ("structure", "entities", "roles", "letters", "scoring", "outline", "marketplaces")
)
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
    for pack in packs:
        mistakes.told(_no_stray_files, pack)
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


def _no_stray_files(pack: Pack) -> None:
    """Refuse files that nothing would read: a misspelt name must not pass in silence."""
    known = _FILES | (_TABLES if pack.name == BUILT_IN else frozenset())
    mistakes = Mistakes()
    found = {path for pattern in ("*.y*ml", "*/*.yml", "*/*/**/*.y*ml") for path in pack.folder.glob(pattern)}
    for path in sorted(found):
        inner = path.relative_to(pack.folder).parts
        hidden = any(part.startswith(".") for part in inner)  # of other programs: version control, editors
        if not hidden and (len(inner) > 1 or path.name not in known):
            mistakes.add(RuleError(str(path), *_stray(path, len(inner), known)))
    themes = _themes(built_in().folder)
    for theme in sorted(_themes(pack.folder) - themes):
        if near := get_close_matches(theme.lower(), [*themes, *NOT_THEMES], n=1, cutoff=_A_SLIP):
            said = no_such("folder of rules", theme)
            hint = Phrase("Did you mean {names}? A theme of your own needs a name less like it.", names=near[0])
            mistakes.add(RuleError(str(pack.folder / theme), said, hint))
    mistakes.stop()


def _stray(path: Path, depth: int, known: frozenset[str]) -> tuple[Phrase, Tellable]:
    """Why nothing reads a file that lies so deep in its pack, and what to do about it."""
    if depth == 1 and path.name in _TABLES:
        return Phrase("only the built-in rules hold this table"), Phrase("Strike the file.")
    reason = Phrase("nothing reads a file of this name here")
    if depth > 2:
        return reason, Phrase("A rule is a file <theme>/<id>.yaml, a signal signals/<name>.yaml.")
    if path.suffix != ".yaml":
        return reason, Phrase("Its name must end in .yaml.")
    # the stems are compared: all names end alike, and so would be near each other
    near = [f"{stem}.yaml" for stem in nearest(path.stem, {name.removesuffix(".yaml") for name in known})]
    return reason, Phrase("Did you mean {names}?", names=either(near)) if near else Phrase("Strike the file.")


def _scale(file: ScoringFile) -> Scale:
    bounds = file.verdicts
    return Scale(
        file.weights, file.most_deducted, file.most_deducted_of_dispute, file.repeat, bounds.ready, bounds.revise
    )


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
