"""Bytes to drafts: one table, one file a format."""

from __future__ import annotations

from collections.abc import Callable

from poalint.model import Draft
from poalint.readers.text import read_text

READERS: dict[str, Callable[[str, bytes], Draft]] = {".txt": read_text, ".md": read_text, ".text": read_text}
"""The reader for each suffix; a folder is searched for these."""


def read(path: str, data: bytes, suffix: str) -> Draft:
    """Decode ``data``; files of an unknown suffix are read as plain text, since a seller names files at will."""
    return READERS.get(suffix.lower(), read_text)(path, data)
