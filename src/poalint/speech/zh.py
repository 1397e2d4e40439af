"""The Chinese of the program's own texts, under their English."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Closest is line {line}: \u201c{words}\u201d, but {because}.": "最接近的是第 {line} 行：“{words}”，但{because}。",
    "No sentence comes close.": "没有一句话接近。",
}
