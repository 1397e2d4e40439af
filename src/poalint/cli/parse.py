"""``poalint parse``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from poalint.cli.group import telling_errors
from poalint.cli.options import format_option, reads_letters
from poalint.formats import MACHINE, formatter
from poalint.speech import Lang

if TYPE_CHECKING:
    from poalint.settings import Judging


@click.command("parse", short_help="Show how drafts are read, to see why a rule fired.")
@format_option("parse")
@reads_letters
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    format_: str,
    judging: Judging,
    lang: Lang,
    color: str,
) -> None:
    """Show how drafts are read: blocks, clauses and signals, each with the words that decided it.

    PATH is what it is for check.
    """
    from poalint.api import Linter
    from poalint.formats.screen import Screen
    from poalint.formats.tally import Tally
    from poalint.sources import drafts

    screen, tally = Screen(color, format_ in MACHINE), Tally()
    linter = Linter.of(judging)
    outcomes = tally.watch(linter.read_all(drafts(paths)))
    for each in formatter("parse", format_)(telling_errors(outcomes, format_, screen, lang), linter.shows, lang):
        screen.show(each)
    ctx.exit(tally.status)
