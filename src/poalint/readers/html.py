"""HTML: pages, mails saved from the web, what Word and Google Docs save as a page: the text as a browser shows it."""

from __future__ import annotations

import re

from poalint.errors import DraftError
from poalint.limits import Limits
from poalint.model import Draft
from poalint.readers.page import Page
from poalint.readers.runs import draft as draft_of
from poalint.readers.text import content, whole
from poalint.speech import LANGS, Phrase, translated

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]{0,80}encoding=[\"']([\w-]+)", re.I
)
_LOOKED_AT = 4096
_REPORT = "Plan of Action review"


def read(path: str, data: bytes, limits: Limits) -> Draft:
    """A draft from the bytes of an HTML page.

    Raises DraftError where it is none of a letter, or its elements stand too deep in each other.
    """
    named = _DECLARED.search(data[:_LOOKED_AT])
    declared = (named[1] or named[2]).decode("ascii", "replace") if named else ""
    source, remarks = content(path, data, limits.file_megabytes, declared)
    titles = [f"<title>{translated(_REPORT, lang)}</title>" for lang in LANGS]
    if any(title in source[:_LOOKED_AT] for title in titles) and "Content-Security-Policy" in source[:_LOOKED_AT]:
        raise DraftError(path, "this is a report that poalint wrote, no letter", "Name the letter that it is on.")
    page = Page(source, limits.nesting)
    page.read()
    if page.too_deep:
        raise DraftError(
            path,
            Phrase("its elements stand more than {depth} deep in each other", depth=limits.nesting),
            "Copy the letter's text into a new file and check that.",
        )
    made = draft_of(path, source, page.runs, page.noted)
    return whole(Draft(path, made.text, 0, made.marks, made.spots, made.extras, remarks), limits)
