"""The labelled corpus, split once and for all into a part to tune on and a part to report on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from poalint.model import Draft
from poalint.readers import read

Part = Literal["tune", "report"]
PARTS: tuple[Part, ...] = ("tune", "report")
CORPUS = Path(__file__).resolve().parents[1] / "corpus"


@dataclass(frozen=True, slots=True)
class Letter:
    """A draft with what a careful reader says of it."""

    id: str
    part: Part
    draft: Draft
    pillars: Mapping[str, str]
    flags: frozenset[str]
    overall: int
    note: str
    violation: str


@dataclass(frozen=True, slots=True)
class Pair:
    """The letter ``better`` with one sentence changed, so that one pillar drops. It goes with that letter."""

    id: str
    part: Part
    better: str
    worse: Draft
    pillar: str


@dataclass(frozen=True, slots=True)
class Case:
    """One to three sentences, and whether they give a signal."""

    id: str
    part: Part
    draft: Draft
    signal: str
    present: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """All that is labelled, or one part of it."""

    letters: tuple[Letter, ...]
    pairs: tuple[Pair, ...]
    cases: tuple[Case, ...]

    def only(self, part: Part) -> Gold:
        """Leave out the other part."""
        return Gold(
            tuple(each for each in self.letters if each.part == part),
            tuple(each for each in self.pairs if each.part == part),
            tuple(each for each in self.cases if each.part == part),
        )


def part_of(name: str) -> Part:
    """Tell the part of a record by its id: even first byte of the digest, to tune on; odd, to report on."""
    return "report" if hashlib.sha256(name.encode()).digest()[0] % 2 else "tune"


def load(folder: Path = CORPUS) -> Gold:
    """Read the corpus."""
    return Gold(
        letters=tuple(
            Letter(
                id=each["id"],
                part=part_of(each["id"]),
                draft=_draft(folder / "drafts" / f"{each['id']}.txt"),
                pillars=each["pillars"],
                flags=frozenset(each["flags"]),
                overall=each["overall"],
                note=each["note"],
                violation=each["violation"],
            )
            for each in _records(folder / "labels.jsonl")
        ),
        pairs=tuple(
            Pair(
                id=each["id"],
                part=part_of(each["better"]),
                better=each["better"],
                worse=_draft(folder / "pairs" / f"{each['worse']}.txt"),
                pillar=each["pillar"],
            )
            for each in _records(folder / "pairs.jsonl")
        ),
        cases=tuple(
            Case(
                id=each["id"],
                part=part_of(each["id"]),
                draft=Draft(each["id"], each["text"]),
                signal=each["signal"],
                present=each["present"],
            )
            for each in _records(folder / "signals.jsonl")
        ),
    )


def _draft(path: Path) -> Draft:
    return read(str(path), path.read_bytes(), path.suffix)


def _records(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)
