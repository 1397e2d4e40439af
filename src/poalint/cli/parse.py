"""``poalint parse``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from poalint.cli.options import format_option, reads_letters
from poalint.cli.telling import telling_errors
from poalint.formats import MACHINE, formatter
from poalint.speech import Lang

if TYPE_CHECKING:
    from poalint.errors import DraftError
    from poalint.holding import Holding
    from poalint.model import Draft
    from poalint.model.reading import Reading
    from poalint.settings import Judging


@click.command("parse", short_help="Show how drafts are read, to see why a rule fired.")
@format_option("parse")
@reads_letters
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    stdin: str | None,
    format_: str,
    holding: Holding,
    lang: Lang,
    color: str,
) -> None:
    """Show how drafts are read: blocks, clauses and signals, each with the words that decided it.

    PATH is what it is for check.
    """
    from poalint.api import Linter
    from poalint.checking import alike
    from poalint.formats.screen import Screen
    from poalint.formats.tally import Tally
    from poalint.sources import drafts

    screen, tally = Screen(color, format_ in MACHINE), Tally()
    used: list[Linter] = []

    def read(asked: Judging, group: Iterable[Draft | DraftError]) -> Iterator[Reading | DraftError]:
        used.append(Linter.of(asked))
        return used[-1].read_all(group)

    def shows(signal: str) -> bool:
        return used[-1].shows(signal)

    outcomes = tally.watch(outcome for _, outcome in alike(drafts(paths, holding.limits, stdin), holding, read))
    for each in formatter("parse", format_)(telling_errors(outcomes, format_, screen, lang), shows, lang):
        screen.show(each)
    ctx.exit(tally.status)
