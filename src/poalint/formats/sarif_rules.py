"""What SARIF tells of a rule that ran."""

from __future__ import annotations

from typing import Any

from poalint.formats.marking import marked
from poalint.formats.sarif_text import plain
from poalint.model import RuleInfo
from poalint.speech import Lang, Phrase, render

_PROBLEMS = {"error": "error", "warning": "warning", "note": "recommendation"}
"""What GitHub calls a severity."""


def descriptor(rule: RuleInfo, lang: Lang) -> dict[str, Any]:
    """The rule's title, why a reviewer minds, and help in plain text and in Markdown."""
    more = render(Phrase("`poalint explain {rule}` tells more.", rule=rule.id), lang)
    parts = [each for each in (rule.why, rule.advice) if each]
    return {
        "id": rule.id,
        "shortDescription": {"text": plain(rule.title)},
        "fullDescription": {"text": plain(rule.why)},
        "help": {
            "text": plain("\n\n".join([*parts, more])),
            "markdown": plain("\n\n".join([f"**{marked(rule.title)}**", *map(marked, parts), more])),
        },
        "defaultConfiguration": {"level": rule.severity},
        "properties": {
            "problem.severity": _PROBLEMS[rule.severity],
            "tags": sorted({each for each in (rule.pillar, rule.flag) if each}),
        },
    }
