"""``poalint baseline``: keep what is found today, so that from now on only what is new counts."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from poalint.cli.group import COULD_NOT, Suggesting, complain
from poalint.cli.options import program_lang_option, reads_letters
from poalint.cli.remembering import Remembering
from poalint.cli.saying import say
from poalint.speech import Counted, Lang, Phrase

if TYPE_CHECKING:
    from poalint.asides.baseline import Baseline, Entries
    from poalint.holding import Holding
    from poalint.model import Report

Command = TypeVar("Command", bound=Callable[..., Any])


@click.group("baseline", cls=Suggesting, short_help="Keep what is found today, so that only new findings count.")
@program_lang_option
def command() -> None:
    """Keep what is found today in a file, so that `poalint check --baseline FILE` counts only what is new.

    The file holds rules and fingerprints, and no word of any draft.
    """


def _file_option(function: Command) -> Command:
    """``--baseline``, for both commands; ``--output`` is what create called it once."""
    help_ = "The baseline; without this, the one that the configuration names, else poalint-baseline.json."
    made: Command = click.option("--baseline", "--output", "file", metavar="FILE", cls=_Baseline, help=help_)(function)
    return made


class _Baseline(click.Option):
    """An option whose second name still works, and is not told."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The line of the help."""
        record = super().get_help_record(ctx)
        return (record[0].replace(", --output", ""), record[1]) if record else None


@command.command("create", short_help="Write a baseline of all that is found in drafts.")
@_file_option
@click.option("--force", is_flag=True, help="Write it although the file is there: all that is found is known then.")
@reads_letters
@click.pass_context
def create(
    ctx: click.Context,
    paths: tuple[str, ...],
    stdin: str | None,
    file: str | None,
    force: bool,
    holding: Holding,
    lang: Lang,
    color: str,
) -> None:
    """Write a baseline of all that is found in drafts.

    PATH is what it is for check. Drafts whose configurations name different baselines go each to its own.
    """
    from poalint.asides.baseline import Baseline
    from poalint.cli.sparing import spare
    from poalint.errors import OutputError
    from poalint.formats.traces import BASELINE as BASELINE_FORM

    def new(file: str) -> Baseline:
        if os.path.lexists(file) and not force:
            remedy = (
                "`poalint baseline prune` drops what is mended; --force begins anew, and lets all that is found pass."
            )
            raise OutputError(file, "there is such a file already", remedy)
        spare([(BASELINE_FORM, file)], paths)
        return Baseline(file)

    remembering = Remembering(holding, file, new)
    _read(ctx, paths, stdin, remembering, Baseline.learned, lang)
    for empty, entries in remembering.made():
        made = empty.holding(entries)
        _write(made)
        findings, drafts = Counted(len(made), "finding"), Counted(len(made.drafts), "draft")
        say(
            [Phrase("{file} knows {findings} in {drafts}.", file=made.file, findings=findings, drafts=drafts)],
            lang,
            color,
        )


@command.command("prune", short_help="Drop from a baseline what is no longer found.")
@_file_option
@reads_letters
@click.pass_context
def prune(
    ctx: click.Context,
    paths: tuple[str, ...],
    stdin: str | None,
    file: str | None,
    holding: Holding,
    lang: Lang,
    color: str,
) -> None:
    """Drop from a baseline what is no longer found in drafts, and drafts that are gone.

    PATH is what it is for check. What the baseline knows of other drafts stays.
    """
    from poalint.asides.baseline import Baseline
    from poalint.cli.known import load

    remembering = Remembering(holding, file, load)
    _read(ctx, paths, stdin, remembering, Baseline.left, lang)
    for old, entries in remembering.made():
        made = old.without_gone().holding(entries)
        if made != old:
            _write(made)
        dropped, left = Counted(len(old) - len(made), "finding"), Counted(len(made), "finding")
        said = "Dropped {dropped} from {file}; it still knows {left}."
        say([Phrase(said, dropped=dropped, file=made.file, left=left)], lang, color)


def _read(
    ctx: click.Context,
    paths: tuple[str, ...],
    stdin: str | None,
    remembering: Remembering,
    tell: Callable[[Baseline, Report], Entries],
    lang: Lang,
) -> None:
    """Let all drafts pass; where one cannot be read, that is told, and the run ends after the last.

    So nothing is written then: the baseline is made of all of them.
    """
    from poalint.cli.judged import judged
    from poalint.cli.telling import telling_errors
    from poalint.formats.screen import Screen
    from poalint.model import Report
    from poalint.sources import drafts

    failed = False
    outcomes = judged(drafts(paths, remembering.limits, stdin), remembering.holds, lang)
    for outcome in telling_errors(outcomes, "text", Screen(), lang):
        if isinstance(outcome, Report):
            remembering.note(outcome, tell)
        else:
            failed = True
    if failed:
        complain(Phrase("no baseline is written: a draft that cannot be read would be missing in it"), lang)
        ctx.exit(COULD_NOT)


def _write(baseline: Baseline) -> None:
    from poalint.formats.baseline_json import lines
    from poalint.formats.outputs import into

    with into(baseline.file) as file:
        file.show_all(lines(baseline))
