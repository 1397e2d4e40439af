"""What the things are called that people name: kinds of names, of files, of letters."""

from __future__ import annotations

THINGS: dict[str, str] = {
    "rule": "规则",
    "signal": "信号",
    "violation": "违规类型",
    "metric": "指标",
    "document": "证明文件",
    "lexicon": "词表",
    "lexicon or entity": "词表或实体",
    "rule of the packs that it extends": "所扩展规则包里的规则",
    "file, pack, rule or signal": "文件、规则包、规则或信号",
    "kind of letter": "信的类型",
    "kind of file": "文件类型",
    "kind of rule that can be begun": "可新建的规则类型",
    "folder of rules": "规则文件夹",
    # keys of signals and rules, whose values are written in English
    "role": "部分（role）",
    "pillar": "要点",
    "flag": "标记（flag）",
    "kind of block": "文本块类型（kind）",
    "party": "当事方（party）",
    "time": "时间（time）",
    "polarity": "肯定或否定（polarity）",
    "assertion": "断言方式（assertion）",
    "voice": "语态（voice）",
    "aspect": "体（aspect）",
}
