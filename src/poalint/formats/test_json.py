"""``test --format json``; ``docs/json.md`` says what each member means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from poalint.errors import Place, PoalintError
from poalint.formats.jsontext import document, error_value, listing, member, packs_member
from poalint.formats.lines import Line
from poalint.speech import Lang, render
from poalint.testing.results import Gap, Result, Tested


def lines(tested: Sequence[Tested], errors: Sequence[PoalintError], lang: Lang) -> Iterator[Line]:
    """Make the document's lines."""
    packs = dict.fromkeys(pack for each in tested for pack in each.packs)
    failures = [_failure(result, lang) for each in tested for result in each.failures]
    gaps = [_gap(gap) for each in tested for gap in each.gaps]
    asked = [each.parts for each in tested if each.parts is not None]
    examples = sum(len(each.results) for each in tested)
    summary = {
        "examples": examples,
        "passed": examples - len(failures),
        "failed": len(failures),
        "unfilled": sum(failure["unfilled"] for failure in failures),
        "parts": sum(asked) if asked else None,
        "errors": len(errors),
    }
    return document(
        packs_member(packs),
        listing("failures", failures),
        listing("gaps", gaps),
        member("errors", [error_value(each) for each in errors]),
        member("summary", summary, last=True),
    )


def _failure(result: Result, lang: Lang) -> dict[str, Any]:
    example = result.example
    return {
        **_place(result.place),
        "rule": example.name if example.what == "rule" else None,
        "signal": example.name if example.what == "signal" else None,
        "example": example.key,
        "number": example.number + 1,
        "text": example.text,
        "unfilled": example.unfilled,
        "reason": render(result.reason, lang),
        "fires": example.fires,
        "marked": [{"start": start, "end": end, "text": example.text[start:end]} for start, end in example.spans],
        "got": [
            {
                "start": got.start,
                "end": got.end,
                "text": None if got.start is None else example.text[got.start : got.end],
                "cue": render(got.cue, lang) or None,
            }
            for got in result.got
        ],
        "signals": [{"name": name, "cue": render(cue, lang)} for name, cue in result.signals],
        "rules": list(result.rules),
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        **_place(gap.place),
        "rule": gap.name if gap.what == "rule" else None,
        "signal": gap.name if gap.what == "signal" else None,
        "part": gap.part or None,
        "words": gap.words,
    }


def _place(place: Place | None) -> dict[str, Any]:
    return {
        "path": place.path if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }
