"""How fast the program is, as ratios of times taken in one run: another machine changes both sides alike.

Each figure is the median over runs that take turns (A B A B ...), every one a fresh process. It always exits
with 0: times are told, not judged.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

DRAFTS = Path(__file__).resolve().parents[1] / "corpus" / "drafts"
LETTERS = 200
_FIND = "from spacy.util import is_package; name = next(filter(is_package, {models}))\n"
_PARSE_ONE = (
    "import spacy, sys\n" + _FIND + "spacy.load(name, exclude={exclude})(open(sys.argv[1], encoding='utf-8').read())"
)
_PARSE_ALL = (
    "import spacy, sys\n" + _FIND + "nlp = spacy.load(name, exclude=['ner'])\n"
    "for doc in nlp.pipe(open(path, encoding='utf-8').read() for path in sys.argv[1:]): pass"
)


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took."""

    seconds: float
    mebibytes: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A ratio (or a size) and the most that it should be."""

    name: str
    value: float
    target: float
    detail: str

    def line(self) -> str:
        """Print it with its target and whether that is met."""
        met = "met" if self.value <= self.target else "NOT MET"
        goal = f"at most {self.target:<6g}{met}" if self.target < float("inf") else "no target"
        return f"{self.name:<34}{self.value:>7.2f}   {goal:<22}{self.detail}"


class BrokenError(Exception):
    """A process that did not do what it was to be timed for."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="how often each side of a ratio is run")
    with tempfile.TemporaryDirectory() as cache:
        os.environ["POALINT_CACHE_DIR"] = cache
        for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"):  # time Python as people have it
            os.environ.pop(name, None)
        for measured in _figures(parser.parse_args().runs):
            try:
                print(measured().line(), flush=True)
            except BrokenError as broken:
                print(f"Not measured: {broken}", flush=True)


def _figures(runs: int) -> Iterator[Callable[[], Figure]]:
    # Imported late and only for its names: what this process holds in memory would count as its children's.
    from poalint.language import MODELS

    letters = [str(path) for path in sorted(DRAFTS.glob("*.txt"))[:LETTERS]]
    models = repr(MODELS)
    poalint = ["-m", "poalint"]
    imports = ["-c", "import click, rich.console, yaml"]
    for name, args in (("--help", ["--help"]), ("rules", ["rules"]), ("explain", ["explain", "no-cause"])):
        yield partial(_ratio, name, [*poalint, *args], imports, 2.0, 2 * runs)
    check_one = [*poalint, "check", "--no-cache", letters[0]]
    bare = ["-c", _PARSE_ONE.format(models=models, exclude="[]"), letters[0]]
    yield partial(_ratio, "one letter, cold", check_one, bare, 1.15, runs)
    bare = ["-c", _PARSE_ONE.format(models=models, exclude="['ner']"), letters[0]]
    yield partial(_ratio, "the same, to a parse without NER", check_one, bare, float("inf"), runs)
    check_all = [*poalint, "check", "--no-cache", "--format", "json", *letters]
    parse_all = ["-c", _PARSE_ALL.format(models=models), *letters]
    yield partial(_ratio, f"{len(letters)} letters", check_all, parse_all, 1.3, max(3, runs // 2))
    yield partial(_peak, "peak memory of that, MiB", check_all)
    cached = [*poalint, "check", *letters]  # both sides are run once before they are timed, so that it is
    yield partial(_ratio, f"{len(letters)} letters, cached, to one cold", cached, check_one, 0.2, runs)


def run(args: Sequence[str]) -> Run:
    """Run Python with ``args``, its output thrown away. Raises BrokenError where it fails."""
    with tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, *args], stdout=subprocess.DEVNULL, stderr=errors, cwd=tempfile.gettempdir()
        )
        _, status, usage = os.wait4(child.pid, 0)
        took = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        told = errors.read().decode("utf-8", "replace").strip()
    if told or child.returncode not in (0, 1):
        raise BrokenError(f"{' '.join(args[:3])} ended with {child.returncode}: {told[-200:]}")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Run(took, usage.ru_maxrss / unit)


def _ratio(name: str, own: Sequence[str], other: Sequence[str], target: float, runs: int) -> Figure:
    run(own), run(other)  # fill the caches of both
    pairs = [(run(own).seconds, run(other).seconds) for _ in range(runs)]
    a, b = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(one / two for one, two in pairs)  # neighbours in time share the machine's load
    return Figure(name, ratio, target, f"{a * 1000:.0f} ms to {b * 1000:.0f} ms, median of {runs}")


def _peak(name: str, args: Sequence[str]) -> Figure:
    done = run(args)
    return Figure(name, done.mebibytes, 300, f"{done.seconds:.1f} s")


if __name__ == "__main__":
    main()
