"""Whom a word that runs something down is aimed at: the noun that it hangs on, and whose that is."""

from __future__ import annotations

from poalint.grammar.party import party_of
from poalint.grammar.tree import SUBJECTS, Node, Tree, mark_node

_SHARP = "runs-down"
_DULL = "runs-down-office"
"""Words that run down only an office and its doings ("slow", "vague"): of people and firms they may be plain facts."""

_OUTSIDE = frozenset({"buyer", "carrier", "supplier", "competitor", "employee"})
_NOTHING = frozenset({"no", "nothing", "nobody", "none", "neither"})
_SHIFTS = frozenset({"conj", "advmod", "acomp", "attr", "oprd", "prep", "xcomp", "ccomp", "npadvmod"})


def aim(tree: Tree) -> None:
    """Marks each word that runs down Amazon or what is Amazon's, and each that runs down another outside."""
    for node in tree.nodes:
        if not node.marks & {_SHARP, _DULL} or node.quoted:
            continue
        noun = _aimed_at(node)
        if noun is None or noun.lower in _NOTHING or any(child.lower in _NOTHING for child in noun.children):
            continue
        party = party_of(noun, tree)
        if party == "amazon" or (party == "other" and "amazon-act" in noun.marks):
            mark_node(tree, node, "ill-of-amazon")
        elif party in _OUTSIDE and _SHARP in node.marks:
            mark_node(tree, node, "ill-of-other")


def _aimed_at(node: Node) -> Node | None:
    """The noun that a word speaks of: "your *form* is opaque", "an opaque *form*", "the *form*, a riddle"."""
    at = node
    while True:
        if any(child.dep == "neg" for child in at.children):
            return None
        if at.dep in ("amod", "appos"):
            return at.head if at.head.pos in ("NOUN", "PROPN", "PRON") else None
        if at.verbal:
            return _doer(at)
        above = at.head
        if above is at or at.dep not in _SHIFTS:
            return at if at.pos == "NOUN" else None
        if at.pos == "NOUN" and at.dep not in ("attr", "acomp", "oprd", "conj"):
            return at
        if at.dep == "oprd" and (thing := _child(above, ("dobj",))) is not None:
            return thing
        at = above


def _doer(verb: Node) -> Node | None:
    """Who does it: the agent of a passive, the subject, or what a relative clause hangs on."""
    agent = _child(verb, ("agent",))
    if agent is not None:
        return next(iter(agent.children), None)
    at = verb
    while True:
        subject = _child(at, tuple(SUBJECTS))
        if subject is not None:
            bears_it = subject.dep == "nsubjpass" and verb.tag == "VBN" and verb.marks & {_SHARP, _DULL}
            return None if bears_it else subject
        if at.dep in ("acl", "relcl"):
            return at.head
        if at.head is at or at.dep not in ("conj", "xcomp", "advcl"):
            return None
        at = at.head


def _child(node: Node, deps: tuple[str, ...]) -> Node | None:
    return next((child for child in node.children if child.dep in deps), None)
