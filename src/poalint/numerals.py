"""Whole numbers as they are written in English, in figures or in words."""

from __future__ import annotations

import re

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORTH = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
}
_SMALL = "|".join(sorted(_WORTH, key=len, reverse=True))
NUMERAL = (
    rf"(?<![\w.,])(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}|(?:a |one )?hundred(?: and)?(?:[ -](?:{_SMALL}))*"
    rf"|(?:{_SMALL})(?:[ -](?:{_SMALL}|hundred|and))*)(?![\w%]|[.,]\d)"
)
"""A regular expression, without groups, for a whole number: "41", "1,260", "twelve", "a hundred and thirty-one"."""


def worth(written: str) -> int | None:
    """The number that a `NUMERAL` stands for; None where its words make none ("two ten")."""
    if written[:1].isdigit():
        return int(written.replace(",", ""))
    total, last = 0, 0
    for word in re.split(r"[\s-]+", written.lower()):
        if word in ("a", "and"):
            continue
        if word == "hundred":
            total, last = (total or 1) * 100, 100
            continue
        value = _WORTH[word]
        if last and not ((value < 10 and last >= 20) or last == 100):
            return None
        total, last = total + value, value
    return total
