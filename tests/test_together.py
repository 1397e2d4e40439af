"""Configuration, front matter, allowances, baseline, cache, processes and redaction in one run."""

import json
from pathlib import Path
from typing import Any

import pytest

from poalint.formats import names
from program import BAD, run

PLEA = "Please, my family will starve if you do not give the account back."
REASON = "Quimby knows why this line must stay"
FRONT = "---\nviolation: late-shipment\nmarketplace: de\n---\n"
ALLOWED = f"{FRONT}We shipped 41 orders late.\n\n<!-- poalint: allow emotional-plea -- {REASON} -->\n{PLEA}\n"
CONFIGURATION = """\
marketplace: fr
ignore: [too-short]
baseline: known.json
overrides:
  - paths: [strict/*]
    min-score: 90
    lang: zh
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with drafts of each sort and a baseline that knows one of them; its cache is its own."""
    monkeypatch.setenv("POALINT_CACHE_DIR", str(tmp_path / "cache"))
    made = tmp_path / "project"
    (made / ".git").mkdir(parents=True)
    (made / "strict").mkdir()
    monkeypatch.chdir(made)
    (made / "allowed.md").write_text(ALLOWED, encoding="utf-8")
    (made / "known.txt").write_text(BAD, encoding="utf-8")
    (made / "strict" / "bad.txt").write_text(BAD, encoding="utf-8")
    (made / "wrong.md").write_text(f"---\nviolation: quimby-case\n---\n{BAD}", encoding="utf-8")
    assert run("baseline", "create", "--output", "known.json", "known.txt", "--isolated").status == 0
    (made / "poalint.yaml").write_text(CONFIGURATION, encoding="utf-8")
    return made


def checked(*args: object) -> dict[str, dict[str, Any]]:
    """What a check says of each draft, under its path."""
    files: list[dict[str, Any]] = json.loads(run("check", "--format", "json", *args).out)["files"]
    return {each["path"]: each for each in files}


def test_each_draft_gets_what_all_of_them_say_of_it(project: Path) -> None:
    found = checked(".")
    allowed, known, strict = found["allowed.md"], found["known.txt"], found["strict/bad.txt"]
    assert [allowed["marketplace"], known["marketplace"]] == ["amazon.de", "amazon.fr"], "the draft counts more"
    assert {each["rule"] for each in allowed["left_out"]} == {"emotional-plea"}
    assert allowed["left_out"][0]["reason"] == REASON
    assert known["findings"] == []
    assert {each["by"] for each in known["left_out"]} == {"known"}
    assert known["passed"]
    assert "too-short" not in {each["rule"] for each in (*known["left_out"], *strict["findings"])}
    assert {each["gate"] for each in strict["gates"]} >= {"min-score"}
    assert "\u4f60" in "".join(each["advice"] for each in strict["findings"])
    errors = json.loads(run("check", "--format", "json", ".").out)["errors"]
    assert [each["path"] for each in errors] == ["wrong.md"]
    assert errors[0]["message"].startswith("wrong.md:2:12: violation: ")


@pytest.mark.parametrize("more", [(), ("--jobs", "2"), ("--no-cache",)], ids=" ".join)
@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_nothing_depends_on_who_did_the_work(project: Path, form: str, more: tuple[str, ...]) -> None:
    args = ("check", "--format", form, ".")
    first = run(*args)
    assert first.status == 2, "one draft has a mistake in its front matter"
    assert run(*args, *more) == first


def test_what_is_allowed_or_known_may_change_though_findings_come_from_the_cache(project: Path) -> None:
    before = checked(".")
    (project / "known.json").unlink()
    (project / "allowed.md.poalint.yaml").write_text(
        "allow:\n  - rule: [no-cause]\n    reason: told on the phone\n", encoding="utf-8"
    )
    (project / "poalint.yaml").write_text("select: [root-cause, emotional-plea]\n", encoding="utf-8")
    after = checked(".")
    assert after == checked(".", "--no-cache")
    assert before["known.txt"]["findings"] == []
    assert {each["rule"] for each in after["known.txt"]["findings"]} >= {"no-cause", "emotional-plea"}
    assert {each["rule"] for each in after["allowed.md"]["left_out"]} == {"no-cause", "emotional-plea"}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_allowances_below_front_matter_stand_in_the_lines_of_the_file(project: Path, newline: str) -> None:
    text = ALLOWED.replace("emotional-plea", "emotional-pleas, threat").replace("\n", newline)
    (project / "allowed.md").write_bytes(text.encode())
    findings = checked("allowed.md")["allowed.md"]["findings"]
    faults = {each["rule"]: each for each in findings if "allowance" in each["rule"]}
    places = {each["text"]: (each["line"], each["column"]) for each in faults.values()}
    row = text.splitlines()[6]
    assert places == {name: (7, row.index(name) + 1) for name in ("emotional-pleas", "threat")}
    (plea,) = [each for each in findings if each["rule"] == "emotional-plea"]
    assert text[plea["start"] : plea["end"]] == plea["text"]
    assert plea["line"] == 8


