"""Files that are zip archives (Word, OpenDocument), looked over before anything in them is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from poalint.errors import DraftError
from poalint.limits import Limits, more
from poalint.speech import Phrase

_MOST_PARTS = 2_000
_MOST_PRESSED = 200
_PRESSED_FROM = 1_000_000
"""A part that unpacks to more than this many bytes and `_MOST_PRESSED` times its size is no text that anyone wrote."""
_ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, struct.error, ValueError, OSError,
    OverflowError,
)  # fmt: skip
SAVE_AGAIN = Phrase("Open the letter in the program that you write it with, save it under a new name and check that.")
"""What mends a file that is damaged or odd."""


class Archive:
    """The parts of a document, unpacked one by one as they are asked for, and together within the limits.

    ``title`` is what people call the format. Raises DraftError where the file is no archive, or one that means harm.
    """

    def __init__(self, path: str, data: bytes, limits: Limits, title: str) -> None:
        self._path, self._title = path, title
        self._left = int(limits.unpacked_megabytes * 1e6)
        if len(data) > limits.file_megabytes * 1e6:
            reason = Phrase("it has more than {size} MB; that is no letter", size=f"{limits.file_megabytes:g}")
            raise DraftError(path, reason, more("file-megabytes"))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self.damaged() from error
        self.names = frozenset(self._zip.namelist())
        self._look_over(limits)

    def _look_over(self, limits: Limits) -> None:
        parts = self._zip.infolist()
        if len(parts) > _MOST_PARTS:
            reason = Phrase(
                "the file holds {count} parts; no letter has more than {most}", count=len(parts), most=_MOST_PARTS
            )
            raise DraftError(self._path, reason, SAVE_AGAIN)
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise locked(self._path)
        if sum(part.file_size for part in parts) > self._left:
            raise self._too_much(limits.unpacked_megabytes)
        if any(p.file_size > max(_PRESSED_FROM, _MOST_PRESSED * p.compress_size) for p in parts):
            reason = Phrase("a part of the file unpacks to more than {times} times its size", times=_MOST_PRESSED)
            raise DraftError(self._path, reason, SAVE_AGAIN)

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none of that name. Raises DraftError where it cannot be unpacked."""
        if name not in self.names:
            return None
        try:
            with self._zip.open(name) as file:
                data = file.read(self._left + 1)
        except _BROKEN as error:
            raise self.damaged() from error
        if len(data) > self._left:  # the archive's table of contents lied
            raise self._too_much(self._left / 1e6)
        self._left -= len(data)
        return data

    def damaged(self) -> DraftError:
        """The error for a file that is not what its format asks for."""
        return damaged(self._path, self._title)

    def _too_much(self, most: float) -> DraftError:
        reason = Phrase("the file unpacks to more than {size} MB; that is no letter", size=f"{most:g}")
        return DraftError(self._path, reason, more("unpacked-megabytes"))


def damaged(path: str, title: str) -> DraftError:
    """The error for a file that is not what its format asks for."""
    reason = Phrase("this is no {format} file, or a damaged one", format=title)
    return DraftError(path, reason, SAVE_AGAIN)


def locked(path: str) -> DraftError:
    """The error for a file that opens with a password only."""
    return DraftError(
        path,
        Phrase("the file is protected by a password"),
        Phrase("Save it without a password, and check that: Amazon could not open it either."),
    )
