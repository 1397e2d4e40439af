"""The page on disputes: what tells one from a plan, and the rules that it is judged by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from marks import block, bullets, code, page, plain, say, table
from poalint.cards import Card
from poalint.formats.lines import number
from poalint.loader import Knowledge
from poalint.model import LETTERS
from poalint.speech import Lang, translated
from signal_pages import about


def dispute_page(knowledge: Knowledge, cards: Sequence[Card], lang: Lang) -> str:
    """The page; ``cards`` are all rules, of which those that look at disputes are listed."""
    return page(
        say("Disputes", "异议", lang),
        say(
            "Many of Amazon's forms ask first whether you acknowledge the finding or dispute it. Who acknowledges "
            "sends a plan; who disputes sends evidence. A letter that disputes is no plan, so it is not failed for "
            "admitting nothing: it has no pillars, starts from 100 points, and loses what the rules below cost.",
            "亚马逊的很多表单一上来就问：承认（acknowledge），还是提异议（dispute）。承认就交 POA，提异议就交证据。"
            "提异议的信不是 POA，不会因为没认错被判不合格：它没有五个要点，从 100 分起扣，只按下面的规则来看。",
            lang,
        ),
        *_told_apart(knowledge, lang),
        *_judged(cards, lang),
    )


def _told_apart(knowledge: Knowledge, lang: Lang) -> Iterator[str]:
    """How a dispute is told from a plan, as ``letters.yaml`` has it."""
    marks = knowledge.letter_marks
    told = {each.spec.signal: about(each, lang) for each in knowledge.sources}
    yield f"## {say('How it is told from a plan', '怎么和 POA 区分', lang)}"
    yield say(
        "poalint decides by what the letter does, and says in its report where it took one for a dispute. One of these "
        "must stand in it, or in the words of a heading:",
        "poalint 看信里在做什么来判断，当成异议时会在报告里写明。信里（标题也算）至少要有下面一样：",
        lang,
    )
    yield bullets(_signal(name, told, lang) for name in marks.needs)
    yield say("These speak for a dispute, each once a letter:", "下面这些让它更像异议，每样在一封信里只算一次：", lang)
    yield _weights(marks.marks, told, lang)
    yield say(
        f"These speak for a plan, for at most {marks.most} sentences each; so does, a little, a heading over the cause "
        "or the steps:",
        f"下面这些让它更像 POA，每样最多算 {marks.most} 句；有原因、措施的标题，也会让它稍微更像 POA：",
        lang,
    )
    yield _weights(marks.plan, told, lang)
    enough = number(marks.enough)
    yield say(
        f"A letter is a dispute where {enough} or more is left once the second sum is taken from the first. In doubt "
        "it is a plan: a plan that denies the fault stays a plan, and hears that it does.",
        f"第一张表的合计减去第二张表的合计，满 {enough} 就算异议。拿不准时按 POA 看："
        "写了行动计划又不认错的，仍然算 POA，会指出它在否认。",
        lang,
    )
    yield say("If it is wrong, say which it is:", "判断错了，就直接指定：", lang)
    yield block("poalint check --as dispute letter.txt\npoalint check --as plan letter.txt", "sh")
    yield say(
        "For the outline of a dispute, with questions in place of text, name the case and what the letter is to be:",
        "要一份异议信的提纲（正文处都是问题），写上违规类型，并指定是异议：",
        lang,
    )
    yield block("poalint template inauthentic --as dispute --output letter.md", "sh")


def _judged(cards: Sequence[Card], lang: Lang) -> Iterator[str]:
    """The rules for disputes, first those for disputes alone."""
    yield f"## {say('What a dispute is judged by', '异议按哪些规则看', lang)}"
    yield say("These rules look at disputes alone:", "只查异议的规则：", lang)
    yield _rules((card for card in cards if card.letters == ("dispute",)), lang)
    yield say("These look at plans and disputes alike:", "异议和 POA 都查的规则：", lang)
    yield _rules((card for card in cards if set(card.letters) == set(LETTERS)), lang)
    yield say(
        "A rule of your own looks at disputes if its file says `letters: [dispute]`, and at both kinds of letter with "
        "`letters: [plan, dispute]`.",
        "自己写的规则加上 `letters: [dispute]` 就只查异议，写 `letters: [plan, dispute]` 则两种信都查。",
        lang,
    )


def _signal(name: str, told: Mapping[str, str], lang: Lang) -> str:
    return f"[{code(name)}](signals/{name}.md){say(': ', '：', lang)}{plain(told[name])}"


def _weights(marks: Mapping[str, float], told: Mapping[str, str], lang: Lang) -> str:
    head = [say("signal", "信号", lang), say("weight", "分量", lang)]
    return table(head, ([_signal(name, told, lang), number(weight)] for name, weight in marks.items()))


def _rules(cards: Iterable[Card], lang: Lang) -> str:
    pairs = (("rule", "规则"), ("what it finds", "查什么"), ("severity", "级别"), ("points", "扣分"))
    rows = (
        [
            f"[{code(card.id)}](rules/{card.id}.md)",
            plain(card.title),
            translated(card.severity, lang),
            number(card.points),
        ]
        for card in cards
    )
    return table([say(en, zh, lang) for en, zh in pairs], rows)
