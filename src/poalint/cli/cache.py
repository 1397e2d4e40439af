"""``poalint cache``: what is kept of what was found, and how to be rid of it."""

from __future__ import annotations

import click

from poalint.cli.group import Suggesting
from poalint.cli.options import color_option, lang_option, program_lang_option
from poalint.cli.saying import say
from poalint.speech import Lang, Phrase


@click.group("cache", cls=Suggesting, short_help="Show or clear what is kept between runs.")
@program_lang_option
def command() -> None:
    """Show or clear what is kept of what was found in drafts, so that an unchanged one need not be read again.

    It quotes the drafts, and lies in a folder that is yours alone to read. POALINT_CACHE_DIR names another folder.
    """


@command.command("info", short_help="Tell where it lies and how much there is.")
@lang_option
@color_option
def info(lang: Lang, color: str) -> None:
    """Tell where it lies and how much there is."""
    from poalint.caching.folder import cache_folder
    from poalint.caching.keeping import held

    folder = cache_folder()
    files, size = held(folder)
    said = [Phrase("Folder: {folder}", folder=str(folder))]
    said.append(
        Phrase("Size: {size} MB", size=f"{size / 1_000_000:.1f}") if files else Phrase("Nothing is cached there.")
    )
    say(said, lang, color)


@command.command("clear", short_help="Remove it.")
@lang_option
@color_option
def clear(lang: Lang, color: str) -> None:
    """Remove it; nothing else in that folder is touched."""
    from poalint.caching.folder import cache_folder
    from poalint.caching.keeping import held, remove

    folder = cache_folder()
    files, size = held(folder)
    remove(folder)
    said = Phrase("Removed {size} MB from {folder}", size=f"{size / 1_000_000:.1f}", folder=str(folder))
    say([said if files else Phrase("Nothing is cached in {folder}", folder=str(folder))], lang, color)
