"""How much a draft may hold, and how long it may take: what is larger is no letter, or means harm."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from poalint.layers import Given, Layer, Origin
from poalint.speech import Phrase


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a draft may hold. Megabytes are millions of bytes.

    A letter of two pages has about 6,000 characters. ``megabytes`` is the size of a text file, ``file_megabytes`` that
    of any other, which may hold pictures; ``unpacked_megabytes`` what its parts make together. ``characters`` and
    ``words`` are those of its text, ``nesting`` how deep its elements stand in each other, ``seconds`` how long
    reading it may take, and then judging it.
    """

    megabytes: float = 1
    file_megabytes: float = 20
    unpacked_megabytes: float = 60
    characters: int = 250_000
    words: int = 50_000
    pages: int = 50
    nesting: int = 200
    seconds: float = 20

    @property
    def most_bytes(self) -> int:
        """No file of more bytes is read, whatever its format."""
        return int(max(self.megabytes, self.file_megabytes) * 1e6)


USUAL = Limits()
"""What holds where nobody says otherwise."""
USUALLY = tuple(
    Given((each.name.replace("_", "-"), getattr(USUAL, each.name)), Origin("default")) for each in fields(Limits)
)
"""The same as settings."""


def limits_in(layers: Iterable[Layer]) -> Limits:
    """What layers of settings say under the key ``limits``, the farthest first."""
    said = dict(each.value for layer in layers for each in layer.get("limits", ()))
    return Limits(**{name.replace("-", "_"): most for name, most in said.items()}) if said else USUAL


def more(key: str) -> Phrase:
    """The remedy that every message about a limit ends with: it names the key that allows more."""
    return Phrase("Check the letter alone, or allow more with `{key}` under `limits` in poalint.yaml.", key=key)
