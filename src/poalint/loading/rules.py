"""The files ``<theme>/<id>.yaml`` of packs to rules, as later packs change them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from poalint.errors import Mistakes, RuleError, nearest, stands_in_too
from poalint.loading.asked import part
from poalint.loading.expressions import all_end, expressions
from poalint.loading.packs import BUILT_IN, Pack, built_in
from poalint.loading.strays import no_stray_files
from poalint.loading.yamlfile import Loc, all_known, looked_at, mistake, named_as_its_file
from poalint.places import rule_files
from poalint.schema.rules import FILLS, RuleFile, RuleWords
from poalint.speech import Lang, Phrase, Tellable, several

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_FILLED = ("message", "advice")
"""The texts of a rule in which placeholders are filled."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as written, with the theme (folder), file and pack that it comes from."""

    spec: RuleFile
    theme: str
    path: Path
    pack: str

    def words(self, lang: Lang) -> RuleFile | RuleWords:
        """What the rule says to people, in one language; where there is no Chinese, in English."""
        return self.spec.zh if lang == "zh" and self.spec.zh else self.spec


def load_rules(packs: Iterable[Pack] = (), gathered: Mistakes | None = None) -> tuple[Rule, ...]:
    """The rules alone, by pack, theme and id, as later packs change them.

    Without ``packs`` the built-in one. Raises RuleError that lists every mistake in every rule file; with
    ``gathered`` they are put there instead.
    """
    mistakes = Mistakes() if gathered is None else gathered
    by_name: dict[str, Rule] = {}
    gone: set[str] = set()
    for pack in tuple(packs) or (built_in(),):
        mistakes.told(no_stray_files, pack)
        changed = mistakes.told(_changed, pack, by_name, gone)
        by_name = by_name if changed is None else changed
        gone |= set(pack.off)
        own = [rule for path in rule_files(pack.folder) if (rule := mistakes.told(load_rule, path, pack))]
        for rule in own:
            other = by_name.setdefault(rule.spec.id, rule)
            if other is not rule:
                said = stands_in_too("rule", rule.spec.id, other.path)
                remedy = "Give one of them another name; `change:` in pack.yaml re-weighs a rule of another pack."
                mistakes.add(mistake(rule.path, ("id",), said, remedy))
    if gathered is None:
        mistakes.stop()
    if not (by_name or mistakes):
        where = ", ".join(str(pack.folder) for pack in packs)
        raise RuleError(where, "there are no rules in this folder", "A rule is a file <theme>/<id>.yaml.")
    return tuple(by_name.values())


def load_rule(path: Path, pack: Pack) -> Rule:
    """The rule in one file. Raises RuleError that lists its mistakes."""
    mistakes = Mistakes()
    spec = mistakes.told(looked_at, path, RuleFile, partial(_look, path, pack))
    if spec is not None and pack.name != BUILT_IN:  # those of the built-in rules are tried by a test: it takes its time
        mistakes.told(all_end, path, expressions(spec))
    mistakes.stop()
    assert spec is not None, "else there was a mistake"
    return Rule(spec, path.parent.name, path, pack.name)


def _look(path: Path, pack: Pack, rule: Any) -> None:
    """Raise RuleError for what the form of a rule does not tell: its name, placeholders and Chinese."""
    mistakes = Mistakes()
    if isinstance(name := part(rule, "id"), str):
        mistakes.told(named_as_its_file, path, "id", "rule", name)
    check, chinese = part(rule, "check"), part(rule, "zh")
    kind = part(check, "kind")
    for prefix, words in (("", rule), ("zh", chinese)) if isinstance(kind, str) and kind in FILLS else ():
        for field in _FILLED:
            text = part(words, field)
            for name in _PLACEHOLDER.findall(text) if isinstance(text, str) else ():
                if name not in FILLS[kind]:
                    said = Phrase("{{{name}}} is filled with nothing", name=name)
                    loc: Loc = (prefix, field) if prefix else (field,)
                    mistakes.add(mistake(path, loc, said, _fillable(name, FILLS[kind]), f"{{{name}}}"))
    if "zh" in pack.languages:
        if chinese is None:
            mistakes.add(mistake(path, ("zh",), "the Chinese of this rule is missing", "Add the key zh."))
        closest = part(check, "closest")
        for number, each in enumerate(closest if isinstance(closest, list) else ()):
            if not str(part(each, "zh") or "").strip():
                place: Loc = ("check", "closest", number, "zh")
                mistakes.add(mistake(path, place, "the Chinese of this text is missing", "Add the key zh."))
    mistakes.stop()


def _fillable(name: str, fills: frozenset[str]) -> Tellable:
    """What a message may hold in place of the placeholder ``name``."""
    known = several(sorted(fills))
    if near := nearest(name, fills):
        return Phrase("A rule of this kind fills {names}. Did you mean {{{near}}}?", names=known, near=near[0])
    return Phrase("A rule of this kind fills {names}.", names=known)


def _changed(pack: Pack, rules: dict[str, Rule], gone: set[str]) -> dict[str, Rule]:
    """The rules of the packs before, without those that ``pack`` switches off, and as it re-weighs them.

    Of those that are ``gone``, because an earlier pack switched them off, nothing is left to change.
    """
    mistakes = Mistakes()
    for name in pack.change:
        if name in pack.off:
            said = Phrase("the rule {name!r} is switched off under `off`, so nothing can be changed", name=name)
            mistakes.add(mistake(pack.file, ("change", name), said, Phrase("Strike one of the two.")))
    wanted: list[tuple[Loc, str]] = [(("off", number), name) for number, name in enumerate(pack.off)]
    wanted += [(("change", name), name) for name in pack.change]
    if pack.certain:
        mistakes.told(all_known, pack.file, wanted, {*rules, *gone}, "rule of the packs that it extends")
    kept = {name: rule for name, rule in rules.items() if name not in pack.off}
    for name in pack.change:
        if (rule := kept.get(name)) is None:
            continue
        spec = mistakes.told(_reweighed, pack, rule)
        kept[name] = replace(rule, spec=spec) if spec else rule
    mistakes.stop()
    return kept


def _reweighed(pack: Pack, rule: Rule) -> RuleFile:
    """The rule as a pack changes it. Raises RuleError where that makes something of it that no rule may be."""
    from pydantic import ValidationError

    change = pack.change[rule.spec.id]
    try:
        return RuleFile.model_validate({**rule.spec.model_dump(by_alias=True), **change})
    except ValidationError as error:
        from poalint.loading.wording import told

        found = []
        for each in error.errors():
            # two keys contradict each other, and the pack may have written but the other one
            key = next((key for key in (*each["loc"][:1], *change) if key in change), "")
            loc: Loc = ("change", rule.spec.id, key)
            found.append(mistake(pack.file, loc, *told(each, loc, None, RuleFile)))
        raise RuleError.all_of(found) from error
