"""Which rules count: chosen by the name of a rule, a pillar or a flag."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from poalint.errors import PoalintError, UnknownNameError
from poalint.model import Finding, RuleInfo

Names = tuple[str, ...]
Called = tuple[str, str | None, str | None]
"""A rule's id, its pillar and its flag."""


@dataclass(frozen=True, slots=True)
class Selection:
    """``select`` (all rules, where it is empty) and ``extend``, less ``ignore``; each name is a rule, pillar or flag.

    Between a name that selects and one that ignores the closer one decides: a rule before a pillar or flag. Where both
    are as close, ``ignore`` does.
    """

    select: Names = ()
    extend: Names = ()
    ignore: Names = ()

    @property
    def is_whole(self) -> bool:
        """Whether all rules count."""
        return not (self.select or self.ignore)

    def keeps(self, rule: Finding | RuleInfo) -> bool:
        """Tell whether a rule, or what it found, counts."""
        return self.keeps_called((rule.rule if isinstance(rule, Finding) else rule.id, rule.pillar, rule.flag))

    def keeps_called(self, called: Called) -> bool:
        """The same of a rule that is given by what it is called."""
        wanted, ignored = _closest(called, (*self.select, *self.extend)), _closest(called, self.ignore)
        return wanted > ignored or (not self.select and not ignored)


def _closest(called: Called, names: Names) -> int:
    """How closely one of the names means a rule: 2 by its own name, 1 by its pillar or flag, 0 not at all."""
    rule, *wider = called
    return 2 if rule in names else int(any(each in names for each in wider))


def refuse_unknown(selection: Selection, rules: Iterable[Called]) -> None:
    """Refuse a name that matches none of the ``rules``, each given as its id, pillar and flag.

    Raises UnknownNameError with the nearest known one, and PoalintError where of what is selected all is ignored.
    """
    asked = tuple(rules)
    known: dict[str, None] = {}
    for rule in asked:
        known |= dict.fromkeys(name for name in rule if name)
    for name in (*selection.select, *selection.extend, *selection.ignore):
        if name not in known:
            raise UnknownNameError("rule, pillar or flag", name, known)
    if selection.select and not any(map(selection.keeps_called, asked)):
        said = "all that is selected is ignored too, so nothing would be checked"
        raise PoalintError("", said, "Take a name out of --ignore, or select more.")
