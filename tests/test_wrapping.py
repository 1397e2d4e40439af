# ruff: noqa: RUF001 # it is about full-width marks
"""Rows and columns on a screen on which some characters take two columns."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from poalint.formats.columns import listed_under, padded, widest, with_id
from poalint.formats.wrapping import rows

MIXED = st.text(alphabet="ab cd-/,.)(\u201c\u201d。，（）、中文字符\u0301\U0001f600ＡP", max_size=120)


def cut(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in rows(text, width)]


@given(MIXED, st.integers(1, 40))
def test_rows_hold_all_of_the_text_and_fit(text: str, width: int) -> None:
    made = cut(text, width)
    assert "".join(made) == text
    assert all(made)
    assert all(cell_len(row.rstrip()) <= width or len(row.rstrip()) == 1 for row in made)


@given(st.lists(st.text(alphabet="abcxyz", min_size=1, max_size=9), max_size=30), st.integers(9, 40))
def test_english_breaks_between_words_and_rows_are_full(words: list[str], width: int) -> None:
    made = [row.rstrip() for row in cut(" ".join(words), width)]
    assert " ".join(made).split() == words
    for row, following in pairwise(made):
        assert len(row) + 1 + len(following.split()[0]) > width


@given(st.text(alphabet="中文字符审核", max_size=80), st.integers(2, 30))
def test_chinese_breaks_anywhere_and_rows_are_full(text: str, width: int) -> None:
    assert [len(row) for row in cut(text, width)[:-1]] == [width // 2] * (len(cut(text, width)) - 1)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("审核人员看到，", 12, ["审核人员看", "到，"]),
        ("审核人员（看到）", 10, ["审核人员", "（看到）"]),
        ("改走渠道（dispute），并附上", 20, ["改走渠道", "（dispute），并附上"]),
        ("写POA的人", 6, ["写POA", "的人"]),
        ("a b c", 3, ["a b ", "c"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("x abcdefgh", 4, ["x ", "abcd", "efgh"]),
        ("", 5, []),
        ("   ", 2, ["   "]),
    ],
)
def test_marks_stay_where_they_belong(text: str, width: int, expected: list[str]) -> None:
    assert cut(text, width) == expected


@given(st.lists(MIXED, min_size=1, max_size=5))
def test_columns_are_as_wide_as_their_widest_text(texts: list[str]) -> None:
    width = widest(texts)
    assert {cell_len(padded(text, width)) for text in texts} == {width}
    assert all(padded(text, width).startswith(text) for text in texts)


def test_names_stand_beside_the_ids_that_people_type() -> None:
    assert with_id("root-cause", "en") == "root-cause"
    assert with_id("root-cause", "zh") == "根本原因（root-cause）"
    assert with_id("my-theme", "zh") == "my-theme"
    assert listed_under("tone (no pillar)", "en") == "tone (no pillar)"
    assert listed_under("my-theme (no pillar)", "zh") == "my-theme：不属于五个要点"
