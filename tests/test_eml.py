# ruff: noqa: RUF001 # Chinese mails have full-width marks
"""E-mail to the letter in it: whatever program sent it, and whatever it drags along."""

from __future__ import annotations

import base64
import time
from email.message import EmailMessage
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paperwork import SAMPLES, sample
from poalint.errors import DraftError
from poalint.limits import USUAL, Limits
from poalint.model import Draft
from poalint.readers import read
from program import run

HEAD = "From: anna@example.com\nTo: team@example.com\nSubject: Plan of Action\n"
ENGLISH = (
    "In March we shipped 41 orders late, because the handling time of twelve listings stood at one day after we moved."
)


def draft(mail: str | bytes, limits: Limits = USUAL) -> Draft:
    return read("letter.eml", mail.encode() if isinstance(mail, str) else mail, ".eml", limits)


def refusal(mail: str | bytes, limits: Limits = USUAL) -> DraftError:
    with pytest.raises(DraftError) as caught:
        draft(mail, limits)
    assert caught.value.remedy
    return caught.value


def quoted(made: Draft) -> str:
    return "\n".join(made.text[mark.start : mark.end] for mark in made.marks if mark.kind == "quote")


# -- files as mail programs save them ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "subject", "told"),
    [
        ("eml-python.eml", "Plan of Action: Late Shipment Rate \u2013 深圳", "paragraph 3"),
        ("eml-outlook.eml", "Plan of Action for Late Shipment Rate", "paragraph 3"),
        ("eml-apple-mail.eml", "Plan of Action for Late Shipment Rate", "line 15"),
        ("eml-qqmail.eml", "Plan of Action 申诉", "paragraph 3"),
    ],
)
def test_the_letter_is_the_text_under_its_subject(name: str, subject: str, told: str) -> None:
    made = sample(name)
    assert made.text.startswith(subject)
    assert (made.marks[0].kind, made.marks[0].start, made.marks[0].end) == ("heading", 0, len(subject))
    at = made.text.index("In March we shipped 41 orders late")
    assert str(made.told(at)) == told
    assert "Since 25 March the warehouse manager" in made.text
    assert made.remarks == ()


@pytest.mark.parametrize("name", ["eml-outlook.eml", "eml-apple-mail.eml", "eml-qqmail.eml"])
def test_the_mail_that_is_answered_is_a_quotation(name: str) -> None:
    made = sample(name)
    assert "at risk of deactivation" in quoted(made)
    assert "In March" not in quoted(made)
    assert "Sincerely" not in quoted(made)


def test_lines_of_the_file_are_told_where_the_mail_is_not_encoded() -> None:
    made = sample("eml-apple-mail.eml")
    lines = (SAMPLES / "eml-apple-mail.eml").read_text(encoding="ascii").splitlines()
    for words in ("Plan of Action", "In March", "Corrective", "moved.", "Anna Meyer\n", "12 Mill Lane"):
        line, column = made.position(made.text.index(words))
        assert lines[line - 1][column - 1 :].startswith(words.strip())


def test_chinese_names_in_a_signature_survive() -> None:
    assert "Anna Meyer (安娜) 深圳市" in sample("eml-qqmail.eml").text


def test_a_cover_note_is_not_taken_for_the_letter(tmp_path: Path) -> None:
    done = run("check", SAMPLES / "eml-attached.eml")
    assert done.status == 2
    said = " ".join(done.err.split())
    assert '"Plan of Action 最终.docx"; the mail itself has 9 words' in said
    assert "Save the attachment and check that" in said


def test_the_program_does_not_hold_the_answered_mail_against_the_seller() -> None:
    done = run("check", SAMPLES / "eml-outlook.eml")
    assert done.status in (0, 1)
    assert "never received a plan" not in done.out


# -- encodings -----------------------------------------------------------------------------------------------------


def encoded(charset: str, data: bytes, coding: str = "8bit") -> bytes:
    head = HEAD + f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {coding}\n\n"
    return head.encode() + (base64.encodebytes(data) if coding == "base64" else data)


@pytest.mark.parametrize(
    ("mail", "text"),
    [
        (encoded("utf-8", "深圳 late".encode()), "深圳 late"),
        (encoded("gb18030", "深圳 late".encode("gb18030")), "深圳 late"),
        (encoded("gb2312", "镕 late".encode("gbk")), "镕 late"),
        (encoded("gb2312", "镕 late".encode("gbk"), "base64"), "镕 late"),
        (encoded("iso-8859-1", "late \u2013 sorry".encode("cp1252")), "late \u2013 sorry"),
        (encoded("us-ascii", "caf\u00e9 late".encode()), "caf\u00e9 late"),
    ],
)
def test_encodings_are_read_as_mail_programs_mean_them(mail: bytes, text: str) -> None:
    made = draft(mail)
    assert text in made.text
    assert made.remarks == ()


