"""The HTML report."""

from __future__ import annotations

HTML_REPORT: dict[str, str] = {
    # cli/previous.py
    "An earlier report in JSON; the HTML report shows how scores moved. Repeatable, oldest first.": "以前的 JSON 报告；HTML 报告会画出分数怎么变。可以写多次，最早的写在前面。",
    "Earlier reports are shown in HTML alone: add --format html=FILE.": "以前的报告只在 HTML 报告里显示：请加上 --format html=FILE。",
    # formats/html/page.py
    "Plan of Action review": "POA 检查报告",
    "Made by poalint {version}. The letters stand here word for word.": "由 poalint {version} 生成。本页含信件原文，转发前请留意。",
    # formats/html/index.py
    "All letters": "全部信件",
    "{drafts}: {verdicts}": "{drafts}：{verdicts}",
    "Could not be checked": "没能检查",
    "against {score} before": "上次 {score} 分",
    # formats/html/overview.py
    "of 100": "/ 100 分",
    "this report": "本次",
    "Scores so far: {scores}": "历次分数：{scores}",
    "Where the points went": "分数扣在哪里",
    # formats/html/draft.py
    "The letter as a whole": "整封信的问题",
    "The letter": "信件原文",
    # formats/html/letter.py
    "Table in the letter": "信里的表格",
    "Finding {number}: {severity}": "第 {number} 条：{severity}",
    # formats/html/notes.py
    "Instead": "改法",
    "What to write instead: see {number}": "改法同第 {number} 条",
    "More": "更多",
    "Left out of the score: {number}": "不计分的问题：{number} 条",
    "Known from the baseline.": "基线里已有。",
    "Allowed.": "已允许。",
    "Allowed: {reason}": "已允许：{reason}",
}
