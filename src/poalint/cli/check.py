"""``poalint check``."""

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


@click.command("check", short_help="Score drafts and say what to mend.")
@paths_argument
@format_option("check")
@click.option("--min-score", type=click.IntRange(0, 100), metavar="N", help="Fail drafts that score below N.")
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
    min_score: int | None,
    violation: str | None,
    letter: Letter | None,
    packs: tuple[str, ...],
    lang: Lang,
    color: str,
    model: str | None,
) -> None:
    """Score drafts and say what to mend.

    PATH is a file, a folder (its .txt, .text and .md files are checked), a pattern such as "drafts/*.txt",
    or - for standard input.
    """
    from poalint.api import Linter
    from poalint.formats.screen import Screen
    from poalint.formats.tally import Tally
    from poalint.sources import drafts

    linter = Linter(model, packs, violation, lang, letter)
    screen, tally = Screen(color, format_ in MACHINE), Tally(min_score, linter.packs)
    outcomes = tally.watch(linter.lint_all(drafts(paths)))
    for each in formatter("check", format_)(without_errors(outcomes, format_, screen, lang), tally, screen.width, lang):
        screen.show(each)
    ctx.exit(tally.status)
