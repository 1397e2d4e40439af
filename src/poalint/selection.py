"""Which rules count: chosen by the name of a rule, a pillar or a flag."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from poalint.errors import UnknownNameError
from poalint.model import Finding, RuleInfo

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """``select`` (all rules, where it is empty) and ``extend``, less ``ignore``; each name is a rule, pillar or flag.

    Between a name that selects and one that ignores the closer one decides: a rule before a pillar or flag. Where both
    are as close, ``ignore`` does.
    """

    select: Names = ()
    extend: Names = ()
    ignore: Names = ()

    def keeps(self, rule: Finding | RuleInfo) -> bool:
        """Tell whether a rule, or what it found, counts."""
        wanted, ignored = _closest(rule, (*self.select, *self.extend)), _closest(rule, self.ignore)
        return wanted > ignored or (not self.select and not ignored)


def _closest(rule: Finding | RuleInfo, names: Names) -> int:
    """How closely one of the names means a rule: 2 by its own name, 1 by its pillar or flag, 0 not at all."""
    if (rule.rule if isinstance(rule, Finding) else rule.id) in names:
        return 2
    return int(rule.pillar in names or rule.flag in names)


def refuse_unknown(selection: Selection, rules: Iterable[tuple[str, str | None, str | None]]) -> None:
    """Refuse a name that matches none of the ``rules``, each given as its id, pillar and flag.

    Raises UnknownNameError with the nearest known one.
    """
    known: dict[str, None] = {}
    for rule in rules:
        known |= dict.fromkeys(name for name in rule if name)
    for name in (*selection.select, *selection.extend, *selection.ignore):
        if name not in known:
            raise UnknownNameError("rule, pillar or flag", name, known)
