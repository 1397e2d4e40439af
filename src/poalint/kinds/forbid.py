"""``forbid``: each sentence with one of the signals is a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from poalint.facts import Facts
from poalint.kinds.common import applies, one_a_sentence, pointed_at, standing
from poalint.model.reading import Hint, Reading
from poalint.schema.rules import Forbid


def forbid(fields: Forbid, facts: Facts) -> Callable[[Reading], Iterator[Hint]]:
    """Findings at each sentence with one of the signals, beyond the first ``at_most`` and up to ``tell`` of them."""

    def check(reading: Reading) -> Iterator[Hint]:
        if applies(reading, fields.when, fields.unless):
            found = one_a_sentence(standing(reading, fields.signals, fields.roles))
            for signal in found[fields.at_most : fields.at_most + fields.tell]:
                yield pointed_at(reading, signal)

    return check
