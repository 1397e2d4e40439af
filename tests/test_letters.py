"""Plans and disputes: how letters are told apart, and that each is judged by its own rules."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poalint import letters
from poalint.api import Linter, check_text
from poalint.engine import Engine
from poalint.errors import UnknownNameError
from poalint.lexicon import Lexicons
from poalint.loader import Knowledge
from poalint.model import LETTERS, PILLARS, Draft
from poalint.model.reading import Block, Reading, Signal
from poalint.schema.tables import LetterFile
from program import BAD, GOOD, run
from readings import CORPUS, block

Read = Callable[[str], Reading]

CONTESTED = {
    each["id"]: each for each in map(json.loads, (CORPUS / "disputes.jsonl").read_text(encoding="utf-8").splitlines())
}
DISPUTE = """\
Dear Seller Performance Team,

We dispute the late shipment notice of 3 May. All 31 parcels were scanned by the carrier before the ship-by date.

Attached are the pick-up list of the carrier with the 31 numbers and the export of the order report.

We ask you to correct the rate.
"""
ENGLISH = "This letter disputes the finding, so it is not judged as a plan"
CHINESE = "这封信是在提异议"


# -- told apart ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["02", "04", "06", "10", "11", "13", "14", "15", "16", "18", "20", "22", "23", "24"])
def test_a_letter_that_contests_the_finding_is_a_dispute(read: Read, name: str) -> None:
    letter = CONTESTED[f"dispute-{name}"]
    assert (letter["letter"], read(letter["text"]).letter) == ("dispute", "dispute")


@pytest.mark.parametrize("name", ["27", "29"])
def test_a_dispute_with_a_plan_in_it_is_told_to_choose(engine: Engine, read: Read, name: str) -> None:
    made = engine.judge(read(CONTESTED[f"dispute-{name}"]["text"]))
    assert made.letter == "dispute"
    assert {finding.rule for finding in made.findings} == {"mixed-dispute"}


@pytest.mark.parametrize("name", sorted(name for name, each in CONTESTED.items() if each["letter"] == "plan"))
def test_a_plan_that_denies_stays_a_plan(read: Read, name: str) -> None:
    assert read(CONTESTED[name]["text"]).letter == "plan"


@pytest.mark.parametrize(
    "text",
    [
        'You write: "If you believe this is an error, you may dispute it with an invoice." The decision was '
        "right: we bought the goods in a shop. The invoice of the shop is attached. From today every purchase needs "
        "an invoice.",
        "If you believe this is an error you may dispute it, the notice says. The invoices are attached.",
        "We dispute only the count of 12, the other 29 are ours. The list is attached.",
        "Our goods are genuine, see the invoices attached. Still we changed the routine: on 3 May we removed all 40 "
        "units, we refunded the two buyers, and every Monday Olga checks the new lots before they go on sale.",
        "Sure, we could dispute this, as every seller does. The proof is attached: our own list with 41 late orders.",
        "We do not agree with the notice, but we have taken these steps.\n\nCorrective actions\n- We closed the "
        "listing.\n- We trained the staff.\n\nPreventive actions\n- Every week Anna checks the catalogue.",
        "We do not dispute the finding. The invoices are attached.",
        "In our first appeal we disputed the finding; that was wrong. The invoices are attached.",
        "We have never sold fakes. Please reinstate our account.",
        "We dispute every chargeback within two days and attach the proof of delivery.",
        "The invoices and the letter of authorisation are attached.",
    ],
)
def test_what_only_looks_like_a_dispute_is_a_plan(read: Read, text: str) -> None:
    assert read(text).letter == "plan"


@pytest.mark.parametrize(
    "text",
    [
        DISPUTE,
        "Dispute of the patent report\n\nOur rack has another hinge than the patent describes.\n\nAttached: the "
        "opinion of our patent attorney and a photo of the hinge.",
        "You write that we have a relation to this store. We do not know this store. The register extract, the lease "
        "and the bank statement are attached. Please withdraw the decision.",
        "The finding is disputed. The licence agreement is enclosed.",
    ],
)
def test_it_need_not_say_so_in_the_same_words(read: Read, text: str) -> None:
    assert read(text).letter == "dispute"


def test_no_plan_among_a_sample_of_the_corpus_is_taken_for_a_dispute(engine: Engine) -> None:
    """Those that deny or contest the most; `benchmarks/judgement.py --floors` holds it for all of them."""
    labels = map(json.loads, (CORPUS / "labels.jsonl").read_text(encoding="utf-8").splitlines())
    named = [each["id"] for each in labels if "denial" in each["flags"]][:40]
    texts = ((CORPUS / "drafts" / f"{name}.txt").read_text(encoding="utf-8") for name in named)
    outcomes = list(engine.read_all(Draft(name, text) for name, text in zip(named, texts, strict=True)))
    assert len(outcomes) == 40
    assert [each.draft.path for each in outcomes if isinstance(each, Reading) and each.letter != "plan"] == []


NAMES = ("disputes", "contests-finding", "asks-withdrawal", "proof-enclosed", "plan-talk", "admits-fault", "another")
SIGNALS = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 9)), max_size=12)
ROLES = st.lists(st.sampled_from(["cause", "corrective", "preventive", "evidence", ""]), max_size=4)


def signals(given_: list[tuple[str, int]]) -> list[Signal]:
    return [Signal(name, 0, 1, "", at) for name, at in given_]


def headings(roles: list[str]) -> list[Block]:
    return [block(number, "heading", role) for number, role in enumerate(roles)]  # type: ignore[arg-type] # drawn


@given(SIGNALS, st.integers(0, 9), ROLES)
def test_what_speaks_for_a_plan_never_makes_a_dispute(
    knowledge: Knowledge, given_: list[tuple[str, int]], at: int, roles: list[str]
) -> None:
    table, words = knowledge.letter_marks, Lexicons({})
    before = letters.told(headings(roles), signals(given_), table, words)
    for more in (signals([*given_, ("plan-talk", at)]), signals([*given_, ("concedes-part", at)])):
        assert (before, letters.told(headings(roles), more, table, words)) != ("plan", "dispute")
    after = letters.told(headings([*roles, "corrective"]), signals(given_), table, words)
    assert (before, after) != ("plan", "dispute")


@given(SIGNALS, ROLES)
def test_without_a_claim_there_is_no_dispute(
    knowledge: Knowledge, given_: list[tuple[str, int]], roles: list[str]
) -> None:
    table = knowledge.letter_marks
    silent = [each for each in given_ if each[0] not in table.needs]
    assert letters.told(headings(roles), signals(silent), table, Lexicons({})) == "plan"


def test_each_mark_counts_once_and_a_plans_signals_up_to_a_limit() -> None:
    table = LetterFile(
        needs=["claim"], marks={"claim": 3.0, "proof": 2.0}, titles={}, plan={"step": 1.0}, most=2,
        parts={"cause": 1.0}, enough=3.0,
    )  # fmt: skip
    told = {
        "once": [("claim", 0), ("claim", 1), ("step", 2)],
        "with proof": [("claim", 0), ("proof", 1), ("step", 2), ("step", 3), ("step", 4)],
        "one sentence is one step": [("claim", 0), ("proof", 1), ("step", 2), ("step", 2), ("step", 2)],
    }
    made = {name: letters.told((), signals(each), table, Lexicons({})) for name, each in told.items()}
    assert made == {"once": "plan", "with proof": "dispute", "one sentence is one step": "dispute"}
    assert letters.told(headings(["cause"]), signals(told["with proof"]), table, Lexicons({})) == "plan"


# -- judged --------------------------------------------------------------------------------------------------------


def test_a_good_dispute_has_nothing_to_mend_and_no_pillars() -> None:
    made = check_text(DISPUTE)
    assert (made.letter, made.score, made.verdict, made.findings) == ("dispute", 100, "ready", ())
    assert [(each.name, each.status, each.points) for each in made.pillars] == [
        (name, "not judged", None) for name in PILLARS
    ]


@pytest.mark.parametrize(
    ("name", "found", "verdict"),
    [
        ("15", {"no-evidence"}, "revise"),
        ("20", {"several-claims"}, "revise"),
        ("22", {"no-evidence", "rival-stories"}, "not ready"),
        ("23", {"pleading-dispute"}, "revise"),
        ("24", {"heated-dispute"}, "revise"),
        ("02", set(), "ready"),
    ],
)
def test_a_dispute_is_judged_by_its_own_faults(
    engine: Engine, read: Read, name: str, found: set[str], verdict: str
) -> None:
    made = engine.judge(read(CONTESTED[f"dispute-{name}"]["text"]))
    assert ({finding.rule for finding in made.findings}, made.verdict) == (found, verdict)


def test_no_rule_of_a_pillar_looks_at_disputes_and_none_of_a_dispute_at_plans(knowledge: Knowledge) -> None:
    for rule in knowledge.rules:
        if rule.spec.pillar:
            assert rule.spec.letters == ["plan"], rule.spec.id
        if rule.theme == "dispute":
            assert rule.spec.letters == ["dispute"], rule.spec.id
    both = {rule.spec.id for rule in knowledge.rules if rule.spec.letters == ["plan", "dispute"]}
    assert {"unfilled-placeholder", "threat", "rude", "shouting", "too-long"} <= both


@pytest.mark.parametrize("fault", ["[your store name]", "Otherwise our lawyer will sue you."])
def test_what_no_letter_may_hold_is_found_in_a_dispute_too(fault: str) -> None:
    made = check_text(f"{DISPUTE}\n{fault}\n")
    assert (made.letter, made.verdict, made.has_error) == ("dispute", "revise", True)


# -- asked for -----------------------------------------------------------------------------------------------------


@pytest.fixture
def dispute(tmp_path: Path) -> Path:
    path = tmp_path / "dispute.txt"
    path.write_text(DISPUTE, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["check", "parse"])
@pytest.mark.parametrize(("lang", "said"), [("en", ENGLISH), ("zh", CHINESE)])
def test_a_dispute_is_said_to_be_one_in_one_line(dispute: Path, command: str, lang: str, said: str) -> None:
    done = run(command, dispute, "--lang", lang)
    assert (done.status, done.err) == (0, "")
    assert sum(said in line for line in done.out.splitlines()) == 1
    assert said not in run(command, GOOD, "--lang", lang).out
    assert said not in run(command, dispute, "--lang", lang, "--as", "plan").out


@pytest.mark.parametrize("command", ["check", "parse"])
@pytest.mark.parametrize(("lang", "said", "asked"), [("en", ENGLISH, "as asked"), ("zh", CHINESE, "按你的要求")])
def test_a_letter_that_is_called_a_dispute_is_said_to_be_one_as_asked(
    dispute: Path, command: str, lang: str, said: str, asked: str
) -> None:
    told = "".join(run(command, dispute, "--lang", lang, "--as", "dispute").out.splitlines())
    assert asked in told
    assert said not in told
    assert asked not in run(command, dispute, "--lang", lang).out


def test_the_text_shows_no_pillars_of_a_dispute(dispute: Path, tmp_path: Path) -> None:
    assert not [line for line in run("check", dispute).out.splitlines() if line.split()[:1] in [[p] for p in PILLARS]]
    pleading = tmp_path / "pleading.txt"
    pleading.write_text(CONTESTED["dispute-23"]["text"], encoding="utf-8")
    shown = run("check", pleading).out.splitlines()
    assert "81 of 100, revise" in shown[0]
    assert shown[2].split()[:3] == ["other", "deductions", "-19"]
    assert "-19 pleading-dispute" in shown[2]


@pytest.mark.parametrize(
    ("asked", "letter"), [((), "dispute"), (("--as", "plan"), "plan"), (("--as", "dispute"), "dispute")]
)
def test_the_json_names_the_letter(dispute: Path, asked: tuple[str, ...], letter: str) -> None:
    (checked,) = json.loads(run("check", dispute, "--format", "json", *asked).out)["files"]
    (parsed,) = json.loads(run("parse", dispute, "--format", "json", *asked).out)["files"]
    assert (checked["letter"], parsed["letter"]) == (letter, letter)
    assert list(checked["pillars"]) == list(PILLARS)
    judged = {(each["status"], each["points"] is None) for each in checked["pillars"].values()}
    assert judged == {("not judged", True)} if letter == "dispute" else ("not judged", True) not in judged


def test_who_knows_better_may_say_so(tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(BAD, encoding="utf-8")
    rules = {
        letter: {
            each["rule"]
            for each in json.loads(run("check", path, "--format", "json", "--as", letter).out)["files"][0]["findings"]
        }
        for letter in LETTERS
    }
    assert {"no-cause", "denied-fault"} <= rules["plan"]
    assert {"no-evidence", "pleading-dispute"} <= rules["dispute"]
    assert not rules["dispute"] & {"no-cause", "no-action", "denied-fault"}


def test_an_unknown_letter_is_refused_with_the_known_ones(dispute: Path) -> None:
    done = run("check", dispute, "--as", "disputes")
    assert (done.status, done.out) == (2, "")
    assert "'plan', 'dispute'" in done.err
    with pytest.raises(UnknownNameError, match="Did you mean dispute"):
        Linter(letter="disputes")  # type: ignore[arg-type] # what only callers without types can do


# -- written -------------------------------------------------------------------------------------------------------


def test_a_rule_of_a_pillar_or_an_unknown_letter_is_refused(rules: Path, tmp_path: Path) -> None:
    from poalint.errors import RuleError
    from poalint.loading.packs import built_in
    from poalint.loading.rules import load_rule

    text = (rules / "cause" / "no-cause.yaml").read_text(encoding="utf-8")
    for said, reason in (("[plan, dispute]", "a dispute has no pillars"), ("[disputes]", "Did you mean dispute?")):
        path = tmp_path / "no-cause.yaml"
        path.write_text(text.replace("severity:", f"letters: {said}\nseverity:", 1), encoding="utf-8")
        with pytest.raises(RuleError, match=reason.replace("?", r"\?")):
            load_rule(path, built_in(rules))
