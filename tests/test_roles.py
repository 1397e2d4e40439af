"""Which part of a letter a sentence belongs to, told from headings and from what the sentences do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from poalint import roles
from poalint.model.reading import Block, Signal
from poalint.schema.tables import RoleFile
from readings import block, sentence

MARKS = {
    "cause-cue": {"cause": 1.5},
    "action-cue": {"corrective": 2.0},
    "prevention-cue": {"preventive": 2.0},
    "hint": {"preventive": 0.5},
    "both": {"cause": 1.0, "corrective": 1.0},
}


def table(**costs: Any) -> RoleFile:
    """A table in which nothing counts but what is given."""
    nothing: dict[str, Any] = {
        name: {} if "dict" in str(each.annotation) else 0.0 for name, each in RoleFile.model_fields.items()
    }
    return RoleFile(**{**nothing, "marks": MARKS, "change": 1.0, **costs})


def assigned(
    does: Sequence[str], costs: Mapping[str, Any], blocks: Sequence[Block] = (block(),), of: Sequence[int] = ()
) -> list[str]:
    """The roles of sentences that give the signals ``does`` ("" for none, "a b" for two) and stand in blocks ``of``."""
    sentences = [sentence(at, block=of[at] if of else 0) for at in range(len(does))]
    signals = [Signal(name, 0, 1, "cue", at) for at, names in enumerate(does) for name in names.split()]
    return [each.role for each in roles.assign(sentences, blocks, signals, table(**costs))]


CAUSE, FIX, KEEP = "cause", "corrective", "preventive"


@pytest.mark.parametrize(
    ("does", "costs", "expected"),
    [
        (["cause-cue", "", "cause-cue", "action-cue", "", "action-cue"], {}, [CAUSE, CAUSE, CAUSE, FIX, FIX, FIX]),
        (["cause-cue", "action-cue", "prevention-cue"], {}, [CAUSE, FIX, KEEP]),
        (["cause-cue", "hint", "cause-cue"], {}, [CAUSE, CAUSE, CAUSE]),
        (["cause-cue", "hint", "prevention-cue"], {}, [CAUSE, KEEP, KEEP]),
        (["prevention-cue", "cause-cue"], {"change": 0.4}, [KEEP, CAUSE]),
        (["prevention-cue", "cause-cue"], {"change": 0.4, "backwards": 1.2}, [KEEP, KEEP]),
        (["cause-cue", "prevention-cue"], {"change": 0.4, "backwards": 1.2}, [CAUSE, KEEP]),
        (["both", "action-cue"], {}, [FIX, FIX]),
        (["both", "cause-cue"], {}, [CAUSE, CAUSE]),
        (["", *["prevention-cue"] * 6], {"start": {"opening": 1.5}}, ["opening", *[KEEP] * 6]),
        (["", *["prevention-cue"] * 6], {"start": {"opening": 0.5}}, [KEEP] * 7),
        ([*["action-cue"] * 6, ""], {"end": {"closing": 2.0}}, [*[FIX] * 6, "closing"]),
        ([*["action-cue"] * 6, ""], {"end": {"closing": 0.5}}, [FIX] * 7),
    ],
)
def test_the_likeliest_way_through_a_letter_without_headings(
    does: list[str], costs: dict[str, Any], expected: list[str]
) -> None:
    costs = {"change_within_block": costs.get("change", 1.0), **costs}
    assert assigned(does, costs) == expected


def test_a_heading_outweighs_what_one_sentence_does_but_not_everything() -> None:
    under = [block(0, role="preventive")]
    assert assigned(["action-cue"], {"heading": 5.0}, under) == [KEEP]
    assert assigned(["action-cue"], {"heading": 1.0}, under) == [FIX]


def test_a_run_in_heading_has_a_weight_of_its_own() -> None:
    under = [block(0, role="preventive", run_in=True)]
    assert assigned(["action-cue"], {"heading": 9.0, "run_in": 1.0}, under) == [FIX]
    assert assigned(["action-cue"], {"heading": 0.0, "run_in": 3.0}, under) == [KEEP]


def test_a_new_block_may_change_the_subject_more_easily() -> None:
    costs = {"change": 0.5, "change_within_block": 3.0}
    two = [block(0), block(1)]
    assert assigned(["cause-cue", "action-cue"], costs, two, [0, 1]) == [CAUSE, FIX]
    assert len(set(assigned(["cause-cue", "action-cue"], costs, two, [0, 0]))) == 1


def test_a_signal_given_twice_by_a_sentence_counts_once() -> None:
    assert assigned(["cause-cue", "hint " * 9], {"change_within_block": 1.0}) == [CAUSE, CAUSE]


def test_no_sentences_have_no_roles() -> None:
    assert roles.assign([], [], [], table()) == []


def test_sentences_keep_everything_but_their_role() -> None:
    sentences = [sentence(0), sentence(1)]
    made = roles.assign(sentences, [block()], [Signal("cause-cue", 0, 1, "cue", 0)], table())
    assert [(s.index, s.start, s.end, s.clauses) for s in made] == [
        (s.index, s.start, s.end, s.clauses) for s in sentences
    ]
    assert {s.role for s in sentences} == {""}


def test_a_block_without_a_heading_gets_the_role_of_most_of_its_sentences() -> None:
    blocks = [block(0), block(1), block(2, "heading", "cause")]
    placed = [
        sentence(0, role="cause"),
        sentence(1, role="corrective"),
        sentence(2, role="corrective"),
        sentence(3, block=1, role="preventive"),
    ]
    assert [each.role for each in roles.of_blocks(blocks, placed)] == ["corrective", "preventive", "cause"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "We shipped 41 orders late. The reason is that nobody had changed the handling time after the move.\n\n"
            "On 3 April we refunded all 41 buyers. We have raised the handling time to three days.\n\n"
            "Every Friday the shift lead opens the late-order report. She calls the second carrier if 3 are open.",
            [CAUSE, CAUSE, FIX, FIX, KEEP, KEEP],
        ),
        (
            "What went wrong\n\nWe will explain it. Every Friday a count was due.\n\n"
            "Prevention\n\nWe refunded 41 buyers. It works.",
            [CAUSE, CAUSE, KEEP, KEEP],
        ),
        (
            "Root cause: nobody checked the labels.\n\nActions: we refunded 41 buyers.\n\n"
            "Prevention: the lead counts every Friday.",
            [CAUSE, FIX, KEEP],
        ),
    ],
    ids=["by content", "by headings", "by run-in headings"],
)
def test_letters_with_and_without_headings_are_read_alike(read: Any, body: str, expected: list[str]) -> None:
    assert [each.role for each in read(body).sentences] == expected


def test_where_several_run_in_headings_part_a_letter_each_weighs_as_any_heading() -> None:
    costs = {"heading": 5.0, "run_in": 1.0}
    under = [block(0, role="preventive", run_in=True), block(1, role="cause", run_in=True)]
    assert assigned(["action-cue"], costs, under[:1]) == [FIX]
    assert assigned(["action-cue", "cause-cue"], costs, under, of=[0, 1])[0] == KEEP


def test_a_heading_that_names_no_part_opens_one() -> None:
    under = [block(0), block(1, kind="heading"), block(2)]
    costs = {"change": 1.0, "change_at_heading": 0.3}
    assert assigned(["cause-cue", "hint"], costs, under, of=[0, 2]) == [CAUSE, KEEP]
    assert assigned(["cause-cue", "hint"], costs, [block(0), block(1), block(2)], of=[0, 2]) == [CAUSE, CAUSE]
