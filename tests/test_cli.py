"""The commands: what they print, and with which exit status."""

import json
import re
from pathlib import Path

import pytest

from poalint import __version__, api, loader
from poalint.cards import cards
from poalint.formats.lines import visible
from poalint.loading.packs import Pack
from poalint.model import PILLARS
from poalint.places import rule_files, rules_folder
from program import BAD, GERMAN, GOOD, run


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.txt"
    path.write_text(BAD, encoding="utf-8")
    return path


# -- check ----------------------------------------------


def test_a_bad_draft_is_reported_and_fails(bad: Path) -> None:
    done = run("check", bad)
    assert (done.status, done.err) == (1, "")
    lines = done.out.splitlines()
    assert lines[0].startswith(f"{bad}: ")
    assert lines[0].endswith(" of 100, not ready")
    assert [line.split()[0] for line in lines[1:6]] == list(PILLARS)
    assert f"{bad}:3:1: error denied-fault" in lines
    at = lines.index("    3 | We never did anything wrong. Please, my family will starve.")
    assert lines[at + 1].startswith("      | ^^^^")
    assert "  write: " in done.out
    assert f"{bad}: error no-cause (whole letter)" in lines
    assert lines[-2].startswith("1 draft checked: 1 not ready; ")
    assert "not whether Amazon will reinstate" in lines[-1]


def test_a_good_draft_passes_unless_its_score_is_too_low() -> None:
    done = run("check", GOOD)
    score = int(done.out.split(" of 100")[0].rsplit(" ", 1)[1])
    assert (done.status, done.err) == (0, "")
    assert run("check", GOOD, "--min-score", score).status == 0
    if score < 100:
        assert run("check", GOOD, "--min-score", score + 1).status == 1


def test_the_json_has_every_member_and_places_that_fit(bad: Path) -> None:
    done = run("check", "--format", "json", bad)
    value = json.loads(done.out)
    assert (done.status, done.err) == (1, "")
    assert list(value) == ["version", "schema", "packs", "lang", "files", "errors", "summary"]
    assert (value["version"], value["schema"], value["errors"]) == (__version__, 1, [])
    assert value["summary"] == {"files": 1, "ready": 0, "revise": 0, "not_ready": 1, "failed": 1, "errors": 0}
    (file,) = value["files"]
    assert list(file) == [
        "path", "letter", "score", "score_with_known", "verdict", "passed", "gates", "pillars", "rules_run",
        "rules_known", "flags", "case",
        "marketplace", "remarks", "findings", "left_out",
    ]  # fmt: skip
    assert (file["passed"], [each["gate"] for each in file["gates"]]) == (False, ["fail-on"])
    assert file["path"] == str(bad)
    assert list(file["pillars"]) == list(PILLARS)
    for pillar in file["pillars"].values():
        assert list(pillar) == ["status", "points", "of"]
        assert isinstance(pillar["points"], int)
    for finding in file["findings"]:
        assert list(finding) == [
            "rule", "pillar", "flag", "severity", "message", "advice", "cue", "points", "fingerprint",
            "start", "end", "line", "column", "end_line", "end_column", "page", "paragraph", "text",
        ]  # fmt: skip
        place = [finding[key] for key in list(finding)[9:]]
        assert (finding["page"], finding["paragraph"]) == (None, None)
        if finding["start"] is None:
            assert place == [None] * 9
        else:
            assert BAD[finding["start"] : finding["end"]] == finding["text"]
            line = BAD.split("\n")[finding["line"] - 1]
            assert line[finding["column"] - 1 :].startswith(finding["text"].split("\n")[0])
    assert None in [finding["start"] for finding in file["findings"]]


def test_one_draft_that_cannot_be_read_does_not_stop_the_others(bad: Path, tmp_path: Path) -> None:
    empty, gone = tmp_path / "empty.txt", tmp_path / "gone.txt"
    empty.write_bytes(b"")
    text = run("check", empty, bad, gone, GOOD)
    assert text.status == 2
    assert text.err.splitlines() == [
        f"poalint: {empty}: the draft is empty. Put the letter's text into the file.",
        f"poalint: {gone}: there is no such file or folder. Check the path.",
    ]
    assert text.out.count(" of 100, ") == 2
    assert "2 paths could not be checked." in text.out
    done = run("check", "--format", "json", empty, bad, gone, GOOD)
    value = json.loads(done.out)
    assert (done.status, done.err) == (2, "")
    assert [file["path"] for file in value["files"]] == [str(bad), str(GOOD)]
    assert [error["path"] for error in value["errors"]] == [str(empty), str(gone)]
    assert value["summary"]["files"] == value["summary"]["errors"] == 2


