"""Mistakes in rule files are told in words of ours, whatever is wrong and wherever, in both languages."""

import copy
import datetime
import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from poalint.errors import RuleError
from poalint.loading.wording import told
from poalint.loading.yamlfile import read_file
from poalint.places import rules_folder
from poalint.schema.cases import DocumentsFile, MetricsFile
from poalint.schema.packs import LexiconFile, PackFile
from poalint.schema.rules import RuleFile
from poalint.schema.signals import SignalFile
from poalint.schema.tables import EntitiesFile, RoleFile, ScoringFile, StructureFile

MODELS: dict[str, type[BaseModel]] = {
    "pack.yaml": PackFile,
    "structure.yaml": StructureFile,
    "entities.yaml": EntitiesFile,
    "roles.yaml": RoleFile,
    "scoring.yaml": ScoringFile,
    "metrics.yaml": MetricsFile,
    "documents.yaml": DocumentsFile,
    "lexicon/tone.yaml": LexiconFile,
    "signals/admits-fault.yaml": SignalFile,
    "signals/overpromise.yaml": SignalFile,
    "tone/rude.yaml": RuleFile,
    "cause/no-cause.yaml": RuleFile,
    "facts/wrong-target.yaml": RuleFile,
    "facts/two-figures.yaml": RuleFile,
    "form/too-long.yaml": RuleFile,
    "form/unfilled-placeholder.yaml": RuleFile,
}
FILES = {
    name: yaml.safe_load(path.read_text(encoding="utf-8"))
    for name in MODELS
    if (path := rules_folder() / name).exists()
}
WRONG: list[Any] = [
    None, True, 3, -3, 1.5, float("inf"), 10**9, "odd", "", "(", "{value}", [], ["odd"], [3], [[]], {}, {"odd": 3},
    {3: 4}, datetime.date(2026, 1, 1),
]  # fmt: skip
HAN = re.compile("[\u4e00-\u9fff]")
ENGLISH = re.compile(r"(?:\b[A-Za-z]{2,}[,;]? ){3,}")
FOREIGN = re.compile(r"Input should|valid (?:string|list|dict)|pydantic|Value error|[Uu]nion|discriminator")


def ways(data: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value in a file, its lists cut short."""
    found = [way]
    if isinstance(data, dict):
        for key, value in data.items():
            found += ways(value, (*way, key))
    elif isinstance(data, list):
        for number, value in enumerate(data[:2]):
            found += ways(value, (*way, number))
    return found


def mistakes(model: type[BaseModel], data: Any) -> list[RuleError]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "odd.yaml"
        path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
        try:
            read_file(path, model)
        except RuleError as error:
            return list(error.parts)
    return []


@settings(deadline=None, max_examples=150)  # files are written and read
@given(st.data())
def test_whatever_is_wrong_is_told_in_our_own_words(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    content = copy.deepcopy(FILES[name])
    *way, last = data.draw(st.sampled_from([each for each in ways(content) if each]))
    parent = content
    for step in way:
        parent = parent[step]
    change = data.draw(st.sampled_from(["value", "value", "value", "gone", "new"]))
    if change == "gone":
        del parent[last]
    elif change == "new" and isinstance(parent, dict):
        parent[f"{last}x"] = 3
    else:
        parent[last] = data.draw(st.sampled_from(WRONG))
    for error in mistakes(MODELS[name], content):
        place, english = str(error.place), error.reason
        assert place.split(":")[-2].isdigit()
        assert not FOREIGN.search(english), english
        chinese = error.told("zh").removeprefix(f"{place}: ")
        assert HAN.search(chinese), chinese
        assert not ENGLISH.search(chinese.partition("\uff1a")[2]), chinese


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_that_is_right_has_no_mistakes(name: str) -> None:
    assert mistakes(MODELS[name], FILES[name]) == []


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"languages": 3}, "this must be a list, not '3'"),
        ({"languages": ["fr"]}, "this must be one of en, zh, not 'fr'"),
        ({"languages": [["en"]]}, "this must be one of en, zh, not a list"),
        ({"about": True}, "this must be a text, not 'true'"),
        ({"about": {"en": "x"}}, "this must be a text, not keys with values"),
        ({"change": {"rude": {"severity": "eror"}}}, "this must be one of error, warning, note, not 'eror'"),
    ],
)
def test_a_value_of_a_file_that_is_no_yaml_is_named_as_it_is(value: dict[str, Any], said: str) -> None:
    data = {"name": "mine", "version": "1", "about": "x", "extends": "poalint", **value}
    with pytest.raises(ValidationError) as raised:
        PackFile.model_validate(data)
    (error,) = raised.value.errors()
    reason, remedy = told(error, error["loc"], None, PackFile)
    assert str(reason) == said
    assert str(remedy) == ("Did you mean error?" if "eror" in said else "")
