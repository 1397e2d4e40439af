"""The page on drafts tells the truth: its table is that of the readers, its examples are what the program prints.

``UPDATE_DOCS=1 pytest tests/test_drafts_page.py`` writes its table anew.
"""

import os
import re
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from handmade import document, files
from poalint.readers import READERS, SOUGHT
from poalint.speech import Lang, translated
from program import BAD, run

ROOT = Path(__file__).parents[1]
PAGES: dict[Lang, Path] = {"en": ROOT / "docs" / "drafts.md", "zh": ROOT / "docs" / "zh" / "drafts.md"}
HEADS: dict[Lang, str] = {
    "en": "| format | names end in | needs | looked for in folders |",
    "zh": "| 格式 | 文件名结尾 | 需要 | 检查文件夹时会找 |",
}
WORDS: dict[Lang, tuple[str, str, str]] = {"en": (", ", "yes", "no"), "zh": ("、", "是", "否")}
CHINESE = {"plain text": "纯文本", "e-mail": "电子邮件"}
"""What the page calls formats whose names are words; the others are the same in every language."""
_TABLE = re.compile(r"(?<=<!-- formats -->\n).*?(?=<!-- end of formats -->)", re.DOTALL)


def table(lang: Lang) -> str:
    """What the readers' own table says, as the page has it."""

    def rows() -> Iterator[str]:
        comma, yes, no = WORDS[lang]
        yield HEADS[lang]
        yield "| --- | --- | --- | --- |"
        for each in READERS.values():
            title = each.title if lang == "en" else CHINESE.get(each.title) or translated(each.title, lang)
            suffixes = comma.join(f"`{suffix}`" for suffix in each.suffixes)
            needs = f"`poalint[{each.extra}]` " if each.extra else ""
            yield f"| {title} | {suffixes} | {needs}| {yes if each.sought else no} |"

    return "\n".join(rows()) + "\n"


@pytest.mark.parametrize("lang", PAGES)
def test_the_table_is_that_of_the_readers(lang: Lang) -> None:
    text = PAGES[lang].read_text(encoding="utf-8")
    (shown,) = _TABLE.findall(text)
    if os.environ.get("UPDATE_DOCS"):
        PAGES[lang].write_text(_TABLE.sub(lambda _: table(lang), text), encoding="utf-8")
    else:
        assert shown == table(lang), "run UPDATE_DOCS=1 pytest tests/test_drafts_page.py"


def test_the_table_holds_every_suffix_that_is_known() -> None:
    made = table("en")
    assert all(f"`{suffix}`" in made for each in READERS.values() for suffix in each.suffixes)
    for line in made.splitlines()[2:]:
        suffixes = re.findall(r"`(\.\w+)`", line)
        assert suffixes
        assert {each in SOUGHT for each in suffixes} == {line.endswith("| yes |")}


def test_the_examples_of_places_are_what_the_program_prints(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(BAD, encoding="utf-8")
    paragraphs = [("paragraph", each) for each in BAD.strip().split("\n\n")]
    word = document("letter.docx", *paragraphs)  # type: ignore[arg-type] # kinds of parts
    with files(tmp_path, word), chdir(tmp_path):
        out = run("check", "letter.txt").out + run("check", tmp_path / "letter.docx").out.replace(f"{tmp_path}/", "")
    for page in PAGES.values():
        shown = re.findall(r"^letter\..*: warning .*$", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert len(shown) == 2
        assert all(f"\n{each}\n" in out for each in shown)


def test_both_pages_name_the_same_things() -> None:
    english, chinese = (set(re.findall(r"`([^`\n]+)`", page.read_text(encoding="utf-8"))) for page in PAGES.values())
    assert english == chinese
