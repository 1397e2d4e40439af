"""One bad draft among many is told, the others come out as they do alone, and nothing that is read means much time."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from program import BAD, GERMAN, GOOD, run

posix = pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
LETTER = GOOD.read_text(encoding="utf-8")
LINKS = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 10)}]\n" for n in range(9)
)
"""A bomb of references: a thousand million values."""
DEEP = "[" * 60_000


def _strange(folder: Path) -> dict[str, str]:
    """Bad files of every kind, and a part of what is told of each."""
    made: dict[str, tuple[bytes | None, str]] = {
        "empty.txt": (b"", "the draft is empty"),
        "blank.txt": (b"\xef\xbb\xbf \n\t\n", "the draft is empty"),
        "binary.txt": (bytes(range(256)) * 20, "not a text file"),
        "nulls.txt": (b"\0" * 4000, ""),
        "line.txt": (b"a" * 21_000_000, "more than 20 MB"),
        "big.txt": (b"late " * 400_000, "the file has 2.0 MB"),
        "long.txt": (b"late. " * 50_000, "300,000 characters"),
        "wide.md": (b"a\n" * 60_000, "60,000 words"),
        "odd.txt": (("\ufeff" + BAD).encode("utf-16-le")[:-1], ""),
        "bomb16.txt": (b"\xff\xfe" + b"\x00\xd8" * 2000, ""),
        "surrogates.txt": (b"\xed\xa0\x80" * 100, ""),
        "front.md": (b"---\nviolation: [\n---\n" + BAD.encode(), "front.md:2:1: "),
        "alias.md": (b"---\nviolation: x\n" + LINKS.encode() + b"---\n" + BAD.encode(), "values of this"),
        "nested.md": (b"---\nviolation: " + DEEP[:900].encode() + b"\n---\n" + BAD.encode(), ""),
        "code.md": (b"---\nlang: !!python/object/apply:os.system [touch alive]\n---\n" + BAD.encode(), "code.md:2:7"),
        "german.txt": (GERMAN.encode(), "not read as English"),
    }  # fmt: skip
    for name, (data, _) in made.items():
        assert data is not None
        (folder / name).write_bytes(data)
    told = {name: reason for name, (_, reason) in made.items()}
    if sys.platform != "win32":
        os.mkfifo(folder / "pipe.txt")
        with socket.socket(socket.AF_UNIX) as listening:
            before = Path.cwd()
            os.chdir(folder)  # the name of a socket may not be long
            listening.bind("socket.txt")
            os.chdir(before)
        for name, there in (("device.txt", "/dev/zero"), ("loop.txt", "loop.txt"), ("loose.txt", "nowhere")):
            (folder / name).symlink_to(there)
        told |= dict.fromkeys(("pipe.txt", "socket.txt", "device.txt"), "this is a pipe or a device, not a file")
        told |= {"loop.txt": "this cannot be read (", "loose.txt": "a link to a file that is not there"}
        (folder / "around").mkdir()
        (folder / "around" / "back").symlink_to(folder)
    return told


def test_bad_drafts_among_good_ones_are_told_and_the_good_ones_come_out_as_they_do_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "drafts"
    folder.mkdir()
    bad = _strange(folder)
    names = ["two\nlines.txt", "red\x1b[31m.txt", "b\u202eidi.txt", "n" * 240 + ".txt", "half\udcff.txt", "-rf.txt"]
    good = [*(f"{number:03}.txt" for number in range(60)), *(names if sys.platform != "win32" else ())]
    for number, name in enumerate(good):
        text = (BAD, LETTER, LETTER.replace("\n\n", "\n\nIn May we sold it. ", 1))[number % 3]
        Path(folder, name).write_text(f"{text}\nWe sold {number} chargers.\n", encoding="utf-8")
    begun = time.monotonic()
    done = run("check", "drafts", "--format", "json", "--no-cache")
    assert time.monotonic() - begun < 120
    assert done.status == 2
    told = json.loads(done.out)
    errors = {each["path"].removeprefix("drafts/"): each["message"] for each in told["errors"]}
    assert set(errors) == set(bad)
    for name, reason in bad.items():
        assert reason in errors[name], name
    found = {each["path"]: each for each in told["files"]}
    assert len(found) == len(good)
    for number in (0, 1, 2, 17, 31, 44, 59):
        path = f"drafts/{number:03}.txt"
        (alone,) = json.loads(run("check", path, "--format", "json", "--no-cache").out)["files"]
        assert alone == found[path]
    assert not list(tmp_path.glob("**/alive"))


@posix
@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_closed_folder_is_told_and_what_lies_beside_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    try:
        done = run("check", tmp_path)
    finally:
        (tmp_path / "closed").chmod(0o700)
    assert done.status == 2
    assert "you may not read this" in done.err
    assert "a.txt: " in done.out


# -- files of settings, rules and earlier runs ---------------------------------------------------------------------

RULE = """\
id: house-rule
title: x
severity: warning
points: 1
message: x
advice: x
why: x
source: x
check:
  kind: pattern
  patterns: ['{pattern}']
examples:
  fires: [x]
  silent: [y]
  near_miss: [z]
