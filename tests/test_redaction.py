"""With --redact nothing that is written holds a word of a draft."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import written as made
from poalint.cards import cards
from poalint.errors import DraftError, Mistakes, Place, PoalintError, RuleError, SettingsError, UnknownNameError
from poalint.formats import names
from poalint.model import Case, Draft, LeftOut, Report
from poalint.redaction import redacting
from poalint.speech import LANGS, Lang, Phrase, quoted
from program import BAD, GOOD, run
from written import written

ALL = names("check")
SECRETS = st.text(alphabet="bcdfghjklmnpqrstvwxz", min_size=5, max_size=9).map(lambda word: f"zq{word}")
"""Words that no rule and no format has of its own."""


def redacted(outcome: Report | PoalintError, lang: Lang = "en") -> Report | PoalintError:
    (only,) = redacting([outcome], lang)
    return only


@settings(max_examples=40, deadline=None)
@given(made.reports(words=SECRETS, paths=st.just("a.txt")), made.errors(SECRETS), SECRETS, st.sampled_from(LANGS))
def test_no_word_of_a_draft_is_in_any_format(report: Report, error: PoalintError, secret: str, lang: Lang) -> None:
    other = Case("other-case", "Another case", cue=secret)
    report = replace(report, case=Case("some-case", "A case", given=True, cue=secret, instead=other))
    for name in ALL:
        text = written(name, redacted(report, lang), redacted(error, lang), lang=lang)
        assert not re.search(r"zq[b-z]{5,}", text), name
        assert not report.findings or ("a.txt" in text and "some-rule" in text), name


def test_without_it_they_are() -> None:
    """Or the test above could not fail."""
    text = "We never shipped zqsecret."
    report = made.report("a.txt", text, made.finding(text, 0, len(text), "zqsecret"))
    assert [name for name in ALL if "zqsecret" not in written(name, report)] == []


@settings(deadline=None)
@given(st.text())
def test_places_stay(text: str) -> None:
    report = redacted(made.report("a.txt", text))
    assert isinstance(report, Report)
    hidden = report.draft
    assert len(hidden.text) == len(text)
    assert all(hidden.position(at) == Draft("a.txt", text).position(at) for at in range(len(text) + 1))
    assert set(hidden.text) <= set("\r\n\u2588")


def test_what_does_not_count_loses_its_reason_and_keeps_its_fingerprint() -> None:
    finding = made.finding("secret words", 0, 6, "secret")
    report = redacted(made.report("a.txt", "secret words", left_out=(LeftOut(finding, "allowed", "it says secret"),)))
    assert isinstance(report, Report)
    (left_out,) = report.left_out
    assert (left_out.by, left_out.reason) == ("allowed", "")
    assert left_out.finding.fingerprint == finding.fingerprint
    assert (left_out.finding.start, left_out.finding.end) == (0, 6)
    assert left_out.finding.message == "A title."


def _both() -> RuleError:
    mistakes = Mistakes()
    mistakes.add(RuleError(Place("a.txt", 2, 1, 3, "a secret line"), Phrase("{name!r}", name="secret"), "secret"))
    mistakes.add(RuleError("b.yaml", "this is empty", "Write secret."))
    with pytest.raises(RuleError) as raised:
        mistakes.stop()
    return raised.value


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (DraftError("a.txt", "the draft is empty", "Check the path."), "a.txt: the draft is empty. Check the path."),
        (
            DraftError("a.txt", Phrase("the bytes at position {at} are not valid {encoding}", at=7, encoding="secret")),
            "a.txt: the bytes at position 7 are not valid \u2026",
        ),
        (
            UnknownNameError("violation", "secret", ["secretly"]),
            "no violation is called '\u2026'. Did you mean \u2026?",
        ),
        (DraftError("a.txt", "some secret of a library", ""), "a.txt: \u2026"),
        (DraftError("a.txt", quoted("secret")), "a.txt: '\u2026'"),
        (_both(), "a.txt:2:1: '\u2026'. \u2026\nb.yaml: \u2026. \u2026"),
        (SettingsError("a.txt", _both()), "a.txt:2:1: '\u2026'. \u2026\nb.yaml: \u2026. \u2026"),
    ],
)
def test_errors_keep_what_the_program_itself_says(error: PoalintError, told: str) -> None:
    hidden = redacted(error)
    assert isinstance(hidden, PoalintError)
    assert hidden.told() == told
    assert isinstance(hidden, DraftError) == isinstance(error, DraftError)
    if isinstance(hidden, RuleError | SettingsError):
        assert [isinstance(part, RuleError) and part.place and part.place.text for part in hidden.parts] == ["", None]


# -- the program --------------------------------------------------------------------------------------------------


def words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z]{5,}", text.casefold()))


@pytest.fixture(scope="module", params=LANGS)
def reports(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each format says of three letters, redacted and not."""
    folder = tmp_path_factory.mktemp("redacted")
    (folder / "1.txt").write_text(BAD.replace("wrong", "wrong at Zanzibar, Mrs Quimby"), encoding="utf-8")
    (folder / "2.txt").write_text(GOOD.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "3.txt").write_text(
        "We may have shipped late because Xylophon misled us. [YOUR QUIMBY]\n", encoding="utf-8"
    )
    outputs = [f"--format={name}={folder / name}" for name in ALL]
    done = run("check", "--lang", request.param, "--redact", *outputs, folder, folder / "none.txt")
    assert done.status == 2
    made = {name: (folder / name).read_text(encoding="utf-8") for name in ALL}
    return {**made, "err": done.err, "out": done.out, "": request.param}


