"""Files of Word up to 2003 (``.doc``), of WPS (``.wps``), and Word files with a password: told apart, and not read."""

from __future__ import annotations

from poalint.errors import DraftError
from poalint.limits import Limits
from poalint.model import Draft
from poalint.readers.archive import locked
from poalint.readers.text import read as read_text
from poalint.speech import Phrase

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""The part of such a container that holds a newer file with a password."""


def is_old(data: bytes) -> bool:
    """Whether the bytes are a container of Word's old kind."""
    return data.startswith(_SIGNATURE)


def refused(path: str, data: bytes) -> DraftError:
    """The error for such a container."""
    if _LOCKED in data:
        return locked(path)
    return DraftError(
        path,
        Phrase("this is a file of an older Word or of WPS, which poalint cannot read"),
        Phrase("Open it in Word, WPS or LibreOffice, save it as .docx and check that."),
    )


def read(path: str, data: bytes, limits: Limits) -> Draft:
    """A draft from a file that is called ``.doc`` and is text all the same. Raises DraftError for any other."""
    if is_old(data):
        raise refused(path, data)
    return read_text(path, data, limits)
