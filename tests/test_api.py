"""What other programs import."""

import pytest

from poalint import api
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
