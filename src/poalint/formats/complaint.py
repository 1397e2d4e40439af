"""An error as it is printed: a line for each mistake, and under it the line of the file with a caret."""

from __future__ import annotations

from collections.abc import Iterator

from poalint.errors import Place, PoalintError, RuleError, SettingsError
from poalint.formats.lines import visible
from poalint.speech import Lang, Tellable, render

_ROOM = 90


def lines(error: PoalintError | Tellable, lang: Lang = "en") -> Iterator[str]:
    """Make the lines in one language, all of them safe on a terminal."""
    for each in error.parts if isinstance(error, RuleError | SettingsError) else (error,):
        said = each.told(lang) if isinstance(each, PoalintError) else render(each, lang)
        yield f"poalint: {visible(said)}"
        if isinstance(each, RuleError) and each.place and each.place.text.strip():
            yield from _shown(each.place)


def _shown(place: Place) -> Iterator[str]:
    from poalint.formats.excerpt import excerpt
    from poalint.model import Draft

    start = place.column - 1
    found = excerpt(Draft(place.path, place.text), start, start + place.width, _ROOM)
    yield f"{place.line:>5} | {found.before}{found.words}{found.after}"
    yield f"      | {found.marker}"
