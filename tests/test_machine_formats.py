"""Every format for machines through the program, on a folder with all that is odd."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest

import written as made
from poalint.cards import cards
from poalint.errors import DraftError, ModelError
from poalint.formats import MACHINE
from poalint.model import Draft, LeftOut, Miss
from program import BAD, GERMAN, GOOD, Run, run
from sarif_schema import VALIDATOR
from written import written

ODD = (
    "\ufeffDear Amazon,\r\n\r\n\U0001f600 cafe\u0301\twe ship [YOUR NAME] here.\r\n\r\n"
    "That is on us!!!! \U0001f469\u200d\U0001f4bb We never did anything wrong.\r\n"
)
HOSTILE = (
    "Dear Amazon,\n\nWe never did anything wrong ]]> <script>alert(1)</script> [bold]red[/bold] {0} | `tick` @octocat "
    "#12 \x1b[31m.\n\n::error::We never did anything wrong, 100% \u202esure.\n\n=SUM(A1) [YOUR NAME] Please, my family "
    "will starve, see [here](1).\n\nRegards, [@octocat `x` | <b>]\n"
)
DRAFTS = {
    "good.txt": GOOD.read_text(encoding="utf-8"),
    "bad.txt": BAD,
    "a b%20#?.txt": BAD,
    "\u4fe1 \u4ef6/\u4e8c.txt": BAD,
    "odd.txt": ODD,
    "hostile.txt": HOSTILE,
    "german.txt": GERMAN,
    "empty.txt": "",
}
FAILED = {"german.txt", "empty.txt", "gone.txt"}
CHECKED = set(DRAFTS) - FAILED
Reports = dict[str, str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    at = tmp_path_factory.mktemp("agency")
    for name, text in DRAFTS.items():
        (at / name).parent.mkdir(exist_ok=True)
        (at / name).write_text(text, encoding="utf-8", newline="")
    return at


@pytest.fixture(scope="module")
def reports(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Reports:
    """What stands in each format's file after one run, and in the summary of the step."""
    out = tmp_path_factory.mktemp("reports")
    (out / "summary").write_text("before\n", encoding="utf-8")
    with chdir(folder):
        outputs = [f"--format={name}={out / name}" for name in sorted(MACHINE)]
        done = run(
            "check", *outputs, "--min-score", 90, ".", "gone.txt", env={"GITHUB_STEP_SUMMARY": str(out / "summary")}
        )
    assert done.status == 2
    return {each.name: each.read_bytes().decode("utf-8") for each in out.iterdir()}


def document(reports: Reports) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(reports["json"])
    return value


# -- SARIF --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sarif_run(reports: Reports) -> dict[str, Any]:
    sarif = json.loads(reports["sarif"])
    VALIDATOR.validate(sarif)
    (only,) = sarif["runs"]
    value: dict[str, Any] = only
    return value


def test_sarif_has_a_result_for_each_finding(reports: Reports, sarif_run: dict[str, Any]) -> None:
    found = [
        (each["rule"], each["fingerprint"], each["severity"])
        for draft in document(reports)["files"]
        for each in draft["findings"]
    ]
    told = [(each["ruleId"], each["partialFingerprints"]["poalint/v1"], each["level"]) for each in sarif_run["results"]]
    assert told == found
    assert len(found) > 30
    assert "primaryLocationLineHash" not in reports["sarif"]


def test_sarif_lists_all_rules_that_ran(sarif_run: dict[str, Any]) -> None:
    rules = sarif_run["tool"]["driver"]["rules"]
    ran = {each["id"] for each in rules}
    plans = {each.id for each in cards() if "plan" in each.letters}
    assert len(ran) == len(rules) > 40
    assert ran == plans
    assert {each["ruleId"] for each in sarif_run["results"]} < ran
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in sarif_run["results"])
    denied = next(each for each in rules if each["id"] == "denied-fault")
    assert denied["properties"] == {"problem.severity": "error", "tags": ["acknowledges-fault", "denial"]}
    assert denied["defaultConfiguration"] == {"level": "error"}
    assert "poalint explain denied-fault" in denied["help"]["markdown"]
    assert sarif_run["tool"]["extensions"] == [{"name": "poalint", "version": sarif_run["tool"]["driver"]["version"]}]


