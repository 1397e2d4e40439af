"""Whatever bytes a file holds: a draft or a message, in time; and every place in a draft is one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostile import mutated, samples
from poalint import comments, loader, structure
from poalint.errors import DraftError
from poalint.limits import Limits
from poalint.loader import Knowledge
from poalint.model import Draft
from poalint.readers import READERS, read
from program import BAD, run

LIMITS = Limits(megabytes=0.1, file_megabytes=1, unpacked_megabytes=2, characters=20_000, words=4_000, seconds=10)
SUFFIXES = sorted({suffix for each in READERS.values() for suffix in each.suffixes})
SAMPLES = samples()
HEADS = (
    "",
    "\ufeff",
    "%PDF-1.7\n",
    "PK\x03\x04",
    "{\\rtf1 ",
    "<!DOCTYPE html><p>",
    "From: a@b\n\n",
    "---\nlang: en\n---\n",
)
TEXT = st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("\r\n\t #>*-|_[](){}<>&\\`~0\u200b\u00a0\ufeff"))
BYTES = st.binary(max_size=400) | st.builds(
    lambda head, text, encoding: (head + text).encode(encoding, "replace"),
    st.sampled_from(HEADS),
    TEXT,
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "gb18030", "cp1252"]),
)
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def known() -> Knowledge:
    return loader.load()


def sound(draft: Draft) -> None:
    """Assert that every place in a draft is one, and that what stands there can be told."""
    length = len(draft.text)
    assert 0 <= draft.front <= length
    for start, end in [(each.start, each.end) for each in draft.marks] + [(e.start, e.end) for e in draft.extras]:
        assert 0 <= start <= end <= length
    for listed in (draft.marks, draft.spots):
        starts = [each.start for each in listed]
        assert starts == sorted(starts)
    assert all(0 <= spot.start <= length for spot in draft.spots)
    plain = [mark for mark in draft.marks if mark.kind != "markup"]
    assert all(one.end <= other.start for one, other in pairwise(plain)), "marks lie apart"
    assert len(draft.body) == length
    assert [draft.body[at] for at in range(length) if draft.text[at] in "\r\n"] == [
        char for char in draft.text if char in "\r\n"
    ]
    for offset in range(length + 1):
        line, column = draft.position(offset)
        assert line >= 1
        assert column >= 1
        assert min(draft.place(offset)) >= 0
        assert str(draft.told(offset))
    if not draft.spots:
        breaks = draft.text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
        assert draft.position(length)[0] == breaks + 1


def cut(draft: Draft) -> None:
    """Assert that a draft's text can be cut into blocks, each within it and behind the one before."""
    blocks = structure.blocks(comments.letter_of(draft), known().layout)
    places = [(each.start, each.end) for each in blocks]
    assert all(0 <= start < end <= len(draft.text) for start, end in places)
    assert places == sorted(places)
    for each in blocks:
        assert len(each.offsets) == len(each.text) + 1


def outcome(data: bytes, suffix: str) -> Draft | None:
    begun = monotonic()
    made: Draft | None = None
    told: DraftError | None = None
    try:
        made = read(f"letter{suffix}", data, suffix, LIMITS)
    except DraftError as error:
        told = error
    assert monotonic() - begun < LIMITS.seconds
    if made is None:
        assert told is not None
        assert told.where == f"letter{suffix}"
        assert told.reason
        assert told.told("zh")
        return None
    sound(made)
    cut(made)
    return made


@pytest.mark.parametrize("suffix", SUFFIXES)
@few
@given(BYTES)
def test_any_bytes_make_a_draft_or_a_message(suffix: str, data: bytes) -> None:
    outcome(data, suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_has_a_sample_that_is_read(suffix: str) -> None:
    if suffix not in {sample.suffix for sample in SAMPLES}:
        pytest.skip("no sample of this format lies in tests/samples")
    assert any(outcome(each.data, suffix) for each in SAMPLES if each.suffix == suffix)


@pytest.mark.parametrize("suffix", sorted({sample.suffix for sample in SAMPLES}))
@few
@given(st.data(), st.integers(0, 2**32))
def test_a_damaged_sample_makes_a_draft_or_a_message(suffix: str, data: st.DataObject, seed: int) -> None:
    mine = [each for each in SAMPLES if each.suffix == suffix]
    outcome(mutated(data.draw(st.sampled_from(mine)).data, seed, [each.data for each in mine]), suffix)


# -- structure -----------------------------------------------------------------------------------------------------

LINE = st.sampled_from(
    ["We were late.", "# Cause", "- one", "  - two", "1. three", "> said", "| a | b |", "Cause:", "---", "===", "", " ",
     "[one two three four five]", "<!-- poalint: allow x -- y -->", "<!-- poalint", "-->", "Dear Amazon,", "Li"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(LINE | TEXT, max_size=12), st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_structure_takes_any_text(lines: list[str], between: str) -> None:
    draft = Draft("letter.txt", between.join(lines))
    sound(draft)
    cut(draft)


# -- findings ------------------------------------------------------------------------------------------------------

WORDS = [
    "We never did anything wrong.", "Please, my family will starve.", "We will improve.", "[INSERT NAME]",
    "WE ARE SORRY!!!", "In May we shipped 40 orders late because nobody had checked the stock.", "\u201cquoted\u201d",
    "\U0001f600", "\u200b", "caf\u00e9", "we\u00a0are late",
]  # fmt: skip


def _findings(told: dict[str, object]) -> Iterator[dict[str, object]]:
    for file in told["files"]:  # type: ignore[attr-defined]
        yield from file["findings"]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), st.sampled_from(["\n", "\r\n\r\n", " "]))
def test_what_is_reported_stands_where_it_is_said_to(tmp_path: Path, parts: list[str], between: str) -> None:
    text = BAD + between.join(parts)
    path = tmp_path / "letter.txt"
    path.write_bytes(text.encode())
    told = json.loads(run("check", "--format", "json", "--no-cache", "--isolated", path).out)
    found = [each for each in _findings(told) if each["start"] is not None]
    assert found
    for each in found:
        start, end = each["start"], each["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert 0 <= start < end <= len(text)
        line = len(text[:start].replace("\r\n", "\n").split("\n"))
        assert each["line"] == line
        assert each["text"] == text[start:end]
