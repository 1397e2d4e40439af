"""One draft's part of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from poalint.formats.entries import where
from poalint.formats.html.elements import Markup, tag
from poalint.formats.html.index import shown_path
from poalint.formats.html.letter import letter
from poalint.formats.html.marks import Numbered, numbered
from poalint.formats.html.notes import Notes, left_out
from poalint.formats.html.overview import overview
from poalint.formats.html.sheet import sheet
from poalint.formats.provisos import nothing_found
from poalint.model import Report
from poalint.speech import Lang, render, translated


def draft(report: Report, earlier: Sequence[tuple[str, int]], name: str, lang: Lang) -> Markup:
    """All that is told of a draft. ``earlier`` are its scores before, ``name`` is its id and begins those in it."""
    letter_alone = sheet(report.draft, report.findings)
    places = [where(each, report.draft) for each in report.findings]
    findings = numbered(len(letter_alone.draft.text), letter_alone.findings, places)
    notes = Notes(findings, report.rules, name, lang)
    return tag(
        "article",
        tag("h2", shown_path(report.draft.path), id=f"{name}-title"),
        overview(report, findings, earlier, name, lang),
        _whole([each for each in findings if not each.place], notes, lang),
        None if findings else tag("p", render(nothing_found(report), lang), class_="clean"),
        tag("h3", translated("The letter", lang), class_="unseen"),
        letter(letter_alone.draft, findings, name, lang, notes.note),
        left_out(report.left_out, lang),
        id=name, aria_labelledby=f"{name}-title",
    )  # fmt: skip


def _whole(findings: Iterable[Numbered], notes: Notes, lang: Lang) -> Markup | None:
    """The box for what is missing, or concerns the letter as a whole; None where nothing does."""
    items = [notes.note(each) for each in findings]
    title = tag("h3", translated("The letter as a whole", lang))
    return tag("section", title, tag("ol", items), class_="whole") if items else None
