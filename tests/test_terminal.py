"""What goes to a terminal and what to a pipe, and that neither gets anything it would obey."""

import json
import os
import sys
from pathlib import Path

import pytest

from program import BAD, run


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.txt"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_a_pipe_gets_plain_lines_and_a_terminal_colour(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in run("check", bad).out
    assert "\x1b[" in run("check", bad, terminal=True).out
    assert "\x1b[" in run("check", bad, "--color", "always").out
    assert "\x1b" not in run("check", bad, "--color", "never", terminal=True).out
    plain = {"NO_COLOR": "1"}
    assert "\x1b" not in run("check", bad, terminal=True, env=plain).out
    assert "\x1b" not in run("check", bad, terminal=True, env={"TERM": "dumb"}).out
    assert "\x1b[" in run("check", bad, "--color", "always", terminal=True, env=plain).out


@pytest.mark.parametrize("width", [50, 80])
def test_a_terminal_is_never_overrun(bad: Path, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(bad.parent)  # the line with the place is not wrapped: a path must stay in one piece
    for command in (["check", bad.name], ["parse", bad.name], ["rules"], ["explain", "no-cause"]):
        for line in run(*command, "--color", "never", terminal=True, width=width).out.splitlines():
            assert len(line) <= width, line


def test_colour_and_wrapping_change_no_word(bad: Path) -> None:
    wrapped = run("check", bad, "--color", "never", terminal=True, width=70).out
    plain = [line for line in run("check", bad).out.splitlines() if " | " not in line]
    kept = [line for line in wrapped.splitlines() if " | " not in line]
    assert " ".join(kept).split() == " ".join(plain).split()


def test_json_is_never_coloured_or_wrapped(bad: Path) -> None:
    args = ("check", "--format", "json", bad)
    assert run(*args, "--color", "always", terminal=True).out == run(*args).out


NASTY = "We never did anything wrong: [red]x[/red] :smile: \x1b[31m \x1b]0;x\x1b\\ \u202e \x9b31m!!!\n"


@pytest.mark.parametrize("color", ["always", "never"])
def test_nothing_in_a_draft_or_path_reaches_the_terminal_raw(tmp_path: Path, color: str) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows allows no such names")
    path = tmp_path / "[bold]\x1b[2J\n.txt"
    path.write_text(NASTY + BAD, encoding="utf-8")
    for command in (["check"], ["parse"], ["check", "--format", "json"], ["parse", "--format", "json"]):
        out = run(*command, "--color", color, path, terminal=True).out
        for escape in ("\x1b[31m ", "\x1b[2J", "\x1b]", "\x9b", "\u202e"):
            assert escape not in out
        assert "[red]x[/red] :smile:" in out
    gone = run("check", f"{path}2").err
    assert "\x1b" not in gone
    assert gone.count("\n") == 1


def test_json_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    path = tmp_path / "caf\u00e9.txt"
    path.write_text("Caf\u00e9 \U0001f600 \u65e5\u672c: " + BAD, encoding="utf-8")
    done = run("check", "--format", "json", path, encoding="ascii")
    assert json.loads(done.out)["files"][0]["path"] == str(path)
    assert "caf\u00e9" in done.out
    text = run("check", path, encoding="ascii")
    assert text.status == 1
    assert "caf?.txt" in text.out


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_not_unicode_is_no_trouble(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/b\xff.txt"
    Path(os.fsdecode(path)).write_text(BAD, encoding="utf-8")
    assert "b\\udcff.txt" in run("check", tmp_path).out
    value = json.loads(run("check", "--format", "json", tmp_path).out)
    assert os.fsencode(value["files"][0]["path"]) == path
