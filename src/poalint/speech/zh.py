"""The Chinese of the program's own texts, under their English."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "This letter disputes the finding, so it is not judged as a plan: what counts is one claim, the evidence for it "
    "and a calm tone.": "这封信是在提异议（dispute），所以不按 POA 来评：看的是主张是否只有一条、有没有证据、语气是否平和。",
    "Closest is line {line}: \u201c{words}\u201d, but {because}.": "最接近的是第 {line} 行：“{words}”，但{because}。",
    "No sentence comes close.": "没有一句话接近。",
}
