"""``--format NAME[=FILE]``, several times: what is printed, and what is written beside it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from poalint.cli.telling import telling_errors
from poalint.formats import MACHINE, names, writer_for
from poalint.speech import Lang, Phrase

if TYPE_CHECKING:
    from poalint.earlier import Earlier
    from poalint.errors import PoalintError
    from poalint.formats.outputs import Place
    from poalint.formats.tally import Tally
    from poalint.formats.writer import Writer
    from poalint.model import Report

Outcomes = Iterable["Report | PoalintError"]
Telling = Callable[[Outcomes], Outcomes]

_STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
"""Where GitHub says which file holds the summary of a step."""


@dataclass(frozen=True, slots=True)
class At:
    """A format, and the file that it goes to; None is standard output."""

    format: str
    file: str | None = None


class _FormatAt(click.ParamType):  # type: ignore[type-arg] # generic in click's newest versions only
    """``NAME`` or ``NAME=FILE``."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> At:
        """Split and check. Raises UnknownNameError and OutputError."""
        from poalint.errors import OutputError, UnknownNameError

        name, given, file = str(value).partition("=")
        if name not in names("check"):
            raise UnknownNameError("format", name, names("check"))
        if given and not file:
            raise OutputError(f"--format {value}", "no file is named after =", "Write --format NAME=FILE.")
        return At(name, file if given else None)


def _once(ctx: click.Context, param: click.Parameter, value: tuple[At, ...]) -> tuple[At, ...]:
    """Refuse two formats in one place."""
    from poalint.errors import OutputError

    seen: dict[str | None, At] = {}
    for at in value:
        other = seen.setdefault(None if at.file is None else str(Path(at.file).absolute()), at)
        if other is not at:
            both = Phrase("{one} and {other} would both go there", one=other.format, other=at.format)
            raise OutputError(at.file or Phrase("standard output"), both, "Write one of them to a file: NAME=FILE.")
    return value or (At(names("check")[0]),)


formats_option = click.option(
    "--format", "formats", type=_FormatAt(), multiple=True, callback=_once,
    metavar="NAME[=FILE]",
    help="How to report: text (without this), json, html, sarif, junit, github, gitlab, checkstyle, markdown or csv. "
    "=FILE writes to a file. May be given several times.",
)  # fmt: skip


def outputs(
    formats: Iterable[At], tally: Tally, color: str, lang: Lang, earlier: Earlier | None = None
) -> tuple[list[tuple[Writer, Place]], Telling]:
    """Each format's writer with its place, and what tells people of errors where no format on the screen does."""
    from poalint.earlier import Earlier
    from poalint.formats.outputs import into, onto
    from poalint.formats.screen import Screen
    from poalint.formats.writer import About

    shown = next((at.format for at in formats if at.file is None), "text")
    screen = Screen(color, shown in MACHINE)
    about = About(tally, screen.width, lang, earlier or Earlier())
    places: list[tuple[Writer, Place]] = [
        (writer_for(at.format)(about), nullcontext(screen) if at.file is None else into(at.file)) for at in formats
    ]
    if any(at.format == "github" for at in formats) and (summary := os.environ.get(_STEP_SUMMARY)):
        from poalint.formats import github_summary

        places.append((github_summary.Writer(about), onto(summary)))
    return places, lambda outcomes: telling_errors(outcomes, shown, screen, lang)
