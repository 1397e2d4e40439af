"""``poalint diff``: what a redraft mended."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from poalint.cli.options import STDIN_PATH, format_option, judges, refuse_nameless, stdin_option
from poalint.speech import Lang

if TYPE_CHECKING:
    from poalint.holding import Holding
    from poalint.redraft.sides import Side


@click.command("diff", short_help="Say what a redraft mended, and what is new in it.")
@format_option("diff")
@click.option("--file", "file", metavar="PATH", help="The draft that is meant in a report on several.")
@click.option("--redact", is_flag=True, help="Keep the drafts' words out; places and rules stay.")
@stdin_option
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
    stdin: str | None,
    redact: bool,
    holding: Holding,
    lang: Lang,
    color: str,
) -> None:
    """Say what a redraft mended, what is new in it and what is still open, and how score and pillars moved.

    OLD and NEW are drafts, or reports that `poalint check --format json` wrote earlier;
    one of them may be - for standard input.

    Exit status: 0 where no error is new and the score did not fall, else 1.
    """
    from poalint.errors import PoalintError
    from poalint.formats import MACHINE, formatter
    from poalint.formats.screen import Screen
    from poalint.redaction import redacted_error
    from poalint.redraft.comparing import compared
    from poalint.redraft.redacting import redacted
    from poalint.sources import called

    try:
        made = compared(*_sides(old, new, file, stdin, holding, lang))
    except PoalintError as error:
        if not redact:
            raise
        raise redacted_error(error) from error
    if redact:
        made = redacted(made, _titles(holding.check(called([old, new], stdin)), lang), lang)
    screen = Screen(color, format_ in MACHINE)
    for each in formatter("diff", format_)(made, lang):
        screen.show(each)
    ctx.exit(int(made.worse))


def _sides(old: str, new: str, file: str | None, stdin: str | None, holding: Holding, lang: Lang) -> tuple[Side, Side]:
    """Both sides, the letters among them judged. Raises PoalintError for what cannot be read."""
    from poalint.model import STDIN
    from poalint.redraft.reports import chosen, is_report, sides
    from poalint.sources import content, standard_input

    if old == new == STDIN_PATH:
        raise click.UsageError("Standard input is one of the two at most.")
    refuse_nameless(stdin, (old, new))
    names = {path: (stdin or STDIN) if path == STDIN_PATH else path for path in (old, new)}
    data = {path: standard_input() if path == STDIN_PATH else content(path) for path in names}
    kept = {path: sides(names[path], each) for path, each in data.items() if is_report(each)}
    both = []
    for path, beside in ((old, new), (new, old)):
        if path in kept:
            both.append(chosen(names[path], kept[path], file, None if beside in kept else names[beside]))
        else:
            both.append(_judged(names[path], data[path], holding, lang))
    return both[0], both[1]


def _judged(name: str, data: bytes, holding: Holding, lang: Lang) -> Side:
    from poalint import __version__
    from poalint.api import Linter
    from poalint.cli.judged import judged
    from poalint.errors import PoalintError
    from poalint.redraft.sides import of_report
    from poalint.sources import of_bytes

    (outcome,) = judged([of_bytes(name, data, holding.limits(name))], holding, lang)
    if isinstance(outcome, PoalintError):
        raise outcome
    return of_report(outcome, __version__, Linter(packs=holding.check([name])).packs, lang)


def _titles(packs: Iterable[str], lang: Lang) -> dict[str, str]:
    """What each rule is called, also one of an earlier report."""
    from poalint.cards import cards, found

    return {each.id: each.title for each in cards(found(packs), lang)}
