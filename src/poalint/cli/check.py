"""``poalint check``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from poalint.cli.choosing import Choices, chooses
from poalint.cli.options import reads_letters
from poalint.cli.places import At, formats_option, outputs
from poalint.speech import Lang

if TYPE_CHECKING:
    from poalint.holding import Holding


@click.command("check", short_help="Score drafts and say what to mend.")
@formats_option
@chooses
@reads_letters
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    formats: tuple[At, ...],
    choices: Choices,
    holding: Holding,
    lang: Lang,
    color: str,
) -> None:
    """Score drafts and say what to mend.

    PATH is a file, a folder (its .txt, .text and .md files are checked), a pattern such as "drafts/*.txt",
    or - for standard input.
    """
    from poalint.api import Linter
    from poalint.checking import reports
    from poalint.formats.outputs import write
    from poalint.formats.tally import Tally
    from poalint.sources import drafts

    holding = holding.also(choices.layer)
    tally = Tally(Linter(packs=holding.check(paths)).packs)
    outcomes = reports(drafts(paths), holding, lambda asked, group: Linter.of(asked).assess_all(group))
    places, telling = outputs(formats, tally, color, lang)
    write(telling(tally.watch(outcomes)), places)
    ctx.exit(0 if choices.exit_zero and tally.status == 1 else tally.status)
