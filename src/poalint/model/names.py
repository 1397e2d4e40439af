"""The names that values go by: each a closed set, in the order in which things are shown."""

from __future__ import annotations

from typing import Literal, get_args

PillarName = Literal["acknowledges-fault", "root-cause", "corrective-actions", "prevention", "no-blame"]
Severity = Literal["error", "warning", "note"]
Status = Literal["pass", "weak", "fail"]
Judged = Literal["pass", "weak", "fail", "not judged"]
Letter = Literal["plan", "dispute"]
Kind = Literal["heading", "paragraph", "list-item", "table-row", "quote", "salutation", "signature"]
Role = Literal["opening", "cause", "corrective", "preventive", "evidence", "closing", ""]
Party = Literal["us", "amazon", "buyer", "carrier", "supplier", "competitor", "employee", "other", "nobody"]
Time = Literal["done", "ongoing", "planned"]
Polarity = Literal["positive", "negative"]
Assertion = Literal["asserted", "hedged", "conditional", "counterfactual", "quoted", "asked"]
Aspect = Literal["simple", "perfect"]
Voice = Literal["active", "passive", "none"]

STDIN = "<stdin>"
"""How reports call the draft that comes from standard input, which is no file."""
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
PILLARS: tuple[PillarName, ...] = get_args(PillarName)
LETTERS: tuple[Letter, ...] = get_args(Letter)
"""What a letter can be: a plan owns the violation and mends it, a dispute contests the finding with evidence."""
ROLES: tuple[Role, ...] = ("opening", "cause", "corrective", "preventive", "evidence", "closing")
FLAGS = (
    "placeholder", "emotional-plea", "threat", "history-padding", "overpromise", "hedging", "future-only",
    "denial", "blames-amazon", "blames-others", "wrong-target", "shouting", "no-structure", "too-long",
    "too-short", "off-topic", "rude", "template", "contradiction",
)  # fmt: skip
