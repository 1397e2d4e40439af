"""What no example fires: rules, signals, the alternatives of signals and the expressions of rules.

An alternative under ``any`` is fired where its demands hold and no ``unless`` takes the signal away; one under
``unless`` where it takes back what some ``any`` would give. An expression of a rule is fired where the rule, left with
this one alone, finds something in one of the rule's own examples.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from poalint.facts import Facts
from poalint.kinds import KINDS, Check
from poalint.loader import Knowledge
from poalint.loading.rules import Rule
from poalint.loading.signals import SignalSource
from poalint.loading.yamlfile import Loc, place_of
from poalint.model import Finding
from poalint.model.reading import Reading
from poalint.testing.results import Example, Gap, What

_EXPRESSIONS: dict[str, tuple[str, ...]] = {
    "patterns": (),
    "quantities": ("clash",),
    "given_by": (),
    "clash": ("quantities",),
    "of": (),
}
"""The lists of a check each member of which finds something by itself, and the lists that must be empty for that."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Something that examples should fire: a whole rule or signal (no ``part``), or one member of a list in it."""

    what: What
    name: str
    path: Path
    loc: Loc
    words: str
    part: str = ""
    number: int = 0


class Coverage:
    """Watches examples as they are read, and tells what none of them fired.

    ``wanted`` says of a file whether its rule or signal is looked at.
    """

    def __init__(self, knowledge: Knowledge, wanted: Callable[[Path], bool]) -> None:
        signals = [part for each in knowledge.sources if wanted(each.path) for part in _of_signal(each)]
        rules = [rule for rule in knowledge.rules if wanted(rule.path)]
        self._alone = {rule.spec.id: list(_alone(rule, knowledge.facts)) for rule in rules}
        self._parts = [*(part for rule in rules for part in self._of_rule(rule)), *signals]
        self._fired: set[tuple[What, str, str, int]] = set()

    def watch(self, name: str, ways: Collection[int], backs: Collection[int]) -> None:
        """Note which alternatives (by number) of the signal ``name`` hold in some sentence, as the engine tells it."""
        if ways and not backs:
            self._fired |= {("signal", name, "", 0), *(("signal", name, "any", number) for number in ways)}
        elif ways:
            self._fired |= {("signal", name, "unless", number) for number in backs}

    def look(self, example: Example, reading: Reading, told: Sequence[Finding]) -> None:
        """Note what an example of a rule, once read, fires of that rule."""
        if example.key != "fires" or example.name not in self._alone:
            return
        if any(each.rule == example.name for each in told):
            self._fired.add(("rule", example.name, "", 0))
        for part, check in self._alone[example.name]:
            own = _key(part)
            if own not in self._fired and any(True for _ in check(reading)):
                self._fired.add(own)

    @property
    def parts(self) -> int:
        """How many things examples should fire."""
        return len(self._parts)

    def gaps(self) -> tuple[Gap, ...]:
        """What no example fired."""
        return tuple(
            Gap(part.what, part.name, part.part, part.words, place_of(part.path, part.loc))
            for part in self._parts
            if _key(part) not in self._fired
        )

    def _of_rule(self, rule: Rule) -> Iterator[_Part]:
        yield _Part("rule", rule.spec.id, rule.path, ("id",), rule.spec.title)
        yield from (part for part, _ in self._alone[rule.spec.id])


def _key(part: _Part) -> tuple[What, str, str, int]:
    return part.what, part.name, part.part, part.number


def _of_signal(source: SignalSource) -> Iterator[_Part]:
    name = source.spec.signal
    yield _Part("signal", name, source.path, ("signal",), source.spec.about)
    for part, alternatives in (("any", source.spec.any), ("unless", source.spec.unless)):
        for number, each in enumerate(alternatives):
            yield _Part("signal", name, source.path, (part, number, "why"), each.why, part, number)


def _alone(rule: Rule, facts: Facts) -> Iterator[tuple[_Part, Check]]:
    """Each expression of a rule, with a check that looks for it alone."""
    check = rule.spec.check
    for field, others in _EXPRESSIONS.items():
        listed = getattr(check, field, ())
        for number, each in enumerate(listed if isinstance(listed, list) else ()):
            left = check.model_copy(update={field: [each], **{other: [] for other in others}})
            words = each if isinstance(each, str) else ", ".join(each)
            part = _Part("rule", rule.spec.id, rule.path, ("check", field, number), words, field, number)
            yield part, KINDS[check.kind](left, facts)
