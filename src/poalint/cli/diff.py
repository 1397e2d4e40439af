"""``poalint diff``: what a redraft mended."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from poalint.cli.options import format_option, judges
from poalint.speech import Lang

if TYPE_CHECKING:
    from poalint.holding import Holding
    from poalint.redraft.sides import Side


@click.command("diff", short_help="Say what a redraft mended, and what is new in it.")
@format_option("diff")
@click.option("--file", "file", metavar="PATH", help="The draft that is meant in a report on several.")
@click.option("--redact", is_flag=True, help="Keep the drafts' words out; places and rules stay.")
@judges
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.pass_context
def command(
    ctx: click.Context,
    old: str,
    new: str,
    format_: str,
    file: str | None,
    redact: bool,
    holding: Holding,
    lang: Lang,
    color: str,
) -> None:
    """Say what a redraft mended, what is new in it and what is still open, and how score and pillars moved.

    OLD and NEW are drafts, or reports that `poalint check --format json` wrote earlier.

    Exit status: 0 where no error is new and the score did not fall, else 1.
    """
    from poalint.errors import PoalintError
    from poalint.formats import MACHINE, formatter
    from poalint.formats.screen import Screen
    from poalint.redaction import redacted_error
    from poalint.redraft.comparing import compared
    from poalint.redraft.redacting import redacted

    try:
        made = compared(*_sides(old, new, file, holding, lang))
    except PoalintError as error:
        raise redacted_error(error) if redact else error from error
    if redact:
        made = redacted(made, _titles(holding.check([old, new]), lang), lang)
    screen = Screen(color, format_ in MACHINE)
    for each in formatter("diff", format_)(made, lang):
        screen.show(each)
    ctx.exit(int(made.worse))


def _sides(old: str, new: str, file: str | None, holding: Holding, lang: Lang) -> tuple[Side, Side]:
    """Both sides, the letters among them judged. Raises PoalintError for what cannot be read."""
    from poalint.redraft.reports import chosen, is_report, sides
    from poalint.sources import content

    held = {path: content(path) for path in (old, new)}
    kept = {path: sides(path, data) for path, data in held.items() if is_report(data)}
    letters = {path: path not in kept for path in (old, new)}
    both = []
    for path, other in ((old, new), (new, old)):
        if letters[path]:
            both.append(_judged(path, holding, lang))
        else:
            both.append(chosen(path, kept[path], file, other if letters[other] else None))
    return both[0], both[1]


def _judged(path: str, holding: Holding, lang: Lang) -> Side:
    from poalint import __version__
    from poalint.api import Linter
    from poalint.cli.judged import judged
    from poalint.errors import PoalintError
    from poalint.redraft.sides import of_report

    (outcome,) = judged([path], holding, lang)
    if isinstance(outcome, PoalintError):
        raise outcome
    return of_report(outcome, __version__, Linter(packs=holding.check([path])).packs, lang)


def _titles(packs: Iterable[str], lang: Lang) -> dict[str, str]:
    """What each rule is called, also one of an earlier report."""
    from poalint.cards import cards, found

    return {each.id: each.title for each in cards(found(packs), lang)}
