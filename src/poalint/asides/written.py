"""The allowances in a draft. Most drafts hold none, and are told so without the parts that would read them."""

from __future__ import annotations

from poalint.asides.allowance import Allowance
from poalint.comments import comments
from poalint.model import Draft


def written(draft: Draft) -> tuple[Allowance, ...]:
    """The allowances in a draft, those that are malformed among them."""
    hidden = comments(draft.text)
    if not hidden:
        return ()
    from poalint.asides.parsing import parsed

    return parsed(draft, hidden)
