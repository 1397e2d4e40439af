"""``left-in``: what a file holds beside the letter's text, and would be sent with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from poalint.facts import Facts
from poalint.kinds.common import shortened
from poalint.model.reading import Hint, Reading
from poalint.schema.rules import LeftIn


def left_in(fields: LeftIn, facts: Facts) -> Callable[[Reading], Iterator[Hint]]:
    """Findings at each extra of a kind in ``of``, at the text that it hangs on."""
    wanted = frozenset(fields.of)

    def check(reading: Reading) -> Iterator[Hint]:
        for extra in reading.draft.extras:
            if extra.kind in wanted:
                yield Hint(extra.start, extra.end, {"words": shortened(extra.words, 120)}, extra.kind)

    return check
