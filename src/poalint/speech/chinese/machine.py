"""Reports for machines, and reports without the draft's words."""

from __future__ import annotations

MACHINE: dict[str, str] = {
    # cli/check.py
    "Keep the drafts' words out of every report; places and rules stay.": "所有报告都不出现信里的原话，只保留位置和规则。",
    # formats/entries.py
    "could not be checked": "没能检查",
    "{message} {advice}": "{message}{advice}",
    # formats/check_junit.py
    "{title}: {text}": "{title}：{text}",
    # formats/check_github.py
    "poalint: not annotated, see the summary: {findings}.": "poalint：没有逐条标注、请看汇总的还有：{findings}。",
    "left out": "不计的问题",
    "{count} more": "另外 {count} 项",
    "Not counted: {findings}.": "不计入：{findings}。",
    # formats/digest.py
    "| draft | score | verdict | gates |": "| 信 | 分数 | 结论 | 关卡 |",
    "; ": "；",
    "passed": "通过",
    "There was no room for {things} more.": "篇幅有限，还有 {things}没有列出。",
    "{findings} left out": "{findings}不计",
    "{ran} of {known} rules ran": "{known} 条规则只查了 {ran} 条",
    # formats/summary.py
    "no verdict": "没有结论",
    # redaction.py
    "{title}.": "{title}。",
    # formats/sarif_rules.py
    "`poalint explain {rule}` tells more.": "更多说明：`poalint explain {rule}`。",
}
