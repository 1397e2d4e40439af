"""Several processes, a run that is ended from outside, and the bar that tells how far it is."""

import json
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import cycle, islice
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

import packs
from poalint.cli.progress import seen
from poalint.errors import DraftError, PoalintError, RuleError
from poalint.model import Assessment, Draft
from poalint.settings import Judging
from poalint.sources import count, drafts
from poalint.speech import Phrase
from poalint.working.desk import Desk
from poalint.working.jobs import cores, worth
from poalint.working.pool import Pool, WorkerError
from program import BAD, GERMAN, Stream, run

CORPUS = Path(__file__).parents[1] / "corpus" / "drafts"
SOME = sorted(CORPUS.glob("*.txt"))[:20]
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")


@pytest.fixture
def pool() -> Iterator[Pool]:
    made = Pool(2)
    yield made
    made.close()
    assert active_children() == []


# -- several processes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["text", "json"])
def test_two_processes_report_what_one_does(tmp_path: Path, form: str) -> None:
    german, empty = packs.write(tmp_path / "german.txt", GERMAN), packs.write(tmp_path / "empty.txt", "")
    paths = [empty, *SOME[:9], german, tmp_path / "none.txt", *SOME[9:]]
    args = ("check", "--no-cache", "--format", form, *paths)
    one, two = run(*args), run(*args, "--jobs", "2")
    assert two == one
    assert one.status == 2
    assert active_children() == []


def test_drafts_that_are_judged_in_different_ways_go_together(pool: Pool) -> None:
    ways = [Judging(), Judging(lang="zh"), Judging(violation="late-shipment"), Judging(letter="dispute")]
    texts = [each for each in drafts(map(str, SOME)) if isinstance(each, Draft)]
    tasks = list(zip(islice(cycle(ways), len(texts)), texts, strict=True))
    alone = [Desk().assess([task]) for task in tasks]
    expected = [next(each) for each in alone]
    desk = Desk()
    assert list(desk.assess(tasks)) == expected
    found = list(pool.assess(tasks))
    assert found == expected
    books = {id(each.rulebook) for each in found if isinstance(each, Assessment)}
    assert len(books) <= len(ways), "what comes from another process is a copy, of which one is kept"


def test_processes_are_started_once_and_read_only_a_little_ahead(pool: Pool) -> None:
    read = most = 0

    def tasks(how_many: int) -> Iterator[tuple[Judging, Draft]]:
        nonlocal read
        for read in range(1, how_many + 1):  # how far it was read is looked at below
            yield Judging(), Draft(f"{read}.txt", BAD)

    for told, outcome in enumerate(pool.assess(tasks(200))):
        assert isinstance(outcome, Assessment)
        assert outcome.draft.path == f"{told + 1}.txt"
        most = max(most, read - told)
    assert read == 200
    assert most <= 2 * 3 * 8
    first = {each.pid for each in active_children()}
    assert len(list(pool.assess(tasks(3)))) == 3
    assert {each.pid for each in active_children()} == first
    assert len(first) == 2


def test_a_mistake_in_a_rule_or_an_unknown_name_comes_out_of_the_process(pool: Pool, tmp_path: Path) -> None:
    folder = packs.pack(tmp_path / "acme")
    rule = packs.rule(folder)
    rule.write_text(rule.read_text("utf-8").replace("severity: note", "severity: nite"), "utf-8")
    with pytest.raises(RuleError, match="nite") as told:
        list(pool.assess([(Judging(packs=(str(folder),)), Draft("x", BAD))]))
    assert told.value.place is not None
    with pytest.raises(PoalintError, match="Did you mean late-shipment"):
        list(pool.assess([(Judging(violation="late-shipmant"), Draft("x", BAD))]))


@posix
def test_a_process_that_dies_costs_no_letter() -> None:
    """One of two processes is killed while the run goes on: the report is that of a run in which none was."""
    killed = []

    def kill_one() -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            for each in active_children():
                os.kill(each.pid or 0, signal.SIGKILL)
                killed.append(each.pid)
                return
            time.sleep(0.01)

    args = ("check", "--no-cache", "--format", "json", *SOME)
    whole = run(*args)
    killer = threading.Thread(target=kill_one)
    killer.start()
    found = run(*args, "--jobs", "2")
    killer.join()
    assert killed
    assert found == whole
    assert active_children() == []


DEADLY = """
import os, signal, sys
from poalint.working import judging

def judged(tasks, plain=judging.judged):
    if any("DEADLY" in draft.text for _, draft in tasks):
        os.kill(os.getpid(), signal.SIGKILL)
    return plain(tasks)

judging.judged = judged
from poalint.cli import main
if __name__ == "__main__":
    main()
"""
"""The program, but for one word in a letter that the process which reads it does not survive, as where memory ends."""


def deadly(tmp_path: Path, texts: list[str], *args: str) -> "tuple[int, dict[str, Any], str]":
    program = packs.write(tmp_path / "program.py", DEADLY)
    paths = [str(packs.write(tmp_path / f"{number:02}.txt", text)) for number, text in enumerate(texts)]
    command = [sys.executable, str(program), "check", "--jobs", "2", "--format", "json", *args, *paths]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, json.loads(done.stdout), done.stderr


@posix
def test_the_one_letter_that_kills_its_process_is_told_and_all_others_are_reported(tmp_path: Path) -> None:
    texts = [f"{BAD}\nThis is number {number}.\n" for number in range(20)]
    texts[4] += "DEADLY\n"
    status, made, _ = deadly(tmp_path, texts)
    assert status == 2
    (error,) = made["errors"]
    assert Path(error["path"]).name == "04.txt"
    assert re.search(r"is gone before it is done \(it was ended by signal 9\)\. .*--jobs", error["message"])
    assert [Path(each["path"]).name for each in made["files"]] == [f"{n:02}.txt" for n in range(20) if n != 4]
    again = run("check", "--format", "json", tmp_path / "04.txt")
    assert json.loads(again.out)["errors"] == [], "that is not kept: another time it may be read"


