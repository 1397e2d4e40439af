"""What is larger than a letter may be, or takes too long, and files that are no plain files."""

from __future__ import annotations

BOUNDS: dict[str, str] = {
    # limits.py
    "Check the letter alone, or allow more with `{key}` under `limits` in poalint.yaml.": "请只检查信本身；确实要放宽的话，改 poalint.yaml 里 `limits` 下的 `{key}`。",
    # readers/text.py
    "the file has {size} MB, a text may have {most}; a Plan of Action has about two pages": "文件有 {size} MB，而文本最多 {most} MB；一封 POA 一般也就两页",
    "the draft has {size} characters, {most} at most are read; a Plan of Action has about two pages": "草稿有 {size} 个字符，最多只读 {most} 个；一封 POA 一般也就两页",
    "the draft has {size} words, {most} at most are read; a Plan of Action has about two pages": "草稿有 {size} 个词，最多只读 {most} 个；一封 POA 一般也就两页",
    # sources.py
    "it has more than {size} MB; that is no letter": "它超过了 {size} MB，不可能是一封信",
    "it changed while it was read": "读取的过程中它被改动了",
    "Check it again once nothing writes to it.": "等没有程序再写它，重新检查一次。",
    "reading it took more than {seconds} seconds": "读取它超过了 {seconds} 秒",
    # working/judging.py
    "judging it took more than {seconds} seconds": "检查它超过了 {seconds} 秒",
}
