"""``characters``: characters that come along when text is pasted; one finding, at the first of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from poalint.characters import (
    DIRECTION,
    EMOJI,
    FULL_LETTERS,
    FULL_MARKS,
    INVISIBLE,
    STYLED,
    alike,
    is_chinese,
    is_joined,
    plain,
)
from poalint.facts import Facts
from poalint.kinds.common import shortened
from poalint.model.reading import Hint, Reading
from poalint.schema.found import Characters
from poalint.speech import Phrase, Tellable

Span = tuple[int, int]

_UNSEEN = re.compile(f"[{INVISIBLE}]+")
_FULL = re.compile(rf"[{FULL_LETTERS}]+|{FULL_MARKS.pattern}")
_WORD_BEFORE, _WORD_BEHIND = re.compile(r"\S{0,30}\Z"), re.compile(r"\S{0,30}")
_MOST_CODES = 4
_UNSHOWN = ("invisible", "direction")
"""Nobody sees these: they are shown by the word in which they stand."""


def _runs(pattern: str) -> Callable[[str], Iterator[Span]]:
    wanted = re.compile(pattern)
    return lambda text: (run.span() for run in wanted.finditer(text))


def _invisible(text: str) -> Iterator[Span]:
    """Not the mark at the top of a file, nor where a script needs them."""
    return (run.span() for run in _UNSEEN.finditer(text) if run.start() and not is_joined(text, *run.span()))


def _full_width(text: str) -> Iterator[Span]:
    """Not in a line that holds Chinese, where they belong."""
    return (run.span() for run in _FULL.finditer(text) if not is_chinese(_line(text, *run.span())))


def _line(text: str, start: int, end: int) -> str:
    stop = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : stop if stop >= 0 else len(text)]


OF: Mapping[str, Callable[[str], Iterable[Span]]] = {
    "invisible": _invisible,
    "direction": _runs(f"[{DIRECTION}]+"),
    "look-alike": alike,
    "full-width": _full_width,
    "styled": _runs(rf"[{STYLED}](?:[ \t]*[{STYLED}])*"),
    "emoji": _runs(EMOJI),
    "unreadable": _runs("[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+"),
}
"""For each of the characters that rules ask for, where they stand in a text."""


def characters(fields: Characters, facts: Facts) -> Callable[[Reading], Iterator[Hint]]:
    """One finding at the first place with characters ``of`` that sort, where a draft has any.

    It tells how many places there are, the first one's words and what characters it holds; what nobody sees is shown
    by the word that it stands in.
    """
    found_in = OF[fields.of]

    def check(reading: Reading) -> Iterator[Hint]:
        text = reading.draft.body
        places = list(found_in(text))
        if not places:
            return
        start, end = places[0]
        codes = _codes(text[at] for start, end in places for at in range(start, end))
        if fields.of in _UNSHOWN:
            start, end = _word_around(text, start, end)
        shown = shortened(plain(text[start:end]).text if fields.of in _UNSHOWN else text[start:end])
        fill: dict[str, Tellable] = {"words": shown, "count": len(places), "codes": codes}
        yield Hint(start, end, fill, Phrase("characters: {codes}", codes=codes))

    return check


def _word_around(text: str, start: int, end: int) -> Span:
    """The word in which a stretch stands."""
    before, behind = _WORD_BEFORE.search(text, max(0, start - 30), start), _WORD_BEHIND.match(text, end)
    return (before.start() if before else start), (behind.end() if behind else end)


def _codes(found: Iterable[str]) -> str:
    """The numbers of the characters beyond ASCII, as tables of characters have them."""
    codes = list(dict.fromkeys(f"U+{ord(each):04X}" for each in found if not each.isascii() or not each.isprintable()))
    return ", ".join(codes[:_MOST_CODES]) + (" \u2026" if len(codes) > _MOST_CODES else "")
