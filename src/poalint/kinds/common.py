"""What several kinds ask of a reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from poalint.model import Reading, Signal


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


def quoted(reading: Reading, signal: Signal, at_most: int = 90) -> str:
    """The signal's words on one line, shortened."""
    return shortened(reading.draft.text[signal.start : signal.end], at_most)


def shortened(text: str, at_most: int = 90) -> str:
    """``text`` on one line, at most so many characters, without the marks and joints that a clause is cut at."""
    words = " ".join(text[: 4 * at_most].split()).strip(" ,;:")
    return words if len(words) <= at_most else words[: at_most - 1].rsplit(" ", 1)[0] + " \u2026"
