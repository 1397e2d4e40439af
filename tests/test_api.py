"""What other programs import."""

from pathlib import Path

import pytest

import packs
from poalint import __version__, api
from poalint.errors import ModelError
from program import BAD, GERMAN


def test_check_text_reports_or_raises() -> None:
    report = api.check_text(BAD, "mine")
    assert (report.draft.path, report.has_error) == ("mine", True)
    for text in (" \n", GERMAN):
        with pytest.raises(api.DraftError):
            api.check_text(text)
    with pytest.raises(ModelError):
        api.Linter("no_such_model").lint(api.Draft("x", BAD))


def test_many_drafts_keep_their_order_and_their_errors() -> None:
    def items() -> "list[api.Draft | api.DraftError]":
        made: list[api.Draft | api.DraftError] = []
        for number in range(20):
            made.append(api.Draft(str(number), GERMAN if number % 6 == 0 else BAD))
            if number % 5 == 0:
                made.append(api.DraftError(f"e{number}", "gone"))
        return made

    names = [each.path if isinstance(each, api.Draft) else each.where for each in items()]
    got = [
        each.where if isinstance(each, api.DraftError) else each.draft.path for each in api.Linter().lint_all(items())
    ]
    assert got == names


def test_a_linter_names_its_packs(tmp_path: Path) -> None:
    folder = packs.pack(tmp_path / "acme", version="2.1")
    packs.rule(folder, patterns="['never did']")
    linter = api.Linter(packs=[str(folder)])
    assert linter.packs == (("poalint", __version__), ("acme", "2.1"))
    assert "slogan" in [finding.rule for finding in linter.lint(api.Draft("x", BAD)).findings]
    gone = api.Linter(packs=[str(tmp_path / "gone")])
    assert gone.packs == ()
    with pytest.raises(api.RuleError, match="gone"):
        gone.lint(api.Draft("x", BAD))
