"""What must not be in a letter: honest numbers stay silent, leaks are found, and check digits are what they say."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from poalint.checkdigits import SCHEMES, luhn, mod_97, resident_id
from poalint.engine import Engine
from poalint.facts import Facts
from poalint.kinds import KINDS
from poalint.loading.rules import load_rules
from poalint.model import Draft, Finding
from poalint.schema.found import CheckedNumber, OneName
from program import run
from readings import reading

DATA = Path(__file__).parent / "data"
NAMES = ("leaks", "leaks-second", "leaks-later")
SETS = {name: yaml.safe_load((DATA / f"{name}.yaml").read_text("utf-8")) for name in NAMES}
HONEST = [text for each in SETS.values() for text in each["honest"]]
LEAKS = [(rule, text) for each in SETS.values() for rule, texts in each["leaks"].items() for text in texts]
OF_BOTH = {"bank-account": {"bank-account", "iban"}, "identity-number": {"identity-number", "resident-id"}}
"""What a set calls by one name is found by two rules."""
MISSED = set(SETS["leaks-second"]["leaks"]["two-stores"])
"""Still missed: a team that signs may be one of the store's own (the returns team), so its name tells nothing."""
LEAK_RULES = {rule.spec.id for rule in load_rules() if rule.theme == "leaks"}
LEAD = "We shipped 41 orders late in March because nobody had changed the handling time after the move.\n\n"
FACTS = Facts({}, {}, {})


def told(engine: Engine, text: str) -> list[Finding]:
    """What the rules for leaks find in a letter with that text."""
    return [each for each in engine.lint(Draft("letter", LEAD + text)).findings if each.rule in LEAK_RULES]


def test_the_sets_are_as_large_as_they_are_said_to_be() -> None:
    assert (len(HONEST), len(LEAKS), len(MISSED)) == (67, 80, 1)
    assert {rule for rule, _ in LEAKS} == LEAK_RULES - {"iban", "resident-id"} | set()


@pytest.mark.parametrize("text", HONEST)
def test_an_honest_sentence_stays_silent(engine: Engine, text: str) -> None:
    assert [(each.rule, each.message) for each in told(engine, text)] == []


@pytest.mark.parametrize(("rule", "text"), LEAKS)
def test_a_leak_is_found_by_its_rule_and_no_other(engine: Engine, rule: str, text: str) -> None:
    found = told(engine, text)
    assert {each.rule for each in found} <= OF_BOTH.get(rule, {rule})
    assert bool(found) is (text not in MISSED)
    assert all(each.start is not None and each.start >= len(LEAD) for each in found if rule != "two-stores")


def test_a_leak_of_a_number_keeps_a_letter_from_being_ready_and_is_not_repeated_in_the_message(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(f"{LEAD}The fee was paid with 4111 1111 1111 1111.\n", "utf-8")
    done = run("check", letter, "--select", "card-number", "--format", "json")
    assert done.status == 1
    assert '"rule": "card-number"' in done.out
    assert "(41…11) stands" in done.out


# -- check digits ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scheme", "right", "wrong"),
    [
        ("luhn", "4111111111111111", "4111111111111112"),
        ("luhn", "378282246310005", "378282246310050"),
        ("mod-97", "GB82WEST12345698765432", "GB82WEST12345698765423"),
        ("mod-97", "DE89370400440532013000", "DE98370400440532013000"),
        ("resident-id", "11010519491231002X", "110105194912310021"),
        ("resident-id", "440524188001010014", "440524188001010041"),
    ],
)
def test_a_number_proves_itself_and_one_with_a_slip_does_not(scheme: str, right: str, wrong: str) -> None:
    check = SCHEMES[scheme]  # type: ignore[index] # one of its names
    assert check(right)
    assert not check(wrong)


@given(st.from_regex(r"\A4[0-9]{15}\Z"), st.integers(0, 15), st.integers(1, 9))
@settings(max_examples=60, deadline=None)
def test_any_one_wrong_digit_of_a_card_is_seen(number: str, at: int, by: int) -> None:
    last = next(each for each in "0123456789" if luhn(number[:-1] + each))
    right = number[:-1] + last
    slip = right[:at] + str((int(right[at]) + by) % 10) + right[at + 1 :]
    assert not luhn(slip)


@given(st.text(max_size=20))
@settings(max_examples=100, deadline=None)
def test_no_text_is_too_odd_for_check_digits(text: str) -> None:
    assert all(check(text) in (True, False) for check in (luhn, mod_97, resident_id))


# -- the kinds -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Paid with 4111 1111 1111 1111.", ["4111 1111 1111 1111"]),
        ("Paid with 4111 1111 1111 1112.", []),
        ("Order 4111 1111 1111 1111.", []),
        ("Order 17.\nPaid with 4111-1111-1111-1111.", ["4111-1111-1111-1111"]),
        ("Paid with 41\u200b11 1111\u00a01111 1111.", ["41\u200b11 1111\u00a01111 1111"]),
    ],
)
def test_a_checked_number_is_found_where_nothing_before_it_makes_it_another(text: str, found: list[str]) -> None:
    fields = CheckedNumber(
        kind="checked-number", scheme="luhn", patterns=[r"\b\d{4}(?:[-\s]?\d{4}){3}\b"], other=["(?i:order $)"]
    )
    hints = list(KINDS["checked-number"](fields, FACTS)(reading(text)))
    assert [text[hint.start : hint.end] for hint in hints] == found
    assert {hint.fill["words"] for hint in hints} <= {"41…11"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Our brand Alba sells lamps. Our brand Boreal does not.", ["Boreal"]),
        ("Our brand Alba sells lamps. Our brand ALBA too.", []),
        ("Our brand Alba sells lamps. Our brand Alba Lights too.", []),
        ("Our brand Alba Company. Our brand Boreal Company.", ["Boreal Company"]),
        ("Our brand Alba. Our brand Boreal. Our brand Cassia.", ["Boreal"]),
    ],
)
def test_a_second_name_is_one_that_shares_no_word_with_the_first(text: str, found: list[str]) -> None:
    fields = OneName(kind="one-name", called=[r"\b[Oo]ur brand (?P<name>[A-Z]\w+(?: [A-Z]\w+)?)"], empty=["company"])
    hints = list(KINDS["one-name"](fields, FACTS)(reading(text)))
    assert [text[hint.start : hint.end] for hint in hints] == found
