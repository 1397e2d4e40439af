"""``check --format html``: the page, each draft's part as it comes; the list of drafts is put behind them."""

from __future__ import annotations

from collections.abc import Iterator

from poalint.errors import PoalintError
from poalint.formats.html import index, page
from poalint.formats.html.draft import draft
from poalint.formats.html.elements import Markup
from poalint.formats.lines import Line, line
from poalint.formats.writer import About
from poalint.model import Report

_SEVERAL = 2
"""With a single draft there is nothing to list."""


class Writer:
    """The page. Of each draft only its row in the list is held back."""

    def __init__(self, about: About) -> None:
        self._about = about
        self._entries: list[Markup] = []
        self._errors: list[PoalintError] = []

    def begin(self) -> Iterator[Line]:
        """Make what comes before the drafts."""
        return _lines(page.head(self._about.lang))

    def add(self, outcome: Report | PoalintError) -> Iterator[Line]:
        """Make the part of one draft."""
        if isinstance(outcome, PoalintError):
            self._errors.append(outcome)
            return
        earlier = self._about.earlier.of(outcome.draft.path)
        name = f"d{len(self._entries) + 1}"
        self._entries.append(index.entry(outcome, earlier, name, self._about.lang))
        yield from _lines(draft(outcome, earlier, name, self._about.lang))

    def end(self) -> Iterator[Line]:
        """Make the list of drafts, what could not be checked, and the foot."""
        tally, lang = self._about.tally, self._about.lang
        if len(self._entries) >= _SEVERAL:
            yield from _lines(index.index(self._entries, tally, lang))
        if trouble := index.trouble(self._errors, lang):
            yield from _lines(trouble)
        yield from _lines(page.foot(tally.packs, lang))


def _lines(made: Markup) -> Iterator[Line]:
    """The markup as lines; the ends of elements break it, so that none is longer than a paragraph with its marks."""
    return (line(each, wrap=False) for each in made.html.removesuffix("\n").split("\n"))
