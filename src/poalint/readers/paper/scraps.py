"""What pypdf finds on a page as scraps of text with their places."""

from __future__ import annotations

import math
from typing import Any

from poalint.limits import Limits
from poalint.readers.clock import Clock
from poalint.readers.paper.lines import Scrap

_FULL = 4
"""A page may hold so many times the characters of a letter before it is cut: what is behind them is refused later."""


def scraps_of(page: Any, clock: Clock, limits: Limits) -> list[Scrap]:
    """The scraps on a page, in the order in which they are written. Raises DraftError when the time is over."""
    found: list[Scrap] = []
    size = 0

    def each(text: str, cm: list[float], tm: list[float], font: Any, points: float) -> None:
        nonlocal size
        clock.look()
        size += len(text)
        if not text or size > _FULL * limits.characters:
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        tall = abs(points) * math.hypot(tm[2], tm[3]) * math.hypot(cm[2], cm[3])
        name = str(font.get("/BaseFont", "")) if font else ""
        found.extend(
            Scrap(part, x, y - at * 1.2 * tall, tall or 1.0, name)
            for at, part in enumerate(text.strip("\n").split("\n"))
        )

    page.extract_text(visitor_text=each, visitor_operand_before=lambda *_: clock.look())
    return found
