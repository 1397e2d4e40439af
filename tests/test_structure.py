# ruff: noqa: RUF001 # letters are typed with dashes and curly quotes
"""How a letter is cut into blocks: headings, items, quotations, greeting and signature, and the roles they name."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from poalint import loader, structure
from poalint.model import ROLES, Draft
from poalint.model.reading import Block

LAYOUT = loader.load().layout
BODY = "We changed a setting in April."

Told = list[tuple[str, str, str]]


def blocks(text: str) -> tuple[Block, ...]:
    return structure.blocks(Draft("x", text), LAYOUT)


def told(text: str) -> Told:
    return [(block.kind, block.role, block.text) for block in blocks(text)]


def paragraphs(*texts: str) -> Told:
    return [("paragraph", "", text) for text in texts]


def items(*texts: str) -> Told:
    return [("list-item", "", text) for text in texts]


# -- headings ----------------------------------------------------------------------------------------------------

HEADINGS = [
    # what sellers write in real letters
    ("What went wrong", "cause"),
    ("What happened", "cause"),
    ("Why it happened", "cause"),
    ("The root cause(s) of the late shipments", "cause"),
    ("ROOT CAUSE OF PROBLEM", "cause"),
    ("A) What went wrong", "cause"),
    ("I. Root cause", "cause"),
    ("Issues that caused the complaints", "cause"),
    ("My actions to resolve the issue", "corrective"),
    ("IMMEDIATE CORRECTIVE ACTIONS", "corrective"),
    ("What we did to fix it", "corrective"),
    ("Steps to fix the issue", "corrective"),
    ("Here is our plan of action to avoid future problems", "preventive"),
    ("What we intend to do in the future", "preventive"),
    ("Corrective Action", "corrective"),
    ("Preventive Action", "preventive"),
    ("2. Corrective actions", "corrective"),
    ("III) Preventive measures", "preventive"),
    ("## Root cause", "cause"),
    ("**Corrective actions**", "corrective"),
    ("__Prevention__", "preventive"),
    ("Prevention:", "preventive"),
    ("Attachments:", "evidence"),
    ("Supporting documents", "evidence"),
    # what they copy from Amazon's notices
    ("-- Greater detail on the root cause(s) of the late deliveries", "cause"),
    ("Greater detail on the actions you have taken to resolve the issue", "corrective"),
    ("Greater detail on the steps you have taken to prevent the issue going forward", "preventive"),
    ("The root cause of the issue", "cause"),
    ("The actions you have taken to resolve the issue", "corrective"),
    ("The steps you have taken to prevent the issue from happening again", "preventive"),
    ("What did you do to resolve the issue?", "corrective"),
    ("Q2: What actions have you taken?", "corrective"),
    ("Question 1: What is the root cause?", "cause"),
    ("What will you do to prevent this in the future?", "preventive"),
    # whichever comes last in the heading is not what decides
    ("Actions taken to resolve the root cause", "corrective"),
    ("Steps to prevent the cause from returning", "preventive"),
]


@pytest.mark.parametrize(("heading", "role"), HEADINGS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["tight", "loose"])
def test_a_heading_is_told_and_gives_its_role_to_what_stands_under_it(heading: str, role: str, gap: str) -> None:
    words = re.sub(r"^(?:-- |## |\w{1,3}[.)] |Q\d: |Question \d: )|\*\*|__", "", heading)
    _, top, under, _ = blocks(f"We own this.\n\n{heading}{gap}{BODY}\n\nSincerely")
    assert (top.kind, top.role, top.text) == ("heading", role, words)
    assert (under.kind, under.role) == ("paragraph", role)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Plan of Action", "opening"),
        ("Subject: Appeal of the deactivation", "opening"),
        ("Re: late shipments", "opening"),
        ("Conclusion", "closing"),
    ],
)
def test_a_title_says_nothing_of_what_stands_under_it(title: str, role: str) -> None:
    assert told(f"{title}\n\n{BODY}") == [("heading", role, title), ("paragraph", "", BODY)]


def test_a_short_heading_may_end_in_a_full_stop() -> None:
    assert told(f"Root cause.\n\n{BODY}") == [("heading", "cause", "Root cause."), ("paragraph", "cause", BODY)]


def test_an_answer_set_off_with_angles_under_its_heading_is_the_sellers() -> None:
    assert told(f"**What was the root cause?**\n\n> {BODY}")[1] == ("paragraph", "cause", BODY)


def test_an_answer_set_off_with_angles_under_a_question_is_the_sellers() -> None:
    assert [each[0] for each in told(f"**Anything else?**\n\n> {BODY}")] == ["heading", "paragraph"]
    assert [each[0] for each in told(f"**The lamp**\n\n> {BODY}")] == ["heading", "quote"], "somebody's words"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("[Which orders were late, and why?]", "quote"),
        ("1. [Why did the page and the item part: a new batch, a copied text?]", "quote"),
        ("[sic]", "paragraph"),
        ("We wrote to [Name of the buyer, as on the order] on 3 May.", "paragraph"),
    ],
)
def test_a_blank_of_a_form_is_not_the_sellers_words(line: str, kind: str) -> None:
    (block,) = blocks(line)
    assert (block.kind, block.quoted) == (kind, kind == "quote")


@pytest.mark.parametrize(
    "line",
    [
        "We found the cause of all this on 3 May, and it was our feed.",
        "The cause was the feed.",
        "We know why.",
        "THIS IS NOT A HEADING BECAUSE IT ENDS LIKE A SENTENCE.",
    ],
)
def test_a_sentence_is_no_heading(line: str) -> None:
    assert [block.kind for block in blocks(f"We own this.\n\n{line}\n\n{BODY}")] == ["paragraph"] * 3


def test_a_heading_with_nothing_under_it_is_none() -> None:
    assert blocks("We own this.\n\nWhat went wrong")[-1].kind != "heading"


@pytest.mark.parametrize(
    ("line", "head", "role", "rest"),
    [
        ("Root cause: nobody checked the labels.", "Root cause", "cause", "nobody checked the labels."),
        ("Root cause - nobody checked the labels.", "Root cause", "cause", "nobody checked the labels."),
        ("**Root cause:** nobody checked the labels.", "Root cause", "cause", "nobody checked the labels."),
        ("1. Root cause: nobody checked.", "Root cause", "cause", "nobody checked."),
        ("The reason: nobody checked the labels.", "The reason", "cause", "nobody checked the labels."),
        ("What we did: we wrote to 41 buyers.", "What we did", "corrective", "we wrote to 41 buyers."),
        ("Prevention. Every Friday the lead counts.", "Prevention", "preventive", "Every Friday the lead counts."),
        ("What went wrong? Nobody checked.", "What went wrong", "cause", "Nobody checked."),
        ("From now on: every label is scanned.", "From now on", "preventive", "every label is scanned."),
    ],
)
def test_a_heading_may_run_into_its_text(line: str, head: str, role: str, rest: str) -> None:
    assert told(f"{line}\n\nSincerely\n")[:2] == [("heading", role, head), ("paragraph", role, rest)]
    assert all(block.run_in for block in blocks(line))


@pytest.mark.parametrize(
    "line", ["The root cause was this: nobody checked.", "We found the cause: nobody checked.", "It was 9:30 then."]
)
def test_a_sentence_with_a_colon_does_not_run_in(line: str) -> None:
    assert told(line) == paragraphs(line)


def test_run_in_headings_line_by_line_part_three_answers() -> None:
    assert [(b.kind, b.role) for b in blocks("Cause: nobody checked.\nActions: we wrote.\nPrevention: we count.")] == [
        ("heading", "cause"),
        ("paragraph", "cause"),
        ("heading", "corrective"),
        ("paragraph", "corrective"),
        ("heading", "preventive"),
        ("paragraph", "preventive"),
    ]


# -- items, paragraphs, tables -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "marker",
    [
        "-",
        "*",
        "+",
        "•",
        "·",
        "--",
        "–",
        "—",
        "o",
        "→",
        "✓",
        "[x]",
        "->",
        "①",
        "⑫",
        "1.",
        "1)",
        "(1)",
        "12.",
        "a.",
        "a)",
        "(b)",
        "A.",
        "iv)",
        "Step 2:",
        "2.1.",
    ],
)
def test_every_bullet_makes_items(marker: str) -> None:
    text = f"We own this.\n\n{marker} The buyers got letters.\n{marker} The feed is new.\n"
    assert told(text) == paragraphs("We own this.") + items("The buyers got letters.", "The feed is new.")


@pytest.mark.parametrize("line", ["-5 degrees is cold.", "2026 was a hard year.", "I. am", "3.5 days is short."])
def test_what_only_looks_like_a_bullet_loses_nothing(line: str) -> None:
    made = "".join(block.text for block in blocks(f"{line}\n"))
    assert re.findall(r"\w{2,}", made) == re.findall(r"\w{2,}", line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We shipped 41 orders\nlate in March because\nnobody had looked.",
            paragraphs("We shipped 41 orders late in March because nobody had looked."),
        ),
        (
            "We closed all of the listings that your notice names, and took every\nunit of them out of the hall.",
            paragraphs(
                "We closed all of the listings that your notice names, and took every unit of them out of the hall."
            ),
        ),
        ("One.\n\nTwo.\n \t\nThree.", paragraphs("One.", "Two.", "Three.")),
        (
            "- The buyers got letters\n  and refunds.\n- The feed is new\nand faster.",
            items("The buyers got letters and refunds.", "The feed is new and faster."),
        ),
        ("- The buyers got letters.\nThen we slept.", items("The buyers got letters.") + paragraphs("Then we slept.")),
        ("One.\n---\nTwo.\n* * *\nThree.", paragraphs("One.", "Two.", "Three.")),
        ("It   is\u00a0here \u3000now.", paragraphs("It is here now.")),
        ("It is **very** “good” – isn’t it.", paragraphs('It is very "good" – isn\'t it.')),
    ],
    ids=[
        "hard-wrapped",
        "wrapped with words of headings",
        "blank lines",
        "wrapped items",
        "text after an item",
        "rulers",
        "white space",
        "typography",
    ],
)
def test_lines_are_gathered_into_what_belongs_together(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We did this: 1) refunded 41 buyers, 2) closed the listing, 3) called the carrier.",
        "We did this: (1) refunded 41 buyers, (2) closed the listing, (3) called the carrier.",
        "We did this: ① refunded 41 buyers, ② closed the listing, ③ called the carrier.",
        "We did this: • refunded 41 buyers, • closed the listing, • called the carrier.",
    ],
)
def test_items_in_one_line_are_items(text: str) -> None:
    lead, *made = blocks(text)
    assert (lead.kind, lead.text) == ("paragraph", "We did this:")
    assert [(b.kind, b.text) for b in made] == [
        ("list-item", "We refunded 41 buyers,"),
        ("list-item", "We closed the listing,"),
        ("list-item", "We called the carrier."),
    ]


@pytest.mark.parametrize(
    "text", ["See points 3) and 4) of our first letter.", "The sizes (10) and (12) were swapped on 41 boxes."]
)
def test_numbers_within_a_sentence_do_not_cut_it(text: str) -> None:
    assert told(text) == paragraphs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Order\tPlaced\tState\n112\tearly\trefunded\n113\tlate\trefunded",
        "| Order | Placed | State |\n|---|---|---|\n| 112 | early | refunded |\n| 113 | late | refunded |",
        "Order      Placed     State\n112        early      refunded\n113        late       refunded",
    ],
    ids=["tabs", "pipes", "columns"],
)
def test_a_table_is_rows(text: str) -> None:
    made = blocks(f"We own this.\n\n{text}\n\nThe table is complete.\n")
    assert [b.kind for b in made] == ["paragraph", "table-row", "table-row", "table-row", "paragraph"]
    assert [re.findall(r"\w+", b.text)[-1] for b in made[1:4]] == ["State", "refunded", "refunded"]


def test_a_lead_in_governs_its_list_and_says_when() -> None:
    made = blocks(
        "We own this.\n\nWe have done this: \n\n- New scale.\n- New desk.\n\nWe will do this:\n- New lamp.\n\nBye now."
    )
    assert [(b.text, b.time) for b in made if b.kind == "list-item"] == [
        ("New scale.", "done"),
        ("New desk.", "done"),
        ("New lamp.", "planned"),
    ]


def test_an_item_without_a_subject_gets_one_without_a_place() -> None:
    text = "- Sent 41 refunds.\n- Removed the listing."
    made = blocks(text)
    assert [b.text.lower() for b in made] == ["we sent 41 refunds.", "we removed the listing."]
    assert [b.offsets[0] for b in made] == [b.start for b in made]
    assert [text[b.offsets[3]] for b in made] == ["S", "R"]


# -- what is not the seller's text -------------------------------------------------------------------------------


def test_a_notice_marked_with_angles_is_a_quotation() -> None:
    assert told("> Your account is closed.\n> Send a plan.\n\nWe shipped late.") == [
        ("quote", "", "Your account is closed. Send a plan."),
        ("paragraph", "", "We shipped late."),
    ]


@pytest.mark.parametrize(
    "notice",
    [
        'Your notice of 3 May said:\n\n"Your late shipment rate is above the target of 4%."',
        "Your notice of 3 May said:\n\n“Your late shipment rate is above the target of 4%.”",
        "Your Amazon seller account has been deactivated. Please send us a plan of action.",
        "We have removed your listing because the item is not authentic. To reactivate your account, write to us.",
    ],
)
def test_a_pasted_notice_is_a_quotation(notice: str) -> None:
    *_, quote, own = blocks(f"{notice}\n\nWe shipped 41 orders late.")
    assert (quote.kind, quote.quoted, quote.role) == ("quote", True, "")
    assert (own.kind, own.quoted) == ("paragraph", False)


def test_a_paragraph_that_answers_the_notice_stays_the_sellers() -> None:
    assert told("To reactivate your trust, our team changed the feed.")[0][0] == "paragraph"
    assert told("You have removed our listing, and you were right: we failed to check it.")[0][0] == "paragraph"


@pytest.mark.parametrize(
    "greeting",
    [
        "Dear Amazon Seller Performance Team,",
        "Dear Sir or Madam",
        "Hello,",
        "Hi team",
        "To whom it may concern:",
        "Good day!",
        "Respected Sir/Madam,",
    ],
)
def test_a_greeting_is_a_salutation(greeting: str) -> None:
    assert told(f"{greeting}\n\nWe shipped late.\n") == [
        ("salutation", "", greeting),
        ("paragraph", "", "We shipped late."),
    ]
    assert told(f"{greeting}\nWe shipped late.\n") == [
        ("salutation", "", greeting),
        ("paragraph", "", "We shipped late."),
    ]


def test_what_follows_a_greeting_in_its_line_is_read() -> None:
    made = blocks("Dear Amazon, we shipped 41 orders late.\n\nNobody had looked.\n")
    assert "shipped 41 orders late." in "".join(block.text for block in made if block.kind == "paragraph")


@pytest.mark.parametrize(
    "end",
    [
        "Sincerely,\nAnna Kim\nBlue Fox Ltd",
        "Best regards\n\nAnna Kim\nOwner, Blue Fox",
        "Thank you,\nAnna",
        "Yours faithfully\nA. Kim",
        "Anna Kim\nBlue Fox Ltd",
        "Anna Kim",
        "— Anna",
    ],
)
def test_the_end_of_a_letter_is_its_signature(end: str) -> None:
    made = blocks(f"We shipped late.\n\nNobody had looked.\n\n{end}\n")
    assert [b.kind for b in made[:2]] == ["paragraph", "paragraph"]
    assert {b.kind for b in made[2:]} == {"signature"}
    assert [b.text for b in made[2:]] == [line.strip() for line in end.splitlines() if line]


@pytest.mark.parametrize(
    "last", ["Best practice was not followed.", "Thanks to this nothing is unscanned.", "Signed parcels leave daily."]
)
def test_a_short_last_sentence_is_no_signature(last: str) -> None:
    assert told(f"We shipped late.\n\n{last}") == paragraphs("We shipped late.", last)


def test_thanks_amid_a_letter_do_not_end_it() -> None:
    body = "\n\n".join(["Thank you for this chance.", *["We changed the feed."] * 12])
    assert {b.kind for b in blocks(body)} == {"paragraph"}


# -- what is folded -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("We sold B0C1YY7P4M.", "We sold Alpha."),
        ("We sold order 112-4837261-9920417 late.", "We sold order Alpha late."),
        ("We closed it on 3 May 2026.", "We closed it on Monday."),
        ("We closed it on 3 May. We wrote to all.", "We closed it on Monday. We wrote to all."),
        ("We closed it on May 3rd, 2026.", "We closed it on Monday."),
        ("We closed it on 2026-05-03.", "We closed it on Monday."),
        ("We closed it on 3.5.2026.", "We closed it on Monday."),
        ("We closed it on 3 Sept. 2026 and left.", "We closed it on Monday and left."),
        ("Write to anna@fox.example or see https://fox.example/a?b=c.", "Write to Alpha or see Alpha"),
        ("You may march.", "You may march."),
    ],
)
def test_ids_and_dates_are_given_a_form_that_parses(text: str, parsed: str) -> None:
    (made,) = blocks(text)
    assert made.text == parsed


def test_a_place_in_folded_text_leads_back_to_the_draft() -> None:
    text = "  We   put an end to “B0C1YY7P4M” \non 3 May 2026,  all of  it."
    (made,) = blocks(text)
    assert made.text == 'We put an end to "Alpha" on Monday, all of it.'
    for word, source in [
        ("put", "put"),
        ("Alpha", "B0C1YY7P4M"),
        ("Monday", "3 May 2026"),
        (",", ","),
        ("all", "all"),
        ("it.", "it."),
    ]:
        assert text.startswith(source, made.offsets[made.text.index(word)])
    assert made.offsets[-1] == len(text)


# -- for any text -------------------------------------------------------------------------------------------------

LETTER = """Dear Amazon,

