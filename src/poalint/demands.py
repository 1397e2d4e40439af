"""What a rule demands of a letter and what it lets pass, told in sentences. They are made of the rule's own fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from poalint.cards import Card
from poalint.loading.yamlfile import load_yaml
from poalint.speech import Lang, Phrase, render, spoken, translated
from poalint.testing.beside import SIGNS

COUNTED = {
    "words": Phrase("the words of the letter"),
    "sentence-words": Phrase("the words of each sentence"),
    "block-words": Phrase("the words of the longest paragraph, where the letter has neither headings nor lists"),
    "capitals": Phrase("words in capitals side by side; names, codes and lone abbreviations do not count"),
    "exclamations": Phrase("exclamation marks that stand side by side"),
    "specifics": Phrase("the sentences with something that belongs to this case alone"),
    "idle-paragraph": Phrase("the words of each paragraph that says nothing of the case"),
    "different-signals": Phrase("how many of its signals stand in the letter, each once"),
}
"""What each measure counts, under its name in rule files."""

NUMBERS = {
    "luhn": Phrase("the numbers of payment cards (Luhn)"),
    "mod-97": Phrase("IBANs (remainder 97)"),
    "resident-id": Phrase("the numbers of Chinese resident identity cards (GB 11643)"),
}
"""What each scheme of check digits proves, under its name in rule files."""

CHARACTERS = {
    "invisible": Phrase("those that nobody sees; where a script needs them they may stand"),
    "direction": Phrase("those that turn the direction in which text runs"),
    "look-alike": Phrase("letters of another alphabet in Latin words; whole words and names of it may stand"),
    "full-width": Phrase("full-width letters and punctuation; beside Chinese they may stand"),
    "styled": Phrase("letters that are signs of mathematics"),
    "emoji": Phrase("emoji; signs of typography such as check marks and arrows may stand"),
    "unreadable": Phrase("those that show as boxes, and controls"),
}
"""What each sort of characters is, under its name in rule files."""

_NOT_FOR = {
    "plan": Phrase("Plans: only a letter that disputes the finding is looked at."),
    "dispute": Phrase("Letters that dispute the finding: they are judged by rules of their own."),
}
"""What is told of a rule about each kind of letter that it does not look at."""


@dataclass(frozen=True, slots=True)
class Point:
    """One line of a list. ``under``: an item of the line before; ``signal``: the one it is about, or ""."""

    text: str
    signal: str = ""
    under: bool = False


def demands(card: Card, lang: Lang) -> tuple[Point, ...]:
    """What the rule looks for; nothing for a kind of check that has no sentence in the table."""
    tell = _LOOKS_FOR.get(card.check.get("kind", ""))
    return tuple(tell(card, lang)) if tell else ()


def leaves_alone(card: Card, lang: Lang) -> tuple[Point, ...]:
    """What the rule lets pass although it looks like a hit."""
    return tuple(_leaves_alone(card, lang))


def _leaves_alone(card: Card, lang: Lang) -> Iterator[Point]:
    check = card.check
    yield from (_said(lang, said) for name, said in _NOT_FOR.items() if name not in card.letters)
    if check.get("when"):
        yield _said(lang, Phrase("Letters in which none of these stands:"))
        yield from _signals(card, check["when"], lang)
    if check.get("unless"):
        yield _said(lang, Phrase("Letters in which one of these stands:"))
        yield from _signals(card, check["unless"], lang)
    if check.get("roles"):
        yield _said(lang, Phrase("What stands outside these parts of the letter: {parts}.", parts=_parts(card, lang)))
    if check.get("at_most") and check.get("kind") == "forbid":
        yield _said(lang, Phrase("The first of them: up to {count} may stand.", count=check["at_most"]))
    if check.get("own"):
        yield _said(lang, Phrase("A figure that is told as a limit of your own, or as the rate that you had."))
    if check.get("other"):
        yield _said(lang, Phrase("A number behind words that make it something else, such as an order id."))
    if check.get("allow"):
        yield _said(lang, Phrase("What the file lists as allowed: {count} of them.", count=len(check["allow"])))
    yield _said(lang, Phrase("What only looks like a hit, as in the near miss below."))


def _require(card: Card, lang: Lang) -> Iterator[Point]:
    count = card.check.get("at_least", 1)
    if count > 1:
        yield _said(lang, Phrase("At least {count} sentences must hold one of these:", count=count))
    else:
        yield _said(lang, Phrase("One of these must stand in the letter:"))
    yield from _signals(card, card.check["signals"], lang)
    if card.check.get("also"):
        yield _said(lang, Phrase("and in the same sentence one of these:"))
        yield from _signals(card, card.check["also"], lang)


def _forbid(card: Card, lang: Lang) -> Iterator[Point]:
    yield _said(lang, Phrase("Each sentence with one of these is a finding:"))
    yield from _signals(card, card.check["signals"], lang)
    if "tell" in card.check:
        yield _said(lang, Phrase("Of many it tells the first {count}.", count=card.check["tell"]))


def _measure(card: Card, lang: Lang) -> Iterator[Point]:
    of = card.check["of"]
    yield _said(lang, Phrase("It counts {what}.", what=COUNTED.get(of, of)))
    yield from _signals(card, card.check.get("signals", ()), lang)
    if card.check.get("at_least") is not None:
        yield _said(lang, Phrase("{count} is the least that is right.", count=card.check["at_least"]))
    if card.check.get("at_most") is not None:
        yield _said(lang, Phrase("{count} is the most.", count=card.check["at_most"]))


def _pattern(card: Card, lang: Lang) -> Iterator[Point]:
    said = "Text of a fixed form; the file holds {count} regular expressions for it."
    yield _said(lang, Phrase(said, count=len(card.check["patterns"])))


def _fact(card: Card, lang: Lang) -> Iterator[Point]:
    yield _said(lang, Phrase("A figure given as Amazon's target for one of these must be the real one:"))
    titles = {
        name: each.get("title")
        for folder in card.folders
        for name, each in _mapping(folder / "metrics.yaml").get("metrics", {}).items()
    }
    for name in card.check["metrics"]:
        title = titles.get(name)
        yield Point((title.get(lang) or title["en"]) if isinstance(title, Mapping) else name, under=True)


def _agree(card: Card, lang: Lang) -> Iterator[Point]:
    if card.check.get("quantities"):
        yield _said(lang, Phrase("Two different figures for one thing."))
    if card.check.get("totals"):
        yield _said(lang, Phrase("A total that does not go with what was counted before."))
    for group in card.check.get("clash", ()):
        yield _said(lang, Phrase("All of these in one letter:"))
        yield from _signals(card, group, lang)


def _evidence(card: Card, lang: Lang) -> Iterator[Point]:
    yield _said(lang, Phrase("One of the papers that Amazon asks for in such a case must be named."))


def _listed(card: Card, lang: Lang) -> Iterator[Point]:
    yield _said(lang, Phrase("A paper named in a sentence with one of these must stand in the list of papers too:"))
    yield from _signals(card, card.check["signals"], lang)


def _unfit(card: Card, lang: Lang) -> Iterator[Point]:
    yield _said(lang, Phrase("A remedy or an argument that does not fit the letter's case."))


def _section(card: Card, lang: Lang) -> Iterator[Point]:
    said = "Where a heading or a paragraph begins with what announces it, one of these must follow there:"
    yield _said(lang, Phrase(said))
    yield from _signals(card, card.check["signals"], lang)


def _allowance(card: Card, lang: Lang) -> Iterator[Point]:
    yield _said(lang, Phrase("Comments to the program and files beside a letter that allow what was found."))


def _checked_number(card: Card, lang: Lang) -> Iterator[Point]:
    scheme = NUMBERS.get(card.check["scheme"], card.check["scheme"])
    yield _said(lang, Phrase("A number of a known form whose digits check each other: {which}.", which=scheme))


def _characters(card: Card, lang: Lang) -> Iterator[Point]:
    of = card.check["of"]
    yield _said(lang, Phrase("Characters of one sort, all told at once: {which}.", which=CHARACTERS.get(of, of)))


def _one_name(card: Card, lang: Lang) -> Iterator[Point]:
    yield _said(lang, Phrase("Two names for what the letter must call by one; the file holds how it calls it."))


_BESIDE = {
    "comment": spoken("Comments: {begin}words{end} in the examples."),
    "insertion": spoken("Tracked insertions: {begin}words{end} in the examples."),
    "deletion": spoken("Tracked deletions: {begin}words{end} in the examples."),
    "formatting": spoken("Tracked changes of how letters look: {begin}words{end} in the examples."),
    "hidden": spoken("Hidden text: {begin}words{end} in the examples."),
    "field": spoken("Fields that nothing filled: {begin}words{end} in the examples."),
}
"""What is told of each extra that a rule asks for."""


def _left_in(card: Card, lang: Lang) -> Iterator[Point]:
    said = "What a file of Word or OpenDocument holds beside the letter's text, and would be sent with it:"
    yield _said(lang, Phrase(said))
    for kind in card.check["of"]:
        begin, end = SIGNS[kind]
        yield Point(render(Phrase(_BESIDE[kind], begin=begin, end=end), lang), under=True)


_LOOKS_FOR = {
    "require": _require,
    "forbid": _forbid,
    "measure": _measure,
    "pattern": _pattern,
    "fact": _fact,
    "agree": _agree,
    "evidence": _evidence,
    "listed": _listed,
    "section": _section,
    "unfit": _unfit,
    "allowance": _allowance,
    "checked-number": _checked_number,
    "characters": _characters,
    "one-name": _one_name,
    "left-in": _left_in,
}
"""For each kind of check, what tells what it looks for."""


def _said(lang: Lang, said: Phrase) -> Point:
    return Point(render(said, lang))


def _signals(card: Card, names: Iterable[str], lang: Lang) -> Iterator[Point]:
    for name in names:
        yield Point(_about(card, name, lang), name, under=True)


def _about(card: Card, signal: str, lang: Lang) -> str:
    """What a signal is about, in the card's language; nothing for a signal that no pack holds."""
    for folder in card.folders:
        data = _mapping(folder / "signals" / f"{signal}.yaml")
        if isinstance(about := data.get("about"), str):
            chinese = data.get("zh") or {}
            return str(chinese.get("about") or about) if lang == "zh" else about
    return ""


def table(card: Card, file: str) -> Mapping[str, Any]:
    """A table that only the built-in pack holds, as its file has it; empty where none of the card's packs does."""
    return next((found for folder in card.folders if (found := _mapping(folder / file))), {})


def _mapping(path: Path) -> Mapping[str, Any]:
    content = load_yaml(path) if path.is_file() else None
    return content if isinstance(content, Mapping) else {}


def _parts(card: Card, lang: Lang) -> str:
    return translated(", ", lang).join(translated(each, lang) for each in card.check["roles"])
