"""JSON that is written a file at a time, keeps what is not ASCII, and is still safe on a terminal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, Generic, TypeVar

from poalint.errors import DraftError, PoalintError
from poalint.formats.lines import UNSAFE, Line, line
from poalint.speech import Lang

T = TypeVar("T")

SCHEMA = 1
"""Changes when a program that reads the JSON would have to change; what is only added does not change it."""
_CLOSING = line("}", wrap=False)


def document(*members: Iterable[Line]) -> Iterator[Line]:
    """Make the lines of a document from those of its members; its version comes first."""
    return chain(opening(), *members, [_CLOSING])


def opening() -> Iterator[Line]:
    """Make the first lines of every document."""
    from poalint import __version__

    yield line("{", wrap=False)
    yield from member("version", __version__)
    yield from member("schema", SCHEMA)


class Outcomes(Generic[T]):
    """The document of what came of each path, made as it comes: each file's ``value``, at the end the errors.

    What errors say is in ``lang``.
    """

    def __init__(self, value: Callable[[T], Any], lang: Lang) -> None:
        self._value, self._lang = value, lang
        self._files = Listing("files")
        self._errors: list[Any] = []

    def begin(self, *members: Iterable[Line]) -> Iterator[Line]:
        """Make the document's beginning, ``members`` before its files."""
        return chain(opening(), *members)

    def add(self, outcome: T | PoalintError) -> Iterator[Line]:
        """Make what can be written once another outcome is there."""
        if isinstance(outcome, PoalintError):
            self._errors.append(error_value(outcome, self._lang))
        else:
            yield from self._files.add(self._value(outcome))

    def end(self, summary: Any = None) -> Iterator[Line]:
        """Make the rest of the document."""
        yield from self._files.end()
        yield from member("errors", self._errors, last=summary is None)
        if summary is not None:
            yield from member("summary", summary, last=True)
        yield _CLOSING


def packs_member(packs: Iterable[tuple[str, str]]) -> Iterator[Line]:
    """Make the lines of the member that names the packs of rules that were used, each with its version."""
    return member("packs", [{"name": name, "version": version} for name, version in packs])


def member(name: str, value: Any, last: bool = False) -> Iterator[Line]:
    """Make the lines of one member of the document."""
    text = f'"{name}": {_dumped(value)}{"" if last else ","}'
    return (line("  " + each, wrap=False) for each in text.split("\n"))


def listing(name: str, values: Iterable[Any]) -> Iterator[Line]:
    """Make the lines of a member that is a list, while its values come; it is not the document's last."""
    made = Listing(name)
    for value in values:
        yield from made.add(value)
    yield from made.end()


class Listing:
    """A member that is a list, made value by value; it is not the document's last."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._held = ""  # the last line so far: only what follows tells whether a comma belongs behind it

    def add(self, value: Any) -> Iterator[Line]:
        """Make the lines up to the end of this value, but for its last."""
        yield line(f"{self._held}," if self._held else f'  "{self._name}": [', wrap=False)
        *most, self._held = ("    " + each for each in _dumped(value).split("\n"))
        yield from (line(each, wrap=False) for each in most)

    def end(self) -> Iterator[Line]:
        """Make the lines that are left."""
        if self._held:
            yield line(self._held, wrap=False)
        yield line("  ]," if self._held else f'  "{self._name}": [],', wrap=False)


def number(value: float) -> int | float:
    """Write a number of points without needless decimals."""
    return int(value) if value == int(value) else round(value, 2)


def error_value(error: PoalintError, lang: Lang = "en") -> dict[str, str | None]:
    """Give the draft's path, or None for an error that concerns no draft, and what is to be said."""
    if not isinstance(error, DraftError):
        return {"path": None, "message": error.told(lang)}
    return {"path": error.where, "message": error.advice(lang)}


def compact(value: Any) -> str:
    """JSON on one line."""
    return _safe(json.dumps(value, ensure_ascii=False))


def _dumped(value: Any) -> str:
    return _safe(json.dumps(value, ensure_ascii=False, indent=2))


def _safe(text: str) -> str:
    # What is unsafe and not escaped by json.dumps can stand inside strings only, where \u is its escape.
    return "\n".join(UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", each) for each in text.split("\n"))
