"""What the user can mend. Everything else is a bug and keeps its traceback."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from poalint.speech import Lang, Phrase, Tellable, either, render, several

P = ParamSpec("P")
T = TypeVar("T")


class PoalintError(Exception):
    """The root of all errors that the user can mend.

    ``where`` names the place (a path, ``file:line``, an option), ``reason`` says what is wrong there and
    ``remedy`` what to do about it. The command line prints it once and exits with status 2.
    """

    def __init__(self, where: Tellable, reason: Tellable, remedy: Tellable = "") -> None:
        super().__init__(where, reason, remedy)
        self._said = tuple(sentence(each) for each in (where, reason, remedy))

    @property
    def where(self) -> str:
        """The place, in English."""
        return str(self._said[0])

    @property
    def reason(self) -> str:
        """What is wrong, in English."""
        return str(self._said[1])

    @property
    def remedy(self) -> str:
        """What to do about it, in English; empty where that is plain."""
        return str(self._said[2])

    def advice(self, lang: Lang = "en") -> str:
        """The reason and the remedy in one language."""
        _, reason, remedy = self._said
        return render(Phrase("{reason}. {remedy}", reason=reason, remedy=remedy) if self.remedy else reason, lang)

    def told(self, lang: Lang = "en") -> str:
        """All of it in one language."""
        where = render(self._said[0], lang)
        return f"{where}: {self.advice(lang)}" if where else self.advice(lang)

    def __str__(self) -> str:
        return self.told()

    def __reduce__(self) -> tuple[object, ...]:  # some errors take other arguments than they keep
        return _blank, (type(self), self.args), self.__dict__


def _blank(kind: type[PoalintError], args: tuple[Tellable, ...]) -> PoalintError:
    return kind.__new__(kind, *args)


def sentence(said: Tellable) -> Tellable:
    """What is said, in each language: a plain text may be one of the program's own."""
    return Phrase(said) if isinstance(said, str) else said


class DraftError(PoalintError):
    """A draft that cannot be read: missing, empty, not text, not English, too large."""


class LostDraftError(DraftError):
    """A draft that ends every process that reads it. Another machine, or less at once, may read it."""


class OverdueDraftError(LostDraftError):
    """A draft that takes longer to judge than it may. A faster machine may be in time."""


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

    def __init__(self, where: Tellable | Place, reason: Tellable, remedy: Tellable = "") -> None:
        super().__init__(str(where) if isinstance(where, Place) else where, reason, remedy)
        self.place = where if isinstance(where, Place) else None
        self.parts: tuple[RuleError, ...] = (self,)

    def told(self, lang: Lang = "en") -> str:
        """All of it in one language, a line for each mistake."""
        if self.parts == (self,):
            return super().told(lang)
        return "\n".join(part.told(lang) for part in self.parts)

    @classmethod
    def all_of(cls, errors: Iterable[RuleError]) -> RuleError:
        """One error for all of ``errors``, each told once."""
        parts = tuple({str(part): part for error in errors for part in error.parts}.values())
        if len(parts) == 1:
            return parts[0]
        made = cls("", "")
        made.parts = parts
        return made


class SwitchedOffError(RuleError):
    """A rule that is asked for and that a pack switches off; the place is where it does."""


class SettingsError(DraftError):
    """A draft of which nobody can tell what holds, for mistakes that stand elsewhere or above its letter (``parts``).

    They stand in its configuration or front matter, or in what should set findings aside.
    """

    def __init__(self, path: str, why: PoalintError) -> None:
        super().__init__(path, str(why))
        self.parts: tuple[PoalintError, ...] = why.parts if isinstance(why, RuleError) else (why,)

    def advice(self, lang: Lang = "en") -> str:
        """All mistakes in one language, each with its own place."""
        return "\n".join(part.told(lang) for part in self.parts)

    def told(self, lang: Lang = "en") -> str:
        """The same: what is to be mended stands there, not in the draft's letter."""
        return self.advice(lang)


