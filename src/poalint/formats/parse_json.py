"""``parse --format json``; ``docs/json.md`` says what each member means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from poalint.errors import PoalintError
from poalint.formats.jsontext import Outcomes
from poalint.formats.lines import Line
from poalint.model import Spot
from poalint.model.reading import Reading
from poalint.speech import Lang, render

Shown = Callable[[str], bool]


def lines(outcomes: Iterable[Reading | PoalintError], shown: Shown, lang: Lang = "en") -> Iterator[Line]:
    """Make the document's lines, of the signals only those that are ``shown``."""
    made = Outcomes[Reading](lambda reading: _file(reading, shown, lang), lang)
    yield from made.begin()
    for outcome in outcomes:
        yield from made.add(outcome)
    yield from made.end()


def _spot(spot: Spot) -> dict[str, int | None]:
    """From where on the text stands there in the file; null for what the file does not have."""
    numbers = {"line": spot.line, "column": spot.column, "page": spot.page, "paragraph": spot.paragraph}
    return {"start": spot.start, **{name: number or None for name, number in numbers.items()}}


def _file(reading: Reading, shown: Shown, lang: Lang) -> dict[str, Any]:
    text = reading.draft.text
    signals = sorted((each for each in reading.signals if shown(each.name)), key=lambda s: (s.start, s.end, s.name))
    return {
        "path": reading.draft.path,
        "letter": reading.letter,
        "remarks": [render(each, lang) for each in reading.draft.remarks],
        "text": (reading.written or reading.draft).text,
        "places": [_spot(each) for each in reading.draft.spots],
        "blocks": [
            {"kind": each.kind, "role": each.role or None, "start": each.start, "end": each.end}
            for each in reading.blocks
        ],
        "signals": [
            {
                "name": s.name,
                "start": s.start,
                "end": s.end,
                "text": text[s.start : s.end],
                "cue": render(s.cue, lang),
            }
            for s in signals
        ],
    }