def test_sarif_counts_columns_in_characters(folder: Path, sarif_run: dict[str, Any]) -> None:
    assert sarif_run["columnKind"] == "unicodeCodePoints"
    regions = []
    for result in sarif_run["results"]:
        (location,) = result["locations"]
        if location["physicalLocation"]["artifactLocation"]["uri"] == "odd.txt":
            region = location["physicalLocation"].get("region")
            regions.append((result["ruleId"], region and (region["startLine"], region["startColumn"])))
            if region and region["startLine"] == region["endLine"]:
                lines = (folder / "odd.txt").read_bytes().decode("utf-8-sig").split("\r\n")
                marked = lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
                assert marked == region["snippet"]["text"]
    assert ("unfilled-placeholder", (3, 17)) in regions, "an emoji, an accent of its own and a tab are one each"
    assert ("exclamation-marks", (5, 14)) in regions
    assert ("no-cause", None) in regions, "what is missing has a draft, and no region"


def test_sarif_uris_are_relative_and_percent_encoded(sarif_run: dict[str, Any]) -> None:
    places = [each["locations"][0]["physicalLocation"]["artifactLocation"] for each in sarif_run["results"]]
    assert {each["uri"] for each in places} == {
        "bad.txt", "odd.txt", "hostile.txt", "a%20b%2520%23%3F.txt", "%E4%BF%A1%20%E4%BB%B6/%E4%BA%8C.txt"
    }  # fmt: skip
    assert {each["uriBaseId"] for each in places} == {"%SRCROOT%"} == set(sarif_run["originalUriBaseIds"])


def test_sarif_names_drafts_elsewhere_in_full(folder: Path, tmp_path: Path) -> None:
    with chdir(tmp_path):
        (only,) = json.loads(run("check", "--format", "sarif", folder / "a b%20#?.txt").out)["runs"]
    places = {json.dumps(each["locations"][0]["physicalLocation"]["artifactLocation"]) for each in only["results"]}
    path = (folder / "a b%20#?.txt").as_uri()
    assert places == {json.dumps({"uri": path})}


