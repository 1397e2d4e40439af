"""Characters that come along when text is pasted, and the text as it reads without them.

Invisible characters are left out; full-width, styled and look-alike letters become plain ones, odd spaces and line
breaks plain ones too. So a letter that holds them is read as what it says. Chinese keeps its own punctuation, and words
in other scripts their letters.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

DIRECTION = "\u202a-\u202e\u2066-\u2069"
"""Controls that turn the direction in which text runs."""
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff\U000e0000-\U000e007f"
"""Characters that nobody sees, those of direction left out."""
IDEOGRAPH = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
STYLED = "\U0001d400-\U0001d7ff\u210a-\u2113\u2115\u2119-\u211d\u2124\u212c\u212d\u212f-\u2131\u2133\u2134"
"""Letters and digits that mathematics sets in a face of their own."""
_SELECTORS = "\ufe00-\ufe0f"
_SYMBOL = (
    "\u231a\u231b\u23e9-\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be"
    "\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e"
    "\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f000-\U0001faff"
)
EMOJI = rf"(?:[0-9#*]\ufe0f?\u20e3|(?:[{_SYMBOL}]|[\u2190-\u2bff]\ufe0f)[\ufe0f\u200d\u20e3]?)+"
"""A run of emoji: little pictures, and signs or digits that are drawn as such."""

_ALIKE_BY_SCRIPT = (
    ("\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d", "aeopcyxijshdqw"),
    ("\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405", "ABEKMHOPCTYXIJS"),
    ("\u03b1\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5\u03c7", "aikvopux"),
    ("\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7", "ABEZHIKMNOPTYX"),
    ("\u0585\u057d\u0578\u0570", "ouns"),
)
_ALIKE = {odd: latin for pair in _ALIKE_BY_SCRIPT for odd, latin in zip(*pair, strict=True)}
"""Cyrillic, Greek and Armenian letters that look like Latin ones."""
_TO_LATIN = str.maketrans(_ALIKE)
_ALONE = frozenset(each for each in _ALIKE if "\u0400" <= each <= "\u052f")
"""Those that may make up a whole word: Greek letters stand alone as signs."""
_BREAKS = dict.fromkeys("\u2028\u2029\u0085\x0b\x0c", "\n")
_SPACES = dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
_KEYCAP = {"\u20e3": ")"}
_PUNCTUATION = {"\u3001": ",", "\u3002": ".", "\u300c": '"', "\u300d": '"'}
_FULL_MARKS = {chr(0xFF00 + each): chr(0x20 + each) for each in range(1, 0x5F) if not chr(0x20 + each).isalnum()}
FULL_MARKS = re.compile(rf"[{re.escape(''.join((*_PUNCTUATION, *_FULL_MARKS)))}]+")
"""A run of full-width punctuation, which is at home in Chinese."""
FULL_LETTERS = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_LEFT_OUT = re.compile(rf"[{INVISIBLE}{DIRECTION}{_SELECTORS}]")
_ONE_FOR_ONE = str.maketrans({**_BREAKS, **_SPACES, **_KEYCAP})
_COMPATIBLE = re.compile(rf"[{FULL_LETTERS}{STYLED}\ufb00-\ufb06]")
_EASTERN = re.compile(f"[{IDEOGRAPH}]")
_WORD = re.compile(r"[^\W_]+")
_ODD = re.compile(
    rf"[{INVISIBLE}{DIRECTION}{_SELECTORS}{FULL_LETTERS}{STYLED}\ufb00-\ufb06{re.escape(''.join((*_ALIKE, *_BREAKS)))}"
    rf"{''.join(_SPACES)}\u20e3]|{FULL_MARKS.pattern}"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as it reads, and for each of its characters its place in the text as it stands.

    Without ``places`` each character stands at its own place.
    """

    text: str
    places: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of one character or more stands in the text."""
        return (self.places[start], self.places[end - 1] + 1) if self.places else (start, end)

    def at(self, place: int) -> int:
        """The first character that stands at ``place`` of the text or behind it."""
        return bisect_left(self.places, place) if self.places else place


def plain(text: str, unseen: Iterable[tuple[int, int]] = ()) -> Plain:
    """A text as it reads. One that holds nothing odd stays the very same.

    ``unseen`` are spans of it that are left out too, line breaks apart.
    """
    bare = _bare(text, unseen)
    return Plain(_latin(bare.text), bare.places) if bare.places else bare


def _bare(text: str, unseen: Iterable[tuple[int, int]] = ()) -> Plain:
    """A text as it reads, but for letters that only look Latin."""
    gone = {at for span in unseen for at in range(*span) if text[at] not in "\r\n"}
    if not gone and ((text.isascii() and not ("\x0b" in text or "\x0c" in text)) or not _ODD.search(text)):
        return Plain(text)
    parts: list[str] = []
    places: list[int] = []
    for at, each in enumerate(_marks_alone(text).translate(_ONE_FOR_ONE)):
        if at in gone or _LEFT_OUT.match(each):
            continue
        made = unicodedata.normalize("NFKC", each) if _COMPATIBLE.match(each) else each
        parts.append(made)
        places += [at] * len(made)
    return Plain("".join(parts), tuple(places))


def alike(text: str) -> list[tuple[int, int]]:
    """Where words stand some letters of which only look Latin."""
    bare = _bare(text)
    return [bare.span(*word.span()) for word in _alike(bare.text)] if bare.places else []


def beside(text: str, start: int, end: int) -> str:
    """The characters before and behind a stretch, as far as there are any."""
    return text[max(0, start - 1) : start] + text[end : end + 1]


def is_chinese(text: str) -> bool:
    """Whether a text holds a character of Chinese, Japanese or Korean."""
    return bool(_EASTERN.search(text))


def is_joined(text: str, start: int, end: int) -> bool:
    """Whether a run of invisible characters stands where a script or an emoji has need of it.

    Indian and Arabic letters are joined or kept apart by them, and so are the parts of an emoji; a mark of direction
    belongs beside Hebrew and Arabic.
    """
    return any(
        (each.isalpha() and not (_is_latin(each) or each in _ALIKE or is_chinese(each))) or each >= "\u2190"
        for each in beside(text, start, end)
        if not is_chinese(each)
    )


def _marks_alone(text: str) -> str:
    """The text with plain punctuation in place of full-width one, where it stands beside no Chinese."""
    plain_marks = str.maketrans({**_PUNCTUATION, **_FULL_MARKS})
    return FULL_MARKS.sub(
        lambda run: run[0] if is_chinese(beside(text, *run.span())) else run[0].translate(plain_marks), text
    )


def _alike(text: str) -> list[re.Match[str]]:
    words = list(_WORD.finditer(text))
    return [word for at, word in enumerate(words) if _is_alike(at, words)]


def _latin(text: str) -> str:
    """The text with Latin letters in place of those that only look so, in Latin words and between them."""
    parts, at = [], 0
    for word in _alike(text):
        parts += [text[at : word.start()], word[0].translate(_TO_LATIN)]
        at = word.end()
    return "".join((*parts, text[at:]))


def _is_alike(at: int, words: list[re.Match[str]]) -> bool:
    """Whether a word has look-alikes, all its other letters Latin: some of its own, or else those of its neighbours."""
    word = words[at][0]
    if word.isascii() or not any(each in _ALIKE for each in word):
        return False
    letters = [each for each in word if each.isalpha() and each not in _ALIKE]
    if not all(map(_is_latin, letters)):
        return False
    if letters:
        return True
    around = [each[0] for each in (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])]
    near = any(any(map(_is_latin, each)) for each in around)
    strange = any(each.isalpha() and not (_is_latin(each) or each in _ALIKE) for one in around for each in one)
    return near and not strange and all(each in _ALONE or not each.isalpha() for each in word)


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and (letter <= "\u024f" or "\u1e00" <= letter <= "\u1eff")
