"""``listed``: a paper that is said to lie with the letter must stand in its list of papers, if there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from poalint.facts import Facts
from poalint.kinds.common import holding
from poalint.model.reading import Block, Hint, Reading
from poalint.schema.rules import Listed

_LISTS = ("list-item", "table-row")


def listed(fields: Listed, facts: Facts) -> Callable[[Reading], Iterator[Hint]]:
    """A finding at each sentence with one of ``signals`` that names a paper which the list of papers leaves out.

    The list is what stands under a heading about evidence, if it has items. A letter without one is left alone.
    """
    names = {document.tag: document for document in facts.documents.values()}

    def check(reading: Reading) -> Iterator[Hint]:
        items = _list(reading.blocks)
        enclosing = holding(reading, fields.signals)
        in_list = {tag for sentence in reading.sentences if sentence.block in items for tag in sentence.tags}
        for sentence in reading.sentences if items else ():
            block = reading.blocks[sentence.block]
            if sentence.index not in enclosing or block.index in items or block.quoted:
                continue
            left_out = [names[tag] for tag in sorted(sentence.tags & names.keys()) if tag not in in_list]
            if left_out:
                fill = {"document": left_out[0].title}
                yield Hint(sentence.start, sentence.end, fill, ", ".join(reading.heard.get(left_out[0].tag, ())[:2]))

    return check


def _list(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The items (by index) of the list of papers: those under a heading about evidence, up to the next heading."""
    items: set[int] = set()
    inside = False
    for block in blocks:
        if block.kind == "heading":
            inside = block.role == "evidence"
        elif inside and block.kind in _LISTS:
            items.add(block.index)
    return frozenset(items)
