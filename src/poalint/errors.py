"""What the user can mend. Everything else is a bug and keeps its traceback."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class PoalintError(Exception):
    """The root of all errors that the user can mend.

    ``where`` names the place (a path, ``file:line``, an option), ``reason`` says what is wrong there and
    ``remedy`` what to do about it. The command line prints it once and exits with status 2.
    """

    def __init__(self, where: str, reason: str, remedy: str = "") -> None:
        super().__init__(where, reason, remedy)
        self.where = where
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        said = f"{self.where}: {self.reason}" if self.where else self.reason
        return f"{said}. {self.remedy}" if self.remedy else said


class DraftError(PoalintError):
    """A draft that cannot be read: missing, empty, not text, not English, too large."""


class RuleError(PoalintError):
    """One or more mistakes in files under ``rules/``, each with file, line, column and reason."""


class Mistakes:
    """Gathers rule errors, so that all are told at once."""

    def __init__(self) -> None:
        self._told: list[str] = []

    def told(self, make: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """What ``make`` gives, or None where it raises a RuleError: that is kept."""
        try:
            return make(*args, **kwargs)
        except RuleError as error:
            self.add(error)
            return None

    def add(self, error: RuleError) -> None:
        """Keep an error."""
        self._told.append(str(error))

    def stop(self) -> None:
        """Raise a RuleError that lists all that were kept, if any were."""
        if self._told:
            raise RuleError("", "\n".join(dict.fromkeys(self._told)))


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
