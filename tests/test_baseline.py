"""Baselines: what is known stays known wherever it moves, what is new counts, what is mended is told and dropped."""

import json
import os
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poalint.api import Linter
from poalint.asides.baseline import Baseline
from poalint.model import Assessment, Draft, Report
from poalint.review import report
from program import BAD, GERMAN, run

CORPUS = Path(__file__).parents[1] / "corpus" / "drafts"
LETTERS = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))[::11]]
PLEA = "Please, my family will starve if you do not give the account back."
RUDE = "Your team is incompetent and stupid."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with two bad letters in it, one of them below."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    (tmp_path / "drafts" / "b.md").write_text(f"{BAD}\n{RUDE}\n", encoding="utf-8")
    return tmp_path


def files(*args: object) -> list[dict[str, Any]]:
    """What a check says of each draft, in JSON."""
    made: list[dict[str, Any]] = json.loads(run("check", "--format", "json", *args).out)["files"]
    return made


def held(path: Path = Path("poalint-baseline.json")) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))["drafts"]


# -- create, check ---------------------------------------------------------------------------------------------------


def test_what_is_found_today_does_not_count_tomorrow(folder: Path) -> None:
    before = files(".")
    made = run("baseline", "create", ".")
    assert (made.status, made.err) == (0, "")
    count = sum(len(each["findings"]) for each in before)
    assert made.out == f"poalint-baseline.json knows {count} findings in 2 drafts.\n"
    done = run("check", "--baseline", "poalint-baseline.json", ".")
    assert (done.status, done.err) == (0, "")
    for old, new in zip(before, files("--baseline", "poalint-baseline.json", "."), strict=True):
        assert new["findings"] == []
        assert Counter(each["fingerprint"] for each in new["left_out"]) == Counter(
            each["fingerprint"] for each in old["findings"]
        )
        assert {each["by"] for each in new["left_out"]} == {"known"}
        assert (new["score"], new["score_with_known"]) == (100, old["score"])
        count, score = len(old["findings"]), old["score"]
        told = f"{count} findings left out, as the baseline knows them; the score with them is {score}"
        assert told in " ".join(done.out.split())


def test_what_is_new_counts_and_fails(folder: Path) -> None:
    assert run("baseline", "create", ".").status == 0
    (folder / "a.txt").write_text(BAD.replace("We will improve.", f"We will improve.\n\n{RUDE}"), encoding="utf-8")
    first, second = files("--baseline", "poalint-baseline.json", "a.txt", "drafts")
    assert "rude" in [each["rule"] for each in first["findings"]]
    assert first["left_out"]
    assert second["findings"] == []
    assert run("check", "--baseline", "poalint-baseline.json", ".").status == 1


def test_the_file_holds_no_word_of_a_draft_and_is_sorted(folder: Path) -> None:
    run("baseline", "create", ".")
    text = Path("poalint-baseline.json").read_text(encoding="utf-8")
    made = json.loads(text)
    assert list(made) == ["kind", "schema", "drafts"]
    assert list(made["drafts"]) == sorted(made["drafts"]) == ["a.txt", "drafts/b.md"]
    for entries in made["drafts"].values():
        assert list(entries) == sorted(entries)
        for prints in entries.values():
            assert prints == sorted(prints)
            assert all(re.fullmatch("[0-9a-f]{16}", each) for each in prints)
    again = text
    run("baseline", "create", "--force", "drafts", "a.txt")
    assert Path("poalint-baseline.json").read_text(encoding="utf-8") == again, "the order of paths does not matter"
    for word in ("family", "starve", "incompetent"):
        assert word not in text


def test_drafts_are_named_as_seen_from_the_baseline(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "ci").mkdir()
    assert run("baseline", "create", folder / "a.txt", "drafts", "--baseline", "ci/known.json").status == 0
    assert list(held(Path("ci/known.json"))) == ["../a.txt", "../drafts/b.md"]
    monkeypatch.chdir(folder / "drafts")
    known = os.path.join("..", "ci", "known.json")
    assert [each["findings"] for each in files("--baseline", known, "b.md", "../a.txt")] == [[], []]


