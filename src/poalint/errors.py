"""What the user can mend. Everything else is a bug and keeps its traceback."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from poalint.speech import Tellable

P = ParamSpec("P")
T = TypeVar("T")


class PoalintError(Exception):
    """The root of all errors that the user can mend.

    ``where`` names the place (a path, ``file:line``, an option), ``reason`` says what is wrong there and
    ``remedy`` what to do about it. The command line prints it once and exits with status 2.
    """

    def __init__(self, where: str, reason: Tellable, remedy: Tellable = "") -> None:
        super().__init__(where, reason, remedy)
        self.where = where
        self.reason = str(reason)
        self.remedy = str(remedy)

    def __str__(self) -> str:
        said = f"{self.where}: {self.reason}" if self.where else self.reason
        return f"{said}. {self.remedy}" if self.remedy else said


class DraftError(PoalintError):
    """A draft that cannot be read: missing, empty, not text, not English, too large."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line of a file; ``line`` and ``column`` count from 1, ``text`` is the whole line."""

    path: str
    line: int
    column: int
    width: int = 1
    text: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class RuleError(PoalintError):
    """A mistake in a file of rules, or several: then ``parts`` holds each of them.

    ``where`` is a `Place` where the mistake has a line of its own, so that the line can be shown.
    """

    def __init__(self, where: str | Place, reason: Tellable, remedy: Tellable = "") -> None:
        super().__init__(str(where), reason, remedy)
        self.place = where if isinstance(where, Place) else None
        self.parts: tuple[RuleError, ...] = (self,)

    @classmethod
    def all_of(cls, errors: Iterable[RuleError]) -> RuleError:
        """One error for all of ``errors``, each told once."""
        parts = tuple({str(part): part for error in errors for part in error.parts}.values())
        if len(parts) == 1:
            return parts[0]
        made = cls("", "\n".join(map(str, parts)))
        made.parts = parts
        return made


class Mistakes:
    """Gathers rule errors, so that all are told at once."""

    def __init__(self) -> None:
        self._kept: list[RuleError] = []

    def __len__(self) -> int:
        return len(self._kept)

    def told(self, make: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """What ``make`` gives, or None where it raises a RuleError: that is kept."""
        try:
            return make(*args, **kwargs)
        except RuleError as error:
            self.add(error)
            return None

    def add(self, *errors: RuleError) -> None:
        """Keep errors."""
        self._kept.extend(errors)

    def stop(self) -> None:
        """Raise a RuleError that holds all that were kept, if any were."""
        if self._kept:
            raise RuleError.all_of(self._kept)


class ModelError(PoalintError):
    """No usable spaCy pipeline."""


class UnknownNameError(PoalintError):
    """A name that nothing goes by; the remedy holds the nearest known ones."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        near = nearest(name, known)
        remedy = f"Did you mean {' or '.join(near)}?" if near else "`poalint rules` lists what there is."
        super().__init__("", f"no {what} is called {name!r}", remedy)


def nearest(name: str, known: Iterable[str], at_most: int = 3) -> list[str]:
    """The known names that ``name`` was probably meant to be, the best first."""
    names = sorted(set(known))
    close = difflib.get_close_matches(name.lower(), names, n=at_most, cutoff=0.5)
    parts = [n for n in names if name and (name.lower() in n or set(name.lower().split("-")) & set(n.split("-")))]
    return list(dict.fromkeys([*close, *parts]))[:at_most]
