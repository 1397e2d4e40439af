"""Reports without a word of the draft, for logs that others read: positions, rules and sums stay."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from poalint.errors import DraftError, PoalintError, RuleError, SettingsError
from poalint.layers import KEYS
from poalint.model import Case, Draft, Finding, LeftOut, Report, RuleInfo
from poalint.readers import READERS
from poalint.speech import Lang, Phrase, Tellable, render

_LEFT_OUT = "\u2026"
COVER = "\u2588"
"""Stands for each character of a draft."""
_KEYS = frozenset({*KEYS, "paths", "overrides", "allow", "rule", "reason", "words"})
"""The keys of configurations, front matter and files beside a draft: whoever misspells a value is told whose it is."""
_CALLED = re.compile(r"[A-Za-z]{2,10}[-_ ]?\d[\w-]{0,8}")
_CHARACTER = re.compile(r"[^\r\n]")


def redacting(outcomes: Iterable[Report | PoalintError], lang: Lang = "en") -> Iterator[Report | PoalintError]:
    """Pass outcomes on, each redacted; what is said instead is in ``lang``."""
    return (_report(each, lang) if isinstance(each, Report) else redacted_error(each) for each in outcomes)


def _report(report: Report, lang: Lang) -> Report:
    rules = {rule.id: rule for rule in report.rules}
    return replace(
        report,
        draft=_draft(report.draft),
        findings=tuple(_finding(each, rules, lang) for each in report.findings),
        left_out=tuple(LeftOut(_finding(each.finding, rules, lang), each.by) for each in report.left_out),
        case=report.case and _case(report.case),
    )


def _draft(draft: Draft) -> Draft:
    """The draft with every character covered; what its file holds besides is covered too."""
    return replace(
        draft,
        text=_CHARACTER.sub(COVER, draft.text),
        extras=tuple(replace(each, words=_CHARACTER.sub(COVER, each.words)) for each in draft.extras),
        remarks=tuple(map(_told, draft.remarks)),
    )


def _case(case: Case) -> Case:
    return replace(case, cue="", instead=case.instead and _case(case.instead))


def _finding(finding: Finding, rules: Mapping[str, RuleInfo], lang: Lang) -> Finding:
    """The finding in its rule's words; the fingerprint, made of the draft's words before, stays."""
    rule = rules.get(finding.rule)
    advice = finding.open_advice or (rule.advice if rule else "")
    message = finding.open_message or render(Phrase("{title}.", title=finding.title or finding.rule), lang)
    return replace(finding, message=message, advice=advice.strip(_LEFT_OUT), cue="")


def redacted_error(error: PoalintError) -> PoalintError:
    """The error with its place and its sentences; of what is filled in, numbers and the names of keys stay."""
    if isinstance(error, SettingsError):
        return SettingsError(error.where, RuleError.all_of(map(_of_rules, error.parts)))
    if isinstance(error, RuleError):
        return RuleError.all_of(map(_of_rules, error.parts))
    where, reason, remedy = error.args
    kind = DraftError if isinstance(error, DraftError) else PoalintError
    return kind(where, _told(reason), _told(remedy))


def _of_rules(error: PoalintError) -> RuleError:
    """The line of the file is left out as well: it may be one of the draft's own, above the letter."""
    _, reason, remedy = error.args
    place = replace(error.place, text="") if isinstance(error, RuleError) and error.place else None
    return RuleError(place or error.where, _told(reason), _told(remedy))


def _told(said: Tellable) -> Tellable:
    """What the program itself says: the catalogue holds every sentence of its own."""
    from poalint.speech.zh import TEXTS

    if isinstance(said, Phrase):
        if said.template and said.template not in TEXTS:
            return _LEFT_OUT
        return Phrase(said.template, **{name: _told(value) for name, value in said.fields.items()})
    if isinstance(said, str):
        return said if said in TEXTS or not said or _is_key(said) or _is_of_files(said) else _LEFT_OUT
    return said


def _is_of_files(said: str) -> bool:
    """Whether a text is what an encoding is called, as `GB18030`, or how the name of a draft's file may end."""
    if any(said.lower() in each.suffixes for each in READERS.values()):
        return True
    try:
        return bool(_CALLED.fullmatch(said)) and bool(codecs.lookup(said))
    except LookupError:
        return False


def _is_key(said: str) -> bool:
    """Whether a text is the way to a key that the program knows, as `overrides.0.min-score`."""
    return all(part in _KEYS or part.isdecimal() for part in said.split(".")) and not said.isdecimal()
