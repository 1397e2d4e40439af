"""How examples tell what a file holds beside its text, and where what it hangs on stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poalint.readers.hanging import hung
from poalint.testing.beside import SIGNS, beside
from poalint.testing.marks import marked


@pytest.mark.parametrize(
    ("written", "text", "extras"),
    [
        ("We paid 41{>>sure?<<} buyers.", "We paid 41 buyers.", [("comment", "41", "sure?")]),
        ("We {==paid 41==}{>>sure?<<} buyers.", "We paid 41 buyers.", [("comment", "paid 41", "sure?")]),
        ("We {==paid==} 41{>>sure?<<}.", "We paid 41.", [("comment", "41", "sure?")]),
        ("We {--never --}paid.", "We paid.", [("deletion", "We", "never")]),
        ("{%%not seen%%}We paid.", "We paid.", [("hidden", "We", "not seen")]),
        ("We {++paid 41++}{~~ buyers~~}.", "We paid 41 buyers.", [("insertion", "paid 41", "paid 41"), ("formatting", "buyers", "buyers")]),
        ("Dear {??«Name»??},", "Dear «Name»,", [("field", "«Name»", "«Name»")]),
        ("Dear {{name}}, {a} -- {x} ++ >>", "Dear {{name}}, {a} -- {x} ++ >>", []),
        ("{>>not closed", "{>>not closed", []),
    ],
)  # fmt: skip
def test_the_notation_is_taken_out_and_its_words_are_kept(written: str, text: str, extras: list[object]) -> None:
    seen = beside(written, ())
    assert seen.text == text
    assert [(each.kind, text[each.start : each.end], each.words) for each in seen.extras] == extras


@pytest.mark.parametrize(
    "written",
    [
        "We {--never --}[[paid 41]]{>>sure?<<} buyers.",
        "[[We]] {--never --}paid {++41++}.",
        "We {++[[paid 41]]++} buyers.",
        "We [[{++paid 41++}]] buyers.",
        "{%%x%%}We {==[[paid 41]]==}{>>sure?<<} buyers{--,--}.",
    ],
)
def test_marks_stay_at_their_words(written: str) -> None:
    taken = marked(written)
    seen = beside(taken.text, taken.spans)
    ((start, end),) = seen.spans
    assert seen.text[start:end] in ("paid 41", "We")


WORDS = st.text(alphabet="ab .\n", max_size=8)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(WORDS, st.sampled_from(sorted(SIGNS)), WORDS), max_size=5), WORDS)
def test_nothing_but_what_is_gone_is_lost(pieces: list[tuple[str, str, str]], last: str) -> None:
    written = "".join(f"{before}{SIGNS[kind][0]}{words}{SIGNS[kind][1]}" for before, kind, words in pieces) + last
    gone = ("comment", "deletion", "hidden")
    seen = beside(written, ())
    assert seen.text == "".join(before + ("" if kind in gone else words) for before, kind, words in pieces) + last
    assert [each.kind for each in seen.extras] == [kind for _, kind, _ in pieces]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab \n", max_size=12), st.integers(0, 15), st.integers(0, 15))
def test_what_hangs_on_a_text_hangs_on_words_of_one_line(text: str, start: int, length: int) -> None:
    begin, end = hung(text, start, start + length)
    found = text[begin:end]
    assert found == found.strip()
    assert "\n" not in found
    assert bool(found) == bool(text.strip())