@pytest.mark.parametrize("name", [*ALL, "err", "out"])
def test_no_word_of_a_letter_gets_out(reports: dict[str, str], name: str, tmp_path: Path) -> None:
    letters = BAD + "Zanzibar Quimby Xylophon misled" + GOOD.read_text(encoding="utf-8")
    own = "".join(f"{each.title} {each.advice} {each.why}" for lang in LANGS for each in cards(lang=lang))
    nothing = tmp_path / "nothing.txt"
    nothing.write_text("Aaa bbb the and of to in we it.\n", encoding="utf-8")
    own += run("check", "--format", "json", nothing).out + run("check", "--help").out + run("rules").out
    frame = words(written(name, made.report("x", ""))) if name in ALL else set()
    assert words(reports[name]) & (words(letters) - words(own) - frame) == set()


def test_machines_still_get_places_and_rules(reports: dict[str, str]) -> None:
    document = json.loads(reports["json"])
    first, second, third = document["files"]
    assert [each["score"] for each in document["files"]] == [first["score"], 100, third["score"]]
    (denied,) = [each for each in first["findings"] if each["rule"] == "denied-fault"]
    assert (denied["line"], denied["column"], denied["cue"]) == (3, 1, None)
    assert set(denied["text"]) == {"\u2588"}
    assert denied["fingerprint"]
    assert second["findings"] == []
    rows = list(csv.DictReader(io.StringIO(reports["csv"].removeprefix("\ufeff"))))
    assert {row["rule"] for row in rows if row["path"].endswith("1.txt")} == {
        each["rule"] for each in first["findings"]
    }
    assert document["errors"][0]["path"].endswith("none.txt")


def test_fingerprints_are_those_of_the_words(tmp_path: Path) -> None:
    letter = tmp_path / "a.txt"
    letter.write_text(BAD, encoding="utf-8")
    plain, hidden = (json.loads(run("check", "--format", "json", *more, letter).out) for more in ((), ("--redact",)))
    assert [each["fingerprint"] for each in plain["files"][0]["findings"]] == [
        each["fingerprint"] for each in hidden["files"][0]["findings"]
    ]
    assert plain["summary"] == hidden["summary"]


TARGET = "Amazon's target for the late shipment rate is 7% at Zanzibar."
TOLD = f"""---
violation: late-shipment
---
We shipped 41 orders late in March because nobody had changed the handling time after the move.

<!-- poalint: allow emotional-plea -- Quimby wants it -->
Please, my family will starve if you do not give the account back.

{TARGET}
"""


@pytest.mark.parametrize(("lang", "advice"), [("en", "Write 4%, or say"), ("zh", "4%")])
def test_what_the_rules_know_stays_in_the_advice(tmp_path: Path, lang: str, advice: str) -> None:
    letter = tmp_path / "a.md"
    letter.write_text(TOLD, encoding="utf-8")
    for more in ((), ("--no-cache",), ()):  # the last comes out of the cache
        done = run("check", "--redact", "--lang", lang, "--format", "json", *more, letter)
        (found,) = [each for each in json.loads(done.out)["files"][0]["findings"] if each["rule"] == "wrong-target"]
        assert advice in found["advice"]
        assert not re.search("7|Zanzibar|\u2026", found["advice"] + found["message"])


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_announced_that_was_left_out(tmp_path: Path, lang: str) -> None:
    plan, asked = tmp_path / "a.md", tmp_path / "b.md"
    plan.write_text(TOLD.partition("---\n")[2].partition("---\n")[2], encoding="utf-8")
    asked.write_text(TOLD.replace("late-shipment", "counterfeit"), encoding="utf-8")
    plain, hidden = (run("check", "--lang", lang, *more, plan, asked).out for more in ((), ("--redact",)))
    told_from = {"en": "(told from: ", "zh": "\uff08\u6839\u636e\uff1a"}[lang]
    assert told_from in plain, "the first letter tells its case"
    assert told_from not in hidden
    assert not re.search(r"[:\uff1a]\s*[)\uff09]", hidden)
    assert "Quimby" not in hidden


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_says_each_title_once(tmp_path: Path, lang: str) -> None:
    letter = tmp_path / "a.md"
    letter.write_text(TOLD, encoding="utf-8")
    page = run("check", "--redact", "--lang", lang, "--format", "html", letter).out
    titles = {each.title for each in cards(lang="zh" if lang == "zh" else "en")}
    ids = re.findall(r' id="([^"]+)"', page)
    described = re.findall(r'aria-describedby="([^"]+)"', page)
    assert described
    assert set(described) <= set(ids), "what describes a finding is still there"
    notes = re.findall(r'<li class="finding .*?</li>', page, re.DOTALL)
    assert notes
    for note in notes:
        (title,) = [each for each in titles if f">{each}<" in note]
        assert note.count(title) == 1


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("violation: quimby-case\n", ":2:12: violation: no violation is called"),
        ("violation: late-shipment\nmarketplace: quimby\n", ":3:14: marketplace: no marketplace is called"),
        ("violaton: quimby\n", ":2:1: \u2026: unknown key. Did you mean violation"),
        ("violation: late-shipment\nas: quimby\n", ":3:5: as: "),
    ],
)
@pytest.mark.parametrize("form", ["text", "json", "github", "junit", "csv", "html"])
def test_a_mistake_in_front_matter_keeps_its_place_and_its_key(
    tmp_path: Path, front: str, told: str, form: str
) -> None:
    letter = tmp_path / "a.md"
    letter.write_text(f"---\n{front}---\n{BAD}", encoding="utf-8")
    done = run("check", "--redact", "--format", form, letter)
    assert done.status == 2
    said = (done.out + done.err).replace("%3A", ":")
    assert f"a.md{told}" in said
    assert "quimby" not in said
    assert "violaton" not in said
