"""``poalint test``."""

from __future__ import annotations

import click

from poalint.cli.group import COULD_NOT, complain
from poalint.cli.options import color_option, configures, format_option, lang_option, model_option, packs_option
from poalint.formats import MACHINE, formatter
from poalint.speech import Lang

_FAILED = 1


@click.command("test", short_help="Run the examples in the files of rules and signals.")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@format_option("test")
@click.option("--coverage", is_flag=True, help="Fail where a rule, a signal or a part of one is fired by no example.")
@click.option("--all", "everything", is_flag=True, help="Test the packs that a pack extends too.")
@packs_option
@configures
@lang_option
@color_option
@model_option
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    format_: str,
    coverage: bool,
    everything: bool,
    packs: tuple[str, ...],
    lang: Lang,
    color: str,
    model: str | None,
) -> None:
    r"""Run the examples in the files of rules and signals, and show expected against got where one fails.

    PATH is the folder of a pack or the name of an installed one, a file or folder in it, or the id of a rule or signal;
    without it the built-in rules are tested. In an example, [[words]] marks what the finding must point at exactly, \[
    is a plain bracket, and one that begins with TODO is still to be written.

    Exit status: 0 where all passes, 1 where an example fails or something is fired by none, 2 where it could not be
    done.
    """
    from poalint.errors import PoalintError
    from poalint.formats.screen import Screen
    from poalint.testing.choosing import choices
    from poalint.testing.results import Tested
    from poalint.testing.trial import run_all

    screen = Screen(color, format_ in MACHINE)
    tested: list[Tested] = []
    errors: list[PoalintError] = []
    try:
        for one in run_all(choices(paths, packs), model, everything, coverage, lang):
            if isinstance(one, Tested):
                tested.append(one)
            else:
                errors.append(one)
    except PoalintError as error:
        errors.append(error)
    for each in formatter("test", format_)(tested, errors, lang):
        screen.show(each)
    screen.flush()
    for error_ in errors if format_ not in MACHINE else ():
        complain(error_, lang)
    ctx.exit(COULD_NOT if errors else 0 if all(each.good for each in tested) else _FAILED)
