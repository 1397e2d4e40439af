"""A mistake under ``rules/`` is refused, and the user is told where and what."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from poalint import loader
from poalint.engine import Engine
from poalint.errors import RuleError
from poalint.loading.packs import Pack, built_in
from poalint.loading.rules import load_rule, load_rules
from poalint.places import rule_files

if TYPE_CHECKING:
    from spacy.language import Language

Change = Callable[[str, str, str], int]


@pytest.fixture
def folder(rules: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "rules"
    shutil.copytree(rules, copy)
    return copy


@pytest.fixture
def change(folder: Path) -> Change:
    """Replaces text (a regular expression, once) in a file and tells the line on which the new text begins."""

    def changed(file: str, old: str, new: str) -> int:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        match = re.search(old, text, re.MULTILINE)
        assert match, f"{file} holds no {old}"
        path.write_text(text[: match.start()] + new + text[match.end() :], encoding="utf-8")
        return text.count("\n", 0, match.start()) + 1

    return changed


def refusal(folder: Path) -> str:
    with pytest.raises(RuleError) as caught:
        loader.load([built_in(folder)])
    return str(caught.value)


def test_the_rules_that_ship_load(folder: Path) -> None:
    made = loader.load([built_in(folder)])
    assert [rule.spec.id for rule in made.rules] == [path.stem for path in rule_files(folder)]
    assert (
        len({definition.name for definition in made.signals})
        == len(made.signals)
        == len(list((folder / "signals").glob("*.yaml")))
    )


RULE = "tone/rude.yaml"
SIGNAL = "signals/begging.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        # keys
        (RULE, r"^severity:", ">severtiy:", "severtiy: unknown key. Did you mean severity"),
        (RULE, r"^severity: .*\n", "", "severity: this key is missing"),
        (RULE, r"^flag: .*$", "flag: rude\n>flag: rude", "the key flag stands here twice, first in line"),
        (RULE, r"^  kind: forbid\n", "  kind: forbid\n>  signls: [rude]\n", "unknown key. Did you mean signals"),
        (RULE, r"^  near_miss:", ">  nearmiss:", "unknown key. Did you mean near_miss"),
        (SIGNAL, r"^    phrase:", ">    phrses:", "unknown key. Did you mean phrase"),
        (SIGNAL, r"^about:", "about: a\n>about:", "the key about stands here twice, first in line"),
        (SIGNAL, r"\{assertion:", ">{asertion:", "unknown key. Did you mean assertion"),
        ("scoring.yaml", r"^repeat: .*$", ">repeats: 1", "Did you mean repeat"),
        # values
        (RULE, r"^severity: .*$", ">severity: no", "severity: "),
        (RULE, r"^severity: .*$", ">severity: bad", "severity: this must be one of error, warning, note, not 'bad'"),
        (RULE, r"^points: .*$", ">points: many", "points: "),
        (RULE, r"^points: .*$", ">points: -1", "points: "),
        (RULE, r"^points: .*$", ">points: '3'", "points: "),
        (RULE, r"^title: .*$", ">title: [a]", "title: "),
        (RULE, r"^flag: .*$", ">flag: rood", "no flag is called 'rood'"),
        (RULE, r"^flag: .*$", ">pillar: tone", "pillar: "),
        (RULE, r"^flag: .*$", "flag: rude\n>status: fail", "only a rule of a pillar can force a status"),
        (RULE, r"^  kind: forbid$", "  kind: forbit", "forbit"),
        (RULE, r"^  kind: forbid$", "  kind: forbid\n>  roles: [preventve]", "no role is called 'preventve'"),
        (SIGNAL, r"^any:\n(?:[ ].*\n)+", ">any: []\n", "any: "),
        (SIGNAL, r"^  present:\n(?:    - .*\n)+", ">  present: []\n", "present: "),
        (SIGNAL, r"^    phrase:", ">    roles: [preventve]\n    phrase:", "preventve"),
        (SIGNAL, r"^    phrase:", ">    kinds: [list-itme]\n    phrase:", "list-itme"),
        (SIGNAL, r"party: \[us, amazon, nobody\]", ">party: uss", "uss"),
        (SIGNAL, r"\{assertion:", ">{time: planed, assertion:", "planed"),
        (SIGNAL, r"\{assertion: \[asserted", ">{assertion: [assertd", "assertd"),
        ("roles.yaml", r"\{cause: ", ">{cuase: ", "cuase"),
        ("roles.yaml", r"^start: \{opening", ">start: {opning", "opning"),
        ("scoring.yaml", r"root-cause: \d+", "root-cause: 24", "sum to 100"),
        ("structure.yaml", r"^precedence: \[preventive", ">precedence: [opning", "opning"),
        (
            "lexicon/tone.yaml",
            r"^begging: >-\n(?:  .*\n)+",
            ">begging: [please, no, beg]\n",
            "begging.1: YAML reads no as a truth value. Put it in quotation marks",
        ),
        # names that lead nowhere
        (RULE, r"signals: \[rude", ">signals: [rud", "no signal is called 'rud'. Did you mean rude"),
        (SIGNAL, r'"@begging"', '>"@beging"', "no lexicon is called 'beging'. Did you mean begging"),
        (
            SIGNAL,
            r"^    phrase:",
            ">    near: {signals: [apolgy]}\n    phrase:",
            "no signal is called 'apolgy'. Did you mean apology",
        ),
        ("roles.yaml", r"^  lapse: ", ">  lpase: ", "no signal is called 'lpase'. Did you mean lapse"),
        (
            "form/off-topic.yaml",
            r"admits-fault",
            ">admit-fault",
            "no signal is called 'admit-fault'. Did you mean admits-fault",
        ),
        (RULE, r"\{words\}", ">{wrods}", "{wrods}"),
        # files and their names
        (RULE, r"^id: rude$", ">id: ruder", "the file is named 'rude', the rule 'ruder'"),
        (SIGNAL, r"^signal: begging$", ">signal: begger", "'begger'"),
        # not YAML, or not what it should be
        (RULE, r"^title: .*$", "title: 'open", ""),
        (RULE, r"^  kind:", ">\tkind:", "a tab stands here"),
        (RULE, r"^  kind: forbid$", ">  kind: forbid: x", "no key can stand before this colon"),
        (RULE, r"\A(?:.*\n)*", ">- a\n- b\n", ""),
        (SIGNAL, r"\A(?:.*\n)*", ">just words\n", ""),
        (RULE, r"\A(?:.*\n)*", ">? [a, b]\n: c\n", ""),
        ("form/unfilled-placeholder.yaml", r"^    - .*$", ">    - '(open'", "(open"),
        ("facts/two-figures.yaml", r"^  quantities:\n    - .*$", "  quantities:\n>    - '({value}'", "({value}"),
        ("entities.yaml", r"^    pattern: .*$", ">    pattern: '(open'", "(open"),
        ("entities.yaml", r"^    pattern: .*$", ">    pattern: '(?i)x'", "global flags"),
        ("facts/two-figures.yaml", r"^    - \"\{value\}", '>    - "', "{value}"),
        ("facts/wrong-target.yaml", r"^  own: .*$", ">  own: []", "own: "),
        ("lexicon/tone.yaml", r"^begging: >-\n(?:  .*\n)+", ">begging: [beg, '']\n", "begging.1: '' holds no word"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_reason(
    folder: Path, change: Change, nlp: Language, file: str, old: str, new: str, reason: str
) -> None:
    """``>`` stands before the line of the mistake; without it (what is missing has no line) any line will do."""
    line = change(file, old, new.replace(">", "", 1)) + new.partition(">")[0].count("\n")
    with pytest.raises(RuleError) as caught:
        Engine(loader.load([built_in(folder)]), nlp)
    told = [each for each in str(caught.value).splitlines() if reason in each]
    assert told, f"not told: {reason!r}, but {caught.value}"
    at = re.match(rf"{re.escape(str(folder / file))}:(\d+)", told[0])
    assert at, f"no file and line: {told[0]}"
    assert ">" not in new or int(at[1]) == line, f"the mistake is in line {line}: {told[0]}"


def test_an_unknown_key_is_told_with_its_very_line_and_column(folder: Path, change: Change) -> None:
    line = change(RULE, r"^  signals:", "  signls:")
    assert f"{folder / RULE}:{line}:3: check.signls: unknown key. Did you mean signals" in refusal(folder)


def test_signals_that_build_on_each_other_are_refused_by_name(folder: Path, change: Change) -> None:
    change("signals/begging.yaml", r"^    phrase:", "    near: {signals: [flattery]}\n    phrase:")
    change("signals/flattery.yaml", r"^(?=    phrase:)", "    near: {signals: [begging]}\n")
    told = refusal(folder)
    assert re.search(r"\bbegging\b.*\bflattery\b", told, re.DOTALL)
    assert str(folder / "signals") in told
    assert not re.search(r"\b(?:apology|measurable|states-cause)\b", told), "these are no part of the circle"


def test_lexicons_that_include_each_other_are_refused_by_name(folder: Path) -> None:
    (folder / "lexicon" / "mine.yaml").write_text('ann: ["@bob"]\nbob: ["@ann"]\n', encoding="utf-8")
    told = refusal(folder)
    assert "ann" in told
    assert "mine.yaml" in told


def test_a_lexicon_that_stands_in_two_files_is_refused_with_both(folder: Path) -> None:
    (folder / "lexicon" / "zz.yaml").write_text("begging: [please]\n", encoding="utf-8")
    told = refusal(folder)
    assert f"{folder / 'lexicon' / 'zz.yaml'}:1" in told
    assert "'begging' stands in" in told
    assert "tone.yaml" in told


def test_an_included_lexicon_that_does_not_exist_is_refused_with_its_file(folder: Path) -> None:
    (folder / "lexicon" / "mine.yaml").write_text('ann: [a]\nbob: [a, "@an"]\n', encoding="utf-8")
    told = refusal(folder)
    assert f"{folder / 'lexicon' / 'mine.yaml'}:2" in told
    assert re.search("no lexicon.* is called 'an'. Did you mean ann", told)


def test_a_lexicon_that_clauses_are_read_with_must_be_there(folder: Path) -> None:
    path = folder / "lexicon" / "parties.yaml"
    path.write_text(path.read_text("utf-8").replace("\none-of:", "\none-off:"), "utf-8")
    with pytest.raises(RuleError, match="the lexicon 'one-of', which clauses are read with, is missing"):
        loader.load([built_in(folder)])


def test_two_rules_of_one_name_are_refused(folder: Path) -> None:
    shutil.copy(folder / RULE, folder / "form" / "rude.yaml")
    told = refusal(folder)
    assert str(Path("form") / "rude.yaml") in told
    assert str(Path("tone") / "rude.yaml") in told


def test_mistakes_in_two_rule_files_are_told_at_once(folder: Path, change: Change) -> None:
    one = change(RULE, r"^severity:", "severtiy:")
    two = change("cause/no-cause.yaml", r"^points: .*$", "points: x")
    told = refusal(folder).splitlines()
    assert any(line.startswith(f"{folder / RULE}:{one}:") for line in told)
    assert any(line.startswith(f"{folder / 'cause/no-cause.yaml'}:{two}:") for line in told)


def test_mistakes_in_files_of_any_kind_are_told_at_once(folder: Path, change: Change) -> None:
    change(RULE, r"^severity:", "severtiy:")
    change(SIGNAL, r"^    phrase:", "    phrses:")
    change("signals/apology.yaml", r"^    phrase:", "    phrses:")
    change("scoring.yaml", r"^repeat:", "repaet:")
    told = refusal(folder)
    for file in (RULE, SIGNAL, "signals/apology.yaml", "scoring.yaml"):
        assert str(folder / file) in told


def test_two_mistakes_in_one_file_are_told_at_once(folder: Path, change: Change) -> None:
    change(RULE, r"^severity:", "severtiy:")
    change(RULE, r"^points: .*$", "points: x")
    told = refusal(folder)
    assert all(part in told for part in ("severtiy: unknown key. Did you mean severity?", "points: "))


def test_a_file_that_is_not_text_is_refused(folder: Path) -> None:
    (folder / RULE).write_bytes(b"id: \xff\xfe\x00")
    assert str(folder / RULE) in refusal(folder)


def test_an_empty_rule_file_is_refused(folder: Path) -> None:
    (folder / RULE).write_bytes(b"")
    assert str(folder / RULE) in refusal(folder)


def test_a_missing_file_is_refused(folder: Path) -> None:
    (folder / "structure.yaml").unlink()
    assert str(folder / "structure.yaml") in refusal(folder)


def test_a_folder_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no rules in this folder"):
        load_rules([Pack("mine", "1", tmp_path)])


def test_one_rule_is_read_without_the_others(folder: Path, change: Change) -> None:
    change("cause/no-cause.yaml", r"^points: .*$", "points: x")
    found = load_rule(folder / RULE, built_in(folder))
    assert (found.spec.id, found.theme, found.pack) == ("rude", "tone", "poalint")


def test_a_signal_or_lexicon_that_tells_disputes_must_be_known(folder: Path, change: Change) -> None:
    change("letters.yaml", "asks-withdrawal: 3.5", "asks-withdraw: 3.5")
    line = change("letters.yaml", '"@names-dispute"', '"@names-disputes"')
    said = refusal(folder)
    assert "no signal is called 'asks-withdraw'" in said
    assert "asks-withdrawal" in said
    assert f"letters.yaml:{line}:" in said
    assert "names-dispute" in said.split("no lexicon is called 'names-disputes'")[1]
