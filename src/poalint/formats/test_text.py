"""``test`` for people: each example that failed, expected against got, then what no example fires, and the counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poalint.errors import PoalintError
from poalint.formats.columns import cells
from poalint.formats.lines import BLANK, Line, line, on_one_line
from poalint.speech import Lang, Phrase, Tellable, render, spoken, translated
from poalint.testing.results import Example, Gap, Got, Result, Tested

_LABELS = (
    spoken("example"), spoken("expected"), spoken("got"), spoken("cue"), spoken("signals"), spoken("rules"),
)  # fmt: skip
_MOST_WORDS = 160


def lines(tested: Sequence[Tested], errors: Sequence[PoalintError], lang: Lang) -> Iterator[Line]:
    """Make the lines; errors are told elsewhere."""
    for each in tested:
        for result in each.failures:
            yield from _failure(result, lang)
            yield BLANK
        for gap in each.gaps:
            yield from _gap(gap, lang)
        if each.gaps:
            yield BLANK
        yield from _summary(each, lang)


def _failure(result: Result, lang: Lang) -> Iterator[Line]:
    example = result.example
    name = (example.name, "strong")
    yield line(f"{result.place}: ", name, f" ({example.key}): ", (render(result.reason, lang), "error"), hang=2)
    told = iter(example.text.strip("\n").splitlines())
    yield _row("example", next(told, ""), lang)
    for each in told:
        yield _row("", each, lang)
    if example.unfilled:
        return
    yield _row("expected", _expected(example, lang), lang)
    for got in result.got:
        yield _row("got", _got(got, example, lang), lang)
        if got.cue:
            yield _row("cue", render(got.cue, lang), lang)
    if not result.got:
        yield _row("got", render(Phrase("nothing"), lang), lang)
    if result.signals:
        yield _row("signals", "; ".join(f"{name} ({render(cue, lang)})" for name, cue in result.signals), lang)
    if result.rules:
        yield _row("rules", ", ".join(result.rules), lang)


def _row(label: str, said: str, lang: Lang) -> Line:
    """A row under a failure: its label in a column of its own, what is said behind it."""
    width = 2 + max(cells(translated(each, lang)) for each in _LABELS)
    shown = translated(label, lang) if label else ""
    return line("  ", (shown, "label"), " " * (width - cells(shown)), said, hang=width + 2)


def _expected(example: Example, lang: Lang) -> str:
    if example.spans:
        return ", ".join(_words(example, start, end) for start, end in example.spans)
    if not example.fires:
        return render(Phrase("nothing"), lang)
    return render(Phrase("a finding" if example.what == "rule" else "the signal"), lang)


def _got(got: Got, example: Example, lang: Lang) -> str:
    if got.start is None or got.end is None:
        return render(Phrase("a finding about the whole letter"), lang)
    return _words(example, got.start, got.end)


def _words(example: Example, start: int, end: int) -> str:
    """The words, with their place where they stand in the example more than once."""
    words = example.text[start:end]
    shown = on_one_line(words if len(words) <= _MOST_WORDS else words[:_MOST_WORDS] + "\u2026")
    place = f" ({start}\u2013{end})" if example.text.count(words) > 1 else ""
    return f"\u201c{shown}\u201d{place}"


_GAPS: dict[str, str] = {
    "": spoken("no example fires it: {words}"),
    "any": spoken("no example fires this alternative: {words}"),
    "unless": spoken("no example is taken back by this alternative: {words}"),
}
_OF_EXPRESSION = spoken("no example fires this expression: {words}")


def _gap(gap: Gap, lang: Lang) -> Iterator[Line]:
    said = Phrase(_GAPS.get(gap.part, _OF_EXPRESSION), words=on_one_line(gap.words))
    yield line(f"{gap.place}: ", (gap.name, "strong"), ": ", (render(said, lang), "warning"), hang=2)


def _summary(tested: Tested, lang: Lang) -> Iterator[Line]:
    packs = ", ".join(" ".join(each) for each in tested.packs)
    failed, unfilled = len(tested.failures), sum(each.example.unfilled for each in tested.failures)
    said: Tellable = Phrase("{packs}: there are no examples to test.", packs=packs)
    if tested.results:
        examples = len(tested.results)
        said = Phrase(
            "{packs}: {all} examples, {passed} passed, {failed} failed, {unfilled} still to be written.",
            packs=packs, all=examples, passed=examples - failed, failed=failed - unfilled, unfilled=unfilled,
        )  # fmt: skip
    yield line((render(said, lang), "good" if tested.good else "error"))
    if tested.parts is not None:
        fired = tested.parts - len(tested.gaps)
        said = Phrase("Examples fire {fired} of {parts} rules, signals and parts of them.", fired=fired,
                      parts=tested.parts)  # fmt: skip
        yield line((render(said, lang), "error" if tested.gaps else "good"))
