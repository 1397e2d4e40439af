"""Whether memory stays flat: the peak of runs over 100, 1,000 and 10,000 short letters, anew and from the cache.

Each run is a fresh process; what is told is the peak of its resident memory. A run with ``--jobs`` holds as much again
for each process that reads drafts. It always exits with 0: sizes are told, not judged.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from speed import BrokenError, run

SIZES = (100, 1_000, 10_000)
_LETTER = """Dear Amazon team,

We shipped order {number} and {more} others late in May. The cause: we entered {days} days of handling time for goods
that we had sold out of, and nobody looked at the stock before the change went live.

We refunded the buyers and corrected the listings on 3 June. Since 4 June the stock is counted every Monday.
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many letters each run has")
    parser.add_argument("--jobs", default="1", help="with how many processes the uncached runs are done")
    asked = parser.parse_args()
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as room:
            os.environ["POALINT_CACHE_DIR"] = os.path.join(room, "cache")
            letters = Path(room, "letters")
            write(letters, size)
            for name, jobs in (("anew", asked.jobs), ("from the cache", "1")):
                args = ["-m", "poalint", "check", "--format", "json", "--jobs", jobs, str(letters)]
                try:
                    done = run(args)
                except BrokenError as broken:
                    print(f"Not measured: {broken}", flush=True)
                    continue
                print(f"{size:>6} letters, {name:<15}{done.mebibytes:>6.0f} MiB   {done.seconds:.1f} s", flush=True)


def write(folder: Path, how_many: int) -> None:
    """Write so many letters, no two alike."""
    folder.mkdir()
    for number in range(how_many):
        text = _LETTER.format(number=100_000 + number, more=number % 40 + 2, days=number % 9 + 2)
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
