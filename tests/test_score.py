"""Points, pillars and verdict: arithmetic that must hold for any findings."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poalint import score
from poalint.model import FLAGS, PILLARS, Draft, Finding, Report, Scale

SCALE = Scale(
    weights=dict(zip(PILLARS, (15, 25, 25, 20, 15), strict=True)),
    most_deducted=40.0,
    most_deducted_of_dispute=100.0,
    repeat=1.0,
    ready=85,
    revise=50,
)
WEIGHTS: dict[str, int] = dict(SCALE.weights.items())
DRAFT = Draft("draft", "We shipped late. " * 20)


def finding(rule: str = "rule", **fields: Any) -> Finding:
    made: dict[str, Any] = {
        "pillar": None,
        "flag": None,
        "severity": "warning",
        "message": "m",
        "advice": "a",
        "cue": "",
        "start": None,
        "end": None,
    }
    return Finding(rule=rule, **{**made, **fields})


def report(*findings: Finding) -> Report:
    return score.report(DRAFT, findings, SCALE)


@st.composite
def some_findings(draw: st.DrawFn) -> list[Finding]:
    """Findings of up to six rules; those of one rule cost the same and concern the same pillar, as rules do."""
    made: list[Finding] = []
    for number in range(draw(st.integers(0, 6))):
        pillar = draw(st.sampled_from([None, *PILLARS]))
        rule = finding(
            f"rule-{number}",
            pillar=pillar,
            flag=draw(st.sampled_from([None, *FLAGS])),
            severity=draw(st.sampled_from(["error", "warning", "note"])),
            status=draw(st.sampled_from([None, "weak", "fail"])) if pillar else None,
            points=draw(st.one_of(st.sampled_from([0.0, 0.5, 1.0, 12.0, 25.0]), st.floats(0, 100))),
        )
        for _ in range(draw(st.integers(0, 5))):
            start = draw(st.none() | st.integers(0, 300))
            made.append(replace(rule, start=start, end=None if start is None else start + 5))
    return made


@given(some_findings(), st.randoms(use_true_random=False))
def test_mending_a_finding_never_lowers_the_score_or_worsens_a_pillar(
    findings: list[Finding], chance: random.Random
) -> None:
    if not findings:
        return
    before = report(*findings)
    left = list(findings)
    left.pop(chance.randrange(len(left)))
    after = report(*left)
    assert after.score >= before.score
    worse = {"pass": 0, "weak": 1, "fail": 2}
    for old, new in zip(before.pillars, after.pillars, strict=True):
        assert (new.points or 0.0) >= (old.points or 0.0)
        assert worse[new.status] <= worse[old.status]
    ranks = ("not ready", "revise", "ready")
    assert ranks.index(after.verdict) >= ranks.index(before.verdict)


@given(some_findings())
def test_the_points_shown_add_up_to_the_score(findings: list[Finding]) -> None:
    made = report(*findings)
    assert 0 <= made.score <= 100
    deducted = min(sum(points for _, points in made.deductions), SCALE.most_deducted)
    assert made.score == max(0, round(made.whole - deducted))
    for pillar in made.pillars:
        assert pillar.points is not None
        assert 0 <= pillar.points <= pillar.of == WEIGHTS[pillar.name]
        lost = sum(each.points for each in made.findings if each.pillar == pillar.name)
        assert pillar.points == pytest.approx(max(0, pillar.of - lost))
    assert sum(each.points for each in made.findings if each.pillar is None) == pytest.approx(
        sum(points for _, points in made.deductions)
    )


@given(some_findings(), st.randoms(use_true_random=False))
def test_a_report_does_not_depend_on_the_order_of_findings(findings: list[Finding], chance: random.Random) -> None:
    shuffled = list(findings)
    chance.shuffle(shuffled)
    one, other = report(*findings), report(*shuffled)
    assert (one.score, one.verdict, one.pillars, one.flags) == (other.score, other.verdict, other.pillars, other.flags)
    assert [(each.rule, each.start) for each in one.findings] == [(each.rule, each.start) for each in other.findings]


@given(some_findings())
def test_a_report_holds_every_finding_in_reading_order(findings: list[Finding]) -> None:
    made = report(*findings)
    places = [each.start for each in made.findings if each.start is not None]
    assert places == sorted(places)
    assert all(each.start is None for each in made.findings[len(places) :])
    assert sorted(each.rule for each in made.findings) == sorted(each.rule for each in findings)
    assert list(made.flags) == [flag for flag in FLAGS if flag in {each.flag for each in findings}]


def test_nothing_found_is_ready_with_all_points() -> None:
    made = report()
    assert (made.score, made.verdict, made.flags, made.deductions, made.findings, made.has_error) == (
        100,
        "ready",
        (),
        (),
        (),
        False,
    )
    assert [(pillar.name, pillar.status, pillar.points, pillar.of) for pillar in made.pillars] == [
        ("acknowledges-fault", "pass", 15, 15),
        ("root-cause", "pass", 25, 25),
        ("corrective-actions", "pass", 25, 25),
        ("prevention", "pass", 20, 20),
        ("no-blame", "pass", 15, 15),
    ]


CAUSE: dict[str, Any] = {"pillar": "root-cause", "status": "weak", "points": 12.0}


@pytest.mark.parametrize(
    ("findings", "status", "points"),
    [
        ([finding("a", **CAUSE)], "weak", 13),
        ([finding("a", **CAUSE), finding("a", **CAUSE)], "weak", 12),
        ([finding("a", **CAUSE), finding("b", **CAUSE)], "weak", 1),
        ([finding("a", **CAUSE), finding("b", **CAUSE), finding("c", **CAUSE)], "weak", 0),
        ([finding("a", **CAUSE), finding("b", **{**CAUSE, "status": "fail"})], "fail", 1),
        ([finding("a", **{**CAUSE, "status": "fail", "points": 99.0})], "fail", 0),
        ([finding("a", **{**CAUSE, "status": None})], "pass", 13),
        ([finding("a", **{**CAUSE, "points": 0.0}), finding("a", **{**CAUSE, "points": 0.0})], "weak", 25),
        ([finding("a", pillar="prevention", status="fail", points=20.0)], "pass", 25),
    ],
)
def test_a_pillar_is_as_bad_as_its_worst_finding_and_loses_at_most_its_weight(
    findings: list[Finding], status: str, points: float
) -> None:
    pillar = report(*findings).pillars[1]
    assert (pillar.name, pillar.status, pillar.points) == ("root-cause", status, points)


def test_only_a_rules_first_finding_costs_its_price() -> None:
    made = report(
        finding("b", points=5.0, start=20, end=25), finding("b", points=5.0, start=3, end=5), finding("b", points=5.0)
    )
    assert [(each.start, each.points) for each in made.findings] == [(3, 5.0), (20, 1.0), (None, 1.0)]
    assert made.deductions == (("b", 5.0), ("b", 1.0), ("b", 1.0))
    assert made.score == 93


def test_what_stands_outside_the_pillars_costs_at_most_so_much() -> None:
    assert report(*[finding(f"r{n}", points=9.0) for n in range(4)]).score == 64
    assert report(*[finding(f"r{n}", points=9.0) for n in range(9)]).score == 60


@pytest.mark.parametrize(
    ("findings", "score_", "verdict"),
    [
        ([finding(points=15.0)], 85, "ready"),
        ([finding(points=16.0)], 84, "revise"),
        ([finding(points=0.0, severity="error")], 100, "revise"),
        ([finding(points=0.0, pillar="no-blame", status="fail")], 100, "revise"),
        ([finding(points=12.0, pillar="no-blame", status="weak")], 88, "ready"),
        (
            [finding("a", points=25.0, pillar="root-cause"), finding("b", points=25.0, pillar="corrective-actions")],
            50,
            "revise",
        ),
        (
            [
                finding("a", points=25.0, pillar="root-cause"),
                finding("b", points=25.0, pillar="corrective-actions"),
                finding("c", points=1.0),
            ],
            49,
            "not ready",
        ),
        (
            [finding(name, pillar=name, points=99.0, status="fail") for name in PILLARS] + [finding("x", points=50.0)],
            0,
            "not ready",
        ),
    ],
)
def test_the_verdict(findings: list[Finding], score_: int, verdict: str) -> None:
    made = report(*findings)
    assert (made.score, made.verdict) == (score_, verdict)


def test_the_weights_and_bounds_of_the_rules_make_sense(knowledge: Any) -> None:
    scoring = knowledge.scale
    assert sum(scoring.weights.values()) == 100
    assert 0 < scoring.revise < scoring.ready <= 100
    dearest = {name: max(rule.spec.points for rule in knowledge.rules if rule.spec.pillar == name) for name in PILLARS}
    assert all(dearest[name] <= scoring.weights[name] for name in PILLARS), (
        "a rule's price is shown, so it must be payable"
    )
    failing = [
        rule.spec.id
        for rule in knowledge.rules
        if rule.spec.status == "fail" and rule.spec.points < dearest[rule.spec.pillar]
    ]
    assert not failing, f"failing costs less than being weak: {failing}"


@given(some_findings(), st.randoms(use_true_random=False))
def test_a_dispute_has_all_points_less_what_is_found_and_no_pillars(
    findings: list[Finding], chance: random.Random
) -> None:
    outside = [replace(each, pillar=None, status=None) for each in findings]
    made = score.report(DRAFT, outside, SCALE, "dispute")
    assert [(each.name, each.status, each.points, each.of) for each in made.pillars] == [
        (name, "not judged", None, WEIGHTS[name]) for name in PILLARS
    ]
    assert made.score == max(0, round(100 - min(sum(points for _, points in made.deductions), 100)))
    if outside:
        left = list(outside)
        left.pop(chance.randrange(len(left)))
        assert score.report(DRAFT, left, SCALE, "dispute").score >= made.score


def test_a_dispute_loses_more_than_a_plan_may_outside_its_pillars() -> None:
    findings = [finding(f"r{number}", points=20.0) for number in range(6)]
    plan, dispute = report(*findings), score.report(DRAFT, findings, SCALE, "dispute")
    assert (plan.score, plan.verdict, dispute.score, dispute.verdict) == (60, "revise", 0, "not ready")


def test_what_deductions_are_taken_from() -> None:
    weak = report(finding("a", **CAUSE), finding("b", points=3.0))
    assert (weak.whole, weak.score) == (88, 85)
    assert score.report(DRAFT, [finding("b", points=3.0)], SCALE, "dispute").whole == 100
