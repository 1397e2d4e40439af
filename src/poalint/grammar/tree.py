"""A parsed block as plain nodes, with what the lexicons found on each.

The parse is copied once: walking spaCy's own tokens for every question would cost more than the parsing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from poalint.lexicon import Lexicons
from poalint.model.reading import Block, Hit

if TYPE_CHECKING:
    from spacy.tokens import Doc

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
VERBAL = frozenset({"VERB", "AUX"})
_COLUMNS: list[int | str] = ["IDX", "LENGTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "IS_ALPHA"]
_QUOTED_CLAUSE = 4
"""Quotation marks around fewer tokens hold a term ("used sold as new"), not somebody's words."""

_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "cy")
"""Endings of nouns for what cannot be seen or handled ("alignment", "diligence")."""


@dataclass(slots=True, eq=False)
class Node:
    """One token: its forms, its place in the tree and the lexicons that it belongs to.

    ``said`` is what the draft writes where the token only stands in for an id or a date.
    """

    i: int
    start: int
    end: int
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    is_word: bool
    before: str = ""
    said: str = ""
    children: list[Node] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    quoted: bool = False
    head: Node = field(init=False)

    @property
    def verbal(self) -> bool:
        """Whether it is a verb or an auxiliary."""
        return self.pos in VERBAL

    def has_subject(self) -> bool:
        """Whether it has a subject of its own."""
        return any(child.dep in SUBJECTS for child in self.children)

    def subtree(self) -> Iterator[Node]:
        """The node and all below it, each before its children."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def depth(self) -> int:
        """How far it is from its sentence's root."""
        node, depth = self, 0
        while node.head is not node:
            node, depth = node.head, depth + 1
        return depth


@dataclass(slots=True)
class Tree:
    """A block's nodes, its sentences (as node ranges), and each lexicon hit filed under the node that heads it."""

    block: Block
    nodes: list[Node]
    sentences: list[tuple[int, int]]
    hits: dict[int, list[Hit]]

    def sentence_of(self, node: Node) -> int:
        """Which of the sentences a node stands in."""
        return bisect_right(self.sentences, node.i, key=itemgetter(0)) - 1

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The span in the draft of the nodes ``start`` to ``end`` (exclusive)."""
        offsets, stop = self.block.offsets, self.nodes[end - 1].end
        return offsets[self.nodes[start].start], (offsets[stop - 1] + 1 if stop < len(offsets) - 1 else offsets[-1])


def grow(block: Block, doc: Doc, lexicons: Lexicons) -> Tree:
    """The tree of a parsed block, marked with the lexicons and the block's entities."""
    strings = doc.vocab.strings
    columns = doc.to_array(_COLUMNS).tolist()
    heads = doc.to_array(["HEAD"]).astype("int64").tolist()
    nodes = [
        Node(i, start, start + length, strings[lower], strings[lemma].lower(), strings[pos], strings[tag], strings[dep],
             bool(is_alpha))
        for i, (start, length, lower, lemma, pos, tag, dep, is_alpha) in enumerate(columns)
    ]  # fmt: skip
    for node, offset in zip(nodes, heads, strict=True):
        node.before = nodes[node.i - 1].lower if node.i else ""
        node.head = nodes[node.i + offset]
        if offset:
            node.head.children.append(node)
    tree = Tree(block, nodes, [(span.start, span.end) for span in doc.sents], {})
    starts, ends = [node.start for node in nodes], [node.end for node in nodes]
    for entity in block.entities:
        for node in nodes[bisect_left(starts, entity.start) : bisect_right(starts, entity.start)]:
            if (node.start, node.end) == (entity.start, entity.end) and node.lower != entity.words.lower():
                node.said = entity.words
    for match in lexicons.find([(node.lower, node.lemma, node.pos) for node in nodes]):
        _mark(tree, match.start, match.end, match.name)
    for entity in block.entities:
        first, behind = bisect_right(ends, entity.start), bisect_left(starts, entity.end)
        if first < behind:
            _mark(tree, first, behind, f"entity-{entity.name}", entity.words)
    for node in nodes:
        if _concrete(node):
            _mark(tree, node.i, node.i + 1, "concrete", node.lemma)
        if _somebody(node):
            _mark(tree, node.i, node.i + 1, "somebody-named", node.lower)
    _mark_quotations(tree)
    return tree


def _concrete(node: Node) -> bool:
    """Whether it names a thing of this case: a common noun, not abstract, that no list gives to any letter."""
    plain = node.pos == "NOUN" and node.is_word and not node.lemma.endswith(_ABSTRACT)
    return plain and not any(mark == "general-noun" or mark.startswith("entity-") for mark in node.marks)


def _somebody(node: Node) -> bool:
    """Whether it may be somebody's name: a proper noun that does something and that no list knows."""
    return node.pos == "PROPN" and node.dep == "nsubj" and node.is_word and not node.marks


def mark_node(tree: Tree, node: Node, name: str) -> None:
    """Marks one node by a name that the reading itself gives."""
    _mark(tree, node.i, node.i + 1, name, node.lower)


def _mark(tree: Tree, start: int, end: int, name: str, words: str = "") -> None:
    span = tree.nodes[start:end]
    for node in span:
        node.marks.add(name)
    top = next((node for node in span if node.head is node or not start <= node.head.i < end), span[0])
    words = words or " ".join(node.said or node.lower for node in span).replace(" - ", "-")
    tree.hits.setdefault(top.i, []).append(Hit(name, *tree.place(start, end), words))


def _mark_quotations(tree: Tree) -> None:
    opened = -1
    for node in tree.nodes:
        node.quoted = tree.block.quoted
        if node.lower != '"':
            continue
        if opened < 0:
            opened = node.i
            continue
        if node.i - opened > _QUOTED_CLAUSE:
            for inside in tree.nodes[opened : node.i + 1]:
                inside.quoted = True
        opened = -1
