"""Two drafts or earlier reports compared: what was mended, what is new, what is still open, and what moved."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poalint.cards import cards
from poalint.redraft.comparing import compared
from poalint.redraft.matching import matched
from poalint.redraft.reports import chosen, is_report, sides
from poalint.redraft.sides import Seen, Side
from poalint.speech import LANGS
from program import BAD, GOOD, run

HEAD = "We shipped 41 orders late in March because nobody had changed the handling time after the move.\n"
PLEA = "Please, my family will starve if you do not give the account back."
REWORDED = "Please, my whole family will surely starve if you do not give us the account back."
RUDE = "Your team is incompetent and stupid."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.txt").write_text(f"{HEAD}\n{PLEA}\n\n{RUDE}\n", encoding="utf-8")
    (tmp_path / "new.txt").write_text(f"{HEAD}\n{REWORDED}\n\nThis is YOUR FAULT AND YOURS ALONE.\n", encoding="utf-8")
    return tmp_path


def kept(name: str, *paths: object) -> dict[str, Any]:
    """The JSON report on drafts, written to a file of that name too."""
    text = run("check", "--format", "json", *paths).out
    Path(name).write_text(text, encoding="utf-8")
    made: dict[str, Any] = json.loads(text)
    return made


def diff(*args: object) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(run("diff", "--format", "json", *args).out)
    return made


def rules(listed: list[dict[str, Any]]) -> set[str]:
    return {each["rule"] for each in listed}


# -- drafts and reports ----------------------------------------------------------------------------------------------


def test_what_was_mended_what_is_new_and_what_is_still_open(here: Path) -> None:
    made = diff("old.txt", "new.txt")
    assert "rude" in rules(made["mended"])
    assert "emotional-plea" not in rules(made["mended"]) | rules(made["new_findings"]), "reworded, and still at fault"
    assert ("emotional-plea", "emotional-plea") in {(e["old"]["rule"], e["new"]["rule"]) for e in made["still_open"]}
    assert made["new_findings"]
    old, new = (json.loads(run("check", "--format", "json", name).out)["files"][0] for name in ("old.txt", "new.txt"))
    assert len(made["mended"]) + len(made["still_open"]) == len(old["findings"])
    assert len(made["new_findings"]) + len(made["still_open"]) == len(new["findings"])
    assert made["gained"] == new["score"] - old["score"]
    for name, pillar in made["pillars"].items():
        assert pillar == {"old": old["pillars"][name], "new": new["pillars"][name]}


@pytest.mark.parametrize(("old", "new", "status"), [("old.txt", "old.txt", 0), ("old.txt", "new.txt", 1)])
def test_the_exit_status_tells_whether_a_redraft_is_worse(here: Path, old: str, new: str, status: int) -> None:
    assert run("diff", old, new).status == status
    assert diff(old, new)["worse"] == bool(status)


def test_a_better_letter_exits_with_0(here: Path) -> None:
    Path("new.txt").write_text(f"{HEAD}\n{PLEA}\n", encoding="utf-8")
    done = run("diff", "old.txt", "new.txt")
    assert done.status == 0
    assert "Mended: " in done.out
    assert "New: " not in done.out
    assert "the score rose by" in done.out
    assert "改好了" in run("diff", "--lang", "zh", "old.txt", "new.txt").out


def test_an_earlier_report_serves_as_the_draft_does(here: Path) -> None:
    kept("old.json", "old.txt")
    kept("new.json", "new.txt")
    wanted = diff("old.txt", "new.txt")
    for old in ("old.txt", "old.json"):
        for new in ("new.txt", "new.json"):
            assert diff(old, new) == wanted, (old, new)


def test_content_decides_what_is_a_report(here: Path) -> None:
    kept("report.txt", "old.txt")
    assert diff("report.txt", "old.txt")["new_findings"] == []
    Path("brace.txt").write_text("{store_name} shipped late. " + HEAD, encoding="utf-8")
    assert diff("brace.txt", "brace.txt")["mended"] == []
    assert [is_report(data) for data in (b' \n{ "a": 1}', b"\xef\xbb\xbf{}", b"{x}", b"", b"[]")] == [True, True] + [
        False
    ] * 3


def test_a_report_of_before_fingerprints_is_as_good(here: Path) -> None:
    Path("old.txt").write_text(f"{HEAD}\n{PLEA}\n\n{PLEA}\n\n{RUDE}\n", encoding="utf-8")
    report = kept("old.json", "old.txt")
    wanted = diff("old.json", "new.txt")
    for file in report["files"]:
        for name in ("left_out", "gates", "passed", "score_with_known"):
            del file[name]
        for finding in file["findings"]:
            del finding["fingerprint"]
    del report["lang"]
    Path("older.json").write_text(json.dumps(report), encoding="utf-8")
    assert diff("older.json", "new.txt") == wanted
    same = diff("older.json", "old.txt")
    assert (same["mended"], same["new_findings"], same["worse"]) == ([], [], False)


def test_a_report_without_words_still_compares(here: Path) -> None:
    report = kept("old.json", "old.txt")
    for finding in report["files"][0]["findings"]:
        finding["text"] = finding["message"] = None
    Path("old.json").write_text(json.dumps(report), encoding="utf-8")
    assert diff("old.json", "old.txt")["new_findings"] == []
    assert "The words are hidden" in " ".join(run("diff", "old.json", "new.txt").out.split())


def test_what_is_allowed_was_not_mended(here: Path) -> None:
    text = Path("old.txt").read_text(encoding="utf-8")
    Path("new.txt").write_text(f"<!-- poalint: allow-in-letter rude -- x -->\n{text}", encoding="utf-8")
    made = diff("old.txt", "new.txt")
    assert (made["mended"], made["new_findings"]) == ([], [])
    assert [(each["rule"], each["by"]) for each in made["left_out"]] == [("rude", "allowed")]
    assert "Not mended, but left out: 1" in run("diff", "old.txt", "new.txt").out


def test_a_lesser_fault_in_whose_place_a_worse_one_came_was_not_mended(here: Path) -> None:
    Path("old.txt").write_text(f"{HEAD}\nWe refunded the 41 buyers on 3 April 2026.\n", encoding="utf-8")
    Path("new.txt").write_text(HEAD, encoding="utf-8")
    made = diff("old.txt", "new.txt")
    assert [(each["old"]["rule"], each["new"]["rule"]) for each in made["became"]] == [("single-action", "no-action")]
    assert "single-action" not in rules(made["mended"])
    assert "no-action" in rules(made["new_findings"])
    said = run("diff", "old.txt", "new.txt").out
    assert "Not mended, but worse: 1\n  single-action, whole letter, became no-action" in said
    better = diff("new.txt", "old.txt")
    assert better["became"] == []
    assert "no-action" in rules(better["mended"])


def test_a_plan_and_a_dispute_do_not_compare(here: Path) -> None:
    kept("old.json", "old.txt")
    made = json.loads(run("diff", "--format", "json", "--as", "dispute", "old.json", "new.txt").out)
    assert (made["compares"], made["mended"], made["became"]) == (False, [], [])
    said = run("diff", "--as", "dispute", "old.json", "new.txt").out
    assert "do not compare" in " ".join(said.split())
    assert "mended" not in said.lower()
    assert "score rose" not in said
    assert "score fell" not in said


@pytest.mark.parametrize("redacted", ["old.txt", "new.txt"])
def test_hidden_words_make_nothing_mended_and_new_at_once(here: Path, redacted: str) -> None:
    Path("side.json").write_text(run("check", "--redact", "--format", "json", redacted).out, encoding="utf-8")
    sides_ = ["side.json" if each == redacted else each for each in ("old.txt", "new.txt")]
    made = diff(*sides_)
    assert "The words are hidden" in made["told"][0]
    assert not rules(made["mended"]) & rules(made["new_findings"])
    assert ("emotional-plea", "emotional-plea") in {(e["old"]["rule"], e["new"]["rule"]) for e in made["still_open"]}
    assert "rude" in rules(made["mended"])
    assert "\u2588" not in run("diff", *sides_).out
    assert diff("side.json", redacted)["mended"] == []


def test_standard_input_is_one_side(here: Path) -> None:
    text = Path("old.txt").read_bytes()
    wanted = diff("old.txt", "new.txt")
    done = json.loads(run("diff", "--format", "json", "-", "new.txt", stdin=text).out)
    assert done["old"].pop("path") == "<stdin>"
    assert wanted["old"].pop("path") == "old.txt"
    assert done == wanted
    kept("old.json", "old.txt")
    report = run("diff", "new.txt", "-", stdin=Path("old.json").read_bytes())
    assert report.status == run("diff", "new.txt", "old.txt").status
    both = run("diff", "-", "-", stdin=text)
    assert (both.status, both.out) == (2, "")
    assert "one of the two" in both.err


# -- which draft of a report -----------------------------------------------------------------------------------------


def test_a_draft_is_found_in_a_report_on_several(here: Path) -> None:
    (here / "sub").mkdir()
    (here / "sub" / "old.txt").write_text(BAD, encoding="utf-8")
    kept("all.json", "old.txt", "new.txt", "sub")
    assert diff("all.json", "new.txt")["old"]["path"] == "new.txt"
    assert diff("all.json", "./old.txt")["old"]["path"] == "old.txt"
    assert diff("all.json", "all.json", "--file", "sub/old.txt")["new"]["path"] == "sub/old.txt"
    (here / "v2").mkdir()
    (here / "v2" / "new.txt").write_text(HEAD, encoding="utf-8")
    assert diff("all.json", "v2/new.txt")["old"]["path"] == "new.txt", "the only one of that name"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (
            ("all.json", "all.json"),
            "all.json: it tells of several drafts. There are old.txt, new.txt. Name one: --file PATH.",
        ),
        (("all.json", "other.txt"), "all.json: it tells of several drafts."),
        (("all.json", "old.txt", "--file", "nwe.txt"), "all.json: it does not tell of nwe.txt. Did you mean new.txt"),
        (("none.json", "old.txt"), "none.json: this report tells of no draft."),
    ],
)
def test_a_draft_that_cannot_be_told_is_an_error(here: Path, args: tuple[str, ...], told: str) -> None:
    kept("all.json", "old.txt", "new.txt")
    kept("none.json", "gone.txt")
    Path("other.txt").write_text(HEAD, encoding="utf-8")
    done = run("diff", *args)
    assert (done.status, done.out) == (2, "")
    assert told in done.err


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda made: made.update(schema=2), "its schema is 2, and this version of poalint reads 1"),
        (lambda made: made.pop("schema"), "the member 'schema' is missing"),
        (
            lambda made: made.pop("files"),
            "this is JSON, but no report on drafts. `poalint check --format json=FILE` writes one",
        ),
        (lambda made: made["files"][0].pop("score"), "files[0]: the member 'score' is missing"),
        (lambda made: made["files"][0].update(score="9"), "files[0].score: this must be a whole number"),
        (lambda made: made["files"][0]["findings"][1].update(rule=7), "files[0].findings[1].rule: this must be a text"),
        (lambda made: made["files"][0].update(pillars=[]), "files[0].pillars: this must be an object"),
        (
            lambda made: made["files"][0]["pillars"]["no-blame"].update(of=None),
            "files[0].pillars.no-blame.of: this must be a number",
        ),
    ],
)
def test_a_mangled_report_is_refused_with_its_place(here: Path, change: Any, told: str) -> None:
    made = kept("old.json", "old.txt")
    change(made)
    Path("old.json").write_text(json.dumps(made), encoding="utf-8")
    for args in (("old.json", "new.txt"), ("new.txt", "old.json")):
        done = run("diff", *args)
        assert (done.status, done.out) == (2, "")
        assert f"poalint: old.json: {told}" in done.err


def test_what_is_no_json_or_not_there_is_told(here: Path) -> None:
    Path("cut.json").write_text('{"version": "0.1.0",', encoding="utf-8")
    assert "cut.json:1:21: this is not JSON" in run("diff", "cut.json", "new.txt").err
    assert "gone.txt: there is no such file" in run("diff", "gone.txt", "new.txt").err
    assert ": this is a folder" in run("diff", str(here), "new.txt").err
    assert run("diff", "new.txt", "gone.txt").status == 2


# -- what does not compare -------------------------------------------------------------------------------------------


def test_other_rules_versions_and_languages_are_told(here: Path) -> None:
    made = kept("old.json", "old.txt")
    assert diff("old.json", "old.txt")["told"] == []
    made.update(version="0.0.1", packs=[{"name": "poalint", "version": "0.0.1"}], lang="zh")
    made["files"][0]["letter"] = "dispute"
    Path("old.json").write_text(json.dumps(made), encoding="utf-8")
    told = diff("old.json", "old.txt")["told"]
    assert len(told) == 4
    assert "0.0.1" in told[1]
    assert "poalint 0.0.1 before" in told[2]
    out = " ".join(run("diff", "old.json", "old.txt").out.split())
    assert all(each in out for each in told)


def test_pillars_of_a_dispute_are_left_out(here: Path) -> None:
    done = run("diff", "--as", "dispute", "old.txt", "new.txt")
    assert "root-cause" not in done.out.split("Mended")[0]
    assert diff("--as", "dispute", "old.txt", "new.txt")["pillars"]["root-cause"]["old"]["points"] is None


def test_two_reports_are_compared_without_a_rule(here: Path) -> None:
    kept("a.json", "old.txt")
    code = "import sys; from poalint.cli import cli; cli.main(['diff', 'a.json', 'a.json'], standalone_mode=False)"
    code += "; print(sorted({'spacy', 'pydantic', 'yaml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


# -- matching --------------------------------------------------------------------------------------------------------

_WORDS = st.lists(st.sampled_from(["we", "ship", "it", "late", "you", "blame", "all"]), max_size=8).map(" ".join)
_SEEN = st.builds(
    lambda rule, words, number: Seen(
        rule, "error", f"{rule}-{words}-{number}", "m", words, words, 1 if words else None, 1.0
    ),
    st.sampled_from(["a", "b"]),
    _WORDS,
    st.integers(0, 1),
)
_MANY = st.lists(_SEEN, max_size=8)


def side(findings: list[Seen]) -> Side:
    return Side("x", "plan", 50, "revise", (), tuple(findings), (), "1", (), "en")


@given(_MANY, _MANY)
def test_every_finding_is_accounted_for_once(old: list[Seen], new: list[Seen]) -> None:
    made = matched(old, new)
    assert Counter([*made.mended, *(was for was, _ in made.open)]) == Counter(old)
    assert Counter([*made.new, *(now for _, now in made.open)]) == Counter(new)
    assert all(was.rule == now.rule for was, now in made.open)


@given(_MANY, st.randoms())
def test_a_report_against_itself_has_nothing_mended_and_nothing_new(old: list[Seen], random: Any) -> None:
    new = list(old)
    random.shuffle(new)
    made = matched(old, new)
    assert (made.mended, made.new) == ((), ())
    assert not compared(side(old), side(new)).worse


@given(_MANY, _MANY)
def test_what_is_left_over_on_both_sides_is_not_alike(old: list[Seen], new: list[Seen]) -> None:
    """Nothing is told as mended and new that is the same finding: of one rule, with the same words."""
    made = matched(old, new)
    assert not {(each.rule, each.words) for each in made.mended} & {(each.rule, each.words) for each in made.new}


def test_the_likest_are_matched_first() -> None:
    was = [Seen("a", "error", "1", "m", "we shipped it late and blame you", line=1)]
    now = [
        Seen("a", "error", "2", "m", "we shipped it late", line=1),
        Seen("a", "error", "3", "m", "we shipped it late and blame nobody", line=9),
        Seen("b", "error", "4", "m", "we shipped it late and blame you", line=2),
    ]
    made = matched(was, now)
    assert [(one.fingerprint, other.fingerprint) for one, other in made.open] == [("1", "3")]
    assert [each.fingerprint for each in made.new] == ["2", "4"]


@pytest.mark.parametrize("letter", [BAD, GOOD.read_text(encoding="utf-8")], ids=["bad", "good"])
def test_a_letter_against_itself(here: Path, letter: str) -> None:
    Path("x.txt").write_text(letter, encoding="utf-8")
    made = diff("x.txt", "x.txt")
    assert (made["mended"], made["new_findings"], made["gained"], made["worse"]) == ([], [], 0, False)
    (found,) = sides("x", run("check", "--format", "json", "x.txt").out.encode())
    assert chosen("x", (found,), None, None) is found
    assert len(made["still_open"]) == len(found.findings)


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in _strings(each)]
    if isinstance(value, list):
        return [text for each in value for text in _strings(each)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("lang", LANGS)
def test_a_redacted_comparison_tells_rules_and_places_and_no_word_of_a_letter(tmp_path: Path, lang: str) -> None:
    old, new, report = tmp_path / "old.txt", tmp_path / "new.txt", tmp_path / "old.json"
    head = "We shipped 41 orders late in March because nobody had changed the handling time after the move.\n\n"
    old.write_text(f"{head}Please, Zanzibar will starve.\n\nYour team at Quimby is stupid.\n", encoding="utf-8")
    new.write_text(f"{head}Please, all Zanzibar will starve soon.\n", encoding="utf-8")
    run("check", "--format", f"json={report}", "--lang", lang, old)
    title = next(each.title for each in cards(lang="zh" if lang == "zh" else "en") if each.id == "rude")
    for before in (old, report):
        plain, hidden = (
            json.loads(run("diff", "--lang", lang, "--format", "json", *more, before, new).out)
            for more in ((), ("--redact",))
        )
        assert "Quimby" in str(plain)
        assert not re.search("Zanzibar|Quimby|starve|handling", str(hidden))
        (rude,) = [each for each in hidden["mended"] if each["rule"] == "rude"]
        assert (rude["line"], rude["text"], rude["message"][:-1]) == (5, None, title)
        for name in ("old", "new", "gained", "worse", "pillars"):
            assert hidden[name] == plain[name]
        for name in ("mended", "new_findings"):
            assert [(e["rule"], e["line"], e["fingerprint"]) for e in hidden[name]] == [
                (e["rule"], e["line"], e["fingerprint"]) for e in plain[name]
            ], "reworded findings are matched by their words all the same"
        assert len(hidden["still_open"]) == len(plain["still_open"])
        text = run("diff", "--lang", lang, "--redact", before, new)
        assert not re.search("Zanzibar|Quimby|starve|handling", text.out)
        assert title in text.out
    old.write_text(f"---\nviolation: quimby\n---\n{head}", encoding="utf-8")
    wrong = run("diff", "--redact", old, new)
    assert (wrong.status, wrong.out) == (2, "")
    assert ":2:12: violation: " in wrong.err
    assert "quimby" not in wrong.err
