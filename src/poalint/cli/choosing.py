"""The options of ``check`` that say what counts of what is found, and what a draft must reach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar, cast

import click

from poalint.layers import Layer, said
from poalint.model import PILLARS
from poalint.speech import Phrase

Command = TypeVar("Command", bound=Callable[..., Any])

_FAIL_ON = ("error", "warning", "note", "never")
_STATUSES = ("pass", "weak", "fail")


@dataclass(frozen=True, slots=True)
class Choices:
    """What the command line says of selection and gates; None and () where it says nothing."""

    select: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Any = None
    min_score: int | None = None
    min_pillars: tuple[tuple[str, str], ...] = ()
    max_warnings: int | None = None
    exit_zero: bool = False

    @property
    def layer(self) -> Layer:
        """What of this counts among settings: all but the exit status."""
        return said(
            "command line", select=self.select, extend_select=self.extend, ignore=self.ignore, fail_on=self.fail_on,
            min_score=self.min_score, min_pillar=self.min_pillars, max_warnings=self.max_warnings,
        )  # fmt: skip


class _PillarAt(click.ParamType):  # type: ignore[type-arg] # generic in click's newest versions only
    """``PILLAR=STATUS``."""

    name = "pillar=status"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """Split and check. Raises UnknownNameError, and PoalintError where there is nothing to split at."""
        from poalint.errors import PoalintError, UnknownNameError

        pillar, given, status = str(value).partition("=")
        if not given:
            said = Phrase("--min-pillar {value} has no =", value=pillar)
            raise PoalintError("", said, "Write PILLAR=STATUS, such as root-cause=pass.")
        for what, name, known in (("pillar", pillar, PILLARS), ("status", status, _STATUSES)):
            if name not in known:
                raise UnknownNameError(what, name, known)
        return pillar, status


def _names(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """All names of an option that takes several: given one by one, or with commas between them."""
    return tuple(name.strip() for each in value for name in each.split(","))


_OPTIONS = (
    click.option(
        "--select",
        multiple=True,
        callback=_names,
        metavar="NAME",
        help="Run only this rule, pillar or flag. Several have commas between them.",
    ),
    click.option(
        "--extend-select",
        "extend",
        multiple=True,
        callback=_names,
        metavar="NAME",
        help="Run this rule, pillar or flag too, whatever else is left out.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        callback=_names,
        metavar="NAME",
        help="Leave this rule, pillar or flag out. Several have commas between them.",
    ),
    click.option(
        "--fail-on", type=click.Choice(_FAIL_ON), help="The least severity that fails a draft; without this, error."
    ),
    click.option("--min-score", type=click.IntRange(0, 100), metavar="N", help="Fail drafts that score below N."),
    click.option(
        "--min-pillar",
        "min_pillars",
        type=_PillarAt(),
        multiple=True,
        metavar="PILLAR=STATUS",
        help="Fail drafts in which this pillar is worse than pass, or than weak; fail asks for nothing.",
    ),
    click.option("--max-warnings", type=click.IntRange(0), metavar="N", help="Fail drafts with more warnings than N."),
    click.option(
        "--exit-zero",
        is_flag=True,
        help="Exit with 0 even where a draft fails; what could not be done is still told by 2.",
    ),
)
_FIELDS = ("select", "extend", "ignore", "fail_on", "min_score", "min_pillars", "max_warnings", "exit_zero")


def chooses(function: Command) -> Command:
    """Give a command these options; it is handed ``choices``."""

    @wraps(function)
    def command(*args: Any, **others: Any) -> Any:
        choices = Choices(**{name: others.pop(name) for name in _FIELDS})
        return function(*args, choices=choices, **others)

    made: Any = command
    for option in reversed(_OPTIONS):
        made = option(made)
    return cast("Command", made)
