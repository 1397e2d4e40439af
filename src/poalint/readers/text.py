"""Plain text: UTF-8 with or without BOM, UTF-16 and UTF-32 with BOM."""

from __future__ import annotations

import codecs

from poalint.errors import DraftError
from poalint.limits import USUAL, Limits, more
from poalint.model import Draft
from poalint.readers.frontmatter import front
from poalint.speech import Phrase

_BOMS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}


def read(path: str, data: bytes, limits: Limits) -> Draft:
    """A draft from the bytes of a text file.

    Raises DraftError where the bytes are too many, empty, not text, or in an encoding that cannot be told.
    """
    if len(data) > limits.megabytes * 1e6:
        raise DraftError(
            path,
            Phrase(
                "the file has {size} MB, a text may have {most}; a Plan of Action has about two pages",
                size=f"{len(data) / 1e6:.1f}",
                most=f"{limits.megabytes:g}",
            ),
            more("megabytes"),
        )
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    if encoding == "utf-8" and (
        0 in data or len(_CONTROLS & set(data[:4096])) > 2 or data.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf"))
    ):
        raise DraftError(path, "this is not a text file", "Save the letter as plain text (.txt) and check that.")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + (len(codecs.BOM_UTF8) if encoding == "utf-8-sig" else 0)
        raise DraftError(
            path,
            Phrase(
                "the bytes at position {at} are not valid {encoding}",
                at=at,
                encoding=encoding.removesuffix("-sig").upper(),
            ),
            "Save the letter as UTF-8 and check it again.",
        ) from error
    return draft_of(path, text, limits)


def draft_of(path: str, text: str, limits: Limits = USUAL) -> Draft:
    """A draft from the decoded text of a text file. Raises DraftError where there is nothing to read, or too much."""
    return whole(Draft(path, text, front(path, text)), limits)


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
