"""The sides of a comparison that are read from earlier reports, with or without fingerprints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from poalint.earlier import report_in, score_of
from poalint.errors import KeptFileError, meant
from poalint.fingerprints import normal, printed
from poalint.kept import Value
from poalint.redaction import COVER
from poalint.redraft.sides import PillarSeen, Seen, Side
from poalint.speech import Phrase, several

_MOST_NAMED = 5


def is_report(data: bytes) -> bool:
    """Whether a file holds JSON instead of a letter: no letter begins with a brace and a quoted name."""
    text = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    return text.startswith(b"{") and text[1:].lstrip()[:1] in (b'"', b"}")


def sides(path: str, data: bytes) -> tuple[Side, ...]:
    """All that a report in JSON tells of drafts. Raises KeptFileError with the place of what is no part of one."""
    document = report_in(path, data)
    version = document.member("version").as_(str)
    listed = document.get("packs")
    packs = tuple(
        (each.member("name").as_(str), each.member("version").as_(str)) for each in (listed.items() if listed else ())
    )
    lang = document.get("lang")
    told = lang.as_(str) if lang else None
    return tuple(_side(each, version, packs, told) for each in document.member("files").items())


def chosen(path: str, found: tuple[Side, ...], wanted: str | None, other: str | None) -> Side:
    """The one side that is meant: the one of the draft ``wanted``, the only one, or that of ``other``'s path or name.

    Raises KeptFileError that names the drafts, where it cannot be told.
    """
    if wanted is not None:
        same = [each for each in found if each.path == wanted]
    elif len(found) == 1:
        same = list(found)
    else:
        same = [each for each in found if other is not None and PurePath(each.path) == PurePath(other)]
        name = PurePath(other).name if other is not None else None
        same = same or [each for each in found if PurePath(each.path).name == name]
    if len(same) == 1:
        return same[0]
    if not found:
        raise KeptFileError(path, "this report tells of no draft", "Name a report on the draft.")
    names = [each.path for each in found]
    if wanted is not None:
        missing = Phrase("it does not tell of {path}", path=wanted)
        raise KeptFileError(path, missing, meant(wanted, names, _there(names)))
    remedy = Phrase("{there} Name one: --file PATH.", there=_there(names))
    raise KeptFileError(path, "it tells of several drafts", remedy)


def _there(names: list[str]) -> Phrase:
    shown, more = several(names[:_MOST_NAMED]), len(names) - _MOST_NAMED
    return (
        Phrase("There are {names} and {count} more.", names=shown, count=more)
        if more > 0
        else Phrase("There are {names}.", names=shown)
    )


def _side(file: Value, version: str, packs: tuple[tuple[str, str], ...], lang: str | None) -> Side:
    findings = list(map(_seen, file.member("findings").items()))
    # reports of before fingerprints: they are made as those would have been
    prints = zip(findings, printed((each.rule, each.words) for each in findings), strict=True)
    findings = [replace(each, fingerprint=each.fingerprint or made) for each, made in prints]
    left_out = file.get("left_out")
    return Side(
        path=file.member("path").as_(str),
        letter=letter.as_(str) if (letter := file.get("letter")) else "plan",
        score=score_of(file),
        verdict=file.member("verdict").as_(str),
        pillars=tuple((name, _pillar(each)) for name, each in file.member("pillars").members()),
        findings=tuple(findings),
        left_out=tuple(_left_out(left_out)) if left_out else (),
        version=version,
        packs=packs,
        lang=lang,
    )


def _pillar(value: Value) -> PillarSeen:
    points = value.get("points")
    return PillarSeen(
        value.member("status").as_(str), points.as_(float) if points else None, value.member("of").as_(float)
    )


def _seen(value: Value) -> Seen:
    line, start, page, paragraph = (value.get(name) for name in ("line", "start", "page", "paragraph"))
    text = _text(value, "text").replace(COVER, "").strip()
    points = value.get("points")
    return Seen(
        rule=value.member("rule").as_(str),
        severity=value.member("severity").as_(str),
        fingerprint=_text(value, "fingerprint"),
        message=_text(value, "message"),
        words=normal(text),
        text=" ".join(text.split()),
        line=line.as_(int) if line else None,
        points=points.as_(float) if points else 0.0,
        pillar=_text(value, "pillar") or None,
        hidden=(line is not None or start is not None) and not text,
        start=start.as_(int) if start else None,
        page=page.as_(int) if page else 0,
        paragraph=paragraph.as_(int) if paragraph else 0,
    )


def _left_out(listed: Value) -> Iterator[tuple[str, str]]:
    for each in listed.items():
        yield _text(each, "fingerprint"), each.member("by").as_(str)


def _text(value: Value, name: str) -> str:
    """A text that may be missing, or null where a report was made without words."""
    found = value.get(name)
    return found.as_(str) if found else ""
