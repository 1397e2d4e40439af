"""``config show`` for people: each key, what holds, and where that came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poalint.errors import PoalintError
from poalint.formats.columns import padded, widest
from poalint.formats.lines import BLANK, Line, line
from poalint.layers import KEYS, By, Empty, Given, Held, Origin
from poalint.speech import Lang, Phrase, Tellable, render, spoken, translated

_UNSAID = {
    "rules": spoken("the built-in ones"),
    "violation": spoken("as the letter tells"),
    "as": spoken("as the letter tells"),
    "select": spoken("all"),
}
"""What holds where nothing is said; elsewhere that is nothing."""
_NOTHING = spoken("none")
_BY: dict[By, str] = {"default": spoken("default"), "command line": spoken("command line")}
"""Who says something that stands in no file."""


def lines(outcomes: Iterable[Held | PoalintError], lang: Lang = "en") -> Iterator[Line]:
    """Make the lines of each draft; errors are told elsewhere."""
    first = True
    for held in outcomes:
        if isinstance(held, Held):
            if not first:
                yield BLANK
            first = False
            yield from _draft(held, lang)


def _draft(held: Held, lang: Lang) -> Iterator[Line]:
    yield line((held.path, "strong"), wrap=False)
    rows = [(key, text, origin) for key in KEYS for text, origin in _values(key, held.keys.get(key, ()), lang)]
    title = translated("configuration", lang)
    names = widest([title, *(key for key, _, _ in rows)]) + 2
    texts = widest(text for _, text, _ in rows) + 2
    yield line("  ", padded(title, names), held.file or translated(_NOTHING, lang), wrap=False)
    told = ""
    for key, text, origin in rows:
        style = "" if origin.by == "default" else "strong"
        name = padded(key if key != told else "", names)
        yield line("  ", name, (padded(text, texts), style), (render(_from(origin), lang), "dim"), wrap=False)
        told = key


def _values(key: str, given: tuple[Given, ...], lang: Lang) -> Iterator[tuple[str, Origin]]:
    if not given:
        origin = given.origin if isinstance(given, Empty) else Origin("default")
        yield translated(_UNSAID.get(key, _NOTHING), lang), origin
    for each in given:
        yield ": ".join(map(str, each.value)) if isinstance(each.value, tuple) else str(each.value), each.origin


def _from(origin: Origin) -> Tellable:
    if origin.place is None:
        return Phrase(_BY.get(origin.by, origin.by))
    at = f"{origin.place.path}:{origin.place.line}"
    return Phrase("{place} (front matter)", place=at) if origin.by == "front matter" else at
