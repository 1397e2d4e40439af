"""The lines that formats make, without a terminal or a model."""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from poalint.cards import Card, cards, named
from poalint.errors import DraftError, PoalintError, RuleError, UnknownNameError
from poalint.formats import FORMATS, check_json, check_text, explain_text, formatter, rules_markdown, writer_for
from poalint.formats.columns import cells
from poalint.formats.excerpt import excerpt
from poalint.formats.lines import visible
from poalint.formats.tally import Tally
from poalint.formats.writer import About, Writer
from poalint.loading.packs import Pack
from poalint.model import Draft, Finding, Miss, Pillar, Report

TEXT = "Dear Amazon,\n\nIf we shipped late, we are sorry!!!\n"
WEIGHTS = {
    "acknowledges-fault": 15,
    "root-cause": 25,
    "corrective-actions": 25,
    "prevention": 20,
    "no-blame": 15,
}


def finding(rule: str, start: int | None, end: int | None, points: float = 0, pillar: str | None = None) -> Finding:
    return Finding(
        rule=rule,
        pillar=pillar,
        flag=None,
        severity="warning",
        message=f"{rule} is wrong.",
        advice="Mend it.",
        cue="cue words",
        start=start,
        end=end,
        points=points,
        status="weak" if pillar else None,
    )


def report(*findings: Finding, score: int = 79, deductions: tuple[tuple[str, float], ...] = ()) -> Report:
    pillars = []
    for name, of in WEIGHTS.items():
        lost = sum(each.points for each in findings if each.pillar == name)
        pillars.append(Pillar(name, "weak" if lost else "pass", of - lost, of))
    return Report(Draft("a.txt", TEXT), score, "revise", tuple(pillars), (), deductions, findings)


def plain(made: object) -> list[str]:
    assert not isinstance(made, str)
    return ["".join(visible(text) for text, _ in each.parts).rstrip() for each in made]  # type: ignore[attr-defined] # lines


def written(writer: Writer, outcomes: Iterable[Report | PoalintError]) -> list[str]:
    return plain([*writer.begin(), *(line for each in outcomes for line in writer.add(each)), *writer.end()])


def checked(*reports: Report | DraftError, tally: Tally | None = None) -> list[str]:
    tally = tally or Tally()
    return written(check_text.Writer(About(tally, 60)), tally.watch(reports))


def test_a_report_reads_as_it_should() -> None:
    made = report(
        finding("hedged", 14, 32, 7, "acknowledges-fault"),
        finding("marks", 46, 49, 2),
        finding("marks", 46, 49, 1),
        finding("missing", None, None, 11, "root-cause"),
        score=79,
        deductions=(("marks", 2.0), ("marks", 1.0)),
    )
    assert checked(made) == [
        "a.txt: 79 of 100, revise",
        "  acknowledges-fault  weak     8 of 15   -7 hedged",
        "  root-cause          weak    14 of 25   -11 missing",
        "  corrective-actions  pass    25 of 25",
        "  prevention          pass    20 of 20",
        "  no-blame            pass    15 of 15",
        "  other deductions            -3         -3 marks \u00d72",
        "",
        "a.txt:3:1: warning hedged",
        "    3 | If we shipped late, we are sorry!!!",
        "      | ^^^^^^^^^^^^^^^^^^",
        "  hedged is wrong.",
        "  write: Mend it.",
        "  cue: cue words",
        "",
        *[
            "a.txt:3:33: warning marks",
            "    3 | If we shipped late, we are sorry!!!",
            "      |                                 ^^^",
            "  marks is wrong.",
            "  write: Mend it.",
            "  cue: cue words",
            "",
        ]
        * 2,
        "a.txt: warning missing (whole letter)",
        "  missing is wrong.",
        "  write: Mend it.",
        "  cue: cue words",
        "",
        "1 draft checked: 1 revise; 4 warnings.",
        "The score tells how complete a letter is, not whether Amazon will reinstate an account.",
    ]


def test_a_clean_report_says_so() -> None:
    assert checked(report(score=100))[6:8] == ["  Nothing to mend was found.", ""]


def test_deductions_that_are_not_all_taken_say_so() -> None:
    (line,) = [each for each in checked(report(score=60, deductions=(("rude", 55.0),))) if "other" in each]
    assert line == "  other deductions           -40         -55 rude (no more than 40 is taken)"


def test_gates_that_a_draft_did_not_pass_are_told_and_fail() -> None:
    tally = Tally()
    low = replace(report(score=79), misses=(Miss("min-score", "the score is 79, 1 below the 80 asked for"),))
    told = checked(low, report(score=80), tally=tally)
    assert [each for each in told if "gate" in each] == [
        "  gate                min-score: the score is 79, 1 below the 80 asked for"
    ]
    assert (tally.failed, tally.status) == (1, 1)


def test_not_done_outweighs_failed() -> None:
    tally = Tally()
    assert "1 path could not be checked" in checked(report(), DraftError("x", "gone"), tally=tally)[-2]
    assert tally.status == 2


def test_errors_alone_have_no_summary() -> None:
    assert checked(DraftError("x", "gone")) == []


