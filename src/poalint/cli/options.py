"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from poalint import layers
from poalint.cli.language import configured, is_named, spoken_in
from poalint.errors import RuleError
from poalint.formats import names
from poalint.layers import Layer
from poalint.loading.configuration import Project
from poalint.model import LETTERS, Letter
from poalint.speech import LANGS, Lang

Command = TypeVar("Command", bound=Callable[..., Any])

_PROJECT = "poalint.project"


def format_option(command: str) -> Callable[[Command], Command]:
    """``--format`` with the formats of a command."""
    choices = names(command)
    return click.option(
        "--format", "format_", type=click.Choice(choices), default=choices[0], show_default=True, help="How to print.",
    )  # fmt: skip


def project(ctx: click.Context) -> Project:
    """What finds configurations in this run, so that each file is read once."""
    made: Project = ctx.meta.setdefault(_PROJECT, Project())
    return made


def _here(ctx: click.Context) -> Layer:
    """What the configuration says of all drafts where the program was started."""
    return project(ctx).configuration(Path.cwd()).base


def _language(ctx: click.Context, param: click.Parameter, value: str | None) -> Lang:
    """The language asked for, or that of the configuration, or that of the run."""
    if value is None:
        with suppress(RuleError):  # who needs the configuration for more than this will tell
            configured(ctx, layers.value(_here(ctx), "lang"))
    return next((lang for lang in LANGS if lang == value), spoken_in(ctx))


def _packs(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """The packs of the configuration, then those of the command line."""
    return (*layers.values(_here(ctx), "rules"), *value)


def _from_file(ctx: click.Context, param: click.Parameter, value: Path | None) -> None:
    if value is not None:
        _only(ctx, Project(value))


def _from_none(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        _only(ctx, Project(isolated=True))


def _only(ctx: click.Context, made: Project) -> None:
    if _PROJECT in ctx.meta:
        raise click.UsageError("--config and --isolated exclude each other.", ctx)
    ctx.meta[_PROJECT] = made


_LANG_HELP = "The language to speak; without this, that of the locale."

color_option = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
    help="Whether to use colour; auto does on a terminal, unless NO_COLOR is set.",
)  # fmt: skip
lang_option = click.option("--lang", type=click.Choice(LANGS), callback=_language, is_eager=True, help=_LANG_HELP)
program_lang_option = click.option("--lang", type=click.Choice(LANGS), expose_value=False, help=_LANG_HELP)
"""The same before the command; the run's language has it already."""
model_option = click.option("--model", metavar="NAME", help="The spaCy pipeline: an installed package or a folder.")
_RULES_HELP = "A pack of rules to add: its folder, or the name of an installed one. May be given several times."
packs_option = click.option("--rules", "packs", metavar="PATH", multiple=True, callback=_packs, help=_RULES_HELP)
letters_packs_option = click.option("--rules", "packs", metavar="PATH", multiple=True, help=_RULES_HELP)
"""The same without those of the configuration: each draft has its own."""
config_option = click.option(
    "--config", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE", is_eager=True,
    expose_value=False, callback=_from_file, help="Take this configuration for all drafts, and look for no other.",
)  # fmt: skip
isolated_option = click.option(
    "--isolated", is_flag=True, is_eager=True, expose_value=False, callback=_from_none,
    help="Take no configuration.",
)  # fmt: skip
violation_option = click.option(
    "--violation", metavar="NAME",
    help="The case that the letters are about; without this, each letter is asked.",
)  # fmt: skip
letter_option = click.option(
    "--as", "letter", type=click.Choice(LETTERS), help="What the letters are; without this, each letter is asked.",
)  # fmt: skip
baseline_option = click.option("--baseline", metavar="FILE", help="Leave out the findings that this file knows.")
stdin_option = click.option(
    "--stdin-filename", "stdin", metavar="NAME",
    help="What the draft on standard input is called: its suffix and its folder count as those of a file do.",
)  # fmt: skip
STDIN_PATH = "-"
paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


def configures(function: Command) -> Command:
    """``--config`` and ``--isolated``, for every command that a configuration holds for."""
    return config_option(isolated_option(function))


def refuse_nameless(stdin: str | None, paths: Iterable[str]) -> None:
    """Raise UsageError where standard input has a name, and none of the paths means it."""
    if stdin is not None and STDIN_PATH not in paths:
        raise click.UsageError("--stdin-filename names the draft on standard input: give - as its path.")


def reads_letters(function: Command) -> Command:
    """What every command that reads letters takes: their paths, and what `judges` takes.

    The function is handed ``paths`` besides what that hands it, and ``stdin``: what standard input is called.
    """

    @wraps(function)
    def command(*args: Any, paths: tuple[str, ...], stdin: str | None, **others: Any) -> Any:
        refuse_nameless(stdin, paths)
        return function(*args, paths=paths, stdin=stdin, **others)

    return paths_argument(stdin_option(judges(cast("Command", command))))


def judges(function: Command) -> Command:
    """What every command takes that judges letters: what they are, the rules, the language.

    The function is handed ``lang``, ``color`` and, made of the rest, ``holding``: it tells what holds for each draft.
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
        from poalint.holding import Holding

        ctx = click.get_current_context()
        named = lang if is_named(ctx) else None
        asked = layers.said("command line", rules=packs, violation=violation, as_=letter, lang=named)
        return function(*args, holding=Holding(project(ctx), asked, lang, model), lang=lang, **others)

    made: Any = configures(cast("Command", command))
    for option in (model_option, color_option, lang_option, letters_packs_option, letter_option, violation_option):
        made = option(made)
    return cast("Command", made)
