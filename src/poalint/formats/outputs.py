"""Where a run's formats go: one to the screen, any number to files, each written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from typing import Protocol

from poalint.errors import OutputError, PoalintError
from poalint.formats.lines import Line, visible
from poalint.formats.writer import Writer
from poalint.model import Report
from poalint.speech import Phrase


class Sink(Protocol):
    """What takes lines: the screen, or a file."""

    def show_all(self, lines: Iterable[Line]) -> None:
        """Write lines."""


Place = AbstractContextManager[Sink]


def write(outcomes: Iterable[Report | PoalintError], outputs: Iterable[tuple[Writer, Place]]) -> None:
    """Tell each writer every outcome as it comes, and put its lines in its place.

    Raises OutputError where a file cannot be written; then, and where anything else goes wrong, no file is changed.
    """
    with ExitStack() as open_:
        sinks = [(writer, open_.enter_context(place)) for writer, place in outputs]
        for writer, sink in sinks:
            sink.show_all(writer.begin())
        for outcome in outcomes:
            for writer, sink in sinks:
                sink.show_all(writer.add(outcome))
        for writer, sink in sinks:
            sink.show_all(writer.end())


def _written(lines: Iterable[Line]) -> Iterator[str]:
    """Lines as they stand in a file."""
    return ("".join([visible(text) for text, _ in line.parts]) + line.ending for line in lines)


class _File:
    """A file on its way; ``path`` is what errors call it."""

    def __init__(self, path: str, descriptor: int) -> None:
        self._path = path
        self._file = open(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="\n")  # noqa: SIM115 # closed by `into`

    def show_all(self, lines: Iterable[Line]) -> None:
        try:
            self._file.writelines(_written(lines))
        except OSError as error:
            raise _trouble(self._path, error) from error

    def close(self) -> None:
        self._file.close()


@contextmanager
def into(path: str) -> Iterator[Sink]:
    """A file that takes the name ``path`` once all is written; until then it lies beside it under another.

    Raises OutputError where it cannot be written.
    """
    # its name is known before it is there, so that whenever the run is ended it does not stay
    beside = os.path.join(os.path.dirname(path) or os.curdir, f".poalint-{os.urandom(8).hex()}")
    made: _File | None = None
    try:
        try:
            made = _File(
                path, os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_CLOEXEC", 0), 0o600)
            )
        except OSError as error:
            raise _trouble(path, error) from error
        yield made
        try:
            made.close()
            os.chmod(beside, _usual_mode())
            os.replace(beside, path)
        except OSError as error:
            raise _trouble(path, error) from error
    finally:
        if made:
            with suppress(OSError):
                made.close()
        with suppress(FileNotFoundError):
            os.unlink(beside)


def _usual_mode() -> int:
    """What a new file may be: a temporary one is its owner's alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _trouble(path: str, error: OSError) -> OutputError:
    why = Phrase("this cannot be written ({why})", why=Phrase(error.strerror or str(error)))
    return OutputError(path, why, "Name a file in a folder that you may write to.")


class _Held:
    """Lines that wait for the last of them."""

    def __init__(self) -> None:
        self.text = ""

    def show_all(self, lines: Iterable[Line]) -> None:
        self.text += "".join(_written(lines))


@contextmanager
def onto(path: str) -> Iterator[Sink]:
    """The end of a file that others write to as well: all is appended at once, or nothing.

    Raises OutputError where it cannot be written.
    """
    held = _Held()
    yield held
    try:
        with open(path, "a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(held.text)
    except OSError as error:
        raise _trouble(path, error) from error
