"""How a file shows that this program wrote it: what each format begins with."""

from __future__ import annotations

import re
from collections.abc import Mapping

from poalint.speech import LANGS, Lang, Phrase, render, spoken, translated

BASELINE = spoken("baseline")
"""What is no format of a report and is written to a file all the same."""
_ENOUGH = 100_000
"""So many bytes of a file are looked at."""
_XML = r'<\?xml version="1.0" encoding="UTF-8"\?>\n'

_BEGINNINGS: Mapping[str, str] = {
    "json": r'\{\n  "version": "[^"\n]*",\n  "schema": \d+,\n  "(?:packs|lang|files)": ',
    "html": r"<!doctype html>\n<html lang=.*\n(?:.*\n)*?.*<title>(?:{titles})</title>",
    "sarif": r'\{"\$schema": "[^"\n]*sarif[^"\n]*", .*\n(?:.*\n)*?.*in which poalint was run',
    "junit": _XML + r'<testsuites name="poalint">',
    "github": r"::(?:error|warning|notice) .*title=poalint ",
    "gitlab": r'\[\n(?:\]|\{"description": .*"check_name": .*"fingerprint": "[0-9a-f]{64}")',
    "checkstyle": _XML + r'<checkstyle version="[^"\n]*">\n(?!(?:.*\n)*?.*<error (?!.* source="poalint\.))',
    "markdown": r"## poalint: ",
    "csv": "\ufeff?path,line,column,end_line,end_column,(?:page,paragraph,)?kind,",
    "text": r".*(?:{scores})\n",
    BASELINE: r'\{\s*"kind": "baseline",\s*"schema": ',
}
"""A regular expression for the beginning of each."""


def made_by_us(form: str, data: bytes) -> bool:
    """Whether a file that holds ``data`` was written by this program in a format, or as a baseline."""
    text = data[:_ENOUGH].decode("utf-8", "replace").replace("\r\n", "\n")
    pattern = _BEGINNINGS[form].replace("{titles}", _titles()).replace("{scores}", _scores())
    return re.match(pattern, text) is not None


def _titles() -> str:
    """The title of the HTML report in each language."""
    return "|".join(re.escape(translated("Plan of Action review", lang)) for lang in LANGS)


def _scores() -> str:
    """What follows a draft's path in the text report, in each language."""
    return "|".join(_score(verdict, lang) for verdict in ("ready", "revise", "not ready") for lang in LANGS)


def _score(verdict: str, lang: Lang) -> str:
    said = render(Phrase("{score} of 100, {verdict}", score=0, verdict=Phrase(verdict)), lang)
    before, _, after = said.partition("0")
    return re.escape(before) + r"\d+" + re.escape(after)
