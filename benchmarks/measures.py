"""What is counted: plain arithmetic over labels given and labels told."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Pairs = Sequence[tuple[str, str]]
"""Each thing's true label and the one it was given; an empty label was refused, and is always wrong."""


@dataclass(frozen=True, slots=True)
class Hits:
    """How often something was found rightly, found wrongly and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float | None:
        """The share of what was found that is there."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        """The share of what is there that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def f1(self) -> float | None:
        """Both in one: their harmonic mean."""
        of = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / of if of else None


def hits(pairs: Iterable[tuple[bool, bool]]) -> Hits:
    """Count (is there, was found)."""
    seen = Counter(pairs)
    return Hits(seen[True, True], seen[False, True], seen[True, False])


def by_class(pairs: Pairs, classes: Iterable[str]) -> dict[str, Hits]:
    """Count for each class the things of it, as if there were no other classes."""
    seen = Counter(pairs)
    true: Counter[str] = Counter(gold for gold, _ in pairs)
    told: Counter[str] = Counter(given for _, given in pairs)
    return {
        name: Hits(seen[name, name], told[name] - seen[name, name], true[name] - seen[name, name]) for name in classes
    }


def mean(values: Iterable[float | None]) -> float:
    """Average what is known."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else 0.0


def macro_f1(pairs: Pairs, classes: Iterable[str]) -> float:
    """Average the classes' F1; a class that is neither there nor told is left out."""
    return mean(each.f1 for each in by_class(pairs, classes).values())


def share(values: Iterable[bool]) -> float:
    """Give the share of what is true."""
    return mean(float(value) for value in values)


def spearman(first: Sequence[float], second: Sequence[float]) -> float:
    """Correlate the ranks (equal values share their mean rank); 0 where one of the two never changes."""
    a, b = _ranks(first), _ranks(second)
    middle = (len(a) + 1) / 2
    spread = sum((x - middle) ** 2 for x in a) * sum((y - middle) ** 2 for y in b)
    return sum((x - middle) * (y - middle) for x, y in zip(a, b, strict=True)) / spread**0.5 if spread else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    places: dict[float, list[int]] = {}
    for place, value in enumerate(sorted(values), start=1):
        places.setdefault(value, []).append(place)
    return [mean(map(float, places[value])) for value in values]


def interval(size: int, figure: Callable[[Sequence[int]], float], rounds: int = 400) -> tuple[float, float]:
    """Bound a figure by bootstrap: nine in ten resamples of ``size`` things (always the same) lie between."""
    chance = random.Random(0)
    drawn = sorted(figure(chance.choices(range(size), k=size)) for _ in range(rounds)) if size else [0.0]
    return drawn[len(drawn) // 20], drawn[-1 - len(drawn) // 20]
