"""Labels and what was told of them to named figures, each the better the higher, from 0 to 1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gold import Gold
from measures import Hits, by_class, hits, interval, macro_f1, mean, share, spearman
from poalint.loading.rules import Rule
from poalint.model import FLAGS, PILLARS
from told import Told

STATUSES = ("pass", "weak", "fail")
_RANK = {status: rank for rank, status in enumerate(STATUSES)}

Figures = dict[str, float]
"""By name: ``pillars/root-cause/macro-f1``, ``ready/clean`` ...; a figure that has no ground is not there."""


def figures(gold: Gold, told: Told) -> Figures:
    """Work out every figure that there is."""
    found: dict[str, float | None] = {}
    of_pillars = {
        pillar: [(each.pillars[pillar], told.letters[each.id].statuses.get(pillar, "")) for each in gold.letters]
        for pillar in PILLARS
    }
    for pillar, pairs in of_pillars.items():
        classes = by_class(pairs, STATUSES)
        found[f"pillars/{pillar}/accuracy"] = share(true == given for true, given in pairs)
        found[f"pillars/{pillar}/precision"] = mean(each.precision for each in classes.values())
        found[f"pillars/{pillar}/recall"] = mean(each.recall for each in classes.values())
        found[f"pillars/{pillar}/macro-f1"] = macro_f1(pairs, STATUSES)
        found |= {f"pillars/{pillar}/f1-{status}": classes[status].f1 for status in STATUSES}
    for figure in ("accuracy", "precision", "recall", "macro-f1"):
        found[f"pillars/mean/{figure}"] = mean(found[f"pillars/{pillar}/{figure}"] for pillar in PILLARS)
    found |= _flags(gold, told)
    found["rank"] = spearman(
        [told.letters[each.id].score for each in gold.letters], [float(each.overall) for each in gold.letters]
    )
    guessed = [(each.violation, told.letters[each.id].violation) for each in gold.letters]
    if any(given for _, given in guessed):
        found["violation/recall"] = share(true == given for true, given in guessed)
        found["violation/precision"] = share(true == given for true, given in guessed if given)
    ready = [told.letters[each.id] for each in gold.letters if each.overall == 5]
    if ready:
        found["ready/clean"] = share(set(each.statuses.values()) == {"pass"} for each in ready)
        if any(each.has_findings for each in ready):
            found["ready/no-error"] = share(not each.refused and not each.has_error for each in ready)
    if gold.pairs:
        found |= _pairs(gold, told)
    if told.cases:
        found |= _signals(gold, told)
    return {name: value for name, value in found.items() if value is not None}


def bounds(gold: Gold, told: Told) -> tuple[float, float]:
    """Bound the mean macro-F1: how far another set of letters of this size might move it."""
    pairs = [
        [(each.pillars[pillar], told.letters[each.id].statuses.get(pillar, "")) for each in gold.letters]
        for pillar in PILLARS
    ]

    def figure(drawn: Sequence[int]) -> float:
        return mean(macro_f1([of[number] for number in drawn], STATUSES) for of in pairs)

    return interval(len(gold.letters), figure)


def findings_on_ready(gold: Gold, told: Told) -> float:
    """Average the findings on letters that are ready to submit."""
    return mean(float(len(told.letters[each.id].findings)) for each in gold.letters if each.overall == 5)


def rule_hits(gold: Gold, told: Told, rules: Sequence[Rule]) -> Mapping[str, Hits | None]:
    """Count the letters on which each rule fires rightly and wrongly; None where no label speaks of the rule.

    A rule of a pillar is right where that is not labelled ``pass``, a rule of a flag where that is labelled.
    """
    counted: dict[str, Hits | None] = {}
    for rule in rules:
        spec = rule.spec
        if (spec.pillar is None and spec.flag is None) or "plan" not in spec.letters:  # the letters labelled are plans
            counted[spec.id] = None
            continue
        counted[spec.id] = hits(
            (
                each.pillars[spec.pillar] != "pass" if spec.pillar else spec.flag in each.flags,
                any(finding.rule == spec.id for finding in told.letters[each.id].findings),
            )
            for each in gold.letters
        )
    return counted


def _flags(gold: Gold, told: Told) -> dict[str, float | None]:
    each_flag = {
        flag: hits((flag in each.flags, flag in told.letters[each.id].flags) for each in gold.letters) for flag in FLAGS
    }
    all_flags = Hits(
        sum(each.right for each in each_flag.values()),
        sum(each.wrong for each in each_flag.values()),
        sum(each.missed for each in each_flag.values()),
    )
    return {
        f"flags/{name}/{figure}": value
        for name, found in {"micro": all_flags, **each_flag}.items()
        for figure, value in (("precision", found.precision), ("recall", found.recall), ("f1", found.f1))
    }


def _pairs(gold: Gold, told: Told) -> dict[str, float | None]:
    pillar_drops, score_drops = [], []
    for pair in gold.pairs:
        better, worse = told.letters[pair.better], told.pairs[pair.id]
        judged = not (better.refused or worse.refused)
        pillar_drops.append(judged and _RANK[worse.statuses[pair.pillar]] > _RANK[better.statuses[pair.pillar]])
        score_drops.append(judged and worse.score < better.score)
    of_pillar: dict[str, list[bool]] = {}
    for pair, drops in zip(gold.pairs, pillar_drops, strict=True):
        of_pillar.setdefault(pair.pillar, []).append(drops)
    each = {f"pairs/pillar-drops/{pillar}": share(of_pillar[pillar]) for pillar in PILLARS if pillar in of_pillar}
    return {"pairs/pillar-drops": share(pillar_drops), "pairs/score-drops": share(score_drops), **each}


def _signals(gold: Gold, told: Told) -> dict[str, float | None]:
    right: dict[str, list[bool]] = {}
    for case in gold.cases:
        heard = told.cases[case.id]
        right.setdefault(case.signal, []).append(heard is not None and (case.signal in heard) == case.present)
    each: dict[str, float | None] = {f"signals/{name}": share(right[name]) for name in sorted(right)}
    return {"signals/mean": mean(each.values()), **each}
