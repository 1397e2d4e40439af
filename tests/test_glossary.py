# ruff: noqa: RUF001 # Chinese has full-width marks
"""One word for one thing: the Chinese that the glossary rejects stands nowhere."""

import re

from chinese import HAN, ROOT, texts

ROWS = re.findall(
    r"^\| ([A-Za-z].*?) \| (.*?) \| (.*?) \|$", (ROOT / "docs/zh/glossary.md").read_text("utf-8"), re.MULTILINE
)
REJECTED = {word: wanted for _, wanted, words in ROWS for word in words.split("、")}


def test_the_glossary_is_read() -> None:
    assert len(ROWS) > 20
    assert all(HAN.search(wanted) for _, wanted, _ in ROWS)
    assert len(REJECTED) > len(ROWS)


def test_no_rejected_word_stands_in_any_chinese_text() -> None:
    found = [
        (place, word, REJECTED[word])
        for place, text in texts()
        if "glossary.md" not in place
        for word in REJECTED
        if word in text
    ]
    assert found == []


def test_every_word_of_the_glossary_is_in_use() -> None:
    everything = "\n".join(text for place, text in texts() if "glossary.md" not in place)
    wanted = {word for _, words, _ in ROWS for word in re.split("[、（），]|再提到时写", words) if word}
    assert sorted(word for word in wanted if word not in everything) == []
