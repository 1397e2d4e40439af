"""The rules and signals that ship: every example is put to the test, and the whole hangs together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from poalint.engine import Engine
from poalint.kinds import KINDS
from poalint.kinds.measure import FIGURES
from poalint.letters import as_looked_at
from poalint.loading.rules import load_rules
from poalint.loading.yamlfile import checked, load_yaml
from poalint.model import FLAGS, PILLARS, Finding, Reading
from poalint.schema.signals import SignalFile
from readings import NAMED_SIGNALS

FOLDER = Path(__file__).parents[1] / "rules"
RULES = load_rules()
LOOKS_AT = {rule.spec.id: rule.spec.letters for rule in RULES}
SIGNALS = [checked(path, SignalFile, load_yaml(path)) for path in sorted((FOLDER / "signals").glob("*.yaml"))]

Read = Callable[[str], Reading]


def examples(which: str) -> list[object]:
    return [
        pytest.param(rule.spec.id, text, id=f"{rule.spec.id}-{number}")
        for rule in RULES
        for number, text in enumerate(getattr(rule.spec.examples, which))
    ]


def cases(which: str) -> list[object]:
    return [
        pytest.param(signal.signal, text, id=f"{signal.signal}-{number}")
        for signal in SIGNALS
        for number, text in enumerate(getattr(signal.examples, which))
    ]


def findings(engine: Engine, read: Read, rule: str, text: str) -> list[Finding]:
    """What a rule finds in a text that is read as a letter that it looks at."""
    made = engine.judge(as_looked_at(read(text), LOOKS_AT[rule]))
    return [finding for finding in made.findings if finding.rule == rule]


@pytest.mark.parametrize(("rule", "text"), examples("fires"))
def test_a_rule_fires_on_its_bad_examples_and_says_what_it_found(
    engine: Engine, read: Read, rule: str, text: str
) -> None:
    found = findings(engine, read, rule, text)
    assert found
    for finding in found:
        for said in (finding.message, finding.advice):
            blanks = set(re.findall(r"\{[a-z_]+\}", said)) - set(re.findall(r"\{[a-z_]+\}", text))
            assert not blanks, f"nothing was filled in: {said}"
            assert "“”" not in said
        if finding.start is not None and finding.end is not None:
            assert text[finding.start : finding.end].strip()


@pytest.mark.parametrize(("rule", "text"), examples("silent"))
def test_a_rule_is_silent_on_its_good_examples(engine: Engine, read: Read, rule: str, text: str) -> None:
    assert findings(engine, read, rule, text) == []


@pytest.mark.parametrize(("rule", "text"), examples("near_miss"))
def test_a_rule_is_silent_on_its_near_misses(engine: Engine, read: Read, rule: str, text: str) -> None:
    assert findings(engine, read, rule, text) == []


@pytest.mark.parametrize(("signal", "text"), cases("present"))
def test_a_signal_is_present_where_it_says_so(read: Read, signal: str, text: str) -> None:
    assert signal in read(text).by_name


@pytest.mark.parametrize(("signal", "text"), cases("absent"))
def test_a_signal_is_absent_where_it_says_so(read: Read, signal: str, text: str) -> None:
    assert [(given.cue, text[given.start : given.end]) for given in read(text).by_name.get(signal, ())] == []


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
    assert set(FIGURES) - {getattr(rule.spec.check, "of", "") for rule in RULES} == set()


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
