"""A total that does not go with what was counted before: "41 orders were late", and later "all 38 orders"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from poalint.kinds.common import holding, loose
from poalint.model.reading import Reading
from poalint.numerals import NUMERAL, worth
from poalint.schema.rules import Totals

_NUMBER = f"(?P<value>{NUMERAL})"
_ANY = re.compile(NUMERAL, re.IGNORECASE)
_REMEMBERED = 100
"""So many numbers before a total are added up at most."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things in a text: its span in characters, its worth, and the place of the things in their order."""

    start: int
    end: int
    number: int
    things: int


@dataclass(frozen=True, slots=True)
class Clash:
    """A total, and the count before it that it does not go with."""

    total: Count
    count: Count


def totals(fields: Totals) -> Callable[[Reading], Iterator[Clash]]:
    """Totals of things that were counted otherwise where the fault was told, and that no number before explains.

    Of one thing both must be equal; of two, as many of the first as of the second at most, as listed in ``things``:
    there are no more buyers than orders. Where the fault is told with several counts nothing is said: they may add up.
    """
    counted = [_compiled(fields.counted, each) for each in fields.things]
    whole = [[_compiled(pattern, each) for pattern in fields.whole] for each in fields.things]

    def found(reading: Reading) -> Iterator[Clash]:
        seen = reading.draft.plain
        told = [reading.sentences[index] for index in sorted(holding(reading, fields.told_with))]
        spans = [(seen.at(each.start), seen.at(each.end)) for each in told]
        own = [(seen.at(b.start), seen.at(b.end)) for b in reading.blocks if b.kind != "quote" and not b.quoted]
        bases = [
            count for at, pattern in enumerate(counted) for count in _counts([pattern], at, seen.text)
            if any(start <= count.start < end for start, end in spans)
        ]  # fmt: skip
        for at, patterns in enumerate(whole):
            for total in _counts(patterns, at, seen.text):
                before = [each for each in bases if each.end <= total.start]
                if not any(start <= total.start < end for start, end in own) or _told_before(total, seen.text):
                    continue
                if base := _clashing(total, before):
                    yield Clash(total, base)

    return found


def _compiled(pattern: str, things: str) -> re.Pattern[str]:
    return re.compile(loose(pattern).replace("{value}", _NUMBER).replace("{things}", f"(?:{things})"), re.IGNORECASE)


def _counts(patterns: list[re.Pattern[str]], things: int, text: str) -> Iterator[Count]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            if (number := worth(match["value"])) is not None and number > 1:
                yield Count(match.start(), match.end(), number, things)


def _told_before(total: Count, text: str) -> bool:
    """Whether the number stands somewhere before, or is the sum of some in a row: then it is explained."""
    numbers = [worth(each[0]) or 0 for each in _ANY.finditer(text, 0, total.start)][-_REMEMBERED:]
    return any(total.number in accumulate(numbers[at:]) for at in range(len(numbers)))


def _clashing(total: Count, before: list[Count]) -> Count | None:
    """The count that a total does not go with: of its own things, or else of others."""
    for things in sorted({each.things for each in before}, key=lambda each: each != total.things):
        alike = [each for each in before if each.things == things]
        if len({each.number for each in alike}) > 1:
            return None
        over, same = total.number > alike[0].number, total.number == alike[0].number
        if not same and (things == total.things or over == (total.things < things)):
            return alike[0]
        if things == total.things:
            return None
    return None
