"""What counts, and what a draft must reach: each gate asked alone, and all through the program."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poalint.errors import UnknownNameError
from poalint.fingerprints import marked
from poalint.gates import Gate, misses
from poalint.model import Draft, Finding, Pillar, Report, RuleInfo
from poalint.selection import Selection, refuse_unknown
from program import BAD, GOOD, run

DRAFT = Draft("a.txt", "We shipped late.\n\nWe shipped  LATE.\n")


def finding(rule: str = "r", severity: Any = "warning", **fields: Any) -> Finding:
    made = {"pillar": None, "flag": None, "message": "m", "advice": "a", "cue": "", "start": None, "end": None}
    return Finding(rule=rule, severity=severity, **{**made, **fields})


def report(*severities: str, score: int = 80, root_cause: Any = "pass") -> Report:
    pillars = (Pillar("root-cause", root_cause, 20, 25),)
    return Report(DRAFT, score, "revise", pillars, (), (), tuple(finding(severity=each) for each in severities))


@pytest.mark.parametrize(
    ("gate", "passes", "misses_it"),
    [
        (Gate(), report("warning", "note"), report("error")),
        (Gate("warning"), report("note"), report("warning")),
        (Gate("note"), report(), report("note")),
        (Gate("never", min_score=80), report("error", score=80), report(score=79)),
        (Gate(min_pillars={"root-cause": "pass"}), report(), report(root_cause="weak")),
        (Gate(min_pillars={"root-cause": "weak"}), report(root_cause="weak"), report(root_cause="fail")),
        (
            Gate(min_pillars={"root-cause": "pass"}),
            replace(report(root_cause="not judged"), letter="dispute"),
            report(root_cause="not judged"),
        ),
        (Gate(max_warnings=1), report("warning"), report("warning", "warning")),
        (Gate(max_warnings=0), report("note"), report("warning")),
    ],
)
def test_a_gate_lets_pass_what_reaches_it_and_nothing_less(gate: Gate, passes: Report, misses_it: Report) -> None:
    assert misses(passes, gate) == ()
    assert len(misses(misses_it, gate)) == 1


def test_a_gate_says_by_how_much_it_was_missed() -> None:
    gate = Gate("warning", 90, {"root-cause": "pass"}, 1)
    told = [
        f"{each.gate}: {each.told}" for each in misses(report("error", "warning", "warning", root_cause="weak"), gate)
    ]
    assert told == [
        "fail-on: 3 warnings or worse, and none may stand",
        "min-score: the score is 80, 10 below the 90 asked for",
        "min-pillar: root-cause is weak, and must be at least pass",
        "max-warnings: 2 warnings, 1 more than the 1 allowed",
    ]


RULES = [
    RuleInfo("no-cause", "t", "root-cause", None, "error", ""),
    RuleInfo("vague-cause", "t", "root-cause", "hedging", "warning", ""),
    RuleInfo("rude", "t", None, "rude", "warning", ""),
]


@pytest.mark.parametrize(
    ("selection", "kept"),
    [
        (Selection(), {"no-cause", "vague-cause", "rude"}),
        (Selection(select=("root-cause",)), {"no-cause", "vague-cause"}),
        (Selection(select=("root-cause",), ignore=("no-cause",)), {"vague-cause"}),
        (Selection(select=("no-cause",), ignore=("root-cause",)), {"no-cause"}),
        (Selection(select=("root-cause",), ignore=("root-cause",)), set()),
        (Selection(ignore=("root-cause",)), {"rude"}),
        (Selection(ignore=("root-cause",), extend=("no-cause",)), {"no-cause", "rude"}),
        (Selection(select=("no-cause",), extend=("hedging",)), {"no-cause", "vague-cause"}),
        (Selection(ignore=("rude",)), {"no-cause", "vague-cause"}),  # a rule and a flag of one name
    ],
)
def test_the_closer_name_decides_and_ignoring_where_both_are_as_close(selection: Selection, kept: set[str]) -> None:
    assert {rule.id for rule in RULES if selection.keeps(rule)} == kept
    found = [finding(rule.id, pillar=rule.pillar, flag=rule.flag) for rule in RULES]
    assert {each.rule for each in found if selection.keeps(each)} == kept


def test_a_name_that_matches_nothing_is_refused() -> None:
    known = [(rule.id, rule.pillar, rule.flag) for rule in RULES]
    refuse_unknown(Selection(("root-cause",), ("hedging",), ("rude",)), known)
    with pytest.raises(UnknownNameError, match="Did you mean hedging"):
        refuse_unknown(Selection(ignore=("hedgin",)), known)


# -- fingerprints ----------------------------------------------


def test_the_same_words_have_the_same_fingerprint_and_each_its_own() -> None:
    first, second = marked(DRAFT, [finding(start=0, end=16), finding(start=18, end=35)])
    moved = Draft("b.txt", "Dear Amazon,\r\n\r\nwe SHIPPED\r\nlate.")
    (alone,) = marked(moved, [finding(start=16, end=len(moved.text))])
    assert first.fingerprint == alone.fingerprint != second.fingerprint
    assert (
        len(
            {
                first.fingerprint,
                second.fingerprint,
                *(f.fingerprint for f in marked(DRAFT, [finding("s", start=0, end=16), finding()])),
            }
        )
        == 4
    )


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_every_finding_has_a_fingerprint_of_sixteen_digits(text: str, start: int, end: int) -> None:
    draft = Draft("a", text)
    (made,) = marked(draft, [finding(start=min(start, len(text)), end=min(end, len(text)))])
    assert len(made.fingerprint) == 16
    assert int(made.fingerprint, 16) >= 0
    assert replace(made, fingerprint="") == finding(start=min(start, len(text)), end=min(end, len(text)))


# -- through the program ----------------------------------------------


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.txt"
    path.write_text(BAD, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 1),
        (("--fail-on", "never"), 0),
        (("--exit-zero",), 0),
        (("--fail-on", "never", "--min-score", "99"), 1),
        (("--fail-on", "never", "--min-pillar", "root-cause=weak"), 1),
        (("--fail-on", "never", "--max-warnings", "0"), 1),
        (("--select", "future-only"), 0),
    ],
)
def test_the_exit_status_follows_the_gates(bad: Path, options: tuple[str, ...], status: int) -> None:
    assert run("check", bad, *options).status == status


def test_each_draft_is_asked_alone(bad: Path) -> None:
    done = run("check", "--format", "json", GOOD, bad)
    assert [each["passed"] for each in json.loads(done.out)["files"]] == [True, False]
    assert done.status == 1


def test_exit_zero_does_not_hide_what_could_not_be_done(bad: Path) -> None:
    assert run("check", "--exit-zero", bad, bad.parent / "gone.txt").status == 2


def test_what_is_not_selected_costs_nothing(bad: Path) -> None:
    everything, one = (
        json.loads(run("check", "--format", "json", bad, *options).out)["files"][0]
        for options in ((), ("--select", "no-cause"))
    )
    assert (
        {each["rule"] for each in one["findings"]} == {"no-cause"} < {each["rule"] for each in everything["findings"]}
    )
    assert one["pillars"]["root-cause"]["points"] == 0
    assert (one["score"], one["verdict"]) == (0, "not ready")  # of the one pillar that is judged nothing is left


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--select", "root-caus"), "Did you mean root-cause"),
        (("--ignore", "nothing-like-it"), "no rule, pillar or flag is called"),
        (("--min-pillar", "cause=pass"), "no pillar is called 'cause'. Did you mean root-cause"),
        (("--min-pillar", "root-cause=good"), "no status is called 'good'. There are pass, weak"),
        (("--min-pillar", "root-cause="), "no status is called ''. There are pass, weak"),
        (("--min-pillar", "root-cause"), "--min-pillar root-cause has no =. Write PILLAR=STATUS, such as"),
        (("--jobs", "x"), "'x' is neither a number from 1 to 64 nor auto."),
        (("--jobs", "65"), "'65' is neither a number from 1 to 64 nor auto."),
        (("--select", "rude,"), "no rule, pillar or flag is called ''. `poalint rules` lists"),
        (("--select", "rude,no-caus"), "Did you mean no-cause"),
        (("--select", "rude,threat", "--ignore", "threat,rude"), "nothing would be checked. Take a name out"),
        (("--format", "jsn"), "Did you mean json"),
        (("--format", "json="), "no file is named after ="),
        (("--format", "json", "--format", "text"), "json and text would both go there"),
        (("--format", "json=x.out", "--format", "text=./x.out"), "json and text would both go there"),
    ],
)
def test_a_wrong_option_is_refused_with_what_there_is(bad: Path, options: tuple[str, ...], told: str) -> None:
    done = run("check", bad, *options)
    assert done.status == 2
    assert told in done.err
    assert done.out == ""


# -- several formats at once ----------------------------------------------


def test_several_formats_say_the_same_of_one_run(bad: Path, tmp_path: Path) -> None:
    alone = run("check", "--format", "json", bad, tmp_path / "gone.txt")
    both = run("check", "--format", "text", "--format", f"json={tmp_path / 'out.json'}", bad, tmp_path / "gone.txt")
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == alone.out
    assert both.status == alone.status == 2
    assert "there is no such file" in both.err
    assert "bad.txt: " in both.out
    assert len(json.loads(alone.out)["errors"]) == 1


def test_a_file_is_written_whole_or_left_as_it_was(bad: Path, tmp_path: Path) -> None:
    target = tmp_path / "reports" / "out.json"
    refused = run("check", "--format", f"json={target}", bad)
    assert (refused.status, refused.out) == (2, "")
    assert "cannot be written" in refused.err
    target.parent.mkdir()
    assert run("check", "--format", f"json={target}", bad).status == 1
    assert run("check", "--format", f"json={target}", "--model", "no_such_model", bad).status == 2
    assert json.loads(target.read_text(encoding="utf-8"))["errors"]
    assert [each.name for each in target.parent.iterdir()] == ["out.json"]
