"""``checked-number``: a number whose own digits prove what it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from poalint.checkdigits import SCHEMES
from poalint.facts import Facts
from poalint.kinds.common import loose
from poalint.model.reading import Hint, Reading
from poalint.schema.found import CheckedNumber

_JOINTS = re.compile(r"[\s-]+")
_BEFORE = 40
"""So many characters before a number are searched for words that make it something else."""


def checked_number(fields: CheckedNumber, facts: Facts) -> Callable[[Reading], Iterator[Hint]]:
    """Findings at each match of ``patterns`` whose digits check out by ``scheme``.

    None where one of ``other`` stands shortly before it in the same line: by chance other numbers check out too. What
    is told of it are its first and last two places, for reports go further than letters.
    """
    wanted = re.compile("|".join(f"(?:{loose(each)})" for each in fields.patterns))
    other = re.compile("|".join(f"(?:{loose(each)})" for each in fields.other)) if fields.other else None
    checks = SCHEMES[fields.scheme]

    def check(reading: Reading) -> Iterator[Hint]:
        seen = reading.draft.plain
        for match in wanted.finditer(seen.text):
            number = _JOINTS.sub("", match[0])
            before = seen.text[max(0, match.start() - _BEFORE) : match.start()].rpartition("\n")[2]
            if checks(number) and not (other and other.search(before)):
                words = f"{number[:2]}\u2026{number[-2:]}"
                yield Hint(*seen.span(*match.span()), {"words": words}, fields.scheme)

    return check
