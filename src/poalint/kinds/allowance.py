"""``allowance``: what is wrong with an allowance, which is no part of the letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from poalint.facts import Facts
from poalint.model.reading import Hint, Reading
from poalint.schema.rules import AllowanceFault


def allowance(fields: AllowanceFault, facts: Facts) -> Callable[[Reading], Iterator[Hint]]:
    """Nothing in any reading: that an allowance is not used is known only once it is chosen what counts.

    So `poalint.asides.allowances` finds it, and fills in what the rule says.
    """
    return lambda reading: iter(())
