"""The frozen values that tests of examples give: what was asked, what came of it, and what no example showed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from poalint.errors import Place
from poalint.model import Extra, Letter
from poalint.speech import Tellable
from poalint.testing.marks import Span

What = Literal["rule", "signal"]
Key = Literal["fires", "silent", "near_miss", "present", "absent"]

TODO = "TODO"
"""An example that begins so is still to be written."""


@dataclass(frozen=True, slots=True)
class Example:
    """The ``number``-th example (from 0) under one key of a rule or signal, without its marks; these are ``spans``.

    That of a rule is read as one of the ``letters`` that the rule looks at; ``extras`` stand beside the text.
    """

    what: What
    name: str
    key: Key
    number: int
    text: str
    spans: tuple[Span, ...]
    path: Path
    pack: str
    letters: tuple[Letter, ...] = ()
    extras: tuple[Extra, ...] = ()

    @property
    def fires(self) -> bool:
        """Whether the rule must fire, or the signal be present."""
        return self.key in ("fires", "present")

    @property
    def unfilled(self) -> bool:
        """Whether the example is still to be written."""
        return self.text.lstrip().startswith(TODO)


@dataclass(frozen=True, slots=True)
class Got:
    """What the rule or signal made of an example: the place (None where something is missing), cue and message."""

    start: int | None
    end: int | None
    cue: Tellable
    message: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one example; ``reason`` says why it failed, and ``place`` where it is written.

    ``signals`` (each with its cue) and ``rules`` are all else that the example gave, so that one sees why.
    """

    example: Example
    passed: bool
    reason: Tellable = ""
    place: Place | None = None
    got: tuple[Got, ...] = ()
    signals: tuple[tuple[str, Tellable], ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A rule, a signal or a part of one that no example fires: the part's own words, and where it is written."""

    what: What
    name: str
    part: str
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Tested:
    """One pack's tests: the ``packs`` they ran with (name and version), the results, and the gaps among ``parts``.

    ``parts`` is None where nobody asked for the gaps.
    """

    packs: tuple[tuple[str, str], ...]
    results: tuple[Result, ...]
    gaps: tuple[Gap, ...] = ()
    parts: int | None = None

    @property
    def failures(self) -> tuple[Result, ...]:
        """The results that did not pass."""
        return tuple(each for each in self.results if not each.passed)

    @property
    def good(self) -> bool:
        """Whether all examples passed and nothing is left out."""
        return not self.failures and not self.gaps
