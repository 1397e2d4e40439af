"""An error as it is printed: a line for each mistake, and under it the line of the file with a caret."""

from __future__ import annotations

from collections.abc import Iterator

from poalint.errors import Place, PoalintError, RuleError
from poalint.formats.lines import visible

_ROOM = 90


def lines(error: PoalintError | str) -> Iterator[str]:
    """Make the lines, all of them safe on a terminal."""
    for each in error.parts if isinstance(error, RuleError) else (error,):
        yield f"poalint: {visible(str(each))}"
        if isinstance(each, RuleError) and each.place and each.place.text.strip():
            yield from _shown(each.place)


def _shown(place: Place) -> Iterator[str]:
    from poalint.formats.excerpt import excerpt
    from poalint.model import Draft

    start = place.column - 1
    found = excerpt(Draft(place.path, place.text), start, start + place.width, _ROOM)
    yield f"{place.line:>5} | {found.before}{found.words}{found.after}"
    yield f"      | {found.marker}"
