"""What the worst texts within the limits cost: time and memory, each in a process of its own, beside a usual letter.

    python benchmarks/bombs.py            # a table; status 1 where a bound is missed
    python benchmarks/bombs.py bullets    # only texts whose name holds the word

Each text is as long as `poalint.limits` allows and is judged without a deadline.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from pathlib import Path

from poalint.api import Linter
from poalint.errors import DraftError
from poalint.limits import USUAL
from poalint.readers.text import draft_of

LETTER = Path(__file__).parents[1] / "corpus" / "drafts" / "expired-c05.txt"
SECONDS, MEGABYTES = 60.0, 2_000
"""No text may take more, on a machine that does something else too; the ordinary letter takes a few hundredths."""
UNITS = {
    "headings": "# A\n",
    "headings with text": "Cause:\n\n",
    "bullets": "- we did it\n",
    "table rows": "| a | b | we were late |\n",
    "short sentences": "We were late! ",
    "one line": "we shipped the order late because nobody checked the stock ",
    "no full stop": "we shipped it\n",
    "one word": "a",
    "quotation marks": '"',
    "quotations in each other": "> ",
    "brackets": "[",
    "numbers in a row": "1. ",
    "percentages": "95% ",
    "order numbers": "111-1234567-1234567 ",
    "comments that do not end": "<!--poalint:",
    "comments": "<!--poalint: allow x -- y-->\n",
    "combining marks": "e\u0301",
    "blank lines": "\n",
}


def text_of(name: str) -> str:
    """A text of one unit again and again, as long as may be, that ends in a few plain words."""
    unit, end = UNITS[name], "\nWe were late."
    return unit * min((USUAL.characters - len(end)) // len(unit), (USUAL.words - 9) // max(1, len(unit.split()))) + end


def measured(name: str) -> tuple[float, float, str]:
    """Seconds, megabytes of the whole process, and what came of one text."""
    linter = Linter()
    linter.load()
    linter.lint(draft_of("letter.txt", LETTER.read_text(encoding="utf-8")))
    text = text_of(name) if name in UNITS else LETTER.read_text(encoding="utf-8")
    begun = time.perf_counter()
    try:
        came = f"{len(linter.lint(draft_of('letter.txt', text)).findings)} findings"
    except DraftError as error:
        came = error.reason
    return time.perf_counter() - begun, _megabytes(), came


def _megabytes() -> float:
    try:
        import resource
    except ImportError:  # not on Windows
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)


def main(words: list[str]) -> int:
    """Print the table; 1 where a bound is missed."""
    missed, usual = 0, 0.0
    asked = ["ordinary letter", *(name for name in UNITS if not words or any(word in name for word in words))]
    for name in asked:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            seconds, megabytes, came = pool.apply(measured, (name,))
        usual = usual or seconds
        missed += seconds > SECONDS or megabytes > MEGABYTES
        print(f"{name:26} {seconds:7.2f} s {seconds / usual:7.0f} x {megabytes:6.0f} MB  {came[:60]}", flush=True)
    return int(missed > 0)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
