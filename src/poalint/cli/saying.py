"""What a command says of what it did."""

from __future__ import annotations

from collections.abc import Iterable

from poalint.speech import Lang, Phrase


def say(said: Iterable[Phrase], lang: Lang, color: str) -> None:
    """Print sentences, each on a line that is never wrapped: paths and commands in them are there to be copied."""
    from poalint.formats.lines import line
    from poalint.formats.screen import Screen
    from poalint.speech import render

    screen = Screen(color)
    for each in said:
        screen.show(line(render(each, lang), wrap=False))
