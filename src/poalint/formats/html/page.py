"""The frame of the page: its head, which forbids every request, and its foot."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from importlib.resources import files

from poalint.formats.html.elements import DOCTYPE, Markup, closed, embedded, opened, tag, together
from poalint.model import SEVERITIES
from poalint.speech import Lang, Phrase, render, translated

_LANGUAGES: dict[Lang, str] = {"en": "en", "zh": "zh-Hans"}
_SCORE = "The score tells how complete a letter is, not whether Amazon will reinstate an account."


def head(lang: Lang) -> Markup:
    """Everything before the first draft."""
    style, script = _own("style.css"), _own("script.js")
    allowed = {"default-src": "none", "style-src": _hash(style), "script-src": _hash(script), "base-uri": "none"}
    policy = "; ".join(f"{what} '{source}'" for what, source in allowed.items())
    title = translated("Plan of Action review", lang)
    return together(
        DOCTYPE,
        opened("html", lang=_LANGUAGES[lang]),
        tag(
            "head",
            tag("meta", charset="utf-8"),
            tag("meta", http_equiv="Content-Security-Policy", content=policy),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("meta", name="color-scheme", content="light dark"),
            tag("meta", name="referrer", content="no-referrer"),
            tag("title", title),
            embedded("style", style),
        ),
        opened("body"),
        tag("header", tag("h1", title), tag("p", _legend(lang), class_="legend"), class_="page"),
        opened("main"),
    )


def foot(packs: Iterable[tuple[str, str]], lang: Lang) -> Markup:
    """Everything behind the last part of the page."""
    from poalint import __version__

    used = ", ".join(" ".join(each) for each in packs)
    rules = tag("p", render(Phrase("Rules: {packs}.", packs=used), lang)) if used else None
    made = render(Phrase("Made by poalint {version}. The letters stand here word for word.", version=__version__), lang)
    return together(
        closed("main"),
        tag("footer", tag("p", translated(_SCORE, lang)), rules, tag("p", made)),
        embedded("script", _own("script.js")),
        closed("body"),
        closed("html"),
    )


def _legend(lang: Lang) -> Iterable[Markup]:
    """How the severities look."""
    for severity in SEVERITIES:
        yield tag("span", tag("mark", translated(severity, lang), class_=severity))


def _own(name: str) -> str:
    return files("poalint.formats.html").joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
