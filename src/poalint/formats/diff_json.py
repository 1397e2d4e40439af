"""``diff --format json``; ``docs/redraft.md`` says what each member means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poalint.formats.jsontext import document, member, number
from poalint.formats.lines import Line
from poalint.redraft.comparing import Comparison
from poalint.redraft.sides import PillarSeen, Seen, Side
from poalint.speech import Lang, render


def lines(made: Comparison, lang: Lang) -> Iterator[Line]:
    """Make the lines of the document."""
    found, after = made.findings, dict(made.new.pillars)
    pillars = {
        name: {"old": _pillar(was), "new": _pillar(after[name])} for name, was in made.old.pillars if name in after
    }
    return document(
        member("old", _side(made.old)),
        member("new", _side(made.new)),
        member("told", [render(each, lang) for each in made.told]),
        member("gained", made.gained),
        member("compares", made.alike),
        member("worse", made.worse),
        member("pillars", pillars),
        member("mended", [_seen(each) for each in made.mended]),
        member("became", [{"old": _seen(was), "new": _seen(now)} for was, now in made.became]),
        member("left_out", [{**_seen(each), "by": why} for each, why in made.left_out]),
        member("new_findings", [_seen(each) for each in found.new]),
        member("still_open", [{"old": _seen(was), "new": _seen(now)} for was, now in found.open], last=True),
    )


def _side(side: Side) -> dict[str, Any]:
    return {
        "path": side.path,
        "letter": side.letter,
        "score": side.score,
        "verdict": side.verdict,
        "version": side.version,
        "packs": [{"name": name, "version": version} for name, version in side.packs],
    }


def _pillar(pillar: PillarSeen) -> dict[str, Any]:
    points = None if pillar.points is None else number(pillar.points)
    return {"status": pillar.status, "points": points, "of": number(pillar.of)}


def _seen(seen: Seen) -> dict[str, Any]:
    return {
        "rule": seen.rule,
        "severity": seen.severity,
        "message": seen.message,
        "points": number(seen.points),
        "fingerprint": seen.fingerprint,
        "line": seen.line,
        "page": seen.page or None,
        "paragraph": seen.paragraph or None,
        "text": seen.text or None,
    }
