"""``parse`` for people: blocks, sentences, clauses and signals, to see why a rule fired or did not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from poalint.errors import PoalintError
from poalint.formats.columns import with_id
from poalint.formats.letter_line import of_letter
from poalint.formats.lines import BLANK, Line, line, on_one_line
from poalint.model.reading import Block, Clause, Reading, Sentence, Signal
from poalint.speech import Lang, Phrase, Tellable, joined, render, spoken, translated

_LEGEND = spoken(
    "A clause: party \u00b7 verb \u00b7 object \u00b7 time \u00b7 polarity \u00b7 assertion \u00b7 link. "
    "A signal: + reported, - serves other signals."
)

Shown = Callable[[str], bool]


def lines(outcomes: Iterable[Reading | PoalintError], shown: Shown, lang: Lang = "en") -> Iterator[Line]:
    """Make the readings' lines as they come; signals that are not ``shown`` are marked.

    Errors are told elsewhere.
    """
    for outcome in outcomes:
        if isinstance(outcome, Reading):
            yield line((outcome.draft.path, "strong"))
            yield line((translated(_LEGEND, lang), "dim"))
            for remark in outcome.draft.remarks:
                said = Phrase("{title}: {text}", title=Phrase("file"), text=remark)
                yield line("  ", (render(said, lang), "dim"), hang=2)
            yield from of_letter(outcome.letter, outcome.letter_given, lang)
            yield from _reading(outcome, shown, lang)
            yield BLANK


def _reading(reading: Reading, shown: Shown, lang: Lang) -> Iterator[Line]:
    sentences: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in reading.sentences:
        sentences[sentence.block].append(sentence)
    signals: dict[int, list[Signal]] = defaultdict(list)
    for signal in reading.signals:
        signals[signal.sentence].append(signal)
    text = reading.draft.text
    for block in reading.blocks:
        yield BLANK
        yield line((joined(_described(block, reading, lang), lang), "label"))
        if block.index not in sentences:
            yield line("  ", on_one_line(text[block.start : block.end]), hang=2)
        for sentence in sentences[block.index]:
            role = (f" [{_role(sentence.role, lang)}]", "dim")
            yield line("  ", on_one_line(text[sentence.start : sentence.end]), role, hang=2)
            yield from _sentence(sentence, signals[sentence.index], shown, lang)


def _described(block: Block, reading: Reading, lang: Lang) -> Iterator[Tellable]:
    yield reading.draft.told(block.start)
    yield with_id(block.kind, lang)
    yield _role(block.role, lang)
    if block.quoted:
        yield Phrase("quoted")
    if block.time:
        yield Phrase("time {time}", time=block.time)


def _role(role: str, lang: Lang) -> str:
    return with_id(role, lang) if role else translated("no role", lang)


def _sentence(sentence: Sentence, signals: Sequence[Signal], shown: Shown, lang: Lang) -> Iterator[Line]:
    """Show each clause with the signals of its span, then those of the whole sentence."""
    left = list(signals)
    for clause in sentence.clauses:
        yield line("    ", _clause(clause), hang=6)
        here = [each for each in left if (each.start, each.end) == (clause.start, clause.end)]
        left = [each for each in left if each not in here]
        yield from (_signal(each, shown, "      ", lang) for each in here)
    yield from (_signal(each, shown, "    ", lang) for each in left)


def _clause(clause: Clause) -> str:
    parts = [
        clause.party,
        _words(clause.verb),
        _words(clause.object),
        clause.time,
        clause.polarity,
        clause.assertion,
    ]
    return " \u00b7 ".join([*parts, clause.link] if clause.link else parts)


def _words(lemmas: frozenset[str]) -> str:
    """List the lemmas, then the lexicons they stand in; ``@~`` is a phrase that a signal names itself."""
    words = "/".join(sorted(each for each in lemmas if not each.startswith("@"))) or "-"
    lexicons = " ".join(sorted(each for each in lemmas if each.startswith("@") and not each.startswith("@~")))
    return f"{words} ({lexicons})" if lexicons else words


def _signal(signal: Signal, shown: Shown, indent: str, lang: Lang) -> Line:
    reported = shown(signal.name)
    name = (f"{'+' if reported else '-'} {signal.name}", "good" if reported else "dim")
    return line(indent, name, f"  {render(signal.cue, lang)}", hang=len(indent) + 2)
