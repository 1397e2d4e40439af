"""``poalint template``."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from poalint.cli.options import configures, lang_option, packs_option
from poalint.model import LETTERS, Letter
from poalint.speech import Lang, Phrase, render

if TYPE_CHECKING:
    from poalint.outline import Outline

_FORMATS = {"markdown": "poalint.formats.template_markdown", "docx": "poalint.formats.template_docx"}
_SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".docx": "docx"}


@click.command("template", short_help="Write an outline with prompts for one case; the story is yours.")
@click.argument("violation", metavar="VIOLATION")
@click.option(
    "--format", "format_", type=click.Choice(list(_FORMATS)), help="What to write; without this, as --output ends."
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; without this, standard output.",
)
@click.option(
    "--as", "letter", type=click.Choice(LETTERS), default="plan", show_default=True,
    help="What the letter is to be: a plan, or a dispute of the finding.",
)  # fmt: skip
@packs_option
@configures
@lang_option
def command(
    violation: str, format_: str | None, output: Path | None, letter: Letter, packs: tuple[str, ...], lang: Lang
) -> None:
    """Write an outline of a letter for one case, with questions in place of text.

    It holds no story: put your own facts in place of each line in brackets. As it is, `poalint check` fails it.
    `poalint violations` lists the cases.
    """
    from poalint.errors import OutputError, UnknownNameError
    from poalint.formats.lines import visible
    from poalint.loading.facts import load_facts
    from poalint.loading.outlines import load_frame
    from poalint.loading.packs import find
    from poalint.outline import outline

    known = find(packs)
    profiles = load_facts(known).profiles
    if violation not in profiles:
        raise UnknownNameError("violation", violation, profiles)
    suffix = output.suffix.lower() if output else ""
    chosen = format_ or _SUFFIXES.get(suffix, "markdown")
    write: Callable[[Outline], bytes] = import_module(_FORMATS[chosen]).made
    data = write(outline(profiles[violation], load_frame(known[0]), letter, lang))
    if output is None:
        click.echo(data, nl=False)
        return
    try:
        with output.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise OutputError(str(output), "this file is there already", "Name another, or remove it first.") from error
    except OSError as error:
        why = Phrase("this cannot be written ({why})", why=Phrase(error.strerror or str(error)))
        raise OutputError(str(output), why, "Name another file.") from error
    click.echo(visible(render(_written(output), lang)), err=True)


def _written(output: Path) -> Phrase:
    """Say that the outline is written, and what comes next."""
    command = f"poalint check {shlex.quote(str(output))}"
    return Phrase("Wrote {path}. Answer the questions in it, then run: {command}", path=str(output), command=command)
