"""``forbid``: each occurrence of a signal is a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from poalint.kinds.common import applies, quoted, standing
from poalint.model import Hint, Reading
from poalint.schema.rules import Forbid


def forbid(fields: Forbid) -> Callable[[Reading], Iterator[Hint]]:
    """Findings at each of the signals beyond the first ``at_most``."""

    def check(reading: Reading) -> Iterator[Hint]:
        if applies(reading, fields.when, fields.unless):
            for signal in standing(reading, fields.signals, fields.roles)[fields.at_most :]:
                yield Hint(signal.start, signal.end, {"words": quoted(reading, signal)}, signal.cue)

    return check
