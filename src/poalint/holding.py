"""What holds for each draft, of all that the command line, the draft and its configuration say."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from poalint.errors import DraftError, Mistakes, RuleError, SettingsError, listed, meant, no_such
from poalint.gates import Gate
from poalint.layers import SELECTING, Given, Held, Layer, merged, said, value, values
from poalint.limits import USUAL, USUALLY, Limits
from poalint.loading.configuration import Configuration, Project
from poalint.model import Draft
from poalint.places import from_here, rules_folder, violation_files
from poalint.selection import Selection, refuse_unknown
from poalint.settings import Judging, Settings
from poalint.speech import Lang, Phrase

_NAMES = {"violation": "violation", "marketplace": "marketplace", **dict.fromkeys(SELECTING, "rule, pillar or flag")}
"""The keys whose values name something, and what."""
Packs = tuple[str, ...]


class Holding:
    """Tells what holds for each draft. What the command line says is ``asked``, and counts most.

    ``lang`` is the language where nothing names one; ``model`` names the pipeline.
    """

    def __init__(self, project: Project, asked: Layer, lang: Lang = "en", model: str | None = None) -> None:
        self._project = project
        self._asked = asked
        self._lang: Lang = lang
        self._model = model
        self._violations: dict[Packs, frozenset[str]] = {}
        self._rules: dict[Packs, frozenset[str]] = {}
        self._checked: set[Path] = set()
        self._homes: dict[str, Path] = {}

    def also(self, asked: Layer) -> Holding:
        """The same where the command line says more."""
        return Holding(self._project, merged((self._asked, asked)), self._lang, self._model)

    def check(self, paths: Iterable[str]) -> Packs:
        """The packs that the command line and the configurations of ``paths`` name, as far as these can be read.

        Raises UnknownNameError where the command line names a rule, pillar or flag that none of them has.
        """
        layers: list[Layer] = []
        for path in paths:
            try:
                configuration = self._project.configuration(_folder(path))
            except RuleError:
                continue  # each draft will tell
            layers += [configuration.base, *(each.layer for each in configuration.overrides)]
        packs = _packs((*layers, self._asked))
        refuse_unknown(_selection(self._asked), _rules(packs) if any(key in self._asked for key in SELECTING) else ())
        return packs

    def __call__(self, draft: Draft) -> Settings:
        """What holds for a draft. Raises RuleError for mistakes in its configuration or front matter."""
        held = self.held(draft)
        packs = values(held, "rules")
        case, letter, seconds = value(held, "violation"), value(held, "as"), self.limits(draft.path).seconds
        judging = Judging(self._model, packs, case, letter, value(held, "lang"), seconds)
        least, warnings = value(held, "min-score"), value(held, "max-warnings")
        gate = Gate(value(held, "fail-on"), least, dict(values(held, "min-pillar")), warnings)
        return Settings(judging, _selection(held), gate, value(held, "marketplace"), value(held, "baseline"))

    def limits(self, path: str) -> Limits:
        """How much the draft at ``path`` may hold; the usual, where its configuration cannot be read."""
        try:
            return self._project.configuration(self._home(path)).limits(path)
        except RuleError:
            return USUAL  # whoever asks what else holds will tell

    def _home(self, path: str) -> Path:
        """The folder that a draft lies in; the system is asked once for all of them."""
        name = os.path.dirname(path)
        if name not in self._homes:
            self._homes[name] = Path(os.path.abspath(name))
        return self._homes[name]

    def held(self, draft: Draft) -> Mapping[str, tuple[Given, ...]]:
        """Every value that holds for a draft, with where it came from. Raises RuleError as a call does."""
        configuration = self._configuration(draft.path)
        own = _of_draft(draft)
        defaults = said("default", lang=self._lang, fail_on="error")
        held = merged((defaults, *configuration.layers(draft.path), own, self._asked))
        self._check((own,), values(held, "rules"))
        if "marketplace" in held:
            (each,) = held["marketplace"]
            held["marketplace"] = (Given(self._sites[each.value.lower()], each.origin),)
        return held

    def shown(self, draft: Draft | DraftError) -> Held | DraftError:
        """What holds for a draft, told with its configuration file, or why that cannot be told."""
        if isinstance(draft, DraftError):
            return draft
        try:
            held = self.held(draft)
        except RuleError as error:
            return SettingsError(draft.path, error)
        file = self._project.file_for(self._home(draft.path))
        keys = {**held, "rules": _told(held.get("rules", ())), **_limits(held)}
        return Held(draft.path, from_here(file) if file else None, keys)

    def _configuration(self, path: str) -> Configuration:
        """The configuration for a path, its names checked. Raises RuleError, the same one for each draft."""
        made = self._project.configuration(self._home(path))
        if made.path is not None and made.path not in self._checked:
            layers = [made.base, *(each.layer for each in made.overrides)]
            self._check(layers, _packs((*layers, self._asked)))
            self._checked.add(made.path)
        return made

    def _check(self, layers: Iterable[Layer], packs: Packs) -> None:
        """Refuse names that nothing goes by, each at its place."""
        mistakes = Mistakes()
        for layer in layers:
            for key, what in _NAMES.items():
                for each in layer.get(key, ()):
                    known = self._known(key, packs)
                    name = each.value.lower() if key == "marketplace" else each.value
                    if name not in known and each.origin.place is not None:
                        reason = Phrase("{key}: {reason}", key=key, reason=no_such(what, each.value))
                        mistakes.add(RuleError(each.origin.place, reason, meant(name, known, listed(what, known))))
        mistakes.stop()

    def _known(self, key: str, packs: Packs) -> Iterable[str]:
        if key == "marketplace":
            return self._sites
        return self._violations_in(packs) if key == "violation" else self._rules_in(packs)

    @cached_property
    def _sites(self) -> Mapping[str, str]:
        """The site of each marketplace, under its code and its own name."""
        from poalint.loading.yamlfile import load_yaml

        codes: dict[str, str] = load_yaml(rules_folder() / "marketplaces.yaml")["marketplaces"]
        return {**codes, **{site: site for site in codes.values()}}

    def _violations_in(self, packs: Packs) -> frozenset[str]:
        if packs not in self._violations:
            from poalint.loading.packs import find

            found = (path.stem for pack in find(packs) for path in violation_files(pack.folder))
            self._violations[packs] = frozenset(found)
        return self._violations[packs]

    def _rules_in(self, packs: Packs) -> frozenset[str]:
        """The names of rules, pillars and flags."""
        if packs not in self._rules:
            self._rules[packs] = frozenset(name for names in _rules(packs) for name in names if name)
        return self._rules[packs]


def _limits(held: Layer) -> Layer:
    """All limits, those that nobody changed too."""
    return merged(({"limits": USUALLY}, {"limits": held.get("limits", ())}))


def _told(packs: tuple[Given, ...]) -> tuple[Given, ...]:
    """Packs as people are told them: the folders that a configuration names lie anywhere."""
    return (
        tuple(
            replace(each, value=from_here(Path(each.value))) if each.origin.by == "configuration" else each
            for each in packs
        )
        or packs
    )


def _of_draft(draft: Draft) -> Layer:
    """What a draft says of itself; where that is nothing, nothing is imported to read it."""
    if not draft.front:
        return {}
    from poalint.loading.settable import of_draft

    return of_draft(draft)


def _selection(layer: Layer) -> Selection:
    return Selection(*(values(layer, key) for key in SELECTING))


def _rules(packs: Packs) -> Iterator[tuple[str, str | None, str | None]]:
    """Each rule's id, pillar and flag."""
    from poalint.cards import cards
    from poalint.loading.packs import find

    return ((each.id, each.pillar, each.flag) for each in cards(find(packs)))


def _packs(layers: Iterable[Layer]) -> Packs:
    return tuple(dict.fromkeys(pack for layer in layers for pack in values(layer, "rules")))


def _folder(path: str) -> Path:
    """The folder that a path lies in, or is; standard input lies where the program was started."""
    there = Path(os.path.abspath(path))
    return there if there.is_dir() else there.parent
