"""Which encoding bytes are in that are no UTF-8: told only where the others would make nonsense of them.

`charset-normalizer` weighs whole texts; an English letter has a handful of odd bytes, of which it makes anything. So
it is asked whether a text of them is in one of the encodings that sellers' programs write, and where these few bytes
plainly are typographic marks or Chinese characters, that decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable

NAMES = {
    "gb18030": "GB18030",
    "cp1252": "Windows-1252",
    "big5": "Big5",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}
"""What people call the encodings that are ever guessed."""

_RUN = re.compile(rb"[A-Za-z]*(?:[\x80-\xff]+[A-Za-z]*)+")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_GB = re.compile(
    rb"(?P<mark>[\xa1\xa3\xa9][\xa1-\xfe])|(?P<usual>[\xb0-\xd7][\xa1-\xfe])|(?P<rare>[\x81-\xfe][\x40-\xfe])"
)
"""The characters of GB18030: marks, the 3,755 in daily use, and all others of two bytes."""
_USUAL = 0.6
"""Chinese has this part of its characters among those in daily use; another alphabet read as Chinese has not."""
_BIG5_COMMON = re.compile(rb"(?:[\xa1-\xa3][\x40-\x7e\xa1-\xfe]|[\xa4-\xc6][\x40-\x7e\xa1-\xfe])+")
_MARK = rb"[\x80\x82\x84-\x87\x91-\x97\x99\xa0\xa2\xa3\xa5\xa7\xa9\xab\xae\xb0-\xb3\xb4\xb7\xb9\xba\xbb\xbc\xbd\xbe]"
_WESTERN = (
    re.compile(_MARK + rb"{1,3}"),  # marks between words
    re.compile(rb"[A-Za-z]+\x92[a-z]{1,3}(?:" + _MARK + rb"{0,3})"),  # don't
    re.compile(rb"(?:" + _MARK + rb"{0,3})[A-Za-z]*(?:" + _MARK + rb"{1,3}[A-Za-z]*)*"),  # marks beside words
    re.compile(  # words with accents; two together are rare and small letters
        rb"(?:" + _MARK + rb"{0,2})(?:[\xc0-\xd6\xd8-\xde]?[a-z]+|[A-Z][a-z]*|[a-z]*)"
        rb"(?:[\xdf-\xf6\xf8-\xff]{1,2}[a-z]+)*[\xdf-\xf6\xf8-\xff]{0,1}(?:" + _MARK + rb"{1,3}[a-z]*)?"
    ),
    re.compile(rb"[A-Z]{2,}[\xc0-\xd6\xd8-\xde][A-Z]*|[\xc0-\xd6\xd8-\xde][A-Z]{3,}"),
)
_SURE = 0.1
"""What `charset-normalizer` calls chaos: above this a text is not plainly one of its encoding."""


def guessed(data: bytes) -> tuple[str, ...]:
    """The encodings that ``data`` may be in: one where that is plain, two where either may be, else none."""
    fits = tuple(name for name, plausible in _PLAUSIBLE.items() if _decodes(data, name) and plausible(data))
    if fits:
        return fits[:1] if fits[0] == "gb18030" and "cp1252" not in fits else fits[:2]
    return _by_statistics(data)


def _by_statistics(data: bytes) -> tuple[str, ...]:
    """What `charset-normalizer` makes of the text as a whole, where it is sure."""
    from charset_normalizer import from_bytes

    found = from_bytes(data, cp_isolation=["gb18030", "big5", "cp1252"], threshold=_SURE)
    best = [each.encoding for each in found if each.encoding in NAMES]
    if len(found) > 1 and len({str(each) for each in found}) > 1:
        return ()
    return tuple(best[:1]) if len(_HIGH_RUN.findall(data)) > _FEW and _chinese(data, best) else ()


_FEW = 20
"""So few odd stretches are no text to weigh."""


def _chinese(data: bytes, best: list[str]) -> bool:
    """Whether most of what the best guess makes of the odd bytes are Chinese characters."""
    odd = [char for char in data.decode(best[0]) if ord(char) > 127] if best else []
    return bool(odd) and sum("\u3000" <= char <= "\u9fff" or char > "\uff00" for char in odd) > 0.95 * len(odd)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_gb(data: bytes) -> bool:
    """Whether the odd bytes pair up to characters, most of them in daily use."""
    kinds = [found.lastgroup for found in _GB.finditer(data)]
    if _HIGH_RUN.search(_GB.sub(b"", data)):
        return False
    usual, rare = kinds.count("usual"), kinds.count("rare")
    return not rare or usual >= _USUAL * (usual + rare)


def _is_western(data: bytes) -> bool:
    return all(any(form.fullmatch(run) for form in _WESTERN) for run in _RUN.findall(data))


def _is_big5(data: bytes) -> bool:
    """Whether every odd byte begins a frequent character, whose second byte may be a letter."""
    rest = _BIG5_COMMON.sub(b"", data)
    return not _HIGH_RUN.search(rest) and sum(len(run) for run in _BIG5_COMMON.findall(data)) > 2 * _FEW


_PLAUSIBLE: dict[str, Callable[[bytes], bool]] = {"gb18030": _is_gb, "cp1252": _is_western, "big5": _is_big5}
"""Looked at in this order: sellers who write Chinese characters mostly do so in GB18030."""
