"""``poalint check``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from poalint.cli.choosing import Choices, chooses
from poalint.cli.known import Known
from poalint.cli.options import reads_letters
from poalint.cli.places import At, formats_option, outputs
from poalint.speech import Lang

if TYPE_CHECKING:
    from poalint.settings import Judging


@click.command("check", short_help="Score drafts and say what to mend.")
@formats_option
@chooses
@click.option("--baseline", metavar="FILE", help="Leave out the findings that this file knows.")
@reads_letters
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    formats: tuple[At, ...],
    choices: Choices,
    baseline: str | None,
    judging: Judging,
    lang: Lang,
    color: str,
) -> None:
    """Score drafts and say what to mend.

    PATH is a file, a folder (its .txt, .text and .md files are checked), a pattern such as "drafts/*.txt",
    or - for standard input.
    """
    from poalint.api import Linter
    from poalint.asides.choosing import asides
    from poalint.checking import reports
    from poalint.formats.outputs import write
    from poalint.formats.tally import Tally
    from poalint.sources import drafts

    settings = choices.settings(judging)
    known = Known(baseline)
    tally = Tally(Linter.of(judging).packs)
    outcomes = reports(
        drafts(paths),
        lambda path: settings,
        lambda asked, group: Linter.of(asked).assess_all(group),
        asides(known.baseline),
    )
    places, telling = outputs(formats, tally, color, lang)
    write(telling(tally.watch(known.watch(outcomes))), places)
    known.tell_stale(lang)
    ctx.exit(0 if choices.exit_zero and tally.status == 1 else tally.status)
