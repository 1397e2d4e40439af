"""Signal definitions matched over clauses and sentences that are built by hand, but for one test no parser, no YAML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from poalint import language, loader
from poalint.engine import Engine
from poalint.model import Draft
from poalint.model.reading import Block, Reading, Sentence, Signal
from poalint.signals import Alternative, Definition, Demand, Matcher, Nearby, in_order
from poalint.speech import Said
from poalint.testing.gathering import examples
from readings import block, clause, sentence


def demands(**wanted: str) -> tuple[Demand, ...]:
    """Demands on fields; ``not_party="us"`` demands that the party is not us, values are parted by "|"."""
    return tuple(
        (name.removeprefix("not_"), frozenset(values.split("|")), not name.startswith("not_"))
        for name, values in wanted.items()
    )


def near(present: str = "", absent: str = "", before: int = 0, after: int = 0, elsewhere: bool = False) -> Nearby:
    return Nearby(frozenset(present.split()), frozenset(absent.split()), before, after, elsewhere)


def on(tag: str, name: str = "", **fields: Any) -> Definition:
    """A signal of sentences that hold ``tag``, under the same name if no other is given."""
    return Definition(name or tag, (Alternative(Said("why"), demands(tags=tag), **fields),))


def match(
    definitions: Sequence[Definition], sentences: Sequence[Sentence], blocks: Sequence[Block] = (block(),)
) -> list[tuple[str, int]]:
    found = Matcher(in_order(definitions)).match(sentences, blocks)
    return [(signal.name, signal.sentence) for signal in found]


PLAIN = clause(verb=["ship", "@failure"], tags=["late"], object=frozenset({"order"}), subject=frozenset({"team"}))


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        ({"party": "us"}, True),
        ({"party": "amazon|us"}, True),
        ({"party": "amazon"}, False),
        ({"not_party": "amazon"}, True),
        ({"not_party": "amazon|us"}, False),
        ({"verb": "ship"}, True),
        ({"verb": "send|@failure"}, True),
        ({"verb": "send"}, False),
        ({"not_verb": "send"}, True),
        ({"not_verb": "send|ship"}, False),
        ({"object": "order", "subject": "team"}, True),
        ({"object": "team"}, False),
        ({"tags": "late"}, True),
        ({"tags": "early"}, False),
        ({"not_tags": "late"}, False),
        ({"party": "us", "verb": "ship", "time": "done", "polarity": "positive", "voice": "active"}, True),
        ({"party": "us", "verb": "ship", "time": "planned"}, False),
        ({"assertion": "asserted"}, True),
        ({"assertion": "hedged|quoted"}, False),
        ({"link": "because"}, False),
        ({"link": ""}, True),
        ({"modal": "", "aspect": "simple"}, True),
    ],
)
def test_a_clause_meets_all_demands_or_none_is_signalled(wanted: dict[str, str], there: bool) -> None:
    definition = Definition("signal", (Alternative(Said("why"), demands(**wanted)),))
    assert match([definition], [sentence(0, PLAIN)]) == ([("signal", 0)] if there else [])


def test_the_demands_must_meet_in_one_clause() -> None:
    definition = Definition("signal", (Alternative(Said("why"), demands(party="us", tags="late")),))
    apart = sentence(0, clause(party="us"), clause(party="carrier", tags=["late"]))
    assert match([definition], [apart]) == []
    assert match([definition], [sentence(0, *apart.clauses, clause(tags=["late"]))]) == [("signal", 0)]


def test_any_alternative_is_enough_and_a_clause_gives_a_signal_once() -> None:
    definition = Definition(
        "signal", (Alternative(Said("a"), demands(tags="late")), Alternative(Said("b"), demands(party="us")))
    )
    assert match([definition], [sentence(0, PLAIN), sentence(1, clause(party="other")), sentence(2, clause())]) == [
        ("signal", 0),
        ("signal", 2),
    ]


def test_each_clause_gives_its_own_signal_with_its_own_span() -> None:
    two = sentence(0, clause(tags=["late"], start=1, end=4), clause(tags=["late"], start=5, end=9))
    found = Matcher([on("late")]).match([two], [block()])
    assert [(signal.start, signal.end) for signal in found] == [(1, 4), (5, 9)]


def test_a_signal_of_the_whole_sentence_spans_it() -> None:
    two = sentence(3, clause(tags=["late"], start=31, end=33), clause(tags=["late"], start=34, end=36))
    (signal,) = Matcher([on("late", whole=True)]).match([two], [block()])
    assert (signal.start, signal.end, signal.sentence) == (30, 40, 3)


def test_the_cue_names_the_words_that_decided() -> None:
    wanted = demands(party="us", verb="ship|@failure", tags="late|~very late", object="order|@thing")
    definition = Definition("signal", (Alternative(Said("own lapse"), wanted, demands(tags="late")),))
    (signal,) = Matcher([definition]).match([sentence(0, PLAIN)], [block()])
    assert str(signal.cue) == "own lapse: ship, the late, order"


def test_a_cue_without_words_is_the_reason_alone() -> None:
    definition = Definition("signal", (Alternative(Said("own lapse"), demands(party="us", verb="@failure")),))
    (signal,) = Matcher([definition]).match([sentence(0, PLAIN)], [block()])
    assert str(signal.cue) == "own lapse"


def test_demands_on_the_sentence_look_beyond_the_clause() -> None:
    definition = Definition(
        "signal", (Alternative(Said("why"), demands(tags="late"), demands(tags="sorry", not_tags="but")),)
    )
    assert match([definition], [sentence(0, PLAIN, clause(tags=["sorry"]))]) == [("signal", 0)]
    assert match([definition], [sentence(0, PLAIN)]) == []
    assert match([definition], [sentence(0, PLAIN, clause(tags=["sorry"]), clause(tags=["but"]))]) == []


def test_a_definition_may_ask_for_the_sentence_alone() -> None:
    definition = Definition("signal", (Alternative(Said("why"), sentence=demands(tags="sorry")),))
    found = Matcher([definition]).match([sentence(0, PLAIN), sentence(1, PLAIN, clause(tags=["sorry"]))], [block()])
    assert [(signal.start, signal.end) for signal in found] == [(10, 20)]


@pytest.mark.parametrize(
    ("nearby", "there"),
    [
        (near("early"), []),
        (near("early", before=1), [2]),
        (near("early", before=2), [2, 3]),
        (near("early", after=1), [0]),
        (near("early", before=1, after=1), [0, 2]),
        (near("early other", before=1), [2]),
        (near(absent="early"), [0, 2, 3]),
        (near(absent="early", before=1), [0, 3]),
        (near(absent="early", after=1), [2, 3]),
        (near(absent="early", before=9, after=9), []),
    ],
)
def test_near_counts_sentences_before_and_after(nearby: Nearby, there: list[int]) -> None:
    letter = [
        sentence(0, clause(tags=["late"])),
        sentence(1, clause(tags=["early"])),
        sentence(2, clause(tags=["late"])),
        sentence(3, clause(tags=["late"])),
    ]
    found = match([on("early"), on("other"), on("late", "signal", nearby=(nearby,))], letter)
    assert [at for name, at in found if name == "signal"] == there


def test_near_may_leave_out_the_sentence_itself() -> None:
    letter = [sentence(0, clause(tags=["late", "early"])), sentence(1, clause(tags=["late", "early"])), sentence(2)]
    for nearby, there in [
        (near("early", before=1), [0, 1]),
        (near("early", before=1, elsewhere=True), [1]),
        (near("early", after=1, elsewhere=True), [0]),
        (near(absent="early", before=1, elsewhere=True), [0]),
    ]:
        found = match([on("early"), on("late", "signal", nearby=(nearby,))], letter)
        assert [at for name, at in found if name == "signal"] == there


def test_several_nears_must_all_hold() -> None:
    letter = [sentence(0, clause(tags=["late", "early"])), sentence(1, clause(tags=["late"]))]
    definitions = [
        on("early"),
        on("none"),
        on("late", "both", nearby=(near("early"), near("none"))),
        on("late", "one", nearby=(near("early"), near(absent="none"))),
    ]
    assert [each for each in match(definitions, letter) if each[0] in ("both", "one")] == [("one", 0)]


def test_unless_takes_a_signal_back_in_its_sentence_only() -> None:
    definition = Definition(
        "signal", (Alternative(Said("why"), demands(tags="late")),), (Alternative(Said("but"), demands(tags="not")),)
    )
    letter = [
        sentence(0, clause(tags=["late"]), clause(tags=["not"])),
        sentence(1, clause(tags=["late"])),
        sentence(2, clause(tags=["not"])),
    ]
    assert match([definition], letter) == [("signal", 1)]


def test_unless_may_look_at_signals_around() -> None:
    unless = (Alternative(Said("but"), nearby=(near("denial", after=1),)),)
    definition = Definition("signal", (Alternative(Said("why"), demands(tags="late")),), unless)
    letter = [
        sentence(0, clause(tags=["late"])),
        sentence(1, clause(tags=["denial"])),
        sentence(2, clause(tags=["late"])),
    ]
    assert [each for each in match([on("denial"), definition], letter) if each[0] == "signal"] == [("signal", 2)]


def test_roles_kinds_and_headings_bound_where_a_signal_may_stand() -> None:
    blocks = [block(0), block(1, "list-item", "cause")]
    letter = [sentence(0, PLAIN, role="cause"), sentence(1, PLAIN, role="preventive", block=1)]
    cases: list[tuple[dict[str, Any], list[int]]] = [
        ({"roles": frozenset({"cause"})}, [0]),
        ({"roles": frozenset({"cause", "preventive"})}, [0, 1]),
        ({"kinds": frozenset({"list-item"})}, [1]),
        ({"kinds": frozenset({"quote"})}, []),
        ({"under": frozenset({"cause"})}, [1]),
        ({"kinds": frozenset({"paragraph"}), "roles": frozenset({"preventive"})}, []),
    ]
    for fields, there in cases:
        assert [at for _, at in match([on("late", **fields)], letter, blocks)] == there, fields


def test_signals_known_before_count_and_stay_first() -> None:
    known = Signal("early", 0, 10, "cue", 0)
    found = Matcher([on("late", nearby=(near("early", before=1),))]).match(
        [sentence(0), sentence(1, PLAIN)], [block()], [known]
    )
    assert [(signal.name, signal.sentence) for signal in found] == [("early", 0), ("late", 1)]
    assert found[0] is known


def test_definitions_come_after_those_they_build_on() -> None:
    a, b, c = on("a", nearby=(near("b"),)), on("b", nearby=(near(absent="c"),)), on("c")
    assert [definition.name for definition in in_order([a, b, c])] == ["c", "b", "a"]


def test_what_unless_builds_on_comes_first_too() -> None:
    a = Definition("a", (Alternative(Said("why")),), (Alternative(Said("but"), nearby=(near("b"),)),))
    assert [definition.name for definition in in_order([a, on("b")])] == ["b", "a"]


def test_a_circle_is_refused_and_only_its_members_are_named() -> None:
    circle = [on("ann", nearby=(near("bob"),)), on("bob", nearby=(near("ann"),))]
    bystanders = [on("cy"), on("dot", nearby=(near("ann"),))]
    with pytest.raises(ValueError, match="build on each other") as caught:
        in_order([*circle, *bystanders])
    told = str(caught.value)
    assert ("ann" in told, "bob" in told, "cy" in told, "dot" in told) == (True, True, False, False)


def test_a_signal_that_builds_on_itself_is_a_circle() -> None:
    with pytest.raises(ValueError, match="ann"):
        in_order([on("ann", nearby=(near("ann"),))])


def test_nothing_matches_nothing() -> None:
    assert Matcher([on("late")]).match([], []) == []
    assert Matcher([]).match([sentence(0, PLAIN)], [block()]) == []


def test_a_watch_is_told_which_alternatives_hold_where_any_does() -> None:
    any_ = (
        Alternative(Said("late"), demands(tags="late")),
        Alternative(Said("ours"), demands(party="us", tags="slow")),
        Alternative(Said("early, near late"), demands(tags="early"), nearby=(near("first", before=1),)),
    )
    unless = (Alternative(Said("not"), demands(tags="not")), Alternative(Said("but"), sentence=demands(tags="but")))
    told: list[tuple[str, list[int], list[int]]] = []
    matcher = Matcher(
        in_order([Definition("second", any_, unless), on("first")]),
        lambda name, ways, backs: told.append((name, list(ways), list(backs))),
    )
    letter = [
        sentence(0, clause(tags=["late", "first"])),
        sentence(1, clause(tags=["late", "slow"]), clause(tags=["early"])),
        sentence(2, clause(tags=["slow"], party="carrier")),
        sentence(3, clause(tags=["late"]), clause(tags=["not", "but"])),
        sentence(4, clause(tags=["not"])),
    ]
    found = [signal.sentence for signal in matcher.match(letter, [block()]) if signal.name == "second"]
    assert [each for each in told if each[0] == "second" and each[1]] == [
        ("second", [0], []),
        ("second", [0, 1, 2], []),
        ("second", [0], [0, 1]),
    ]
    assert sorted(set(found)) == [0, 1]


def test_a_signal_is_given_exactly_where_a_watch_is_told_so(read: Callable[[str], Reading]) -> None:
    """Over real sentences: what is counted by examples is what decides."""
    texts = [example.text for example in examples(loader.load()) if example.what == "signal"]
    knowledge = loader.load()
    told: Counter[str] = Counter()

    def watch(name: str, ways: Sequence[int], backs: Sequence[int]) -> None:
        told[name] += bool(ways and not backs)

    watching = Engine(knowledge, language.load(), watch=watch)
    for text in texts[::5]:
        told.clear()
        reading = watching.read(Draft("text", text))
        given = {name: len({signal.sentence for signal in signals}) for name, signals in reading.by_name.items()}
        assert +told == Counter(given)
        assert reading.signals == read(text).signals
