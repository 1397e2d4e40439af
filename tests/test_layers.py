"""Which setting holds where several places name one: against the plainest telling of the rules, on made layers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poalint.layers import KEYS, LISTS, MAPPINGS, Given, Layer, Origin, merged, said, value, values
from poalint.readers.frontmatter import KEYS as FRONT_MATTER
from poalint.schema.config import ConfigFile, FrontMatter

NAMES = st.sampled_from(["rude", "hedging", "root-cause", "no-cause"])
SINGLE = tuple(key for key in KEYS if key not in (*LISTS, *MAPPINGS))
SAYINGS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(LISTS, st.lists(NAMES, max_size=3, unique=True)),
        **dict.fromkeys(SINGLE, st.integers(0, 9)),
        **dict.fromkeys(MAPPINGS, st.dictionaries(NAMES, st.sampled_from(["pass", "weak"]), max_size=3)),
    },
)
LAYERS = st.lists(SAYINGS, max_size=5)


def layer(sayings: dict[str, Any]) -> Layer:
    """A layer, each of whose values knows that it comes from there."""
    origin = Origin("configuration")

    def each(content: Any) -> tuple[Given, ...]:
        if isinstance(content, dict):
            return tuple(Given(pair, origin) for pair in content.items())
        return tuple(Given(one, origin) for one in (content if isinstance(content, list) else [content]))

    return {key: each(content) for key, content in sayings.items()}


def oracle(key: str, layers: Sequence[dict[str, Any]]) -> Any:
    """What holds of a key: the last layer that speaks decides, and lists are gone through from the end."""
    speaking = [each for each in layers if key in each]
    if key in SINGLE:
        return speaking[-1][key] if speaking else None
    if key in MAPPINGS:
        return {name: status for each in layers for name, status in each.get(key, {}).items()}
    if key == "rules":
        return [name for each in layers for name in each.get(key, [])]
    starts = [number for number, each in enumerate(layers) if "select" in each]
    counting = list(layers[starts[-1] :] if starts else layers)
    if key == "select":
        return counting[0]["select"] if starts else []
    found = []
    for number, each in enumerate(counting):
        for name in each.get(key, []):
            wanted_later = any(name in later.get("extend-select", []) for later in counting[number + 1 :])
            if key == "extend-select" or not wanted_later:
                found.append(name)
    return found


@settings(max_examples=400, deadline=None)
@given(LAYERS)
def test_what_holds_is_what_the_rules_say(layers: list[dict[str, Any]]) -> None:
    held = merged(map(layer, layers))
    for key in KEYS:
        expected = oracle(key, layers)
        if key in SINGLE:
            assert value(held, key) == expected
        elif key in MAPPINGS:
            assert dict(values(held, key)) == expected
        else:
            assert sorted(values(held, key)) == sorted(set(expected)), key


@settings(max_examples=100, deadline=None)
@given(LAYERS)
def test_a_value_comes_from_the_place_that_said_it(layers: list[dict[str, Any]]) -> None:
    made = [layer(each) for each in layers]
    for key, held in merged(made).items():
        for each in held:
            assert any(each is one for other in made for one in other.get(key, ()))


@settings(max_examples=100, deadline=None)
@given(LAYERS, st.integers(0, 5))
def test_it_is_the_same_whether_the_last_layers_are_joined_first_or_not(layers: list[dict[str, Any]], cut: int) -> None:
    """The command line's options are joined in two steps, so this must not matter where it says nothing twice."""
    made = [layer(each) for each in layers]
    near = {key: given for key, given in merged(made[cut:]).items() if key not in LISTS}
    far = {key: given for key, given in merged(made[:cut]).items() if key not in LISTS}
    whole = {key: given for key, given in merged(made).items() if key not in LISTS}
    assert merged((far, near)) == whole


@pytest.mark.parametrize(
    ("layers", "held"),
    [
        ([{"ignore": ["rude"]}, {"ignore": ["hedging"]}], {"ignore": ["rude", "hedging"]}),
        ([{"ignore": ["rude"]}, {"extend-select": ["rude"]}], {"ignore": [], "extend-select": ["rude"]}),
        ([{"select": ["a"], "ignore": ["b"]}, {"select": ["c"]}], {"select": ["c"]}),
        ([{"select": ["a"]}, {"select": []}], {"select": []}),
        ([{"extend-select": ["a"]}, {"ignore": ["a"]}], {"extend-select": ["a"], "ignore": ["a"]}),
        ([{"min-score": 70}, {"min-score": 0}], {"min-score": [0]}),
    ],
)  # fmt: skip
def test_lists_join_as_people_know_it(layers: list[dict[str, Any]], held: dict[str, list[Any]]) -> None:
    assert {key: list(values(merged(map(layer, layers)), key)) for key in merged(map(layer, layers))} == held


def test_every_key_of_a_configuration_is_joined_somehow() -> None:
    keys = {field.alias or name for name, field in ConfigFile.model_fields.items()}
    assert keys - {"overrides"} == set(KEYS)
    assert {field.alias or name for name, field in FrontMatter.model_fields.items()} == set(FRONT_MATTER)


def test_who_says_nothing_says_nothing() -> None:
    assert said("command line", rules=(), violation=None, min_score=0, as_="plan", min_pillar=(("a", "pass"),)) == {
        "min-score": (Given(0, Origin("command line")),),
        "as": (Given("plan", Origin("command line")),),
        "min-pillar": (Given(("a", "pass"), Origin("command line")),),
    }
