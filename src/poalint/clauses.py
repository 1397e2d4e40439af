"""A parsed block to clauses: who did what, when, and whether the text asserts it.

Follows the ConText idea (negation, hypotheticality and experiencer have a scope) with the parse as the scope. The words
that hedge, neglect or report come from the lexicons under ``rules/lexicon/``; here is grammar only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from poalint.model import Aspect, Assertion, Block, Clause, Hit, Party, Polarity, Sentence, Time, Voice

from poalint.lexicon import forms

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from poalint.lexicon import Lexicons

_HEAD_DEPS = frozenset({
    "ROOT", "conj", "ccomp", "advcl", "acl", "relcl", "pcomp", "xcomp", "parataxis", "csubj", "csubjpass", "dep", "appos",
})  # fmt: skip
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "dative", "prep", "agent", "nsubjpass", "npadvmod", "obj", "pobj", "prt", "advmod"})
_PARTIES: tuple[Party, ...] = ("amazon", "employee", "buyer", "carrier", "supplier", "competitor", "us")
_PRONOUNS = {"i": "us", "we": "us", "us": "us", "me": "us", "myself": "us", "ourselves": "us", "you": "amazon"}


class ClauseReader:
    """Turns parsed blocks into sentences of clauses; holds the lexicons, keeps no state between drafts."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._lexicons = lexicons

    def sentences(self, block: Block, doc: Doc, first: int) -> list[Sentence]:
        """The sentences of one block, numbered from ``first``."""
        view = _View(block, doc, self._lexicons)
        made: list[Sentence] = []
        for span in doc.sents:
            if not any(token.is_alpha or token.like_num for token in span):
                continue
            clauses = tuple(view.clauses(span))
            start, end = view.place(span.start, span.end)
            tags = frozenset().union(*(clause.tags for clause in clauses)) if clauses else frozenset()
            made.append(Sentence(first + len(made), block.index, start, end, block.role, clauses, tags))
        return made


