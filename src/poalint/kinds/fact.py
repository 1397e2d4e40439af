"""``fact``: a figure given as Amazon's target must be the real one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from poalint.model import Hint, Reading
from poalint.schema.rules import Fact, Target

_BREAKS = re.compile(r"\s")
_PERCENT = r"(?P<value>\d+(?:[.,]\d+)?)\s?(?:%|percent\b|per\scent\b)"


def fact(fields: Fact) -> Callable[[Reading], Iterator[Hint]]:
    """Findings at figures that a sentence gives as Amazon's target for a metric and that are not the known one.

    A figure counts as given by Amazon where one of ``given_by`` (patterns with ``{value}``) holds and none of ``own``
    (a seller's own limit, or its actual rate) does.
    """
    given = [re.compile(each.replace("{value}", _PERCENT), re.IGNORECASE) for each in fields.given_by]
    own = re.compile("|".join(fields.own), re.IGNORECASE)
    metrics = [
        (re.compile("|".join(rf"\b{n}\b" for n in target.names), re.IGNORECASE), target) for target in fields.targets
    ]

    def check(reading: Reading) -> Iterator[Hint]:
        text = reading.draft.text
        subject: Target | None = None
        for sentence in reading.sentences:
            if reading.blocks[sentence.block].quoted:
                continue
            words = _BREAKS.sub(" ", text[sentence.start : sentence.end])
            percents = "%" in words or "cent" in words
            named = sorted(
                (m.start(), number) for number, (names, _) in enumerate(metrics) for m in names.finditer(words)
            )
            for match in sorted(
                (m for each in given if percents for m in each.finditer(words)), key=lambda m: m.start("value")
            ):
                at = match.start("value")
                if own.search(words[max(0, match.start() - 40) : match.end()]):
                    continue
                before = [number for start, number in named if start < at] or [number for _, number in named]
                target = metrics[before[-1]][1] if before else subject
                if target is None or target.unit != "percent":
                    continue
                value = float(match["value"].replace(",", "."))
                right = list(target.right)
                for near, values in target.right_near.items():
                    right += values if re.search(near, words, re.IGNORECASE) else []
                if value not in right:
                    start = sentence.start + at
                    yield Hint(
                        start,
                        sentence.start
                        + match.end("value")
                        + len(re.match(r"\s?(?:%|per\s?cent)?", words[match.end("value") :])[0]),  # type: ignore[index] # matches the empty string too
                        {
                            "value": match["value"],
                            "right": f"{target.right[0]:g}",
                            "metric": target.names[0],
                            "source": target.source,
                        },
                        f"{target.names[0]} {match['value']}",
                    )
            if named:
                subject = metrics[named[-1][1]][1]

    return check
