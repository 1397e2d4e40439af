"""A fuzz run over every reader: damaged files must become a draft or a message, in time and within memory.

    python benchmarks/fuzz.py --seconds 60               # as many inputs as a minute allows
    python benchmarks/fuzz.py --inputs 5000 --seed 7     # the same ones each time
    python benchmarks/fuzz.py --replay crashes/x.docx    # one that was kept

Good files (tests/samples, and some letters of the corpus) are damaged as `tests/hostile.py` does it and are read in a
process of its own, whose memory is bounded; the text of what could be read is cut into blocks. An input that is lost
with its process, that raises anything but a DraftError or that takes longer than it may is kept, and the status is 1.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from hostile import Sample, mutated, samples  # noqa: E402 # it stands in another folder
from poalint import comments, loader, structure  # noqa: E402
from poalint.errors import DraftError  # noqa: E402
from poalint.limits import USUAL  # noqa: E402
from poalint.sources import of_bytes  # noqa: E402

MEGABYTES = 1_500
"""The memory that the process may take, that of its libraries among it."""
SLOW = 5.0
"""An input of moderate size that takes longer (in seconds) is kept."""
LOST = 60.0
"""After so long a process is taken for lost."""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of an input: ``read``, ``refused`` or ``crash``, after how long, and with which message."""

    outcome: str
    seconds: float
    message: str = ""


def tried(name: str, data: bytes) -> Told:
    """Read one input in this process."""
    begun = time.perf_counter()
    try:
        draft = of_bytes(name, data, USUAL)
        structure.blocks(comments.letter_of(draft), _layout())
        assert len(draft.body) == len(draft.text)
        for start, end in [(each.start, each.end) for each in draft.marks] + [(e.start, e.end) for e in draft.extras]:
            assert 0 <= start <= end <= len(draft.text)
        draft.told(len(draft.text))
    except DraftError as error:
        return Told("refused", time.perf_counter() - begun, error.reason)
    except BaseException:  # whatever it is, it is what this run looks for
        return Told("crash", time.perf_counter() - begun, traceback.format_exc())
    return Told("read", time.perf_counter() - begun)


@cache
def _layout() -> Any:
    return loader.load().layout


def serve(pipe: Connection) -> None:
    """Try what comes through the pipe, in bounded memory."""
    try:
        import resource
    except ImportError:  # not on Windows
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 1_000_000,) * 2)
    _layout()
    pipe.send(None)
    while True:
        pipe.send(tried(*pipe.recv()))


class Reader:
    """A process that reads, begun anew where it is lost."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None

    def __call__(self, name: str, data: bytes) -> Told:
        """What comes of one input."""
        if self._process is None:
            self._begin()
        self._pipe.send((name, data))
        begun = time.perf_counter()
        try:
            if self._pipe.poll(LOST):
                told: Told = self._pipe.recv()
                return told
            why = f"no answer after {LOST:g} s"
        except (EOFError, OSError):
            why = "the process is gone"
        self.close()
        return Told("crash", time.perf_counter() - begun, why)

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None

    def _begin(self) -> None:
        spawning = multiprocessing.get_context("spawn")
        self._pipe, other = spawning.Pipe()
        self._process = spawning.Process(target=serve, args=(other,), daemon=True)
        self._process.start()
        other.close()
        self._pipe.recv()


def runs(
    known: list[Sample], seed: int, inputs: int | None, seconds: float | None, crashes: Path
) -> tuple[Counter[tuple[str, str]], list[tuple[float, str]], int]:
    """Try inputs, by turns of each format: what came of them, the slowest ones, and how many were kept."""
    formats: dict[str, list[Sample]] = {}
    for each in known:
        formats.setdefault(each.suffix, []).append(each)
    turns = sorted(formats)
    counts: Counter[tuple[str, str]] = Counter()
    slowest: list[tuple[float, str]] = []
    reader, begun, number, kept = Reader(), time.perf_counter(), 0, 0
    try:
        while (inputs is None or number < inputs) and (seconds is None or time.perf_counter() - begun < seconds):
            suffix = turns[number % len(turns)]
            mine = formats[suffix]
            chosen = mine[(number // len(turns)) % len(mine)]
            own = seed * 1_000_003 + number
            data = mutated(chosen.data, own, [each.data for each in mine])
            told = reader(f"{chosen.name}", data)
            counts[suffix, told.outcome] += 1
            slowest = sorted([*slowest, (told.seconds, f"{suffix} seed {seed} input {number}")], reverse=True)[:3]
            if told.outcome == "crash" or told.seconds > SLOW:
                kept += 1
                crashes.mkdir(parents=True, exist_ok=True)
                (crashes / f"{seed}-{number}{suffix}").write_bytes(data)
                print(f"{suffix} seed {seed} input {number}: {told.seconds:.1f} s\n{told.message}", flush=True)
            number += 1
    finally:
        reader.close()
    return counts, slowest, kept


def main(arguments: list[str] | None = None) -> int:
    """Run as the command line says; 1 where an input was kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--inputs", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="a suffix: this format alone")
    parser.add_argument("--crashes", type=Path, default=Path("crashes"), help="where inputs are kept")
    parser.add_argument("--replay", type=Path, help="read this one input, here")
    asked = parser.parse_args(arguments)
    if asked.replay:
        told = tried(asked.replay.name, asked.replay.read_bytes())
        print(f"{told.outcome} after {told.seconds:.2f} s\n{told.message}")
        return int(told.outcome == "crash")
    seconds = 60.0 if asked.seconds is None and asked.inputs is None else asked.seconds
    known = [each for each in samples() if asked.only in (None, each.suffix)]
    counts, slowest, kept = runs(known, asked.seed, asked.inputs, seconds, asked.crashes)
    for suffix in sorted({suffix for suffix, _ in counts}):
        row = {outcome: counts[suffix, outcome] for outcome in ("read", "refused", "crash")}
        print(f"{suffix:10}", *(f"{count:7} {outcome}" for outcome, count in row.items()))
    print(f"{sum(counts.values())} inputs, {kept} kept; slowest:", ", ".join(f"{s:.2f} s ({n})" for s, n in slowest))
    return int(kept > 0)


if __name__ == "__main__":
    raise SystemExit(main())
