"""JSON that is written a file at a time, keeps what is not ASCII, and is still safe on a terminal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from poalint.errors import DraftError, PoalintError
from poalint.formats.lines import UNSAFE, Line, line
from poalint.speech import Lang

T = TypeVar("T")

SCHEMA = 1
"""Changes when a program that reads the JSON would have to change; what is only added does not change it."""


def document(*members: Iterable[Line]) -> Iterator[Line]:
    """Make the lines of a document from those of its members; its version comes first."""
    from poalint import __version__

    yield line("{", wrap=False)
    yield from member("version", __version__)
    yield from member("schema", SCHEMA)
    for lines in members:
        yield from lines
    yield line("}", wrap=False)


def of_outcomes(
    outcomes: Iterable[T | PoalintError],
    value: Callable[[T], Any],
    summary: Callable[[], Any] | None = None,
    packs: Iterable[tuple[str, str]] | None = None,
    lang: Lang = "en",
) -> Iterator[Line]:
    """Make the document of what came of each path: each file's ``value`` as it comes, then the errors.

    ``summary`` is called, where there is one, once all are through; ``packs`` are told first, where they are given.
    What errors say is in ``lang``.
    """
    errors: list[Any] = []

    def files() -> Iterator[Any]:
        for outcome in outcomes:
            if isinstance(outcome, PoalintError):
                errors.append(error_value(outcome, lang))
            else:
                yield value(outcome)

    def rest() -> Iterator[Line]:  # counted and gathered only once the files are through
        yield from member("errors", errors, last=summary is None)
        if summary is not None:
            yield from member("summary", summary(), last=True)

    first = () if packs is None else packs_member(packs)
    return document(first, listing("files", files()), rest())


def packs_member(packs: Iterable[tuple[str, str]]) -> Iterator[Line]:
    """Make the lines of the member that names the packs of rules that were used, each with its version."""
    return member("packs", [{"name": name, "version": version} for name, version in packs])


def member(name: str, value: Any, last: bool = False) -> Iterator[Line]:
    """Make the lines of one member of the document."""
    text = f'"{name}": {_dumped(value)}{"" if last else ","}'
    return (line("  " + each, wrap=False) for each in text.split("\n"))


def listing(name: str, values: Iterable[Any]) -> Iterator[Line]:
    """Make the lines of a member that is a list, while its values come; it is not the document's last."""
    held = ""  # the last line so far: only what follows tells whether a comma belongs behind it
    for value in values:
        yield line(f"{held}," if held else f'  "{name}": [', wrap=False)
        *most, held = ("    " + each for each in _dumped(value).split("\n"))
        yield from (line(each, wrap=False) for each in most)
    if held:
        yield line(held, wrap=False)
    yield line("  ]," if held else f'  "{name}": [],', wrap=False)


def number(value: float) -> int | float:
    """Write a number of points without needless decimals."""
    return int(value) if value == int(value) else round(value, 2)


def error_value(error: PoalintError, lang: Lang = "en") -> dict[str, str | None]:
    """Give the draft's path, or None for an error that concerns no draft, and what is to be said."""
    if not isinstance(error, DraftError):
        return {"path": None, "message": error.told(lang)}
    return {"path": error.where, "message": error.advice(lang)}


def _dumped(value: Any) -> str:
    # What is unsafe and not escaped by json.dumps can stand inside strings only, where \u is its escape.
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return "\n".join(UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", each) for each in text.split("\n"))