@posix
def test_where_no_process_lives_the_run_ends(tmp_path: Path) -> None:
    status, made, _ = deadly(tmp_path, [f"{BAD} {number} DEADLY" for number in range(30)], "--no-cache")
    assert status == 2
    assert "a process that judged them is gone" in made["errors"][-1]["message"]
    assert made["files"] == []


def test_losses_have_their_chinese() -> None:
    how = Phrase("it was ended by signal {number}", number=9)
    pool = Pool(1)
    pool._how = how
    for error in (pool._lost((Judging(), Draft("a.txt", BAD))), WorkerError("a.txt", pool._gone(), "")):
        assert "a.txt" in error.told("zh")
        assert not re.search(r"(?:[a-z]+ ){3}", error.told("zh"))


@pytest.mark.parametrize(
    ("jobs", "how_many", "started"),
    [(1, 500, 1), (None, 1, 1), (None, 16, 1), (4, 500, 4), (4, 3, 2), (4, 1, 1), (None, 500, cores())],
)
def test_as_many_processes_as_pay_off(jobs: int | None, how_many: int, started: int) -> None:
    assert worth(jobs, how_many) == started


def test_few_drafts_start_no_process() -> None:
    before = threading.active_count()
    desk = Desk(jobs=None)
    few = [(Judging(), Draft(f"{number}", BAD)) for number in range(3)]
    assert len(list(desk.assess([*few, DraftError("gone", "x")]))) == 4
    assert active_children() == []
    assert threading.active_count() == before


@pytest.mark.parametrize("wrong", ["0", "-1", "many", "65", ""])
def test_a_wrong_number_of_processes_is_refused(wrong: str) -> None:
    assert run("check", "--jobs", wrong, SOME[0]).status == 2


# -- ended from outside --------------------------------------------------------------------------------------------


def ended(tmp_path: Path, jobs: int, which: int, after: float, group: bool) -> "tuple[int, bytes]":
    """The status and what is said of a run that is sent a signal, with all that it started or alone."""
    command = [
        sys.executable, "-m", "poalint", "check", "--no-cache", "--jobs", str(jobs), "--format", "text",
        "--format", f"json={tmp_path / 'out' / 'report.json'}", str(CORPUS),
    ]  # fmt: skip
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
    time.sleep(after)
    (os.killpg if group else os.kill)(child.pid, which)
    sent = time.monotonic()
    _, said = child.communicate(timeout=60)
    assert time.monotonic() - sent < 20
    for _ in range(100):  # those that were killed go at once, but not in no time
        try:
            os.killpg(child.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.05)
    else:
        os.killpg(child.pid, signal.SIGKILL)
        raise AssertionError("a process was left behind")
    return child.returncode, said


@posix
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("which", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_at_once_and_leaves_nothing(tmp_path: Path, jobs: int, which: int, status: int) -> None:
    (tmp_path / "out").mkdir()
    kept = tmp_path / "out" / "report.json"
    assert run("check", "--format", f"json={kept}", SOME[0]).status in (0, 1)
    last = kept.read_bytes()
    chance = random.Random(f"{jobs} {which}")
    for number in range(5):
        after = chance.uniform(0.6, 5.0)
        found = ended(tmp_path, jobs, which, after, group=which == signal.SIGINT and number % 2 == 0)
        assert found == (status, b""), f"after {after} s"
        assert kept.read_bytes() == last
        assert list(kept.parent.iterdir()) == [kept], f"after {after} s"


# -- the bar ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("err", "out", "on_screen", "expected"),
    [
        (False, False, True, False),
        (True, False, True, True),
        (True, True, True, False),
        (True, True, False, True),
        (False, True, False, False),
    ],
)
def test_the_bar_is_where_somebody_sees_it_and_nothing_scrolls(
    monkeypatch: pytest.MonkeyPatch, err: bool, out: bool, on_screen: bool, expected: bool
) -> None:
    monkeypatch.setattr(sys, "stderr", Stream(terminal=err))
    monkeypatch.setattr(sys, "stdout", Stream(terminal=out))
    assert seen(on_screen) == expected


@posix
def test_a_bar_counts_drafts_and_goes(tmp_path: Path) -> None:
    import pty

    for number in range(40):
        packs.write(tmp_path / "drafts" / f"{number}.txt", BAD)
    main, terminal = pty.openpty()
    command = [sys.executable, "-m", "poalint", "check", str(tmp_path / "drafts")]
    env = {**os.environ, "TERM": "xterm", "LANG": "C.UTF-8", "COLUMNS": "100"}
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal, env=env)
    os.close(terminal)
    shown = b""
    reader = threading.Thread(target=lambda: child.stdout and child.stdout.read())
    reader.start()
    while True:
        try:
            part = os.read(main, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    reader.join()
    os.close(main)
    assert child.wait(60) == 1
    assert b"Reading drafts" in shown
    assert b"40/40" in shown
    assert re.search(rb"\x1b\[2K[^\w]*$", shown), "its line is cleared"


def test_counting_names_as_many_as_are_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", "sub/c.text", "d.pdf"):
        packs.write(tmp_path / name, BAD)
    paths = [str(tmp_path), str(tmp_path / "a.txt"), str(tmp_path / "none.txt"), str(tmp_path / "*.zzz")]
    assert count(paths) == len(list(drafts(paths))) == 5
