"""``pair``: each signal needs another one beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from poalint.kinds.common import pointed_at, present, standing
from poalint.model import Hint, Reading
from poalint.schema.rules import Pair


def pair(fields: Pair) -> Callable[[Reading], Iterator[Hint]]:
    """Findings at each of ``signals`` that has none of ``needs`` in its sentence or up to ``reach`` sentences on."""

    def check(reading: Reading) -> Iterator[Hint]:
        if present(reading, fields.unless):
            return
        beside = {signal.sentence for name in fields.needs for signal in reading.by_name.get(name, ())}
        for signal in standing(reading, fields.signals, fields.roles):
            if not any(signal.sentence + step in beside for step in range(fields.reach + 1)):
                yield pointed_at(reading, signal)

    return check
