"""What a rule can demand: one table, one file a kind. A kind yields hints, the engine makes them findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from poalint.facts import Facts
from poalint.kinds.agree import agree
from poalint.kinds.allowance import allowance
from poalint.kinds.checkednumber import checked_number
from poalint.kinds.evidence import evidence
from poalint.kinds.fact import fact
from poalint.kinds.forbid import forbid
from poalint.kinds.leftin import left_in
from poalint.kinds.listed import listed
from poalint.kinds.measure import measure
from poalint.kinds.onename import one_name
from poalint.kinds.pasted import characters
from poalint.kinds.pattern import pattern
from poalint.kinds.require import require
from poalint.kinds.section import section
from poalint.kinds.unfit import unfit
from poalint.model.reading import Hint, Reading

Check = Callable[[Reading], Iterator[Hint]]

KINDS: dict[str, Callable[[Any, Facts], Check]] = {
    "agree": agree,
    "allowance": allowance,
    "characters": characters,
    "checked-number": checked_number,
    "evidence": evidence,
    "fact": fact,
    "forbid": forbid,
    "left-in": left_in,
    "listed": listed,
    "measure": measure,
    "one-name": one_name,
    "pattern": pattern,
    "require": require,
    "section": section,
    "unfit": unfit,
}
"""Each kind takes its fields as written, and what is known of cases, and gives a check; all is compiled there, once."""
