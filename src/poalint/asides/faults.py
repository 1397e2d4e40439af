"""What is told of a fault of an allowance: by its rule's words, or by those for a file beside the draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from poalint.asides.allowance import Fault
from poalint.filling import filled, filled_openly
from poalint.model import Finding
from poalint.speech import Lang, Phrase, Tellable, render


@dataclass(frozen=True, slots=True)
class _Words:
    """Title, message and advice where the rule's own speak of a comment; "" where they are true of an entry too."""

    title: Tellable = ""
    message: Tellable = ""
    advice: Tellable = ""


def told(template: Finding, fault: Fault, fill: Mapping[str, Tellable], place: str, lang: Lang) -> Finding:
    """The finding, its blanks filled. ``place`` is that of the entry in the file beside the draft, or "".

    A place is told in a redacted report as well: it is that of a line, and holds no word of the draft.
    """
    fill = {"name": "", "near": "", "why": "", **fill}
    made = replace(
        template,
        message=filled(template.message, fill, lang),
        advice=filled(template.advice, fill, lang),
        open_advice=filled_openly(template.advice, fill, lang),
    )
    if not place:
        return made
    words = _of_entry(fault, fill)
    title = render(words.title, lang) or made.title
    advice = render(words.advice, lang)
    return replace(
        made,
        title=title,
        message=f"{place}: {render(words.message, lang) or made.message}",
        open_message=f"{place}: {render(Phrase('{title}.', title=title), lang)}",
        advice=advice or made.advice,
        open_advice=advice or made.open_advice,
    )


def _of_entry(fault: Fault, fill: Mapping[str, Tellable]) -> _Words:
    if fault == "malformed":
        return _Words(
            Phrase("An entry that allows nothing"),
            Phrase("This entry allows nothing: {why}.", why=fill["why"]),
            Phrase("Name something else under `rule`, or strike the entry."),
        )
    if fault == "without-reason":
        return _Words(advice=Phrase("Write under `reason` of this entry why it may stand."))
    return _Words()
