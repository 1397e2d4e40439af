"""Pasted characters: a letter with them is judged as the one without, each finding at its place, and they are told."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from poalint.characters import alike, plain
from poalint.engine import Engine
from poalint.model import Draft, Mark, Report
from poalint.structure.lines import BULLET
from program import run

LETTER = """Dear Seller Performance Team,

Root cause

We apologise for any inconvenience. The carrier was to blame: nobody changed the handling time of ASIN B0C1YY7P4M.

Corrective actions

- On 3 May 2026 we refunded 41 buyers, e.g. of order 112-1234567-7654321.
- We will improve our service in the future!!!

Prevention

This will never happen again. The late shipment rate must stay below 7%. Please, my family will starve.

My name is [Your Name] and Amazon made a mistake.
"""
"""With findings of many kinds: of signals, patterns, figures, measures."""
PLACES = [found.start() for found in re.finditer(r"(?<=\w)(?=\w)", LETTER)]
SPACES = [found.start() for found in re.finditer(r"(?<=\w) (?=\w)", LETTER)]
UNSEEN = "\u200b\u00ad\ufeff\u200d\u2060\u202a\u200e"
A_CYRILLIC, E_CYRILLIC, O_GREEK = "\u0430", "\u0435", "\u03bf"
FULL = {each: chr(ord(each) + 0xFEE0) for each in map(chr, range(0x21, 0x7F)) if each.isalnum()}
PASTED = frozenset({
    "invisible-characters", "turned-direction", "look-alike-letters", "full-width-text", "styled-letters", "emoji",
    "unreadable-characters",
})  # fmt: skip
"""The rules that tell of such characters: they alone may find more in a letter with them."""


def found(report: Report) -> list[tuple[str, str]]:
    """The rules that found something, each with the words where it stands, as they read."""
    text = report.draft.text
    return [
        (each.rule, "" if each.start is None else " ".join(plain(text[each.start : each.end]).text.split()))
        for each in report.findings
        if each.rule not in PASTED
    ]


@pytest.fixture(scope="module")
def judged(engine: Engine) -> Callable[[str], Report]:
    return lambda text: engine.lint(Draft("letter", text))


def put_in(text: str, places: list[int], odd: str) -> str:
    """The text with ``odd`` at each of the places."""
    edges = [0, *sorted(set(places)), len(text)]
    return odd.join(text[start:end] for start, end in itertools.pairwise(edges))


def swapped(text: str, places: list[int], odd: str) -> str:
    """The text with ``odd`` in place of one character at each of the places."""
    return "".join(odd if at in places else each for at, each in enumerate(text))


def test_the_letter_has_findings_of_many_kinds(judged: Callable[[str], Report]) -> None:
    rules = {rule for rule, _ in found(judged(LETTER))}
    assert len(rules) >= 8
    assert {"unfilled-placeholder", "exclamation-marks", "wrong-target", "emotional-plea"} <= rules


# -- read right ------------------------------------------------------------------------------------------------------


@given(st.lists(st.sampled_from(PLACES), min_size=1, max_size=12), st.sampled_from(UNSEEN))
@settings(max_examples=15, deadline=None)
def test_what_nobody_sees_changes_no_finding(judged: Callable[[str], Report], places: list[int], odd: str) -> None:
    assert found(judged(put_in(LETTER, places, odd))) == found(judged(LETTER))


@given(st.lists(st.sampled_from(SPACES), min_size=1, max_size=12), st.sampled_from("\u00a0\u202f\u2009\u3000"))
@settings(max_examples=10, deadline=None)
def test_spaces_of_another_kind_change_no_finding(judged: Callable[[str], Report], places: list[int], odd: str) -> None:
    assert found(judged(swapped(LETTER, places, odd))) == found(judged(LETTER))


@pytest.mark.parametrize(
    ("letter", "odd"), [("a", A_CYRILLIC), ("e", E_CYRILLIC), ("o", O_GREEK), ("B", "\u0412"), ("A", "\u0391")]
)
def test_look_alikes_change_no_finding(judged: Callable[[str], Report], letter: str, odd: str) -> None:
    assert found(judged(LETTER.replace(letter, odd))) == found(judged(LETTER))


@given(st.sets(st.sampled_from([at for at, each in enumerate(LETTER) if each in FULL]), min_size=1, max_size=60))
@settings(max_examples=10, deadline=None)
def test_full_width_letters_change_no_finding(judged: Callable[[str], Report], places: set[int]) -> None:
    wide = "".join(FULL[each] if at in places else each for at, each in enumerate(LETTER))
    assert found(judged(wide)) == found(judged(LETTER))


@pytest.mark.parametrize("odd", ["\u200b", "\u00ad"])
def test_what_nobody_sees_in_every_word_changes_no_finding(judged: Callable[[str], Report], odd: str) -> None:
    assert found(judged(put_in(LETTER, PLACES, odd))) == found(judged(LETTER))


def test_a_letter_all_in_styled_letters_is_read(judged: Callable[[str], Report]) -> None:
    bold = "".join(
        chr(0x1D41A + ord(each) - 97)
        if "a" <= each <= "z"
        else chr(0x1D400 + ord(each) - 65)
        if "A" <= each <= "Z"
        else each
        for each in LETTER
    )
    assert found(judged(bold)) == found(judged(LETTER))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
@example("1\ufe0f\u20e3 of\ufb01ce\u200b \u0430 b")
@settings(max_examples=200, deadline=None)
def test_every_character_that_is_read_knows_its_place(text: str) -> None:
    seen = plain(text)
    assert not seen.places or len(seen.places) == len(seen.text)
    assert list(seen.places) == sorted(seen.places)
    if not seen.places:
        assert seen.text in (text, "")
    for at in range(len(seen.text)):
        start, end = seen.span(at, at + 1)
        assert end - start == 1
        assert seen.at(start) <= at
        assert plain(seen.text[at]).text in (seen.text[at], "") or not text[start].isascii()


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=80))
@settings(max_examples=100, deadline=None)
def test_latin_letters_stay_as_they_are(text: str) -> None:
    letters = [each for each in text if each.isalpha()]
    assert [each for each in plain(text).text if each.isalpha()] == letters
    assert alike(text) == []


def test_marks_of_the_file_keep_their_stretch() -> None:
    text = "Ro\u200bot ca\u200buse\nWe ship\u00adped 41 orders late."
    from poalint import loader, structure

    end = text.index("\n")
    draft = Draft("letter", text, marks=(Mark("heading", 0, end), Mark("list-item", end + 1, len(text))))
    made = structure.blocks(draft, loader.load().layout)
    assert [(each.kind, text[each.start : each.end], each.role) for each in made] == [
        ("heading", text[:end], "cause"),
        ("list-item", text[end + 1 :], "cause"),
    ]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("\u2705 Refunded", "Refunded"),
        ("\U0001f539Refunded", "Refunded"),
        ("\u27a1\ufe0f Refunded", "Refunded"),
        ("1) Refunded", "Refunded"),
        ("\uf0b7 Refunded", "Refunded"),
        ("\U0001f449\U0001f449  Refunded", "Refunded"),
    ],
)
def test_emoji_begin_items(line: str, rest: str) -> None:
    marker = BULLET.match(line)
    assert marker is not None
    assert line[marker.end() :] == rest


def test_a_keycap_numbers_an_item() -> None:
    assert plain("1\ufe0f\u20e3 Refunded").text == "1) Refunded"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("\u9000\u6b3e\uff0c\u597d", "\u9000\u6b3e\uff0c\u597d"),
        ("refund\uff0cdone", "refund,done"),
        ("\u0410\u043d\u043d\u0430 and \u0421\u043e\u0441\u043e \u041f\u0435\u0442\u0440\u043e\u0432\u0430", None),
        ("the angle \u03b1 is", None),
        ("Zo\u00eb M\u00fcller \u0141ukasz", None),
        ("\u0430 parcel", "a parcel"),
        ("\u0412\u04210\u0421", None),
        ("line\u2028break", "line\nbreak"),
    ],
)
def test_what_is_read_of_a_text(text: str, read: str | None) -> None:
    assert plain(text).text == (text if read is None else read)


# -- reported --------------------------------------------------------------------------------------------------------


SENTENCE = "We shipped 41 orders late in March because nobody had changed the handling time after the move."


@pytest.mark.parametrize(
    ("odd", "rule", "words", "says"),
    [
        ("of B0C1\u200bYY7P4M and so\u200bap", "invisible-characters", "B0C1\u200bYY7P4M", "places: 2"),
        ("of \u202aB0C1YY7P4M\u202c", "turned-direction", "\u202aB0C1YY7P4M\u202c.", "places: 2"),
        ("of s\u043eap", "look-alike-letters", "s\u043eap", "U+043E"),
        ("\uff0cof soap", "full-width-text", "\uff0c", "places: 1"),
        (
            "of \U0001d42c\U0001d428\U0001d41a\U0001d429",
            "styled-letters",
            "\U0001d42c\U0001d428\U0001d41a\U0001d429",
            "U+1D42C, U+1D428",
        ),
        ("of soap \U0001f600\U0001f600", "emoji", "\U0001f600\U0001f600", "places: 1"),
        ("of s\ufffdap", "unreadable-characters", "\ufffd", "U+FFFD"),
        ("of s\x07ap", "unreadable-characters", "\x07", "U+0007"),
    ],
)
def test_each_sort_is_told_once_at_its_first_place(
    judged: Callable[[str], Report], odd: str, rule: str, words: str, says: str
) -> None:
    text = f"{SENTENCE} The 41 parcels were {odd}."
    (finding,) = (each for each in judged(text).findings if each.rule in PASTED)
    assert finding.rule == rule
    assert text[finding.start : finding.end] == words
    assert says in finding.message


@pytest.mark.parametrize(
    "honest",
    [
        "\u201cQuoted\u201d \u2013 it\u2019s fine \u2026 caf\u00e9, Zo\u00eb, "
        "M\u00fcller, \u0141ukasz, Jos\u0065\u0301.",
        "The supplier "
        "\u6df1\u5733\u5e02\u534e\u4e30\uff08\u5b9d\u5b89\uff09\u6709\u9650\u516c\u53f8\uff0c\uff12\u697c.",
        "The buyer \u0410\u043d\u043d\u0430 "
        "\u041f\u0435\u0442\u0440\u043e\u0432\u0430 and \u0393\u03b9\u03ce\u03c1\u03b3\u03bf\u03c2.",
        "5 \u00b5m at 20 \u00b0C, 3 \u00d7 4 \u2260 13, \u20ac 5, \u00a35, "
        "Brand\u2122, \u2713 done \u2192 sent\u00a0on 3\u00a0May.",
        "The seller \u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 and \u0915\u094d\u200d\u0937.",
        "Tab\there and a line\r\nbreak.",
    ],
)
def test_honest_characters_are_not_told(judged: Callable[[str], Report], honest: str) -> None:
    assert [each.rule for each in judged(f"{SENTENCE} {honest}").findings if each.rule in PASTED] == []


def test_the_program_tells_them_in_chinese_too(tmp_path: pytest.TempPathFactory) -> None:
    done = run(
        "check", "-", "--select", "invisible-characters", "--lang", "zh", stdin=f"{SENTENCE} so\u200bap".encode()
    )
    assert "看不见的字符" in done.out
    assert "U+200B" in done.out
