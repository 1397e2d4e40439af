"""Links from pages kept by hand to pages that are made of the rules.

In the repository there are no such pages, so a link to one would lead nowhere there: a page only names it, in italics
(in Chinese in title marks), and the manual makes a link of the name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from poalint.speech import Lang

MADE: Mapping[Lang, Mapping[str, str]] = {
    "en": {
        "All rules": "rules/index.md",
        "Amazon's targets": "targets.md",
        "Clauses": "clauses.md",
        "Commands": "commands.md",
        "Disputes": "disputes.md",
        "Files and keys": "files.md",
        "All signals": "signals/index.md",
        "Violations": "violations/index.md",
    },
    "zh": {
        "全部规则": "rules/index.md",
        "亚马逊的指标要求": "targets.md",
        "分句": "clauses.md",
        "命令": "commands.md",
        "异议": "disputes.md",
        "文件和键": "files.md",
        "全部信号": "signals/index.md",
        "违规类型": "violations/index.md",
        "JSON（英文）": "json.md",
        "判断得有多准（英文）": "judgement.md",
    },
}
"""The pages that are made, under the names that pages kept by hand use."""
_NAMED: Mapping[Lang, re.Pattern[str]] = {
    "en": re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)"),
    "zh": re.compile("《([^》\n]+)》"),
}


def linked(text: str, lang: Lang) -> str:
    """The Markdown of a page at the top of the manual, with a link where it names a page that is made."""
    made = MADE[lang]
    return _NAMED[lang].sub(lambda named: f"[{named[1]}]({made[named[1]]})" if named[1] in made else named[0], text)
