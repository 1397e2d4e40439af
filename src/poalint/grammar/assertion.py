"""Whether a clause is denied, and whether the text stands by it: the scopes that word lists cannot see."""

from __future__ import annotations

from poalint.grammar.tree import SUBJECTS, Node, Tree
from poalint.model import Assertion, Polarity
from poalint.model.reading import Clause

_NEGATORS = frozenset({"never", "hardly", "rarely", "seldom", "barely", "not", "nor", "neither"})
_NO_NEGATION = frozenset({"only", "just", "merely", "later"})
_NONE = frozenset({"no", "zero"})
_NONE_DEPS = frozenset({"det", "nummod", "neg", "advmod", "preconj", "cc", "predet"})
_HELD = ("conditional", "counterfactual", "quoted")


def polarity_of(head: Node, chain: list[Node], subject: Node | None, link: str, modal: str, tree: Tree) -> Polarity:
    """Negative where an odd number of things deny the clause ("failed to check", "without checking", "no one")."""
    count = 0
    for verb in chain:
        count += sum(_denies(child, verb, tree) for child in verb.children)
        count += "neglect" in verb.marks and verb is not chain[-1]
    count += _denied_with(head, tree)
    if subject is not None and subject.head in chain and subject.dep != "nsubjpass":
        count += _is_no(subject) or "nobody-of-us" in subject.marks
    count += link in ("without", "instead", "rather")
    if link == "cleft":  # "it was not we who ..."
        said = head.head if head.dep == "ccomp" else head.head.head
        count += any(child.dep == "neg" for child in said.children)
    have = any(child.lemma == "have" and child.dep == "aux" for verb in chain for child in verb.children)
    count += modal in ("should", "ought") and have
    if link == "that":
        refused = any(child.dep == "neg" for child in head.head.children)
        count += refused if head.head.marks & {"guess", "perceive"} else "deny" in head.head.marks and not refused
    return "negative" if count % 2 else "positive"


def _denied_with(head: Node, tree: Tree) -> bool:
    """Whether a denial outside the clause reaches it: "did not count or *check*", "checked by no one"."""
    if any("nobody-of-us" in leaf.marks for child in head.children if child.dep == "agent" for leaf in child.children):
        return True
    above = head.head
    if head.dep != "conj" or head.has_subject() or any(child.dep in ("aux", "neg") for child in head.children):
        return False
    either = any(child.dep == "cc" and child.lower in ("or", "nor") for child in above.children)
    return either and any(child.dep == "neg" for child in above.children)


def _denies(child: Node, verb: Node, tree: Tree) -> bool:
    if child.dep == "neg" or (child.lemma in _NEGATORS and child.dep in ("advmod", "preconj", "cc")):
        after = tree.nodes[child.i + 1].lower if child.i + 1 < len(tree.nodes) else ""
        return after not in _NO_NEGATION
    bare = child.lower in ("no", "nothing", "none") and child.dep in ("advmod", "dobj", "det", "attr")
    return (bare and child.i < verb.i + 3) or (child.dep in ("dobj", "attr", "nsubjpass", "oprd") and _is_no(child))


def _is_no(noun: Node) -> bool:
    """Whether a noun phrase names none: "nobody", "no label", "not a single label", "hardly anyone", "neither"."""
    if noun.lower in ("nothing", "nobody", "none", "neither"):
        return True
    return any(child.lower in _NONE or child.lower in _NEGATORS for child in noun.children if child.dep in _NONE_DEPS)


def assertion_of(head: Node, own: list[Node], governor: Clause | None, link: str, sentence: list[Node]) -> Assertion:
    """Whether the clause is asserted, hedged, conditional, counterfactual, quoted or asked."""
    if head.quoted:
        return "quoted"
    marks = set().union(*(node.marks for node in own))
    helpers = {child.lemma for child in head.children if child.dep == "aux"}
    if _unreal(head, helpers, link, marks):
        return "counterfactual"
    if sentence[-1].lower != "?" and _inverted(head, {"should"}):
        return "conditional"
    if link in ("if", "unless", "whether", "provided") or (link == "case" and head.dep == "advcl"):
        past = any(child.lower == "had" for child in head.children if child.dep == "aux")
        unreal = governor is not None and (governor.assertion == "counterfactual" or governor.modal == "would")
        return "counterfactual" if past and unreal else "conditional"
    told = _under_governor(head, governor, link)
    if told is not None:
        return told
    if "hedge" in marks or "might" in helpers or ("have" in helpers and {"may", "could"} & helpers):
        return "hedged"
    if any("reported" in node.marks for node in sentence):
        return "quoted"
    return "asked" if sentence[-1].lower == "?" else "asserted"


def _unreal(head: Node, helpers: set[str], link: str, marks: set[str]) -> bool:
    """Had we checked ... / ... would have arrived."""
    if link not in ("because", "since", "as"):
        asked = any(child.tag in ("WRB", "WP", "WDT") for child in head.children)
        if _inverted(head, {"had", "were"} if head.dep == "advcl" else {"had"}) and not asked:
            return True
    return bool({"would", "could", "might"} & helpers) and "have" in helpers and "hedge" not in marks


def _inverted(head: Node, helpers: set[str]) -> bool:
    """Whether one of these helpers stands before the subject: "*had* we checked", "*should* it happen"."""
    subject = next((child for child in head.children if child.dep in SUBJECTS), None)
    if subject is None:
        return False
    before = [child.lower for child in head.children if child.dep == "aux" and child.i < subject.i]
    if head.dep == "advcl" and head.lower == "had" and head.i < subject.i:  # "had the form a field"
        before.append("had")
    return not helpers.isdisjoint(before)


def _under_governor(head: Node, governor: Clause | None, link: str) -> Assertion | None:
    """What the governing clause makes of this one: someone else's words, a belief, a condition."""
    if governor is None:
        return None
    if link == "that":
        over = _over(head)
        asks = governor.party == "amazon" and not over.has_subject()  # "please consider that ..."
        if "report" in over.marks and governor.party not in ("us", "nobody") and not asks:
            return "quoted"
        if over.lemma == "wish" and any(child.lower in ("had", "would", "could") for child in head.children):
            return "counterfactual"
        present = over.tag in ("VBP", "VBZ", "VB", "VBG")
        of_something = any(child.dep in ("prep", "dobj") and child.i > over.i for child in over.children)
        if "guess" in over.marks and present and not (asks or of_something) and governor.polarity == "positive":
            return "hedged"
        if governor.assertion in (*_HELD, "hedged"):
            return governor.assertion
    if head.dep in ("conj", "relcl", "acl", "pcomp", "xcomp") and governor.assertion in _HELD:
        return governor.assertion
    return None


def _over(head: Node) -> Node:
    """The verb that a clause is the object of, through coordinations."""
    at = head.head
    while at.dep == "conj" and at.verbal and at.head is not at:
        at = at.head
    return at
