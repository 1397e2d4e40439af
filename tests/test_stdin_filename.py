"""``--stdin-filename``: a draft on standard input that is called as a file is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from program import BAD, run


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rules(*args: object, stdin: bytes = BAD.encode()) -> tuple[str, set[str]]:
    (file,) = json.loads(run("check", "--format", "json", *args, stdin=stdin).out)["files"]
    return file["path"], {each["rule"] for each in file["findings"]}


def test_reports_call_it_so() -> None:
    path, found = rules("--stdin-filename", "drafts/letter.txt", "-")
    assert path == "drafts/letter.txt"
    assert (path, found) == ("drafts/letter.txt", rules("-")[1])
    assert run("check", "--stdin-filename", "a/b.txt", "-", stdin=BAD.encode()).out.startswith("a/b.txt:")
    assert "a/b.txt" in run("parse", "--stdin-filename", "a/b.txt", "-", stdin=BAD.encode()).out


def test_its_suffix_tells_the_format() -> None:
    page = b"We <i hidden>never</i>&amp; shipped 41 orders late."
    assert "We & shipped" in run("parse", "--stdin-filename", "a.html", "-", stdin=page).out
    assert "We & shipped" not in run("parse", "--stdin-filename", "a.txt", "-", stdin=page).out


def test_its_folder_decides_what_holds(folder: Path) -> None:
    (folder / "drafts").mkdir()
    (folder / "poalint.yaml").write_text(
        "ignore: emotional-plea\noverrides:\n- paths: ['drafts/*.md']\n  ignore: denied-fault\n"
    )
    (folder / "drafts" / "here.txt.poalint.yaml").write_text("allow:\n- rule: denied-fault\n  reason: it is so\n")
    assert "emotional-plea" not in rules("--stdin-filename", "x.txt", "-")[1]
    assert "denied-fault" in rules("--stdin-filename", "drafts/x.txt", "-")[1]
    assert "denied-fault" not in rules("--stdin-filename", "drafts/x.md", "-")[1]
    assert "denied-fault" not in rules("--stdin-filename", "drafts/here.txt", "-")[1]
    told = run("config", "show", "--stdin-filename", "drafts/x.md", "-", stdin=BAD.encode()).out
    assert "denied-fault" in told
    assert "drafts/x.md" in told


def test_a_baseline_knows_it_by_its_name(folder: Path) -> None:
    Path("letter.txt").write_text(BAD)
    assert run("baseline", "create", "letter.txt").status == 0
    known = ("--baseline", "poalint-baseline.json", "-")
    assert rules("--stdin-filename", "letter.txt", *known)[1] == set()
    assert rules("--stdin-filename", "other.txt", *known)[1]


def test_what_is_typed_is_compared_with_the_file_of_that_name() -> None:
    Path("letter.txt").write_text(BAD)
    better = BAD.replace("Please, my family will starve.", "").encode()
    done = json.loads(
        run("diff", "--format", "json", "--stdin-filename", "letter.txt", "letter.txt", "-", stdin=better).out
    )
    assert "emotional-plea" in json.dumps(done["mended"])


@pytest.mark.parametrize("command", [["check"], ["parse"], ["config", "show"], ["diff", "b.txt"]])
def test_it_goes_with_standard_input_alone(command: list[str]) -> None:
    done = run(*command, "--stdin-filename", "a.txt", "c.txt")
    assert done.status == 2
    assert "give - as its path" in done.err
