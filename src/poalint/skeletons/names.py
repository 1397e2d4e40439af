"""Names for new rules and packs: what is a good one, and the good one nearest to a bad one."""

from __future__ import annotations

import re
import unicodedata

from poalint.errors import SkeletonError
from poalint.speech import Phrase

_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def check(name: str) -> str:
    """The name, where it is a good one: small letters, digits and hyphens. Raises SkeletonError with the nearest."""
    if _SLUG.fullmatch(name):
        return name
    reason = Phrase("{name!r} is no good name: small letters, digits and hyphens, a letter first", name=name)
    near = slug(name)
    raise SkeletonError("", reason, Phrase("Did you mean {names}?", names=near) if near else "")


def slug(name: str) -> str:
    """The good name nearest to any text, or nothing where it holds no letter."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().replace("'", "")
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", plain)  # someRule
    joined = re.sub(r"[^a-z0-9]+", "-", apart.lower())
    return re.sub(r"^[^a-z]+", "", joined).strip("-")
