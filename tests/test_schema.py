"""The published schemas are those of the models, and say of a file what the loader says.

``UPDATE_SCHEMA=1 pytest tests/test_schema.py`` writes them anew, and the first line of built-in files that lack it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
import yaml
from pydantic import ValidationError

from poalint.loading.packs import built_in
from poalint.loading.published import kinds, names_in, published
from poalint.loading.yamlfile import load_yaml
from poalint.model import FLAGS, ROLES, Party
from poalint.places import lexicon_files, rule_files, signal_files, violation_files
from poalint.schema.published import MODELS, schema_of
from program import run

RULES = Path(__file__).parents[1] / "rules"
UPDATE = bool(os.environ.get("UPDATE_SCHEMA"))
STALE = "run UPDATE_SCHEMA=1 pytest tests/test_schema.py"
FILES: list[tuple[str, Path]] = [
    *(("rule", path) for path in rule_files(RULES)),
    *(("signal", path) for path in signal_files(RULES)),
    *(("lexicon", path) for path in lexicon_files(RULES)),
    *(("violation", path) for path in violation_files(RULES)),
    *((path.stem, path) for path in sorted(RULES.glob("*.yaml"))),
]


def schema(kind: str) -> Any:
    return json.loads(published(kind))


def refused(kind: str, data: Any) -> bool:
    """Whether the schema refuses the data; the loader must be of its opinion."""
    by_schema = bool(list(jsonschema.Draft202012Validator(schema(kind)).iter_errors(data)))
    try:
        MODELS[kind].model_validate(data)
    except ValidationError:
        assert by_schema, "the loader refuses it, the schema does not"
    else:
        assert not by_schema, "the schema refuses it, the loader does not"
    return by_schema


@pytest.mark.parametrize("kind", MODELS)
def test_a_schema_is_that_of_its_model(kind: str) -> None:
    made = schema_of(kind, names_in(built_in(RULES)))
    path = RULES / "schema" / f"{kind}.json"
    if UPDATE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8")) == made, STALE


def test_there_is_a_schema_for_every_kind_and_no_other() -> None:
    assert kinds() == sorted(MODELS)


@pytest.mark.parametrize("kind", MODELS)
def test_a_schema_is_sound(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(kind))
    assert schema(kind)["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize(("kind", "path"), FILES, ids=lambda each: getattr(each, "stem", each))
def test_a_built_in_file_keeps_to_its_schema_and_names_it(kind: str, path: Path) -> None:
    assert not refused(kind, load_yaml(path))
    above = "" if path.parent == RULES else "../"
    wanted = f"# yaml-language-server: $schema={above}schema/{kind}.json\n"
    text = path.read_text(encoding="utf-8")
    if UPDATE and not text.startswith(wanted):
        path.write_text(text := wanted + text, encoding="utf-8")
    assert text.startswith(wanted), STALE
    assert (path.parent / above / "schema" / f"{kind}.json").is_file()


def properties(part: Any, where: str = "") -> list[tuple[str, Any]]:
    """Every key that a schema knows, with what it says of it."""
    found = []
    for key, each in part.get("properties", {}).items():
        found.append((f"{where}.{key}", each))
    for name, each in part.get("$defs", {}).items():
        found += properties(each, name)
    return found


@pytest.mark.parametrize("kind", MODELS)
def test_every_key_is_explained(kind: str) -> None:
    found = properties(schema(kind), kind)
    assert found or kind == "lexicon"
    assert [where for where, each in found if len(each.get("description", "").split()) < 2] == []
    assert schema(kind)["description"]


def choices(part: Any) -> set[str]:
    """All values that some key is offered."""
    if isinstance(part, dict):
        return set(map(str, part.get("enum", []))).union(*(choices(each) for each in part.values()))
    return set().union(*(choices(each) for each in part)) if isinstance(part, list) else set()


@pytest.mark.parametrize(
    ("kind", "offered"),
    [
        ("rule", {*ROLES, *FLAGS, "error", "weak", "admits-fault", "late-shipment-rate", "words"}),
        (
            "signal",
            {*get_args(Party), "planned", "hedged", "list-item", "passive", "apology", "@failure", "@entity-date"},
        ),
        ("pack", {"no-cause", "zh", "note", "fail"}),
        ("metrics", {"under", "at-least"}),
        ("structure", set(ROLES)),
        ("roles", set(ROLES)),
    ],
)
def test_an_editor_is_offered_the_known_names(kind: str, offered: set[str]) -> None:
    made = schema(kind)
    keys = {key for part in (made, *made.get("$defs", {}).values()) for key in part.get("properties", {})}
    assert offered - choices(made) - keys == set()


GOOD: dict[str, Any] = {
    "rule": yaml.safe_load((RULES / "tone" / "rude.yaml").read_text("utf-8")),
    "signal": yaml.safe_load((RULES / "signals" / "begging.yaml").read_text("utf-8")),
    "pack": {"name": "acme", "version": "1.0", "about": "Ours."},
    "lexicon": {"ours": ["a", "b"], "theirs": "a, b"},
    "metrics": {"metrics": {"rate": {"title": {"en": "a"}, "names": ["a"], "side": "under", "right": [4],
                                     "source": "a", "date": "a"}}},
    "scoring": yaml.safe_load((RULES / "scoring.yaml").read_text("utf-8")),
    "structure": yaml.safe_load((RULES / "structure.yaml").read_text("utf-8")),
    "entities": {"entities": [{"name": "a", "pattern": "b"}]},
    "documents": {"documents": {"invoice": {"title": {"en": "a", "zh": "b"}, "words": ["a"]}}},
}  # fmt: skip


def changed(data: Any, way: tuple[str | int, ...], value: Any) -> Any:
    """The data with another value at the end of the way; with ... without it."""
    if isinstance(data, list):
        return [changed(each, way[1:], value) if at == way[0] else each for at, each in enumerate(data)]
    made = dict(data)
    if len(way) > 1:
        made[way[0]] = changed(data[way[0]], way[1:], value)
    elif value is ...:
        del made[way[0]]
    else:
        made[way[0]] = value
    return made


@pytest.mark.parametrize("kind", GOOD)
def test_a_good_file_is_refused_by_neither(kind: str) -> None:
    assert not refused(kind, GOOD[kind])


@pytest.mark.parametrize(
    ("kind", "way", "value"),
    [
        ("rule", ("severtiy",), "error"),
        ("rule", ("severity",), ...),
        ("rule", ("severity",), "bad"),
        ("rule", ("severity",), False),
        ("rule", ("points",), "3"),
        ("rule", ("points",), 101),
        ("rule", ("title",), ["a"]),
        ("rule", ("title",), ""),
        ("rule", ("id",), "Rude One"),
        ("rule", ("flag",), "rood"),
        ("rule", ("pillar",), "tone"),
        ("rule", ("check", "kind"), "forbit"),
        ("rule", ("check", "kind"), ...),
        ("rule", ("check", "signals"), "rude"),
        ("rule", ("check", "at_most"), -1),
        ("rule", ("check", "roles"), ["preventve"]),
        ("rule", ("examples", "near_miss"), []),
        ("rule", ("examples", "fires"), ...),
        ("rule", ("zh",), {"title": "a"}),
        ("signal", ("any",), []),
        ("signal", ("any",), {}),
        ("signal", ("any", 0, "clause", "party"), "uss"),
        ("signal", ("any", 0, "clause", "party"), ["us", "uss"]),
        ("signal", ("any", 0, "clause", "not"), {"time": ["planed"]}),
        ("signal", ("any", 0, "near"), {"before": 51}),
        ("signal", ("any", 0, "kinds"), ["list-itme"]),
        ("signal", ("any", 0, "phrase"), 3),
        ("pack", ("version",), 1.1),
        ("pack", ("version",), "one"),
        ("pack", ("name",), "Acme"),
        ("pack", ("languages",), ["de"]),
        ("pack", ("change",), {"no-cause": {"points": 200}}),
        ("pack", ("extends",), 3),
        ("lexicon", ("ours",), 3),
        ("lexicon", ("ours",), [1]),
        ("metrics", ("metrics", "rate", "side"), "over"),
        ("metrics", ("metrics", "rate", "right"), ["4"]),
        ("metrics", ("metrics", "Rate"), {}),
        ("scoring", ("weights", "tone"), 1),
        ("structure", ("headings", "opning"), ["a"]),
        ("structure", ("precedence",), ["opning"]),
        ("entities", ("entities", 0, "patern"), "a"),
        ("documents", ("documents", "invoice", "words"), []),
    ],
)
def test_a_wrong_file_is_refused_by_schema_and_loader(kind: str, way: tuple[str | int, ...], value: Any) -> None:
    assert refused(kind, changed(GOOD[kind], way, value))


@pytest.mark.parametrize(
    ("kind", "way", "value"),
    [
        ("signal", ("any", 0, "clause"), {"party": "us"}),
        ("signal", ("any", 0, "clause"), {"not": {"party": "us", "verb": ["@failure", "mine"]}}),
        ("signal", ("any", 0, "near"), [{"signals": "mine", "before": 2}]),
        ("rule", ("check", "signals"), ["a-signal-of-my-own"]),
        ("pack", ("extends",), "../other"),
        ("pack", ("lexicons",), {"ours": "a, b"}),
    ],
)
def test_short_forms_and_names_of_ones_own_are_refused_by_neither(kind: str, way: Any, value: Any) -> None:
    assert not refused(kind, changed(GOOD[kind], way, value))


def test_the_program_lists_the_kinds_and_prints_their_schemas() -> None:
    listed = run("schema")
    assert (listed.status, listed.out.split(), listed.err) == (0, sorted(MODELS), "")
    for kind in MODELS:
        done = run("schema", kind)
        assert (done.status, done.err) == (0, "")
        assert json.loads(done.out) == schema(kind)


def test_an_unknown_kind_is_refused_with_the_nearest() -> None:
    done = run("schema", "signl")
    assert (done.status, done.out) == (2, "")
    assert "no kind of file is called 'signl'. Did you mean signal" in done.err
