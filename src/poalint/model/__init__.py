"""The frozen values that flow from stage to stage. Nothing here knows spaCy, Click or rich.

How a draft is read is in `poalint.model.reading`: a report that is kept from before is told without it.

All positions named ``start`` and ``end`` count characters in the draft's decoded text, end exclusive.
"""

from poalint.model.case import Case
from poalint.model.draft import Draft, Extra, Mark, MarkKind, Spot, told_place
from poalint.model.names import (
    FLAGS,
    LETTERS,
    PILLARS,
    ROLES,
    SEVERITIES,
    STDIN,
    Aspect,
    Assertion,
    Judged,
    Kind,
    Letter,
    Party,
    PillarName,
    Polarity,
    Role,
    Severity,
    Status,
    Time,
    Voice,
)
from poalint.model.report import (
    Assessment,
    Finding,
    LeftOut,
    Miss,
    Pillar,
    Report,
    Rulebook,
    RuleInfo,
    Scale,
)

__all__ = [
    "FLAGS",
    "LETTERS",
    "PILLARS",
    "ROLES",
    "SEVERITIES",
    "STDIN",
    "Aspect",
    "Assertion",
    "Assessment",
    "Case",
    "Draft",
    "Extra",
    "Finding",
    "Judged",
    "Kind",
    "LeftOut",
    "Letter",
    "Mark",
    "MarkKind",
    "Miss",
    "Party",
    "Pillar",
    "PillarName",
    "Polarity",
    "Report",
    "Role",
    "RuleInfo",
    "Rulebook",
    "Scale",
    "Severity",
    "Spot",
    "Status",
    "Time",
    "Voice",
    "told_place",
]
