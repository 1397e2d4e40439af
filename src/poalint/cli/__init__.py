"""The command line: options, exit status, and the one place that prints an error."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

from poalint import __version__
from poalint.formats import MACHINE, formatter, names

if TYPE_CHECKING:
    from poalint.errors import PoalintError
    from poalint.formats.screen import Screen

Command = TypeVar("Command", bound=Callable[..., Any])
Outcome = TypeVar("Outcome")

_COULD_NOT = 2
_INTERRUPTED = 130
_NOBODY_READS = 141
_EPILOG = (
    "Exit status: 0 where every draft passes, 1 where one has an error or too low a score, 2 where something "
    "could not be done. No draft leaves this machine. Example: poalint check letter.txt"
)


class _Group(click.Group):
    """Turns what a user can mend into one line and a status; all else is a bug and keeps its traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        from poalint.errors import PoalintError

        try:
            result = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
            return result
        except PoalintError as error:
            complain(error)
            ctx.exit(_COULD_NOT)
        except KeyboardInterrupt:
            ctx.exit(_INTERRUPTED)
        except BrokenPipeError:
            _close_output()
            ctx.exit(_NOBODY_READS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import os.path

            if os.path.exists(args[0]) or "." in args[0]:
                said = f"{error.format_message()} To check a draft: poalint check {args[0]}"
                raise click.UsageError(said, ctx) from error
            raise


def complain(error: PoalintError | str) -> None:
    """Print an error under the program's name; the mistakes in rule files are told one a line."""
    from poalint.formats.complaint import lines

    if sys.stderr is not None:
        for each in lines(error):
            print(each, file=sys.stderr)  # noqa: T201 # the one place that prints


def _format(command: str) -> Callable[[Command], Command]:
    choices = names(command)
    return click.option(
        "--format",
        "format_",
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        help="How to print.",
    )


_color = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
    help="Whether to use colour; auto does on a terminal, unless NO_COLOR is set.",
)  # fmt: skip
_model = click.option("--model", metavar="NAME", help="The spaCy pipeline: an installed package or a folder.")
_paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


@click.group(cls=_Group, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="poalint %(version)s")
def cli() -> None:
    """Check an Amazon seller's Plan of Action before it is sent."""


@cli.command()
@_paths
@_format("check")
@click.option("--min-score", type=click.IntRange(0, 100), metavar="N", help="Fail drafts that score below N.")
@_color
@_model
@click.pass_context
def check(
    ctx: click.Context,
    paths: tuple[str, ...],
    format_: str,
    min_score: int | None,
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

    screen, tally = Screen(color, format_ in MACHINE), Tally(min_score)
    outcomes = tally.watch(Linter(model).lint_all(drafts(paths)))
    for each in formatter("check", format_)(_told(outcomes, format_, screen), tally, screen.width):
        screen.show(each)
    ctx.exit(tally.status)


@cli.command(short_help="Show how drafts are read, to see why a rule fired.")
@_paths
@_format("parse")
@_color
@_model
@click.pass_context
def parse(ctx: click.Context, paths: tuple[str, ...], format_: str, color: str, model: str | None) -> None:
    """Show how drafts are read: blocks, clauses and signals, each with the words that decided it.

    PATH is what it is for check.
    """
    from poalint.api import Linter
    from poalint.formats.screen import Screen
    from poalint.formats.tally import Tally
    from poalint.sources import drafts

    screen, tally, linter = Screen(color, format_ in MACHINE), Tally(), Linter(model)
    outcomes = tally.watch(linter.read_all(drafts(paths)))
    for each in formatter("parse", format_)(_told(outcomes, format_, screen), linter.shows):
        screen.show(each)
    ctx.exit(tally.status)


@cli.command()
@_format("rules")
@_color
def rules(format_: str, color: str) -> None:
    """List the rules by pillar."""
    from poalint.cards import cards
    from poalint.formats.screen import Screen

    screen = Screen(color, format_ in MACHINE)
    for each in formatter("rules", format_)(cards()):
        screen.show(each)


@cli.command(short_help="Tell what a rule finds and what to write instead.")
@click.argument("names_", nargs=-1, required=True, metavar="RULE...")
@_color
@click.pass_context
def explain(ctx: click.Context, names_: tuple[str, ...], color: str) -> None:
    """Tell what rules find, why a reviewer minds, and what to write instead.

    RULE is a rule's id, or a pillar or flag for all of its rules.
    """
    from poalint.cards import named
    from poalint.errors import UnknownNameError
    from poalint.formats.screen import Screen

    screen, unknown = Screen(color), []
    known = []
    for name in names_:
        try:
            known += named(name)
        except UnknownNameError as nobody:
            unknown.append(nobody)
    for each in formatter("explain", "text")(known):
        screen.show(each)
    for error in unknown:
        complain(error)
    ctx.exit(_COULD_NOT if unknown else 0)


def _told(outcomes: Iterable[Outcome | PoalintError], format_: str, screen: Screen) -> Iterator[Outcome | PoalintError]:
    """Pass outcomes on; where people read, errors are printed in their turn instead."""
    from poalint.errors import PoalintError

    for outcome in outcomes:
        if isinstance(outcome, PoalintError) and format_ not in MACHINE:
            screen.flush()
            complain(outcome)
        else:
            yield outcome


def _close_output() -> None:
    """Point standard output at nothing: it cannot be written to, and Python would complain at its end."""
    import os

    if sys.stdout is not None:
        with open(os.devnull, "w") as nothing:
            os.dup2(nothing.fileno(), sys.stdout.fileno())


def main() -> None:
    """Run the program."""
    try:
        cli(prog_name="poalint")
    except OSError as error:  # of the output: what drafts and rules have is told by those who read them
        _close_output()
        complain(f"the output cannot be written: {error.strerror or error}")
        sys.exit(_COULD_NOT)
    finally:
        gc.freeze()  # or the interpreter goes through all of spaCy once more before it leaves: a tenth of a cold run
