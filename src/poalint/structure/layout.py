"""The words that tell the parts of a letter."""

from __future__ import annotations

from dataclasses import dataclass

from poalint.folding import EntityForm
from poalint.lexicon import Lexicons, cut
from poalint.model import Role

_APOSTROPHES = str.maketrans("\u2018\u2019\u02bc", "'''")


@dataclass(frozen=True, slots=True)
class Layout:
    """The words that tell the parts of a letter, compiled from ``rules/structure.yaml``.

    ``words`` holds a lexicon for each role that headings name, for each time that they set ("done", "planned"), and
    for headings that ask for the cause ("asks-cause"), greetings ("salutation", "valediction") and voices ("notice",
    "notice-lead", "own-voice").
    """

    words: Lexicons
    precedence: tuple[Role, ...]
    elliptical: frozenset[str]
    forms: tuple[EntityForm, ...]

    def role_of(self, heading: str) -> Role:
        """The role that a heading's words name, or ""."""
        found = self._found(heading)
        if found.get("asks-cause") == 0:
            return "cause"
        return next((role for role in self.precedence if role in found), "")

    def time_of(self, lead: str) -> str:
        """When the items under a heading or lead-in happen: "done", "planned", or ""."""
        found = self._found(lead)
        return next((time for time in ("planned", "done") if time in found), "")

    def has(self, what: str, text: str) -> bool:
        """Whether ``text`` holds a phrase of the lexicon ``what``."""
        return what in self._found(text)

    def begins_with(self, what: str, text: str) -> bool:
        """Whether ``text`` begins with a phrase of the lexicon ``what``."""
        return self._found(text).get(what) == 0

    def _found(self, text: str) -> dict[str, int]:
        """The lexicons with a phrase in ``text``, each with the word at which its first one starts."""
        words = [(word, word, "") for word in cut(text.translate(_APOSTROPHES).lower())]
        found: dict[str, int] = {}
        for match in self.words.find(words):
            found.setdefault(match.name, match.start)
        return found
