"""What is kept of a document, and what another process is told of it: all of it that findings depend on."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handmade import Part, document
from poalint.caching.cache import Cache
from poalint.caching.store import Store
from poalint.model import Assessment, Draft, Extra, Mark, Spot
from poalint.settings import Judging
from poalint.speech import Phrase
from poalint.working.desk import Desk

PARTS: tuple[Part, ...] = (
    ("heading", "Root cause"),
    ("paragraph", "We never did anything wrong. Please, my family will starve."),
    ("list-item", "We will improve."),
)
DRAFT = document("letter.docx", *PARTS, extras=(Extra("comment", 0, 4, "ask Li"),), remarks=(Phrase("file"),))
JUDGING = Judging()


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    def quiet(what: Phrase) -> None:
        raise AssertionError(f"said: {what}")

    store = Store(tmp_path / "cache", quiet)
    yield Cache(store)
    store.close()


def judged(draft: Draft, cache: Cache | None = None) -> Assessment:
    (outcome,) = judged_by(1, [draft], cache)
    return outcome


def judged_by(jobs: int, drafts: list[Draft], cache: Cache | None = None) -> list[Assessment]:
    desk = Desk(jobs, cache)
    try:
        outcomes = list(desk.assess((JUDGING, each) for each in drafts))
    finally:
        desk.close()
    return [each for each in outcomes if isinstance(each, Assessment)]


def test_what_is_kept_comes_back_with_the_draft_that_is_asked_for(cache: Cache) -> None:
    made = judged(DRAFT, cache)
    renamed = replace(DRAFT, path="elsewhere.docx", remarks=("another",))
    found = cache.find(JUDGING, renamed)
    assert isinstance(found, Assessment)
    assert found.draft is renamed
    assert found.findings == made.findings


CHANGED = {
    "marks": replace(DRAFT, marks=(Mark("quote", 0, 10), *DRAFT.marks[1:])),
    "fewer marks": replace(DRAFT, marks=DRAFT.marks[1:]),
    "spots": replace(DRAFT, spots=(Spot(0, page=1, paragraph=9),)),
    "a file of lines": replace(DRAFT, spots=tuple(Spot(each.start, line=1, column=1) for each in DRAFT.spots)),
    "extras": replace(DRAFT, extras=(Extra("comment", 0, 4, "ask Wang"),)),
    "no extras": replace(DRAFT, extras=()),
    "text": replace(DRAFT, text=DRAFT.text.replace("starve", "suffer")),
    "plain text": Draft("letter.txt", DRAFT.text),
}


@pytest.mark.parametrize("what", CHANGED)
def test_another_document_of_the_same_words_is_judged_anew(what: str, cache: Cache) -> None:
    judged(DRAFT, cache)
    assert cache.find(JUDGING, DRAFT) is not None
    assert cache.find(JUDGING, CHANGED[what]) is None
    cache.keep(JUDGING, CHANGED[what], judged(CHANGED[what]))
    assert cache.find(JUDGING, CHANGED[what]) is not None


def test_messages_that_tell_places_are_those_of_the_document(cache: Cache) -> None:
    moved = replace(DRAFT, spots=tuple(replace(each, page=7) for each in DRAFT.spots))
    for draft in (DRAFT, moved):
        told = " ".join(each.message for each in judged(draft, cache).findings)
        assert ("page 7" in told, "page 1" in told) == (draft is moved, draft is DRAFT)


def test_processes_of_their_own_are_told_all_of_a_document() -> None:
    drafts = [DRAFT, CHANGED["spots"], CHANGED["marks"], DRAFT]
    made = judged_by(2, drafts)
    assert [each.draft for each in made] == drafts
    assert [each.findings for each in made] == [each.findings for each in judged_by(1, drafts)]
    assert any("page 1, paragraph 9" in each.message for each in made[1].findings)


WORDS = st.text(st.characters(codec=None), max_size=9)
NUMBERS = st.integers(0, 99)


@given(
    st.builds(
        Draft, WORDS, WORDS, st.integers(0, 3),
        st.lists(st.builds(Mark, st.sampled_from(["heading", "markup"]), NUMBERS, NUMBERS), max_size=3).map(tuple),
        st.lists(st.builds(Spot, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS), max_size=3).map(tuple),
        st.lists(st.builds(Extra, WORDS, NUMBERS, NUMBERS, WORDS), max_size=3).map(tuple),
        st.lists(WORDS | st.builds(lambda word: Phrase("line {line}", line=word), WORDS), max_size=3).map(tuple),
    )
)  # fmt: skip
def test_every_draft_can_be_handed_to_another_process(draft: Draft) -> None:
    _ = draft.body  # what is worked out once goes along, or is worked out again
    assert pickle.loads(pickle.dumps(draft)) == draft
