"""``poalint explain``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from poalint.cli.group import COULD_NOT, complain
from poalint.cli.options import color_option, configures, lang_option, packs_option
from poalint.formats import formatter
from poalint.speech import Lang

if TYPE_CHECKING:
    from poalint.cards import Card


@click.command("explain", short_help="Tell what a rule finds and what to write instead.")
@click.argument("names", nargs=-1, required=True, metavar="RULE...")
@packs_option
@configures
@lang_option
@color_option
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...], packs: tuple[str, ...], lang: Lang, color: str) -> None:
    """Tell what rules find, why a reviewer minds, and what to write instead.

    RULE is a rule's id, or a pillar or flag for all of its rules.
    """
    from poalint.cards import found, named
    from poalint.errors import PoalintError, SwitchedOffError, UnknownNameError
    from poalint.formats.screen import Screen

    screen, used = Screen(color), found(packs)
    known: list[tuple[str, list[Card]]] = []
    unknown: list[PoalintError] = []
    for name in names:
        try:
            known.append((name, named(name, used, lang)))
        except (UnknownNameError, SwitchedOffError) as nobody:
            unknown.append(nobody)
    for each in formatter("explain", "text")(known, lang):
        screen.show(each)
    for error in unknown:
        complain(error, lang)
    ctx.exit(COULD_NOT if unknown else 0)
