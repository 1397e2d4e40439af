"""``fact``: a figure given as Amazon's target must be the real one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from poalint.characters import Plain
from poalint.facts import Facts, Metric
from poalint.kinds.common import loose
from poalint.model.reading import Hint, Reading
from poalint.schema.rules import Fact
from poalint.speech import Phrase, Tellable

_PERCENT = r"(?<!\d)(?P<value>\d{1,12}(?:[.,]\d{1,12})?)(?P<unit>\s?(?:%|percent\b|per\scent\b))"
_NEAR = 40
"""So many characters before a figure are searched for words that make it the seller's own."""


def fact(fields: Fact, facts: Facts) -> Callable[[Reading], Iterator[Hint]]:
    """Findings at figures that a sentence gives as Amazon's target for a metric and that are not the known one.

    A figure counts as given by Amazon where one of ``given_by`` (patterns with ``{value}``) holds and none of ``own``
    (a seller's own limit, or its actual rate) does.
    """
    given = [re.compile(loose(each).replace("{value}", _PERCENT), re.IGNORECASE) for each in fields.given_by]
    own = re.compile("|".join(fields.own), re.IGNORECASE)
    targets = [
        (re.compile("|".join(rf"\b{loose(name)}\b" for name in target.names), re.IGNORECASE), target)
        for target in map(facts.metrics.__getitem__, fields.metrics)
    ]

    def check(reading: Reading) -> Iterator[Hint]:
        spoken_of: Metric | None = None
        seen = reading.draft.plain
        for sentence in reading.sentences:
            start = seen.at(sentence.start)
            words = seen.text[start : seen.at(sentence.end)]
            if reading.blocks[sentence.block].quoted:
                continue
            named = sorted(
                ((match.start(), target) for names, target in targets for match in names.finditer(words)),
                key=lambda each: each[0],
            )
            if "%" in words or "cent" in words:
                figures = (match for pattern in given for match in pattern.finditer(words))
                for match in sorted(figures, key=lambda match: match.start("value")):
                    target = _meant(named, match.start("value")) or spoken_of
                    stated = own.search(words[max(0, match.start() - _NEAR) : match.end()]) is None
                    if target is not None and stated and not _is_right(match, target, words):
                        yield _hint(match, target, seen, start)
            if named:
                spoken_of = named[-1][1]

    return check


def _meant(named: list[tuple[int, Metric]], at: int) -> Metric | None:
    """The metric that a figure belongs to: the last named before it, else the last in its sentence."""
    before = [target for start, target in named if start < at] or [target for _, target in named]
    return before[-1] if before else None


def _is_right(match: re.Match[str], target: Metric, words: str) -> bool:
    right = list(target.right)
    for near, values in target.right_near.items():
        right += values if re.search(near, words, re.IGNORECASE) else []
    return float(match["value"].replace(",", ".")) in right


def _hint(match: re.Match[str], target: Metric, seen: Plain, start: int) -> Hint:
    fill: dict[str, Tellable] = {
        "value": match["value"],
        "right": target.right[0],
        "metric": target.title,
        "source": target.source,
    }
    return Hint(
        *seen.span(start + match.start("value"), start + match.end("unit")),
        fill,
        Phrase("{metric}: {value}%", metric=target.title, value=match["value"]),
    )
