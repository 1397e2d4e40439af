"""Pieces of pages: what they quote goes in as HTML, so that no mark in it is taken for Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from poalint.speech import Lang, Said, render

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>&~^=:$'\"])")


def plain(text: str) -> str:
    """``text`` on one line, as it stands: nothing in it is Markdown or HTML to the page."""
    return _escaped(" ".join(text.split()))


def code(text: str) -> str:
    """``text`` as code within a line."""
    return f"<code>{plain(text)}</code>"


def ticked(text: str) -> str:
    """``text`` on one line with its code marked: what stands between ticks."""
    pieces = " ".join(text.split()).split("`")
    return "".join(code(piece) if number % 2 else _escaped(piece) for number, piece in enumerate(pieces))


def letter(text: str, kind: str, lang: Lang) -> str:
    """An example letter: its paragraphs in a box coloured by ``kind``. Letters are English on every page."""
    parts = [each.strip() for each in re.split(r"\n\s*\n", text.strip())]
    said = "".join(f"<p>{'<br>'.join(plain(line) for line in part.splitlines())}</p>" for part in parts)
    return f'<blockquote class="letter {kind}"{_english(lang)}>{said}</blockquote>'


def english(text: str, lang: Lang) -> str:
    """A text that stands in English on a page in whatever language."""
    return f"<span{_english(lang)}>{plain(text)}</span>" if lang != "en" else plain(text)


def block(text: str, syntax: str = "yaml") -> str:
    """Lines of a file."""
    return f"```{syntax}\n{text.rstrip()}\n```"


def bullets(lines: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {each}" for each in lines)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the cells are Markdown with no bare ``|`` in it."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines)


def page(title: str, *parts: str) -> str:
    """A page: its title and its parts, with those that are empty left out."""
    return "\n\n".join([f"# {plain(title)}", *(part for part in parts if part)]) + "\n"


def say(en: str, zh: str, lang: Lang) -> str:
    """A sentence of the manual's own in the language of the page."""
    return render(Said(en, zh), lang)


def percent(value: float) -> str:
    """A percentage without needless decimals."""
    return f"{value:g}%"


def _escaped(text: str) -> str:
    return _MARKS.sub(lambda found: f"&#{ord(found[0])};", text)


def _english(lang: Lang) -> str:
    return "" if lang == "en" else ' lang="en"'
