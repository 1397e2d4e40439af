"""The bytes of a file that anybody may have put there: of no device, no more than asked for, none that changes."""

from __future__ import annotations

import errno
import os
import stat

from poalint.speech import spoken

_NO_WAITING = getattr(os, "O_NONBLOCK", 0)
"""Opening a pipe would wait for its other end."""
_FLAGS = os.O_RDONLY | _NO_WAITING | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)


MOST_OF_YAML = 4_000_004
"""No file of settings or rules has more bytes: a million characters, of four bytes each, and a mark before them."""


class NoFileError(OSError):
    """What is there is a pipe, a device or a socket."""

    def __init__(self) -> None:
        super().__init__(errno.EINVAL, spoken("this is a pipe or a device, not a file"))


class TooLargeError(OSError):
    """It has more bytes than asked for."""

    def __init__(self) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG))


class ChangedError(OSError):
    """It changed while it was read: half of it may be old."""

    def __init__(self) -> None:
        super().__init__(errno.EBUSY, spoken("it changed while it was read"))


def content(path: str | os.PathLike[str], most: int) -> bytes:
    """The bytes of a file that has at most ``most``. Raises OSError, the errors above among them, or ValueError."""
    _refuse_strange(os.stat(path))  # some devices do something as soon as they are opened
    file = os.open(path, _FLAGS)
    try:
        before = os.fstat(file)
        _refuse_strange(before)  # it may have been put there since
        if before.st_size > most:
            raise TooLargeError
        data = _all(file, (before.st_size or most) + 1)  # what the system makes up as it is read has no size
        after = os.fstat(file)
    finally:
        os.close(file)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise ChangedError
    if len(data) > most:
        raise TooLargeError
    return data


def _refuse_strange(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise NoFileError


def _all(file: int, most: int) -> bytes:
    parts: list[bytes] = []
    while most > 0 and (part := os.read(file, min(most, 1 << 20))):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)
