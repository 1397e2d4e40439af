"""What is told of a letter that is no plan: one line in place of what is told of a plan."""

from __future__ import annotations

from collections.abc import Iterator

from poalint.formats.lines import Line, line
from poalint.model import Letter
from poalint.speech import Lang, Phrase, render

_DISPUTE = Phrase(
    "This letter disputes the finding, so it is not judged as a plan: what counts is one claim, the evidence for it "
    "and a calm tone."
)
_AS_ASKED = Phrase(
    "This letter is judged as a dispute, as asked, and not as a plan: what counts is one claim, the evidence for it "
    "and a calm tone."
)


def dispute(given: bool) -> Phrase:
    """The sentence for a dispute. ``given``: who asks called it one."""
    return _AS_ASKED if given else _DISPUTE


def of_letter(letter: Letter, given: bool, lang: Lang) -> Iterator[Line]:
    """The line for a dispute, in the language asked for; none for a plan. ``given``: who asks called it one."""
    if letter == "dispute":
        yield line("  ", render(dispute(given), lang), hang=2)
