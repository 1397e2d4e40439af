"""``poalint parse``."""

from __future__ import annotations

import click

from poalint.cli.group import without_errors
from poalint.cli.options import (
    color_option,
    format_option,
    lang_option,
    letter_option,
    model_option,
    packs_option,
    paths_argument,
    violation_option,
)
from poalint.formats import MACHINE, formatter
from poalint.model import Letter
from poalint.speech import Lang


@click.command("parse", short_help="Show how drafts are read, to see why a rule fired.")
@paths_argument
@format_option("parse")
@violation_option
@letter_option
@packs_option
@lang_option
@color_option
@model_option
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    format_: str,
    violation: str | None,
    letter: Letter | None,
    packs: tuple[str, ...],
    lang: Lang,
    color: str,
    model: str | None,
) -> None:
    """Show how drafts are read: blocks, clauses and signals, each with the words that decided it.

    PATH is what it is for check.
    """
    from poalint.api import Linter
    from poalint.formats.screen import Screen
    from poalint.formats.tally import Tally
    from poalint.sources import drafts

    screen, tally = Screen(color, format_ in MACHINE), Tally()
    linter = Linter(model, packs, violation, lang, letter)
    outcomes = tally.watch(linter.read_all(drafts(paths)))
    for each in formatter("parse", format_)(without_errors(outcomes, format_, screen, lang), linter.shows, lang):
        screen.show(each)
    ctx.exit(tally.status)
