# ruff: noqa: RUF001 # letters are typed with dashes and curly quotes
"""Whole letters: what must not change a report, what must, and that every place fits."""

from __future__ import annotations

import calendar
import json
import re
import textwrap
from collections.abc import Callable

import pytest

from poalint.engine import Engine
from poalint.errors import DraftError
from poalint.model import Draft, Finding, Report
from readings import CORPUS, drafts

Change = Callable[[str], str]

DOZEN = drafts(
    [
        "late-shipment-b01",
        "expired-g09",
        "intellectual-property-b17",
        "listing-misuse-f29",
        "drop-shipping-j10",
        "order-defect-rate-e02",
        "used-sold-as-new-j25",
        "restricted-product-a35",
        "not-as-described-e27",
        "valid-tracking-b08",
        "review-manipulation-a29",
        "code-of-conduct-d34",
    ]
)
IDS = [draft.path for draft in DOZEN]
SIXTY = drafts(sorted(path.stem for path in (CORPUS / "drafts").glob("*.txt"))[::7][:60])
LABELS = [json.loads(line) for line in (CORPUS / "labels.jsonl").read_text(encoding="utf-8").splitlines()]


def said(report: Report, change: Change = lambda text: text) -> object:
    """All that a report says but places; ``change`` is done to what it quotes."""
    text = report.draft.text
    found = []
    for each in report.findings:
        words = "" if each.start is None else " ".join(text[each.start : each.end].split())
        message = re.sub(r"“[^”]* …”", "“…”", re.sub(r"\bline \d+", "line", each.message))
        found.append((each.rule, each.severity, each.points, change(words), change(message)))
    pillars = [(pillar.name, pillar.status, pillar.points) for pillar in report.pillars]
    return report.score, report.verdict, pillars, report.flags, sorted(found)


def unchanged_by(engine: Engine, draft: Draft, change: Change, quoted: Change = lambda text: text) -> None:
    other = change(draft.text)
    assert other != draft.text, "this draft does not hold what is to be changed"
    assert said(engine.lint(Draft(draft.path, other))) == said(engine.lint(draft), quoted)


# -- what must not change a report -------------------------------------------------------------------------------


@pytest.mark.parametrize("draft", DOZEN, ids=IDS)
def test_the_same_letter_gets_the_same_report(engine: Engine, draft: Draft) -> None:
    assert engine.lint(draft) == engine.lint(Draft(draft.path, draft.text))


