"""A comparison without a word of the drafts, for logs that others read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from poalint.redraft.comparing import Comparison
from poalint.redraft.matching import Matched
from poalint.redraft.sides import Seen, Side
from poalint.speech import Lang, Phrase, render

_LEFT_OUT = "\u2026"


def redacted(made: Comparison, titles: Mapping[str, str], lang: Lang) -> Comparison:
    """The comparison where findings are told by their rules' ``titles`` alone; places, prices and fingerprints stay.

    To be called once everything is matched: that takes the words.
    """

    def seen(each: Seen) -> Seen:
        message = render(Phrase("{title}.", title=titles[each.rule]), lang) if each.rule in titles else _LEFT_OUT
        return replace(each, message=message, text="", words="")

    def side(each: Side) -> Side:
        return replace(each, findings=tuple(map(seen, each.findings)))

    found = made.findings
    findings = Matched(
        mended=tuple(map(seen, found.mended)),
        new=tuple(map(seen, found.new)),
        open=tuple((seen(was), seen(now)) for was, now in found.open),
    )
    return replace(made, old=side(made.old), new=side(made.new), findings=findings)