def test_an_old_baseline_is_not_overwritten_by_chance(folder: Path) -> None:
    run("baseline", "create", "a.txt")
    before = held()
    done = run("baseline", "create", ".")
    assert done.status == 2
    assert "there is such a file already" in done.err
    assert "prune" in done.err
    assert held() == before
    assert run("baseline", "create", ".", "--force").status == 0
    assert len(held()) == 2


@pytest.mark.parametrize("doing", ["create", "prune"])
def test_a_draft_that_cannot_be_read_leaves_the_file_as_it_is(folder: Path, doing: str) -> None:
    run("baseline", "create", "a.txt")
    before = Path("poalint-baseline.json").read_bytes()
    (folder / "c.txt").write_text(GERMAN, encoding="utf-8")
    done = run("baseline", doing, ".", *(["--force"] if doing == "create" else []))
    assert done.status == 2
    assert "c.txt" in done.err
    assert "no baseline is written" in done.err
    assert Path("poalint-baseline.json").read_bytes() == before
    assert sorted(os.listdir()) == ["a.txt", "c.txt", "drafts", "poalint-baseline.json"]


def test_gates_do_not_see_what_is_known(folder: Path) -> None:
    run("baseline", "create", ".")
    asked = ("--fail-on", "note", "--min-score", "90", "--min-pillar", "root-cause=pass", "--max-warnings", "0")
    assert run("check", "--baseline", "poalint-baseline.json", *asked, ".").status == 0
    assert run("check", *asked, ".").status == 1


def test_what_is_allowed_need_not_be_known(folder: Path) -> None:
    Path("a.txt").write_text(f"<!-- poalint: allow-in-letter prevention -- later -->\n{BAD}", encoding="utf-8")
    run("baseline", "create", "a.txt")
    assert "no-prevention" not in held()["a.txt"]


# -- prune -----------------------------------------------------------------------------------------------------------


def test_what_is_mended_is_told_and_dropped(folder: Path) -> None:
    run("baseline", "create", ".")
    before = held()
    Path("a.txt").write_text(BAD.replace("Please, my family will starve.", ""), encoding="utf-8")
    gone = set(before["a.txt"]) - {each["rule"] for each in files("a.txt")[0]["findings"]}
    assert gone
    done = run("check", "--baseline", "poalint-baseline.json", ".")
    told = re.search(r"poalint-baseline.json knows (\d+) findings? that nobody finds any more", done.err)
    assert told
    assert "poalint baseline prune --baseline poalint-baseline.json PATH..." in done.err
    pruned = run("baseline", "prune", ".")
    left = sum(len(prints) for entries in held().values() for prints in entries.values())
    assert pruned.status == 0
    assert re.fullmatch(
        rf"Dropped {told[1]} findings? from poalint-baseline.json; it still knows {left} findings.\n", pruned.out
    )
    assert set(held()["a.txt"]) == set(before["a.txt"]) - gone
    assert held()["drafts/b.md"] == before["drafts/b.md"]
    assert run("check", "--baseline", "poalint-baseline.json", ".").err == ""


def test_prune_learns_nothing_new_and_leaves_other_drafts_alone(folder: Path) -> None:
    run("baseline", "create", ".")
    before = held()
    Path("a.txt").write_text(f"{BAD}\n{RUDE}\n", encoding="utf-8")
    Path("drafts/b.md").write_text(PLEA, encoding="utf-8")
    assert run("baseline", "prune", "a.txt").status == 0
    assert held()["drafts/b.md"] == before["drafts/b.md"]
    for rule, prints in held()["a.txt"].items():
        assert set(prints) <= set(before["a.txt"].get(rule, ()))
    assert "rude" not in held()["a.txt"]


def test_a_draft_that_is_gone_is_dropped(folder: Path) -> None:
    run("baseline", "create", ".")
    count = sum(map(len, held()["drafts/b.md"].values()))
    os.unlink("drafts/b.md")
    assert f"knows {count} findings that nobody finds" in run("check", "--baseline", "poalint-baseline.json", ".").err
    assert f"Dropped {count} findings" in run("baseline", "prune", ".").out
    assert list(held()) == ["a.txt"]


def test_nothing_is_stale_that_was_not_looked_for(folder: Path) -> None:
    run("baseline", "create", ".")
    known = ("check", "--baseline", "poalint-baseline.json")
    assert run(*known, "a.txt").err == "", "the other draft is there, and was not asked for"
    assert run(*known, "--select", "rude", ".").err == ""
    assert run(*known, "--ignore", "no-blame", ".").err == ""


