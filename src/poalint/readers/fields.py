"""Fields of documents: which of them show a blank, or a mistake, instead of the seller's words."""

from __future__ import annotations

import re

_BLANKS = frozenset({"MERGEFIELD", "ADDRESSBLOCK", "GREETINGLINE", "ASK", "FILLIN", "MACROBUTTON"})
"""Word's fields that stand for something that is still to come: data of a form letter, an answer, "click here"."""
_BLANK_IF_EMPTY = frozenset({"FORMTEXT"})
_BROKEN = re.compile(
    r"(?:Error[!:]|Fehler[!:]|Erreur ?[!:]|¡Error!|Errore[.!:]|错误[!！:：]|錯誤[!！:：]|エラー[!！:：])"  # noqa: RUF001 - as Word says it
)
"""How Word and LibreOffice begin what stands in place of a cross reference that leads nowhere, by their language."""


def is_left(code: str, shown: str) -> bool:
    """Whether a field with this code, showing this text, was left unresolved.

    Page numbers, dates, links, contents and references that lead somewhere are as good as text.
    """
    name = code.split(maxsplit=1)[0].upper() if code.strip() else ""
    if name in _BLANKS or (name in _BLANK_IF_EMPTY and not shown.strip()):
        return True
    return is_broken(shown)


def is_broken(shown: str) -> bool:
    """Whether what is shown is the program's word for a reference that leads nowhere."""
    return bool(_BROKEN.match(shown.strip()))


def button(code: str) -> str:
    """What a field of the kind ``MACROBUTTON name words`` shows; nothing for others."""
    parts = code.split(maxsplit=2)
    return parts[2] if len(parts) > 2 and parts[0].upper() == "MACROBUTTON" else ""
