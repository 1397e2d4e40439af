"""Examples through the engine: each text is read once, however many rules ask about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from poalint import review
from poalint.engine import Engine
from poalint.errors import DraftError
from poalint.letters import as_looked_at
from poalint.loading.yamlfile import place_of
from poalint.model import Draft, Extra, Finding, Letter
from poalint.model.reading import Reading
from poalint.speech import Lang, Phrase, Tellable
from poalint.testing.results import Example, Got, Result

_BLANK = re.compile(r"\{[a-z_]+\}")
_NO_WORDS = "\u201c\u201d"

Look = Callable[[Example, Reading, Sequence[Finding]], None]
"""Told each example that was read, how it was read, and all that was found in it."""


def results(
    engine: Engine, examples: Sequence[Example], look: Look | None = None, lang: Lang = "en"
) -> tuple[Result, ...]:
    """What came of each example, in their order; what rules say is in the language asked for."""
    by_text: dict[tuple[str, tuple[Extra, ...]], list[int]] = {}
    made: dict[int, Result] = {}
    for number, example in enumerate(examples):
        if example.unfilled:
            made[number] = _failed(example, Phrase("this example is still to be written"))
        else:
            by_text.setdefault((example.text, example.extras), []).append(number)
    drafts = [Draft("example", text, extras=extras) for text, extras in by_text]
    for numbers, reading in zip(by_text.values(), engine.read_all(drafts), strict=True):
        if isinstance(reading, DraftError):
            made |= {number: _failed(examples[number], reading.reason) for number in numbers}
            continue
        judged: dict[Letter, tuple[Sequence[Finding], Sequence[Finding]]] = {}
        for number in numbers:
            example = examples[number]
            seen = as_looked_at(reading, example.letters or (reading.letter,))
            if seen.letter not in judged:
                found = engine.assess(seen, lang)
                judged[seen.letter] = review.report(found).findings, found.findings
            told, all_found = judged[seen.letter]
            if look:
                look(example, seen, told)
            made[number] = _result(example, seen, told, all_found)
    return tuple(made[number] for number in range(len(examples)))


def _result(example: Example, reading: Reading, told: Sequence[Finding], found: Sequence[Finding]) -> Result:
    if example.what == "rule":
        own = [each for each in told if each.rule == example.name]
        got = tuple(Got(each.start, each.end, each.cue, each.message) for each in own)
        reason = _wrong(example, got) or _unsaid(own, (reading.written or reading.draft).text)
        if example.fires and not got and any(each.rule == example.name for each in found):
            reason = Phrase("it fires, but another rule with the same flag says the same of the same place")
    else:
        signals = reading.by_name.get(example.name, ())
        got = tuple(Got(each.start, each.end, each.cue) for each in signals)
        reason = _wrong(example, got)
    if not reason:
        return Result(example, True)
    return _failed(example, reason, got, _others(example, reading), _rules(example, told))


def _wrong(example: Example, got: Sequence[Got]) -> Tellable:
    """Why what the example gave is not what it should give, or nothing."""
    if example.fires and not got:
        return Phrase("it must fire here, and does not")
    if not example.fires and got:
        return Phrase("it must not fire here, and does")
    if example.spans and {(each.start, each.end) for each in got} != set(example.spans):
        return Phrase("it fires, but not at the words marked")
    return ""


def _unsaid(findings: Iterable[Finding], text: str) -> Tellable:
    """Why what a rule says of its finding says nothing: a blank that is not filled, a quotation without words."""
    for finding in findings:
        for said in (finding.message, finding.advice):
            blanks = sorted(set(_BLANK.findall(said)) - set(_BLANK.findall(text)))
            if blanks:
                return Phrase("what it says has a blank that nothing fills: {blank}", blank=blanks[0])
            if _NO_WORDS in said:
                return Phrase("what it says quotes no words")
        if finding.start is not None and not text[finding.start : finding.end].strip():
            return Phrase("it fires at a place without words")
    return ""


def _failed(
    example: Example,
    reason: Tellable,
    got: tuple[Got, ...] = (),
    signals: tuple[tuple[str, Tellable], ...] = (),
    rules: tuple[str, ...] = (),
) -> Result:
    place = place_of(example.path, ("examples", example.key, example.number))
    return Result(example, False, reason, place, got, signals, rules)


def _others(example: Example, reading: Reading) -> tuple[tuple[str, Tellable], ...]:
    """The other signals that the example gave, each with its first cue."""
    first = {name: signals[0].cue for name, signals in reading.by_name.items()}
    if example.what == "signal":
        first.pop(example.name, None)
    return tuple(first.items())


def _rules(example: Example, told: Iterable[Finding]) -> tuple[str, ...]:
    """The other rules that fired."""
    names = dict.fromkeys(each.rule for each in told)
    if example.what == "rule":
        names.pop(example.name, None)
    return tuple(names)