"""
JSON_DEEP = "[" * 200_000
JSON_DEEP_OBJECTS = '{"a":' * 100_000
YAML: dict[str, tuple[str, str]] = {
    "references": (LINKS, "the references make more than 100000 values"),
    "itself": ("a: &a [*a]\n", "this refers to itself"),
    "deep brackets": (f"a: {DEEP}", "this is nested more than 50 deep"),
    "deep braces": ("a: " + "{a: " * 5_000, "this is nested more than 50 deep"),
    "deep dashes": ("- " * 30_000, "this is nested more than 50 deep"),
    "deep lines": ("".join(" " * n + "a:\n" for n in range(1_200)), ""),
    "long": ("a: " + "x" * 1_000_001, "this has more than 1000000 characters"),
    "huge": ("#" * 4_100_000, ""),
    "code": ("a: !!python/object/apply:os.system ['touch alive']\n", "takes !!python/object/apply:os.system for"),
    "module": ("a: !!python/name:os.system\n", "for a sign of its own"),
    "many numbers": ("a: " + "9" * 5000, ""),
}  # fmt: skip
PLACES: dict[str, Callable[[Path], tuple[Path, tuple[object, ...]]]] = {
    "configuration": lambda top: (top / "poalint.yaml", ("check", top / "a.txt")),
    "beside": lambda top: (top / "a.txt.poalint.yaml", ("check", top / "a.txt")),
    "pack": lambda top: (top / "pack" / "pack.yaml", ("check", top / "a.txt", "--rules", top / "pack")),
    "rule": lambda top: (top / "pack" / "form" / "house-rule.yaml", ("check", top / "a.txt", "--rules", top / "pack")),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "pack" / "form").mkdir(parents=True)
    (tmp_path / "pack" / "pack.yaml").write_text("name: house\nversion: 1.0.0\nabout: ours\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("place", list(PLACES))
@pytest.mark.parametrize("what", list(YAML))
def test_yaml_that_means_harm_is_refused_at_once_in_every_file(project: Path, what: str, place: str) -> None:
    text, told = YAML[what]
    file, asked = PLACES[place](project)
    file.write_text(text, encoding="utf-8")
    begun = time.monotonic()
    done = run(*asked)
    assert time.monotonic() - begun < 15
    assert done.status == 2
    assert file.name in done.err
    assert told in done.err
    assert len(done.err) < 20_000
    assert not (project / "alive").exists()


@pytest.mark.parametrize("text", [
    "[tool.poalint]\nignore = " + "[" * 50_000,
    "[tool.poalint]\nignore = " + "{a=" * 50_000,
    "[tool.poalint" + ".a" * 20_000 + "]\n",
    "[tool.poalint]\n" + "a." * 20_000 + "b = 1\n",
    "[tool.poalint]\nmin-score = " + "9" * 10_000,
    "#" * 4_100_000,
], ids=["brackets", "braces", "table", "key", "digits", "huge"])  # fmt: skip
def test_toml_that_means_harm_is_refused_at_once(project: Path, text: str) -> None:
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    begun = time.monotonic()
    done = run("check", "a.txt")
    assert time.monotonic() - begun < 15
    assert done.status == (2 if "tool" in text else done.status)
    assert "Traceback" not in done.err


@pytest.mark.parametrize("pattern", ["(a+)+b", "(a|a)*c", "(.*)*x", "(x+x+)+y", "([a-z]+)*1"])
def test_a_rule_whose_expression_runs_away_is_refused(project: Path, pattern: str) -> None:
    rule = project / "pack" / "form" / "house-rule.yaml"
    rule.write_text(RULE.replace("{pattern}", pattern), encoding="utf-8")
    begun = time.monotonic()
    done = run("check", "a.txt", "--rules", project / "pack")
    assert time.monotonic() - begun < 20
    assert done.status == 2
    assert "house-rule.yaml:11:" in done.err


@pytest.mark.parametrize("text", [JSON_DEEP, JSON_DEEP_OBJECTS, '{"schema": ' + "9" * 5000 + "}"], ids=["[", "{", "9"])
@pytest.mark.parametrize(
    "asked",
    [
        ("check", "a.txt", "--baseline", "old.json"),
        ("diff", "old.json", "a.txt"),
        ("check", "a.txt", "--previous", "old.json", "--format", "html", "--output", "new.html"),
        ("baseline", "prune", "a.txt", "--baseline", "old.json"),
    ],
    ids=lambda asked: " ".join(asked[:1] + asked[2:3]),
)
def test_json_that_means_harm_is_refused(project: Path, asked: tuple[str, ...], text: str) -> None:
    (project / "old.json").write_text(text, encoding="utf-8")
    done = run(*asked)
    assert done.status == (1 if asked[0] == "diff" and text == JSON_DEEP else 2), "brackets alone may be a letter"
    assert done.err or done.status == 1
    assert "Traceback" not in done.err


def test_what_the_cache_holds_is_read_as_data_and_nothing_more(project: Path) -> None:
    """A cache that somebody spoilt is as good as none."""
    import sqlite3

    env = {"POALINT_CACHE_DIR": str(project / "cache"), "XDG_CACHE_HOME": str(project / "cache")}
    first = run("check", "a.txt", "--format", "json", env=env)
    files = [path for path in project.glob("cache/**/*") if path.is_file()]
    assert files
    spoilt = 0
    for path in files:
        if path.read_bytes().startswith(b"SQLite format 3"):
            with sqlite3.connect(path) as database:
                for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall():
                    columns: list[Any] = database.execute(f"PRAGMA table_info({table})").fetchall()
                    texts = [each[1] for each in columns if not each[5]]
                    for column in texts:
                        spoilt += database.execute(f"UPDATE {table} SET {column} = ?", (JSON_DEEP,)).rowcount
            database.close()
    assert spoilt
    again = run("check", "a.txt", "--format", "json", env=env)
    assert again.out == first.out
