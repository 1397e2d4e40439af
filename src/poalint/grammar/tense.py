"""When a clause happens, in which voice and aspect: told from the verb, its helpers and the list it stands in."""

from __future__ import annotations

from typing import cast

from poalint.grammar.tree import SUBJECTS, Node, Tree
from poalint.model import Aspect, Time, Voice
from poalint.model.reading import Clause

_PLAIN_MODALS = {"'ll": "will", "'d": "would", "ca": "can", "wo": "will", "sha": "shall"}
_WITHOUT_OWN_TIME = frozenset({"xcomp", "advcl", "pcomp", "acl", "conj", "dep"})
_SAME_IN_PAST = frozenset({"let", "put", "set", "cut", "shut", "split", "spread", "hit", "quit", "read"})
_NEAR = 25
"""Words further from the verb than this do not date it."""


def helpers_of(head: Node) -> list[Node]:
    """The auxiliaries of a verb; a coordinated verb without its own shares those before it."""
    own = [child for child in head.children if child.dep in ("aux", "auxpass")]
    if not own and head.dep == "conj" and head.tag in ("VB", "VBN", "VBG"):
        return [child for child in head.head.children if child.dep in ("aux", "auxpass")]
    return own


def voice_of(head: Node, inner: Node) -> Voice:
    """Active or passive; ``inner`` is the verb that ``head`` only colours ("failed to be checked")."""
    if not head.verbal:
        return "none"
    while True:
        for verb in (head, inner):
            if any(child.dep in ("auxpass", "nsubjpass") for child in verb.children):
                return "passive"
        if head.tag != "VBN":
            return "active"
        bare = not any(child.dep in ("aux", "nsubj") for child in head.children)
        if not (head.dep == "conj" and bare):
            return "passive" if head.dep == "acl" or (bare and not head.has_subject()) else "active"
        if head.head.pos != "VERB":
            return "active"
        head = inner = head.head


def aspect_of(head: Node) -> Aspect:
    """Perfect where "have" in the present helps the verb: what such a clause reports still holds."""
    have = any(
        child.lemma == "have" and child.tag in ("VBP", "VBZ", "VB") for child in helpers_of(head) if child.dep == "aux"
    )
    return "perfect" if have else "simple"


def modal_of(head: Node) -> str:
    """The modal verb's plain form, or ""."""
    if head.lemma == "ought":
        return "ought"
    modal = next((child.lower for child in helpers_of(head) if child.tag == "MD"), "")
    return _PLAIN_MODALS.get(modal, modal)


def time_of(
    head: Node, chain: list[Node], governor: Clause | None, voice: Voice, subject: Node | None, tree: Tree
) -> Time:
    """Done, ongoing or planned. A verb without tense takes the time of its governor, or of its list's lead-in."""
    helpers, modal = helpers_of(head), modal_of(head)
    perfect = any(child.lemma == "have" for child in (*helpers, *(chain[-1].children if modal == "ought" else ())))
    if "intend" in head.marks and (len(chain) > 1 or any(child.dep in ("xcomp", "ccomp") for child in head.children)):
        return "planned"
    if modal == "could" and not perfect and any(child.dep == "neg" for child in head.children):
        return "done"
    if modal in ("will", "shall"):  # "will have been entered" too
        return "planned"
    if modal and not perfect:
        return "planned" if modal == "would" else "ongoing"
    if any(child.lower == "going" for child in helpers) or (head.lower == "going" and len(chain) > 1):
        return "planned"
    if perfect:
        return "done"
    if _is_to(head, chain) or _repeats_plan(head, governor):
        return "planned"
    to = any(child.lower == "to" for child in helpers)
    if any(child.tag == "VBD" for child in helpers) or (head.tag == "VBD" and not to):
        return "done"
    if any(child.tag in ("VBZ", "VBP") for child in helpers):
        return "done" if voice == "passive" and _dated(head) else "ongoing"
    if not head.verbal:
        return cast("Time", tree.block.time or "ongoing")
    if head.tag == "VBN":
        return "planned" if tree.block.time == "planned" else "done"
    if governor is not None and subject is None and head.dep in _WITHOUT_OWN_TIME:
        return governor.time
    if to:
        return "planned" if governor is None or governor.time == "planned" else "ongoing"
    if head.tag == "VBP" and head.lower in _SAME_IN_PAST and "frequency" not in _near_marks(head):
        return "done"
    if head.tag in ("VBZ", "VBP") or (head.tag == "VB" and subject is not None):
        return "done" if "already" in _near_marks(head) else "ongoing"
    return cast("Time", tree.block.time or ("planned" if head.tag == "VB" else "ongoing"))


def _is_to(head: Node, chain: list[Node]) -> bool:
    """Whether somebody "is to do" something or is "due to do" it: announced, not done."""
    inner = chain[-1]
    bound = (head.lemma == "be" and inner is not head and head.tag in ("VBZ", "VBP")) or head.head.lower == "due"
    return bound and any(child.lower == "to" and child.dep == "aux" for child in inner.children)


def _repeats_plan(head: Node, governor: Clause | None) -> bool:
    """Whether a verb alike in past and present ("put") goes on with a plan: "I intend to print it and put it"."""
    alike = head.dep == "conj" and head.lower == head.lemma
    return alike and governor is not None and governor.time == "planned" and not head.has_subject()


def _dated(head: Node) -> bool:
    """Whether "is removed" tells of a step done ("is removed since 3 May") rather than of a habit."""
    near = _near_marks(head)
    return bool(near & {"past-date", "already", "entity-date"}) and "frequency" not in near


def _near_marks(head: Node) -> set[str]:
    return set().union(*(node.marks for node in head.subtree() if abs(node.i - head.i) < _NEAR))


def noted_step(head: Node, tree: Tree) -> bool:
    """Whether a note in a list tells a step without its doer: "41 buyers refunded", "Handling time raised"."""
    if tree.block.kind not in ("list-item", "table-row") or head.tag not in ("VBN", "VBD"):
        return False
    if head.dep == "acl" and head.tag == "VBN":  # "9 orders cancelled", parsed as a noun that something is told of
        noun = head.head
        alone = noun.dep == "ROOT" and not noun.verbal and noun.i < head.i
        return alone and not any(child.dep == "agent" for child in head.children)
    if not head.lower.endswith("ed"):
        return False
    bare = not any(child.dep in ("aux", "auxpass", "dobj", "ccomp", "xcomp", "agent") for child in head.children)
    subject = next((child for child in head.children if child.dep in SUBJECTS), None)
    return bare and subject is not None and subject.pos == "NOUN" and not subject.marks & {"party-us", "party-employee"}


def late_participle(head: Node, tree: Tree) -> bool:
    """Whether a participle after its object belongs to "have": "we have all pieces blocked", "we had it tested"."""
    if head.tag not in ("VBN", "VBD") or head.dep not in ("acl", "ccomp", "relcl", "amod", "xcomp"):
        return False
    above = head.head
    while above.dep not in ("ROOT", "conj", "ccomp", "advcl") and above.head is not above:
        above = above.head
    if above.i >= head.i or above.lemma != "have" or above.tag not in ("VBP", "VBZ", "VBD"):
        return False
    barred = (SUBJECTS - {"nsubj"}) | {"aux", "auxpass", "mark", "agent"}
    if any(child.dep in barred for child in head.children):
        return False
    return not any(node.tag in ("WDT", "WP") or node.lower in ",;:" for node in tree.nodes[above.i : head.i])
