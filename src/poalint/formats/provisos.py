"""What a score leaves out, told to people: rules that did not run, gates not asked, findings that do not count.

And what whoever checks should know of how a draft was read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from poalint.model import Report
from poalint.speech import Counted, Phrase, Tellable, several


@dataclass(frozen=True, slots=True)
class Proviso:
    """One thing to know of a score: a ``title`` of a word, and a sentence. ``grave``: the check is no whole one.

    ``allowed`` and ``known`` are titles of findings that do not count.
    """

    title: Phrase
    said: Tellable
    grave: bool = False


def provisos(report: Report) -> Iterator[Proviso]:
    """All that the score of a draft leaves out, what matters most first, and how the draft was read."""
    if report.partial:
        yield Proviso(Phrase("rules run"), rules_run(report), grave=True)
    for each in report.not_asked:
        yield Proviso(Phrase("gate"), Phrase("{gate}: {told}", gate=each.gate, told=each.told))
    yield from _allowed(report)
    if known := sum(each.by == "known" for each in report.left_out):
        said = "{findings} left out, as the baseline knows them; the score with them is {score}"
        score = report.score if report.score_with_known is None else report.score_with_known
        yield Proviso(Phrase("known"), Phrase(said, findings=Counted(known, "finding"), score=score))
    for remark in report.draft.remarks:
        yield Proviso(Phrase("file"), remark)


def rules_run(report: Report) -> Phrase:
    """Says how many of the rules ran, and which pillars none of them judged."""
    ran, known = len(report.rules), report.rules_known
    if report.unjudged:
        said = "only {ran} of {known} rules ran, so this is no whole check; not judged: {pillars}"
        return Phrase(said, ran=ran, known=known, pillars=several(map(Phrase, report.unjudged)))
    return Phrase("only {ran} of {known} rules ran, so this is no whole check", ran=ran, known=known)


def nothing_found(report: Report) -> Tellable:
    """What is said where nothing counts: it tells whether anything was left out, or not looked for."""
    if report.partial:
        if report.left_out:
            return Phrase("The rules that ran found nothing else to mend.")
        return Phrase("The rules that ran found nothing to mend.")
    return Phrase("Nothing else to mend was found.") if report.left_out else Phrase("Nothing to mend was found.")


def _allowed(report: Report) -> Iterator[Proviso]:
    allowed = Counter((each.finding.rule, each.reason) for each in report.left_out if each.by == "allowed")
    for (rule, reason), times in allowed.items():
        name = rule if times == 1 else f"{rule} \u00d7{times}"
        said = Phrase("{rule} is left out: {reason}", rule=name, reason=reason)
        yield Proviso(Phrase("allowed"), said if reason else Phrase("{rule} is left out", rule=name))