@pytest.mark.parametrize(
    ("mail", "text", "said"),
    [
        (encoded("x-unknown", "深圳 late".encode("gb18030")), "深圳 late", "read as GB18030"),
        (encoded("utf-8", "深圳 late".encode("gb18030")), "深圳 late", "read as GB18030"),
        (encoded("utf-8", b"late \x96"), "late \u2013", "read as CP1252"),
    ],
)
def test_a_guess_is_said(mail: bytes, text: str, said: str) -> None:
    made = draft(mail)
    assert text in made.text
    assert said in str(made.remarks[0])


@pytest.mark.parametrize(
    ("told", "subject"),
    [
        ("Re: Plan of Action", "Plan of Action"),
        ("回复：转发: Plan", "Plan"),
        ("=?utf-8?q?Plan_=E2=80=93_x?=", "Plan \u2013 x"),
        ("=?gb2312?B?yerL36O6UGxhbg==?=", "申诉：Plan"),
        ("Plan\n of Action", "Plan of Action"),
        ("Refund plan", "Refund plan"),
    ],
)
def test_subjects_are_read_without_what_mail_programs_put_before_them(told: str, subject: str) -> None:
    assert draft(f"From: a@b.c\nTo: d@e.f\nSubject: {told}\n\n{ENGLISH}\n").text.startswith(subject + "\n\n")


def test_lines_that_a_mail_program_broke_are_put_together() -> None:
    mail = HEAD + "Content-Type: text/plain; format=flowed\n\nWe shipped \nlate.\n Next.\n-- \nAnna\n"
    assert draft(mail).text.startswith("Plan of Action\n\nWe shipped late.\nNext.\n-- \nAnna")


# -- what is not the seller's --------------------------------------------------------------------------------------

OLD = "We never received a plan from you."


@pytest.mark.parametrize(
    "above",
    [
        "-----Original Message-----\nFrom: A <a@b.c>\nSent: Friday\nTo: B\nSubject: x\n\n",
        "-------- Original Message --------\n\n",
        "From: A <a@b.c>\nSent: Friday\nTo: B\nSubject: x\n\n",
        "*From:* A <a@b.c>\n*Sent:* Friday\n*To:* B\n\n",
        "________________________________\n发件人: A\n发送时间: 2024年3月22日\n收件人: B\n主题: x\n\n",
        "------------------ 原始邮件 ------------------\n\n",
        "On Fri, Mar 22, 2024 at 9:00 AM A <a@b.c> wrote:\n\n",
        "On Fri, Mar 22, 2024 at 9:00 AM Seller Performance\n<a@b.c> wrote:\n\n",
        "在 2024年3月22日，A <a@b.c> 写道：\n\n",
    ],
)
def test_everything_behind_a_divider_is_a_quotation(above: str) -> None:
    made = draft(f"{HEAD}\n{ENGLISH}\n\n{above}{OLD}\n")
    assert OLD in quoted(made)
    assert above.strip().splitlines()[0] in quoted(made)
    assert ENGLISH not in quoted(made)


def test_answers_between_quoted_lines_are_the_sellers() -> None:
    made = draft(f"{HEAD}\nOn Fri, 22 March 2024, A wrote:\n> {OLD}\n\n{ENGLISH}\n\n> And why?\n\nWe moved.\n")
    assert OLD in quoted(made)
    assert "And why?" in quoted(made)
    assert ENGLISH not in quoted(made)
    assert "We moved." not in quoted(made)
    assert ">" not in made.body


@pytest.mark.parametrize(
    "words", ["From: the warehouse\n\nwe ship.", "We wrote:\nthis", "To: Amazon\nSubject: our plan"]
)
def test_a_letter_that_looks_a_little_like_a_mail_is_not_quoted(words: str) -> None:
    assert quoted(draft(f"{HEAD}\n{words}\n")) == ""


def test_a_mail_that_was_passed_on_holds_the_letter() -> None:
    head = "---------- Forwarded message ---------\nFrom: Anna <a@b.c>\nDate: Friday\nSubject: x\nTo: B\n\n"
    made = draft(f"{HEAD}\n{head}{ENGLISH}\n")
    assert ENGLISH not in quoted(made)
    assert "Forwarded message" in quoted(made)


