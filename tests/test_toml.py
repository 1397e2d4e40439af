"""Every value of a TOML file is found where it stands, however the file is written."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poalint.errors import Place, RuleError
from poalint.loading.source import Loc
from poalint.loading.toml import table
from poalint.loading.yamlfile import place_in

KEYS = st.sampled_from(["violation", "min-score", "a.b", "with space", "信", "7"])
TEXTS = st.text(st.sampled_from("ab#[]{}=,.' \"\\\té信\n"), max_size=8)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.integers(-99, 99), st.booleans(), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=8,
)


def written(value: Any, data: st.DataObject) -> str:
    """A value as TOML, in one of the forms that it has."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return text(value, data)
    gap = data.draw(st.sampled_from(["", " "]))
    if isinstance(value, dict):
        pairs = [f"{name(key, data)} ={gap}{written(each, data)}" for key, each in value.items()]
        return "{" + gap + f",{gap}".join(pairs) + gap + "}"
    between = data.draw(st.sampled_from([",", ", ", ",\n  ", ", # [a]\n"]))
    end = data.draw(st.sampled_from(["", ",", "\n"])) if value else ""
    return "[" + between.join(written(each, data) for each in value) + end + "]"


def text(value: str, data: st.DataObject) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    forms = ['"' + escaped.replace("\n", "\\n") + '"', '"""\n' + escaped + '"""']
    if "'" not in value:
        forms += ["'''\n" + value + "'''"] if "\n" in value else ["'" + value + "'"]
    return data.draw(st.sampled_from(forms))


def name(key: str, data: st.DataObject) -> str:
    bare = all(each.isascii() and (each.isalnum() or each in "_-") for each in key)
    return data.draw(st.sampled_from([key, f'"{key}"'])) if bare else f'"{key}"'


def leaves(value: Any, way: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, (*way, key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from leaves(each, (*way, number))
    else:
        yield way, value


@settings(max_examples=300, deadline=None)
@given(st.data(), st.dictionaries(KEYS, VALUES, max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_the_place_of_each_value_holds_that_value(data: st.DataObject, content: dict[str, Any], end: str) -> None:
    lines = ["# tool.poalint", "[project]", 'name = "[tool.poalint]"', "[tool.poalint]"]
    lines += [f"{name(key, data)} = {written(value, data)} # {key}" for key, value in content.items()]
    whole = "\n".join(lines) + "\n"
    whole = whole.replace("\n", end)
    made = table("pyproject.toml", whole.encode(), "tool", "poalint")
    assert made is not None
    assert made.data == tomllib.loads(whole)["tool"]["poalint"]
    cut = whole.split(end)
    for way, value in leaves(made.data):
        place = place_in(made, way)
        rest = "\n".join([cut[place.line - 1][place.column - 1 :], *cut[place.line :]])
        assert begins_with(rest, value, way), (way, value, place)


def begins_with(rest: str, value: Any, way: Loc) -> bool:
    """Whether TOML reads the value at the beginning of the text: as much of it as is needed is tried."""
    for length in range(1, len(rest) + 1):
        try:
            if tomllib.loads(f"v = {rest[:length]}")["v"] == value and type(value) is not dict:
                return True
        except tomllib.TOMLDecodeError:
            continue
    return False


TABLES = """\
[tool]
other.poalint = 1
[tool.poalint]
violation = "a"
[[tool.poalint.overrides]]
paths = "x"
[tool.poalint.overrides.min-pillar]
root-cause = "pass"
[[tool.poalint.overrides]]
paths = "y"
min-pillar.prevention = "weak"
[tool.later]
violation = "b"
"""


@pytest.mark.parametrize(
    ("way", "line", "column"),
    [
        (("violation",), 4, 13),
        (("overrides",), 5, 16),
        (("overrides", 0), 5, 16),
        (("overrides", 0, "paths"), 6, 9),
        (("overrides", 0, "min-pillar", "root-cause"), 8, 14),
        (("overrides", 1, "paths"), 10, 9),
        (("overrides", 1, "min-pillar", "prevention"), 11, 25),
    ],
)
def test_tables_and_lists_of_tables_are_gone_into(way: Loc, line: int, column: int) -> None:
    made = table("pyproject.toml", TABLES.encode(), "tool", "poalint")
    assert made is not None
    place = place_in(made, way)
    assert (place.line, place.column) == (line, column)
    assert place.text == TABLES.splitlines()[line - 1]


@pytest.mark.parametrize("text", ["", "[tool]\n", "[tool.other]\npoalint = 1\n", "tool = 3\n", "[poalint]\na = 1\n"])
def test_a_file_without_the_table_has_none(text: str) -> None:
    assert table("pyproject.toml", text.encode(), "tool", "poalint") is None


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        (b"a = 1\nb = \n", 2, 5),
        (b"[tool.poalint\n", 1, 14),
        (b"a = 1\na = 2\n", 2, 6),
        (b'x = "\xff"\n', 1, 6),
        (b"a = [1,", 1, 1),
    ],
)
def test_what_is_no_toml_is_told_with_its_place(raw: bytes, line: int, column: int) -> None:
    with pytest.raises(RuleError) as caught:
        table("pyproject.toml", raw, "tool")
    place = caught.value.place
    assert isinstance(place, Place)
    assert (place.line, place.column) == (line, column)
