"""What several kinds ask of a reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from poalint.model.reading import Hint, Reading, Signal

_SPACE = re.compile(r" |\\s(?![+*?{])")
_JOINT = re.compile(r"[\s,;:.)-]+")
_SHORT = 28
"""A sentence of at most so many words is shown whole; of a longer one the words concerned."""


def present(reading: Reading, names: Iterable[str]) -> bool:
    """Whether any of the signals stands anywhere in the draft."""
    return any(name in reading.by_name for name in names)


def applies(reading: Reading, when: Sequence[str], unless: Sequence[str]) -> bool:
    """Whether a rule with these conditions looks at this draft at all."""
    return (not when or present(reading, when)) and not present(reading, unless)


def standing(reading: Reading, names: Iterable[str], roles: Sequence[str] = ()) -> list[Signal]:
    """The signals of these names in sentences of these roles (no roles: anywhere), in reading order."""
    found = [s for name in names for s in reading.by_name.get(name, ()) if not roles or s.role in roles]
    return sorted(found, key=lambda signal: (signal.start, signal.end))


def holding(reading: Reading, names: Iterable[str]) -> set[int]:
    """The sentences (by index) that give any of the signals."""
    return {signal.sentence for name in names for signal in reading.by_name.get(name, ())}


def one_a_sentence(signals: Iterable[Signal]) -> list[Signal]:
    """The first signal of each sentence: a fault is told once a sentence."""
    return list({signal.sentence: signal for signal in reversed(list(signals))}.values())[::-1]


def pointed_at(reading: Reading, signal: Signal) -> Hint:
    """A hint at the signal's sentence, or in a long one at the signal's own words."""
    sentence = reading.sentences[signal.sentence]
    start, end = signal.start, signal.end
    if reading.words_in(sentence.start, sentence.end) <= _SHORT:
        start, end = sentence.start, sentence.end
    joint = _JOINT.match(reading.draft.body, start, end)
    start = joint.end() if joint else start
    return Hint(start, end, {"words": shortened(reading.draft.text[start:end], 120)}, signal.cue)


def quoted(reading: Reading, signal: Signal, at_most: int = 90) -> str:
    """The signal's words on one line, shortened."""
    return shortened(reading.draft.text[signal.start : signal.end], at_most)


def loose(pattern: str) -> str:
    """A pattern in which each white space may be any run of it: letters are wrapped at will."""
    return _SPACE.sub(r"\\s+", pattern)


def shortened(text: str, at_most: int = 90) -> str:
    """``text`` on one line, at most so many characters, without the marks and joints that a clause is cut at."""
    words = " ".join(text[: 4 * at_most].split()).strip(" ,;:")
    return words if len(words) <= at_most else words[: at_most - 1].rsplit(" ", 1)[0] + " \u2026"