@pytest.mark.parametrize("form", names("check"))
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_redaction_hides_reasons_and_keeps_what_the_configuration_says(project: Path, form: str, lang: str) -> None:
    plain, hidden = (run("check", "--lang", lang, "--format", form, *more, ".") for more in ((), ("--redact",)))
    assert hidden.status == plain.status
    assert "quimby-case" in plain.out + plain.err
    assert (REASON in plain.out) == (form in ("text", "json", "html", "sarif", "junit", "csv", "markdown", "github"))
    for word in ("Quimby", "quimby", "starve"):
        assert word not in hidden.out + hidden.err, word
    assert "wrong.md:2:12" in hidden.out + hidden.err
    if form in ("text", "json", "html"):
        assert "amazon.fr" in hidden.out
        assert "amazon.de" in hidden.out
    for announced in ("is left out:", "\u4e0d\u8ba1\uff1a", "Allowed:", "\u5df2\u5141\u8bb8\uff1a"):
        assert announced not in hidden.out, "a reason that was taken out is not announced"


def test_a_baseline_that_a_configuration_names_is_seen_from_there_and_told_once_where_it_is_missing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "strict")
    known = str(Path("..", "known.txt"))
    assert checked(known)[known]["findings"] == []
    (project / "known.json").unlink()
    done = run("check", known, "bad.txt")
    assert (done.status, done.out) == (2, "")
    missing = Path("..", "known.json")
    assert done.err.splitlines() == [
        f"poalint: {missing}: there is no such file or folder. `poalint baseline create PATH...` writes one.",
        f"poalint: {missing}: 2 drafts could not be checked because of this",
    ]


def test_a_baseline_is_made_of_what_counts_by_the_configuration_and_never_of_itself(project: Path) -> None:
    for _ in range(2):
        done = run("baseline", "create", "--force", "--output", "known.json", "known.txt", "strict", "allowed.md")
        assert (done.status, done.err) == (0, "")
        held = json.loads(Path("known.json").read_text(encoding="utf-8"))["drafts"]
        assert held.keys() == {"known.txt", "strict/bad.txt", "allowed.md"}
        assert {rule for each in held.values() for rule in each} & {"too-short"} == set()
        assert "emotional-plea" not in held["allowed.md"]
    assert run("baseline", "prune", "--baseline", "known.json", "known.txt").out.startswith("Dropped 0 findings")


def test_a_redraft_is_judged_by_the_configuration_and_front_matter_of_each_side(project: Path) -> None:
    (project / "known.txt").write_text(f"{BAD}\n{PLEA}\n", encoding="utf-8")
    (project / "new.md").write_text(ALLOWED, encoding="utf-8")
    made = json.loads(run("diff", "--format", "json", "known.txt", "new.md").out)
    told = [each["rule"] for name in ("mended", "new_findings") for each in made[name]]
    told += [each["old"]["rule"] for each in made["still_open"]]
    assert told
    assert "too-short" not in told
    assert "emotional-plea" in {each["rule"] for each in made["left_out"]}, "allowed is not mended"
    assert "denied-fault" in {each["rule"] for each in made["mended"]}, "what a baseline knows is compared all the same"
    Path("old.json").write_text(run("check", "--format", "json", "new.md").out, encoding="utf-8")
    same = json.loads(run("diff", "--format", "json", "old.json", "new.md").out)
    assert (same["gained"], same["mended"], same["new_findings"], same["told"]) == (0, [], [], [])
    assert run("diff", "known.txt", "wrong.md").err.startswith("poalint: wrong.md:2:12: ")