# -- the file --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ":1:1: this is not JSON"),
        ('{"kind": "baseline",\n "schema": 1, oops}', ":2:15: this is not JSON"),
        ("<<<<<<< HEAD\n{}", ":1:1: this is not JSON"),
        ("[]", ": this must be an object"),
        ("{}", ": the member 'kind' is missing"),
        ('{"kind": "report", "schema": 1, "drafts": {}}', ": kind: this file is no baseline. `poalint baseline create"),
        ('{"kind": "baseline", "schema": 2, "drafts": {}}', ": its schema is 2, and this version of poalint reads 1."),
        ('{"kind": "baseline", "schema": "1", "drafts": {}}', ": schema: this must be a whole number"),
        ('{"kind": "baseline", "schema": 1}', ": the member 'drafts' is missing"),
        ('{"kind": "baseline", "schema": 1, "drafts": []}', ": drafts: this must be an object"),
        (
            '{"kind": "baseline", "schema": 1, "drafts": {"a.txt": {"rude": 1}}}',
            ": drafts.a.txt.rude: this must be a list",
        ),
        (
            '{"kind": "baseline", "schema": 1, "drafts": {"a": {"rude": [1]}}}',
            ": drafts.a.rude[0]: this must be a text",
        ),
        ('{"kind": "baseline", "schema": 1, "drafts": {"a": {}, "a": {}}}', ": the member 'a' stands twice"),
    ],
)
def test_a_mangled_file_is_refused_with_its_place(folder: Path, text: str, told: str) -> None:
    Path("known.json").write_text(text, encoding="utf-8")
    for args in (
        ("check", "--baseline", "known.json", "a.txt"),
        ("baseline", "prune", "--baseline", "known.json", "."),
    ):
        done = run(*args)
        assert (done.status, done.out) == (2, "")
        assert f"poalint: known.json{told}" in done.err
        assert run(*args, "--lang", "zh").err != done.err


def test_a_baseline_that_is_not_there_is_told_with_the_command_that_writes_one(folder: Path) -> None:
    done = run("check", "--baseline", "none.json", ".")
    assert done.status == 2
    assert "none.json: there is no such file" in done.err
    assert "`poalint baseline create PATH...` writes one" in done.err
    assert run("check", "--baseline", "drafts", ".").status == 2


def test_odd_names_are_kept(folder: Path) -> None:
    for name in ("信 件.txt", "quote'\".txt", "a\u202eb.txt", "a\x7f.txt"):
        (folder / "drafts" / name).write_text(BAD, encoding="utf-8")
    run("baseline", "create", "drafts")
    assert all(each["findings"] == [] for each in files("--baseline", "poalint-baseline.json", "drafts"))
    assert "drafts/信 件.txt" in Path("poalint-baseline.json").read_text(encoding="utf-8")


# -- by content ------------------------------------------------------------------------------------------------------


def assessed(*texts: str) -> list[Assessment]:
    found = list(Linter().assess_all(Draft("a.txt", text) for text in texts))
    assert all(isinstance(each, Assessment) for each in found)
    return [each for each in found if isinstance(each, Assessment)]


def known_of(found: Assessment) -> Baseline:
    empty, made = Baseline("base.json"), report(found)
    return empty.holding({empty.name_of(made.draft.path): empty.learned(made)})


def against(found: Assessment, baseline: Baseline) -> Report:
    return report(found, asides=[baseline.set_aside])


_MOVES: dict[str, Callable[[str], str]] = {
    "windows": lambda text: text.replace("\n", "\r\n"),
    "old mac": lambda text: re.sub("\r?\n", "\r", text),
    "pushed down": lambda text: "\n\n\n" + text,
    "blank at the end": lambda text: text + "\n\n\n",
    "trailing spaces": lambda text: "".join(f"{line}  \n" for line in text.split("\n")),
    "wide spaces": lambda text: re.sub(r"(?<=[a-z]) (?=[a-z])", "  ", text, count=5),
    "allowance": lambda text: "<!-- poalint: allow-in-letter threat -- x -->\n" + text,
}


