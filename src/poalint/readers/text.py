"""Plain text, in whatever encoding; and what every reader ends with."""

from __future__ import annotations

from poalint.errors import DraftError
from poalint.limits import USUAL, Limits, more
from poalint.model import Draft
from poalint.readers.decoding import Decoded, decoded
from poalint.readers.frontmatter import front
from poalint.speech import Phrase, Tellable

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))


def read(path: str, data: bytes, limits: Limits) -> Draft:
    """A draft from the bytes of a text file.

    Raises DraftError where the bytes are too many, empty, not text, or in an encoding that cannot be told.
    """
    return draft_of(path, *content(path, data, limits.megabytes), limits=limits)


def content(path: str, data: bytes, megabytes: float, declared: str = "") -> Decoded:
    """The text in a file of text, and remarks; ``declared`` is the encoding that it says it has. Raises DraftError."""
    if len(data) > megabytes * 1e6:
        raise DraftError(
            path,
            Phrase(
                "the file has {size} MB, a text may have {most}; a Plan of Action has about two pages",
                size=f"{len(data) / 1e6:.1f}",
                most=f"{megabytes:g}",
            ),
            more("megabytes"),
        )
    return decoded(path, data, declared)


def draft_of(path: str, text: str, remarks: tuple[Tellable, ...] = (), limits: Limits = USUAL) -> Draft:
    """A draft from the decoded text of a text file. Raises DraftError where there is nothing to read, or too much."""
    return whole(Draft(path, text, front(path, text), remarks=remarks), limits)


def whole(draft: Draft, limits: Limits) -> Draft:
    """The draft itself. Raises DraftError where there is nothing to read in it, or too much."""
    length, words = len(draft.text), len(draft.text.split())
    if length > limits.characters:
        raise DraftError(
            draft.path,
            Phrase(
                "the draft has {size} characters, {most} at most are read; a Plan of Action has about two pages",
                size=f"{length:,}",
                most=f"{limits.characters:,}",
            ),
            more("characters"),
        )
    if words > limits.words:
        raise DraftError(
            draft.path,
            Phrase(
                "the draft has {size} words, {most} at most are read; a Plan of Action has about two pages",
                size=f"{words:,}",
                most=f"{limits.words:,}",
            ),
            more("words"),
        )
    if not draft.body.translate(_INVISIBLE).strip():
        raise DraftError(draft.path, "the draft is empty", "Put the letter's text into the file.")
    return draft
