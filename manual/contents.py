"""All pages that are made of the rules, and the order in which the manual's pages stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from case_pages import case_page, cases_index, targets_page
from clause_page import clause_page
from command_page import command_page
from dispute_page import dispute_page
from key_page import key_page
from marks import say
from poalint.cards import Card, cards
from poalint.loader import Knowledge, load
from poalint.loading.packs import Pack, built_in
from poalint.speech import Lang, render
from rule_pages import group_title, rule_page, rules_index
from signal_pages import signal_page, signals_index

Nav = list[Any]
"""As MkDocs takes it: pages, each under its title, and sections that hold more of them."""


class Contents:
    """The manual's generated pages and its table of contents, in one language, from the rules of ``packs``."""

    def __init__(self, lang: Lang, packs: Sequence[Pack] = ()) -> None:
        packs = tuple(packs) or (built_in(),)
        self._lang = lang
        self._cards: list[Card] = cards(packs, lang)
        self._knowledge: Knowledge = load(packs)
        self._weights: dict[str, int] = {str(name): of for name, of in self._knowledge.scale.weights.items()}

    def pages(self) -> Mapping[str, str]:
        """Each generated page under its path."""
        lang, facts = self._lang, self._knowledge.facts
        titles = {card.id: card.title for card in self._cards}
        made = {
            "rules/index.md": rules_index(self._cards, self._weights, lang),
            "signals/index.md": signals_index(self._knowledge.sources, lang),
            "violations/index.md": cases_index(facts, lang),
            "targets.md": targets_page(facts, lang),
            "disputes.md": dispute_page(self._knowledge, self._cards, lang),
            "commands.md": command_page(lang),
            "clauses.md": clause_page(lang),
            "files.md": key_page(lang),
        }
        made |= {f"rules/{card.id}.md": rule_page(card, lang) for card in self._cards}
        made |= {f"violations/{name}.md": case_page(each, lang) for name, each in facts.profiles.items()}
        for source in self._knowledge.sources:
            made[f"signals/{source.spec.signal}.md"] = signal_page(source, self._knowledge, titles, lang)
        return made

    def nav(self) -> Nav:
        """The table of contents, pages kept by hand among it."""
        profiles = sorted(self._knowledge.facts.profiles.items())
        return [
            {self._say("Start", "开始"): "index.md"},
            {self._say("Drafts", "信的文件格式"): "drafts.md"},
            {self._say("Rules", "规则"): ["rules/index.md", *self._rules()]},
            {
                self._say("Violations", "违规类型"): [
                    "violations/index.md",
                    {self._say("Amazon's targets", "亚马逊的指标要求"): "targets.md"},
                    *({render(each.title, self._lang): f"violations/{name}.md"} for name, each in profiles),
                ]
            },
            {self._say("Disputes", "异议"): "disputes.md"},
            {
                self._say("For agencies", "团队使用"): [
                    {self._say("Configuration", "配置"): "configuration.md"},
                    {self._say("Limits", "上限"): "limits.md"},
                    {self._say("Report formats", "报告格式"): "formats.md"},
                    {self._say("A report to show", "给客户看的报告"): "html-report.md"},
                    {self._say("In CI", "在 CI 里用"): "ci.md"},
                    {self._say("Allow a finding", "放行"): "allowing.md"},
                    {self._say("Baseline", "基线"): "baseline.md"},
                    {self._say("Redraft", "改稿"): "redraft.md"},
                    {self._say("Large runs", "一次检查很多封信"): "large-runs.md"},
                ]
            },
            {
                self._say("Write rules", "自己写规则"): [
                    {self._say("Your first rule", "第一条规则"): "first-rule.md"},
                    {self._say("Packs", "规则包"): "packs.md"},
                    {self._say("Files and keys", "文件和键"): "files.md"},
                    {self._say("Clauses", "分句"): "clauses.md"},
                ]
            },
            {
                self._say("Signals", "信号"): [
                    "signals/index.md",
                    *sorted(f"signals/{each.spec.signal}.md" for each in self._knowledge.sources),
                ]
            },
            {
                self._say("Reference", "参考"): [
                    {self._say("Commands", "命令"): "commands.md"},
                    {self._say("Exit status", "退出码"): "exit-status.md"},
                    {self._say("JSON", "JSON（英文）"): "json.md"},
                    {self._say("How well it judges", "判断得有多准（英文）"): "judgement.md"},
                ]
            },
        ]

    def _rules(self) -> Nav:
        return [
            {group_title(group, self._weights, self._lang): [{card.title: f"rules/{card.id}.md"} for card in members]}
            for group, members in groupby(self._cards, key=lambda card: card.group)
        ]

    def _say(self, en: str, zh: str) -> str:
        return say(en, zh, self._lang)
