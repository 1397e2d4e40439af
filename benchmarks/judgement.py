"""How well the program judges the labelled corpus. ``--help`` tells what it can print, check and write."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

import yaml

import disputes
import figures
import gold
import layers
import misled
import page
import phrases
import tables
import told
from gold import Gold, Part
from poalint import language, loader
from poalint.engine import Engine
from poalint.model import FLAGS, PILLARS

FLOORS = Path(__file__).with_name("floors.yaml")
_BELOW = 0.02
"""How far a new floor lies under the figure that was reached."""
_WHOLE = frozenset({"disputes/plans-kept"})
"""Figures whose floor is what was reached: a plan taken for a dispute would hide all its faults."""
_HELD = (
    *(f"pillars/{pillar}/macro-f1" for pillar in (*PILLARS, "mean")),
    "flags/micro/f1", "rank", "ready/clean", "ready/no-error", "pairs/pillar-drops", "pairs/score-drops",
    "signals/mean", "disputes/right", "disputes/plans-kept",
)  # fmt: skip
"""What floors hold. One case more or less moves a single flag or signal too far."""


def main() -> int:
    """Judge, print, check, write."""
    asked = _arguments()
    parts: tuple[Part, ...] = gold.PARTS if asked.part == "both" else (asked.part,)
    corpus = gold.load()
    by_part = {part: corpus.only(part) for part in parts}
    knowledge = loader.load()
    engine = Engine(knowledge, language.load(asked.model))
    read = {part: told.read(engine, each) for part, each in by_part.items()}
    own = {part: told.by_rules(engine, each) for part, each in read.items()}
    if asked.errors:
        print("\n".join(misled.lines(by_part["tune"], read["tune"], own["tune"], knowledge.rules, asked.errors)))
        return 0
    contested = disputes.load()
    outcomes = {
        part: disputes.judge(engine, (c for c in contested if c.part == part), each.letters.values())
        for part, each in read.items()
    }
    reached = {
        part: figures.figures(each, own[part]) | disputes.figures(outcomes[part]) for part, each in by_part.items()
    }
    made = {
        "pillars": tables.pillars(reached),
        "whole": tables.whole(reached, _shown(by_part, own)),
        "flags": tables.flags(reached, {part: _labelled(each) for part, each in by_part.items()}),
        "signals": tables.signals(reached),
        "disputes": disputes.table(outcomes),
        "rules": tables.rules(
            {part: figures.rule_hits(each, own[part], knowledge.rules) for part, each in by_part.items()}
        ),
    }
    if not asked.brief:
        variants = {"poalint": reached, "phrase lists": {}}
        for part, each in by_part.items():
            variants["phrase lists"][part] = figures.figures(each, told.by_peer(phrases.judge, each))
        for name in layers.LAYERS:
            changed, change = layers.left_out(name, knowledge, engine)
            variants[name] = {
                part: figures.figures(each, told.by_rules(changed, read[part], change))
                for part, each in by_part.items()
            }
        made["compared"] = tables.compared(variants)
    print("\n\n".join(table.text() for table in made.values()))
    if asked.write:
        page.write(made, by_part, reached, variants["phrase lists"], outcomes)
        print(f"\nWritten: {', '.join(page.WRITTEN)}")
    if asked.new_floors:
        _write_floors(reached)
    return _below(reached) if asked.floors else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=[*gold.PARTS, "both"], default="both", help="which part of the corpus")
    parser.add_argument(
        "--errors", type=int, nargs="?", const=20, default=0, metavar="N",
        help="list the N (20) worst errors of the part to tune on instead, with the cues that misled",
    )  # fmt: skip
    parser.add_argument("--brief", action="store_true", help="leave out the peer and the layers")
    parser.add_argument("--floors", action="store_true", help="exit with 1 where a figure is under its floor")
    parser.add_argument("--new-floors", action="store_true", help="put the floors a little under what is reached")
    parser.add_argument("--write", action="store_true", help="write docs/judgement.md and its plot")
    parser.add_argument("--model", metavar="NAME", help="the spaCy pipeline")
    asked = parser.parse_args()
    if asked.errors and asked.part == "report":
        parser.error("errors are listed of the part to tune on only: nobody may tune on the other")
    if (asked.write or asked.new_floors) and asked.part != "both":
        parser.error("--write and --new-floors need both parts")
    if asked.write and asked.brief:
        parser.error("--write needs the peer and the layers")
    if asked.errors:
        asked.part = "tune"
    return asked


def _shown(by_part: Mapping[Part, Gold], own: Mapping[Part, told.Told]) -> dict[str, dict[Part, str]]:
    low_high = {part: figures.bounds(each, own[part]) for part, each in by_part.items()}
    return {
        "mean findings on ready letters": {
            part: f"{figures.findings_on_ready(each, own[part]):.2f}" for part, each in by_part.items()
        },
        "mean macro-F1, 90% of resamples": {part: f"{low:.2f} to {high:.2f}" for part, (low, high) in low_high.items()},
        "letters, ready ones, pairs, cases": {
            part: f"{len(each.letters)}, {sum(letter.overall == 5 for letter in each.letters)}, "
            f"{len(each.pairs)}, {len(each.cases)}"
            for part, each in by_part.items()
        },
        "letters refused": {
            part: str(sum(judged.refused for judged in each.letters.values())) for part, each in own.items()
        },
    }


def _labelled(part: Gold) -> dict[str, int]:
    counts = {flag: sum(flag in each.flags for each in part.letters) for flag in FLAGS}
    return {**counts, "micro": sum(counts.values())}


def _below(reached: Mapping[Part, figures.Figures]) -> int:
    """Tell which figures are under their floors; a floor for what is no figure is a mistake too."""
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    under = [
        f"{part} {name}: {found.get(name, 'no such figure')} is under the floor of {floor}"
        for part, found in reached.items()
        for name, floor in floors[part].items()
        if not found.get(name, -1.0) >= floor
    ]
    held = sum(len(floors[part]) for part in reached)
    print("\n" + "\n".join(under or [f"All {held} figures are on or over their floors."]))
    return 1 if under else 0


def _write_floors(reached: Mapping[Part, figures.Figures]) -> None:
    floors = {
        part: {
            name: value if name in _WHOLE else max(0.0, round(value - _BELOW, 2))
            for name, value in found.items()
            if name in _HELD
        }
        for part, found in reached.items()
    }
    head = FLOORS.read_text(encoding="utf-8").split("\ntune:")[0] if FLOORS.exists() else "# Floors."
    FLOORS.write_text(f"{head.rstrip()}\n{yaml.safe_dump(floors, sort_keys=False)}", encoding="utf-8")
    print(f"\nWritten: {FLOORS.name}")


if __name__ == "__main__":
    sys.exit(main())