def forwarded(times: int) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@b.c", "d@e.f", "Plan of Action"
    mail.set_content(ENGLISH + "\n")
    for _ in range(times):
        outer = EmailMessage()
        outer["From"], outer["To"], outer["Subject"] = "a@b.c", "d@e.f", "Fwd: x"
        outer.set_content("See below.\n")
        outer.add_attachment(mail)
        mail = outer
    return mail


def test_a_mail_attached_to_a_mail_is_opened_and_said() -> None:
    made = draft(forwarded(2).as_bytes())
    assert made.text == f"Plan of Action\n\n{ENGLISH}\n"
    assert "attached" in str(made.remarks[0])


def with_attachment(name: str, words: str = ENGLISH) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@b.c", "d@e.f", "Plan"
    mail.set_content(words + "\n")
    mail.add_attachment(b"x", maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


@pytest.mark.parametrize("name", ["plan.docx", "PLAN.PDF", "申诉信.doc", "plan.rtf", "plan.txt"])
def test_what_may_be_the_letter_is_named(name: str) -> None:
    assert name in refusal(with_attachment(name, "Please see the file.")).reason
    whole = draft(with_attachment(name, f"{ENGLISH} " * 5))
    assert name in str(whole.remarks[0])


@pytest.mark.parametrize("name", ["photo.jpg", "logo.png", "winmail.dat", "stock.xlsx"])
def test_other_attachments_do_not_matter(name: str) -> None:
    assert draft(with_attachment(name)).remarks == ()


def test_html_alone_is_read_with_its_subject() -> None:
    body = f"<html><head><meta charset=gb2312></head><body><p>Dear Amazon,</p><p>{ENGLISH} 深圳</p></body></html>"
    mail = f"{HEAD}Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}"
    made = draft(mail)
    assert made.text.startswith("Plan of Action\n\n")
    at = made.text.index(ENGLISH)
    assert (made.place(at), made.has_lines) == ((0, 3), False)
    assert "深圳" in made.text
    assert "<p>" not in made.body


# -- input that means harm -----------------------------------------------------------------------------------------


def nested(depth: int) -> str:
    heads = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    return f"{HEAD}{heads}Content-Type: text/plain\n\n{ENGLISH}\n"


def wide(parts: int) -> str:
    return HEAD + 'Content-Type: multipart/mixed; boundary="b"\n\n' + "--b\nContent-Type: image/png\n\nx\n" * parts


@pytest.mark.parametrize(
    ("mail", "reason"),
    [
        ("", "this is no e-mail"),
        ("Dear Amazon,\n\nWe shipped late.\n", "this is no e-mail"),
        (HEAD + "\n", "the draft is empty"),
        (nested(3000), "too deep"),
        (nested(300), "more parts than"),
        (wide(5000), "more parts than"),
        (HEAD + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nx\n", "encrypted"),
        (HEAD + 'Content-Type: multipart/encrypted; boundary="b"\n\n--b\n\nx\n--b--\n', "encrypted"),
        (HEAD + "\n" + "word " * 60_000, "characters"),
    ],
)
def test_what_is_no_letter_is_refused_soon(mail: str, reason: str) -> None:
    begin = time.monotonic()
    assert reason in refusal(mail).reason
    assert time.monotonic() - begin < 5


def test_lines_that_nearly_introduce_a_mail_cost_little() -> None:
    begin = time.monotonic()
    draft(HEAD + "\n" + ("On " + "w" * 800 + "\n") * 250)
    assert time.monotonic() - begin < 3


PIECES = [
    "From: a\n", "To: b\n", "Subject: =?gb2312?B?yerL36O6?=\n", "Subject: =?x?Q?=\n", "\n", "> old\n", "-- \n",
    "a letter\n",
    "Content-Type: text/plain; charset=\n", "Content-Type: ;;;\n",
    "Content-Type: multipart/mixed; boundary=b\n", "--b\n",
    "Content-Transfer-Encoding: base64\n", "Content-Disposition: attachment; filename*=utf-8''%\n", "Date: \x00\n",
    "-----Original Message-----\n", "深圳\n", "\r", "Content-Type: message/rfc822\n", "wrote:\n", "--b--\n",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_any_lines_give_a_draft_or_a_refusal(pieces: list[str]) -> None:
    try:
        made = draft(("From: a\nTo: b\n" + "".join(pieces)).encode("gb18030"))
    except DraftError:
        return
    words = [mark for mark in made.marks if mark.kind != "markup"]
    assert all(first.end <= second.start for first, second in pairwise(words))
    starts = [mark.start for mark in made.marks]
    assert starts == sorted(starts)
    assert [spot.start for spot in made.spots] == sorted({spot.start for spot in made.spots})
    made.text.encode()
