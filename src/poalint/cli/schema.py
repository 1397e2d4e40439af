"""``poalint schema``."""

from __future__ import annotations

import click

from poalint.cli.options import lang_option
from poalint.speech import Lang


@click.command("schema", short_help="Print the JSON Schema of a kind of rule file.")
@click.argument("kind", required=False, metavar="[KIND]")
@lang_option
def command(kind: str | None, lang: Lang) -> None:
    """Print the JSON Schema of a kind of file, for editors that complete and check YAML.

    KIND is rule, signal, lexicon, pack ...; without it the kinds are listed.
    """
    from poalint.formats.lines import line
    from poalint.formats.screen import Screen
    from poalint.loading.published import kinds, published

    screen = Screen("never", machine=True)
    for each in published(kind).splitlines() if kind else kinds():
        screen.show(line(each, wrap=False))
