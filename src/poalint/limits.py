"""How much a draft may hold: what is larger is no letter, or means harm."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a draft may hold. Megabytes are millions of bytes.

    A letter of two pages has about 6,000 characters. ``megabytes`` is the size of a text file, ``file_megabytes`` that
    of any other, which may hold pictures; ``unpacked_megabytes`` what its parts make together. ``characters`` and
    ``words`` are those of its text, ``nesting`` how deep its elements stand in each other, ``seconds`` how long
    reading it may take.
    """

    megabytes: float = 1
    file_megabytes: float = 20
    unpacked_megabytes: float = 60
    characters: int = 250_000
    words: int = 50_000
    pages: int = 50
    nesting: int = 200
    seconds: float = 20


USUAL = Limits()
"""What holds where nobody says otherwise."""
