"""The reference of files and keys: a table for each model of ``poalint.schema``, its Chinese from ``keys.yaml``."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from marks import code, page, plain, say, table, ticked
from poalint.demands import COUNTED
from poalint.loading.yamlfile import load_yaml
from poalint.schema import allowed, cases, config, found, outlines, packs, rules, signals, tables
from poalint.speech import Lang, Said, render

FILES: tuple[tuple[Said, tuple[type[BaseModel], ...]], ...] = (
    (
        Said("Rules", "规则"),
        (
            rules.RuleFile, rules.RuleExamples, rules.RuleWords, rules.Forbid, rules.Require, rules.Closest,
            rules.Measure, rules.Pattern, rules.Fact, rules.Agree, rules.Totals, rules.Evidence, rules.Listed,
            rules.Section, rules.UnfitRemedy, rules.AllowanceFault, rules.LeftIn, found.CheckedNumber, found.Characters,
            found.OneName,
        ),
    ),
    (
        Said("Signals", "信号"),
        (
            signals.SignalFile, signals.AlternativeFile, signals.ClauseTest, signals.ClauseNot, signals.SentenceTest,
            signals.NearTest, signals.SignalExamples, signals.SignalChinese,
        ),
    ),
    (Said("Packs", "规则包"), (packs.PackFile, packs.RuleChange)),
    (
        Said("Violations, documents and targets", "违规类型、证明文件和指标"),
        (
            cases.ViolationFile, cases.FoundBy, cases.Sourced, cases.EvidenceFile, cases.UnfitFile, cases.Prompts,
            cases.DocumentFile, cases.MetricFile, cases.Text,
        ),
    ),
    (Said("Beside a draft", "放在信旁边的文件"), (allowed.AllowedFile, allowed.AllowedEntry)),
    (
        Said("What only the built-in rules hold", "只有内置规则才有的文件"),
        (outlines.OutlineFile, outlines.Headings, outlines.DisputeOutlineFile, outlines.DisputePart, tables.LetterFile),
    ),
)  # fmt: skip
"""The models in the order of the page, under the kind of file that they describe."""

CONFIGURATION: tuple[type[BaseModel], ...] = (
    config.FrontMatter, config.Settable, config.LimitKeys, config.Override, config.ConfigFile,
)  # fmt: skip
"""The models of a configuration, which has a page of its own; what they inherit is explained once."""

_FILE = Path(__file__).with_name("keys.yaml")
_LEXICONS = Said(
    """\
A file under `lexicon/` maps names to words, with commas between them. `@name` in a signal, or in another list, means
the list.

| written | stands for |
| --- | --- |
| `ship` | every form of the word: ship, ships, shipped, shipping |
| `=ships` | this very form |
| `list/n`, `list/v` | the noun, the verb |
| `late shipment` | the words side by side |
| `label|tag` | one or the other |
| `order * late` | up to three words between |
| `@party-buyer` | all words of that list |""",
    """\
`lexicon/` 下的文件给词表起名，词之间用逗号分开。信号或别的词表里写 `@名字`，就是指整个词表。

| 写法 | 意思 |
| --- | --- |
| `ship` | 这个词的各种形式：ship、ships、shipped、shipping |
| `=ships` | 只认这个形式 |
| `list/n`、`list/v` | 名词、动词 |
| `late shipment` | 连着的词 |
| `label|tag` | 两个里任何一个 |
| `order * late` | 中间最多隔三个词 |
| `@party-buyer` | 那个词表里的所有词 |""",
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a model is called and what it is, and what each of its keys means."""

    title: Said
    about: Said
    keys: Mapping[str, Said]


@cache
def meanings() -> Mapping[str, Meaning]:
    """What each model of the page means, under its name. A key without Chinese has none here either."""
    content: Mapping[str, Mapping[str, Any]] = load_yaml(_FILE)
    told = {}
    for model in (*(each for _, models in FILES for each in models), *CONFIGURATION):
        chinese = content[model.__name__]
        words = {
            key: zh for each in model.__mro__ for key, zh in content.get(each.__name__, {}).get("keys", {}).items()
        }
        about = " ".join((model.__doc__ or "").replace("``", "`").split())
        told[model.__name__] = Meaning(
            Said(**chinese["title"]),
            Said(about, chinese["about"]),
            {key: Said(each.get("description", ""), words.get(key, "")) for key, each, _ in keys(model)},
        )
    return told