We shipped 41 orders late
in March.

Root cause: nobody checked B0C1YY7P4M.

What we did
1) Refunded 41 buyers on 3 May 2026.
2) Closed the listing
   for good.

> Your account is closed.
> Send a plan.

Order\tPlaced\tState
112\tearly\trefunded

Sincerely,
Anna
"""


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_change_nothing_but_offsets(ending: str) -> None:
    other = LETTER.replace("\n", ending)
    plain, changed = blocks(LETTER), blocks(other)
    assert [(b.kind, b.role, b.text, b.time) for b in changed] == [(b.kind, b.role, b.text, b.time) for b in plain]
    for mine, yours in zip(plain, changed, strict=True):
        assert other[yours.start : yours.end].replace(ending, "\n") == LETTER[mine.start : mine.end]


def test_a_huge_line_is_cut_into_pieces_that_parse_and_loses_no_word() -> None:
    text = "We checked the labels of every box. " * 5_600
    made = blocks(text)
    assert max(len(block.text) for block in made) <= 8_000
    assert " ".join(block.text for block in made) == text.strip()
    assert all(block.text.startswith("We ") and block.text.endswith(".") for block in made)


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "word " * 40_000, "1) " * 60_000, "- " * 100_000, "(" * 100_000, "\n" * 200_000]
)
def test_a_line_without_sentences_is_cut_too(text: str) -> None:
    assert max((len(block.text) for block in blocks(text)), default=0) <= 8_000


def test_nothing_is_made_of_nothing() -> None:
    assert blocks("") == blocks(" \n\t\r\n ") == blocks("---\n***\n|") == ()


_BITS = st.sampled_from(
    [
        "Root cause",
        "Root cause:",
        "Dear Amazon,",
        "Sincerely,",
        "Anna Kim",
        "We sent 41 refunds",
        "Sent 41 refunds.",
        "on 3 May.",
        "B0C1YY7P4M",
        "We did this:",
        "Your account has been deactivated.",
        "Your notice said:",
        '"quoted"',
        "a | b | c",
        "a\tb\tc",
        "3 May 2026",
        "No.",
        "?",
        "- ",
        "* ",
        "1) ",
        "2) ",
        "① ",
        "> ",
        ">",
        "## ",
        "**",
        "__",
        "____",
        "---",
        "—",
        "[x] ",
        "Step 1: ",
        "(",
        "“",
        "。",
        "\u3000",
        "\u00a0",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        " ",
        "\t",
        "\f",
        "\u2028",
        "\ufeff",
        "é",
        "中文",
        "😀",
        "\x00",
    ]
)
_TEXTS = st.one_of(st.text(max_size=300), st.lists(st.one_of(_BITS, st.text(max_size=6)), max_size=60).map("".join))


@settings(max_examples=400, deadline=None)
@given(_TEXTS)
@example("> a\n\n>b\n")
@example("on 3 May.\n**Root cause:**\n____")
def test_blocks_of_any_text_stand_in_order_and_map_back_to_it(text: str) -> None:
    end = 0
    for number, block in enumerate(blocks(text)):
        assert block.index == number
        assert end <= block.start < block.end <= len(text)
        end = block.end
        assert block.role in (*ROLES, "")
        assert block.text.strip()
        assert len(block.offsets) == len(block.text) + 1
        assert all(a <= b for a, b in zip(block.offsets, block.offsets[1:], strict=False))
        assert block.start <= block.offsets[0]
        assert block.offsets[-1] <= block.end
        for entity in block.entities:
            assert 0 <= entity.start < entity.end <= len(block.text)


def test_numbered_titles_are_headings_whatever_they_say() -> None:
    text = (
        "1. Matter\nWe listed 26 lasers.\n\n2. From where it came\nNobody measured.\n\n"
        "3. Done\n- 14 April: listing deleted.\n\n4. Onto the next\nEach new article is measured.\n"
    )
    made = blocks(text)
    assert [(each.text, each.role) for each in made if each.kind == "heading"] == [
        ("Matter", ""), ("From where it came", "cause"), ("Done", "corrective"), ("Onto the next", "")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "We did this:\n1. Refunds sent\n2. Listing closed\n3. Packers trained\n",
        "1. The offer was closed on 3 May\nand the stock was destroyed.\n2. The label was\nchanged on 4 May.\n",
        "1. Refunds sent;\nFormer buyers written to.\n2. Listing closed;\nStock destroyed.\n",
    ],
)
def test_numbered_items_are_no_titles(text: str) -> None:
    assert [each.text for each in blocks(text) if each.kind == "heading" and each.text[:2] != "We"] == []


def test_what_runs_into_its_text_heads_that_text_alone_in_time_too() -> None:
    text = "Done is the following: 57 buyers were written to.\n\nEach day JTL sends a list.\n"
    assert [(each.kind, each.role, each.time) for each in blocks(text)] == [
        ("heading", "corrective", "done"), ("paragraph", "corrective", "done"), ("paragraph", "", "")
    ]  # fmt: skip
