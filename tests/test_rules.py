"""The rules and signals that ship: every example is put to the test, and the whole hangs together."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from poalint import loader
from poalint.engine import Engine
from poalint.kinds import KINDS
from poalint.kinds.measure import FIGURES
from poalint.loading.rules import load_rules
from poalint.loading.yamlfile import checked, load_yaml
from poalint.model import FLAGS, PILLARS
from poalint.schema.signals import SignalFile
from poalint.testing.gathering import examples
from poalint.testing.results import Example, Result
from poalint.testing.running import results
from readings import NAMED_SIGNALS

FOLDER = Path(__file__).parents[1] / "rules"
RULES = load_rules()
LOOKS_AT = {rule.spec.id: rule.spec.letters for rule in RULES}
SIGNALS = [checked(path, SignalFile, load_yaml(path)) for path in sorted((FOLDER / "signals").glob("*.yaml"))]

EXAMPLES = examples(loader.load())


@pytest.fixture(scope="module")
def outcomes(engine: Engine) -> dict[Example, Result]:
    return dict(zip(EXAMPLES, results(engine, EXAMPLES), strict=True))


def named(example: Example) -> str:
    return f"{example.what}-{example.name}-{example.key}-{example.number}"


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_an_example_gives_what_it_says(outcomes: dict[Example, Result], example: Example) -> None:
    outcome = outcomes[example]
    assert outcome.passed, f"{outcome.place}: {outcome.reason}; got {outcome.got}"


def test_every_example_of_every_file_is_put_to_the_test() -> None:
    written = [
        (path.stem, key, text)
        for path in FOLDER.glob("*/*.yaml")
        if path.parent.name not in ("lexicon", "violations")
        for key, texts in yaml.safe_load(path.read_bytes())["examples"].items()
        for text in texts
    ]
    assert Counter((each.name, str(each.key)) for each in EXAMPLES) == Counter(each[:2] for each in written)


# -- the whole ---------------------------------------------------------------------------------------------------


def test_there_are_at_least_forty_rules() -> None:
    assert len(RULES) >= 40


def test_every_rule_is_named_as_its_file_and_no_two_alike() -> None:
    assert [rule.spec.id for rule in RULES if rule.spec.id != rule.path.stem] == []
    assert [name for name, count in Counter(rule.spec.id for rule in RULES).items() if count > 1] == []
    assert [rule.spec.id for rule in RULES if not re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.spec.id)] == []


@pytest.mark.parametrize("field", ["title", "message", "advice"])
def test_no_two_rules_say_the_same(field: str) -> None:
    said = Counter(" ".join(getattr(rule.spec, field).lower().split()) for rule in RULES)
    assert [text for text, count in said.items() if count > 1] == []


def test_every_rule_names_its_source_and_says_why() -> None:
    assert [rule.spec.id for rule in RULES if len(rule.spec.source.split()) < 3] == []
    assert [rule.spec.id for rule in RULES if len(rule.spec.why.split()) < 5] == []


def test_a_near_miss_is_no_copy_of_a_good_example() -> None:
    alike = [rule.spec.id for rule in RULES if set(rule.spec.examples.near_miss) & set(rule.spec.examples.silent)]
    assert alike == []


def test_every_flag_is_raised_by_some_rule() -> None:
    assert set(FLAGS) - {rule.spec.flag for rule in RULES} == set()


@pytest.mark.parametrize("status", ["weak", "fail"])
def test_every_pillar_can_be_forced(status: str) -> None:
    assert set(PILLARS) - {rule.spec.pillar for rule in RULES if rule.spec.status == status} == set()


def test_what_a_rule_costs_fits_what_it_says() -> None:
    assert [rule.spec.id for rule in RULES if rule.spec.status and rule.spec.pillar and not rule.spec.points] == []
    assert [rule.spec.id for rule in RULES if rule.spec.severity == "error" and not rule.spec.points] == []


def test_every_kind_and_every_figure_is_used_by_some_rule() -> None:
    assert set(KINDS) - {rule.spec.check.kind for rule in RULES} == set()
    assert set(FIGURES) - {str(getattr(rule.spec.check, "of", "")) for rule in RULES} == set()


def test_every_signal_of_the_guidelines_is_there_and_shown() -> None:
    assert NAMED_SIGNALS - {signal.signal for signal in SIGNALS if not signal.internal} == set()


def test_every_signal_serves_a_rule_a_role_or_another_signal() -> None:
    texts = [path.read_text(encoding="utf-8") for path in FOLDER.glob("**/*.yaml")]
    unused = []
    for signal in SIGNALS:
        named = re.compile(rf"(?<![\w@-]){re.escape(signal.signal)}(?![\w-])")
        uses = sum(bool(named.search(text)) for text in texts if f"signal: {signal.signal}\n" not in text)
        if signal.internal and not uses:
            unused.append(signal.signal)
    assert unused == []


def test_every_lexicon_is_asked_for(rules: Path) -> None:
    names = {name for path in (rules / "lexicon").glob("*.yaml") for name in yaml.safe_load(path.read_bytes())}
    texts = " ".join(path.read_text(encoding="utf-8") for path in rules.glob("**/*.yaml"))
    code = " ".join(path.read_text(encoding="utf-8") for path in (rules.parent / "src").glob("**/*.py"))
    unused = [
        name
        for name in sorted(names)
        if not re.search(rf"@{re.escape(name)}(?![\w-])", texts) and f'"{name}"' not in code
    ]
    assert [name for name in unused if not name.startswith("party-")] == []


def test_every_lexicon_that_the_grammar_asks_for_exists(rules: Path) -> None:
    names = {name for path in (rules / "lexicon").glob("*.yaml") for name in yaml.safe_load(path.read_bytes())}
    grammar = " ".join(path.read_text(encoding="utf-8") for path in (rules.parent / "src/poalint/grammar").glob("*.py"))
    asked = set(re.findall(r'"([a-z-]+)"(?: not)? in (?:\w+\.)*(?:marks|_?near\w*|over\.marks)', grammar))
    assert len(asked) >= 5, "this test has lost sight of how the grammar asks"
    assert {name for name in asked if not name.startswith("entity-")} - names == set()
