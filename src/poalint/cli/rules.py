"""``poalint rules``."""

from __future__ import annotations

import click

from poalint.cli.options import color_option, configures, format_option, lang_option, packs_option
from poalint.formats import MACHINE, formatter
from poalint.speech import Lang


@click.command("rules")
@format_option("rules")
@packs_option
@configures
@lang_option
@color_option
def command(format_: str, packs: tuple[str, ...], lang: Lang, color: str) -> None:
    """List the rules by pillar."""
    from poalint.cards import cards, found
    from poalint.formats.screen import Screen

    screen, used = Screen(color, format_ in MACHINE), found(packs)
    versions = [(pack.name, pack.version) for pack in used]
    for each in formatter("rules", format_)(cards(used, lang), versions, lang):
        screen.show(each)
