"""Who a clause speaks of: the seller, Amazon, or somebody else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from poalint.grammar.tree import SUBJECTS, Node, Tree
from poalint.model import Party, Voice
from poalint.model.reading import Clause

_NAMED: tuple[Party, ...] = ("amazon", "employee", "buyer", "carrier", "supplier", "competitor", "us")
_PRONOUNS = {"i": "us", "we": "us", "us": "us", "me": "us", "myself": "us", "ourselves": "us", "you": "amazon"}
_THIRD = frozenset({"they", "he", "she", "them", "him", "her"})
_PEOPLE = frozenset({"people", "person", "guy", "man"})
_INHERITS = frozenset({"advcl", "xcomp", "pcomp", "acl", "conj", "dep", "ccomp"})
_PARTITIVES = frozenset(
    {"one", "none", "some", "most", "all", "few", "many", "several", "both", "majority", "handful", "number", "part"}
)
_MEANT = SUBJECTS | {"dobj"}
"""What "they" may stand for: a subject or an object."""
_REACH = 2
"""A pronoun is looked up in so many sentences before its own."""
_OUTSIDE = tuple(name for name in _NAMED if name not in ("us", "amazon"))


def party_of_clause(head: Node, subject: Node | None, voice: Voice, governor: Clause | None, tree: Tree) -> Party:
    """The party that acts: the agent of a passive, the subject, or (with neither) the governing clause's party."""
    if voice == "passive":
        agent = next((leaf for child in head.children if child.dep == "agent" for leaf in child.children), None)
        return party_of(agent, tree) if agent is not None else "nobody"
    if subject is not None:
        return party_of(subject, tree)
    if not head.verbal or any(child.dep == "expl" for child in head.children):
        return "nobody"
    if any(child.lower in ("please", "kindly") for child in head.children):
        return "amazon"
    if governor is not None and head.dep in _INHERITS:
        return governor.party
    return "us" if head.dep == "ROOT" and head.tag.startswith("VB") and head.tag != "VBZ" else "nobody"


def party_of(noun: Node, tree: Tree) -> Party:
    """The party that a noun phrase names; "they" means the one named nearest before."""
    if noun.lower in _PRONOUNS:
        return cast("Party", _PRONOUNS[noun.lower])
    if noun.lower in _THIRD:
        return _named_before(noun, tree)
    if (meant := _antecedent(noun)) is not None:
        return party_of(meant, tree)
    if noun.lemma in _PEOPLE and any(child.lower in ("these", "those") for child in noun.children):
        return _named_before(noun, tree)
    if any(child.dep == "conj" and child.lower in ("i", "we") for child in noun.children):
        return "us"  # "my husband and I"
    party = _possessed(noun, tree)
    return _named_beside(noun) if party == "other" else party


def _antecedent(noun: Node) -> Node | None:
    """What a relative pronoun stands for; "the agent is the *one which* mixed them" is the agent."""
    if noun.tag not in ("WDT", "WP"):
        return None
    above = noun.head.head
    if noun.head.dep == "ccomp" and above.lemma == "be":  # "it is they who ..." is often parsed so
        return next((child for child in above.children if child.dep == "attr"), None)
    if noun.head.dep not in ("relcl", "acl"):
        return None
    if above.lower == "one" and above.dep == "attr":
        return next((child for child in above.head.children if child.dep in SUBJECTS), above)
    return above


def _named_before(noun: Node, tree: Tree) -> Party:
    """The party outside that is named nearest before a pronoun, in its sentence or the two before it."""
    sentence = tree.sentence_of(noun)
    things = False
    for start, end in reversed(tree.sentences[max(0, sentence - _REACH) : sentence + 1]):
        for node in reversed(tree.nodes[start : min(end, noun.i)]):
            if node.pos == "PROPN" and node.dep in SUBJECTS and noun.lower != "they":
                named = party_of(node, tree)
                return named if named in _OUTSIDE else "other"
            if (party := _named_by([node], _OUTSIDE)) != "other":
                return party
            things = things or (node.tag == "NNS" and node.dep in _MEANT)
        if things and noun.lower in ("they", "them"):
            return "other"  # "the feet were tested, they failed"
    return "other"


