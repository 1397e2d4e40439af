"""JSON that the program wrote earlier, read member by member, so that a mangled file is told with its place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from poalint.errors import KeptFileError
from poalint.speech import Phrase, Tellable, spoken

T = TypeVar("T", dict[str, Any], list[Any], str, int, float)

_CALLED: dict[type, str] = {
    dict: spoken("an object"),
    list: spoken("a list"),
    str: spoken("a text"),
    int: spoken("a whole number"),
    float: spoken("a number"),
}


@dataclass(frozen=True, slots=True)
class Value:
    """A value in a file, and the way to it. All that it is asked for raises KeptFileError where it is not there."""

    file: str
    way: str
    data: Any

    def as_(self, kind: type[T]) -> T:
        """The value itself, of that kind; a whole number serves as a number too."""
        wanted: tuple[type, ...] = (int, float) if kind is float else (kind,)
        if not isinstance(self.data, wanted) or isinstance(self.data, bool):
            raise self.wrong(Phrase("this must be {kind}", kind=Phrase(_CALLED[kind])))
        return cast("T", self.data)

    def member(self, name: str) -> Value:
        """One member of an object."""
        if name not in self.as_(dict):
            raise self.wrong(Phrase("the member {name!r} is missing", name=name))
        return self._under(name)

    def get(self, name: str) -> Value | None:
        """One member of an object; None where it is missing or null."""
        return self._under(name) if self.as_(dict).get(name) is not None else None

    def members(self) -> Iterator[tuple[str, Value]]:
        """All members of an object, each under its name."""
        return ((name, self._under(name)) for name in self.as_(dict))

    def items(self) -> Iterator[Value]:
        """All items of a list."""
        return (Value(self.file, f"{self.way}[{n}]", each) for n, each in enumerate(self.as_(list)))

    def wrong(self, reason: Tellable, remedy: Tellable = "") -> KeptFileError:
        """The error that says what is wrong with the value."""
        said = Phrase("{key}: {reason}", key=self.way, reason=reason) if self.way else reason
        return KeptFileError(self.file, said, remedy)

    def _under(self, name: str) -> Value:
        return Value(self.file, f"{self.way}.{name}" if self.way else name, self.data[name])


def parsed(path: str, data: bytes) -> Value:
    """The whole content of a JSON file. Raises KeptFileError with line and column where it is none."""
    try:
        made = json.loads(data.decode("utf-8-sig"), object_pairs_hook=lambda pairs: _object(path, pairs))
    except UnicodeDecodeError as error:
        raise KeptFileError(path, Phrase("the bytes at position {at} are not valid UTF-8", at=error.start)) from error
    except json.JSONDecodeError as error:
        said = Phrase("this is not JSON ({why})", why=error.msg)
        raise KeptFileError(f"{path}:{error.lineno}:{error.colno}", said, "Write the file anew.") from error
    except ValueError as error:  # a number of thousands of digits
        raise KeptFileError(path, Phrase("this is not JSON ({why})", why=str(error).partition(";")[0])) from error
    except RecursionError as error:
        raise KeptFileError(path, "this is nested too deeply", "Write the file anew.") from error
    return Value(path, "", made)


def schema_known(document: Value, known: int) -> None:
    """Refuse a document of another schema than the one that is known."""
    schema = document.member("schema").as_(int)
    if schema != known:
        said = Phrase("its schema is {schema}, and this version of poalint reads {known}", schema=schema, known=known)
        raise document.wrong(said, "Write it anew with this version.")


def _object(path: str, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, value in pairs:
        if name in made:  # as merging two branches may leave it: the first would be lost without a word
            raise KeptFileError(path, Phrase("the member {name!r} stands twice in one object", name=name))
        made[name] = value
    return made
