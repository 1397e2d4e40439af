"""The worst errors of the part to tune on, each with the cue that misled. The other part is never shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figures import STATUSES
from gold import Case, Gold, Letter
from poalint.kinds.common import quoted
from poalint.loading.rules import Rule
from poalint.model import Finding
from poalint.model.reading import Reading
from told import Judged, Read, Told


def lines(gold: Gold, read: Read, told: Told, rules: Sequence[Rule], at_most: int) -> Iterator[str]:
    """List the letters that are judged worst, the pairs that are not told apart, and the cases misheard."""
    tuned = gold.only("tune")
    letters = sorted(tuned.letters, key=lambda each: (-_distance(each, told.letters[each.id]), each.id))
    for letter in letters[:at_most]:
        judged = told.letters[letter.id]
        if not _distance(letter, judged):
            break
        yield f"{letter.id}  overall {letter.overall}, score {judged.score:g}  ({letter.note})"
        yield from (f"    {line}" for line in _of_letter(letter, judged, read.letters[letter.id], rules))
    for pair in tuned.pairs:
        better, worse = told.letters[pair.better], told.pairs[pair.id]
        was, now = (each.statuses.get(pair.pillar, "refused") for each in (better, worse))
        if was == now or worse.score >= better.score:
            yield f"{pair.id}: {was} to {now}, score {better.score:g} to {worse.score:g}"
    for name in sorted({case.signal for case in tuned.cases}):
        wrong = [case for case in tuned.cases if case.signal == name and _wrong(case, told)]
        yield f"{name}: {len(wrong)} of {sum(case.signal == name for case in tuned.cases)} cases misheard"
        yield from (f"    {_of_case(case, read.cases[case.id])}" for case in wrong[:at_most])


def _distance(letter: Letter, judged: Judged) -> float:
    if judged.refused:
        return 100.0
    steps = sum(
        abs(STATUSES.index(status) - STATUSES.index(judged.statuses[pillar]))
        for pillar, status in letter.pillars.items()
    )
    return steps + len(letter.flags ^ judged.flags) / 2


def _of_letter(letter: Letter, judged: Judged, reading: Reading | None, rules: Sequence[Rule]) -> Iterator[str]:
    if reading is None:
        yield "refused"
        return
    for pillar, status in letter.pillars.items():
        given = judged.statuses[pillar]
        if given == status:
            continue
        yield f"{pillar}: {status}, told {given}"
        if STATUSES.index(given) > STATUSES.index(status):
            own = [each for each in judged.findings if each.pillar == pillar and each.status == given]
            yield from (f"    {_of_finding(each, reading)}" for each in own[:3])
        else:
            yield from (f"    {line}" for line in _satisfied(pillar, rules, reading))
    for flag in sorted(judged.flags - letter.flags):
        yield f"flag {flag}: not there"
        yield from (f"    {_of_finding(each, reading)}" for each in judged.findings if each.flag == flag)
    for flag in sorted(letter.flags - judged.flags):
        yield f"flag {flag}: missed"


def _of_finding(finding: Finding, reading: Reading) -> str:
    words = " ".join(reading.draft.text[finding.start or 0 : finding.end or 0].split())[:100]
    return f"{finding.rule}: {finding.cue or 'nothing comes close'}" + (f" @ {words}" if words else "")


def _satisfied(pillar: str, rules: Sequence[Rule], reading: Reading) -> Iterator[str]:
    """Tell which signals kept the pillar's rules silent."""
    told = set()
    for rule in rules:
        check = rule.spec.check
        if rule.spec.pillar != pillar:
            continue
        names = check.signals if check.kind == "require" else getattr(check, "unless", [])
        for name in names:
            for signal in reading.by_name.get(name, ())[:1]:
                if id(signal) not in told:  # its cue may be a sentence that is filled in, which has no hash
                    told.add(id(signal))
                    yield f"{name} keeps {rule.spec.id} silent: {signal.cue} @ {quoted(reading, signal)}"


def _wrong(case: Case, told: Told) -> bool:
    heard = told.cases[case.id]
    return heard is None or (case.signal in heard) != case.present


def _of_case(case: Case, reading: Reading | None) -> str:
    text = " ".join(case.draft.text.split())
    if reading is None:
        return f"refused: {text}"
    cues = [str(signal.cue) for signal in reading.by_name.get(case.signal, ())]
    return f"heard ({'; '.join(cues)}): {text}" if cues else f"missed: {text}"
