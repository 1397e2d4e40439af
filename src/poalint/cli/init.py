"""``poalint init``: begin a configuration."""

from __future__ import annotations

from pathlib import Path

import click

from poalint.cli.options import color_option, lang_option
from poalint.cli.saying import say
from poalint.speech import Lang, Phrase


@click.command("init", short_help="Begin a configuration: a commented poalint.yaml.")
@click.argument("folder", required=False, default=".", metavar="[FOLDER]")
@lang_option
@color_option
def command(folder: str, lang: Lang, color: str) -> None:
    """Begin a configuration: a poalint.yaml with a comment on each key, which changes nothing until you change it.

    FOLDER is where to put it; without this, here. A configuration that is there is not written over.
    """
    from poalint.skeletons.configuration import new_configuration

    made = new_configuration(Path(folder), lang)
    see = Phrase("See what holds for a draft: {command}", command="poalint config show letter.txt")
    say([Phrase("Wrote {path}", path=str(made)), see], lang, color)
