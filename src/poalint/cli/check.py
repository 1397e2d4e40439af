"""``poalint check``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from poalint.cli.choosing import Choices, chooses
from poalint.cli.ending import Ending
from poalint.cli.known import Known
from poalint.cli.means import Means, has_means
from poalint.cli.options import baseline_option, reads_letters
from poalint.cli.places import At, formats_option, outputs
from poalint.cli.previous import earlier_reports, previous_option
from poalint.layers import said
from poalint.speech import Lang

if TYPE_CHECKING:
    from poalint.holding import Holding


@click.command("check", short_help="Score drafts and say what to mend.")
@formats_option
@previous_option
@chooses
@has_means
@baseline_option
@click.option("--redact", is_flag=True, help="Keep the drafts' words out of every report; places and rules stay.")
@reads_letters
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    stdin: str | None,
    formats: tuple[At, ...],
    previous: tuple[str, ...],
    choices: Choices,
    means: Means,
    baseline: str | None,
    redact: bool,
    holding: Holding,
    lang: Lang,
    color: str,
) -> None:
    """Score drafts and say what to mend.

    PATH is a file, a folder (its .txt, .text and .md files are checked), a pattern such as "drafts/*.txt",
    or - for standard input.
    """
    from poalint.asides.choosing import asides
    from poalint.checking import reports
    from poalint.cli.sparing import spare
    from poalint.formats.outputs import write
    from poalint.formats.tally import Tally
    from poalint.redaction import redacting
    from poalint.settings import Judging
    from poalint.sources import called, drafts

    known = Known()
    known(baseline)  # before any draft is read
    spare([(at.format, at.file) for at in formats if at.file is not None], called(paths, stdin))
    holding = holding.also(choices.layer).also(said("command line", baseline=baseline))
    packs = Judging(packs=holding.check(called(paths, stdin)))
    earlier = earlier_reports(previous, formats)
    with Ending() as ending, means.desk(lang) as desk:
        tally = Tally(desk.packs(packs))
        outcomes = ending.watch(reports(drafts(paths, holding.limits, stdin), holding, desk.assess, asides(known)))
        places, telling = outputs(formats, tally, color, lang, earlier)
        shown = means.shown(outcomes, paths, any(at.file is None for at in formats), lang)
        counted = tally.watch(known.watch(shown))
        write(telling(redacting(counted, lang) if redact else counted), places)
    known.tell_stale(lang)
    ctx.exit(0 if choices.exit_zero and tally.status == 1 else tally.status)
