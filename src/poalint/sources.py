"""Paths, folders, patterns and standard input to drafts. What goes wrong with one stays with that one."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Hashable, Iterable, Iterator

from poalint import regular
from poalint.deadline import OverdueError, within
from poalint.errors import DraftError
from poalint.limits import USUAL, Limits, more
from poalint.model import STDIN, Draft
from poalint.readers import SOUGHT, read
from poalint.speech import Phrase, Tellable, either

_MOST_BYTES = 64_000_000
"""More is not read of what is no draft, such as an earlier report."""


_LOCK = "~$"
"""How the file begins that Word keeps beside an open one."""


def _usual(path: str) -> Limits:
    return USUAL


def drafts(
    paths: Iterable[str], limits: Callable[[str], Limits] = _usual, stdin: str | None = None
) -> Iterator[Draft | DraftError]:
    """Read the drafts that ``paths`` name, one by one, each file once, in the order named; or tell why not.

    A path is a file, a folder (searched for the suffixes in `SOUGHT`, hidden files and folders left out), a
    pattern with ``*``, ``?`` or ``[``, or ``-`` for standard input, which ``stdin`` names where it has a name.
    ``limits`` tells how much the draft of a path may hold.
    """
    for found in _found(paths):
        yield found if isinstance(found, DraftError) else _read(found, limits, stdin or STDIN)


def called(paths: Iterable[str], stdin: str | None) -> tuple[str, ...]:
    """The paths, with the name of what comes by standard input in the place of ``-`` where it has one."""
    return tuple(stdin if stdin and path == "-" else path for path in paths)


def count(paths: Iterable[str]) -> int:
    """How many outcomes `drafts` will have; none is read."""
    return sum(1 for _ in _found(paths))


def named(paths: Iterable[str]) -> Iterator[str]:
    """The files that `drafts` would read; ``-`` is none."""
    return (each for each in _found(paths) if not isinstance(each, DraftError) and each != "-")


def _found(paths: Iterable[str]) -> Iterator[str | DraftError]:
    seen: set[Hashable] = set()
    for path in paths:
        for found in _expanded(path):
            if isinstance(found, DraftError):
                yield found
            elif (own := identity(found)) not in seen:
                seen.add(own)
                yield found


def suffixes() -> Tellable:
    """Name the suffixes that folders are searched for."""
    return either(sorted(SOUGHT))


def _expanded(path: str) -> Iterator[str | DraftError]:
    if path == "-":
        yield path
    elif not path:
        yield DraftError("", "an empty path was given", "Name a file or a folder.")
    elif os.path.isdir(path):
        yield from _or_none_found(path, _in_folder(path), "there is no draft in this folder")
    elif not os.path.lexists(path) and glob.has_magic(path):
        yield from _or_none_found(path, _matching(path), "no draft matches this pattern")
    else:
        yield path


def _or_none_found(path: str, found: Iterator[str | DraftError], reason: str) -> Iterator[str | DraftError]:
    empty = True
    for each in found:
        empty = False
        yield each
    if empty:
        remedy = Phrase("A draft is looked for as a file ending in {suffixes}.", suffixes=suffixes())
        yield DraftError(path, reason, remedy)


def _in_folder(folder: str) -> Iterator[str | DraftError]:
    """Find drafts in a folder and below. Links to folders are not followed: they may lead in a circle."""
    failed: list[OSError] = []
    for at, folders, files in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if os.path.splitext(name)[1].lower() in SOUGHT and not name.startswith((".", _LOCK)):
                path = os.path.join(at, name)
                yield path.removeprefix(os.path.join(os.curdir, "")) if folder == os.curdir else path
        while failed:
            yield _trouble(failed.pop(0))
    yield from map(_trouble, failed)


def _matching(pattern: str) -> Iterator[str | DraftError]:
    """Find what a shell would make of the pattern, and search the folders among it."""
    for path in sorted(glob.glob(pattern, recursive=True)):
        if os.path.isdir(path):
            yield from _in_folder(path)
        elif not os.path.basename(path).startswith(_LOCK):
            yield path


def identity(path: str) -> Hashable:
    """Give the same for two names of one file, however they are spelled or linked."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return path
    return (status.st_dev, status.st_ino) if path != "-" and status.st_ino else os.path.realpath(path)


def _read(path: str, limits: Callable[[str], Limits], stdin: str) -> Draft | DraftError:
    try:
        if path == "-":
            most = limits(stdin)
            return of_bytes(stdin, standard_input(most.most_bytes), most)  # who types may take their time
        most = limits(path)
        return in_time(path, most, lambda: _of_bytes(path, content(path, most.most_bytes), most))
    except DraftError as error:
        return error


def of_bytes(path: str, data: bytes, limits: Limits = USUAL) -> Draft:
    """The draft that a file of that name holds; `STDIN` is a name too. Raises DraftError."""
    return in_time(path, limits, lambda: _of_bytes(path, data, limits))


def _of_bytes(path: str, data: bytes, limits: Limits) -> Draft:
    return read(path, data, os.path.splitext(path)[1] if path != STDIN else "", limits)


def in_time(path: str, limits: Limits, work: Callable[[], Draft]) -> Draft:
    """The draft that ``work`` reads. Raises DraftError where that takes longer than it may, or what ``work`` raises."""
    try:
        return within(limits.seconds, work)
    except OverdueError as error:
        reason = Phrase("reading it took more than {seconds} seconds", seconds=limits.seconds)
        raise DraftError(path, reason, more("seconds")) from error


def content(path: str, most: int = _MOST_BYTES) -> bytes:
    """The bytes of a file, ``most`` of them at most. Raises DraftError that tells why it cannot be read."""
    try:
        return regular.content(path, most)
    except regular.NoFileError as error:
        remedy = "Give its content to standard input, with - as the path."
        raise DraftError(path, "this is a pipe or a device, not a file", remedy) from error
    except regular.TooLargeError as error:
        raise _too_large(path, most) from error
    except regular.ChangedError as error:
        reason = "it changed while it was read"
        raise DraftError(path, reason, "Check it again once nothing writes to it.") from error
    except IsADirectoryError as error:
        raise DraftError(path, "this is a folder", "Name a file.") from error
    except OSError as error:
        raise _trouble(error, path) from error
    except ValueError as error:  # a null character in the path
        raise DraftError(path, str(error), "Check the path.") from error


def standard_input(most: int = _MOST_BYTES) -> bytes:
    """All that comes by standard input. Raises DraftError where there is none, or too much."""
    if sys.stdin is None:
        raise DraftError(STDIN, "there is no standard input", "Name a file.")
    data = sys.stdin.buffer.read(most + 1)
    if len(data) > most:
        raise _too_large(STDIN, most)
    return data


def _too_large(path: str, most: int) -> DraftError:
    reason = Phrase("it has more than {size} MB; that is no letter", size=f"{most / 1e6:g}")
    return DraftError(path, reason, more("file-megabytes"))


def _trouble(error: OSError, path: str = "") -> DraftError:
    path = path or str(error.filename or "")
    if isinstance(error, FileNotFoundError):
        if os.path.islink(path):
            return DraftError(path, "this is a link to a file that is not there", "Name the file itself.")
        return DraftError(path, "there is no such file or folder", "Check the path.")
    if isinstance(error, PermissionError):
        return DraftError(path, "you may not read this", "Change its permissions, or copy it to a folder of yours.")
    reason = Phrase("this cannot be read ({why})", why=Phrase(error.strerror or str(error)))
    return DraftError(path, reason, "Check the path.")
