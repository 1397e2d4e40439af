"""``diff`` for people: how score and pillars moved, then what was mended, what is new and what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poalint.formats.columns import padded, widest
from poalint.formats.lines import BLANK, Line, line, number
from poalint.formats.styles import STATUSES, VERDICTS
from poalint.model import told_place
from poalint.redraft.comparing import Comparison
from poalint.redraft.sides import PillarSeen, Seen, Side
from poalint.speech import Counted, Lang, Phrase, Tellable, joined, render, translated

_LONGEST = 70
_SET_ASIDE: dict[str, Tellable] = {
    "allowed": Phrase("allowed"),
    "known": Phrase("known to the baseline"),
}
"""What is told of a finding that does not count any more."""


def lines(made: Comparison, lang: Lang) -> Iterator[Line]:
    """Make the lines of a comparison."""
    for side in (made.old, made.new):
        score = Phrase("{score} of 100, {verdict}", score=side.score, verdict=Phrase(side.verdict))
        yield line((side.path, "strong"), ": ", (render(score, lang), VERDICTS.get(side.verdict, "")), wrap=False)
    yield from (line("  ", (render(each, lang), "warning"), hang=2) for each in made.told)
    yield from _pillars(made.old, made.new, lang)
    found = made.findings
    yield from _group(Phrase("Mended: {count}", count=len(made.mended)), _plain(made.mended), "good", lang)
    became = Phrase("Not mended, but worse: {count}", count=len(made.became))
    worse = ((was, Phrase("became {rule}", rule=now.rule)) for was, now in made.became)
    yield from _group(became, worse, "error", lang)
    left_out = Phrase("Not mended, but left out: {count}", count=len(made.left_out))
    yield from _group(left_out, ((each, _SET_ASIDE[why]) for each, why in made.left_out), "warning", lang)
    yield from _group(Phrase("New: {count}", count=len(found.new)), _plain(found.new), "error", lang)
    open_ = _plain(now for _, now in found.open)
    yield from _group(Phrase("Still open: {count}", count=len(found.open)), open_, "warning", lang)
    yield BLANK
    yield line(render(_moved(made), lang))


def _pillars(old: Side, new: Side, lang: Lang) -> Iterator[Line]:
    after = dict(new.pillars)
    names = widest(translated(name, lang) for name, _ in old.pillars) + 2
    statuses = widest(translated(each, lang) for each in STATUSES) + 2
    for name, was in old.pillars:
        now = after.get(name)
        if now is None or was.points is None or now.points is None:
            continue
        yield line(
            "  ",
            padded(translated(name, lang), names),
            (padded(translated(was.status, lang), statuses), STATUSES.get(was.status, "")),
            "\u2192 ",
            (padded(translated(now.status, lang), statuses), STATUSES.get(now.status, "")),
            f"{number(was.points):>4} \u2192 {number(now.points):<5}",
            _change(was, now),
            wrap=False,
        )


def _change(was: PillarSeen, now: PillarSeen) -> str:
    change = (now.points or 0.0) - (was.points or 0.0)
    return f" {'+' if change > 0 else '-'}{number(abs(change))}" if change else ""


def _plain(found: Iterable[Seen]) -> list[tuple[Seen, Tellable]]:
    return [(each, "") for each in found]


def _group(title: Phrase, found: Iterable[tuple[Seen, Tellable]], style: str, lang: Lang) -> Iterator[Line]:
    listed = list(found)
    if listed:
        yield BLANK
        yield line((render(title, lang), style))
    for each, aside in listed:
        why = [aside] if aside else []
        yield line("  ", (each.rule, "strong"), translated(", ", lang), joined([_where(each), *why], lang), hang=4)
        if told := _shortened(each.text) or each.message:
            yield line("    ", (told, "dim"), hang=4)


def _where(seen: Seen) -> Tellable:
    if seen.line is not None:
        return Phrase("line {line}", line=seen.line)
    return told_place(seen.page, seen.paragraph) or Phrase("whole letter")


def _moved(made: Comparison) -> Tellable:
    gained, found = made.gained, made.findings
    if not made.alike:
        return Phrase(
            "{new} new, {open} still open; the rest does not compare.",
            new=Counted(len(found.new), "finding"),
            open=len(found.open),
        )
    if gained > 0:
        score: Tellable = Phrase("the score rose by {points}", points=gained)
    elif gained < 0:
        score = Phrase("the score fell by {points}", points=-gained)
    else:
        score = Phrase("the score is the same")
    return Phrase(
        "{mended} mended, {new} new, {open} still open; {score}.",
        mended=Counted(len(made.mended), "finding"), new=len(found.new), open=len(found.open), score=score,
    )  # fmt: skip


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "\u2026"
