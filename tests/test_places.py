"""Every report points where a writer looks: at page and paragraph where the draft's file has no lines."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handmade import Part, document, files
from pages import parsed
from poalint.formats import MACHINE
from poalint.model import Draft, Extra, Mark, Spot
from poalint.speech import Phrase
from program import Run, run
from sarif_schema import VALIDATOR

DENIED, BLANK = "We never did anything wrong.", "We will try harder [YOUR NAME]."
PARTS: tuple[Part | None, ...] = (
    ("paragraph", "Dear Amazon,"),
    ("heading", "What happened"),
    ("paragraph", f"{DENIED} Please, my family will starve."),
    None,
    ("list-item", "We will improve."),
    ("list-item", BLANK),
    ("table-row", "| Order | Date |"),
    ("table-row", "| 111-2223334-5556667 | 3 May 2026 |"),
)
REMARK = Phrase("line {line}", line=7)  # any sentence of the program's own that is filled in
WORD = document("letter.docx", *PARTS, remarks=(REMARK,))
PAPER = document("paper.odt", *PARTS, paged=False)
PAGE = document("page.html", *PARTS, lines=True)
PLACES = {
    "denied-fault": (1, 3),
    "emotional-plea": (1, 3),
    "planned-actions-only": (2, 4),
    "unfilled-placeholder": (2, 5),
}


def report(name: str, draft: Draft, folder: Path, *options: object) -> Run:
    with files(folder, draft):
        return run("check", "--format", name, *options, folder / draft.path)


def findings(draft: Draft, folder: Path) -> dict[str, dict[str, Any]]:
    (made,) = json.loads(report("json", draft, folder).out)["files"]
    return {each["rule"]: each for each in made["findings"]}


# -- documents without lines -------------------------------------------------------------------------------------


def test_people_are_told_page_and_paragraph(tmp_path: Path) -> None:
    out = report("text", WORD, tmp_path).out
    path = tmp_path / "letter.docx"
    assert f"{path}: page 1, paragraph 3: error denied-fault\n    3 | {DENIED}" in out
    assert f"{path}: page 2, paragraph 5: error unfilled-placeholder\n    5 | {BLANK}" in out
    assert "Closest is page 1, paragraph 3: " in out
    assert not re.search(r"letter\.docx:\d", out)
    out = report("text", PAPER, tmp_path, "--lang", "zh").out
    assert f"paper.odt: 第 5 段: 错误 unfilled-placeholder\n    5 | {BLANK}" in out


def test_many_of_one_rule_are_listed_by_their_paragraphs(tmp_path: Path) -> None:
    blanks: list[Part] = [("list-item", f"We refunded [NUMBER {n}] orders.") for n in range(9)]
    made = document("many.docx", *blanks)
    out = report("text", made, tmp_path).out
    assert "and 6 more of unfilled-placeholder: page 1, paragraph 4; page 1, paragraph 5; page 1, paragraph 6;" in out


def test_json_has_page_and_paragraph_and_no_lines(tmp_path: Path) -> None:
    found = findings(WORD, tmp_path)
    assert {rule: (found[rule]["page"], found[rule]["paragraph"]) for rule in PLACES} == PLACES
    for each in found.values():
        assert {each[name] for name in ("line", "column", "end_line", "end_column")} == {None}
        if each["start"] is None:
            assert (each["page"], each["paragraph"], each["text"]) == (None, None, None)
        else:
            assert WORD.text[each["start"] : each["end"]] == each["text"]
    assert {found[rule]["page"] for rule in PLACES} == {1, 2}
    assert {findings(PAPER, tmp_path)[rule]["page"] for rule in PLACES} == {None}


def test_parse_gives_the_text_that_places_count_in(tmp_path: Path) -> None:
    with files(tmp_path, WORD):
        (made,) = json.loads(run("parse", "--format", "json", tmp_path / "letter.docx").out)["files"]
    assert made["text"] == WORD.text
    assert made["places"][4] == {
        "start": WORD.text.index(BLANK), "line": None, "column": None, "page": 2, "paragraph": 5,
    }  # fmt: skip
    assert made["remarks"] == ["line 7"]
    (signal,) = (each for each in made["signals"] if each["name"] == "denial")
    assert made["text"][signal["start"] : signal["end"]] == signal["text"]


def test_parse_tells_people_places_and_remarks(tmp_path: Path) -> None:
    with files(tmp_path, WORD):
        out = run("parse", tmp_path / "letter.docx").out
    assert "\n  file: line 7\n" in out
    assert "\npage 1, paragraph 2, heading, " in out
    assert "\npage 2, paragraph 5, list-item, " in out


def test_sarif_names_the_place_instead_of_a_region(tmp_path: Path) -> None:
    made = json.loads(report("sarif", WORD, tmp_path).out)
    VALIDATOR.validate(made)
    by_rule = {each["ruleId"]: each for each in made["runs"][0]["results"]}
    for rule, (page, paragraph) in PLACES.items():
        result = by_rule[rule]
        (location,) = result["locations"]
        assert "region" not in location["physicalLocation"]
        told = f"page {page}, paragraph {paragraph}"
        assert location["logicalLocations"] == [{"name": told, "kind": "paragraph"}]
        assert result["message"]["text"].startswith(f"{told}: ")
        own = result["properties"]
        assert (own["page"], own["paragraph"], own["text"] in WORD.text) == (page, paragraph, True)
    (told_of,) = made["runs"][0]["invocations"][0]["toolExecutionNotifications"][-1:]
    assert (told_of["level"], told_of["message"]["text"], told_of["descriptor"]) == (
        "note",
        "line 7",
        {"id": "how-read"},
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("github", "title=poalint unfilled-placeholder%3A A blank to fill in::page 2, paragraph 5: "),
        ("checkstyle", 'message="page 2, paragraph 5: '),
        ("junit", "letter.docx: page 2, paragraph 5: error: "),
        ("markdown", "`unfilled-placeholder`, page 2, paragraph 5: "),
    ],
)
def test_lists_tell_the_place_in_words(name: str, told: str, tmp_path: Path) -> None:
    out = report(name, WORD, tmp_path).out
    assert told in out
    assert not re.search(r'line="?\d|letter\.docx:\d', out)
    assert re.search("line 7", out), "the remark"


def test_gitlab_has_the_first_line_and_the_place_in_the_description(tmp_path: Path) -> None:
    issues = json.loads(report("gitlab", WORD, tmp_path).out)
    (blank,) = (each for each in issues if each["check_name"] == "unfilled-placeholder")
    assert blank["location"]["lines"] == {"begin": 1}
    assert blank["description"].startswith("page 2, paragraph 5: ")
    (remark,) = (each for each in issues if each["check_name"] == "how-read")
    assert (remark["severity"], remark["description"]) == ("info", "line 7")


def test_csv_has_columns_for_both(tmp_path: Path) -> None:
    out = report("csv", WORD, tmp_path).out.removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(out)))
    found = {each["rule"]: (each["line"], each["page"], each["paragraph"]) for each in rows}
    assert found["unfilled-placeholder"] == ("", "2", "5")
    assert found["too-short"] == ("", "", "")
    assert [(each["kind"], each["message"]) for each in rows][-1] == ("remark", "line 7")


def test_junit_tells_remarks_beside_the_suite(tmp_path: Path) -> None:
    (suite,) = ET.fromstring(report("junit", WORD, tmp_path).out).findall("testsuite")
    assert [(each.text or "").strip() for each in suite.findall("system-out")] == ["line 7"]


def test_the_page_tells_places_in_its_notes_and_shows_what_the_file_says(tmp_path: Path) -> None:
    made = parsed(report("html", WORD, tmp_path).out)
    notes = {each.one("strong").text: each for each in made.all("li", "finding")}
    (place,) = notes["A blank to fill in"].all("span", "at")
    assert place.text == "page 2, paragraph 5"
    assert not notes["The letter is too short"].all("span", "at")
    (heading,) = made.all("span", "heading")
    assert (heading.text.strip(), heading.attributes["role"]) == ("What happened", "heading")
    assert [each.text.strip() for each in made.all("span", "listed")] == ["We will improve.", BLANK]
    (rows,) = made.all("span", "rows")
    assert rows.text.count("|") == 6
    assert "line 7" in made.text


# -- files of lines whose text is no copy -------------------------------------------------------------------------


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    found = findings(PAGE, tmp_path)["unfilled-placeholder"]
    at = BLANK.index("[")
    assert (found["line"], found["column"], found["end_line"], found["end_column"]) == (
        50, 4 + at, 50, 4 + len(BLANK) - 1,
    )  # fmt: skip
    out = report("text", PAGE, tmp_path).out
    assert f"page.html:50:{4 + at}: error unfilled-placeholder\n   50 | {BLANK}" in out


SPOTS = st.lists(st.tuples(st.text("ab c", min_size=1, max_size=9), st.integers(1, 99), st.integers(1, 9)), min_size=1)


@given(SPOTS, st.data())
def test_a_place_is_found_again_from_line_and_column(parts: list[tuple[str, int, int]], data: st.DataObject) -> None:
    text, spots = "", []
    for number, (words, _, column) in enumerate(parts):
        spots.append(Spot(len(text), line=10 * number + 1, column=column))
        text += words + "\n\n"
    draft = Draft("a.html", text, spots=tuple(spots))
    which = data.draw(st.integers(0, len(parts) - 1))
    words, begin = parts[which][0], spots[which].start
    start = data.draw(st.integers(begin, begin + len(words) - 1))
    end = data.draw(st.integers(start + 1, begin + len(words)))
    line, column = draft.position(start)
    assert (line, column) == (10 * which + 1, parts[which][2] + start - begin)
    assert draft.ending(start, end) == (line, column + end - start), "the words' end, not the next part's beginning"


def test_a_plain_text_ends_where_it_always_did() -> None:
    draft = Draft("a.txt", "one\ntwo\n")
    assert draft.ending(0, 4) == draft.position(4) == (2, 1)


def test_a_file_that_tells_no_place_at_all_still_has_one() -> None:
    assert str(Draft("a.rtf", "one\ntwo", spots=(Spot(0),)).told(5)) == "line 2"


# -- what does not depend on the format ---------------------------------------------------------------------------


def test_the_same_letter_has_the_same_fingerprints_in_every_format(tmp_path: Path) -> None:
    plain = Draft("plain.txt", WORD.text)
    text = WORD.text.replace(DENIED, "We **never** did [anything](http://x.example) wrong.")
    found = re.finditer(r"\*\*|\[(?=any)|\]\(http[^)]*\)", text)
    marks = [*WORD.marks[:2], *(Mark("markup", *each.span()) for each in found)]
    marked = Draft("marked.md", text, marks=tuple(sorted(marks, key=lambda each: each.start)))
    prints = [
        {rule: each["fingerprint"] for rule, each in findings(each, tmp_path).items()}
        for each in (WORD, PAPER, PAGE, plain, marked)
    ]
    assert set(PLACES) <= set(prints[0])
    assert all(each == prints[0] for each in prints)


def test_a_baseline_of_one_format_knows_a_letter_in_another(tmp_path: Path) -> None:
    baseline = tmp_path / "known.json"
    with files(tmp_path, WORD):
        assert run("baseline", "create", "--output", baseline, tmp_path / WORD.path).status == 0
    with files(tmp_path, Draft(WORD.path, WORD.text)):
        (made,) = json.loads(
            run("check", "--format", "json", "--baseline", baseline, tmp_path / WORD.path).out
        )["files"]  # fmt: skip
    assert (made["findings"], {each["by"] for each in made["left_out"]}) == ([], {"known"})


def test_a_file_beside_a_document_allows_and_is_told_with_its_own_lines(tmp_path: Path) -> None:
    (tmp_path / "letter.docx.poalint.yaml").write_text(
        "allow:\n  - rule: emotional-plea\n    reason: the owner wants it\n    words: family will starve\n"
        "  - rule: rude\n    reason: never found\n",
        encoding="utf-8",
    )
    (made,) = json.loads(report("json", WORD, tmp_path).out)["files"]
    (left,) = made["left_out"]
    assert (left["rule"], left["reason"], left["page"], left["paragraph"]) == (
        "emotional-plea",
        "the owner wants it",
        1,
        3,
    )
    (unused,) = (each for each in made["findings"] if each["rule"] == "unused-allowance")
    assert "letter.docx.poalint.yaml:5:" in unused["message"]
    assert unused["paragraph"] is None


def test_diff_compares_a_document_with_a_letter_of_lines(tmp_path: Path) -> None:
    with files(tmp_path, WORD):
        (tmp_path / "old.json").write_text(run("check", "--format", "json", tmp_path / WORD.path).out, encoding="utf-8")
        (tmp_path / "covered.json").write_text(
            run("check", "--format", "json", "--redact", tmp_path / WORD.path).out, encoding="utf-8"
        )
        (tmp_path / "new.txt").write_text(WORD.text.replace(BLANK, "We will try harder."), encoding="utf-8")
        for old in (WORD.path, "old.json", "covered.json"):
            done = run("diff", tmp_path / old, tmp_path / "new.txt")
            assert re.search(r"Mended: 1\n  unfilled-placeholder, page 2, paragraph 5\n", done.out), old
            assert "New: " not in done.out
            assert "emotional-plea, line 5\n" in done.out
        made = json.loads(run("diff", "--format", "json", tmp_path / "old.json", tmp_path / WORD.path).out)
    seen = {each["new"]["rule"]: each["new"] for each in made["still_open"]}["unfilled-placeholder"]
    assert (seen["line"], seen["page"], seen["paragraph"]) == (None, 2, 5)


SECRET = Extra("comment", 0, 4, "Quimby owes us")


@pytest.mark.parametrize("name", ["text", *sorted(MACHINE)])
def test_a_redacted_report_keeps_places_and_no_word(name: str, tmp_path: Path) -> None:
    remark = Phrase("line {line}", line="Quimby said so")
    made = document("letter.docx", *PARTS, extras=(SECRET,), remarks=(remark, "Quimby too"))
    out = report(name, made, tmp_path, "--redact").out
    assert "Quimby" not in out
    assert "starve" not in out
    assert "paragraph 5" in out or '"paragraph": 5' in out or ",2,5," in out


@pytest.mark.parametrize(
    ("filled", "told"),
    [
        ("GB18030", "GB18030"),
        ("Windows-1252", "Windows-1252"),
        (".docx", ".docx"),
        ("hex", "\u2026"),
        ("Quimby-7", "\u2026"),
        (".quimby", "\u2026"),
        (7, "7"),
        (Phrase("file"), "file"),
    ],
)
def test_a_redacted_remark_keeps_what_the_program_fills_in(
    filled: str | int | Phrase, told: str, tmp_path: Path
) -> None:
    made = document("letter.docx", *PARTS, remarks=(Phrase("line {line}", line=filled),))
    (found,) = json.loads(report("json", made, tmp_path, "--redact").out)["files"]
    assert found["remarks"] == [f"line {told}"]


def test_remarks_cost_nothing(tmp_path: Path) -> None:
    outcomes = []
    for remarks in ((), (REMARK,)):
        done = report("json", document("letter.docx", *PARTS, remarks=remarks), tmp_path)
        (made,) = json.loads(done.out)["files"]
        outcomes.append((done.status, made["score"], made["verdict"], made["gates"], len(made["findings"])))
        assert made["remarks"] == [str(each) for each in remarks]
    assert outcomes[0] == outcomes[1]
