"""Each kind of rule on readings that are built by hand: no parser, no YAML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from poalint.facts import Facts, Metric
from poalint.kinds import KINDS
from poalint.model import Kind
from poalint.model.reading import Hint, Reading
from poalint.schema.base import Strict
from poalint.schema.rules import Agree, Fact, Forbid, Measure, Pattern, Require, Section, Totals
from poalint.speech import Said
from readings import reading


def a_metric(name: str, names: list[str], right: list[float], source: str, near: dict[str, list[float]]) -> Metric:
    more = {pattern: tuple(values) for pattern, values in near.items()}
    return Metric(name, Said(names[0]), tuple(names), "under", tuple(right), more, None, Said(source), Said("2026"))


METRICS = (
    a_metric("late", ["late shipment rate", "lsr"], [4], "Amazon help", {}),
    a_metric("on-time", ["on-time delivery rate"], [90, 95], "a post", {"prime|sfp": [97]}),
)
FACTS = Facts({each.name: each for each in METRICS}, {}, {})
TEXT = "We shipped late. Nobody had looked.\n\nWe wrote to 41 buyers. We are sorry.\n\nEvery Friday the lead counts."


def hints(fields: Strict, on: Reading) -> list[Hint]:
    """The hints, what fills their messages as it reads in English."""
    found = list(KINDS[fields.kind](fields, FACTS)(on))  # type: ignore[attr-defined] # each of the kinds has it
    return [replace(each, fill={name: str(value) for name, value in each.fill.items()}) for each in found]


def words(fields: Strict, on: Reading) -> list[str | None]:
    """The words at each finding; None for one without a place."""
    return [None if hint.start is None else on.draft.text[hint.start : hint.end] for hint in hints(fields, on)]


LETTER = reading(
    TEXT,
    [
        ("lapse/cause", "We shipped late"),
        ("lapse/cause", "Nobody had looked"),
        ("action/corrective", "We wrote to 41 buyers"),
        ("measurable/corrective", "41 buyers"),
        ("apology/corrective", "We are sorry"),
        ("control/preventive", "Every Friday"),
    ],
)


def test_hand_built_readings_are_as_they_should_be() -> None:
    assert [TEXT[s.start : s.end] for s in LETTER.sentences] == [
        "We shipped late.",
        "Nobody had looked.",
        "We wrote to 41 buyers.",
        "We are sorry.",
        "Every Friday the lead counts.",
    ]
    assert [(s.name, s.sentence, s.role) for s in LETTER.signals][2:] == [
        ("action", 2, "corrective"),
        ("measurable", 2, "corrective"),
        ("apology", 3, "corrective"),
        ("control", 4, "preventive"),
    ]


# -- require -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"signals": ["lapse"]}, False),
        ({"signals": ["threat"]}, True),
        ({"signals": ["threat", "lapse"]}, False),
        ({"signals": ["lapse"], "roles": ["cause"]}, False),
        ({"signals": ["lapse"], "roles": ["preventive"]}, True),
        ({"signals": ["lapse"], "roles": ["preventive", "cause"]}, False),
        ({"signals": ["lapse"], "at_least": 2}, False),
        ({"signals": ["lapse"], "at_least": 3}, True),
        ({"signals": ["lapse", "action"], "at_least": 3}, False),
        ({"signals": ["action"], "also": ["measurable"]}, False),
        ({"signals": ["lapse"], "also": ["measurable"]}, True),
        ({"signals": ["threat"], "when": ["apology"]}, True),
        ({"signals": ["threat"], "when": ["denial"]}, False),
        ({"signals": ["threat"], "when": ["denial", "apology"]}, True),
        ({"signals": ["threat"], "unless": ["apology"]}, False),
        ({"signals": ["threat"], "unless": ["denial"]}, True),
        ({"signals": ["threat"], "when": ["apology"], "unless": ["lapse"]}, False),
    ],
)
def test_require_finds_what_is_missing(fields: dict[str, Any], missing: bool) -> None:
    assert words(Require(kind="require", **fields), LETTER) == ([None] if missing else [])


def test_require_tells_what_came_closest_and_why_it_does_not_count() -> None:
    closest = [
        {"signal": "denial", "because": "it denies"},
        {"signal": "apology", "because": "it only regrets"},
        {"signal": "lapse", "because": "no"},
    ]
    (hint,) = hints(Require.model_validate({"kind": "require", "signals": ["threat"], "closest": closest}), LETTER)
    assert hint.fill == {"closest": "Closest is line 3: “We are sorry”, but it only regrets.", "found": "0"}


def test_require_prefers_the_closest_one_in_its_role() -> None:
    on = reading("We count. We wait.\n\nWe look.", [("near/cause", "We count"), ("near/preventive", "We look")])
    fields = {
        "kind": "require",
        "signals": ["none"],
        "roles": ["preventive"],
        "closest": [{"signal": "near", "because": "why"}],
    }
    (hint,) = hints(Require.model_validate(fields), on)
    assert "line 3: “We look”" in str(hint.fill["closest"])


def test_require_says_so_where_nothing_comes_close() -> None:
    closest = [{"signal": "denial", "because": "it denies"}]
    (hint,) = hints(
        Require.model_validate({"kind": "require", "signals": ["lapse"], "at_least": 3, "closest": closest}), LETTER
    )
    assert (hint.start, hint.end, str(hint.fill["closest"]), hint.fill["found"]) == (
        None,
        None,
        "No sentence comes close.",
        "2",
    )


def test_what_is_quoted_as_closest_is_shortened_to_whole_words() -> None:
    long = "We did " + "and did " * 40 + "it"
    fields = {"kind": "require", "signals": ["none"], "closest": [{"signal": "near", "because": "why"}]}
    (hint,) = hints(Require.model_validate(fields), reading(f"{long}.", [("near", long)]))
    said = str(hint.fill["closest"]).split("“")[1].split("”")[0]
    assert len(said) <= 91
    assert long.startswith(said.removesuffix(" …"))
    assert said.endswith((" did …", " and …"))


# -- forbid ------------------------------------------------------------------------------------------------------

LATE, NOBODY, SORRY = "We shipped late.", "Nobody had looked.", "We are sorry."


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"signals": ["lapse"]}, [LATE, NOBODY]),
        ({"signals": ["apology", "lapse"]}, [LATE, NOBODY, SORRY]),
        ({"signals": ["action", "measurable"]}, ["We wrote to 41 buyers."]),
        ({"signals": ["lapse"], "roles": ["corrective"]}, []),
        ({"signals": ["apology", "lapse"], "roles": ["corrective"]}, [SORRY]),
        ({"signals": ["lapse"], "at_most": 1}, [NOBODY]),
        ({"signals": ["lapse"], "at_most": 2}, []),
        ({"signals": ["apology", "lapse"], "tell": 1}, [LATE]),
        ({"signals": ["apology", "lapse"], "at_most": 1, "tell": 1}, [NOBODY]),
        ({"signals": ["lapse"], "unless": ["action"]}, []),
        ({"signals": ["lapse"], "unless": ["denial"]}, [LATE, NOBODY]),
        ({"signals": ["apology"], "when": ["action"]}, [SORRY]),
        ({"signals": ["apology"], "when": ["denial"]}, []),
        ({"signals": ["threat"]}, []),
    ],
)
def test_forbid_finds_each_sentence_with_the_signal(fields: dict[str, Any], found: list[str]) -> None:
    assert words(Forbid(kind="forbid", **fields), LETTER) == found


def test_forbid_quotes_the_words_on_one_line_with_the_cue() -> None:
    on = reading("We   shipped\nlate.", [("lapse", "We   shipped\nlate")])
    assert [(hint.fill, hint.cue) for hint in hints(Forbid(kind="forbid", signals=["lapse"]), on)] == [
        ({"words": "We shipped late."}, "a cue")
    ]


def test_of_a_long_sentence_only_the_words_concerned_are_shown() -> None:
    on = reading("We shipped late, " + "and on it went " * 12 + "until May.", [("lapse", "We shipped late")])
    assert words(Forbid(kind="forbid", signals=["lapse"]), on) == ["We shipped late"]


# -- measure -----------------------------------------------------------------------------------------------------


def measured(
    of: Any, text: str, kinds: Sequence[Kind] = (), gives: Sequence[tuple[str, str]] = (), **fields: Any
) -> list[str | None]:
    return words(Measure(kind="measure", of=of, **fields), reading(text, gives, kinds))


@pytest.mark.parametrize(("count", "found"), [(4, [None]), (5, []), (9, []), (10, [None])])
def test_the_words_of_a_draft_lie_within_both_bounds(count: int, found: list[None]) -> None:
    assert measured("words", "word " * count, at_least=5, at_most=9) == found


def test_a_figure_is_told() -> None:
    (hint,) = hints(Measure(kind="measure", of="words", at_most=2), reading("One two three."))
    assert hint.fill["figure"] == "3"


def test_sentences_are_measured_one_by_one_and_quotations_are_not() -> None:
    text = "One two three four. One two.\n\nOne two three four five.\n\nA b c d e f."
    assert measured("sentence-words", text, ["paragraph", "quote"], at_most=3) == [
        "One two three four.",
        "A b c d e f.",
    ]


LONG = "word " * 30


@pytest.mark.parametrize(
    ("text", "kinds", "found"),
    [
        (LONG, ["paragraph"], True),
        (f"{LONG}\n\nShort one.", ["paragraph"], True),
        (f"{LONG}\n\n{LONG}\n\n{LONG}", ["paragraph"], False),
        (f"Heading\n\n{LONG}", ["heading"], False),
        (f"{LONG}\n\nAn item", ["paragraph", "list-item"], False),
        (f"{LONG}\n\na | b", ["paragraph", "table-row"], False),
        ("word " * 5, ["paragraph"], False),
        (LONG, ["quote"], False),
    ],
)
def test_a_wall_of_text_is_one_long_paragraph_alone(text: str, kinds: list[Kind], found: bool) -> None:
    assert bool(measured("block-words", text, kinds, at_most=20)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We did NEVER EVER DO it, we never would.", ["NEVER EVER DO"]),
        ("We NEVER EVER did it, we never would.", []),
        ("We NEVER did it, never. It ALWAYS works, always.", ["NEVER", "ALWAYS"]),
        ("We NEVER did it, never.", []),
        ("WE ARE SO VERY SORRY FOR ALL THIS.", ["WE ARE SO VERY SORRY FOR ALL THIS"]),
        ("We are the BLUE FOX TRADING of Leeds.", []),
        ("We use DHL and UPS with FBA and SKU lists, a sku list, an ups list.", []),
        ("SKU FBA DHL UPS SKU FBA DHL UPS", []),
        ("The code AB-12-CDE-FGH is fine, so is B07XKQ2M1D, ab, cde.", []),
        ("Is it A B C D E F G H here?", []),
        ("We never, NEVER EVER, EVER SAY ever.", ["NEVER EVER", "EVER SAY"]),
        ("small letters only", []),
    ],
)
def test_capitals_shout_in_runs_or_again_and_again(text: str, found: list[str]) -> None:
    assert measured("capitals", text, at_most=2, allow=["DHL", "UPS", "FBA", "SKU"]) == found


def test_capitals_in_headings_and_quotations_are_left_alone() -> None:
    loud = "WE DID ALL OF THIS ON OUR OWN"
    for kind in ("heading", "salutation", "signature", "quote"):
        assert measured("capitals", loud, [kind], at_most=2) == []
    for kind in ("paragraph", "list-item", "table-row"):
        assert measured("capitals", loud, [kind], at_most=2) == [loud]  # type: ignore[list-item] # kinds


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Stop!", []),
        ("Stop!!", ["!!"]),
        ("Stop!!! Go!", ["!!!"]),
        ("What?!", ["?!"]),
        ("What !?", ["!?"]),
        ("What? No!", []),
        ("No.", []),
    ],
)
def test_runs_of_exclamation_marks(text: str, found: list[str]) -> None:
    assert measured("exclamations", text, at_most=1) == found


def test_specifics_counts_sentences_not_signals() -> None:
    signals = [("specific", "41 units"), ("specific", "in March"), ("other", "We left")]
    text = "We sold 41 units in March. We left."
    for at_least, found in [(1, []), (2, [None])]:
        assert measured("specifics", text, gives=signals, signals=["specific"], at_least=at_least) == found
    assert measured("specifics", text, gives=signals, signals=["specific", "other"], at_least=2) == []


IDLE = (
    "Our shop makes candles from wax. They smell very fine. We shipped late.\n\nOur dog is big and likes the sea.\n\n"
    "We list:"
)


@pytest.mark.parametrize(
    ("signals", "found"),
    [
        ([("lapse", "We shipped late")], ["Our dog is big and likes the sea."]),
        ([("lapse", "We shipped late"), ("lapse", "Our dog")], []),
        (
            [("lapse", "We shipped late"), ("lapse", "Our dog"), ("praise", "is big")],
            ["Our dog is big and likes the sea."],
        ),
        (
            [("praise", "We shipped late"), ("lapse", "Our dog")],
            ["Our shop makes candles from wax. They smell very fine. We shipped late."],
        ),
    ],
)
def test_a_paragraph_that_does_nothing_is_idle(signals: list[tuple[str, str]], found: list[str]) -> None:
    assert measured("idle-paragraph", IDLE, gives=signals, signals=["lapse"], padding=["praise"], at_most=5) == found
    assert measured("idle-paragraph", IDLE, gives=signals, signals=["lapse"], padding=["praise"], at_most=50) == []


def test_measures_obey_when_and_unless() -> None:
    assert measured("words", "One two.", at_most=1, when=["lapse"]) == []
    assert measured("words", "One two.", gives=[("lapse", "One")], at_most=1, when=["lapse"]) == [None]
    assert measured("words", "One two.", gives=[("lapse", "One")], at_most=1, unless=["lapse"]) == []


# -- pattern -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("My name is [Name] of [Store].", ["[Name]", "[Store]"]),
        ("It is [see Annex 2].", []),
        ("It is [see Annex 2][Name].", ["[Name]"]),
        ("____ and TBD", ["____", "TBD"]),
        ("nothing", []),
    ],
)
def test_each_match_of_a_pattern_is_found_but_what_is_allowed(text: str, found: list[str]) -> None:
    fields = Pattern(kind="pattern", patterns=[r"\[[^\]]+\]", r"_{3,}|\bTBD\b"], allow=[r"\[see [^\]]*\]"])
    assert words(fields, reading(text)) == found


def test_allow_must_match_all_of_it() -> None:
    assert words(Pattern(kind="pattern", patterns=[r"<[^>]+>"], allow=["<b>|<br"]), reading("<b> <br/>")) == ["<br/>"]


# -- fact --------------------------------------------------------------------------------------------------------

FACT = Fact.model_validate(
    {
        "kind": "fact",
        "given_by": [
            r"(?:amazon's|your|the) (?:target|limit) of {value}",
            "(?:amazon|you) (?:ask|require)s? [^.;%]{0,60}?{value}",
            r"must (?:be|stay) \w+ {value}",
        ],
        "own": [r"\bour own\b", r"\binternal\b"],
        "metrics": ["late", "on-time"],
    }
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Our late shipment rate was above Amazon's target of 5%.", ["5%"]),
        ("Our late shipment rate was above Amazon's target of 4%.", []),
        ("Our late shipment rate was above Amazon's target of 4.0 %.", []),
        ("Our late shipment rate was above Amazon's target of 4,5 percent.", ["4,5 percent"]),
        ("Our late shipment rate was 9.4% in May.", []),
        ("You require an LSR of 3%.", ["3%"]),
        ("Our LSR was 9%. You ask for at most 3%.", ["3%"]),
        ("We sold lamps. You ask for at most 3%.", []),
        ("You require a late shipment\nrate of 3%.", ["3%"]),
        ("You require a late shipment\r\nrate of 3%.", ["3%"]),
        ("Our late shipment rate was above the\ntarget of 5%.", ["5%"]),
        ("The LSR must stay under 4% and the on-time delivery rate must be over 97%.", ["97%"]),
        ("For Prime the on-time delivery rate must be over 97%.", []),
        ("The on-time delivery rate must be over 95%.", []),
        ("Our own LSR must stay under 2%.", []),
        ("Our reply time must be under 5%.", []),
        ("Amazon asks for an LSR of 4%; our internal limit of 2% is harder.", []),
    ],
)
def test_a_figure_given_as_amazons_must_be_the_real_one(text: str, found: list[str]) -> None:
    assert words(FACT, reading(text)) == found


def test_a_wrong_figure_is_told_with_the_right_one_and_its_source() -> None:
    (hint,) = hints(FACT, reading("You require an LSR of 3%."))
    assert hint.fill == {"value": "3", "right": "4", "metric": "late shipment rate", "source": "Amazon help"}


def test_figures_in_a_quoted_notice_are_not_the_sellers() -> None:
    assert words(FACT, reading("You require an LSR of 3%.\n\nYou require an LSR of 2%.", kinds=["quote"])) == ["2%"]


# -- agree -------------------------------------------------------------------------------------------------------

AGREE = Agree(
    kind="agree",
    quantities=[r"{value}\s(?P<what>(?:late|lost) orders?)\b", r"in total {value}"],
    clash=[["apology", "denial"]],
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We had 41 late orders. The 38 late orders were refunded.", ["38 late orders"]),
        ("We had 41 late orders. The 41 Late Orders were refunded.", []),
        ("We had 41 late orders and 38 lost orders.", []),
        ("We had 1,041 late orders, yes, 1041 late orders.", []),
        ("We had 1 late order, not 2 late orders.", ["2 late orders"]),
        ("In total 5, in total 6, in total 5.", ["in total 6"]),
        ("Nothing is counted.", []),
    ],
)
def test_two_figures_for_one_thing_are_found(text: str, found: list[str]) -> None:
    assert words(AGREE, reading(text)) == found


def test_the_other_figure_is_told_with_its_line() -> None:
    (hint,) = hints(AGREE, reading("We left.\n\nWe had 41 late\norders.\n\nThe 38 late orders came."))
    assert hint.fill == {"words": "38 late orders", "other": "41 late orders", "where": "line 3"}


@pytest.mark.parametrize("gap", ["\n", "\r\n", " \n", "  "])
def test_a_figure_may_be_wrapped_to_the_next_line(gap: str) -> None:
    assert words(AGREE, reading(f"We had 41 late{gap}orders. The 38 late orders came.")) == ["38 late orders"]


def test_a_figure_in_a_quoted_notice_contradicts_nothing() -> None:
    assert words(AGREE, reading("You had 41 late orders.\n\nThe 38 late orders came.", kinds=["quote"])) == []


TOTALS = Agree(
    kind="agree",
    totals=Totals(
        things=["buyers", "orders"], counted="{value} {things}", whole=["all {value} {things}"], told_with=["lapse"]
    ),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We lost 41 orders. We found all 38 orders.", ["all 38 orders"]),
        ("We lost 41 orders. We found all 41 orders.", []),
        (
            "We lost forty-one orders. We found all 41 orders and paid all thirty-eight orders.",
            ["all thirty-eight orders"],
        ),
        ("We lost 1,041 orders. We found all 1041 orders.", []),
        ("We lost 41 orders. We paid all 43 buyers.", ["all 43 buyers"]),
        ("We lost 41 orders. We paid all 38 buyers.", []),
        ("We lost the goods of 9 buyers. We sent all 12 orders again.", []),
        ("We lost the goods of 9 buyers. We sent all 6 orders again.", ["all 6 orders"]),
        ("We lost 41 orders, 38 in May. We paid all 38 orders.", []),
        ("We lost 41 orders and then 22 more. We paid all 63 orders.", []),
        ("We lost 41 orders and 22 orders. We paid all 40 orders.", []),
        ("We have 41 orders. We lost some. We paid all 38 orders.", []),
        ("We paid all 38 orders. We lost 41 orders.", []),
        ("We lost 41\norders. We found all\n38 orders.", ["all\n38 orders"]),
        ("We lost 1 orders. We found all 3 orders.", []),
    ],
)
def test_a_total_must_go_with_what_was_counted(text: str, found: list[str]) -> None:
    lost = text[text.index("We lost") : text.index(".", text.index("We lost"))]
    assert words(TOTALS, reading(text, [("lapse", lost)])) == found


def test_signals_that_cannot_stand_together_are_found_where_the_later_one_stands() -> None:
    on = reading(
        "We are sorry.\n\nWe did nothing wrong.", [("apology", "We are sorry"), ("denial", "We did nothing wrong")]
    )
    (hint,) = hints(AGREE, on)
    assert on.draft.text[hint.start : hint.end] == "We did nothing wrong"
    assert (hint.fill["other"], hint.fill["where"]) == ("We are sorry", "line 1")
    assert hints(AGREE, reading("We are sorry.", [("apology", "We are sorry")])) == []


def test_every_kind_is_in_the_table_and_asked_here() -> None:
    here = {"require", "forbid", "measure", "pattern", "fact", "agree", "section"}
    in_test_cases, in_test_allowing = {"evidence", "listed", "unfit"}, {"allowance"}
    in_test_documents, in_test_leaks = {"left-in"}, {"checked-number", "characters", "one-name"}
    assert set(KINDS) == here | in_test_cases | in_test_allowing | in_test_documents | in_test_leaks


# -- section -----------------------------------------------------------------------------------------------------


ANNOUNCED = "What happened\n\nWe shipped late.\n\nRoot cause\n\nNobody had looked.\n\nActions\n\nWe wrote to 41 buyers."
LAID_OUT: list[Kind] = ["heading", "paragraph", "heading", "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    ("gives", "fields", "found"),
    [
        ([], {}, ["Nobody had looked."]),
        ([("lapse/cause", "We shipped late")], {}, ["Nobody had looked."]),
        ([("lapse/cause", "Nobody had looked")], {}, []),
        ([("lapse/cause", "We wrote to")], {}, ["Nobody had looked."]),
        ([("denial/cause", "We shipped late")], {"unless": ["denial"]}, []),
        ([], {"announced": ["why"]}, []),
        ([], {"announced": ["root causes?", "actions"]}, ["Nobody had looked."]),
        ([("lapse/corrective", "We wrote to")], {"announced": ["root cause", "actions"]}, []),
    ],
)
def test_what_a_heading_announces_must_stand_under_it(
    gives: list[tuple[str, str]], fields: dict[str, Any], found: list[str]
) -> None:
    wanted = {"announced": ["root cause"], "signals": ["lapse"], "roles": ["cause", "corrective"], **fields}
    assert words(Section(kind="section", **wanted), reading(ANNOUNCED, gives, LAID_OUT)) == found


@pytest.mark.parametrize(
    ("text", "gives", "found"),
    [
        ("Why: we hurried. It rained.\n\nNobody looked.", [("lapse/cause", "Nobody looked")], ["Why: we hurried."]),
        ("Why: we hurried. Nobody looked.", [("lapse/cause", "Nobody looked")], []),
        ("This is why:\n\nNobody looked.", [("lapse/cause", "Nobody looked")], []),
        ("We hurried, that is why.", [], []),
    ],
)
def test_a_paragraph_announces_with_its_first_words(text: str, gives: list[tuple[str, str]], found: list[str]) -> None:
    fields = Section(kind="section", announced=["(?:this is )?why"], signals=["lapse"], roles=["cause"])
    assert words(fields, reading(text, gives)) == found
