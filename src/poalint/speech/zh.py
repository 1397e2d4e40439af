"""The Chinese of the program's own texts, under their English."""

from __future__ import annotations

from poalint.speech.chinese.explaining import EXPLAINING

TEXTS: dict[str, str] = {
    **EXPLAINING,
    "Closest is line {line}: \u201c{words}\u201d, but {because}.": "最接近的是第 {line} 行：“{words}”，但{because}。",
    "No sentence comes close.": "没有一句话接近。",
    # -- shared with reports
    "What it finds": "查什么",
    "Why a reviewer minds": "审核人员为什么在意",
    "What to write": "应该怎么写",
    "Source": "来源",
    "It finds this": "会报这样的写法",
    "It has nothing against this": "这样写没问题",
    "It leaves this near miss alone": "看着像、但不会报",
    "error": "错误",
    "warning": "警告",
    "note": "提示",
    "weak": "偏弱",
    "fail": "不合格",
    ", ": "，",
    "opening": "开头",
    "cause": "根本原因",
    "corrective": "纠正措施",
    "preventive": "预防措施",
    "evidence": "附件证据",
    "closing": "结尾",
    ", pillar {pillar}": "，要点：{pillar}",
    " (makes it {status})": "，判为{status}",
    ", flag {flag}": "，标记：{flag}",
    ", costs 1 point": "，扣 1 分",
    ", costs {points} points": "，扣 {points} 分",
}
