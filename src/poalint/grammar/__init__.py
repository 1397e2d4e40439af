"""Parsed blocks to clauses: the tree, then who, when and whether it is asserted, then the clause."""

NEEDED = frozenset({
    "already", "aspect", "deny", "entity-date", "frequency", "guess", "hedge", "intend", "neglect", "nobody-of-us",
    "one-of", "party-amazon", "party-buyer", "party-carrier", "party-competitor", "party-employee", "party-supplier",
    "party-us", "past-date", "perceive", "report", "reported",
})  # fmt: skip
"""The lexicons and entities that the reading of clauses itself looks for."""
