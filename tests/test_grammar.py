"""Who did what, when, and whether the text says so: sentences parsed by the real pipeline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from poalint.model.reading import Clause, Reading

Read = Callable[[str], Reading]


def clauses_with(reading: Reading, verb: str) -> list[Clause]:
    return [clause for sentence in reading.sentences for clause in sentence.clauses if verb in clause.verb]


def the_clause(reading: Reading, verb: str) -> Clause:
    found = clauses_with(reading, verb)
    assert len(found) == 1, [(sorted(c.verb), c.start, c.end) for s in reading.sentences for c in s.clauses]
    return found[0]


def about(read: Read, text: str, verb: str, *fields: str) -> tuple[Any, ...]:
    clause = the_clause(read(text), verb)
    return tuple(getattr(clause, name) for name in fields)


# -- who ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "verb", "party"),
    [
        ("We shipped 41 orders late.", "ship", "us"),
        ("I shipped 41 orders late.", "ship", "us"),
        ("Our team mixed up two labels.", "mix", "us"),
        ("My company sold the lamp.", "sell", "us"),
        ("Everyone in our shop packs orders.", "pack", "us"),
        ("Nobody in our team checked the labels.", "check", "us"),
        ("None of us checked the labels.", "check", "us"),
        ("No one checked the labels.", "check", "us"),
        ("You removed our listing.", "remove", "amazon"),
        ("Amazon removed our listing.", "remove", "amazon"),
        ("Your team removed our listing.", "remove", "amazon"),
        ("Your system flagged our listing.", "flag", "amazon"),
        ("Amazon's team removed the listing.", "remove", "amazon"),
        ("Our supplier sent the wrong goods.", "send", "supplier"),
        ("One of our suppliers sent fakes.", "send", "supplier"),
        ("The pictures were taken by our own photographer.", "take", "us"),
        ("The pictures were taken by our photographer.", "take", "supplier"),
        ("Our courier lost two parcels.", "lose", "carrier"),
        ("Our courier, SwiftGo, lost a sack.", "lose", "carrier"),
        ("The post office lost our sack.", "lose", "carrier"),
        ("Our competitor LuxHome reported us.", "report", "competitor"),
        ("The buyer returned the phone.", "return", "buyer"),
        ("Your customers complained.", "complain", "buyer"),
        ("The customer, who had ordered in April, complained.", "order", "buyer"),
        ("Our packer mixed up two labels.", "mix", "employee"),
        ("One of our packers mixed up two labels.", "mix", "employee"),
        ("None of our packers checked the labels.", "check", "employee"),
        ("My wife packed the orders.", "pack", "employee"),
        ("Our supplier failed us. They sent the wrong boxes.", "send", "supplier"),
        ("The parcels arrived late.", "arrive", "other"),
        ("The label printer stopped.", "stop", "other"),
        ("Mistakes were made.", "make", "nobody"),
        ("The labels were not checked.", "check", "nobody"),
        ("There was no check of the labels.", "be", "nobody"),
        ("41 buyers were refunded by us.", "refund", "us"),
        ("The boxes were sent by our supplier.", "send", "supplier"),
        ("Every label is checked by the shift lead.", "check", "employee"),
        ("We shipped the parcels without checking the labels.", "check", "us"),
        ("We asked the supplier to send invoices.", "send", "supplier"),
        ("Because nobody checked the labels, 41 orders were late.", "check", "us"),
    ],
)
def test_who_acts(read: Read, text: str, verb: str, party: str) -> None:
    assert about(read, text, verb, "party") == (party,)


@pytest.mark.parametrize(
    ("text", "verb", "voice"),
    [
        ("We checked the labels.", "check", "active"),
        ("The labels were checked.", "check", "passive"),
        ("The labels had not been checked by us.", "check", "passive"),
        ("Each parcel must be scanned.", "scan", "passive"),
        ("The list gets checked every Friday.", "check", "passive"),
        ("The handling time should have been changed.", "change", "passive"),
        ("We have refunded all buyers and removed the listing.", "remove", "active"),
        ("We have all listings removed.", "remove", "active"),
    ],
)
def test_whether_the_actor_is_the_subject(read: Read, text: str, verb: str, voice: str) -> None:
    assert about(read, text, verb, "voice") == (voice,)


# -- when --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "verb", "time"),
    [
        ("We shipped 41 orders late.", "ship", "done"),
        ("We have removed the listing.", "remove", "done"),
        ("We have refunded all buyers and removed the listing.", "remove", "done"),
        ("We were checking the labels.", "check", "done"),
        ("We have been checking the labels.", "check", "done"),
        ("We used to check the labels.", "check", "done"),
        ("We started to scan every parcel.", "scan", "done"),
        ("The listing is removed since 3 May.", "remove", "done"),
        ("We shipped the parcels without checking the labels.", "check", "done"),
        ("Having checked the labels, we shipped the box.", "check", "done"),
        ("We should have checked the labels.", "check", "done"),
        ("We check every label.", "check", "ongoing"),
        ("Every label is checked by the shift lead.", "check", "ongoing"),
        ("The list is checked every Friday.", "check", "ongoing"),
        ("Each parcel must be scanned.", "scan", "ongoing"),
        ("We will check every label.", "check", "planned"),
        ("We'll check every label.", "check", "planned"),
        ("We won't sell fakes.", "sell", "planned"),
        ("We shall check the labels.", "check", "planned"),
        ("We are going to check every label.", "check", "planned"),
        ("We plan to hire a second packer.", "hire", "planned"),
        ("We promise that we will check every label.", "check", "planned"),
        ("The parcels will be scanned by the packer.", "scan", "planned"),
        # an object between "have" and its participle is German English for the perfect
        ("We have all listings removed.", "remove", "done"),
        ("We have on 3 March all 12 listings deleted.", "delete", "done"),
        ("We have already the handling time changed.", "change", "done"),
        ("I have all the buyers refunded.", "refund", "done"),
        ("Before we sold the lamp, we had it tested.", "test", "done"),
        ("By June we will have checked every label.", "check", "planned"),
        ("The shift lead is to check every label.", "check", "planned"),
    ],
)
def test_when_it_happens(read: Read, text: str, verb: str, time: str) -> None:
    assert about(read, text, verb, "time") == (time,)


@pytest.mark.parametrize(
    ("lead", "time"),
    [
        ("We have taken these steps:\n", "done"),
        ("Actions taken\n\n", "done"),
        ("What we did\n", "done"),
        ("We will take these steps:\n", "planned"),
        ("Next we are going to do this:\n", "planned"),
    ],
)
@pytest.mark.parametrize(
    ("item", "verb"),
    [
        ("Refund all 41 buyers.", "refund"),
        ("Remove the listing of the lamp.", "remove"),
        ("Train the packers.", "train"),
        ("New scale at the packing desk", ""),
    ],
)
def test_an_item_without_tense_takes_its_lead_ins(read: Read, lead: str, time: str, item: str, verb: str) -> None:
    reading = read(f"{lead}- {item}\n- Sold out\n")
    (clause,) = next(each for each in reading.sentences if each.block == 1).clauses
    assert verb in clause.verb
    assert (clause.time, clause.polarity, clause.assertion) == (time, "positive", "asserted")
    assert clause.party == ("us" if verb else "nobody")


@pytest.mark.parametrize(
    ("item", "verb"),
    [("Removed 12 listings", "remove"), ("Sent 41 refunds.", "send"), ("Deleted: the listing of the lamp.", "delete")],
)
def test_an_item_that_starts_with_a_past_form_is_the_sellers(read: Read, item: str, verb: str) -> None:
    assert about(read, f"Actions taken\n\n- {item}\n- New scale", verb, "party", "time", "voice") == (
        "us",
        "done",
        "active",
    )


def test_an_item_without_a_verb_has_one_clause_without_a_verb(read: Read) -> None:
    (sentence, _) = read("Prevention\n\n- Weekly count of all cages\n- Second scale").sentences
    (clause,) = sentence.clauses
    assert (clause.verb, clause.voice, clause.time) == (frozenset({""}), "none", "ongoing")
    assert {"count", "cage"} <= clause.object


# -- denied or not -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "We did not check the labels.",
        "We hadn't checked the labels.",
        "We never checked the labels.",
        "We rarely checked the labels.",
        "We failed to check the labels.",
        "We neglected to check the labels.",
        "No one checked the labels.",
        "Nobody checked the labels.",
        "None of us checked the labels.",
        "Not one of us checked the labels.",
        "Nobody at the warehouse checked the labels.",
        "Hardly anyone checked the labels.",
        "Neither the packer nor the shift lead checked the labels.",
        "We checked neither the labels nor the boxes.",
        "We checked nothing.",
        "Nothing was checked.",
        "No label was checked.",
        "None of the labels was checked.",
        "Not a single label was checked.",
        "The labels were checked by no one.",
        "The labels weren't checked.",
        "We shipped the parcels without checking the labels.",
        "We shipped without weighing the box or checking the labels.",
        "Instead of checking the labels, we went home.",
        "We should have checked the labels.",
        "We ought to have checked the labels.",
        "The labels should have been checked.",
        "We did not count the boxes or check the labels.",
        "The boxes were late because nobody checked the labels.",
        "We have not yet checked the labels.",
    ],
)
def test_what_was_not_done_is_negative(read: Read, text: str) -> None:
    assert about(read, text, "check", "polarity") == ("negative",)


@pytest.mark.parametrize(
    "text",
    [
        "We checked the labels.",
        "We checked the labels no later than 3 May.",
        "We not only checked the labels but also wrote to the buyers.",
        "We did not fail to check the labels.",
        "We never failed to check the labels.",
        "We did not count the boxes, but we checked the labels.",
        "We shipped the boxes that no one wanted and checked the labels.",
        "After nobody had counted the boxes, we checked the labels.",
        "We checked the labels without counting the boxes.",
        "If we had checked the labels, nothing would have happened.",
    ],
)
def test_what_was_done_is_positive_though_a_negation_is_near(read: Read, text: str) -> None:
    assert about(read, text, "check", "polarity") == ("positive",)


def test_no_before_a_denial_does_not_undo_it(read: Read) -> None:
    reading = read("Did we check the labels? No, we did not.")
    assert reading.sentences[-1].clauses[-1].polarity == "negative"


# -- stood by or not ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "verb", "assertion"),
    [
        ("We shipped 41 orders late.", "ship", "asserted"),
        ("We admit that we shipped 41 orders late.", "ship", "asserted"),
        ("We know that nobody checked the labels.", "check", "asserted"),
        ("We are sorry that we shipped late.", "ship", "asserted"),
        ("We could not check the labels.", "check", "asserted"),
        ("If a label is wrong, the packer stops the line.", "stop", "asserted"),
        ("We ship a parcel only if the scan is green.", "ship", "asserted"),
        ('We sold the items as "used".', "sell", "asserted"),
        ("Your policy is clear, and we broke it.", "break", "asserted"),
        # under a condition
        ("If we made a mistake, we are sorry.", "make", "conditional"),
        ("If a label is wrong, the packer stops the line.", "be", "conditional"),
        ("We ship a parcel only if the scan is green.", "be", "conditional"),
        ("Unless the scan is green, the parcel stays.", "be", "conditional"),
        ("We are not sure whether we checked the labels.", "check", "conditional"),
        # against the facts
        ("If we had checked the labels, the parcels would have arrived.", "check", "counterfactual"),
        ("If we had checked the labels, the parcels would have arrived.", "arrive", "counterfactual"),
        ("Had we checked the labels, nothing would have happened.", "check", "counterfactual"),
        ("Had we checked the labels, nothing would have happened.", "happen", "counterfactual"),
        ("We would have checked the labels.", "check", "counterfactual"),
        ("We wish we had checked the labels.", "check", "counterfactual"),
        ("None of this happens had you warned us.", "warn", "counterfactual"),
        ("We could have checked the labels.", "check", "counterfactual"),
        # hedged
        ("We might have shipped some orders late.", "ship", "hedged"),
        ("We may have shipped some orders late.", "ship", "hedged"),
        ("Perhaps we shipped some orders late.", "ship", "hedged"),
        ("We believe that we shipped some orders late.", "ship", "hedged"),
        ("We think we shipped some orders late.", "ship", "hedged"),
        ("It seems that we shipped some orders late.", "ship", "hedged"),
        ("The cause was probably the label printer.", "be", "hedged"),
        ("As far as we know, the parcels arrived.", "arrive", "hedged"),
        # somebody else's words
        ("Your notice says that we shipped 41 orders late.", "ship", "quoted"),
        ("Amazon claims that we sold fakes.", "sell", "quoted"),
        ("You say we sold fakes.", "sell", "quoted"),
        ("You told us that we sold fakes.", "sell", "quoted"),
        ("The buyer says that the lamp arrived broken.", "arrive", "quoted"),
        ("According to your notice, we shipped 41 orders late.", "ship", "quoted"),
        ("The claim that we sold fakes is wrong.", "sell", "quoted"),
        ('You wrote: "The seller shipped 41 orders late in March."', "ship", "quoted"),
        ("> Your account was closed because you shipped late.\n\nWe know it.", "ship", "quoted"),
        # asked
        ("Did we check the labels? It was never done.", "check", "asked"),
    ],
)
def test_whether_the_text_stands_by_it(read: Read, text: str, verb: str, assertion: str) -> None:
    assert about(read, text, verb, "assertion") == (assertion,)


# -- the rest of a clause ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "verb", "link"),
    [
        ("41 orders were late because nobody checked the labels.", "check", "because"),
        ("41 orders were late since nobody checked the labels.", "check", "since"),
        ("We shipped without checking the labels.", "check", "without"),
        ("After checking the labels, we shipped the box.", "check", "after"),
        ("If we made a mistake, we are sorry.", "make", "if"),
        ("Even if nobody checked the labels, we are sorry.", "check", "though"),
        ("We know that nobody checked the labels.", "check", "that"),
        ("Our supplier, which we had not checked, sent fakes.", "check", "which"),
        ("We packed the box and checked the labels.", "check", "and"),
        ("We checked the labels.", "check", ""),
        ("The order was late, the buyer says.", "be", "that"),
        ("Two people work in the hall: one sorts the boxes, the other prints the labels.", "work", ""),
    ],
)
def test_what_ties_a_clause_to_the_one_above(read: Read, text: str, verb: str, link: str) -> None:
    assert about(read, text, verb, "link") == (link,)


@pytest.mark.parametrize(
    ("text", "verb", "modal", "aspect"),
    [
        ("We can't ship before noon.", "ship", "can", "simple"),
        ("We won't ship before noon.", "ship", "will", "simple"),
        ("We'd ship before noon.", "ship", "would", "simple"),
        ("We should have shipped before noon.", "ship", "should", "perfect"),
        ("We have shipped before noon.", "ship", "", "perfect"),
        ("We had shipped before noon.", "ship", "", "simple"),
        ("We shipped before noon.", "ship", "", "simple"),
    ],
)
def test_modal_and_aspect(read: Read, text: str, verb: str, modal: str, aspect: str) -> None:
    assert about(read, text, verb, "modal", "aspect") == (modal, aspect)


def test_subject_and_object_hold_the_lemmas_of_their_phrases(read: Read) -> None:
    clause = the_clause(read("Our night packers mixed up two shipping labels in March."), "mix up")
    assert {"night", "packer"} <= clause.subject
    assert {"two", "shipping", "label"} <= clause.object
    assert "label" not in clause.subject


def test_a_noun_that_no_list_gives_to_any_letter_is_concrete(read: Read) -> None:
    reading = read("The customers complained about the alignment of our policy. The lamp stood beside the kiln.")
    assert [{h.words for h in s.clauses[0].hits if h.name == "concrete"} for s in reading.sentences] == [
        set(),
        {"lamp", "kiln"},
    ]


def test_a_name_that_no_list_knows_is_somebody_where_it_does_something(read: Read) -> None:
    reading = read("Jamie taped the box. We taped it with Scotch. DHL took it.")
    named = [
        [hit.words for c in s.clauses for hit in c.hits if hit.name == "somebody-named"] for s in reading.sentences
    ]
    assert named == [["jamie"], [], []]


@pytest.mark.parametrize(
    ("text", "aimed"),
    [
        ("We typed the number into your clumsy form.", {"ill-of-amazon"}),
        ("Your form is clumsy.", {"ill-of-amazon"}),
        ("The suspension, a travesty, came on Monday.", {"ill-of-amazon"}),
        ("The rude driver left the bag at the gate.", {"ill-of-other"}),
        ("The driver, who was rude, left the bag at the gate.", {"ill-of-other"}),
        ("Your form is not clumsy.", set()),
        ("Nothing in your form is clumsy.", set()),
        ("The slow driver left the bag at the gate.", set()),
        ("We sent your team a clumsy answer.", set()),
        ("Our form was clumsy.", set()),
    ],
)
def test_a_word_that_runs_down_is_aimed_at_whose_thing_it_hangs_on(text: str, aimed: set[str], read: Read) -> None:
    tags = set().union(*(sentence.tags for sentence in read(text).sentences))
    assert tags & {"ill-of-amazon", "ill-of-other"} == aimed


@pytest.mark.parametrize(
    ("text", "verb", "party"),
    [
        ("Nobody of you read the plan.", "read", "amazon"),
        ("None of us read the plan.", "read", "us"),
        ("They lay in the centres of Amazon, where nobody stopped them.", "stop", "amazon"),
        ("They lay in our hall, where nobody stopped them.", "stop", "us"),
    ],
)
def test_nobody_is_one_of_those_where_it_was(text: str, verb: str, party: str, read: Read) -> None:
    assert the_clause(read(text), verb).party == party


def test_a_colon_ends_what_is_told_before_a_verb_of_telling(read: Read) -> None:
    text = "The gap was in our packing sheet: it told the packer which pot goes in which box."
    assert read(text).sentences[0].clauses[0].assertion == "asserted"


@pytest.mark.parametrize("title", ["Mr", "Mr.", "Mrs.", "Ms."])
def test_a_title_makes_an_employee_with_a_dot_or_without(title: str, read: Read) -> None:
    assert the_clause(read(f"{title} Salo counted the boxes."), "count").party == "employee"


def test_cues_and_clauses_hold_what_the_draft_writes_and_no_stand_in(read: Read) -> None:
    (clause,) = read("We closed B0C1YY7P4M on 3 May 2026.").sentences[0].clauses
    assert {"3 May 2026", "B0C1YY7P4M"} <= clause.object
    said = {hit.words for hit in clause.hits}
    assert {"3 May 2026", "B0C1YY7P4M"} <= said
    assert not {"monday", "alpha"} & {*clause.object, *said}


@pytest.mark.parametrize("number", ["+44 20 7946 0958", "phone: 0171 555 0199", "Tel. (0171) 555-0199"])
def test_pieces_of_a_telephone_number_are_no_figures(number: str, read: Read) -> None:
    tags = read(f"Call us under {number} at any time.").sentences[0].tags
    assert "entity-phone" in tags
    assert "entity-number" not in tags


def test_a_participle_after_a_count_in_a_list_is_a_step(read: Read) -> None:
    reading = read("Done so far:\n\n- 9 orders cancelled and refunded\n- 41 bowls given to a friend\n")
    steps = [c for s in reading.sentences for c in s.clauses if c.verb & {"cancel", "give"}]
    assert [(c.party, c.voice, c.time, c.link) for c in steps] == [("nobody", "passive", "done", "")] * 2


def test_a_thing_is_first_named_once(read: Read) -> None:
    reading = read("The lamp broke. The lamp broke again. The kiln was too hot for the lamp.")
    assert ["first-named" in sentence.tags for sentence in reading.sentences] == [True, False, True]


def test_entities_and_lexicons_mark_the_clause_that_holds_them(read: Read) -> None:
    reading = read("We closed B0C1YY7P4M on 3 May, because Amazon had removed it.")
    ours, amazons = the_clause(reading, "close"), the_clause(reading, "remove")
    assert {"entity-asin", "entity-date"} <= ours.tags
    assert not amazons.tags & {"entity-asin", "entity-date"}
    assert "party-amazon" in amazons.tags - ours.tags
    text = reading.draft.text
    assert [text[hit.start : hit.end] for hit in ours.hits if hit.name in ("entity-asin", "entity-date")] == [
        "B0C1YY7P4M",
        "3 May",
    ]


@pytest.mark.parametrize("thing", ["B0C1YY7P4M", "112-4837261-9920417", "anna@fox.example"])
def test_a_clause_that_ends_in_an_id_holds_all_of_it(read: Read, thing: str) -> None:
    text = f"Because nobody checked {thing} we were late."
    clause = the_clause(read(text), "check")
    assert text[clause.start : clause.end] == f"Because nobody checked {thing}"


def test_a_date_at_the_end_does_not_swallow_the_full_stop(read: Read) -> None:
    reading = read("We refunded the buyers on 3 May. We raised the handling time.")
    assert [reading.draft.text[s.start : s.end] for s in reading.sentences] == [
        "We refunded the buyers on 3 May.",
        "We raised the handling time.",
    ]


def test_spans_of_sentences_and_clauses_lie_in_the_draft(read: Read) -> None:
    reading = read(
        "Dear Amazon,\n\n  We  sold the very last of the units of\nB0C1YY7P4M on 3 May 2026; nobody had\r\n checked "
        "it.\n\n- Sent 41 refunds.\n"
    )
    text = reading.draft.text
    assert [text[s.start : s.end] for s in reading.sentences] == [
        "We  sold the very last of the units of\nB0C1YY7P4M on 3 May 2026; nobody had\r\n checked it.",
        "Sent 41 refunds.",
    ]
    for sentence in reading.sentences:
        for clause in sentence.clauses:
            assert sentence.start <= clause.start < clause.end <= sentence.end
            for hit in clause.hits:
                assert sentence.start <= hit.start < hit.end <= sentence.end


def test_headings_greetings_and_signatures_hold_no_sentences(read: Read) -> None:
    reading = read("Dear Amazon,\n\nRoot cause\n\nNobody checked the labels.\n\nSincerely,\nAnna Kim\n")
    (sentence,) = reading.sentences
    assert reading.draft.text[sentence.start : sentence.end] == "Nobody checked the labels."