def test_errors_alone_need_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "_compiled", pytest.fail)
    done = run("check", tmp_path / "gone.txt")
    assert (done.status, done.out) == (2, "")


def test_a_draft_that_is_not_english_is_refused_in_its_place(bad: Path, tmp_path: Path) -> None:
    german = tmp_path / "german.txt"
    german.write_text(GERMAN, encoding="utf-8")
    for command in ("check", "parse"):
        done = run(command, "--format", "json", german, bad)
        value = json.loads(done.out)
        assert done.status == 2
        assert [error["path"] for error in value["errors"]] == [str(german)]
        assert "English" in value["errors"][0]["message"]
        assert [file["path"] for file in value["files"]] == [str(bad)]


def test_windows_and_utf16_drafts_give_the_same_findings(bad: Path, tmp_path: Path) -> None:
    same = [bad, tmp_path / "windows.txt", tmp_path / "utf16.txt"]
    same[1].write_bytes(BAD.replace("\n", "\r\n").encode())
    same[2].write_bytes(BAD.encode("utf-16"))
    value = json.loads(run("check", "--format", "json", *same).out)
    found = [[(each["rule"], each["line"], each["column"]) for each in file["findings"]] for file in value["files"]]
    assert found[0] == found[1] == found[2]


def test_standard_input_is_a_draft() -> None:
    done = run("check", "-", "-", stdin=BAD.encode())
    assert done.status == 1
    assert done.out.startswith("<stdin>: ")
    assert "1 draft checked" in done.out


def test_a_missing_model_is_an_error_in_both_formats(bad: Path) -> None:
    text = run("check", "--model", "no_such_model", bad)
    assert (text.status, text.out) == (2, "")
    assert text.err.startswith("poalint: model no_such_model: ")
    for command in ("check", "parse"):
        done = run(command, "--model", "no_such_model", "--format", "json", bad)
        value = json.loads(done.out)
        assert (done.status, value["files"], done.err) == (2, [], "")
        assert value["errors"][0]["path"] is None
        assert "no_such_model" in value["errors"][0]["message"]


