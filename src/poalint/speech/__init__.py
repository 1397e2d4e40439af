"""What is said to people, in each language: texts that come in both, and sentences that are filled in.

The program's own sentences are written in English where they are used; `zh` holds their Chinese.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

Lang = Literal["en", "zh"]
LANGS: tuple[Lang, ...] = get_args(Lang)


@dataclass(frozen=True, slots=True)
class Said:
    """One text in each language; where there is no Chinese, the English stands for both."""

    en: str
    zh: str = ""

    def __str__(self) -> str:
        return self.en


@dataclass(frozen=True, slots=True, init=False)
class Phrase:
    """A sentence of the program's own: an English template, and what fills its ``{names}``.

    Without fields nothing is filled in, so that braces are plain text.
    """

    template: str
    fields: Mapping[str, Tellable]

    def __init__(self, template: str, /, **fields: Tellable) -> None:
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "fields", MappingProxyType(fields))

    def __str__(self) -> str:
        return render(self, "en")

    def __reduce__(self) -> tuple[object, ...]:  # errors cross processes, and what holds the fields cannot
        return _phrase, (self.template, dict(self.fields))


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of something: "1 draft", "3 drafts". Chinese has one form for both: the catalogue holds "{n} draft"."""

    how_many: int
    what: str

    def __str__(self) -> str:
        return render(self, "en")


Tellable = str | int | float | Said | Phrase | Counted
"""What can be said: a plain text or number is the same in every language."""


def _phrase(template: str, fields: Mapping[str, Tellable]) -> Phrase:
    return Phrase(template, **fields)


def render(said: Tellable, lang: Lang) -> str:
    """The text in one language."""
    if isinstance(said, Said):
        return (said.zh if lang == "zh" else "") or said.en
    if isinstance(said, Phrase):
        template = translated(said.template, lang)
        return filled(template, said.fields, lang) if said.fields else template
    if isinstance(said, Counted):
        one = translated(" ".join(("{n}", said.what)), lang)
        return one.format(n=said.how_many) + ("s" if lang == "en" and said.how_many != 1 else "")
    return f"{said:g}" if isinstance(said, float) else str(said)


def filled(template: str, fields: Mapping[str, Tellable], lang: Lang) -> str:
    """A template with its ``{names}`` filled in; in Chinese, with spaces where that wants them."""
    if lang == "en":
        return template.format_map({name: render(value, lang) for name, value in fields.items()})
    from string import Formatter

    from poalint.speech.spacing import Piece, spaced

    pieces: list[Piece] = []
    for literal, name, _, conversion in Formatter().parse(template):
        pieces.append(Piece(literal))
        if name is not None:
            value = fields[name]
            told = render(value, lang)
            pieces.append(Piece(repr(told) if conversion == "r" else told, filled=True, own=not isinstance(value, str)))
    return spaced(pieces)


def translated(text: str, lang: Lang) -> str:
    """One of the program's own texts in one language; what the catalogue lacks stays as it is."""
    if lang == "en":
        return text
    from poalint.speech.zh import TEXTS

    return TEXTS.get(text, text)


def spoken(text: str) -> str:
    """The text itself. It marks one in a table that is said later, so that its Chinese is missed where it lacks."""
    return text


def quoted(name: str) -> Phrase:
    """A name or word of somebody else's, in the quotation marks of the language."""
    return Phrase("{name!r}", name=name)


def either(names: Iterable[str]) -> Tellable:
    """Names with commas between them, and "or" before the last."""
    *others, last = names
    return Phrase("{names} or {other}", names=several(others), other=last) if others else last


def several(names: Iterable[Tellable]) -> Tellable:
    """Names with commas between them."""
    said, *others = names
    made: Tellable = said
    for other in others:
        made = Phrase("{names}, {other}", names=made, other=other)
    return made


def joined(parts: Iterable[Tellable], lang: Lang) -> str:
    """The parts in one language, with its commas between them."""
    return translated(", ", lang).join(render(part, lang) for part in parts)