def test_sarif_tells_what_could_not_be_done(sarif_run: dict[str, Any]) -> None:
    (invocation,) = sarif_run["invocations"]
    assert invocation["executionSuccessful"] is False
    told = [
        (each["level"], each["descriptor"]["id"], each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        for each in invocation["toolExecutionNotifications"]
    ]
    assert {uri for level, name, uri in told if (level, name) == ("error", "not-checked")} == FAILED
    assert [uri for level, name, uri in told if (level, name) == ("warning", "min-score")].count("bad.txt") == 1


def test_sarif_of_a_good_draft_is_whole(folder: Path) -> None:
    done = run("check", "--format", "sarif", folder / "good.txt")
    sarif = json.loads(done.out)
    VALIDATOR.validate(sarif)
    assert sarif["runs"][0]["results"] == []
    assert sarif["runs"][0]["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    assert len(sarif["runs"][0]["tool"]["driver"]["rules"]) > 40


def test_sarif_keeps_what_does_not_count_as_suppressed() -> None:
    text = "We may be wrong."
    allowed = LeftOut(made.finding(text, 0, 6), "allowed", "quoted from the notice")
    report = made.report("a.txt", text, made.finding(text), left_out=(allowed, LeftOut(made.finding(text), "known")))
    sarif = json.loads(written("sarif", report))
    VALIDATOR.validate(sarif)
    assert [each["suppressions"] for each in sarif["runs"][0]["results"]] == [
        [],
        [{"kind": "inSource", "status": "accepted", "justification": "quoted from the notice"}],
        [{"kind": "external", "status": "accepted"}],
    ]


# -- JUnit and Checkstyle -----------------------------------------------------------------------------------------


def test_junit_has_a_suite_a_draft_and_a_case_a_rule(reports: Reports, sarif_run: dict[str, Any]) -> None:
    suites = {each.attrib["name"]: each for each in ET.fromstring(reports["junit"].encode("utf-8"))}
    assert set(suites) == CHECKED | FAILED
    rules = {each["id"] for each in sarif_run["tool"]["driver"]["rules"]}
    for draft in document(reports)["files"]:
        suite = suites[draft["path"]]
        cases = {case.attrib["name"]: case for case in suite.iter("testcase")}
        failing = {each["rule"] for each in draft["findings"] if each["severity"] == "error"}
        beside = {each["rule"] for each in draft["findings"]} - failing
        gates = {"gate min-score"} if draft["score"] < 90 else set()
        assert set(cases) == rules | gates
        assert {name for name, case in cases.items() if case.find("failure") is not None} == failing | gates
        assert beside <= {name for name, case in cases.items() if case.find("system-out") is not None}
        counts = {name: int(suite.attrib[name]) for name in ("tests", "failures", "errors", "skipped")}
        assert counts == {"tests": len(cases), "failures": len(failing | gates), "errors": 0, "skipped": 0}
    for name in FAILED:
        (case,) = suites[name]
        assert [(each.tag, bool(each.attrib["message"])) for each in case] == [("error", True)]
        assert (suites[name].attrib["tests"], suites[name].attrib["errors"]) == ("1", "1")


def test_junit_fails_what_the_gate_says(folder: Path) -> None:
    def failed(fail_on: str) -> set[str]:
        done = run("check", "--format", "junit", "--fail-on", fail_on, folder / "bad.txt")
        return {
            case.attrib["name"] for case in ET.fromstring(done.out).iter("testcase") if case.find("failure") is not None
        }

    assert failed("never") == set()
    assert {"denied-fault"} < failed("error") < failed("warning")
    assert "emotional-plea" in failed("warning") - failed("error")


def test_junit_skips_what_was_set_aside() -> None:
    left_out = (LeftOut(made.finding("x"), "allowed", "a quotation"), LeftOut(made.finding("x", rule="odd"), "known"))
    (suite,) = ET.fromstring(written("junit", made.report("a.txt", "x", left_out=left_out)))
    skipped = {case.attrib["name"]: each.attrib["message"] for case in suite for each in case.findall("skipped")}
    assert skipped == {"some-rule": "allowed: a quotation", "odd": "known"}
    assert (suite.attrib["tests"], suite.attrib["skipped"]) == ("3", "2")


def test_checkstyle_has_each_finding_at_its_place(reports: Reports) -> None:
    files = {each.attrib["name"]: each for each in ET.fromstring(reports["checkstyle"].encode("utf-8"))}
    assert set(files) == CHECKED | FAILED
    severities = {"error": "error", "warning": "warning", "note": "info"}
    for draft in document(reports)["files"]:
        told = [
            (each.get("source"), each.get("severity"), each.get("line"), each.get("column"))
            for each in files[draft["path"]]
            if each.get("source") != "poalint.min-score"
        ]
        assert told == [
            (f"poalint.{each['rule']}", severities[each["severity"]], _text(each["line"]), _text(each["column"]))
            for each in draft["findings"]
        ]
    assert [each.get("source") for each in files["gone.txt"]] == ["poalint.not-checked"]


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)


# -- GitHub -------------------------------------------------------------------------------------------------------

COMMAND = re.compile(r"::(?P<kind>error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)")


def commands(output: str) -> list[dict[str, str]]:
    found = [COMMAND.fullmatch(line) for line in output.splitlines()]
    return [
        {
            "kind": each["kind"],
            "message": each["message"],
            **dict(part.split("=", 1) for part in each["properties"].split(",")),
        }
        for each in found
        if each
    ]


def test_github_gets_the_worst_ten_of_each_kind_and_the_count_of_the_rest(reports: Reports) -> None:
    made = commands(reports["github"])
    kinds = [each["kind"] for each in made]
    assert kinds[:20] == ["error"] * 10 + ["warning"] * 10
    assert set(kinds[20:]) == {"notice"}
    (rest,) = [line for line in reports["github"].splitlines() if not line.startswith("::")]
    found = document(reports)["summary"]["errors"] + sum(
        len(each["gates"]) - 1 for each in document(reports)["files"] if each["gates"]
    )
    errors, warnings = (
        sum(each["severity"] == severity for draft in document(reports)["files"] for each in draft["findings"])
        for severity in ("error", "warning")
    )
    assert rest == f"poalint: not annotated, see the summary: {errors + found - 10} errors, {warnings - 10} warnings."
    whole = [each for each in made if each["title"].startswith(("poalint: could not", "poalint: min-score"))]
    assert made[: len(whole)] == whole, "what concerns a whole draft comes first"


def test_github_is_told_where(folder: Path) -> None:
    with chdir(folder.parent):
        done = run("check", "--format", "github", folder / "a b%20#?.txt", env={"GITHUB_WORKSPACE": str(folder.parent)})
    made = {each["title"].split("%3A")[0].removeprefix("poalint "): each for each in commands(done.out)}
    denied = made["denied-fault"]
    assert denied["file"] == f"{folder.name}/a b%2520#?.txt"
    assert (denied["line"], denied["endLine"], denied["col"], denied["endColumn"]) == ("3", "3", "1", "29")
    assert "line" not in made["no-cause"]


def test_github_takes_no_command_from_a_draft(folder: Path, tmp_path: Path) -> None:
    done = run("check", "--format", "github", folder / "hostile.txt")
    lines = done.out.splitlines()
    assert [line for line in lines if not COMMAND.fullmatch(line)] == []
    assert any("100%25" in line for line in lines)


def test_the_summary_of_the_step_is_appended(reports: Reports) -> None:
    text = reports["summary"]
    assert text.startswith("before\n## poalint: 6 drafts checked: ")
    assert "| `a b%20#?.txt` | 14 | not ready | fail-on: 3 errors, and none may stand; min-score: " in text
    assert "| `good.txt` | 100 | ready | passed |" in text
    assert "| `gone.txt` | | **could not be checked** | there is no such file" in text
    assert "- **error** `denied-fault`, line 3: " in text
    assert "<script>" not in text
    assert not re.search(r"(?<!`)@octocat", re.sub(r"`+[^`]*`+", "", text))


def test_there_is_no_summary_where_nobody_asks(folder: Path, tmp_path: Path) -> None:
    env = {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
    run("check", "--format", "text", folder / "bad.txt", env=env)
    assert not (tmp_path / "summary").exists()
    assert (
        run("check", "--format", "github", folder / "bad.txt", env={"GITHUB_STEP_SUMMARY": str(tmp_path)}).status == 2
    )


# -- Markdown -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "most"), [("markdown", 65_536)])
def test_a_comment_is_not_too_long(name: str, most: int) -> None:
    reports = [
        made.report(f"{number}.txt", "x", *[made.finding("x", words="\u4fe1" * 50)] * 9) for number in range(2000)
    ]
    text = written(name, *reports)
    assert most * 0.8 < len(text.encode("utf-8")) < most
    rows, findings = text.count("\n| `"), text.count("\n- ")
    assert f"There was no room for {2000 - rows} drafts more." in text
    assert f"There was no room for {18_000 - findings} findings more." in text
    assert text.startswith("## poalint: 2000 drafts checked: 2000 revise; 18000 errors.\n")


def test_a_comment_counts_what_does_not_count() -> None:
    left_out = tuple(LeftOut(made.finding("x"), by) for by in ("allowed", "known", "known"))
    text = written("markdown", made.report("a.txt", "x", left_out=left_out))
    assert "\n- **allowed** some-rule is left out\n- **known** 2 findings left out, as the baseline knows them" in text
    assert ", 3 findings left out |" in text


# -- GitLab and CSV -----------------------------------------------------------------------------------------------


def test_gitlab_tells_issues_apart(reports: Reports) -> None:
    issues = json.loads(reports["gitlab"])
    prints = [each["fingerprint"] for each in issues]
    assert len(prints) == len(set(prints)) > 30
    assert all({*each} == {"description", "check_name", "fingerprint", "severity", "location"} for each in issues)
    assert {each["severity"] for each in issues} == {"blocker", "critical", "minor", "info"}
    assert {each["location"]["path"] for each in issues} == (CHECKED | FAILED) - {"good.txt"}
    assert {each["location"]["lines"]["begin"] for each in issues if each["check_name"] == "no-cause"} == {1}
    assert all(each["location"]["lines"]["begin"] >= 1 for each in issues)


def test_gitlab_keeps_fingerprints_where_lines_move(folder: Path, tmp_path: Path) -> None:
    def prints(text: str) -> set[str]:
        (tmp_path / "a.txt").write_text(text, encoding="utf-8")
        with chdir(tmp_path):
            done = run("check", "--format", "gitlab", "a.txt")
        return {each["fingerprint"] for each in json.loads(done.out)}

    assert prints(BAD) == prints(BAD.replace("Dear Amazon,\n", "Dear Amazon,\n\n\n"))


def test_gitlab_says_where_paths_begin(folder: Path) -> None:
    with chdir(folder):
        done = run("check", "--format", "gitlab", "bad.txt", env={"CI_PROJECT_DIR": str(folder.parent)})
    assert {each["location"]["path"] for each in json.loads(done.out)} == {f"{folder.name}/bad.txt"}


def test_csv_has_a_row_for_each_finding(reports: Reports) -> None:
    text = reports["csv"].removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    found = [each for draft in document(reports)["files"] for each in draft["findings"]]
    told = [row for row in rows if row["kind"] == "finding"]
    assert [(row["rule"], row["line"], row["fingerprint"]) for row in told] == [
        (each["rule"], _text(each["line"]) or "", each["fingerprint"]) for each in found
    ]
    assert {row["path"] for row in rows if row["kind"] == "failed"} == FAILED
    assert {row["rule"] for row in rows if row["kind"] == "gate"} == {"min-score"}
    assert not any(value.startswith(tuple("=+-@")) for row in rows for value in row.values())
    assert text.count("\n") == text.count("\r\n") == len(rows) + 1


# -- all of them --------------------------------------------------------------------------------------------------


def _shown(done: Run, name: str) -> str:
    return done.out.removeprefix("\ufeff") if name == "csv" else done.out


@pytest.mark.parametrize("name", sorted(MACHINE))
def test_what_is_printed_is_what_stands_in_the_file(name: str, folder: Path, tmp_path: Path) -> None:
    with chdir(folder):
        printed = run("check", "--format", name, "bad.txt", "gone.txt")
        run("check", "--format", f"{name}={tmp_path / 'out'}", "bad.txt", "gone.txt")
    assert printed.err == "", "errors are told in the report"
    assert (tmp_path / "out").read_bytes().decode("utf-8") == printed.out
    assert "gone.txt" in printed.out


@pytest.mark.parametrize("name", sorted(MACHINE))
def test_errors_without_a_draft_are_told(name: str) -> None:
    told = written(name, ModelError("", "there is no pipeline", "Install one."), DraftError("a.txt", "it is empty"))
    assert "there is no pipeline" in told
    assert "it is empty" in told


@pytest.mark.parametrize("name", sorted(MACHINE - {"json", "sarif", "csv", "gitlab", "checkstyle"}))
def test_frames_speak_chinese(name: str) -> None:
    report = made.report("a.txt", "x", *[made.finding("x")] * 11, misses=(Miss("min-score", "x"),))
    text = written(name, report, DraftError("b.txt", "the draft is empty"), lang="zh")
    assert re.search("[\u4e00-\u9fff]{2}", text)


def test_a_finding_that_ends_at_the_beginning_of_a_line_ends_on_the_line_before() -> None:
    report = made.report("a.txt", "one\ntwo\n", made.finding("", 0, 4))
    (issue,) = json.loads(written("gitlab", report))
    assert issue["location"]["lines"] == {"begin": 1, "end": 1}
    assert Draft("a.txt", "one\ntwo\n").position(4) == (2, 1)


@pytest.mark.parametrize("text", [BAD, GERMAN], ids=["checked", "not English"])
def test_standard_input_is_told_as_no_file(text: str, tmp_path: Path) -> None:
    names = ("sarif", "github", "gitlab")
    outputs = [f"--format={name}={tmp_path / name}" for name in names]
    run("check", "-", *outputs, stdin=text.encode(), env={"GITHUB_WORKSPACE": str(tmp_path.parent)})
    made = {name: (tmp_path / name).read_text(encoding="utf-8") for name in names}
    assert "stdin" not in "".join(made.values())
    sarif = json.loads(made["sarif"])
    VALIDATOR.validate(sarif)
    told = sarif["runs"][0]["results"] + sarif["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    places = [each["locations"][0]["physicalLocation"] for each in told]
    assert places
    assert all(each["artifactLocation"] == {"description": {"text": "standard input"}} for each in places)
    assert any("region" in each for each in places) == (text == BAD), "lines are told, of whatever it is"
    commands = made["github"].splitlines()
    assert commands
    assert not re.search(r"^::\w+ [^:]*(?:file|line|col)=", made["github"], re.MULTILINE)
    issues = json.loads(made["gitlab"])
    assert {(each["location"]["path"], each["location"]["lines"]["begin"]) for each in issues} == {(".", 1)}
    for said in ([each.split("::")[2] for each in commands], [each["description"] for each in issues]):
        assert any(each.startswith("line 3: ") for each in said) == (text == BAD)
