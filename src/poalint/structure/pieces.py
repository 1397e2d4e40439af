"""Lines to pieces: blocks in the making, each a kind and a span of the draft."""

from __future__ import annotations

from dataclasses import dataclass

from poalint.model import Kind, Role


@dataclass(slots=True)
class Piece:
    """A block in the making: source span, and what has been told about it."""

    kind: Kind
    start: int
    end: int
    role: Role = ""
    quoted: bool = False
    run_in: bool = False
