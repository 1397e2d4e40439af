"""The one place that prints an error, and that turns what a user can mend into an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from poalint.cli.language import asked, named, speak, spoken_in
from poalint.early import over
from poalint.speech import Lang, Phrase, Tellable, either, render

if TYPE_CHECKING:
    from poalint.errors import PoalintError

COULD_NOT = 2
_INTERRUPTED = 130
_NOBODY_READS = 141

COMMANDS = {
    "check": "poalint.cli.check",
    "parse": "poalint.cli.parse",
    "rules": "poalint.cli.rules",
    "explain": "poalint.cli.explain",
    "violations": "poalint.cli.violations",
    "template": "poalint.cli.template",
    "baseline": "poalint.cli.baseline",
    "diff": "poalint.cli.diff",
    "test": "poalint.cli.test",
    "new": "poalint.cli.new",
    "schema": "poalint.cli.schema",
    "cache": "poalint.cli.cache",
    "init": "poalint.cli.init",
    "config": "poalint.cli.config",
}
"""Each command and the module that holds it, as ``command``; a run imports only its own."""


class SpokenContext(click.Context):
    """A command's context, whose help is in the language of the run."""

    def make_formatter(self) -> click.HelpFormatter:
        """What writes the help: click's own in English."""
        if (lang := spoken_in(self)) == "en":
            return super().make_formatter()
        from poalint.cli.help import SpokenFormatter

        return SpokenFormatter(lang, self.terminal_width, self.max_content_width)


class Suggesting(click.Group):
    """Tells of a mistyped command which one was probably meant, in every release of click."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command. Raises UsageError that names the nearest ones."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from poalint.errors import nearest

            if near := nearest(args[0], self.list_commands(ctx)):
                said = Phrase("No such command: {name}. Did you mean {near}?", name=args[0], near=either(near))
                raise click.UsageError(render(said, spoken_in(ctx)), ctx) from error
            raise


class CommandGroup(Suggesting):
    """Imports commands when they are asked for; turns what a user can mend into a status, a bug keeps its traceback."""

    context_class = SpokenContext

    def main(  # type: ignore[override] # what else click takes here is handed on as it is
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> Any:
        """Run the program and exit; an error in the command line is told in the language that it asks for."""
        lang = asked(sys.argv[1:] if args is None else args, os.environ)
        if lang == "en":
            return super().main(args, prog_name, **extra)
        from poalint.cli.usage import lines

        _take_any_character()
        try:
            status = super().main(args, prog_name, **{**extra, "standalone_mode": False})
        except click.ClickException as error:
            for each in lines(error, lang):
                click.echo(each, err=True)
            sys.exit(error.exit_code)
        except click.Abort:
            sys.exit(_INTERRUPTED)
        sys.exit(status if isinstance(status, int) else 0)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the program's own options, once the language of the run is known."""
        speak(ctx, asked(args, os.environ), bool(named(args)))
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; print what a user can mend, and exit with its status."""
        from poalint.errors import PoalintError

        try:
            over()
            result = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
            return result
        except PoalintError as error:
            complain(error, spoken_in(ctx))
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
        _let_speak(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a path in its place is told how to check it."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from poalint.formats.lines import visible

            if os.path.exists(args[0]) or "." in args[0]:
                lang = spoken_in(ctx)
                message, path = _said(error, lang), visible(args[0])
                said = Phrase("{message} To check a draft: poalint check {path}", message=message, path=path)
                raise click.UsageError(render(said, lang), ctx) from error
            raise


def _let_speak(command: click.Command) -> None:
    """Give a command, and those below it, contexts whose help is in the language of the run."""
    command.context_class = SpokenContext
    for each in getattr(command, "commands", {}).values():
        _let_speak(each)


def _said(error: click.ClickException, lang: Lang) -> str:
    if lang == "en":
        return error.format_message()
    from poalint.cli.usage import retold

    return render(retold(error.format_message()), lang)


def _take_any_character() -> None:
    """Let the streams write what their encoding lacks as question marks: help is not worth a traceback."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")


def complain(error: PoalintError | Tellable, lang: Lang = "en") -> None:
    """Print an error in one language, under the program's name; the mistakes in rule files are told one a line."""
    from poalint.formats.complaint import lines

    if sys.stderr is not None:
        for each in lines(error, lang):
            print(each, file=sys.stderr)  # noqa: T201 # the one place that prints


def close_output() -> None:
    """Point standard output at nothing: it cannot be written to, and Python would complain at its end."""
    if sys.stdout is not None:
        with open(os.devnull, "w") as nothing:
            os.dup2(nothing.fileno(), sys.stdout.fileno())
