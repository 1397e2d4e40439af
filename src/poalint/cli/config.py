"""``poalint config``: what holds for a draft, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from poalint.cli.choosing import Choices, chooses
from poalint.cli.group import Suggesting
from poalint.cli.options import baseline_option, format_option, program_lang_option, reads_letters
from poalint.cli.telling import telling_errors
from poalint.formats import MACHINE, formatter
from poalint.layers import said
from poalint.speech import Lang

if TYPE_CHECKING:
    from poalint.errors import PoalintError
    from poalint.holding import Holding
    from poalint.layers import Held


@click.group("config", cls=Suggesting, short_help="Show what holds for a draft, and where each value came from.")
@program_lang_option
def command() -> None:
    """Show what holds for a draft, and where each value came from."""


@command.command("show", short_help="Show what holds for drafts, and where each value came from.")
@format_option("config")
@chooses
@baseline_option
@reads_letters
@click.pass_context
def show(
    ctx: click.Context,
    paths: tuple[str, ...],
    stdin: str | None,
    format_: str,
    choices: Choices,
    baseline: str | None,
    holding: Holding,
    lang: Lang,
    color: str,
) -> None:
    """Show what holds for drafts, and where each value came from: a file and its line, the draft, the command line.

    PATH is what it is for check, and so are the options: with those of a check this shows what holds in it.
    """
    from poalint.formats.screen import Screen
    from poalint.formats.tally import Tally
    from poalint.sources import called, drafts

    screen, tally = Screen(color, format_ in MACHINE), Tally()
    holding = holding.also(choices.layer).also(said("command line", baseline=baseline))

    def outcomes() -> Iterator[Held | PoalintError]:
        holding.check(called(paths, stdin))
        for draft in drafts(paths, holding.limits, stdin):
            yield holding.shown(draft)

    watched = telling_errors(tally.watch(outcomes()), format_, screen, lang)
    for each in formatter("config", format_)(watched, lang):
        screen.show(each)
    ctx.exit(tally.status)
