"""The reference of clauses: each field with its values, and a sentence for each, from ``clauses.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from marks import code, english, page, plain, say, table
from poalint.loading.yamlfile import load_yaml
from poalint.speech import Lang, Said, render

_FILE = Path(__file__).with_name("clauses.yaml")


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a field: what it means, and a sentence with a clause that has it."""

    name: str
    meaning: Said
    example: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a clause: what it tells, and its values, or some of them."""

    name: str
    meaning: Said
    values: tuple[Value, ...]


def fields() -> tuple[Field, ...]:
    """The fields as ``clauses.yaml`` tells them."""
    content: Mapping[str, Mapping[str, Mapping[str, Mapping[str, str]]]] = load_yaml(_FILE)
    return tuple(
        Field(
            name,
            Said(str(told["en"]), str(told["zh"])),
            tuple(
                Value(value, Said(each["en"], each["zh"]), each["example"]) for value, each in told["values"].items()
            ),
        )
        for name, told in content.items()
    )


def _value(name: str, *, en: str, zh: str, example: str) -> Value:
    """One value as the file has it. A comma that splits a text leaves a key too many, which is refused here."""
    return Value(name, Said(en, zh), example)


def clause_page(lang: Lang) -> str:
    """The page."""
    parts = [
        say(
            "poalint cuts each sentence into clauses: who did what, when, and whether the letter says so. Signals ask "
            "for clauses, so that “we did not ship late” and “Amazon says that we shipped late” are told from “we "
            "shipped late”. `poalint parse LETTER` shows the clauses of a letter.",
            "poalint 把每句话拆成分句：谁做了什么、什么时候、信里是不是当成事实说。"
            "信号按分句来判断，所以“we did not ship late”"
            "“Amazon says that we shipped late”和“we shipped late”不会混在一起。"
            "`poalint parse 信件` 会列出信里的分句。",
            lang,
        )
    ]
    head = [say(en, zh, lang) for en, zh in (("value", "值"), ("means", "意思"), ("a sentence that has it", "例句"))]
    for field in fields():
        parts += [f"## {field.name}", render(field.meaning, lang)]
        parts.append(
            table(
                head,
                ([code(v.name), plain(render(v.meaning, lang)), english(v.example, lang)] for v in field.values),
            )
        )
    return page(say("Clauses", "分句", lang), *parts)
