"""How much a draft may hold and how long it may take: configured, told with its key, and kept to."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import threading
import time
from dataclasses import fields
from pathlib import Path

import pytest

from poalint import deadline, readers, sources
from poalint.api import Linter
from poalint.deadline import OverdueError, within
from poalint.errors import DraftError, LostDraftError
from poalint.limits import USUAL, Limits
from poalint.model import Draft
from poalint.settings import Judging
from poalint.working import judging
from poalint.working.pool import Pool
from program import BAD, GOOD, run

LETTER = GOOD.read_text(encoding="utf-8")
posix = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="nothing interrupts there")
RUNAWAY = "a" * 40 + "!"


def runs_away(*_: object) -> bool:
    """Work that would take longer than the age of the world, all of it in one call of a library in C."""
    return re.fullmatch("(a+)+", RUNAWAY) is not None


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "long.txt").write_text("We were late. " * 100, encoding="utf-8")
    (tmp_path / "other.txt").write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


# -- the configuration ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        ("characters: 1000", "the draft has 1,400 characters, 1,000 at most are read"),
        ("words: 250", "the draft has 300 words, 250 at most are read"),
        ("megabytes: 0.001", "the file has 0.0 MB, a text may have 0.001"),
        ("{megabytes: 0.001, file-megabytes: 0.001}", "it has more than 0.001 MB; that is no letter"),
    ],
)
def test_each_limit_is_told_with_the_key_that_changes_it_and_other_drafts_are_checked(
    project: Path, limit: str, told: str
) -> None:
    text = f"limits: {limit}\n" if limit.startswith("{") else f"limits:\n  {limit}\n"
    (project / "poalint.yaml").write_text(text, encoding="utf-8")
    done = run("check", "long.txt", "other.txt")
    assert done.status == 2
    assert f"poalint: long.txt: {told}" in done.err
    (key,) = re.findall(r"allow more with `([a-z-]+)` under `limits` in poalint.yaml", done.err)
    assert key in limit
    assert "other.txt: " in done.out
    assert run("check", "long.txt", "--lang", "zh").err.count(f"`{key}`") == 1
    assert run("check", "long.txt", "--isolated").status == 1


def test_every_key_of_the_file_is_a_limit_and_the_text_says_what_holds_without_it() -> None:
    from poalint.schema.config import LimitKeys

    keys = {each.alias or name: each.description for name, each in LimitKeys.model_fields.items()}
    assert list(keys) == [each.name.replace("_", "-") for each in fields(Limits)]
    for each in fields(Limits):
        assert (keys[each.name.replace("_", "-")] or "").endswith(f"without it, {getattr(USUAL, each.name):g}")


def test_an_override_changes_what_it_names_and_config_show_tells_where_it_was_said(project: Path) -> None:
    written = "limits: {characters: 1000, seconds: 5}\noverrides:\n  - paths: long*\n    limits: {characters: 2000}\n"
    (project / "poalint.yaml").write_text(written, encoding="utf-8")
    assert run("check", "long.txt").status == 1
    (file,) = json.loads(run("config", "show", "--format", "json", "long.txt").out)["files"]
    told = {name: (each["value"], each["by"], each["line"]) for name, each in file["settings"]["limits"].items()}
    assert told["characters"] == (2000, "configuration", 4)
    assert told["seconds"] == (5, "configuration", 1)
    assert told["words"] == (50_000, "default", None)
    assert list(told) == [each.name.replace("_", "-") for each in fields(Limits)]
    assert re.search(r"^ +characters: 2000 +poalint.yaml:4$", run("config", "show", "long.txt").out, re.MULTILINE)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{character: 1}", "limits.character: unknown key. Did you mean characters?"),
        ("{megabytes: 0}", "limits.megabytes: this must be more than 0"),
        ("{seconds: -1}", "limits.seconds: this must be more than 0"),
        ("{seconds: .inf}", "limits.seconds: this must be a number"),
        ("{nesting: 100000}", "limits.nesting: this must be at most 500"),
        ("{words: 1.5}", "limits.words: this must be a whole number, not '1.5'"),
        ("{pages: many}", "limits.pages: this must be a whole number, not 'many'"),
        ("5", "limits: this must be keys with values, not '5'"),
    ],
)
def test_bad_limits_are_refused_with_their_place(project: Path, text: str, told: str) -> None:
    (project / "poalint.yaml").write_text(f"limits: {text}\n", encoding="utf-8")
    done = run("check", "other.txt")
    assert (done.status, done.out) == (2, "")
    assert re.search(rf"poalint\.yaml:1:\d+: {re.escape(told)}", done.err)


def test_a_draft_may_not_loosen_its_own_limits(project: Path) -> None:
    (project / "own.md").write_text(f"---\nlang: en\nlimits: {{words: 9}}\n---\n{BAD}", encoding="utf-8")
    done = run("check", "own.md")
    assert done.status == 2
    assert "own.md:3:1: limits: unknown key" in done.err


def test_a_mistake_in_the_configuration_is_told_before_a_limit(project: Path) -> None:
    (project / "poalint.yaml").write_text("limits: {words: 1}\nmin-score: high\n", encoding="utf-8")
    assert "min-score: this must be a whole number" in run("check", "long.txt").err


@pytest.mark.parametrize("command", [("parse",), ("config", "show"), ("baseline", "create"), ("diff", "other.txt")])
def test_every_command_that_reads_drafts_keeps_to_the_limits(project: Path, command: tuple[str, ...]) -> None:
    (project / "poalint.yaml").write_text("limits: {words: 100}\n", encoding="utf-8")
    done = run(*command, "long.txt")
    assert done.status == 2
    assert "the draft has 300 words" in done.err


def test_standard_input_has_the_limits_of_where_the_program_was_started(project: Path) -> None:
    (project / "poalint.yaml").write_text("limits: {megabytes: 0.001, file-megabytes: 0.002}\n", encoding="utf-8")
    assert "more than 0.002 MB" in run("check", "-", stdin=b"We were late. " * 200).err


# -- time ----------------------------------------------------------------------------------------------------------


@posix
def test_work_is_interrupted_wherever_it_is_and_all_is_as_it_was() -> None:
    before = signal.getsignal(signal.SIGALRM)
    begun = time.monotonic()
    with pytest.raises(OverdueError):
        within(0.1, runs_away)
    assert time.monotonic() - begun < 5
    assert within(5, lambda: 7) == 7
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


@posix
def test_work_that_catches_every_error_is_interrupted_too() -> None:
    def stubborn() -> None:
        while True:
            try:
                runs_away()
            except Exception:  # as some libraries do
                continue

    with pytest.raises(OverdueError):
        within(0.1, stubborn)


@posix
def test_what_drops_the_first_alarm_gets_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadline, "_AGAIN", 0.05)
    dropped = []

    def deaf() -> None:
        try:
            time.sleep(60)
        except BaseException as error:
            dropped.append(error)
        time.sleep(60)

    with pytest.raises(OverdueError):
        within(0.05, deaf)
    assert len(dropped) == 1


@posix
def test_a_deadline_within_another_leaves_that_one_standing() -> None:
    def inner() -> str:
        assert within(30, lambda: "done") == "done"
        assert 0 < signal.getitimer(signal.ITIMER_REAL)[0] < 0.4
        runs_away()
        return "never"

    with pytest.raises(OverdueError):
        within(0.3, inner)


@posix
def test_the_works_own_error_passes_and_nothing_rings_afterwards() -> None:
    with pytest.raises(ZeroDivisionError):
        within(0.05, lambda: 1 // 0)
    time.sleep(0.1)


def test_in_another_thread_the_work_is_just_done() -> None:
    made: list[int] = []
    thread = threading.Thread(target=lambda: made.append(within(0.001, lambda: sum(range(1000)))))
    thread.start()
    thread.join()
    assert made == [499500]


@posix
def test_a_draft_that_is_read_too_long_is_told_and_the_others_are_read(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = readers.read

    def read(path: str, *others: object) -> Draft:
        if path == "long.txt":
            runs_away()
        return real(path, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(sources, "read", read)
    (project / "poalint.yaml").write_text("limits: {seconds: 0.2}\n", encoding="utf-8")
    done = run("check", "long.txt", "other.txt", "--format", "json", "--no-cache")
    assert done.status == 2
    told = json.loads(done.out)
    assert [each["path"] for each in told["files"]] == ["other.txt"]
    (error,) = told["errors"]
    assert error["message"].startswith("reading it took more than 0.2 seconds. Check the letter alone")
    assert "`seconds`" in error["message"]


@posix
def test_of_drafts_that_are_judged_together_only_the_slow_one_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = [Draft(f"{number}.txt", f"{BAD}\nWe sold {number} chargers.\n") for number in range(6)]
    alone = list(Linter().assess_all(drafts))
    real = Linter.assess_all

    def assess(self: Linter, asked: object) -> object:
        for each in list(asked):  # type: ignore[call-overload]
            if each.path == "3.txt":
                runs_away()
            yield from real(self, [each])

    monkeypatch.setattr(Linter, "assess_all", assess)
    made = judging.judged([(Judging(seconds=1.5), each) for each in drafts])
    lost = made.pop(3)
    assert isinstance(lost, LostDraftError), "so that it is not kept"
    assert lost.told().startswith("3.txt: judging it took more than 1.5 seconds. Check the letter alone")
    assert made == [*alone[:3], *alone[4:]]


@posix
def test_what_took_too_long_is_not_kept_and_a_process_of_its_own_keeps_the_time_too(project: Path) -> None:
    task = (Judging(seconds=0.0001), Draft("a.txt", LETTER))
    pool = Pool(1)
    try:
        (outcome,) = pool.assess([task])
    finally:
        pool.close()
    assert isinstance(outcome, LostDraftError)
    assert "judging it took more than 0.0001 seconds" in outcome.reason
    cached = {"XDG_CACHE_HOME": str(project / "cache"), "POALINT_CACHE_DIR": str(project / "cache")}
    (project / "poalint.yaml").write_text("limits: {seconds: 0.002}\n", encoding="utf-8")
    (project / "good.txt").write_text(LETTER * 20, encoding="utf-8")
    assert "took more than" in run("check", "good.txt", env=cached).err
    (project / "poalint.yaml").unlink()
    assert run("check", "good.txt", env=cached).status in (0, 1)


def test_the_time_is_no_part_of_what_findings_depend_on() -> None:
    assert Judging(seconds=1) == Judging(seconds=2)
    assert hash(Judging(seconds=1)) == hash(Judging(seconds=2))


# -- files ---------------------------------------------------------------------------------------------------------


def test_a_file_that_changes_while_it_is_read_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.read

    def read(file: int, most: int) -> bytes:
        with Path("long.txt").open("ab") as more:
            more.write(b"more")
        return real(file, most)

    monkeypatch.setattr("poalint.regular.os.read", read)
    (error,) = sources.drafts(["long.txt"])
    assert isinstance(error, DraftError)
    assert error.reason == "it changed while it was read"


def test_a_file_that_shrinks_while_it_is_read_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.read

    def read(file: int, most: int) -> bytes:
        Path("long.txt").write_bytes(b"We")
        return real(file, most)

    monkeypatch.setattr("poalint.regular.os.read", read)
    (error,) = sources.drafts(["long.txt"])
    assert isinstance(error, DraftError)
    assert error.reason == "it changed while it was read"


def test_a_file_without_end_is_read_no_further_than_may_be(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []

    def read(file: int, most: int) -> bytes:
        taken.append(most)
        return b"a" * most

    monkeypatch.setattr("poalint.regular.os.read", read)
    limits = Limits(file_megabytes=3)
    Path("long.txt").write_bytes(b"")  # as such files look
    (error,) = sources.drafts(["long.txt"], lambda path: limits)
    assert isinstance(error, DraftError)
    assert error.reason == "it has more than 3 MB; that is no letter"
    assert sum(taken) == 3_000_001


@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="no such files there")
def test_what_the_system_makes_up_is_read_like_any_file() -> None:
    (outcome,) = sources.drafts(["/proc/self/status"])
    assert isinstance(outcome, Draft)
    assert "Name:" in outcome.text


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
@pytest.mark.parametrize("name", ["poalint.yaml", "long.txt.poalint.yaml", "pack.yaml", "rule.yaml"])
def test_settings_and_rules_are_read_from_no_device(project: Path, name: str) -> None:
    """A device without end, under the name of each file that is read beside drafts."""
    pack = project / "pack"
    (pack / "form").mkdir(parents=True)
    (pack / "pack.yaml").write_text("name: house\nversion: 1.0.0\nabout: ours\n", encoding="utf-8")
    there = {"pack.yaml": pack / "pack.yaml", "rule.yaml": pack / "form" / "rule.yaml"}.get(name, project / name)
    there.unlink(missing_ok=True)
    there.symlink_to("/dev/zero")
    begun = time.monotonic()
    done = run(
        "check",
        "long.txt",
        "--config" if name == "poalint.yaml" else "--rules",
        there if name == "poalint.yaml" else pack,
    )
    assert time.monotonic() - begun < 20
    assert done.status in ((1, 2) if name == "long.txt.poalint.yaml" else (2,))
