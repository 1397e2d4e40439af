"""Figures of both parts, side by side, as tables to print or to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from figures import STATUSES, Figures
from gold import Part
from measures import Hits
from poalint.model import FLAGS, PILLARS

NOTHING = "\u2013"
_OF_PILLARS = ("accuracy", "precision", "recall", "macro-f1", *(f"f1-{status}" for status in STATUSES))


@dataclass(frozen=True, slots=True)
class Table:
    """A head and rows of text."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]

    def text(self) -> str:
        """Align it for a terminal."""
        rows = [self.head, *self.rows]
        widths = [max(len(row[column]) for row in rows) for column in range(len(self.head))]
        lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
        return "\n".join([self.title, *(f"  {line}" for line in lines)])

    def markdown(self) -> str:
        """Write it as Markdown, without the title."""
        lines = [self.head, ["---"] * len(self.head), *self.rows]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def pillars(by_part: Mapping[Part, Figures]) -> Table:
    """Tabulate the pillars' figures; precision and recall are the classes' means."""
    rows = [
        [pillar, *(_cell(by_part, f"pillars/{pillar}/{figure}") for figure in _OF_PILLARS)]
        for pillar in (*PILLARS, "mean")
    ]
    return Table("Pillars", [_head("pillar", by_part), *(name.replace("f1", "F1") for name in _OF_PILLARS)], rows)


def flags(by_part: Mapping[Part, Figures], labelled: Mapping[Part, Mapping[str, int]]) -> Table:
    """Tabulate the flags' figures."""
    rows = [
        [
            flag,
            " / ".join(str(counts[flag]) for counts in labelled.values()),
            *(_cell(by_part, f"flags/{flag}/{figure}") for figure in ("precision", "recall", "f1")),
        ]
        for flag in ("micro", *FLAGS)
    ]
    return Table("Flags", [_head("flag", by_part), "labelled", "precision", "recall", "F1"], rows)


def whole(by_part: Mapping[Part, Figures], shown: Mapping[str, Mapping[Part, str]]) -> Table:
    """Tabulate what is said of letters as wholes; ``shown`` adds rows that are no figures between 0 and 1."""
    named = {
        "rank correlation of score and overall": "rank",
        "ready letters with no pillar marked down": "ready/clean",
        "ready letters without an error": "ready/no-error",
        "pairs in which the pillar drops": "pairs/pillar-drops",
        **{f"\u2026 of {pillar}": f"pairs/pillar-drops/{pillar}" for pillar in PILLARS},
        "pairs in which the score drops": "pairs/score-drops",
        "letters whose violation is told rightly": "violation/recall",
        "\u2026 of those for which one is told": "violation/precision",
    }
    rows = [[name, _cell(by_part, figure)] for name, figure in named.items()]
    rows += [[name, " / ".join(values.values())] for name, values in shown.items()]
    return Table("Letters and pairs", [_head("figure", by_part), ""], rows)


def signals(by_part: Mapping[Part, Figures]) -> Table:
    """Tabulate the signals' accuracies."""
    names = sorted({name for found in by_part.values() for name in found if name.startswith("signals/")})
    names.sort(key=lambda name: name == "signals/mean")
    rows = [[name.removeprefix("signals/"), _cell(by_part, name)] for name in names]
    return Table("Signals", [_head("signal", by_part), "accuracy"], rows)


def rules(by_part: Mapping[Part, Mapping[str, Hits | None]]) -> Table:
    """Tabulate how often rules fire rightly and wrongly."""
    rows = []
    for rule in next(iter(by_part.values())):
        found = [counts[rule] for counts in by_part.values()]
        known = [each for each in found if each is not None]
        bad = sum(each.wrong for each in known) > sum(each.right for each in known)
        silent = known and not any(each.right + each.wrong for each in known)
        remark = "no label tells" if not known else "never" if silent else "more wrong than right" if bad else ""
        rows.append(
            [
                rule,
                " / ".join(str(each.right) for each in known) or NOTHING,
                " / ".join(str(each.wrong) for each in known) or NOTHING,
                remark,
            ]
        )
    return Table("Rules: letters on which each fires", [_head("rule", by_part), "rightly", "wrongly", ""], rows)


def compared(variants: Mapping[str, Mapping[Part, Figures]]) -> Table:
    """Tabulate the main figures of the program, of the peer, and of the program with a layer left out."""
    main = {
        "mean macro-F1": "pillars/mean/macro-f1",
        "flags F1": "flags/micro/f1",
        "rank": "rank",
        "ready clean": "ready/clean",
        "pillar drops": "pairs/pillar-drops",
        "signals": "signals/mean",
    }
    some = next(iter(variants.values()))
    rows = [[name, *(_cell(by_part, figure) for figure in main.values())] for name, by_part in variants.items()]
    return Table("Compared", [_head("", some), *main], rows)


def _head(what: str, by_part: Mapping[Part, object]) -> str:
    return f"{what} ({' / '.join(by_part)})".strip()


def _cell(by_part: Mapping[Part, Figures], figure: str) -> str:
    return " / ".join(f"{found[figure]:.2f}" if figure in found else NOTHING for found in by_part.values())
