"""``measure``: a figure taken of the draft must lie within bounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from poalint.facts import Facts
from poalint.kinds.common import applies, holding
from poalint.model.reading import Hint, Reading
from poalint.schema.rules import Measure
from poalint.speech import Phrase, Tellable, spoken

Span = tuple[int | None, int | None]
Figure = tuple[float, Span]

_WORD = re.compile(r"[A-Za-z][A-Za-z'\u2019]*")
_GAP = re.compile(r"\s+")
_KNOWN_BY = 70
"""So many characters of a paragraph are shown, and the word that they end in."""
_A_RUN = 3
_A_SENTENCE = 6
_MARKS = re.compile(r"!{2,}|(?:!\s*\?|\?\s*!)")


def words(reading: Reading, fields: Measure) -> Iterable[Figure]:
    """The words of the whole draft."""
    return [(reading.words, (None, None))]


def sentence_words(reading: Reading, fields: Measure) -> Iterable[Figure]:
    """The words of each sentence of the seller's own."""
    for sentence in reading.sentences:
        if not reading.blocks[sentence.block].quoted:
            count = reading.words_in(sentence.start, sentence.end)
            yield count, (sentence.start, sentence.end)


def block_words(reading: Reading, fields: Measure) -> Iterable[Figure]:
    """The longest paragraph of a draft that has neither headings nor lists and no other paragraph of some length."""
    if any(block.kind in ("heading", "list-item", "table-row") for block in reading.blocks):
        return
    sized = [(len(b.text.split()), b) for b in reading.blocks if b.kind == "paragraph" and not b.quoted]
    if sized:
        longest, block = max(sized, key=lambda each: each[0])
        others = sum(1 for count, _ in sized if count >= 12) - 1
        if others < 2 and longest > 0.75 * sum(count for count, _ in sized):
            yield longest, (block.start, _first_words(reading.draft.body, block.start, block.end))


def _first_words(text: str, start: int, end: int) -> int:
    """Where the first words of a block end: long enough to know it by, and the same words however wide the gaps are."""
    folded = 0
    at = start
    for gap in _GAP.finditer(text, start, end):
        folded += gap.start() - at
        if folded >= _KNOWN_BY:
            return gap.start()
        folded, at = folded + 1, gap.end()
    return end


def capitals(reading: Reading, fields: Measure) -> Iterable[Figure]:
    """Runs of words in capitals in running text, by their words; names, codes and lone acronyms are left out.

    A run shouts where one of its words is ``common`` or stands in small letters too: then it is no name or acronym.
    A single such word may be a slip of the hand, two are emphasis and count as a run.
    """
    seen, allowed, common = reading.draft.plain, set(fields.allow), set(fields.common)
    text = seen.text
    found = []
    for block in reading.blocks:
        if block.kind not in ("heading", "salutation", "signature", "quote"):
            for run in _runs(text, seen.at(block.start), seen.at(block.end)):
                loud = [each[0] for each in run if each[0] not in allowed and len(each[0]) > 1]
                if any(word in common or _emphatic(word, text) for word in loud) or len(loud) >= _A_SENTENCE:
                    found.append((len(loud), seen.span(run[0].start(), run[-1].end())))
    single = [each for each in found if each[0] < _A_RUN]
    return [(max(count, _A_RUN) if len(single) > 1 else count, span) for count, span in found]


def _runs(text: str, start: int, end: int) -> Iterator[list[re.Match[str]]]:
    """Words in capitals with nothing but white space between them."""
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text, start, end):
        if not _shouted(match, text):
            continue
        if run and _apart(run[-1].end(), match.start(), text):
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _apart(end: int, start: int, text: str) -> bool:
    return not text[end:start].isspace()


def _shouted(match: re.Match[str], text: str) -> bool:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    joined = before in tuple("-_/0123456789#.") or after in tuple("-_/0123456789")
    return match[0].isupper() and not (joined and (before or after))


def _emphatic(word: str, text: str) -> bool:
    """Whether a word in capitals also stands in small letters elsewhere: then it is no acronym."""
    return len(word) > 2 and bool(re.search(rf"\b{word.lower()}\b", text))


def exclamations(reading: Reading, fields: Measure) -> Iterable[Figure]:
    """Runs of exclamation marks, by their length."""
    seen = reading.draft.plain
    for match in _MARKS.finditer(seen.text):
        yield len(match[0]), seen.span(*match.span())


def specifics(reading: Reading, fields: Measure) -> Iterable[Figure]:
    """How many sentences hold something that belongs to this case alone: the ``signals``."""
    return [(len(holding(reading, fields.signals)), (None, None))]


def different_signals(reading: Reading, fields: Measure) -> Iterable[Figure]:
    """How many different ones of the ``signals`` the draft gives."""
    return [(sum(name in reading.by_name for name in fields.signals), (None, None))]


def idle_paragraph(reading: Reading, fields: Measure) -> Iterable[Figure]:
    """The words of each paragraph that does none of the work.

    Either its sentences give none of ``signals``, ``slight`` and ``padding``, or more than twice as many of them give
    one of ``padding`` as give one of ``signals`` alone: beside padding, ``slight`` ones do not count.
    """
    padding = holding(reading, fields.padding)
    working = holding(reading, fields.signals) - padding
    slight = holding(reading, fields.slight)
    for index, sentences in groupby(reading.sentences, key=lambda each: each.block):
        block, own = reading.blocks[index], list(sentences)
        if block.kind not in ("paragraph", "list-item") or block.quoted or block.text.endswith(":"):
            continue
        padded, works, hints = (sum(s.index in each for s in own) for each in (padding, working, slight))
        if padded > 2 * works or (block.kind == "paragraph" and not (padded or works or hints)):
            yield sum(reading.words_in(s.start, s.end) for s in own), (block.start, block.end)


FIGURES: Mapping[str, Callable[[Reading, Measure], Iterable[Figure]]] = {
    "words": words,
    "sentence-words": sentence_words,
    "block-words": block_words,
    "capitals": capitals,
    "exclamations": exclamations,
    "specifics": specifics,
    "different-signals": different_signals,
    "idle-paragraph": idle_paragraph,
}


_CALLED = {
    "words": spoken("words"),
    "sentence-words": spoken("sentence words"),
    "block-words": spoken("block words"),
    "capitals": spoken("capitals"),
    "exclamations": spoken("exclamations"),
    "specifics": spoken("specifics"),
    "idle-paragraph": spoken("idle paragraph"),
    "different-signals": spoken("different signals"),
}
"""What cues call each figure."""


def measure(fields: Measure, facts: Facts) -> Callable[[Reading], Iterator[Hint]]:
    """Findings at each figure outside the bounds."""
    low = fields.at_least if fields.at_least is not None else float("-inf")
    high = fields.at_most if fields.at_most is not None else float("inf")
    figures = FIGURES[fields.of]

    def check(reading: Reading) -> Iterator[Hint]:
        if not applies(reading, fields.when, fields.unless):
            return
        for value, (start, end) in figures(reading, fields):
            if not low <= value <= high:
                shown = reading.draft.text[start:end] if start is not None else ""
                fill: dict[str, Tellable] = {"figure": value, "words": " ".join(shown.split())[:80]}
                cue = Phrase("{figure}: {value}", figure=Phrase(_CALLED[fields.of]), value=value)
                yield Hint(start, end, fill, cue)

    return check