def key_page(lang: Lang) -> str:
    """The page."""
    known = meanings()
    parts = [
        say(
            "A pack is a folder: `pack.yaml`, rules under `<theme>/`, and, where it needs them, `signals/`, "
            "`lexicon/`, `violations/`, `documents.yaml` and `metrics.yaml`. A key that is not listed here is "
            "refused, and so is one that stands twice.",
            "规则包是一个文件夹：`pack.yaml`，规则放在 `<主题>/` 下，需要时还有 `signals/`、`lexicon/`、`violations/`、"
            "`documents.yaml` 和 `metrics.yaml`。这里没列出的键、写了两遍的键，都会报错。",
            lang,
        )
    ]
    for title, models in FILES:
        parts.append(f"## {render(title, lang)}")
        for model in models:
            parts += _model(model, known[model.__name__], lang)
            if model is rules.Measure:
                parts.append(_counted(lang))
    parts += [f"## {say('Lists of words', '词表', lang)}", render(_LEXICONS, lang)]
    return page(say("Files and keys", "文件和键", lang), *parts)


def keys(model: type[BaseModel]) -> Iterator[tuple[str, Mapping[str, Any], bool]]:
    """The keys of a model as files have them, with the schema of each, and whether it must stand there."""
    schema = model.model_json_schema()
    schema = schema["$defs"][model.__name__] if "$ref" in schema else schema
    for key, each in schema["properties"].items():
        yield key, each, key in schema.get("required", ())


def _model(model: type[BaseModel], known: Meaning, lang: Lang) -> Iterator[str]:
    yield f"### {plain(render(known.title, lang))} {{#{model.__name__.lower()}}}"
    yield ticked(render(known.about, lang))
    yield key_table(model, lang)


def key_table(model: type[BaseModel], lang: Lang, but: Collection[str] = ()) -> str:
    """A row for each key of a model, those in ``but`` left out."""
    known = meanings()[model.__name__]
    rows = [
        [code(key), _takes(schema, lang), _default(schema, needed, lang), ticked(render(known.keys[key], lang))]
        for key, schema, needed in keys(model)
        if key not in but
    ]
    head = (("key", "键"), ("takes", "填什么"), ("without it", "不写时"), ("means", "意思"))
    return table([say(en, zh, lang) for en, zh in head], rows)


def _counted(lang: Lang) -> str:
    """What each figure counts that `of` names."""
    head = [code("of"), say("counts", "数的是", lang)]
    return table(head, ([code(name), plain(render(what, lang))] for name, what in COUNTED.items()))


def _takes(schema: Mapping[str, Any], lang: Lang) -> str:
    """What stands behind the key, in a few words."""
    if "anyOf" in schema or "oneOf" in schema:
        some = [each for each in schema.get("anyOf", schema.get("oneOf", ())) if each.get("type") != "null"]
        return say(" or ", "或", lang).join(dict.fromkeys(_takes(each, lang) for each in some))
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{plain(render(meanings()[name].title, lang))}](#{name.lower()})"
    if "enum" in schema or "const" in schema:
        return ", ".join(code(str(each)) for each in schema.get("enum", [schema.get("const")]))
    if schema.get("type") == "array":
        return say("list: ", "列表：", lang) + _takes(schema["items"], lang)
    if schema.get("type") == "object":
        return say("names, each with: ", "名字，各带：", lang) + _takes(schema["additionalProperties"], lang)
    names = {"string": ("text", "文字"), "number": ("number", "数字"), "integer": ("whole number", "整数")}
    return say(*names.get(schema.get("type", ""), ("true or false", "true 或 false")), lang)


def _default(schema: Mapping[str, Any], needed: bool, lang: Lang) -> str:
    if needed:
        return say("refused", "报错", lang)
    value = schema.get("default")
    if value in (None, [], {}, ""):
        return say("nothing", "无", lang)
    return code(yaml.safe_dump(value, default_flow_style=True).removesuffix("\n...\n"))
