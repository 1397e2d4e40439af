"""Which finding of the old report is which of the new one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from poalint.redraft.sides import Seen

_ALIKE = 0.5
"""So much of their words two findings of one rule share where one is the other reworded."""
_MOST_WORDS = 400
"""More words of a finding than these are not compared: what goes on so long is a whole paragraph."""

_LINE = 60
"""So many characters are taken for a line where a file has none."""


@dataclass(frozen=True, slots=True)
class Matched:
    """What became of all findings: each old one is mended or open, each new one is new or open."""

    mended: tuple[Seen, ...]
    new: tuple[Seen, ...]
    open: tuple[tuple[Seen, Seen], ...]


def matched(old: Sequence[Seen], new: Sequence[Seen]) -> Matched:
    """Match findings by fingerprint, then those of one rule by how much of their words they share, the likest first.

    Where a report hides the words, those of one rule are the same, the nearest first.
    """
    pairs: dict[int, int] = {}
    by_print: dict[tuple[str, str], list[int]] = {}
    for number, each in enumerate(new):
        by_print.setdefault((each.rule, each.fingerprint), []).append(number)
    for number, each in enumerate(old):
        if same := by_print.get((each.rule, each.fingerprint)):
            pairs[number] = same.pop(0)
    for _, before, after in sorted(_alike(old, new, pairs), key=lambda each: (-each[0], *each[1:])):
        if before not in pairs and after not in pairs.values():
            pairs[before] = after
    taken = set(pairs.values())
    return Matched(
        mended=tuple(each for number, each in enumerate(old) if number not in pairs),
        new=tuple(each for number, each in enumerate(new) if number not in taken),
        open=tuple((old[before], new[after]) for before, after in sorted(pairs.items(), key=lambda pair: pair[1])),
    )


def _alike(old: Sequence[Seen], new: Sequence[Seen], pairs: dict[int, int]) -> Iterable[tuple[float, int, int]]:
    """How alike the findings are that are left; only those that are alike enough to be the same."""
    taken = set(pairs.values())
    left = [(number, each, _words(each)) for number, each in enumerate(new) if number not in taken]
    for before, was in enumerate(old):
        if before in pairs:
            continue
        # what a matcher is told second it analyses once, for all that it is compared with
        matcher = SequenceMatcher(None, b=_words(was), autojunk=False)
        for after, each, words in left:
            if each.rule == was.rule and (alike := _ratio(matcher, words, was, each)) >= _ALIKE:
                yield alike, before, after


def _ratio(matcher: SequenceMatcher[str], words: list[str], was: Seen, now: Seen) -> float:
    if was.placed != now.placed:
        return 0.0
    if not was.placed:
        return 1.0  # neither has words: both say the same of the whole letter
    if was.hidden or now.hidden:
        return _ALIKE + (1 - _ALIKE) / (2 + _apart(was, now))
    matcher.set_seq1(words)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _apart(was: Seen, now: Seen) -> float:
    """How far from each other two findings stand, in lines; the two may be kept in different formats."""
    if was.line is not None and now.line is not None:
        return abs(was.line - now.line)
    if was.start is not None and now.start is not None:
        return abs(was.start - now.start) / _LINE
    return 0.0


def _words(seen: Seen) -> list[str]:
    return seen.words.split()[:_MOST_WORDS]
