"""``poalint check``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from poalint.cli.group import without_errors
from poalint.cli.options import format_option, reads_letters
from poalint.formats import MACHINE, formatter
from poalint.speech import Lang

if TYPE_CHECKING:
    from poalint.api import Linter


@click.command("check", short_help="Score drafts and say what to mend.")
@format_option("check")
@click.option("--min-score", type=click.IntRange(0, 100), metavar="N", help="Fail drafts that score below N.")
@reads_letters
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    format_: str,
    min_score: int | None,
    linter: Linter,
    lang: Lang,
    color: str,
) -> None:
    """Score drafts and say what to mend.

    PATH is a file, a folder (its .txt, .text and .md files are checked), a pattern such as "drafts/*.txt",
    or - for standard input.
    """
    from poalint.formats.screen import Screen
    from poalint.formats.tally import Tally
    from poalint.sources import drafts

    screen, tally = Screen(color, format_ in MACHINE), Tally(min_score, linter.packs)
    outcomes = tally.watch(linter.lint_all(drafts(paths)))
    for each in formatter("check", format_)(without_errors(outcomes, format_, screen, lang), tally, screen.width, lang):
        screen.show(each)
    ctx.exit(tally.status)
