"""What stands beside a text, written into examples of rules of the kind ``left-in``: they are texts, files hold more.

Much of it is CriticMarkup: ``{>>words<<}`` is a comment, on the word before it or on ``{==these words==}``,
``{++words++}`` a tracked insertion, ``{--words--}`` a tracked deletion. ``{~~words~~}`` are words whose look was
changed, ``{%%words%%}`` hidden ones, ``{??words??}`` a field that nothing filled. Drafts are not read so: in a letter
these are characters like any other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from poalint.model import Extra
from poalint.readers.hanging import hung
from poalint.testing.marks import Span

SIGNS = {
    "comment": ("{>>", "<<}"),
    "insertion": ("{++", "++}"),
    "deletion": ("{--", "--}"),
    "formatting": ("{~~", "~~}"),
    "hidden": ("{%%", "%%}"),
    "field": ("{??", "??}"),
}
"""How each extra begins and ends."""
_ON = ("{==", "==}")
"""What a comment is on, where that is more than a word; the comment follows at once."""
_GONE = ("comment", "deletion", "hidden")
"""What is not seen in the text."""
_EXTRA = re.compile(
    "|".join(
        f"(?P<{kind}>{re.escape(begin)}(?P<{kind}_words>.*?){re.escape(end)})"
        for kind, (begin, end) in {"on": _ON, **SIGNS}.items()
    ),
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Beside:
    """A text without its notation, the places of the marks in it, and what stood beside it."""

    text: str
    spans: tuple[Span, ...]
    extras: tuple[Extra, ...]


def beside(written: str, spans: tuple[Span, ...]) -> Beside:
    """The text that is seen of ``written``, where what ``spans`` mark stands in it, and the extras."""
    gone: list[Span] = []
    found: list[tuple[str, int, int, str]] = []
    on: Span | None = None
    for match in _EXTRA.finditer(written):
        kind = (match.lastgroup or "").removesuffix("_words")
        start, end = match.span(f"{kind}_words")
        if kind in _GONE:
            gone.append(match.span())
        else:
            gone += [(match.start(), start), (end, match.end())]
        if kind == "on":
            on = match.span()
            continue
        place = on if on and kind == "comment" and on[1] == match.start() else match.span()
        found.append((kind, *place, " ".join(written[start:end].split())))
    kept = [written[end:start] for (_, end), (start, _) in pairwise([(0, 0), *gone, (len(written), len(written))])]
    text = "".join(kept)
    extras = (
        Extra(kind, *hung(text, _seen(gone, start), _seen(gone, end)), words) for kind, start, end, words in found
    )
    return Beside(text, tuple((_seen(gone, start), _seen(gone, end)) for start, end in spans), tuple(extras))


def _seen(gone: Sequence[Span], place: int) -> int:
    """Where a place in what is written stands in the text that is seen."""
    return place - sum(min(end, place) - start for start, end in gone if start < place)
