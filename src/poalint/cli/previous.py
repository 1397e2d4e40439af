"""``--previous REPORT.json``: earlier reports, whose scores the HTML report draws as a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from poalint.cli.places import At
    from poalint.earlier import Earlier

_DRAWS = "html"

previous_option = click.option(
    "--previous", metavar="REPORT.json", multiple=True,
    help="An earlier report in JSON; the HTML report shows how scores moved. Repeatable, oldest first.",
)  # fmt: skip


def earlier_reports(paths: Iterable[str], formats: Iterable[At]) -> Earlier:
    """The scores of earlier reports. Raises KeptFileError, and UsageError where no format would show them."""
    from poalint.cli.keptfile import content_of
    from poalint.earlier import WRITTEN_BY, earlier, report_in

    given = tuple(paths)
    if given and _DRAWS not in {at.format for at in formats}:
        raise click.UsageError("Earlier reports are shown in HTML alone: add --format html=FILE.")
    return earlier(report_in(path, content_of(path, WRITTEN_BY)) for path in given)
