"""``violations`` for people: the cases that there are, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from poalint.facts import Evidence, Metric, Profile, Sourced, Unfit
from poalint.formats.columns import padded, widest
from poalint.formats.lines import BLANK, Line, line, number
from poalint.speech import Counted, Lang, Phrase, Said, render, translated


def lines(profiles: Sequence[Profile], lang: Lang, whole: bool) -> Iterator[Line]:
    """Make the lines: all that is known of each case, or only its name and title."""
    if not whole:
        yield from _listed(profiles, lang)
        return
    for place, profile in enumerate(profiles):
        if place:
            yield BLANK
        yield from _told(profile, lang)


def _listed(profiles: Sequence[Profile], lang: Lang) -> Iterator[Line]:
    width = widest(each.name for each in profiles) + 2
    for each in profiles:
        yield line("  ", (padded(each.name, width), "strong"), render(each.title, lang), hang=width + 2)
    yield BLANK
    number_ = Counted(len(profiles), "case")
    yield line(render(Phrase("{count}. `poalint violations NAME` tells more of one.", count=number_), lang))


def _told(profile: Profile, lang: Lang) -> Iterator[Line]:
    yield line((profile.name, "strong"), ": ", render(profile.title, lang))
    yield line("  ", render(profile.about, lang), hang=2)
    yield from _part("Amazon's targets", (_target(each, lang) for each in profile.metrics), lang)
    yield from _part("What a reviewer expects to read", (_sourced(each, lang) for each in profile.expects), lang)
    yield from _part("Papers to attach", (_paper(each, lang) for each in profile.evidence), lang)
    yield from _part("Causes to consider", _plain(profile.causes, lang), lang)
    yield from _part("Steps that others took", _plain(profile.remedies, lang), lang)
    yield from _part(
        "What does not help",
        (
            (
                render(Phrase("{reason}. {remedy}", reason=each.because, remedy=each.instead), lang),
                _source(each, lang),
            )
            for each in profile.unfit
        ),
        lang,
    )


def _part(title: str, items: Iterable[tuple[str, str]], lang: Lang) -> Iterator[Line]:
    """A heading and its items, each with its source; nothing where there are none."""
    for place, (text, source) in enumerate(items):
        if not place:
            yield BLANK
            yield line((translated(title, lang), "label"))
        yield line("  - ", text, (source, "dim"), hang=4)


def _target(metric: Metric, lang: Lang) -> tuple[str, str]:
    side = "{metric}: under {right}%" if metric.side == "under" else "{metric}: at least {right}%"
    told = Phrase(side, metric=metric.title, right=number(metric.right[0]))
    told = Phrase("{target}; {window}", target=told, window=metric.window) if metric.window else told
    return render(told, lang), _source(metric, lang)


def _source(each: Sourced | Metric | Unfit, lang: Lang) -> str:
    """Who says so and when, to stand behind a text."""
    return render(Phrase(" ({source}, {date})", source=each.source, date=each.date), lang)


def _sourced(each: Sourced, lang: Lang) -> tuple[str, str]:
    return render(each.text, lang), _source(each, lang)


def _paper(each: Evidence, lang: Lang) -> tuple[str, str]:
    asked = "asked for by Amazon: {paper}" if each.asked else "helps: {paper}"
    return render(Phrase(asked, paper=each.text), lang), _source(each, lang)


def _plain(texts: Iterable[Said], lang: Lang) -> Iterator[tuple[str, str]]:
    return ((render(each, lang), "") for each in texts)