@pytest.mark.parametrize("draft", DOZEN, ids=IDS)
@pytest.mark.parametrize("ending", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_line_endings_change_nothing(engine: Engine, draft: Draft, ending: str) -> None:
    unchanged_by(engine, draft, lambda text: text.replace("\n", ending))


def wrapped(text: str, width: int) -> str:
    """The text with its long lines wrapped as a mail program would; none comes to start like an item."""
    made = []
    for line in text.split("\n"):
        if re.search(r"\t|\||\S {3,}\S", line):
            made.append(line)  # a row of a table
            continue
        item = re.match(r"\s*(?:[-*•–]|\(?\w{1,2}[.)])\s+", line)
        indent = " " * len(item[0]) if item else ""
        for narrower in range(12):
            lines = textwrap.wrap(
                line, width - narrower, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
            )
            if not any(re.match(r"\s*(?:[-*•–—]|\(?\w{1,3}[.):])(?:\s|$)", each) for each in lines[1:]):
                break
        made.append("\n".join(lines) or line)
    return "\n".join(made)


@pytest.mark.parametrize("draft", DOZEN, ids=IDS)
@pytest.mark.parametrize("width", [60, 72, 100])
def test_hard_wrapped_lines_change_nothing(engine: Engine, draft: Draft, width: int) -> None:
    unchanged_by(engine, draft, lambda text: wrapped(text, width))


def other_asins(text: str) -> str:
    return re.sub(
        r"\bB0([0-9A-Z]{8})\b",
        lambda found: "B0" + found[1].translate(str.maketrans("0123456789ABCXYZ", "5678901234QRSTUV")),
        text,
    )


def other_orders(text: str) -> str:
    return re.sub(
        r"\b\d{3}-\d{7}-\d{7}\b", lambda found: found[0].translate(str.maketrans("0123456789", "6789012345")), text
    )


MONTHS = list(calendar.month_name)[1:]


def other_dates(text: str) -> str:
    """Each day of a month becomes another; a month that is named without a day stays."""
    named = "|".join(MONTHS)

    def moved(found: re.Match[str]) -> str:
        day, month = found["day"] or found["after"], found["month"] or found["before"]
        new = str(int(day) % 28 + 1), MONTHS[(MONTHS.index(month) + 5) % 12]
        return f"{new[0]} {new[1]}" if found["day"] else f"{new[1]} {new[0]}"

    return re.sub(
        rf"\b(?:(?P<day>\d{{1,2}}) (?P<month>{named})|(?P<before>{named}) (?P<after>\d{{1,2}}))\b", moved, text
    )


@pytest.mark.parametrize(
    "draft", [each for each in DOZEN if other_asins(each.text) != each.text], ids=lambda draft: draft.path
)
def test_other_asins_change_nothing(engine: Engine, draft: Draft) -> None:
    unchanged_by(engine, draft, other_asins, other_asins)


@pytest.mark.parametrize(
    "draft", [each for each in DOZEN if other_orders(each.text) != each.text], ids=lambda draft: draft.path
)
def test_other_order_ids_change_nothing(engine: Engine, draft: Draft) -> None:
    unchanged_by(engine, draft, other_orders, other_orders)


@pytest.mark.parametrize(
    "draft", [each for each in DOZEN if other_dates(each.text) != each.text], ids=lambda draft: draft.path
)
def test_other_dates_change_nothing(engine: Engine, draft: Draft) -> None:
    unchanged_by(engine, draft, other_dates, other_dates)


def test_the_changes_above_are_put_to_enough_drafts() -> None:
    for change in (other_asins, other_orders, other_dates):
        assert sum(change(draft.text) != draft.text for draft in DOZEN) >= 5


@pytest.mark.parametrize(
    ("written", "otherwise"),
    [
        (
            "We refunded all 41 buyers on 3 May. We raised the handling time.",
            "We refunded all 41 buyers on 3 May 2026. We raised the handling time.",
        ),
        ("We refunded all 41 buyers on 3 May 2026.", "We refunded all 41 buyers on 2026-05-03."),
        ("We refunded all 41 buyers on 3 May 2026.", "We refunded all 41 buyers on May 3, 2026."),
        ("We didn’t check the labels – “our” fault.", 'We didn\'t check the labels – "our" fault.'),
        ("We did not check   the labels.", "We did not check the labels."),
        ("- We did not check the labels.\n- We left.", "• We did not check the labels.\n• We left."),
    ],
)
def test_two_ways_to_write_one_thing_give_the_same_signals(engine: Engine, written: str, otherwise: str) -> None:
    one, other = (
        sorted((s.name, s.role) for s in engine.read(Draft("d", text)).signals) for text in (written, otherwise)
    )
    assert one == other != []


def test_many_drafts_are_read_as_each_alone(engine: Engine) -> None:
    german = Draft(
        "german",
        "Sehr geehrte Damen und Herren, wir haben im Maerz leider vierzig Bestellungen zu spaet verschickt, "
        "weil niemand es sah.",
    )
    asked = [*SIXTY[:20], german, *SIXTY[20:40], Draft("short", "Sorry.")]
    for draft, outcome in zip(asked, engine.read_all(iter(asked)), strict=True):
        if draft is german:
            assert isinstance(outcome, DraftError)
            assert outcome.where == "german"
        else:
            assert outcome == engine.read(draft)


def test_a_letter_does_not_change_how_the_next_is_read(engine: Engine) -> None:
    first, second = DOZEN[:2]
    alone = engine.lint(second)
    engine.lint(first)
    assert engine.lint(second) == alone


# -- what must change it -----------------------------------------------------------------------------------------

GOOD = drafts([label["id"] for label in LABELS if label["overall"] == 5][::9][:10])


@pytest.mark.parametrize("draft", GOOD, ids=lambda draft: draft.path)
def test_blaming_amazon_spoils_a_good_letter(engine: Engine, draft: Draft) -> None:
    blame = "Your system flagged us by mistake and this is unfair."
    signature = next((block.start for block in engine.read(draft).blocks if block.kind == "signature"), len(draft.text))
    worse = Draft(draft.path, f"{draft.text[:signature].rstrip()}\n\n{blame}\n\n{draft.text[signature:]}")
    before, after = engine.lint(draft), engine.lint(worse)
    assert after.score < before.score
    assert after.verdict != "ready"
    found = [each for each in after.findings if each.flag == "blames-amazon" and each.start is not None]
    assert any(blame.startswith(worse.text[each.start : each.end].split(" and ")[0]) for each in found)


@pytest.mark.parametrize(
    ("addition", "flag"),
    [
        ("PLEASE, we BEG YOU TO HELP us!!!", "shouting"),
        ("My children depend on this income and we will lose our home.", "emotional-plea"),
        ("Our lawyer will sue Amazon if the account is not reinstated within 3 days.", "threat"),
        ("We guarantee 100% that this will never happen again.", "overpromise"),
        ("The order number was [Order ID].", "placeholder"),
        ("We have been selling since 2009 with excellent feedback and a 99% rating.", "history-padding"),
        ("Amazon's target for the late shipment rate is 7%.", "wrong-target"),
    ],
)
def test_a_bad_sentence_is_flagged_where_it_stands(engine: Engine, addition: str, flag: str) -> None:
    draft = GOOD[0]
    before = engine.lint(draft)
    text = f"{draft.text.rstrip()}\n\n{addition}\n\nSincerely,\nAnna Kim\n"
    after = engine.lint(Draft("worse", text))
    places = [(each.start, each.end) for each in after.findings if each.flag == flag]
    at = text.index(addition)
    assert flag not in before.flags
    assert flag in after.flags
    assert any(
        start is not None and end is not None and at <= start < end <= at + len(addition) for start, end in places
    )
    assert after.score < before.score


@pytest.mark.parametrize(
    "text",
    [
        "We deny that we sold fakes.",
        "It is not true that we sold fakes.",
        "You claim that we sold fakes, which is wrong.",
        "The claim that we sold fakes is wrong.",
    ],
)
def test_what_is_denied_is_not_admitted(engine: Engine, text: str) -> None:
    reading = engine.read(Draft("d", f"{text} We refunded 12 buyers on 3 May 2026."))
    assert "admits-fault" not in reading.by_name
    assert "no-admission" in {finding.rule for finding in engine.judge(reading).findings} or "denial" in reading.by_name


# -- places ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def placed(engine: Engine) -> list[tuple[Report, Finding]]:
    """All findings of sixty drafts."""
    return [(report, finding) for report in map(engine.lint, SIXTY) for finding in report.findings]


def test_every_finding_has_words_or_no_place_at_all(placed: list[tuple[Report, Finding]]) -> None:
    wrong = []
    for report, each in placed:
        if each.start is None or each.end is None:
            fits = each.start is None and each.end is None
        else:
            words = report.draft.text[each.start : each.end]
            fits = 0 <= each.start < each.end <= len(report.draft.text) and words == words.strip() != ""
        if not fits:
            wrong.append((report.draft.path, each.rule, each.start, each.end))
    assert wrong == []
    assert len(placed) > 100


def test_no_finding_starts_or_ends_within_a_word(placed: list[tuple[Report, Finding]]) -> None:
    wrong = []
    for report, each in placed:
        if each.start is not None and each.end is not None:
            text = report.draft.text
            around = text[max(0, each.start - 1) : each.start + 1], text[each.end - 1 : each.end + 1]
            if any(re.fullmatch(r"\w\w", pair) for pair in around):
                wrong.append((report.draft.path, each.rule, text[each.start : each.end]))
    assert wrong == []


def test_no_finding_starts_with_a_comma(placed: list[tuple[Report, Finding]]) -> None:
    found = [(each.rule, report.draft.text[each.start : each.end]) for report, each in placed if each.start is not None]
    assert [each for each in found if each[1][0] in ",;:.)"] == []


def test_every_signal_lies_in_its_sentence_and_says_why(engine: Engine) -> None:
    for draft in DOZEN:
        reading = engine.read(draft)
        assert [sentence.index for sentence in reading.sentences] == list(range(len(reading.sentences)))
        for signal in reading.signals:
            sentence = reading.sentences[signal.sentence]
            assert sentence.start <= signal.start < signal.end <= sentence.end
            assert signal.cue
            assert signal.role == sentence.role


# -- odd letters -------------------------------------------------------------------------------------------------


def test_a_letter_that_only_repeats_the_notice_says_nothing(engine: Engine) -> None:
    notice = (
        "Your Amazon seller account has been deactivated. We removed your listings because you shipped 41 orders late. "
        "Please send us a plan of action."
    )
    report = engine.lint(Draft("notice", notice))
    assert {pillar.name: pillar.status for pillar in report.pillars} == {
        "acknowledges-fault": "fail",
        "root-cause": "fail",
        "corrective-actions": "fail",
        "prevention": "fail",
        "no-blame": "pass",
    }
    assert report.verdict == "not ready"


@pytest.mark.parametrize(
    "text",
    [
        "Sorry.",
        "Root cause",
        "Dear Amazon,",
        "- \n- \n",
        "?",
        "a" * 200_000,
        "order " * 1_300,
        "We had " + "to try " * 570,
        "one of " * 560 + "us.",
        "\u2022 we go " * 700,
        "* " * 3_000,
        "9" * 60_000,
        " " * 50_000 + "We",
        "我 " * 3 + "We shipped late.",
        "\x1b[31mWe shipped late.\x1b[0m",
    ],
)
def test_a_letter_without_a_letter_gets_a_report(engine: Engine, text: str) -> None:
    report = engine.lint(Draft("odd", text))
    assert report.verdict == "not ready"
    assert report.has_error


def test_a_line_of_two_hundred_thousand_characters_gets_a_report(engine: Engine) -> None:
    sentence = "We shipped 41 orders late in March because nobody had changed the handling time. "
    text = (sentence * 2_500)[:200_000]
    report = engine.lint(Draft("long", text))
    assert "too-long" in report.flags
    assert all(
        0 <= each.start < each.end <= len(text)
        for each in report.findings
        if each.start is not None and each.end is not None
    )


def test_a_letter_in_german_is_refused_with_a_remedy(engine: Engine) -> None:
    with pytest.raises(DraftError, match=r"german: this does not read as English.*Write the letter in English"):
        engine.lint(
            Draft(
                "german",
                "Wir haben leider vierzig Bestellungen zu spaet verschickt, weil niemand die Zeiten geaendert hatte.",
            )
        )
