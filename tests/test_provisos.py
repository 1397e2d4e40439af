"""What a report must not hide: findings that do not count, rules that did not run, gates that were not asked."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poalint.errors import nearest
from poalint.model import LETTERS, PILLARS
from program import BAD, GOOD, run

HEAD = "We shipped 41 orders late in March because nobody had changed the handling time after the move.\n"
PLEA = "Please, my family will starve if you do not give the account back."
ALLOW = "<!-- poalint: allow emotional-plea -- the owner wants it -->"
PEOPLE = ("text", "markdown", "html", "github")


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.txt"
    path.write_text(BAD, encoding="utf-8")
    return path


def letter(folder: Path, text: str, name: str = "letter.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def checked(path: Path, *options: object) -> dict[str, Any]:
    (made,) = json.loads(run("check", "--format", "json", path, *options).out)["files"]
    assert isinstance(made, dict)
    return made


# -- findings that do not count ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PEOPLE)
def test_every_report_for_people_says_what_is_allowed_and_why(name: str, tmp_path: Path) -> None:
    text = GOOD.read_text(encoding="utf-8").rstrip()
    allowed = letter(tmp_path, f"{text}\n\n{ALLOW}\n{PLEA}\n")
    made = checked(allowed)
    (left,) = made["left_out"]
    assert left["rule"] == "emotional-plea"
    out = run("check", "--format", name, allowed).out
    assert "emotional-plea" in out
    assert "the owner wants it" in out
    assert "Nothing to mend was found" not in out
    assert "the owner wants it" not in run("check", "--format", name, "--redact", allowed).out


@pytest.mark.parametrize("name", PEOPLE)
def test_a_baseline_that_knows_everything_makes_no_report_look_clean(name: str, bad: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "known.json"
    assert run("baseline", "create", "--output", baseline, bad).status == 0
    made = checked(bad, "--baseline", baseline)
    assert (made["findings"], made["score"]) == ([], 100)
    assert made["score_with_known"] < 50
    out = run("check", "--format", name, "--baseline", baseline, bad).out
    assert "Nothing to mend was found" not in out
    known = len(made["left_out"])
    if name == "github":
        assert out.startswith("::notice title=poalint left out::Not counted: ")
        assert all(each["rule"] in out for each in made["left_out"][:3])
    else:
        told = f"{known} findings left out, as the baseline knows them; the score with them is "
        assert told + str(made["score_with_known"]) in out
    if name in ("text", "markdown"):
        assert f"no findings; {known} findings left out." in out


def test_the_notice_takes_the_place_of_a_note_where_there_are_many(tmp_path: Path) -> None:
    long = "We did not check the labels" + " and then we packed the next box" * 10 + ".\n\n"
    path = letter(tmp_path, f"{HEAD}\n{long * 14}\n{ALLOW}\n{PLEA}\n")
    found = [each["severity"] for each in checked(path)["findings"]].count("note")
    lines = run("check", "--format", "github", path).out.splitlines()
    notices = [each for each in lines if each.startswith("::notice ")]
    assert found > 10
    assert len(notices) == 10
    assert "title=poalint left out::Not counted: emotional-plea (the owner wants it)." in notices[0]
    assert f"{found - 9} notes" in lines[-1]


def test_github_says_nothing_where_nothing_is_left_out() -> None:
    assert run("check", "--format", "github", GOOD).out == ""


# -- rules that did not run -------------------------------------------------------------------------------------------


def test_a_pillar_of_which_no_rule_ran_is_not_passed(bad: Path) -> None:
    made = checked(bad, "--select", "root-cause, no-blame")
    status = {name: (each["status"], each["points"] is None) for name, each in made["pillars"].items()}
    assert status["root-cause"] == ("fail", False)
    assert {name for name, told in status.items() if told == ("not judged", True)} == {*PILLARS} - {
        "root-cause", "no-blame",
    }  # fmt: skip
    kept = sum(made["pillars"][name]["points"] for name in ("root-cause", "no-blame"))
    of = sum(made["pillars"][name]["of"] for name in ("root-cause", "no-blame"))
    assert made["score"] == round(100 * kept / of)
    assert 0 < made["rules_run"] < made["rules_known"]


@pytest.mark.parametrize("options", [("--select", "rude"), ("--ignore", "prevention"), ("--select", "root-cause")])
def test_what_was_judged_in_part_is_not_ready(options: tuple[str, str]) -> None:
    whole, part = checked(GOOD), checked(GOOD, *options)
    assert (whole["score"], whole["verdict"], whole["rules_run"]) == (100, "ready", whole["rules_known"])
    assert (part["score"], part["verdict"]) == (100, "revise")
    assert part["rules_known"] == whole["rules_known"]


def test_a_single_rule_less_takes_no_verdict_away_and_is_told() -> None:
    part = checked(GOOD, "--ignore", "flattery")
    assert (part["verdict"], part["rules_known"] - part["rules_run"]) == ("ready", 1)
    assert f"only {part['rules_run']} of {part['rules_known']} rules ran" in run(
        "check", GOOD, "--ignore", "flattery", width=200
    ).out  # fmt: skip


@pytest.mark.parametrize("name", PEOPLE)
def test_every_report_for_people_says_that_only_some_rules_ran(name: str) -> None:
    made = checked(GOOD, "--select", "rude")
    out = run("check", "--format", name, "--select", "rude", GOOD, width=200).out
    assert f"only {made['rules_run']} of {made['rules_known']} rules ran, so this is no whole check" in out
    assert "Nothing to mend was found." not in out
    assert "whole check" not in run("check", "--format", name, GOOD).out


def test_a_gate_on_a_pillar_that_is_not_judged_is_missed(bad: Path) -> None:
    asked = ("--select", "rude", "--fail-on", "never")
    told = checked(bad, *asked, "--min-pillar", "prevention=weak")["gates"]
    said = "prevention is not judged, as no rule of it ran, and must be at least weak"
    assert told == [{"gate": "min-pillar", "message": said}]
    assert checked(bad, *asked, "--min-pillar", "prevention=fail")["passed"]
    assert not checked(bad, "--ignore", "prevention", "--fail-on", "never", "--min-pillar", "prevention=pass")["passed"]


def test_a_letter_that_no_rule_looks_at_is_not_passed(bad: Path, tmp_path: Path) -> None:
    done = run("check", "--select", "root-cause", "--as", "dispute", bad)
    assert (done.status, done.out) == (2, "")
    assert "bad.txt: no rule is left to check this letter by." in done.err
    letter(tmp_path, "select: [rude]\nignore: [rude]\n", "poalint.yaml")
    assert "no rule is left to check this letter by." in run("check", bad).err


def test_a_dispute_is_not_asked_for_pillars_and_says_so(bad: Path) -> None:
    asked = ("--as", "dispute", "--fail-on", "never", "--min-pillar", "root-cause=pass")
    for name in ("text", "markdown", "html"):
        done = run("check", "--format", name, *asked, bad, width=120)
        assert done.status == 0
        assert "not asked of this letter: a dispute has no pillars" in done.out
    assert "not asked" not in run("check", *asked[:-1], "root-cause=fail", bad, width=120).out


# -- allowances that meet each other ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("comments", "unused"),
    [
        ([ALLOW], 0),
        ([ALLOW, ALLOW], 1),
        ([ALLOW, ALLOW.replace("allow ", "allow-in-letter ")], 1),
        ([ALLOW.replace("emotional-plea", "emotional-plea, emotional-plea")], 1),
        ([ALLOW.replace(" -- the owner wants it", ""), ALLOW], 0),  # the first is none, for want of a reason
    ],
)
def test_a_second_allowance_of_the_same_is_unused(comments: list[str], unused: int, tmp_path: Path) -> None:
    made = checked(letter(tmp_path, "\n".join([HEAD, *comments, PLEA])))
    told = [each["message"] for each in made["findings"] if each["rule"] == "unused-allowance"]
    assert len(told) == unused
    assert all("Another allowance lets the same stand." in each for each in told)
    assert [each["rule"] for each in made["left_out"]] == ["emotional-plea"]


def test_words_beside_a_draft_cannot_name_the_whole_letter(tmp_path: Path) -> None:
    path = letter(tmp_path, HEAD, "letter.txt")
    letter(tmp_path, "allow:\n  - {rule: no-prevention, reason: x, words: March}\n", "letter.txt.poalint.yaml")
    (told,) = [each for each in checked(path)["findings"] if each["rule"] == "unused-allowance"]
    assert "is about the whole letter, so no words of it can be named." in told["message"]


# -- what is near, and what is said -----------------------------------------------------------------------------------

KNOWN = ("no-cause", "root-cause", "long-sentence", "no-evidence", "unsure-cause", "emotional-plea", "hedging",
         "unused-allowance", "allowance-without-reason", "expired", "late-shipment", "template",
         "prevention")  # fmt: skip


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("nonsense", None), ("x", None), ("", None), ("all", None), ("no", None), ("foo", None),
        ("late", "late-shipment"),
        ("hedgin", "hedging"), ("root_cause", "root-cause"), ("cause", "no-cause"), ("expird", "expired"),
        ("preventive", "prevention"), ("Root-Cause", "root-cause"), ("plea", "emotional-plea"),
    ],
)  # fmt: skip
def test_only_what_is_near_is_named(name: str, first: str | None) -> None:
    assert next(iter(nearest(name, KNOWN)), None) == first


@given(st.sampled_from(KNOWN), st.data())
def test_a_single_slip_finds_the_name_first(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 2))
    slip = data.draw(st.sampled_from(["drop", "double", "swap"]))
    cut = {"drop": name[at + 1 :], "double": name[at] + name[at:], "swap": name[at + 1] + name[at] + name[at + 2 :]}
    assert nearest(name[:at] + cut[slip], KNOWN)[0] == name


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("chekc",), "No such command: chekc. Did you mean check?"),
        (("baseline", "creat"), "No such command: creat. Did you mean create?"),
        (("xyzzy",), "No such command 'xyzzy'."),
        (("chekc", "--lang", "zh"), "没有这个命令\uff1achekc。是不是想写 check\uff1f"),
        (("check", "x", "--jobs", "x", "--lang", "zh"), "x 不行\uff1a请写 1 到 64 之间的数字\uff0c或者写 auto。"),
        (("check", GOOD, "--violation", "x"), "`poalint violations` lists what there is."),
        (("check", "x", "--ignore", "all"), "called 'all'. `poalint rules` lists what there is."),
    ],
)
def test_a_slip_in_a_command_line_is_told_with_what_may_be_meant(args: tuple[object, ...], told: str) -> None:
    done = run(*args)
    assert done.status == 2
    assert told in done.err


def test_an_advice_is_introduced_by_no_word_that_advice_begins_with(bad: Path) -> None:
    lines = [each.strip() for each in run("check", bad, "--lang", "zh", width=200).out.splitlines()]
    advice = [each for each in lines if each.startswith("改法\uff1a")]
    assert advice
    assert not [each for each in lines if each.startswith("这样写")]


def test_a_redraft_that_became_a_dispute_is_told_in_chinese(bad: Path, tmp_path: Path) -> None:
    for name in LETTERS:
        path = tmp_path / f"{name}.json"
        assert run("check", bad, "--as", name, "--exit-zero", "--format", f"json={path}").status == 0
    out = run("diff", tmp_path / "plan.json", tmp_path / "dispute.json", "--lang", "zh").out
    assert "旧稿按 POA 信评\uff0c新稿按异议信评" in out
