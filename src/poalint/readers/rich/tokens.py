"""Bytes of RTF to tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z])"
    rb"|(?P<open>\{)|(?P<close>\})|(?P<text>[^\\{}\r\n]{1,4096})|[\r\n]+|\\"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A brace, a control word with its number (None without one), a control symbol, or bytes of text."""

    kind: Literal["open", "close", "word", "symbol", "bytes"]
    word: str = ""
    number: int | None = None
    data: bytes = b""


_OPEN, _CLOSE = Token("open"), Token("close")


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of an RTF file. Binary data that a ``bin`` announces is passed over."""
    at = 0
    while at < len(data):
        found = _TOKEN.match(data, at)
        assert found is not None, "some alternative fits any byte"
        at = found.end()
        kind = found.lastgroup
        if kind == "open":
            yield _OPEN
        elif kind == "close":
            yield _CLOSE
        elif kind == "text":
            yield Token("bytes", data=found["text"])
        elif kind == "hex":
            yield Token("bytes", data=bytes.fromhex(found["hex"].decode()))
        elif kind == "symbol":
            yield Token("symbol", found["symbol"].decode("latin-1"))
        elif kind in ("word", "number"):
            number = int(found["number"]) if found["number"] else None
            if found["word"] == b"bin":
                at += max(number or 0, 0)
            else:
                yield Token("word", found["word"].decode(), number)
