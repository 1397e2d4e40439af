"""Where things stand in a draft's file, and how the file was read."""

from __future__ import annotations

PLACES: dict[str, str] = {
    # model/draft.py
    "page {page}, paragraph {paragraph}": "第 {page} 页第 {paragraph} 段",
    "page {page}": "第 {page} 页",
    "paragraph {paragraph}": "第 {paragraph} 段",
    # formats/findings_text.py
    "and {count} more of {rule}: {places}": "{rule} 还有 {count} 处：{places}",
    # formats/digest.py
    "{title}, {where}: {text}": "{title}，{where}：{text}",
    # formats/provisos.py, formats/entries.py
    "file": "文件",
    "about the file": "关于文件",
}