def test_points_are_written_without_needless_decimals() -> None:
    tally = Tally()
    outcomes = tally.watch([report(finding("a", None, None, 7.0, "prevention"), finding("b", None, None, 0.5))])
    value = json.loads("\n".join(written(check_json.Writer(About(tally, 80)), outcomes)))
    assert repr([each["points"] for each in value["files"][0]["findings"]]) == "[7, 0.5]"
    assert repr(value["files"][0]["pillars"]["prevention"]["points"]) == "13"


@pytest.mark.parametrize("how_many", [0, 1, 3])
def test_a_list_of_any_length_is_json(how_many: int) -> None:
    tally = Tally()
    made = written(check_json.Writer(About(tally, 80)), tally.watch([report()] * how_many))
    assert len(json.loads("\n".join(made))["files"]) == how_many


def test_every_format_can_be_had() -> None:
    for command, table in FORMATS.items():
        for name in table:
            assert callable(writer_for(name) if command == "check" else formatter(command, name))


# -- excerpts ----------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plain words here", "words"),
        ("\ttabs\tbefore words here", "words"),
        ("\u65e5\u672c\u8a9e \uff57\uff49\uff44\uff45 words here", "words"),
        ("cafe\u0301 re\u0301sume\u0301 words", "words"),
        ("\U0001f600 emoji \u2764\ufe0f words \U0001f600", "words"),
        ("escape \x1b[31m words", "words"),
        ("marked: \u65e5\u672c", "\u65e5\u672c"),
    ],
)
def test_the_marker_stands_under_the_words(text: str, words: str) -> None:
    at = text.index(words)
    made = excerpt(Draft("x", text), at, at + len(words), 80)
    assert made.words == words
    assert made.marker == " " * cell_len(made.before) + "^" * cell_len(words)


def test_a_long_line_is_cut_around_the_words() -> None:
    text = "word " * 20_000 + "HERE it is" + " word" * 20_000
    at = text.index("HERE")
    made = excerpt(Draft("x", text), at, at + 4, 60)
    assert made.words == "HERE"
    assert made.before.startswith("\u2026")
    assert made.after.endswith("\u2026")
    assert 50 <= len(made.before + made.words + made.after) <= 60


def test_words_that_do_not_fit_are_cut_too() -> None:
    for end in (300, 200_000):
        made = excerpt(Draft("x", "Start " + "y" * 200_000), 6, end, 60)
        assert made.words.endswith("y\u2026")
        assert cells(made.before + made.words + made.after) <= 60
        assert made.after == ""


def test_words_over_several_lines_show_the_first() -> None:
    made = excerpt(Draft("x", "one two\r\nthree four\r\n"), 4, 14, 60)
    assert (made.number, made.before, made.words, made.after) == (1, "one ", "two", "")


ODD = st.text(alphabet="ab \t\u65e5\u0301\U0001f600\x1b\u202e\u200d\ufe0f\n", max_size=300)


@given(ODD, st.integers(0, 300), st.integers(0, 300), st.integers(30, 90))
def test_an_excerpt_always_fits(text: str, start: int, length: int, room: int) -> None:
    start = min(start, len(text))
    made = excerpt(Draft("x", text), start, min(start + length, len(text)), room)
    whole = made.before + made.words + made.after
    assert cells(made.before) + cells(made.words) + cells(made.after) <= room
    assert "^" in made.marker
    assert visible(whole) == whole


# -- what is safe to print ----------------------------------------------


@given(st.text())
def test_visible_text_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    shown = visible(text)
    assert all(unicodedata.category(char) != "Cc" for char in shown)
    assert not set(shown) & {chr(code) for code in (*range(32), *range(127, 160), 0x202E, 0x2066, 0x200F)}


# -- rules ----------------------------------------------


def a_card(**changed: object) -> Card:
    fields: dict[str, object] = dict.fromkeys(("pillar", "flag", "status"))
    fields |= dict.fromkeys(("id", "title", "theme", "severity", "message", "advice", "why", "source", "pack"), "x")
    fields |= {"points": 1, "severity": "note", "fires": ("f",), "silent": ("s",), "near_miss": ("n",)}
    return Card(**(fields | changed))  # type: ignore[arg-type] # complete by construction


def test_names_that_are_filled_in_are_shown_as_such() -> None:
    made = plain(explain_text.lines([("x", [a_card(message="{value}% of\n {metric}. {closest}")])]))
    assert "  <value>% of <metric>." in made


def test_markdown_keeps_its_columns() -> None:
    (row,) = [each for each in plain(rules_markdown.lines([a_card(title="a | b")])) if "a \\| b" in each]
    assert row == "| `x` | note | 1 | a \\| b |"


def test_unknown_rules_have_near_ones() -> None:
    with pytest.raises(UnknownNameError, match="no-cause"):
        named("no-couse")


@pytest.mark.parametrize(
    "content",
    ["", "- a list", "id: other\n", "id: odd\nid: odd\n", "id: odd\ntitle: [", "id: odd\nnonsense: 1\n"],
)
def test_a_file_that_is_no_rule_is_told_with_its_place(tmp_path: Path, content: str) -> None:
    (tmp_path / "form").mkdir()
    (tmp_path / "form" / "odd.yaml").write_text(content, encoding="utf-8")
    mine = [Pack("mine", "1", tmp_path)]
    with pytest.raises(RuleError, match=r"odd\.yaml"):
        named("odd", mine)
    with pytest.raises(RuleError, match=r"odd\.yaml"):
        cards(mine)
