"""Names in reports: of pillars, statuses, verdicts, severities, themes, and parts of a letter."""

from __future__ import annotations

NAMES: dict[str, str] = {
    # pillars
    "acknowledges-fault": "承认问题",
    "root-cause": "根本原因",
    "corrective-actions": "纠正措施",
    "prevention": "预防措施",
    "no-blame": "不推卸责任",
    # severities, statuses, verdicts
    "error": "错误",
    "warning": "警告",
    "note": "提示",
    "pass": "通过",
    "weak": "偏弱",
    "fail": "不合格",
    "ready": "可以提交",
    "revise": "需要修改",
    "not ready": "还不能提交",
    # themes of rules
    "actions": "纠正措施",
    "admission": "承认问题",
    "blame": "推卸责任",
    "dispute": "异议信",
    "plan": "POA 信",
    "facts": "事实与数据",
    "form": "格式与篇幅",
    "tone": "语气",
    # roles of sentences
    "opening": "开头",
    "cause": "根本原因",
    "corrective": "纠正措施",
    "preventive": "预防措施",
    "evidence": "附件证据",
    "closing": "结尾",
    # kinds of blocks
    "heading": "标题",
    "paragraph": "段落",
    "list-item": "列表项",
    "table-row": "表格行",
    "quote": "引文",
    "salutation": "称呼",
    "signature": "落款",
}
