"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from poalint.cli.language import configured, spoken_in
from poalint.formats import names
from poalint.loading.configuration import Configuration, find
from poalint.model import LETTERS, Letter
from poalint.speech import LANGS, Lang

Command = TypeVar("Command", bound=Callable[..., Any])

_CONFIGURATION = "poalint.configuration"


def format_option(command: str) -> Callable[[Command], Command]:
    """``--format`` with the formats of a command."""
    choices = names(command)
    return click.option(
        "--format", "format_", type=click.Choice(choices), default=choices[0], show_default=True, help="How to print.",
    )  # fmt: skip


def _settings(ctx: click.Context) -> Configuration:
    """The configuration that holds where the program was started, read once a run."""
    if _CONFIGURATION not in ctx.meta:
        ctx.meta[_CONFIGURATION] = find(Path.cwd())
    made: Configuration = ctx.meta[_CONFIGURATION]
    return made


def _language(ctx: click.Context, param: click.Parameter, value: str | None) -> Lang:
    """The language asked for, or that of the configuration, or that of the run."""
    configured(ctx, _settings(ctx).lang)
    return next((lang for lang in LANGS if lang == value), spoken_in(ctx))


def _packs(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """The packs of the configuration, then those of the command line."""
    return (*_settings(ctx).rules, *value)


def _violation(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The case asked for, or that of the configuration."""
    return value or _settings(ctx).violation


_LANG_HELP = "The language to speak; without this, that of the locale."

color_option = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
    help="Whether to use colour; auto does on a terminal, unless NO_COLOR is set.",
)  # fmt: skip
lang_option = click.option("--lang", type=click.Choice(LANGS), callback=_language, is_eager=True, help=_LANG_HELP)
program_lang_option = click.option("--lang", type=click.Choice(LANGS), expose_value=False, help=_LANG_HELP)
"""The same before the command; the run's language has it already."""
model_option = click.option("--model", metavar="NAME", help="The spaCy pipeline: an installed package or a folder.")
packs_option = click.option(
    "--rules", "packs", metavar="PATH", multiple=True, callback=_packs,
    help="A pack of rules to add: its folder, or the name of an installed one. May be given several times.",
)  # fmt: skip
violation_option = click.option(
    "--violation", metavar="NAME", callback=_violation,
    help="The case that the letters are about; without this, each letter is asked.",
)  # fmt: skip
letter_option = click.option(
    "--as", "letter", type=click.Choice(LETTERS), help="What the letters are; without this, each letter is asked.",
)  # fmt: skip
paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


def reads_letters(function: Command) -> Command:
    """What every command that reads letters takes: their paths, and what `judges` takes.

    The function is handed ``paths`` besides what that hands it.
    """
    return paths_argument(judges(function))


def judges(function: Command) -> Command:
    """What every command takes that judges letters: what they are, the rules, the language.

    The function is handed ``lang``, ``color`` and, made of the rest, ``judging``.
    """

    @wraps(function)
    def command(
        *args: Any,
        model: str | None,
        packs: tuple[str, ...],
        violation: str | None,
        letter: Letter | None,
        lang: Lang,
        **others: Any,
    ) -> Any:
        from poalint.settings import Judging

        return function(*args, judging=Judging(model, packs, violation, letter, lang), lang=lang, **others)

    made: Any = command
    for option in (model_option, color_option, lang_option, packs_option, letter_option, violation_option):
        made = option(made)
    return cast("Command", made)
