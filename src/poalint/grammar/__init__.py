"""Parsed blocks to clauses: the tree, then who, when and whether it is asserted, then the clause."""

NEEDED = frozenset({
    "already", "amazon-act", "aspect", "deny", "entity-date", "frequency", "general-noun", "guess", "hedge", "intend",
    "neglect", "nobody-of-us", "one-of", "party-amazon", "party-buyer", "party-carrier", "party-competitor",
    "party-employee", "party-supplier", "party-us", "past-date", "perceive", "report", "reported", "runs-down",
    "runs-down-office",
})  # fmt: skip
"""The lexicons and entities that the reading of clauses itself looks for."""
MADE = frozenset({"concrete", "first-named", "ill-of-amazon", "ill-of-other", "somebody-named"})
"""The names that the reading itself gives: a noun is concrete if no list knows it as one of any letter, a clause
has a thing first named in it if the letter has not named it before, and a word that runs something down is ill of
whoever's it is."""
