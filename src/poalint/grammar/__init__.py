"""Parsed blocks to clauses: the tree, then who, when and whether it is asserted, then the clause."""
