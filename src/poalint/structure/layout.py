"""The words that tell the parts of a letter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from poalint.folding import EntityForm
from poalint.model import Role


@dataclass(frozen=True, slots=True)
class Layout:
    """The words that tell the parts of a letter, compiled from ``rules/structure.yaml``."""

    headings: tuple[tuple[Role, re.Pattern[str]], ...]
    salutation: re.Pattern[str]
    valediction: re.Pattern[str]
    notice: re.Pattern[str]
    notice_lead: re.Pattern[str]
    own_voice: re.Pattern[str]
    lead_times: tuple[tuple[str, re.Pattern[str]], ...]
    elliptical: frozenset[str]
    forms: tuple[EntityForm, ...]

    def time_of(self, lead: str) -> str:
        """When the items under a heading or lead-in happen: "done", "planned", or ""."""
        return next((time for time, pattern in self.lead_times if pattern.search(lead)), "")

    def role_of(self, heading: str) -> Role:
        """The role that a heading's words name, or ""."""
        folded = heading.replace("\u2019", "'").strip("*_# ")
        return next((role for role, pattern in self.headings if pattern.search(folded)), "")
