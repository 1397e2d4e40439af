"""A page for each rule, and the list of them. The text is that of ``poalint explain``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from marks import block, bullets, code, letter, page, plain, say, table
from poalint.cards import Card
from poalint.demands import Point
from poalint.formats.lines import number
from poalint.sections import Section, effects, sections
from poalint.speech import Lang, translated

_EXAMPLES = ("bad", "good", "near")
_PILLARS = {
    "acknowledges-fault": ("Owning the fault", "承认问题"),
    "root-cause": ("Root cause", "根本原因"),
    "corrective-actions": ("What was done", "纠正措施"),
    "prevention": ("Prevention", "预防措施"),
    "no-blame": ("No blame", "不推卸责任"),
}
_THEMES = {
    "actions": ("More on what was done", "措施的其他问题"),
    "case": ("The case", "违规类型"),
    "dispute": ("Disputes", "异议"),
    "facts": ("Facts", "事实"),
    "form": ("Form", "格式"),
    "prevention": ("More on prevention", "预防的其他问题"),
    "tone": ("Tone", "语气"),
}
"""What themes beside the pillars are called; one that is not here goes by its own name."""


def rule_page(card: Card, lang: Lang) -> str:
    """The page of one rule."""
    parts = [f"`{card.id}` · {plain(''.join(effects(card, lang)))}"]
    for section in sections(card, lang):
        if section.title:
            parts.append(f"## {plain(section.title)}")
        parts += _body(section, lang)
    return page(card.title, *parts)


def _body(section: Section, lang: Lang) -> Iterator[str]:
    if section.kind in _EXAMPLES:
        yield letter(section.text, section.kind, lang)
    elif section.kind == "code":
        yield block(section.text)
    elif section.text:
        yield plain(section.text)
    for under, group in groupby(section.points, key=lambda point: point.under):
        lines = [_point(point, lang) for point in group]
        yield bullets(lines) if under else "\n\n".join(lines)


def _point(point: Point, lang: Lang) -> str:
    if not point.signal:
        return plain(point.text)
    link = f"[{code(point.signal)}](../signals/{point.signal}.md)"
    return f"{link}{say(': ', '：', lang)}{plain(point.text)}" if point.text else link


def rules_index(cards: Sequence[Card], weights: Mapping[str, int], lang: Lang) -> str:
    """The list of all rules, a table for each pillar and each theme beside the pillars."""
    head = [
        say(en, zh, lang)
        for en, zh in (("rule", "规则"), ("what it finds", "查什么"), ("severity", "级别"), ("points", "扣分"))
    ]
    intro = say(
        "The rules of the five pillars come first, the worst of each first; then those on facts, form and tone, "
        "which take points off the whole. `poalint explain RULE` prints the same text as a rule's page.",
        "先列五个要点的规则，每个要点里最严重的排在前面；再列事实、格式、语气方面的规则，这些从总分里扣。"
        "`poalint explain 规则名` 会打印和规则页面一样的内容。",
        lang,
    )
    parts = [intro]
    for group, members in groupby(cards, key=lambda card: card.group):
        parts.append(f"## {group_title(group, weights, lang)}")
        if group in weights:
            parts.append(code(group))
        parts.append(
            table(
                head,
                (
                    [
                        f"[{code(card.id)}]({card.id}.md)", plain(card.title),
                        translated(card.severity, lang), number(card.points),
                    ]
                    for card in members
                ),
            )
        )  # fmt: skip
    return page(say("All rules", "全部规则", lang), *parts)


def group_title(group: str, weights: Mapping[str, int], lang: Lang) -> str:
    """What a group of rules is called: a pillar with the points that it may bring, or a theme."""
    if group in weights:
        return f"{say(*_PILLARS[group], lang)} ({weights[group]} {say('points', '分', lang)})"
    theme = group.split()[0]
    return say(*_THEMES.get(theme, (theme, theme)), lang)
