"""The text of a part of an e-mail, in whatever encoding it came."""

from __future__ import annotations

import codecs
import re
from email.message import EmailMessage

from poalint.speech import Phrase, Tellable

_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "utf-8"}
"""Encodings whose name stands for a wider one: mail programs write GB2312 over any Chinese text."""
_GUESSES = ("utf-8", "gb18030", "cp1252")
_REPLIES = re.compile(r"(?:(?:re|fwd?|aw|wg|\u56de\u590d|\u7b54\u590d|\u8f6c\u53d1)\s*[:\uff1a]\s*)+", re.IGNORECASE)


def text_of(part: EmailMessage) -> tuple[str, tuple[Tellable, ...]]:
    """A part's text, and what is to be said of how it was read: nothing where its encoding is told and fits."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    told = str(part.get_content_charset() or "ascii")
    try:
        name = codecs.lookup(told).name
        return unflowed(data.decode(_WIDER.get(name, name)), part), ()
    except (LookupError, UnicodeDecodeError):
        return _guessed(data, told, part)


def _guessed(data: bytes, told: str, part: EmailMessage) -> tuple[str, tuple[Tellable, ...]]:
    for name in _GUESSES:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        said = Phrase(
            "the e-mail says that it is {told}, which it is not; read as {name}", told=told, name=name.upper()
        )
        return unflowed(text, part), (said,)
    return data.decode("cp1252", "replace"), (Phrase("some of its characters cannot be read"),)


def is_flowed(part: EmailMessage) -> bool:
    """Whether lines that end with a space go on in the next line."""
    return part["content-type"] is not None and str(part["content-type"].params.get("format", "")).lower() == "flowed"


def unflowed(text: str, part: EmailMessage) -> str:
    """The text with the lines that a mail program broke put together again; quoted lines stay as they are."""
    if not is_flowed(part):
        return text
    keep = "" if str(part["content-type"].params.get("delsp", "")).lower() == "yes" else " "
    made: list[str] = []
    for line in text.splitlines():
        if made and made[-1].endswith(" ") and made[-1] != "-- " and not made[-1].startswith(">"):
            made[-1] = made[-1][:-1] + keep + line.removeprefix(" ")
        else:
            made.append(line if line.startswith(">") else line.removeprefix(" "))
    return "\n".join(made) + "\n"


def subject_of(message: EmailMessage) -> str:
    """The subject on one line, without "Re:" and the like."""
    raw = str(message["subject"] or "")
    clean = " ".join(raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace").split())
    return _REPLIES.sub("", clean, count=1) if _REPLIES.match(clean) else clean