class Mistakes:
    """Gathers rule errors, so that all are told at once."""

    def __init__(self) -> None:
        self._kept: list[RuleError] = []

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def parts(self) -> tuple[RuleError, ...]:
        """Each single mistake."""
        return tuple(part for error in self._kept for part in error.parts)

    @property
    def places(self) -> frozenset[str]:
        """Where mistakes stand."""
        return frozenset(str(part.place) for part in self.parts)

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


class SkeletonError(PoalintError):
    """A file that cannot be begun: its name is bad or taken, or there is no place for it."""


class ModelError(PoalintError):
    """No usable spaCy pipeline."""


class OutputError(PoalintError):
    """A file that cannot be written."""


class KeptFileError(PoalintError):
    """A file that the program wrote earlier, a report or a baseline, and that is not as it writes it."""


class MissingExtraError(PoalintError):
    """Something that needs a package which is installed only on demand."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(
            "",
            Phrase("{what} needs a package that is not installed", what=Phrase(what)),
            f"pip install 'poalint[{extra}]'",
        )


_LISTED_BY = {"rule": "rules", "rule, pillar or flag": "rules", "violation": "violations", "kind of file": "schema"}
"""The command that lists all things of a kind; where there is none, there are few enough to name."""


class UnknownNameError(PoalintError):
    """A name that nothing goes by; the remedy holds the nearest known ones, or says where all are listed."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        names = tuple(known)
        super().__init__("", no_such(what, name), meant(name, names, listed(what, names)))


def listed(what: str, known: Iterable[str]) -> Phrase:
    """Says where all names of a kind (``what``) are listed, or which there are."""
    if what in _LISTED_BY:
        return Phrase("`poalint {command}` lists what there is.", command=_LISTED_BY[what])
    return Phrase("There are {names}.", names=several(known))


def no_such(what: str, name: str) -> Phrase:
    """Says that nothing of a kind (``what``) goes by this name."""
    return Phrase("no {what} is called {name!r}", what=Phrase(what), name=name)


def stands_in_too(what: str, name: str, other: object) -> Phrase:
    """Says that one of this name and kind stands in another file (``other``) as well."""
    return Phrase("the {what} {name!r} stands in {other} too", what=Phrase(what), name=name, other=str(other))


def meant(name: str, known: Iterable[str], otherwise: Tellable = "") -> Tellable:
    """Asks whether one of the nearest known names was meant; ``otherwise`` where none is near."""
    near = nearest(name, known)
    return Phrase("Did you mean {names}?", names=either(near)) if near else otherwise


def nearest(name: str, known: Iterable[str], at_most: int = 3) -> list[str]:
    """The known names that ``name`` was probably meant to be, the best first."""
    import difflib  # for who made a mistake

    names, asked = sorted(set(known)), name.lower()
    close = difflib.get_close_matches(asked, [n for n in names if _as_long(asked, n)], at_most, _ALIKE_IF_SHORT)
    if len(asked) > _SHORT:
        close = difflib.get_close_matches(asked, names, at_most, _ALIKE)
    return list(dict.fromkeys([*close, *(each for each in names if _in_part(asked, each))]))[:at_most]


_SHORT, _ALIKE, _ALIKE_IF_SHORT = 4, 0.65, 0.5
"""How alike names must be, by `difflib`; so many letters are short: there a single slip changes much."""
_WORD = 4
"""A word of fewer letters says nothing of what is meant: ``no``, ``all``."""


def _as_long(name: str, known: str) -> bool:
    return abs(len(name) - len(known)) <= 1


def _in_part(name: str, known: str) -> bool:
    """Whether a name begins a known one, or has a word in common with it."""
    words = {each for each in re.split(r"[^a-z0-9]+", name) if len(each) >= _WORD}
    return (len(name) >= _WORD and known.startswith(name)) or bool(words & set(known.split("-")))
