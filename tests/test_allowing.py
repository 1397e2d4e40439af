"""What a writer allows: comments in the draft and files beside it, and that the letter is read as if they were not."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poalint import comments, structure
from poalint.api import Linter, check_text
from poalint.asides.written import written
from poalint.loader import load
from poalint.model import Draft, Finding
from poalint.review import report
from poalint.selection import Selection
from poalint.speech import render
from program import run

LAYOUT = load().layout
DRAFTS = sorted((Path(__file__).parents[1] / "corpus" / "drafts").glob("*.txt"))[::9]
HEAD = "We shipped 41 orders late in March because nobody had changed the handling time after the move.\n"
PLEA = "Please, my family will starve if you do not give the account back."
RUDE = "Your team is incompetent and stupid."
ALLOW = "<!-- poalint: allow emotional-plea -- the owner wants it -->"
IN_LETTER = "<!-- poalint: allow-in-letter emotional-plea -- the owner wants it -->"


def rules(text: str, **asked: Any) -> list[str]:
    """The rules that find something that counts in a letter."""
    (found,) = Linter().assess_all([Draft("letter.md", text)])
    assert not isinstance(found, Exception)
    return sorted(each.rule for each in report(found, **asked).findings)


def of_allowances(text: str) -> list[tuple[str, str]]:
    """What is wrong with the allowances in a letter: rules, each with the words that it points at."""
    made = check_text(text)
    return [(f.rule, text[f.start : f.end]) for f in made.findings if "allowance" in f.rule]


# -- how they are written ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("comment", "names", "reason", "whole"),
    [
        ("<!-- poalint: allow rude -- a quotation -->", ["rude"], "a quotation", False),
        ("<!--poalint:allow rude--a quotation-->", ["rude"], "a quotation", False),
        ("<!-- PoaLint: Allow rude \u2014 a quotation -->", ["rude"], "a quotation", False),
        ("<!-- poalint: allow-in-letter rude -- a quotation -->", ["rude"], "a quotation", True),
        ("<!-- poalint: allow rude, no-blame ,threat -- x -- y -->", ["rude", "no-blame", "threat"], "x -- y", False),
        (
            "<!-- poalint\uff1a allow rude\uff0cthreat\u3001no \u2014\u2014 引自通知 -->",
            ["rude", "threat", "no"],
            "引自通知",
            False,
        ),
        ("<!-- poalint: allow rude --\n  a longer\n  reason\n-->", ["rude"], "a longer reason", False),
        ("<!-- poalint: allow rude -->", ["rude"], "", False),
        ("<!-- poalint: allow rude -- -->", ["rude"], "", False),
        ("<!-- poalint: allow rude --- ... -->", ["rude"], "", False),
    ],
)
def test_an_allowance_is_read(comment: str, names: list[str], reason: str, whole: bool) -> None:
    (made,) = written(Draft("x", f"{HEAD}\n{comment}\n{PLEA}"))
    assert not made.malformed
    assert ([each.name for each in made.names], made.reason, made.whole) == (names, reason, whole)
    assert made.holds == bool(reason)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("<!-- poalint: alow rude -- x -->", "`alow` says nothing, `allow` is probably meant"),
        ("<!-- poalint: disable rude -- x -->", "`disable` says nothing, `allow` is probably meant"),
        ("<!-- poalint: allow-in-leter rude -- x -->", "`allow-in-letter` is probably meant"),
        ("<!-- poalint allow rude -- x -->", "behind `poalint:` must stand"),
        ("<!-- poalint -->", "behind `poalint:` must stand"),
        ("<!-- polaint: allow rude -- x -->", "it must begin with `poalint:`"),
        ("<!-- poalint: allow -- x -->", "it names no rule"),
        ("<!-- poalint: allow rude quoted from the notice -->", "commas must stand between names"),
        ("<!-- poalint: allow rude -- x", "it is not closed"),
        ("We know. <!-- poalint: allow rude -- x -->", "a line of its own"),
        ("<!-- poalint: allow rude -- x --> We know.", "a line of its own"),
    ],
)
def test_a_malformed_allowance_is_told_and_allows_nothing(line: str, why: str) -> None:
    text = f"{HEAD}\n{line}\n{RUDE}\n"
    (made,) = written(Draft("x", text))
    assert why in render(made.malformed, "en")
    assert not made.holds
    found = rules(text)
    assert "malformed-allowance" in found
    assert "rude" in found


def test_other_comments_are_the_letters_own() -> None:
    for text in ("<!-- allow rude -- x -->", "<!-- point: allow 3 days -->", "<!-- a poalint: allow -->", "<!-->"):
        assert comments.comments(text) == ()
        assert comments.letter_of(draft := Draft("x", text)) is draft


def test_one_that_nothing_closes_costs_no_more_than_its_line() -> None:
    text = f"<!-- poalint: allow rude -- x\n{PLEA}\n\n<!-- poalint: allow rude -- y -->\n{PLEA}\n"
    assert comments.letter_of(Draft("x", text)).text.split() == (f"{PLEA} {PLEA}").split()


@given(st.text(st.sampled_from("<!->poalint: \nx\r"), max_size=60))
def test_without_its_comments_a_text_keeps_its_length_and_lines(text: str) -> None:
    text = text.replace("p", "<!-- poalint").replace("t", " -->")
    found = comments.comments(text)
    left = comments.without(text, found)
    assert len(left) == len(text)
    assert [n for n, c in enumerate(left) if c in "\r\n"] == [n for n, c in enumerate(text) if c in "\r\n"]
    assert comments.comments(left) == ()
    assert all(a.end <= b.start for a, b in pairwise(found))
    written(Draft("x", text))


# -- the letter is what it was ---------------------------------------------------------------------------------------


@st.composite
def with_comments(draw: st.DrawFn) -> tuple[str, str]:
    """A letter of the corpus, and the same with comments between its blocks."""
    letter = draw(st.sampled_from(DRAFTS)).read_text(encoding="utf-8")
    parts = letter.split("\n\n")
    made = []
    for number, part in enumerate(parts):
        comment = draw(
            st.sampled_from(["", "", f"{ALLOW}\n", f"{IN_LETTER}\n\n", f"{ALLOW}\n{IN_LETTER}\n", f"\n{ALLOW}\n"])
        )
        made.append((comment if number or not comment.startswith("\n") else "") + part)
    return letter, "\n\n".join(made)


@given(with_comments())
@settings(max_examples=60, deadline=None)
def test_the_blocks_are_those_of_the_letter_without_comments(both: tuple[str, str]) -> None:
    plain, commented = both
    one, other = (
        [(b.kind, b.role, b.text, b.time, b.quoted, b.run_in) for b in structure.blocks(Draft("x", text), LAYOUT)]
        for text in (plain, commented)
    )
    assert one == other


@given(st.data())
@settings(max_examples=8, deadline=None)
def test_comments_change_nothing_that_is_found_but_what_they_allow(data: st.DataObject) -> None:
    plain, commented = data.draw(with_comments())
    one, other = (
        found for found in Linter().assess_all([Draft("a", plain), Draft("a", commented)])
    )  # fmt: skip
    assert not isinstance(one, Exception)
    assert not isinstance(other, Exception)

    def words(finding: Finding, text: str) -> tuple[str, str]:
        return finding.rule, " ".join(text[finding.start : finding.end].split()) if finding.start is not None else ""

    letter = comments.letter_of(Draft("a", commented)).text
    assert [words(each, letter) for each in other.findings] == [words(each, plain) for each in one.findings]


def test_a_comment_is_not_counted_and_not_shown_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"{IN_LETTER}\n{HEAD}", encoding="utf-8")
    printed = run("parse", path)
    assert "emotional" not in printed.out
    (short,) = (f for f in check_text(f"{IN_LETTER}\n{HEAD}").findings if f.rule == "too-short")
    assert f"({len(HEAD.split())})" in short.message


# -- where they hold -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("letter", "pleas"),
    [
        (f"{HEAD}\n{PLEA}", 1),
        (f"{HEAD}\n{ALLOW}\n{PLEA}", 0),
        (f"{HEAD}\n{ALLOW}\n\n{PLEA}", 0),
        (f"{HEAD}\n{ALLOW}\n{ALLOW}\n{PLEA}", 0),
        (f"{HEAD}\n{ALLOW}\n{PLEA}\n\n{PLEA}", 1),
        (f"{HEAD}\n{IN_LETTER}\n{PLEA}\n\n{PLEA}", 0),
        (f"{HEAD}\n{PLEA}\n\n{PLEA}\n\n{IN_LETTER}", 0),
        (f"{ALLOW}\n{HEAD}\n{PLEA}", 1),
        (f"{HEAD}\n- {PLEA}\n{ALLOW}\n- {PLEA}\n- {PLEA}", 2),
        (f"{HEAD}\n{ALLOW}\n## Closing\n{PLEA}", 1),
        (f"{HEAD}\n{PLEA}\n{ALLOW}", 1),
    ],
)
def test_an_allowance_holds_for_the_next_block_or_the_letter(letter: str, pleas: int, newline: str) -> None:
    assert rules(letter.replace("\n", newline)).count("emotional-plea") == pleas


@pytest.mark.parametrize("name", ["no-prevention", "prevention"])
def test_what_is_missing_can_be_allowed_in_the_whole_letter_alone(name: str) -> None:
    assert "no-prevention" not in rules(f"<!-- poalint: allow-in-letter {name} -- the client writes it -->\n{HEAD}")
    text = f"<!-- poalint: allow {name} -- the client writes it -->\n{HEAD}"
    assert "no-prevention" in rules(text)
    (unused,) = (f for f in check_text(text).findings if f.rule == "unused-allowance")
    assert "about the whole letter, where only `allow-in-letter` holds." in unused.message


def test_what_is_allowed_costs_nothing_and_is_told_with_its_reason() -> None:
    with_it, without = check_text(f"{HEAD}\n{ALLOW}\n{PLEA}"), check_text(f"{HEAD}\n{PLEA}")
    (left,) = with_it.left_out
    assert (left.finding.rule, left.by, left.reason) == ("emotional-plea", "allowed", "the owner wants it")
    assert with_it.score > without.score
    assert with_it.score_with_known is None


def test_an_echo_of_what_is_allowed_is_not_heard_instead() -> None:
    """Several rules may raise one flag at one place: the loudest is told. Allowing it must not call up the next."""
    text = "We never did anything wrong.\n"
    (found,) = Linter().assess_all([Draft("x", text)])
    assert not isinstance(found, Exception)
    told = report(found).findings
    echoes = {each.rule for each in found.findings} - {each.rule for each in told}
    for each in told:
        if each.start is not None:
            name = each.rule
            left = rules(f"<!-- poalint: allow {name} -- x -->\n{text}")
            assert not echoes & set(left), name


# -- what is wrong with them -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        (ALLOW, []),
        (
            "<!-- poalint: allow emotional-plea -->",
            [("allowance-without-reason", "<!-- poalint: allow emotional-plea -->")],
        ),
        ("<!-- poalint: allow emotional-plee -- x -->", [("unknown-allowance", "emotional-plee")]),
        ("<!-- poalint: allow emotional-plea, rude -- x -->", [("unused-allowance", "rude")]),
        ("<!-- poalint: allow rude, rud -- x -->", [("unused-allowance", "rude"), ("unknown-allowance", "rud")]),
        ("<!-- poalint: allow rude -->", [("allowance-without-reason", "<!-- poalint: allow rude -->")]),
        (
            "<!-- poalint: allow emotional-plea, unused-allowance -- x -->",
            [("malformed-allowance", "unused-allowance")],
        ),
    ],
)
def test_a_fault_of_an_allowance_is_a_finding_at_the_name(comment: str, told: list[tuple[str, str]]) -> None:
    assert of_allowances(f"{HEAD}\n{comment}\n{PLEA}") == told


def test_an_unknown_name_is_told_with_the_nearest_one() -> None:
    (found,) = (
        f
        for f in check_text(f"{HEAD}\n<!-- poalint: allow emotional-plee -- x -->\n{PLEA}").findings
        if "known" in f.rule
    )
    assert "Did you mean emotional-plea" in found.message
    assert (found.severity, found.points) == ("warning", 0)


def test_faults_of_allowances_cannot_be_allowed_away() -> None:
    faults = ("allowance-without-reason", "unused-allowance", "unknown-allowance", "malformed-allowance")
    away = f"<!-- poalint: allow-in-letter {', '.join(faults)} -- we know -->"
    assert of_allowances(f"{away}\n{HEAD}") == [("malformed-allowance", each) for each in faults]
    assert "unused-allowance" in rules(f"{away}\n{HEAD}\n<!-- poalint: allow rude -- x -->\n{HEAD}")


def test_an_allowance_of_a_rule_that_nobody_asked_for_is_not_unused() -> None:
    text = f"{HEAD}\n<!-- poalint: allow rude -- x -->\n{PLEA}"
    assert "unused-allowance" in rules(text)
    assert "unused-allowance" not in rules(text, selection=Selection(ignore=("rude",)))
    assert "unused-allowance" not in rules(text, selection=Selection(ignore=("unused-allowance",)))


# -- through the program ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".md", ".txt", ".letter"])
def test_a_report_tells_how_much_was_left_out_and_why(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    allowed = "<!-- poalint: allow-in-letter prevention, no-action, rude -- the client writes it -->"
    path.write_text(f"{allowed}\n{HEAD}\n{RUDE}\n\n{RUDE}\n", encoding="utf-8")
    done = run("check", path)
    assert "rude \u00d72 is left out: the client writes it" in " ".join(done.out.split())
    assert "no-prevention is left out" in " ".join(done.out.split())
    (file,) = json.loads(run("check", "--format", "json", path).out)["files"]
    assert {(each["rule"], each["by"], each["reason"]) for each in file["left_out"]} >= {
        ("rude", "allowed", "the client writes it"),
        ("no-prevention", "allowed", "the client writes it"),
    }
    assert "已放行" in run("check", "--lang", "zh", path).out


def test_gates_look_at_what_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"{HEAD}\n{RUDE}\n", encoding="utf-8")
    names = "root-cause, prevention, corrective-actions, acknowledges-fault, no-blame, rude"
    assert run("check", path).status == 1
    path.write_text(f"<!-- poalint: allow-in-letter {names} -- a test -->\n{HEAD}\n{RUDE}\n", encoding="utf-8")
    assert run("check", path).status == 0


# -- the file beside a draft -----------------------------------------------------------------------------------------


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.docx.txt"
    path.write_text(f"{HEAD}\n{PLEA}\n\n{RUDE}\n", encoding="utf-8")
    return path


def beside(letter: Path, text: str) -> dict[str, Any]:
    """The JSON of a report on the letter with such a file beside it."""
    letter.with_name(f"{letter.name}.poalint.yaml").write_text(text, encoding="utf-8")
    made: dict[str, Any] = json.loads(run("check", "--format", "json", letter).out)
    return made


@pytest.mark.parametrize(
    ("entry", "out", "faults"),
    [
        ("{rule: rude, reason: a quotation}", ["rude"], []),
        ("{rule: [rude, emotional-plea], reason: x}", ["emotional-plea", "rude"], []),
        ("{rule: rude, reason: x, words: team IS  incompetent}", ["rude"], []),
        ("{rule: rude, reason: x, words: starve}", [], ["unused-allowance"]),
        ("{rule: rude}", [], ["allowance-without-reason"]),
        ("{rule: rude, reason: '...'}", [], ["allowance-without-reason"]),
        ("{rule: rood, reason: x}", [], ["unknown-allowance"]),
        ("{rule: threat, reason: x}", [], ["unused-allowance"]),
        ("{rule: unused-allowance, reason: x}", [], ["malformed-allowance"]),
    ],
)
def test_a_file_beside_a_draft_allows(letter: Path, entry: str, out: list[str], faults: list[str]) -> None:
    (file,) = beside(letter, f"allow:\n  - {entry}\n")["files"]
    assert sorted(each["rule"] for each in file["left_out"]) == out
    told = [each for each in file["findings"] if "allowance" in each["rule"]]
    assert [each["rule"] for each in told] == faults
    for each in told:
        assert each["line"] is None
        assert f"{letter}.poalint.yaml:2:" in each["message"]


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ("allow:\n  - {rule: rude, reson: x}\n", "2:18", "reson: unknown key. Did you mean reason?"),
        ("alow: []\n", "1:1", "Did you mean allow?"),
        ("allow:\n  - {reason: x}\n", "2", "this key is missing"),
        ("allow:\n  - {rule: rude, reason: 3}\n", "2:26", "YAML reads 3 as a number"),
        ("allow: []\n", "1", "at least one"),
        ("", "", "this file is empty"),
        ("allow: [\n", "2:1", "a value is missing"),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_place_and_other_drafts_are_judged(
    letter: Path, text: str, place: str, why: str
) -> None:
    file = letter.with_name(f"{letter.name}.poalint.yaml")
    file.write_text(text, encoding="utf-8")
    other = letter.with_name("other.txt")
    other.write_text(HEAD, encoding="utf-8")
    done = run("check", "--format", "json", letter.parent)
    assert done.status == 2
    made = json.loads(done.out)
    assert [each["path"] for each in made["files"]] == [str(other)]
    (error,) = made["errors"]
    assert f"{file}:{place}" in error["message"] or not place
    assert str(file) in error["message"]
    assert why in error["message"]


def test_the_file_and_comments_allow_together(letter: Path) -> None:
    letter.write_text(f"{HEAD}\n{ALLOW}\n{PLEA}\n\n{RUDE}\n", encoding="utf-8")
    (file,) = beside(letter, "allow: [{rule: rude, reason: x}]\n")["files"]
    assert sorted(each["rule"] for each in file["left_out"]) == ["emotional-plea", "rude"]
    assert not [each for each in file["findings"] if "allowance" in each["rule"]]


@pytest.mark.parametrize(
    ("entry", "title", "message", "advice"),
    [
        (
            "{rule: unused-allowance, reason: x}",
            "An entry that allows nothing",
            "This entry allows nothing: unused-allowance is about allowances, and cannot be allowed.",
            "Name something else under `rule`, or strike the entry.",
        ),
        (
            "{rule: rude}",
            "An allowance without a reason",
            "The allowance of rude gives no reason, so it allows nothing.",
            "Write under `reason` of this entry why it may stand.",
        ),
    ],
)
@pytest.mark.parametrize("redact", [False, True])
def test_a_fault_in_the_file_is_told_as_one_of_the_file_with_its_place(
    letter: Path, entry: str, title: str, message: str, advice: str, redact: bool
) -> None:
    letter.with_name(f"{letter.name}.poalint.yaml").write_text(f"allow:\n  - {entry}\n", encoding="utf-8")
    done = run("check", "--format", "json", *["--redact"] * redact, letter)
    (file,) = json.loads(done.out)["files"]
    (fault,) = [each for each in file["findings"] if "allowance" in each["rule"]]
    place = f"{letter}.poalint.yaml:2:12"
    assert fault["message"] == f"{place}: {f'{title}.' if redact else message}"
    assert fault["advice"] == advice


def test_a_broken_file_is_an_error_of_its_draft_in_every_format(letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(letter.parent)
    Path(f"{letter.name}.poalint.yaml").write_text("alow: []\n", encoding="utf-8")
    forms = ("json", "gitlab", "junit", "csv", "markdown", "sarif", "github", "checkstyle", "html")
    done = run("check", "--format", "text", *(f"--format={form}=out.{form}x" for form in forms), letter.name)
    assert done.status == 2
    told = f"{letter.name}.poalint.yaml:1:1: alow: unknown key"
    assert told in done.err
    made = {form: Path(f"out.{form}x").read_text(encoding="utf-8") for form in forms}
    (error,) = json.loads(made["json"])["errors"]
    assert error["path"] == letter.name
    assert error["message"].startswith(told)
    (issue,) = json.loads(made["gitlab"])
    assert issue["location"]["path"] == letter.name
    assert f'<testsuite name="{letter.name}"' in made["junit"]
    assert f'<file name="{letter.name}"' in made["checkstyle"]
    assert made["csv"].splitlines()[1].startswith(f"{letter.name},")
    assert f"| `{letter.name}` |" in made["markdown"]
    assert f"file={letter.name}," in made["github"]
    assert f"<b>{letter.name}</b>" in made["html"]
    (note,) = json.loads(made["sarif"])["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == letter.name
