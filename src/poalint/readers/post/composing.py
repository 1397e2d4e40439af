"""A subject and a mail's text to a draft: earlier mails are quotations, all else is told from its lines."""

from __future__ import annotations

import re
from dataclasses import replace

from poalint.limits import Limits
from poalint.model import Draft, Mark, Spot
from poalint.readers.post.history import Row, rows
from poalint.speech import Tellable

_GAP = re.compile(r"\n[ \t]*(?=\n)")


def of_text(
    path: str, subject: str, text: str, remarks: tuple[Tellable, ...], title: tuple[int, int], first: int
) -> Draft:
    """A draft from a plain text. ``title`` is the subject's line and column, ``first`` the line of the text, or 0.

    Without lines the subject is paragraph 1, and the paragraphs of the text are counted from there on.
    """
    head = f"{subject}\n\n" if subject else ""
    found = rows(text)
    marks = [Mark("heading", 0, len(subject))] if subject else []
    marks += _marks(found, len(head))
    spots = [Spot(0, *title) if first else Spot(0, paragraph=1)] if subject else []
    number, gap = bool(subject) + 0, True
    for at, each in enumerate(found):
        if first:
            spots.append(Spot(len(head) + each.start, first + at, 1))
        elif each.text.strip() and gap:
            number += 1
            spots.append(Spot(len(head) + each.start, paragraph=number))
        gap = not each.text.strip()
    return Draft(path, head + text, 0, tuple(marks), tuple(spots), remarks=remarks)


def of_html(path: str, subject: str, text: str, remarks: tuple[Tellable, ...], limits: Limits) -> Draft:
    """A draft from the HTML of a mail. Raises DraftError where it cannot be read."""
    from poalint.readers.html import read  # mails with a plain text have no need of it

    made = read(path, text.encode("utf-8-sig"), limits)  # the mark outdoes what its <meta> says
    head = f"{subject}\n\n" if subject else ""
    shift = len(head)
    quoted = [each for each in rows(made.text) if each.quoted]
    kept = [mark for mark in made.marks if not any(mark.start < row.end and row.start < mark.end for row in quoted)]
    marks = [*(replace(each, start=each.start + shift, end=each.end + shift) for each in kept), *_marks(quoted, shift)]
    title = [Mark("heading", 0, len(subject))] if subject else []
    spots = [Spot(0, paragraph=1)] if subject else []
    number, gap = len(spots), True
    for each in rows(made.text):
        if each.text.strip() and gap:
            number += 1
            spots.append(Spot(shift + each.start, paragraph=number))
        gap = not each.text.strip()
    return replace(
        made,
        text=head + made.text,
        marks=(*title, *sorted(marks, key=lambda mark: mark.start)),
        spots=tuple(spots),
        extras=tuple(replace(each, start=each.start + shift, end=each.end + shift) for each in made.extras),
        remarks=(*remarks, *made.remarks),
    )


def own_words(draft: Draft) -> int:
    """How many words of a draft the seller wrote: neither the subject nor an earlier mail."""
    others = [(mark.start, mark.end) for mark in draft.marks if mark.kind in ("heading", "quote")]
    return len(draft.text.split()) - sum(len(draft.text[start:end].split()) for start, end in others)


def _marks(found: list[Row], shift: int) -> list[Mark]:
    """Quotations, one a run of quoted lines, and the signs before them, which are no words."""
    made: list[Mark] = []
    run: Mark | None = None
    for each in found:
        if each.quoted and each.text.strip():
            if run is None:
                run = Mark("quote", shift + each.start, shift + each.end)
                made.append(run)
                place = len(made) - 1
            else:
                run = made[place] = Mark("quote", run.start, shift + each.end)
        elif not each.quoted:
            run = None
        if each.hidden:
            made.append(Mark("markup", shift + each.start, shift + each.start + each.hidden))
    return made
