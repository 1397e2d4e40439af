"""Whole numbers in figures and in words."""

from __future__ import annotations

import re

import pytest

from poalint.numerals import NUMERAL, worth

NUMBER = re.compile(NUMERAL, re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("41 orders", [41]),
        ("1,260 buyers and 12,000 letters", [1260, 12000]),
        ("twelve of Thirty-one", [12, 31]),
        ("a hundred and six, one hundred, two hundred", [106, 100, 200]),
        ("two hundred and forty-one", [241]),
        ("4.2%, 41%, B07KX2M9QT, 2.5 mm, 12.5", []),
        ("often, anyone, weighty, tenfold", []),
        ("ten twenty", [None]),
    ],
)
def test_numbers_are_found_and_worth_what_they_say(text: str, numbers: list[int | None]) -> None:
    assert [worth(each[0]) for each in NUMBER.finditer(text)] == numbers