class _View:
    """One parsed block with what the lexicons found in it."""

    def __init__(self, block: Block, doc: Doc, lexicons: Lexicons) -> None:
        self.block = block
        self.doc = doc
        self.marks: list[set[str]] = [set() for _ in doc]
        self.found: list[tuple[int, int, str]] = []
        for match in lexicons.find([forms(token.lower_, token.lemma_.lower(), token.pos_) for token in doc]):
            self._mark(match.start, match.end, match.name)
        for entity in block.entities:
            span = doc.char_span(entity.start, entity.end, alignment_mode="expand")
            if span is not None:
                self._mark(span.start, span.end, f"entity-{entity.name}")
        self.quoted = self._quotations()
        self.last_party: Party = "other"

    def _mark(self, start: int, end: int, name: str) -> None:
        for at in range(start, end):
            self.marks[at].add(name)
        self.found.append((start, end, name))

    def _quotations(self) -> list[bool]:
        """For each token whether it stands inside quotation marks that hold a clause, not just a term."""
        inside, opened = [self.block.quoted] * len(self.doc), -1
        for token in self.doc:
            if token.text != '"':
                continue
            if opened < 0:
                opened = token.i
            else:
                if token.i - opened > 4:
                    inside[opened : token.i + 1] = [True] * (token.i + 1 - opened)
                opened = -1
        return inside

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The span in the draft of the tokens ``start`` to ``end`` (exclusive)."""
        doc, offsets = self.doc, self.block.offsets
        last = doc[end - 1]
        stop = last.idx + len(last)
        return offsets[doc[start].idx], (offsets[stop - 1] + 1 if stop < len(offsets) - 1 else offsets[-1])

    def clauses(self, sentence: Span) -> list[Clause]:
        """The clauses of a sentence in text order; a verbless one is a single clause without a verb."""
        heads = [token for token in sentence if self._heads(token)] or [sentence.root]
        if sentence.root not in heads:
            heads.insert(0, sentence.root)
        owner = self._owners(sentence, {head.i for head in heads})
        parsed = {}
        for head in sorted(heads, key=_depth):
            own = [token.i for token in sentence if owner[token.i - sentence.start] == head.i]
            parsed[head.i] = self._clause(head, own, parsed, sentence)
        return [parsed[head.i] for head in sorted(heads, key=lambda token: token.i)]

    def _heads(self, token: Token) -> bool:
        if token.pos_ not in ("VERB", "AUX") or token.dep_ not in _HEAD_DEPS:
            return token.dep_ == "ROOT"
        if token.dep_ == "xcomp" and (self.marks[token.head.i] & {"neglect", "aspect", "intend"} or token.pos_ == "AUX"):
            return False
        if token.dep_ == "conj":
            return token.head.pos_ in ("VERB", "AUX") or any(child.dep_ in _SUBJECTS for child in token.children)
        return token.dep_ != "appos" or any(child.dep_ in _SUBJECTS for child in token.children)

    def _owners(self, sentence: Span, heads: set[int]) -> list[int]:
        owners = []
        for token in sentence:
            at = token
            while at.i not in heads and at.head.i != at.i:
                at = at.head
            owners.append(at.i if at.i in heads else sentence.root.i)
        return owners

    # -- one clause ------------------------------------------------------------------------------------------

    def _clause(self, head: Token, own: list[int], parsed: dict[int, Clause], sentence: Span) -> Clause:
        governor = self._governor(head, parsed)
        verbal = head.pos_ in ("VERB", "AUX")
        chain = self._chain(head)
        subject = self._subject(head)
        voice = self._voice(head, chain[-1]) if verbal else "none"
        party = self._party(head, subject, voice, governor, verbal)
        modal, time = self._time(head, chain, governor, voice, subject)
        link = self._link(head)
        polarity = self._polarity(head, chain, subject, link, modal)
        if self._late_participle(head) and governor is not None:
            party, voice, time, link = governor.party, "active", "done", ""
        hits = tuple(
            Hit(name, *self.place(a, b)) for a, b, name in self.found if self._root_of(a, b) in own
        )
        verbs = {token.lemma_.lower() for token in chain} if verbal else {""}
        verbs |= {f"{token.lemma_.lower()} {child.lower_}" for token in chain for child in token.children if child.dep_ == "prt"}
        for token in chain:
            verbs |= {f"@{name}" for name in self.marks[token.i]}
        objects = self._objects(chain, own) if verbal else set(own)
        return Clause(
            party=party,
            verb=frozenset(verbs if verbal else {""}),
            subject=frozenset(self._names(self._phrase(subject) if subject is not None else ())),
            object=frozenset(self._names(objects)),
            time=time,
            polarity=polarity,
            assertion=self._assertion(head, chain, own, governor, link, sentence),
            voice=voice,
            aspect=self._aspect(head),
            modal=modal,
            link=link,
            start=self.place(own[0], own[-1] + 1)[0],
            end=self.place(own[0], own[-1] + 1)[1],
            tags=frozenset(hit.name for hit in hits),
            hits=hits,
        )

    def _chain(self, head: Token) -> list[Token]:
        """The head and the verb that it only colours: "failed to *check*", "started to *scan*"."""
        chain = [head]
        while True:
            inner = [
                child for child in chain[-1].children
                if child.dep_ == "xcomp" and child.pos_ in ("VERB", "AUX") and not self._heads(child)
            ]  # fmt: skip
            if not inner:
                return chain
            chain.append(inner[0])

    def _late_participle(self, head: Token) -> bool:
        """Whether a participle after its object belongs to "have": "we have on 3 March all pieces blocked"."""
        above = head.head if head.dep_ != "ROOT" else head
        while above.dep_ not in ("ROOT", "conj", "ccomp", "advcl") and above.head.i != above.i:
            above = above.head
        return (
            head.tag_ in ("VBN", "VBD")
            and head.dep_ in ("acl", "ccomp", "relcl", "amod", "xcomp")
            and above.i < head.i
            and above.lemma_ == "have"
            and above.tag_ in ("VBP", "VBZ")
            and not any(child.dep_ in (*_SUBJECTS, "aux", "auxpass", "mark", "agent") and child.dep_ != "nsubj" for child in head.children)
            and not any(token.tag_ in ("WDT", "WP", ",") or token.text in ",;:" for token in self.doc[above.i : head.i])
        )

    def _governor(self, head: Token, parsed: dict[int, Clause]) -> Clause | None:
        at = head
        while at.head.i != at.i:
            at = at.head
            if at.i in parsed:
                return parsed[at.i]
        return None

    def _subject(self, head: Token) -> Token | None:
        for child in head.children:
            if child.dep_ in _SUBJECTS and child.dep_ != "expl":
                return child
        if head.dep_ == "conj" and head.head.pos_ in ("VERB", "AUX"):
            return self._subject(head.head)
        if head.dep_ == "relcl" or head.dep_ == "acl":
            return head.head
        if head.dep_ in ("xcomp", "ccomp") and head.head.pos_ == "VERB":
            objects = [child for child in head.head.children if child.dep_ in ("dobj", "dative")]
            return objects[0] if objects else self._subject(head.head)
        return None

    def _voice(self, head: Token, inner: Token) -> Voice:
        for verb in (head, inner):
            if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
                return "passive"
        if head.dep_ == "acl" and head.tag_ == "VBN":
            return "passive"
        if head.tag_ == "VBN" and head.dep_ == "conj" and not any(c.dep_ in ("aux", "nsubj") for c in head.children):
            return self._voice(head.head, head.head) if head.head.pos_ == "VERB" else "active"
        bare = not any(child.dep_ in ("aux", "nsubj") for child in head.children)
        return "passive" if head.tag_ == "VBN" and bare and not self._elided(head) else "active"

    def _elided(self, head: Token) -> bool:
        """Whether the block's missing subject ("we") was put before this verb."""
        return any(child.dep_ in _SUBJECTS for child in head.children)

    # -- party -----------------------------------------------------------------------------------------------

    def _party(self, head: Token, subject: Token | None, voice: Voice, governor: Clause | None, verbal: bool) -> Party:
        if voice == "passive":
            agents = [leaf for child in head.children if child.dep_ == "agent" for leaf in child.children]
            return self._party_of(agents[0]) if agents else "nobody"
        if subject is None:
            if not verbal or any(child.dep_ == "expl" for child in head.children):
                return "nobody"
            if governor is not None and head.dep_ in ("advcl", "xcomp", "pcomp", "acl", "conj", "dep", "ccomp"):
                return governor.party
            return "us" if head.tag_ in ("VB", "VBP", "VBG", "VBD", "VBN") and head.dep_ == "ROOT" else "nobody"
        party = self._party_of(subject)
        if party == "other" and subject.dep_ == "expl":
            return "nobody"
        return party

    def _party_of(self, noun: Token) -> Party:
        lower = noun.lower_
        if lower in _PRONOUNS:
            return cast("Party", _PRONOUNS[lower])
        if lower in ("they", "he", "she", "them", "him", "her"):
            return self.last_party
        if noun.tag_ in ("WDT", "WP") and noun.head.dep_ in ("relcl", "acl"):
            return self._party_of(noun.head.head)
        marks = self.marks[noun.i]
        party: Party = next((name for name in _PARTIES if f"party-{name}" in marks), "other")
        owners = {child.lower_ for child in noun.children if child.dep_ == "poss"}
        if party in ("other", "us"):
            inner = [leaf for child in noun.children if child.dep_ == "prep" and child.lower_ in ("of", "at", "on", "from", "in") for leaf in child.children]
            if marks & {"nobody-of-us", "one-of"} or lower in ("one", "none", "some", "most", "all"):
                if inner and inner[0].lower_ not in _PRONOUNS:
                    party = self._party_of(inner[0])
                    party = "us" if party == "other" and "nobody-of-us" in marks else party
                    party = "employee" if party == "us" and lower == "one" else party
                elif "nobody-of-us" in marks or inner:
                    party = "us"
            elif owners & {"our", "my"}:
                party = "us"
            elif "your" in owners or any("party-amazon" in self.marks[c.i] for c in noun.children if c.dep_ in ("poss", "compound")):
                party = "amazon"
            elif party == "other" and noun.ent_type_ == "" and noun.tag_ == "NNP" and "party-us" in marks:
                party = "us"
        if "your" in owners and party != "buyer":
            party = "amazon"
        if party == "other":
            party = self._named_beside(noun)
        if party not in ("us", "other", "amazon"):
            self.last_party = party
        return party

    def _named_beside(self, noun: Token) -> Party:
        """The party that a name's apposition or compound tells: "our courier, SwiftGo", "competitor LuxHome"."""
        beside = [child for child in noun.children if child.dep_ in ("compound", "appos")]
        if noun.dep_ == "appos":
            beside.append(noun.head)
        return next((name for token in beside for name in _PARTIES if f"party-{name}" in self.marks[token.i]), "other")

    # -- time, polarity, assertion ---------------------------------------------------------------------------

    def _time(
        self, head: Token, chain: list[Token], governor: Clause | None, voice: Voice, subject: Token | None
    ) -> tuple[str, Time]:
        """The modal's lemma (or "") and when it happens."""
        default = cast("Time", self.block.time or "ongoing")
        helpers = [child for child in head.children if child.dep_ in ("aux", "auxpass")]
        if not helpers and head.dep_ == "conj" and head.tag_ in ("VB", "VBN", "VBG"):
            helpers = [child for child in head.head.children if child.dep_ in ("aux", "auxpass")]
        modal = next((child.lemma_.lower() for child in helpers if child.tag_ == "MD"), "")
        modal = {"'ll": "will", "'d": "would", "ca": "can", "wo": "will", "sha": "shall"}.get(modal, modal)
        perfect = any(child.lemma_ == "have" for child in helpers)
        if "intend" in self.marks[head.i] and (len(chain) > 1 or any(c.dep_ in ("xcomp", "ccomp") for c in head.children)):
            return modal, "planned"
        if modal in ("will", "shall", "would") and not perfect:
            return modal, "planned"
        if any(child.lower_ == "going" for child in helpers) or (head.lower_ == "going" and len(chain) > 1):
            return modal, "planned"
        if modal in ("must", "can", "should", "may", "might", "could", "need") and not perfect:
            return modal, "ongoing"
        if perfect or modal:
            return modal, "done"
        if head.dep_ == "conj" and head.lower_ == head.lemma_ and governor is not None and governor.time == "planned" and not any(
            child.dep_ in _SUBJECTS for child in head.children
        ):
            return modal, "planned"
        if any(child.tag_ == "VBD" for child in helpers) or (head.tag_ == "VBD" and not any(c.lower_ == "to" for c in helpers)):
            return modal, "done"
        if any(child.tag_ in ("VBZ", "VBP") for child in helpers):
            near = self._near_marks(head)
            done = voice == "passive" and bool(near & {"past-date", "already", "entity-date"}) and not near & {"frequency"}
            return modal, "done" if done else "ongoing"
        if head.pos_ not in ("VERB", "AUX"):
            return modal, default
        if head.tag_ == "VBN":
            return modal, "done" if self.block.time != "planned" else "planned"
        if head.dep_ in ("xcomp", "advcl", "pcomp", "acl", "conj", "dep") and governor is not None and subject is None:
            return modal, governor.time
        if any(c.lower_ == "to" for c in helpers):
            return modal, "planned" if governor is None or governor.time == "planned" else "ongoing"
        if head.tag_ in ("VBZ", "VBP"):
            return modal, "done" if "already" in self._near_marks(head) else "ongoing"
        if head.tag_ == "VB" and subject is not None:
            return modal, "done" if "already" in self._near_marks(head) else "ongoing"
        return modal, cast("Time", self.block.time or ("planned" if head.tag_ == "VB" else "ongoing"))

    def _aspect(self, head: Token) -> Aspect:
        """Perfect where "have" helps the verb in the present: what such a clause reports still holds."""
        helpers = [child for child in head.children if child.dep_ == "aux"]
        if not helpers and head.dep_ == "conj":
            helpers = [child for child in head.head.children if child.dep_ == "aux"]
        return "perfect" if any(child.lemma_ == "have" and child.tag_ in ("VBP", "VBZ", "VB") for child in helpers) else "simple"

    def _near_marks(self, head: Token) -> set[str]:
        return set().union(*(self.marks[child.i] for child in head.subtree if abs(child.i - head.i) < 25))

    def _polarity(self, head: Token, chain: list[Token], subject: Token | None, link: str, modal: str) -> Polarity:
        negative = False
        for verb in chain:
            for child in verb.children:
                if child.dep_ == "neg" or (child.lemma_.lower() in ("never", "hardly", "rarely", "seldom", "barely", "not", "nor", "neither") and child.dep_ in ("advmod", "preconj", "cc")):
                    after = self.doc[child.i + 1].lower_ if child.i + 1 < len(self.doc) else ""
                    if after not in ("only", "just", "merely", "later"):
                        negative = not negative
                elif (child.lower_ in ("no", "nothing", "none") and child.dep_ in ("advmod", "dobj", "det", "attr", "intj") and child.i < verb.i + 3) or (
                    child.dep_ in ("dobj", "attr", "nsubjpass", "oprd") and self._no(child)
                ):
                    negative = not negative
            if "neglect" in self.marks[verb.i] and verb is not chain[-1]:
                negative = not negative
        if subject is not None and subject.head in chain and subject.dep_ != "nsubjpass" and (self._no(subject) or "nobody-of-us" in self.marks[subject.i]):
            negative = not negative
        if link in ("without", "instead", "rather"):
            negative = not negative
        if modal in ("should", "ought") and any(c.lemma_ == "have" and c.dep_ == "aux" for c in head.children):
            negative = not negative
        return "negative" if negative else "positive"

    def _no(self, noun: Token) -> bool:
        if noun.lower_ in ("nothing", "nobody", "none", "neither"):
            return True
        return any(child.lower_ in ("no", "neither", "zero") and child.dep_ in ("det", "nummod", "neg", "advmod") for child in noun.children)

    def _link(self, head: Token) -> str:
        if head.dep_ == "pcomp":
            return head.head.lower_
        for child in head.children:
            if child.dep_ == "mark" and child.i < head.i:
                return child.lower_
            if child.dep_ == "advmod" and child.tag_ == "WRB" and child.i < head.i:
                return child.lower_
        if head.dep_ in ("relcl", "acl"):
            return "which"
        if head.dep_ in ("ccomp", "xcomp"):
            return "that"
        if head.dep_ == "conj":
            return self._link(head.head) if head.head.dep_ in ("advcl", "pcomp") else "and"
        if any(child.lower_ == "to" and child.dep_ == "aux" for child in head.children):
            return "to"
        return ""

    def _assertion(
        self, head: Token, chain: list[Token], own: list[int], governor: Clause | None, link: str, sentence: Span
    ) -> Assertion:
        if self.quoted[head.i]:
            return "quoted"
        helpers = {child.lemma_.lower() for child in head.children if child.dep_ == "aux"}
        inverted = [c for c in head.children if c.dep_ == "aux" and c.lower_ in ("had", "should", "were")]
        subjects = [c for c in head.children if c.dep_ in _SUBJECTS]
        marks = set().union(*(self.marks[i] for i in own))
        if head.dep_ == "advcl" and inverted and subjects and inverted[0].i < subjects[0].i and link not in ("because", "since", "as"):
            return "counterfactual"
        if {"would", "could", "might"} & helpers and "have" in helpers and not ("hedge" in marks):
            return "counterfactual"
        if link in ("if", "unless", "whether", "provided") or (link == "case" and head.dep_ == "advcl"):
            past = any(c.lower_ == "had" for c in head.children if c.dep_ == "aux")
            return "counterfactual" if past and governor is not None and governor.assertion == "counterfactual" else "conditional"
        if link == "that" and governor is not None:
            over = self._reporter(head)
            if over is not None and self._reports(over, governor):
                return "quoted"
            if over is not None and "think" in self.marks[over.i] and over.tag_ in ("VBP", "VBZ", "VB", "VBG") and governor.polarity == "positive":
                return "hedged"
            if governor.assertion in ("conditional", "quoted", "hedged", "counterfactual"):
                return governor.assertion
        if governor is not None and head.dep_ in ("conj", "relcl", "acl", "pcomp", "xcomp") and governor.assertion in ("conditional", "counterfactual", "quoted"):
            return governor.assertion
        perfect = "have" in helpers and {"may", "might", "could"} & helpers
        if "hedge" in marks or perfect or "might" in helpers:
            return "hedged"
        if any(self.marks[c.i] & {"reported"} for c in sentence):
            return "quoted"
        if sentence.text.rstrip().endswith("?"):
            return "asked"
        return "asserted"

    def _reporter(self, head: Token) -> Token | None:
        at = head.head
        while at.dep_ == "conj" and at.pos_ in ("VERB", "AUX") and at.head.i != at.i:
            at = at.head
        return at if at.i != head.i else None

    def _reports(self, verb: Token, governor: Clause) -> bool:
        return "report" in self.marks[verb.i] and governor.party not in ("us", "nobody")

    # -- words -----------------------------------------------------------------------------------------------

    def _objects(self, chain: list[Token], own: list[int]) -> set[int]:
        inside = set(own)
        tokens: set[int] = set()
        for verb in chain:
            for child in verb.children:
                if child.dep_ in _OBJECTS and child.i in inside:
                    tokens |= {token.i for token in child.subtree if token.i in inside}
        return tokens

    def _phrase(self, noun: Token) -> list[int]:
        return [token.i for token in noun.subtree if token.i == noun.i or token.dep_ in ("compound", "amod", "poss", "nummod", "det", "pobj", "prep")]

    def _names(self, tokens: list[int] | set[int] | tuple[()]) -> set[str]:
        names: set[str] = set()
        for at in tokens:
            token = self.doc[at]
            if token.is_alpha:
                names.add(token.lemma_.lower())
            names |= {f"@{name}" for name in self.marks[at]}
        return names

    def _root_of(self, start: int, end: int) -> int:
        for at in range(start, end):
            if not start <= self.doc[at].head.i < end or self.doc[at].head.i == at:
                return at
        return start


def _depth(token: Token) -> int:
    depth = 0
    while token.head.i != token.i:
        token, depth = token.head, depth + 1
    return depth
