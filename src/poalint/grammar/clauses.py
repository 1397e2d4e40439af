"""A parsed block to sentences of clauses: who did what, when, and whether the text asserts it.

Follows the ConText idea (negation, hypotheticality and experiencer have a scope) with the parse as the scope. The words
that hedge, neglect or report come from the lexicons under ``rules/lexicon/``; here is grammar only.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from poalint.grammar.aim import aim
from poalint.grammar.assertion import assertion_of, polarity_of
from poalint.grammar.party import party_of_clause
from poalint.grammar.tense import aspect_of, late_participle, modal_of, noted_step, time_of, voice_of
from poalint.grammar.tree import SUBJECTS, Node, Tree, grow
from poalint.lexicon import Lexicons
from poalint.model.reading import Block, Clause, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc

_HEADS = frozenset({
    "ROOT", "conj", "ccomp", "advcl", "acl", "relcl", "pcomp", "xcomp", "parataxis", "csubj", "csubjpass", "dep",
    "appos",
})  # fmt: skip
_OBJECTS = frozenset({
    "dobj", "attr", "acomp", "oprd", "dative", "prep", "agent", "nsubjpass", "npadvmod", "pobj", "prt", "advmod",
})  # fmt: skip
_NOUN_PARTS = frozenset({"compound", "amod", "poss", "nummod", "det", "pobj", "prep"})
_COLOURING = frozenset({"neglect", "aspect", "intend"})
"""Verbs that only colour the verb after them: "failed to check", "started to scan", "plan to hire"."""

_TAKES_WORDS = frozenset({"report", "guess", "think", "perceive", "hedge"})
"""Verbs whose words or thoughts may stand before them: "the box was open, the buyer says"."""


def sentences(block: Block, doc: Doc, lexicons: Lexicons, first: int) -> list[Sentence]:
    """The sentences of one parsed block, numbered from ``first``; those without a word are left out."""
    tree = grow(block, doc, lexicons)
    aim(tree)
    made: list[Sentence] = []
    for start, end in tree.sentences:
        nodes = tree.nodes[start:end]
        if not any(node.is_word or node.pos == "NUM" for node in nodes):
            continue
        clauses = tuple(_clauses(nodes, tree))
        tags = frozenset().union(*(clause.tags for clause in clauses))
        made.append(Sentence(first + len(made), block.index, *tree.place(start, end), block.role, clauses, tags))
    return made


def _clauses(nodes: list[Node], tree: Tree) -> list[Clause]:
    """The clauses of a sentence in text order; a verbless one is a single clause without a verb."""
    root = next(node for node in nodes if node.head is node or node.head.i < nodes[0].i or node.head.i > nodes[-1].i)
    heads = [node for node in nodes if node is root or _heads(node)]
    own: dict[int, list[Node]] = {head.i: [] for head in heads}
    of = {head.i: head.i for head in heads}  # the head of each node's clause: no way up is gone twice
    for node in nodes:
        at, way = node, []
        while at.i not in of and at.head is not at:
            way.append(at.i)
            at = at.head
        found = of.get(at.i, root.i)
        of.update(dict.fromkeys(way, found))
        own[found].append(node)
    parsed: dict[int, Clause] = {}
    for head in sorted(heads, key=Node.depth):
        parsed[head.i] = _clause(head, own[head.i], parsed, nodes, tree)
    return [parsed[head.i] for head in heads]


def _heads(node: Node) -> bool:
    """Whether a clause hangs on this node."""
    if not node.verbal or node.dep not in _HEADS:
        return False
    if node.dep == "xcomp" and (node.head.marks & _COLOURING or node.pos == "AUX" or node.head.lemma == "ought"):
        return False
    if node.dep == "conj":
        return node.head.verbal or node.has_subject()
    return node.dep != "appos" or node.has_subject()


def _clause(head: Node, own: list[Node], parsed: dict[int, Clause], sentence: list[Node], tree: Tree) -> Clause:
    governor = _governor(head, parsed)
    chain = _chain(head)
    subject = _subject(head)
    voice = voice_of(head, chain[-1])
    party = party_of_clause(head, subject, voice, governor, tree)
    modal = modal_of(head)
    time = time_of(head, chain, governor, voice, subject, tree)
    link = _link(head)
    if governor is not None and late_participle(head, tree):
        party, voice, time, link = governor.party, "active", "done", ""
    elif noted_step(head, tree):
        party, voice, time = "nobody", "passive", "done"
        link = "" if link == "which" else link
    hits = tuple(hit for node in own for hit in tree.hits.get(node.i, ()))
    start, end = tree.place(own[0].i, own[-1].i + 1)
    return Clause(
        party=party,
        verb=_verb(chain) if head.verbal else frozenset({""}),
        subject=_names(_noun_phrase(subject)) if subject is not None else frozenset(),
        object=_names(_objects(chain, own) if head.verbal else own),
        time=time,
        polarity=polarity_of(head, chain, subject, link, modal, tree),
        assertion=assertion_of(head, own, governor, link, sentence),
        voice=voice,
        aspect=aspect_of(head),
        modal=modal,
        link=link,
        start=start,
        end=end,
        tags=frozenset(hit.name for hit in hits),
        hits=hits,
    )


def _governor(head: Node, parsed: dict[int, Clause]) -> Clause | None:
    at = head
    while at.head is not at:
        at = at.head
        if at.i in parsed:
            return parsed[at.i]
    return None


def _chain(head: Node) -> list[Node]:
    """The head and the verb that it only colours: "failed to *check*", "started to *scan*"."""
    chain = [head]
    while True:
        inner = next(
            (child for child in chain[-1].children if child.dep == "xcomp" and child.verbal and not _heads(child)), None
        )
        if inner is None:
            return chain
        chain.append(inner)


def _subject(head: Node) -> Node | None:
    """The subject, also where a coordinated verb shares it or a participle or relative clause hangs on it."""
    at = head
    while True:
        own = next((child for child in at.children if child.dep in SUBJECTS), None)
        above = at.head
        if own is not None or above is at:
            return own
        if at.dep in ("relcl", "acl"):
            return above
        if at.dep in ("xcomp", "ccomp") and above.pos == "VERB":
            given = next((child for child in above.children if child.dep in ("dobj", "dative")), None)
            if given is not None:
                return given
        elif not (at.dep == "conj" and above.verbal):
            return None
        at = above


def _link(head: Node) -> str:
    """The word that ties the clause to its governor."""
    if head.dep == "pcomp":
        above = head.head
        return "instead" if above.lower == "of" and above.before == "instead" else above.lower
    for child in head.children:
        if child.i < head.i and (child.dep == "mark" or (child.dep == "advmod" and child.tag == "WRB")):
            return "though" if child.lower == "if" and child.before == "even" else child.lower
    if _cleft(head):
        return "cleft"
    if head.dep in ("relcl", "acl"):
        return "which"
    if head.dep in ("ccomp", "xcomp"):
        return "" if _only_beside(head) else "that"
    if head.dep == "conj":
        return _link(head.head) if head.head.dep in ("advcl", "pcomp") else "and"
    return "to" if any(child.lower == "to" and child.dep == "aux" for child in head.children) else ""


def _only_beside(head: Node) -> bool:
    """Whether a clause that the parser hangs on another only stands beside it: "it was fake: the box had no number"."""
    above = head.head
    if head.dep != "ccomp":
        return False
    if not above.verbal:  # a noun cut off before its verb: "Batch L-220 has been pulled"
        return above.dep == "ROOT" and above.pos in ("NOUN", "PROPN", "NUM")
    if not (head.i < above.i and head.has_subject()):
        return False
    return not above.marks & _TAKES_WORDS or _colon_between(head, above)


def _colon_between(head: Node, above: Node) -> bool:
    """Whether the clauses are told apart by a colon: nobody puts one behind words that he goes on to report."""
    return any(child.lower in (":", ";") for child in (*head.children, *above.children) if head.i < child.i < above.i)


def _cleft(head: Node) -> bool:
    """Whether a relative clause singles out who did it: "it was the clerk *who typed it*"."""
    if not any(child.tag in ("WP", "WDT") for child in head.children if child.dep in SUBJECTS):
        return False
    named, above = head.head, head.head.head
    if head.dep == "ccomp":  # "it is they who ..." is often parsed so
        named, above = head, head.head
    elif head.dep not in ("relcl", "acl") or named.dep != "attr" or named.tag in ("WP", "WDT"):
        return False
    of_it = any(child.lower == "it" for child in above.children if child.dep in SUBJECTS)
    return above.lemma == "be" and (of_it or named.lower == "one")


def _verb(chain: list[Node]) -> frozenset[str]:
    names: set[str] = set()
    for node in chain:
        names.add(node.lemma)
        names |= {f"{node.lemma} {child.lower}" for child in node.children if child.dep == "prt"}
        names |= {f"@{mark}" for mark in node.marks}
    return frozenset(names)


def _objects(chain: list[Node], own: list[Node]) -> list[Node]:
    inside = {node.i for node in own}
    return [
        node for verb in chain for child in verb.children if child.dep in _OBJECTS and child.i in inside
        for node in child.subtree() if node.i in inside
    ]  # fmt: skip


def _noun_phrase(noun: Node) -> list[Node]:
    return [node for node in noun.subtree() if node is noun or node.dep in _NOUN_PARTS]


def _names(nodes: Iterable[Node]) -> frozenset[str]:
    names: set[str] = set()
    for node in nodes:
        if node.is_word or node.said:
            names.add(node.said or node.lemma)
        names |= {f"@{mark}" for mark in node.marks}
    return frozenset(names)
