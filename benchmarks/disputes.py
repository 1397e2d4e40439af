"""How well disputes are told from plans, and the faults of disputes: ``corpus/disputes.jsonl``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gold import CORPUS, Part, part_of
from measures import Hits, by_class, hits, share
from poalint.engine import Engine
from poalint.model import LETTERS, Draft
from poalint.model.reading import Reading
from tables import Table

FAULTS: Mapping[str, frozenset[str]] = {
    "no-evidence": frozenset({"no-evidence"}),
    "several-claims": frozenset({"several-claims", "rival-stories"}),
    "heat": frozenset(
        {"heated-dispute", "pleading-dispute", "threat", "rude", "demand", "shouting", "exclamation-marks"}
    ),
    "mixed": frozenset({"mixed-dispute"}),
}
"""Each fault that is labelled, and the rules one of which finds it."""


@dataclass(frozen=True, slots=True)
class Contested:
    """A letter that contests something: what it is, and the faults of one that is a dispute."""

    id: str
    part: Part
    draft: Draft
    letter: str
    faults: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one part: (labelled, told) of each letter, hits of each fault, how many plans were lost."""

    letters: Sequence[tuple[str, str]]
    faults: Mapping[str, Hits]
    plans: int
    plans_lost: int


def load(path: Path = CORPUS / "disputes.jsonl") -> tuple[Contested, ...]:
    """Read the letters."""
    records = map(json.loads, filter(str.strip, path.read_text(encoding="utf-8").splitlines()))
    return tuple(
        Contested(
            each["id"], part_of(each["id"]), Draft(each["id"], each["text"]), each["letter"], frozenset(each["faults"])
        )
        for each in records
    )


def judge(engine: Engine, letters: Iterable[Contested], plans: Iterable[Reading | None]) -> Outcome:
    """Tell the letters of one part apart, look for faults in its disputes, and count ``plans`` taken for disputes."""
    told: list[tuple[str, str]] = []
    found: list[tuple[frozenset[str], set[str]]] = []
    for each in letters:
        reading = engine.read(each.draft)
        told.append((each.letter, reading.letter))
        if each.letter == "dispute":  # its faults are those of a dispute, whatever it was taken for
            report = engine.judge(replace(reading, letter="dispute"))
            rules = {finding.rule for finding in report.findings}
            found.append((each.faults, {fault for fault, names in FAULTS.items() if names & rules}))
    faults = {name: hits((name in labelled, name in given) for labelled, given in found) for name in FAULTS}
    kept = [reading for reading in plans if reading is not None]
    return Outcome(told, faults, len(kept), sum(reading.letter == "dispute" for reading in kept))


def figures(outcome: Outcome) -> dict[str, float]:
    """Name the figures, each the better the higher, from 0 to 1; one that has no ground is not there."""
    dispute = by_class(outcome.letters, LETTERS)["dispute"]
    found: dict[str, float | None] = {
        "disputes/precision": dispute.precision,
        "disputes/recall": dispute.recall,
        "disputes/right": share(labelled == told for labelled, told in outcome.letters),
        "disputes/plans-kept": 1.0 - outcome.plans_lost / outcome.plans if outcome.plans else None,
    }
    for name, each in outcome.faults.items():
        found |= {f"disputes/{name}/precision": each.precision, f"disputes/{name}/recall": each.recall}
    return {name: value for name, value in found.items() if value is not None}


def table(by_part: Mapping[Part, Outcome]) -> Table:
    """Tabulate what was told apart and found, the parts side by side."""
    outcomes = list(by_part.values())
    rows = [
        [f"{labelled}s told as {told}s", _cell(each.letters.count((labelled, told)) for each in outcomes), ""]
        for labelled in LETTERS
        for told in LETTERS
    ]
    rows.append(["plans of the corpus told as disputes", _cell(each.plans_lost for each in outcomes), ""])
    rows += [
        [
            f"fault: {name}",
            _cell(each.faults[name].right for each in outcomes),
            f"wrongly {_cell(each.faults[name].wrong for each in outcomes)}, "
            f"missed {_cell(each.faults[name].missed for each in outcomes)}",
        ]
        for name in FAULTS
    ]
    return Table("Disputes", [f"figure ({' / '.join(by_part)})", "letters", ""], rows)


def _cell(counts: Iterable[int]) -> str:
    return " / ".join(map(str, counts))
