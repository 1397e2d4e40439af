"""Texts in SARIF, in which braces stand for something to fill in and brackets for links."""

from __future__ import annotations

import re

_LINK = re.compile(r"\](?=\()")


def plain(text: str) -> str:
    """A message that says just ``text``: braces are doubled (3.11.5), and nothing is a link to another place (3.11.6).

    A link ends in ``](``, in a letter as well as here; a space between the two makes it plain text.
    """
    return _LINK.sub("] ", text.replace("{", "{{").replace("}", "}}"))