def test_a_broken_rule_is_an_error_in_both_formats(bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "rules"
    (folder / "form").mkdir(parents=True)
    (folder / "form" / "odd.yaml").write_text("id: odd\nseverty: error\n", encoding="utf-8")
    monkeypatch.setattr(api, "_compiled", lambda *asked: loader.load([Pack("mine", "1", folder)]))
    text = run("check", bad)
    assert (text.status, text.out) == (2, "")
    assert all(re.match(r"poalint: | +\d* \| ", line) for line in text.err.splitlines())
    assert "odd.yaml:2:1: severty: unknown key" in text.err
    value = json.loads(run("check", "--format", "json", bad).out)
    assert (value["files"], len(value["errors"])) == ([], 1)


# -- parse ----------------------------------------------


def test_parse_shows_blocks_clauses_and_signals(bad: Path) -> None:
    done = run("parse", bad)
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == str(bad)
    assert "line 1, salutation, no role" in lines
    assert any(line.startswith("    us \u00b7 do ") and "\u00b7 done \u00b7 negative \u00b7" in line for line in lines)
    assert any(line.startswith("      + denial  ") for line in lines)
    assert any(line.startswith("      - ") for line in lines)


def test_parse_json_holds_only_signals_for_users(bad: Path) -> None:
    done = run("parse", "--format", "json", bad)
    value = json.loads(done.out)
    assert (done.status, done.err) == (0, "")
    assert list(value) == ["version", "schema", "files", "errors"]
    (file,) = value["files"]
    assert list(file) == ["path", "letter", "remarks", "text", "places", "blocks", "signals"]
    assert (file["text"], file["places"], file["remarks"]) == (BAD, [], [])
    assert file["blocks"][0] == {"kind": "salutation", "role": None, "start": 0, "end": 12}
    assert [list(each) for each in file["signals"]] == [["name", "start", "end", "text", "cue"]] * len(file["signals"])
    assert "denial" in [each["name"] for each in file["signals"]]
    assert all(api.Linter().shows(each["name"]) for each in file["signals"])
    assert all(BAD[each["start"] : each["end"]] == each["text"] for each in file["signals"])


# -- rules and explain ----------------------------------------------


def test_rules_lists_each_rule_once_by_pillar() -> None:
    known = [card.id for card in cards()]
    assert sorted(known) == sorted(path.stem for path in rule_files(rules_folder()))
    table = run("rules")
    assert table.status == 0
    listed = [line.split()[1] for line in table.out.splitlines() if line.startswith("  ")]
    assert listed == known
    heads = [line for line in table.out.splitlines() if line and not line.startswith(" ")]
    assert tuple(heads[:5]) == PILLARS
    assert [rule["id"] for rule in json.loads(run("rules", "--format", "json").out)["rules"]] == known
    markdown = run("rules", "--format", "markdown").out
    assert all(f"| `{name}` |" in markdown for name in known)


def test_explain_tells_all_that_the_rule_says() -> None:
    for card in cards():
        done = run("explain", card.id)
        assert (done.status, done.err) == (0, "")
        for said in (
            card.title,
            card.why,
            card.source,
            card.fires[0].split("\n")[0],
            card.near_miss[0].split("\n")[0],
        ):
            assert visible(said) in done.out
        assert not re.search(r"\{\w+\}", done.out.split("It finds this")[0])


def test_explain_tells_what_the_further_findings_of_a_rule_cost_and_where_that_ends() -> None:
    scale = loader.load().scale
    weights = {str(name): weight for name, weight in scale.weights.items()}
    for card in cards():
        told = run("explain", card.id, width=1000).out.partition("\nWhat it costs\n")[2].partition("\n\n")[0].strip()
        if not card.points:
            assert told == "Nothing: it is only told."
            continue
        assert told.startswith(f"The first finding costs {card.points:g} point")
        assert f", each further one of this rule {scale.repeat:g} point" in told
        most = weights[card.pillar] if card.pillar else scale.most_deducted
        if card.pillar or "plan" in card.letters:
            assert f" together cost {most:g} points at most" in told
        assert ("disputes" in told) == ("dispute" in card.letters)
    chinese = run("explain", "no-cause", "--lang", "zh").out
    assert "第一处扣 25 分，同一条规则之后每多一处扣 1 分。" in chinese  # noqa: RUF001 # Chinese marks


def test_explain_takes_a_pillar_or_flag_for_its_rules() -> None:
    for name, of in (("no-blame", "pillar"), ("hedging", "flag")):
        out = run("explain", name).out
        wanted = [card for card in cards() if getattr(card, of) == name]
        assert wanted
        assert [line for line in out.splitlines() if line.startswith(tuple(f"{card.id}: " for card in cards()))] == [
            f"{card.id}: {card.title}" for card in wanted
        ]


def test_explain_names_the_nearest_of_an_unknown_rule_and_explains_the_others() -> None:
    done = run("explain", "no-couse", "no-cause")
    assert done.status == 2
    assert done.err.startswith("poalint: no rule is called 'no-couse'. Did you mean no-cause")
    assert done.out.startswith("no-cause: ")


# -- the command line itself ----------------------------------------------


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["check"], "Missing argument"),
        (["check", "--fromat", "json", "x"], "--format"),
        (["check", "--min-score", "101", "x"], "101"),
        (["check", "--color", "red", "x"], "always"),
        (["rules", "--format", "text"], "markdown"),
        (["explain"], "Missing argument"),
        (["letter.txt"], "poalint check letter.txt"),
    ],
)
def test_a_wrong_command_line_exits_2_and_says_what_is_meant(args: list[str], said: str) -> None:
    done = run(*args)
    assert (done.status, done.out) == (2, "")
    assert said in done.err


def test_version() -> None:
    assert run("--version").out == f"poalint {__version__}\n"
