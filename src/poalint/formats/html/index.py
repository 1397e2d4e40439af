"""The list of all drafts on the page with their scores, and what could not be checked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from poalint.errors import DraftError, PoalintError
from poalint.formats.html.elements import Markup, tag, together
from poalint.formats.html.figures import bar
from poalint.formats.html.overview import VERDICTS, sums, verdict
from poalint.formats.tally import Tally
from poalint.model import Report
from poalint.speech import Counted, Lang, Phrase, joined, render, translated

_WHOLE = 100


def shown_path(path: str) -> Markup:
    """A path with its folder, which matters less, set apart."""
    folder, name = os.path.split(path)
    before = path[: len(path) - len(name)] if name else ""
    return together(tag("span", before, class_="folder") if folder else None, name or path)


def entry(report: Report, earlier: Sequence[tuple[str, int]], name: str, lang: Lang) -> Markup:
    """The row of a draft, which leads to its part of the page."""
    return tag(
        "tr",
        tag("th", tag("a", shown_path(report.draft.path), href=f"#{name}"), scope="row"),
        tag("td", bar(report.score, _WHOLE, VERDICTS[report.verdict]), class_="drawn"),
        tag("td", report.score, _moved(report.score, earlier, lang), class_="number"),
        tag("td", verdict(report.verdict, lang)),
        tag("td", sums(report, lang), class_="sums"),
    )


def index(entries: Iterable[Markup], tally: Tally, lang: Lang) -> Markup:
    """The list under what the run came to. It stands last in the page and is shown first."""
    verdicts = (Phrase("{drafts} {verdict}", drafts=tally.verdicts[name], verdict=Phrase(name)) for name in VERDICTS)
    came_to = joined((each for each in verdicts if each.fields["drafts"]), lang)
    said = render(Phrase("{drafts}: {verdicts}", drafts=Counted(tally.files, "draft"), verdicts=came_to), lang)
    return tag(
        "nav",
        tag("h2", translated("All letters", lang)),
        tag("p", said),
        tag("table", tag("tbody", entries)),
        class_="index", aria_label=translated("All letters", lang),
    )  # fmt: skip


def trouble(errors: Iterable[PoalintError], lang: Lang) -> Markup | None:
    """What could not be done, as the program tells it; None where there is nothing."""
    items = [
        tag("li", tag("b", error.where), " ", error.advice(lang))
        if isinstance(error, DraftError)
        else tag("li", error.told(lang))
        for error in errors
    ]
    title = tag("h2", translated("Could not be checked", lang))
    return tag("section", title, tag("ul", items), class_="trouble") if items else None


def _moved(score: int, earlier: Sequence[tuple[str, int]], lang: Lang) -> Markup | None:
    """By how much the score moved since the last report."""
    if not earlier:
        return None
    by = score - earlier[-1][1]
    said = f"+{by}" if by > 0 else f"\N{MINUS SIGN}{-by}" if by else "\N{PLUS-MINUS SIGN}0"
    title = render(Phrase("against {score} before", score=earlier[-1][1]), lang)
    return tag("small", said, title=title)
