"""The corpus is well-formed, and as broad as it is meant to be."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import pytest

from poalint.model import FLAGS, LETTERS, PILLARS
from readings import CORPUS, NAMED_SIGNALS

Record = dict[str, Any]

TEXTS = {path.stem: path.read_bytes().decode("utf-8") for path in sorted((CORPUS / "drafts").glob("*.txt"))}
PAIR_TEXTS = {path.stem: path.read_bytes().decode("utf-8") for path in sorted((CORPUS / "pairs").glob("*.txt"))}
STATUSES = ("pass", "weak", "fail")
TEXTBOOK = re.compile(r"root cause|take full responsibility|prevent|in the future", re.IGNORECASE)


def records(name: str) -> list[Record]:
    return [json.loads(line) for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()]


LABELS, CASES, PAIRS = records("labels.jsonl"), records("signals.jsonl"), records("pairs.jsonl")
CONTESTED = records("disputes.jsonl")


def test_every_draft_has_one_label_and_every_label_a_draft() -> None:
    assert sorted(label["id"] for label in LABELS) == sorted(TEXTS)


@pytest.mark.parametrize("which", [LABELS, CASES, PAIRS, CONTESTED], ids=["labels", "signals", "pairs", "disputes"])
def test_no_id_stands_twice(which: list[Record]) -> None:
    assert [name for name, count in Counter(each["id"] for each in which).items() if count > 1] == []


def test_every_label_has_the_members_and_names_of_the_guidelines() -> None:
    wrong = []
    for label in LABELS:
        right = (
            list(label) == ["id", "violation", "pillars", "flags", "overall", "note"]
            and tuple(label["pillars"]) == PILLARS
            and set(label["pillars"].values()) <= set(STATUSES)
            and set(label["flags"]) <= set(FLAGS)
            and len(set(label["flags"])) == len(label["flags"])
            and label["overall"] in (1, 2, 3, 4, 5)
            and label["id"].startswith(label["violation"])
            and label["note"].strip()
        )
        if not right:
            wrong.append(label)
    assert wrong == []


def test_no_draft_is_ready_with_a_pillar_that_fails_or_several_weak() -> None:
    wrong = [
        label["id"]
        for label in LABELS
        if label["overall"] == 5 and sum(s != "pass" for s in label["pillars"].values()) > 1
    ]
    assert wrong == []
    assert [label["id"] for label in LABELS if label["overall"] == 5 and "fail" in label["pillars"].values()] == []


@pytest.mark.parametrize(
    ("flag", "pillar", "statuses"),
    [
        ("blames-amazon", "no-blame", {"fail"}),
        ("blames-others", "no-blame", {"weak", "fail"}),
        ("denial", "acknowledges-fault", {"weak", "fail"}),
    ],
)
def test_flags_agree_with_pillars(flag: str, pillar: str, statuses: set[str]) -> None:
    assert [
        label["id"] for label in LABELS if flag in label["flags"] and label["pillars"][pillar] not in statuses
    ] == []


def test_it_is_broad_enough() -> None:
    assert len(TEXTS) >= 60
    assert len({label["violation"] for label in LABELS}) >= 12
    assert sum(label["overall"] == 5 for label in LABELS) >= 15
    assert {label["overall"] for label in LABELS} == {1, 2, 3, 4, 5}
    for pillar in PILLARS:
        assert {label["pillars"][pillar] for label in LABELS} == set(STATUSES), pillar
    assert {flag for label in LABELS for flag in label["flags"]} == set(FLAGS)


def test_half_of_the_drafts_do_without_the_textbook_phrases() -> None:
    assert sum(not TEXTBOOK.search(text) for text in TEXTS.values()) >= len(TEXTS) / 2


def test_drafts_are_letters_in_length_and_none_is_there_twice() -> None:
    odd = {name: len(text.split()) for name, text in TEXTS.items() if not 20 <= len(text.split()) <= 1_500}
    assert odd == {}
    assert (
        min(len(text.split()) for text in TEXTS.values())
        <= 70
        < 1_000
        <= max(len(text.split()) for text in TEXTS.values())
    )
    assert len({" ".join(text.lower().split()) for text in TEXTS.values()}) == len(TEXTS)


def test_some_drafts_have_headings_or_lists_and_some_have_neither() -> None:
    listed = sum(bool(re.search(r"(?m)^\s*(?:[-*•]|\d+[.)])\s", text)) for text in TEXTS.values())
    assert 0.1 < listed / len(TEXTS) < 0.9


def test_too_short_and_too_long_are_labelled_by_the_count_of_words() -> None:
    flags = {label["id"]: label["flags"] for label in LABELS}
    assert [name for name, text in TEXTS.items() if ("too-long" in flags[name]) != (len(text.split()) > 1_000)] == []
    assert [name for name, text in TEXTS.items() if ("too-short" in flags[name]) != (len(text.split()) < 80)] == []


def test_every_case_has_a_known_signal_and_both_answers_are_given_for_each() -> None:
    assert {each["signal"] for each in CASES} == NAMED_SIGNALS
    for each in CASES:
        assert list(each) == ["id", "text", "signal", "present", "note"]
        assert isinstance(each["present"], bool)
        assert each["text"].strip()
    for signal in NAMED_SIGNALS:
        answers = Counter(each["present"] for each in CASES if each["signal"] == signal)
        assert min(answers[True], answers[False]) >= 10, signal


def test_no_text_is_said_to_hold_a_signal_and_not_to_hold_it() -> None:
    answers: dict[tuple[str, str], set[bool]] = {}
    for each in CASES:
        answers.setdefault((each["signal"], " ".join(each["text"].split())), set()).add(each["present"])
    assert [key for key, given in answers.items() if len(given) > 1] == []


def test_every_pair_changes_one_pillar_of_a_labelled_draft_for_the_worse() -> None:
    assert sorted(pair["worse"] for pair in PAIRS) == sorted(PAIR_TEXTS)
    labels = {label["id"]: label for label in LABELS}
    for pair in PAIRS:
        assert list(pair) == ["id", "better", "worse", "pillar", "statuses", "note"]
        better, worse = pair["statuses"]["better"], pair["statuses"]["worse"]
        assert labels[pair["better"]]["pillars"][pair["pillar"]] == better, pair["id"]
        assert STATUSES.index(worse) > STATUSES.index(better), pair["id"]
        assert PAIR_TEXTS[pair["worse"]] != TEXTS[pair["better"]], pair["id"]


def test_every_letter_that_contests_is_a_plan_or_a_dispute_with_known_faults() -> None:
    for each in CONTESTED:
        assert list(each) == ["id", "violation", "letter", "faults", "text", "note"]
        assert each["letter"] in LETTERS
        assert set(each["faults"]) <= {"no-evidence", "several-claims", "heat", "mixed"}
        assert each["letter"] == "dispute" or not each["faults"], each["id"]
        assert each["note"].strip()
    assert len({" ".join(each["text"].split()) for each in CONTESTED}) == len(CONTESTED)
    assert min(Counter(each["letter"] for each in CONTESTED).values()) >= 30
    assert min(Counter(fault for each in CONTESTED for fault in each["faults"]).values()) >= 5


def test_no_draft_tells_of_a_real_person() -> None:
    """Mail addresses and links lead to places that are kept for examples."""
    found = [
        (name, host)
        for name, text in {**TEXTS, **PAIR_TEXTS, **{each["id"]: each["text"] for each in CONTESTED}}.items()
        for host in re.findall(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)", text)
        if not re.search(r"(?:^|\.)(?:example(?:\.\w+)?|test|invalid)$", host)
    ]
    assert found == []
