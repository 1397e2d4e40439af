"""The one place that prints an error, and that turns what a user can mend into an exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

import click

from poalint.formats import MACHINE

if TYPE_CHECKING:
    from poalint.errors import PoalintError
    from poalint.formats.screen import Screen

Outcome = TypeVar("Outcome")

COULD_NOT = 2
_INTERRUPTED = 130
_NOBODY_READS = 141

COMMANDS = {
    "check": "poalint.cli.check",
    "parse": "poalint.cli.parse",
    "rules": "poalint.cli.rules",
    "explain": "poalint.cli.explain",
    "schema": "poalint.cli.schema",
}
"""Each command and the module that holds it, as ``command``; a run imports only its own."""


class CommandGroup(click.Group):
    """Imports commands when they are asked for; turns what a user can mend into a status, a bug keeps its traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; print what a user can mend, and exit with its status."""
        from poalint.errors import PoalintError

        try:
            result = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
            return result
        except PoalintError as error:
            complain(error)
            ctx.exit(COULD_NOT)
        except KeyboardInterrupt:
            ctx.exit(_INTERRUPTED)
        except BrokenPipeError:
            close_output()
            ctx.exit(_NOBODY_READS)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a path in its place is told how to check it."""
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


def without_errors(
    outcomes: Iterable[Outcome | PoalintError], format_: str, screen: Screen
) -> Iterator[Outcome | PoalintError]:
    """Pass outcomes on; where people read, errors are printed in their turn instead."""
    from poalint.errors import PoalintError

    for outcome in outcomes:
        if isinstance(outcome, PoalintError) and format_ not in MACHINE:
            screen.flush()
            complain(outcome)
        else:
            yield outcome


def close_output() -> None:
    """Point standard output at nothing: it cannot be written to, and Python would complain at its end."""
    import os

    if sys.stdout is not None:
        with open(os.devnull, "w") as nothing:
            os.dup2(nothing.fileno(), sys.stdout.fileno())
