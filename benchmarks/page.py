"""Writes docs/judgement.md and its plot. What is told under "Known misses" is kept by hand, and kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from disputes import Outcome
from figures import Figures
from gold import PARTS, Gold, Part
from poalint.model import PILLARS
from tables import Table

_DOCS = Path(__file__).resolve().parents[1] / "docs"
WRITTEN = ("docs/judgement.md", "docs/judgement.svg")
_BEGIN, _END = "<!-- known misses: kept by hand -->", "<!-- end of known misses -->"
_NO_MISSES = "Nothing is noted yet."

_PAGE = """\
# How well poalint judges

Written by `python benchmarks/judgement.py --write`; only the section *Known misses* is kept by hand.

{corpus}

![Macro-F1 of each pillar, on both parts, beside phrase lists](judgement.svg)

## The split

Each record belongs for good to one of two parts: the part to **tune** on where the first byte of the
SHA-256 of its id is even, the part to **report** on where it is odd. A pair goes with the letter that it
changes. Nobody looks at the errors of the second part, and `--errors` does not show them, so its figures
are the ones to believe. In the tables the first number is of the part to tune on, the second of the part
to report on.

## Pillars

Each letter's pillars are labelled `pass`, `weak` or `fail`. Precision, recall and macro-F1 are means
over these three, so that a rare `fail` counts as much as a common `pass`.

{pillars}

## Letters and pairs

A ready letter is one that a careful reader would send as it is (overall 5). In a pair one sentence is
changed so that one pillar gets worse.

{whole}

## Compared

The phrase lists (`benchmarks/phrases.py`) are what a keyword checker would do. Below them stands the
program with one layer left out: {layers}. A layer that costs nothing to leave out earns nothing.

{compared}

## Flags

`micro` takes all flags together.

{flags}

## Signals

The share of short texts, hits and near misses together, in which a signal is heard where it is present
and not heard where it is absent.

{signals}

## Disputes

Letters that contest something, {contested} of them: disputes, and plans that deny or contest a part, which must not be
taken for disputes. Nor must any plan of the corpus. The faults are counted on the disputes, whatever they were
taken for. While the rules were made these counts (no letter) were seen of the second part too, and the count of plans
taken for disputes was brought to nought on both: believe that row less than it looks.

{disputes}

## Rules

The letters on which each rule fires. A rule of a pillar fires rightly where that pillar is not labelled
`pass`, a rule of a flag where the flag is labelled.

{rules}

## What the figures mean, and what they don't

- They tell how often the program says what the labels say. The labels are the judgement of careful
  readers by written guidelines, not the decisions of Amazon's reviewers, which nobody outside can see.
  So no figure here, and no score that the program gives, is a chance of reinstatement.
- The letters are invented in the manner of real ones. Real letters vary more; expect less of the program
  on yours.
- The parts are small. Another set of as many letters of the same kind would move the mean macro-F1 about
  within the bounds of resampling in the table above, and the figures of a single flag or signal much
  further.
- The same hands wrote both parts, so the second is kept apart from the tuning, but not from the writers'
  style.
- A letter that is refused (not English) counts as wrong everywhere.

## Known misses

{begin}
{misses}
{end}
"""


def write(
    made: Mapping[str, Table],
    by_part: Mapping[Part, Gold],
    reached: Mapping[Part, Figures],
    peer: Mapping[Part, Figures],
    outcomes: Mapping[Part, Outcome],
) -> None:
    """Write the page and the plot."""
    from layers import LAYERS

    path = _DOCS / "judgement.md"
    size = {part: len(each.letters) for part, each in by_part.items()}
    contested = sum(len(each.letters) for each in outcomes.values())
    corpus = (
        f"The corpus holds {sum(size.values())} letters ({size['tune']} to tune on, "
        f"{size['report']} to report on), "
        f"{sum(len(each.pairs) for each in by_part.values())} minimal pairs and "
        f"{sum(len(each.cases) for each in by_part.values())} signal cases. On the part to report on the "
        f"mean macro-F1 of the pillars is **{reached['report']['pillars/mean/macro-f1']:.2f}** "
        f"(phrase lists: {peer['report']['pillars/mean/macro-f1']:.2f})."
    )
    layers = ", ".join(f"*{name}* ({meaning})" for name, (meaning, _) in LAYERS.items())
    page = _PAGE.format(
        corpus=corpus, contested=contested, layers=layers, begin=_BEGIN, end=_END, misses=_misses(path),
        **{name: table.markdown() for name, table in made.items()},
    )  # fmt: skip
    path.write_text(page, encoding="utf-8")
    (_DOCS / "judgement.svg").write_text(_plot(reached, peer), encoding="utf-8")


def _misses(path: Path) -> str:
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    if _BEGIN not in before or _END not in before:
        return _NO_MISSES
    return before.split(_BEGIN)[1].split(_END)[0].strip("\n")


def _plot(reached: Mapping[Part, Figures], peer: Mapping[Part, Figures]) -> str:
    """Draw bars by hand: a library for one picture is not worth its weight."""
    left, wide, bar, gap = 160, 400, 14, 16
    series = [
        (f"poalint, {part}", reached[part], color) for part, color in zip(PARTS, ("#9dbfe0", "#1f5f99"), strict=True)
    ]
    series.append(("phrase lists, report", peer["report"], "#c9b18b"))
    high = (bar * len(series) + gap) * (len(PILLARS) + 1) + 60
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="640" height="{high}" viewBox="0 0 640 {high}" '
        'font-family="sans-serif" font-size="12" role="img">',
        "<title>Macro-F1 of each pillar</title>",
        f'<rect width="640" height="{high}" fill="#ffffff"/>',
    ]
    for number, (name, _, color) in enumerate(series):
        parts.append(f'<rect x="{left + number * 150}" y="10" width="12" height="12" fill="{color}"/>')
        parts.append(f'<text x="{left + number * 150 + 17}" y="20">{name}</text>')
    for tenth in range(0, 11, 2):
        x = left + wide * tenth / 10
        parts.append(f'<line x1="{x:g}" y1="34" x2="{x:g}" y2="{high - 22}" stroke="#dddddd"/>')
        parts.append(f'<text x="{x:g}" y="{high - 8}" text-anchor="middle">{tenth / 10:g}</text>')
    y = 40
    for pillar in (*PILLARS, "mean"):
        parts.append(f'<text x="{left - 8}" y="{y + bar * len(series) / 2 + 4:g}" text-anchor="end">{pillar}</text>')
        for _, found, color in series:
            value = found[f"pillars/{pillar}/macro-f1"]
            parts.append(f'<rect x="{left}" y="{y}" width="{wide * value:.1f}" height="{bar - 2}" fill="{color}"/>')
            parts.append(f'<text x="{left + wide * value + 4:.1f}" y="{y + 10}" font-size="10">{value:.2f}</text>')
            y += bar
        y += gap
    return "\n".join([*parts, "</svg>", ""])
