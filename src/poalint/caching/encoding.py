"""Assessments to JSON and back: what was found in a draft, without the draft, and apart from it the rules.

JSON, and nothing that would run what it reads. What is not as it was written here raises ValueError, TypeError,
KeyError or IndexError: whoever reads takes it as not there.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

from poalint.errors import DraftError
from poalint.model import Assessment, Case, Draft, Finding, Rulebook, RuleInfo, Scale
from poalint.speech import Phrase, Said, Tellable

_FINDING = tuple(each.name for each in fields(Finding))


def of_outcome(outcome: Assessment | DraftError) -> str:
    """What came of a draft as JSON; neither the draft nor the rules are in it."""
    if isinstance(outcome, DraftError):
        _, reason, remedy = outcome.args
        return _dumped({"error": [_of_said(reason), _of_said(remedy)]})
    return _dumped(
        {
            "letter": [outcome.letter, outcome.letter_given],
            "case": _of_case(outcome.case),
            "rivals": [_of_said(each) for each in outcome.rivals],
            "findings": [_of_finding(each) for each in outcome.findings],
        }
    )


def to_outcome(text: str, draft: Draft, rulebook: Rulebook | None) -> Assessment | DraftError:
    """What came of a draft, from its JSON; ``rulebook`` may be missing where nothing was judged."""
    data = json.loads(text)
    if "error" in data:
        reason, remedy = map(_to_said, data["error"])
        return DraftError(draft.path, reason, remedy)
    if rulebook is None:
        raise KeyError("rulebook")
    letter, letter_given = data["letter"]
    return Assessment(
        draft,
        letter,
        _to_case(data["case"]),
        tuple(Finding(*each) for each in data["findings"]),
        rulebook,
        letter_given,
        tuple(map(_to_said, data["rivals"])),
    )


def of_rulebook(rulebook: Rulebook) -> str:
    """A rulebook as JSON."""
    return _dumped(
        {
            "rules": [asdict(rule) for rule in rulebook.rules],
            "scale": asdict(rulebook.scale),
            "of_allowances": [[wrong, _of_finding(told)] for wrong, told in rulebook.of_allowances],
            "lang": rulebook.lang,
        }
    )


def to_rulebook(text: str) -> Rulebook:
    """A rulebook from its JSON."""
    data = json.loads(text)
    rules = tuple(RuleInfo(**{**rule, "letters": tuple(rule["letters"])}) for rule in data["rules"])
    of_allowances = tuple((wrong, Finding(*told)) for wrong, told in data["of_allowances"])
    return Rulebook(rules, Scale(**data["scale"]), of_allowances, data["lang"])


def _of_case(case: Case | None) -> list[Any] | None:
    return [case.violation, _of_said(case.title), case.given, case.cue, _of_case(case.instead)] if case else None


def _to_case(data: Any) -> Case | None:
    return Case(data[0], _to_said(data[1]), data[2], data[3], _to_case(data[4])) if data else None


def _of_finding(finding: Finding) -> list[Any]:
    return [getattr(finding, name) for name in _FINDING]


def _of_said(said: Tellable) -> Any:
    if isinstance(said, Said):
        return {"en": said.en, "zh": said.zh}
    if isinstance(said, Phrase):
        return {"phrase": said.template, "fields": {name: _of_said(value) for name, value in said.fields.items()}}
    return said


def _to_said(data: Any) -> Tellable:
    if not isinstance(data, dict):
        if not isinstance(data, str | int | float):
            raise TypeError("not what was said")
        return data
    if "phrase" in data:
        return Phrase(data["phrase"], **{name: _to_said(value) for name, value in data["fields"].items()})
    return Said(data["en"], data["zh"])


def _dumped(data: Any) -> str:
    return json.dumps(data, separators=(",", ":"))  # ASCII, so that halves of characters pass
