# ruff: noqa: RUF001 # Chinese has full-width marks
"""Cases: told from a letter, what their profiles ask for, and the outline for each."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from docx import Document as WordFile

import packs
from poalint import cases, loader
from poalint.facts import Document, Evidence, Facts, Profile, Sourced, Unfit
from poalint.kinds import KINDS
from poalint.model import LETTERS, Case, Draft
from poalint.model.reading import Block, Clause, Hit, Reading, Sentence, Signal
from poalint.places import rules_folder
from poalint.schema.rules import Evidence as EvidenceFields
from poalint.schema.rules import Listed, UnfitRemedy
from poalint.speech import LANGS, Said, render
from program import run

KNOWN = loader.load().facts
INVOICE = Document("invoice", Said("invoices", "发票"), "~document:invoice")
REPORT = Document("report", Said("test reports"), "~document:report")


def a_profile(name: str, **changed: object) -> Profile:
    fields: dict[str, object] = dict.fromkeys(("metrics", "expects", "evidence", "causes", "remedies", "unfit"), ())
    fields |= {"name": name, "title": Said(name), "about": Said(name), "prompts": {}}
    fields |= {"strong": f"~case:{name}:strong", "slight": f"~case:{name}:slight"}
    return Profile(**(fields | changed))  # type: ignore[arg-type] # complete by construction


def facts(*profiles: Profile) -> Facts:
    return Facts({}, {each.name: each for each in (INVOICE, REPORT)}, {each.name: each for each in profiles})


# -- told from the letter ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({}, None),
        ({"~case:late:strong": ("late shipment rate",)}, "late"),
        ({"~case:late:slight": ("dispatch", "parcel", "courier")}, "late"),
        ({"~case:late:slight": ("dispatch", "parcel")}, None),
        ({"~case:late:strong": ("lsr",), "~case:fake:strong": ("fake",)}, None),
        ({"~case:late:strong": ("lsr",), "~case:fake:slight": ("brand",)}, "late"),
        ({"~case:late:strong": ("lsr",), "~case:fake:slight": ("brand", "genuine")}, None),
        ({"~case:late:strong": ("lsr", "late shipment"), "~case:fake:strong": ("fake",)}, "late"),
        ({"~case:other:strong": ("nobody asks",)}, None),
    ],
)
def test_a_case_is_told_where_one_is_plainly_ahead(words: dict[str, tuple[str, ...]], found: str | None) -> None:
    case = cases.told(words, facts(a_profile("late"), a_profile("fake")))
    assert (case.violation if case else None) == found
    if case:
        assert not case.given
        assert case.cue == ", ".join(word for name in words for word in words[name] if ":late:" in name)


def test_nothing_is_told_where_no_case_is_known() -> None:
    assert cases.told({"~case:late:strong": ("lsr",)}, facts()) is None


def test_words_are_heard_in_headings_and_sentences() -> None:
    done = run(
        "check", "--format", "json", "-", stdin=b"# Late shipment rate\n\nWe sold lamps and shipped 41 of them.\n"
    )
    (file,) = json.loads(done.out)["files"]
    assert file["case"]["violation"] == "late-shipment"
    assert file["case"]["cue"].startswith("late shipment")


def test_a_case_that_is_given_is_not_asked_for() -> None:
    letter = b"Our late shipment rate was 9% because nobody had changed the handling time.\n"
    for asked, given in ((("--violation", "expired"), True), ((), False)):
        (file,) = json.loads(run("check", "--format", "json", *asked, "-", stdin=letter).out)["files"]
        assert (file["case"]["violation"], file["case"]["given"]) == ("expired" if given else "late-shipment", given)


def test_an_unknown_case_is_refused_with_the_nearest() -> None:
    done = run("check", "--violation", "late-shipmnt", "-", stdin=b"We shipped late.")
    assert (done.status, done.out) == (2, "")
    assert "no violation is called 'late-shipmnt'" in done.err
    assert "late-shipment" in done.err


def test_the_text_report_says_which_case_and_why() -> None:
    out = run("check", "-", stdin=b"Our late shipment rate was 9% because nobody had changed the handling time.\n").out
    assert "  case                Late shipment (told from: late shipment" in out
    assert (
        f"  case                {KNOWN.profiles['expired'].title}"
        in run("check", "--violation", "expired", "-", stdin=b"We did it.").out
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({}, []),
        ({"~case:late:strong": ("lsr",)}, []),
        ({"~case:late:strong": ("lsr",), "~case:fake:strong": ("fake",)}, ["late", "fake"]),
        ({"~case:late:strong": ("lsr",), "~case:fake:slight": ("brand", "genuine")}, []),
        ({"~case:late:strong": ("lsr", "late shipment"), "~case:fake:strong": ("fake",)}, []),
        ({"~case:late:slight": ("dispatch", "parcel")}, []),
    ],
)
def test_cases_that_tie_are_rivals(words: dict[str, tuple[str, ...]], found: list[str]) -> None:
    assert [str(each) for each in cases.rivals(words, facts(a_profile("late"), a_profile("fake")))] == found


def test_rivals_are_named_and_the_option_that_decides() -> None:
    out = run("check", "-", stdin=b"Our late shipment rate was 9%. The goods were counterfeit, says the brand.\n").out
    (line,) = [line for line in out.splitlines() if line.startswith("  case")]
    assert "not told: the letter speaks of several cases (" in line
    assert all(KNOWN.profiles[name].title.en in out for name in ("late-shipment", "counterfeit"))
    assert "--violation names the one" in " ".join(out.split())


@pytest.mark.parametrize(
    ("asked", "said"),
    [("expired", "the letter itself speaks of another case, Late shipment: "), ("late-shipment", "(as asked)")],
)
def test_a_case_asked_for_that_the_letter_contradicts_is_noted(asked: str, said: str) -> None:
    letter = b"Our late shipment rate was 9% because nobody had changed the handling time.\n"
    assert said in " ".join(run("check", "--violation", asked, "-", stdin=letter).out.split())


# -- kinds -------------------------------------------------------------------------------------------------------


def a_reading(
    texts: list[str],
    tags: list[set[str]],
    case: str | None = "late",
    negative: set[int] = frozenset(),  # type: ignore[assignment] # nothing is added to it
    **fields: object,
) -> Reading:
    """Each text is a sentence in a paragraph of its own; ``tags`` are the lexicons found in each."""
    made, blocks, at = [], [], 0
    heard: dict[str, tuple[str, ...]] = {}
    for index, (text, own) in enumerate(zip(texts, tags, strict=True)):
        hits = tuple(Hit(name, at, at + len(text), text.lower()) for name in sorted(own))
        heard |= {name: (text.lower(),) for name in own}
        clause = Clause(
            "us", frozenset(), frozenset(), frozenset(), "done", "negative" if index in negative else "positive",
            "asserted", "active", "simple", "", "", at, at + len(text), frozenset(own), hits,
        )  # fmt: skip
        made.append(Sentence(index, index, at, at + len(text), "", (clause,), frozenset(own)))
        blocks.append(Block(index, "paragraph", "", at, at + len(text), text, ()))
        at += len(text) + 2
    told = Case(case, Said(case)) if case else None
    everything: dict[str, object] = {"signals": (), "blocks": tuple(blocks), "case": told, "heard": heard} | fields
    return Reading(Draft("x", "\n\n".join(texts)), sentences=tuple(made), **everything)  # type: ignore[arg-type]


ASKS = a_profile(
    "late",
    evidence=(
        Evidence(Said("bills", "账单"), Said("a post", "一篇帖子"), Said("2026"), (INVOICE, REPORT), asked=True),
    ),
)
HELPS = a_profile(
    "late", evidence=(Evidence(Said("bills"), Said("a post", "一篇帖子"), Said("2026"), (INVOICE,), asked=False),)
)


@pytest.mark.parametrize(
    ("profile", "tags", "case", "found"),
    [
        (ASKS, set(), "late", 1),
        (ASKS, {INVOICE.tag}, "late", 0),
        (ASKS, {REPORT.tag}, "late", 0),
        (ASKS, set(), None, 0),
        (HELPS, set(), "late", 0),
        (a_profile("late"), set(), "late", 0),
    ],
)
def test_papers_that_amazon_asks_for_are_missed(profile: Profile, tags: set[str], case: str | None, found: int) -> None:
    check = KINDS["evidence"](EvidenceFields(kind="evidence"), facts(profile))
    hints = list(check(a_reading(["We sold lamps."], [tags], case)))
    assert len(hints) == found
    for hint in hints:
        told = {lang: [render(hint.fill[name], lang) for name in ("papers", "source")] for lang in LANGS}
        assert hint.start is None
        assert told == {"en": ["bills", "a post (2026)"], "zh": ["账单", "一篇帖子（2026）"]}


WRONG = a_profile(
    "late", unfit=(Unfit("~unfit:late:0", Said("it is no cure"), Said("Say why."), Said("experts"), Said("2026")),)
)


@pytest.mark.parametrize(
    ("text", "tags", "case", "negative", "found"),
    [
        ("Feedback removed", {"~unfit:late:0"}, "late", False, True),
        ("Feedback removed", set(), "late", False, False),
        ("Feedback removed", {"~unfit:late:0"}, "fake", False, False),
        ("Feedback removed", {"~unfit:late:0"}, "late", True, False),
        ("not counterfeit", {"~unfit:late:0"}, "late", True, True),
    ],
)
def test_a_remedy_that_does_not_fit_is_found_in_its_case(
    text: str, tags: set[str], case: str, negative: bool, found: bool
) -> None:
    on = a_reading([text, text], [tags, tags], case, {0, 1} if negative else set())
    hints = list(KINDS["unfit"](UnfitRemedy(kind="unfit"), facts(WRONG, a_profile("fake")))(on))
    assert [(hint.start, hint.end) for hint in hints] == ([(0, len(text))] if found else []), "the first place only"


@pytest.mark.parametrize(
    ("under", "listed", "found"),
    [("evidence", REPORT.tag, True), ("evidence", INVOICE.tag, False), ("cause", REPORT.tag, False)],
)
def test_a_paper_that_the_list_leaves_out_is_found(under: str, listed: str, found: bool) -> None:
    texts = ["We attach the invoices.", "Attachments", "a paper"]
    made = a_reading(texts, [{INVOICE.tag}, set(), {listed}])
    first, second, third = made.blocks
    heading = Block(1, "heading", under, second.start, second.end, second.text, ())  # type: ignore[arg-type]
    item = Block(2, "list-item", under, third.start, third.end, third.text, ())  # type: ignore[arg-type]
    signal = Signal("evidence-cue", 0, len(texts[0]), "attach", 0)
    on = Reading(made.draft, (first, heading, item), made.sentences, (signal,), made.case, made.heard)
    hints = list(KINDS["listed"](Listed(kind="listed", signals=["evidence-cue"]), facts())(on))
    assert [str(hint.fill["document"]) for hint in hints] == (["invoices"] if found else [])


# -- profiles ----------------------------------------------------------------------------------------------------


def test_there_is_a_profile_for_each_violation_of_the_corpus() -> None:
    labels = (Path(__file__).parents[1] / "corpus" / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(each)["violation"] for each in labels} == set(KNOWN.profiles)


@pytest.mark.parametrize("profile", KNOWN.profiles.values(), ids=lambda each: each.name)
def test_a_profile_speaks_both_languages_and_names_its_sources(profile: Profile) -> None:
    sourced: list[Sourced | Unfit] = [*profile.expects, *profile.evidence, *profile.unfit]
    assert all(str(each.source) and str(each.date) for each in sourced)
    said = [each.source for each in sourced] + [each.date for each in sourced if re.search("[a-z]", each.date.en)]
    said += [profile.title, profile.about, *profile.causes, *profile.remedies]
    said += [each for texts in profile.prompts.values() for each in texts]
    said += [each.text for each in (*profile.expects, *profile.evidence)]
    said += [each for one in profile.unfit for each in (one.because, one.instead)]
    assert [each.en for each in said if not any("\u4e00" <= char <= "\u9fff" for char in each.zh)] == []


@pytest.mark.parametrize("name", KNOWN.profiles)
def test_a_case_is_explained(name: str) -> None:
    for lang in ("en", "zh"):
        done = run("violations", name, "--lang", lang)
        assert (done.status, done.err) == (0, "")
        assert done.out.startswith(f"{name}: ")


def test_cases_are_listed_and_unknown_ones_refused() -> None:
    done = run("violations")
    assert [line.split()[0] for line in done.out.splitlines() if line.startswith("  ")] == list(KNOWN.profiles)
    done = run("violations", "expird", "expired")
    assert done.status == 2
    assert "no violation is called 'expird'. Did you mean expired" in done.err
    assert done.out.startswith("expired: ")


# -- outlines ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", KNOWN.profiles)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_outline_fails_as_unfilled_and_names_its_own_case(name: str, lang: str, tmp_path: Path) -> None:
    letter = tmp_path / "letter.md"
    assert run("template", name, "--lang", lang, "-o", letter).status == 0
    (file,) = json.loads(run("check", "--format", "json", letter).out)["files"]
    assert {each["severity"] for each in file["findings"] if each["rule"] == "unfilled-placeholder"} == {"error"}
    assert {each["status"] for name, each in file["pillars"].items() if name != "no-blame"} == {"fail"}
    assert file["score"] == 0
    assert file["case"] is None or file["case"]["violation"] == name
    prompts = [line for line in letter.read_text(encoding="utf-8").splitlines() if "[" in line]
    assert len([each for each in file["findings"] if each["rule"] == "unfilled-placeholder"]) >= len(prompts)


@pytest.mark.parametrize("name", KNOWN.profiles)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_outline_of_a_dispute_is_taken_for_one_and_fails_as_unfilled(name: str, lang: str, tmp_path: Path) -> None:
    letter = tmp_path / "letter.md"
    assert run("template", name, "--as", "dispute", "--lang", lang, "-o", letter).status == 0
    done = run("check", "--format", "json", letter)
    (file,) = json.loads(done.out)["files"]
    assert (done.status, file["letter"], file["verdict"]) == (1, "dispute", "not ready")
    found = [each["rule"] for each in file["findings"]]
    assert {"unfilled-placeholder", "no-evidence"} <= set(found)
    assert set(found) <= {"unfilled-placeholder", "no-evidence", "template"}, "nothing but what is left to fill in"
    text = letter.read_text(encoding="utf-8")
    prompts = [line for line in text.splitlines() if "[" in line]
    assert found.count("unfilled-placeholder") >= len(prompts)
    own = KNOWN.profiles[name].prompts["dispute"]
    assert own
    assert all((each.zh if lang == "zh" else each.en) in text for each in own)


def test_a_case_without_questions_on_proof_has_an_outline_of_a_dispute_too(tmp_path: Path) -> None:
    pack = packs.pack(tmp_path / "acme")
    source = (rules_folder() / "violations" / "expired.yaml").read_text(encoding="utf-8")
    own = source.split("  dispute:\n")[0].replace("violation: expired", "violation: melted")
    (pack / "violations").mkdir()
    (pack / "violations" / "melted.yaml").write_text(own, encoding="utf-8")
    done = run("template", "melted", "--as", "dispute", "--rules", pack)
    assert (done.status, done.err) == (0, "")
    assert "We dispute this finding." in done.out
    assert KNOWN.profiles["expired"].prompts["dispute"][0].en not in done.out


@pytest.mark.parametrize("letter", LETTERS)
def test_an_outline_in_word_says_the_same(letter: str, tmp_path: Path) -> None:
    plain, word = tmp_path / "letter.md", tmp_path / "letter.docx"
    for path in (plain, word):
        done = run("template", "expired", "--as", letter, "-o", path)
        assert (done.status, done.out) == (0, "")
        assert done.err.startswith(f"Wrote {path}. Answer the questions in it")
        assert done.err.endswith(f"then run: poalint check {path}\n")
        assert done.err.count("\n") == 1
    text = plain.read_text(encoding="utf-8")
    said = [each.text for each in WordFile(io.BytesIO(word.read_bytes())).paragraphs]
    assert all(each in text for each in said)
    assert sum("[" in each for each in said) == text.count("\n[") + text.count(". [")


def test_an_outline_overwrites_nothing(tmp_path: Path) -> None:
    there = tmp_path / "mine.md"
    there.write_text("my letter", encoding="utf-8")
    done = run("template", "expired", "-o", there)
    assert (done.status, there.read_text(encoding="utf-8")) == (2, "my letter")
    assert "this file is there already" in done.err
    assert run("template", "expird").status == 2
