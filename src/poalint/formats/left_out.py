"""What does not count in a report, told to people: what was allowed and why, and what the baseline knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from poalint.formats.columns import padded
from poalint.formats.lines import Line, line
from poalint.model import Report
from poalint.speech import Counted, Lang, Phrase, render, translated


def left_out(report: Report, width: int, lang: Lang) -> Iterator[Line]:
    """Make the lines; ``width`` is that of their titles."""
    allowed = Counter((each.finding.rule, each.reason) for each in report.left_out if each.by == "allowed")
    title = translated("allowed", lang)
    for (rule, reason), times in allowed.items():
        rule = rule if times == 1 else f"{rule} \u00d7{times}"
        said = Phrase("{rule} is left out", rule=rule)
        if reason:  # a redacted report has none
            said = Phrase("{rule} is left out: {reason}", rule=rule, reason=reason)
        yield line("  ", padded(title, width), (render(said, lang), "dim"), hang=2 + width)
    known = sum(each.by == "known" for each in report.left_out)
    if known:
        said = Phrase(
            "{findings} left out, as the baseline knows them; the score with them is {score}",
            findings=Counted(known, "finding"),
            score=report.score_with_known if report.score_with_known is not None else report.score,
        )
        yield line("  ", padded(translated("known", lang), width), (render(said, lang), "dim"), hang=2 + width)
