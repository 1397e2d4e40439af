"""``poalint baseline``: keep what is found today, so that from now on only what is new counts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from poalint.asides.names import BASELINE
from poalint.cli.group import COULD_NOT, Suggesting, complain
from poalint.cli.options import program_lang_option, reads_letters
from poalint.cli.saying import say
from poalint.speech import Counted, Lang, Phrase

if TYPE_CHECKING:
    from poalint.asides.baseline import Baseline
    from poalint.holding import Holding
    from poalint.model import Report


@click.group("baseline", cls=Suggesting, short_help="Keep what is found today, so that only new findings count.")
@program_lang_option
def command() -> None:
    """Keep what is found today in a file, so that `poalint check --baseline FILE` counts only what is new.

    The file holds rules and fingerprints, and no word of any draft.
    """


@command.command("create", short_help="Write a baseline of all that is found in drafts.")
@click.option("--output", metavar="FILE", default=BASELINE, show_default=True, help="Where to write it.")
@click.option("--force", is_flag=True, help="Write it although the file is there: all that is found is known then.")
@reads_letters
@click.pass_context
def create(
    ctx: click.Context, paths: tuple[str, ...], output: str, force: bool, holding: Holding, lang: Lang, color: str
) -> None:
    """Write a baseline of all that is found in drafts.

    PATH is what it is for check.
    """
    from poalint.asides.baseline import Baseline
    from poalint.cli.sparing import spare
    from poalint.errors import OutputError
    from poalint.formats.traces import BASELINE as BASELINE_FORM

    if os.path.lexists(output) and not force:
        remedy = "`poalint baseline prune` drops what is mended; --force begins anew, and lets all that is found pass."
        raise OutputError(output, "there is such a file already", remedy)
    spare([(BASELINE_FORM, output)], paths)
    made = Baseline(output).with_all(_reports(ctx, paths, holding, lang))
    _write(made)
    said = Phrase(
        "{file} knows {findings} in {drafts}.",
        file=output,
        findings=Counted(len(made), "finding"),
        drafts=Counted(len(made.drafts), "draft"),
    )
    say([said], lang, color)


@command.command("prune", short_help="Drop from a baseline what is no longer found.")
@click.option("--baseline", "file", metavar="FILE", default=BASELINE, show_default=True, help="The baseline.")
@reads_letters
@click.pass_context
def prune(ctx: click.Context, paths: tuple[str, ...], file: str, holding: Holding, lang: Lang, color: str) -> None:
    """Drop from a baseline what is no longer found in drafts, and drafts that are gone.

    PATH is what it is for check. What the baseline knows of other drafts stays.
    """
    from poalint.cli.known import load

    old = load(file)
    made = old.pruned(_reports(ctx, paths, holding, lang))
    if made != old:
        _write(made)
    dropped, left = Counted(len(old) - len(made), "finding"), Counted(len(made), "finding")
    said = Phrase("Dropped {dropped} from {file}; it still knows {left}.", dropped=dropped, file=file, left=left)
    say([said], lang, color)


def _reports(ctx: click.Context, paths: tuple[str, ...], holding: Holding, lang: Lang) -> Iterator[Report]:
    """The reports on all drafts as they come; where one cannot be read, that is told, and the run ends after the last.

    So nothing is written then: the baseline is made of all of them.
    """
    from poalint.cli.judged import judged
    from poalint.cli.telling import telling_errors
    from poalint.formats.screen import Screen
    from poalint.model import Report

    failed = False
    for outcome in telling_errors(judged(paths, holding, lang), "text", Screen(), lang):
        if isinstance(outcome, Report):
            yield outcome
        else:
            failed = True
    if failed:
        complain(Phrase("no baseline is written: a draft that cannot be read would be missing in it"), lang)
        ctx.exit(COULD_NOT)


def _write(baseline: Baseline) -> None:
    from poalint.formats.baseline_json import lines
    from poalint.formats.outputs import into

    with into(baseline.file) as file:
        for each in lines(baseline):
            file.show(each)
