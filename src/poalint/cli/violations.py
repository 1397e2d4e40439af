"""``poalint violations``."""

from __future__ import annotations

import click

from poalint.cli.group import COULD_NOT, complain
from poalint.cli.options import color_option, configures, lang_option, packs_option
from poalint.formats import formatter
from poalint.speech import Lang


@click.command("violations", short_help="Tell what reviewers of a case expect, and which papers they ask for.")
@click.argument("names", nargs=-1, metavar="[NAME...]")
@packs_option
@configures
@lang_option
@color_option
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...], packs: tuple[str, ...], lang: Lang, color: str) -> None:
    """List the cases that are known; with a NAME, tell what a reviewer of that case expects.

    Amazon's targets, the papers to attach, causes to consider, and what does not help, each with its source.
    """
    from poalint.errors import UnknownNameError
    from poalint.formats.screen import Screen
    from poalint.loading.facts import load_facts
    from poalint.loading.packs import find

    profiles = load_facts(find(packs)).profiles
    screen = Screen(color)
    known = [profiles[name] for name in names if name in profiles] if names else list(profiles.values())
    if known:
        for each in formatter("violations", "text")(known, lang, bool(names)):
            screen.show(each)
    unknown = [name for name in names if name not in profiles]
    for name in unknown:
        complain(UnknownNameError("violation", name, profiles), lang)
    ctx.exit(COULD_NOT if unknown else 0)