def _named_by(nodes: Iterable[Node], among: tuple[Party, ...] = _NAMED) -> Party:
    """The first party that one of the words itself names."""
    return next((name for node in nodes for name in among if f"party-{name}" in node.marks), "other")


def _possessed(noun: Node, tree: Tree) -> Party:
    """The party by the noun itself, by whose it is ("our", "your"), or by what it is part of ("none of us")."""
    party = _named_by([noun])
    owners = {child.lower for child in noun.children if child.dep == "poss"}
    if "your" in owners and party != "buyer":
        return "amazon"
    if party not in ("other", "us"):
        own = owners & {"our", "my"} and any(child.lower == "own" for child in noun.children)
        return "us" if own else party  # "our own photographer" is one of us, "our photographer" may be anybody's
    if party == "us" and not owners & {"our", "my"} and any(child.dep in ("relcl", "acl") for child in noun.children):
        party = "other"  # "the company which made our software"
    if "nobody-of-us" in noun.marks or "one-of" in noun.marks or noun.lower in _PARTITIVES:
        return _part_of(noun, party, tree)
    if owners & {"our", "my"}:
        return "us"
    if any("party-amazon" in child.marks for child in noun.children if child.dep in ("poss", "compound")):
        return "amazon"
    of = [leaf for child in noun.children if child.dep == "prep" and child.lower == "of" for leaf in child.children]
    if any("party-amazon" in leaf.marks for leaf in of):
        return "amazon"
    if "arm" in noun.marks:  # "the driver's depot", "the staff of the agency"
        whose = _named_by((*(child for child in noun.children if child.dep == "poss"), *of), _OUTSIDE)
        return party if whose == "other" else whose
    return party


def _part_of(noun: Node, party: Party, tree: Tree) -> Party:
    """Whom "nobody", "one of ..." or "none at ..." is taken from."""
    nobody = "nobody-of-us" in noun.marks
    whole = next(
        (leaf for child in noun.children if child.dep == "prep" and child.lower in ("of", "at", "on", "from", "in")
         for leaf in child.children), None,
    )  # fmt: skip
    if whole is None:
        return _bare_nobody(noun, tree) if nobody else party
    if whole.lower in _PRONOUNS:
        return cast("Party", _PRONOUNS[whole.lower])
    found = party_of(whole, tree)
    if found == "other" and nobody:
        return "us"
    return "employee" if found == "us" and noun.lower == "one" and not nobody else found


def _bare_nobody(noun: Node, tree: Tree) -> Party:
    """Whom a "nobody" without "of ..." means: the seller's people, but not beside Amazon or another's doing."""
    if _tells_when_another_acted(noun.head):
        return "other"
    if (place := _place_of(noun.head)) is not None and (there := party_of(place, tree)) not in ("other", "us"):
        return there  # "the centres of Amazon, where nobody stopped them"
    start, end = tree.sentences[tree.sentence_of(noun)]
    talks_of_amazon = any(node.lower in ("you", "your") for node in tree.nodes[start:end])
    return "amazon" if talks_of_amazon else "us"


def _place_of(verb: Node) -> Node | None:
    """What a clause with "where" hangs on, through coordinations."""
    at = verb
    while at.dep == "conj" and at.head.verbal and at.head is not at:
        at = at.head
    says_where = any(child.lower == "where" for child in at.children)
    return at.head if says_where and at.dep in ("relcl", "acl") else None


def _tells_when_another_acted(verb: Node) -> bool:
    """Whether a clause tells when somebody outside did something ("the drivers left when nobody opened")."""
    if verb.dep != "advcl" or not any(child.lower == "when" for child in verb.children):
        return False
    above = verb.head
    while above.head is not above and not above.has_subject():
        above = above.head
    actors = (child for child in above.children if child.dep in SUBJECTS)
    return _named_by(actors, _OUTSIDE) != "other"


def _named_beside(noun: Node) -> Party:
    """The party that a name's apposition or compound tells: "our courier, SwiftGo", "competitor LuxHome"."""
    telling = {"appos"}
    if noun.pos == "PROPN" or "arm" in noun.marks:  # a "supplier list" is no supplier
        telling.add("compound")
    beside = [
        child for child in noun.children
        if child.dep in telling or (child.dep == "amod" and "party-competitor" in child.marks)
    ]  # fmt: skip
    if noun.dep == "appos":
        beside.append(noun.head)
    return _named_by(beside)