@given(st.sampled_from(LETTERS), st.lists(st.sampled_from(sorted(_MOVES)), min_size=1, max_size=3, unique=True))
@settings(max_examples=25, deadline=None)
def test_a_letter_that_only_moves_has_nothing_new(letter: str, moves: list[str]) -> None:
    moved = letter
    for each in moves:
        moved = _MOVES[each](moved)
    before, after = assessed(letter, moved)
    told = against(after, known_of(before))
    assert [each.rule for each in told.findings if each.rule != "unused-allowance"] == []
    assert told.score == 100
    assert len(told.left_out) == len(report(before).findings)


@given(st.sampled_from(LETTERS), st.permutations([PLEA, RUDE, "We apologize. We apologize. We apologize!!!!", PLEA]))
@settings(max_examples=15, deadline=None)
def test_blocks_that_change_places_stay_known(letter: str, order: list[str]) -> None:
    """Of what stands in those blocks nothing is new, and a third plea where there were two is."""
    blocks = [PLEA, RUDE, "We apologize. We apologize. We apologize!!!!", PLEA]
    head = letter.split("\n\n")
    texts = ["\n\n".join([*head[:-1], *each, head[-1]]) for each in (blocks, order, [*order, PLEA])]
    before, after, more = assessed(*texts)
    known = known_of(before)
    rules = {"rude", "emotional-plea", "exclamation-marks"}
    assert [each.rule for each in against(after, known).findings if each.rule in rules] == []
    assert [each.rule for each in against(more, known).findings if each.rule in rules] == ["emotional-plea"]


@given(st.sampled_from(LETTERS))
@settings(max_examples=10, deadline=None)
def test_pruning_what_nobody_mended_drops_nothing(letter: str) -> None:
    (found,) = assessed(letter)
    known = known_of(found)
    made = report(found)
    pruned = known.without_gone().holding({known.name_of(made.draft.path): known.left(made)})
    assert pruned.drafts == known.drafts
    assert len(known) == len(made.findings)


# -- which file ------------------------------------------------------------------------------------------------------


def test_the_file_of_the_configuration_is_taken_by_all_three(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("poalint.yaml").write_text("baseline: ci/known.json\n", encoding="utf-8")
    (folder / "ci").mkdir()
    assert run("check", ".").status == 2, "it is not there yet"
    assert run("baseline", "create", ".").out.startswith("ci/known.json knows ")
    assert not Path("poalint-baseline.json").exists()
    assert run("check", ".").status == 0
    assert "--force" in run("baseline", "create", ".").err
    os.unlink("drafts/b.md")
    monkeypatch.chdir(folder / "drafts")
    count = sum(map(len, held(folder / "ci" / "known.json")["../drafts/b.md"].values()))
    done = run("baseline", "prune", folder / "a.txt")
    assert done.out.startswith(f"Dropped {count} findings from ")
    assert list(held(folder / "ci" / "known.json")) == ["../a.txt"]


def test_drafts_with_different_ones_go_each_to_its_own(folder: Path) -> None:
    Path("poalint.yaml").write_text(
        'baseline: one.json\noverrides:\n  - paths: ["drafts/**"]\n    baseline: two.json\n', encoding="utf-8"
    )
    made = run("baseline", "create", ".")
    assert [each.split(" ")[0] for each in made.out.splitlines()] == ["one.json", "two.json"]
    assert (list(held(Path("one.json"))), list(held(Path("two.json")))) == (["a.txt"], ["drafts/b.md"])
    assert run("check", ".").status == 0
    Path("a.txt").write_text(PLEA, encoding="utf-8")
    second = held(Path("two.json"))
    pruned = run("baseline", "prune", ".").out.splitlines()
    assert pruned[0].startswith("Dropped ")
    assert pruned[1].startswith("Dropped 0 findings from two.json")
    assert held(Path("two.json")) == second
    assert run("baseline", "create", ".", "--baseline", "all.json").status == 0
    assert list(held(Path("all.json"))) == ["a.txt", "drafts/b.md"], "what is asked for counts most"


def test_the_old_name_of_the_option_still_works_and_is_not_told(folder: Path) -> None:
    assert run("baseline", "create", "a.txt", "--output", "old.json").status == 0
    assert list(held(Path("old.json"))) == ["a.txt"]
    assert "--output" not in run("baseline", "create", "--help").out
    assert "--baseline FILE" in run("baseline", "prune", "--help").out
