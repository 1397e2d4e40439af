"""Bytes to text: what a byte-order mark, the file or plain UTF-8 says, and a guess only where nothing does."""

from __future__ import annotations

import codecs
import re

from poalint.errors import DraftError
from poalint.speech import Phrase, Tellable

BOMS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MEANT = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "cp1252"}
"""What programs write under these names, as browsers know."""
_CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}
_LOOKED_AT = 4096
_WHOLE_CHARACTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]+")
_SAVE = Phrase("Save the letter as UTF-8 and check it again.")
Decoded = tuple[str, tuple[Tellable, ...]]
"""The text, and what whoever checks it should know of how it was read."""


def decoded(path: str, data: bytes, declared: str = "") -> Decoded:
    """The text in ``data``; ``declared`` is the encoding that the file says it has, believed where it can be true.

    Raises DraftError where this is no text, or where its encoding cannot be told: a wrong guess would find faults with
    words that nobody wrote.
    """
    marked = next((name for bom, name in BOMS if data.startswith(bom)), "")
    if marked:
        return _strict(path, data, marked), ()
    if wide := _without_a_mark(data):
        return _strict(path, data, wide), (_said(wide),)
    if 0 in data or len(_CONTROLS & set(data[:_LOOKED_AT])) > 2:
        raise DraftError(path, "this is not a text file", "Save the letter as plain text (.txt) and check that.")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if declared and (text := _as_declared(data, declared)) is not None:
            return text, ()
        if _was_utf8(data):
            raise _broken(path, error, "utf-8") from error
        return _by_guess(path, data, error)


def _without_a_mark(data: bytes) -> str:
    """UTF-16 that lost its mark: every second byte of English is a zero there."""
    looked = data[: _LOOKED_AT * 2]
    zeros, half = (looked[0::2].count(0), looked[1::2].count(0)), len(looked) // 2
    if half < 4 or len(data) % 2 or min(zeros) > half * 0.02 or max(zeros) < half * 0.6:
        return ""
    return "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"


def _as_declared(data: bytes, declared: str) -> str | None:
    """The text by the file's own word; None where that is not true, or names nothing."""
    try:
        name = codecs.lookup(declared).name
        text = data.decode(_MEANT.get(name, name))
    except (LookupError, ValueError):
        return None
    return text if isinstance(text, str) else None


def _was_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is whole UTF-8: then it was that, and some bytes were lost.

    By chance two bytes of another encoding look like one of its characters, seldom three or more do.
    """
    whole = sum(len(found[0]) for found in _WHOLE_CHARACTER.finditer(data))
    longer = any(len(found[0]) > 2 for found in _WHOLE_CHARACTER.finditer(data))
    return longer and whole > 0.7 * sum(len(found[0]) for found in _HIGH.finditer(data))


def _by_guess(path: str, data: bytes, error: UnicodeDecodeError) -> Decoded:
    from poalint.readers.guessing import NAMES, guessed  # most texts are UTF-8

    found = guessed(data)
    if len(found) == 1:
        return data.decode(found[0]), (_said(found[0]),)
    if found:
        reason = Phrase(
            "its encoding cannot be told: the bytes at position {at} may be {one} or {other}",
            at=error.start, one=NAMES.get(found[0], found[0]), other=NAMES.get(found[1], found[1]),
        )  # fmt: skip
        raise DraftError(path, reason, _SAVE) from error
    raise _broken(path, error, "utf-8") from error


def _said(encoding: str) -> Phrase:
    from poalint.readers.guessing import NAMES

    return Phrase(
        "the encoding was guessed: {encoding}. Where words look wrong, save the letter as UTF-8",
        encoding=NAMES.get(encoding, encoding),
    )


def _strict(path: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken(path, error, encoding) from error


def _broken(path: str, error: UnicodeDecodeError, encoding: str) -> DraftError:
    at = error.start + (len(codecs.BOM_UTF8) if encoding == "utf-8-sig" else 0)
    name = encoding.removesuffix("-sig").removesuffix("-le").removesuffix("-be").upper()
    return DraftError(path, Phrase("the bytes at position {at} are not valid {encoding}", at=at, encoding=name), _SAVE)
