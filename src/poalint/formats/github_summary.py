"""What GitHub shows on the page of a run, beside the annotations of ``--format github``."""

from __future__ import annotations

from poalint.formats import check_markdown


class Writer(check_markdown.Writer):
    """The same Markdown with more room: GitHub takes a mebibyte a step, other commands of the step included."""

    ROOM = 900_000
