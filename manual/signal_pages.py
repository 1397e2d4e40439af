"""A page for each signal: what it is about, how it shows, in which texts, and who asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import yaml

from marks import block, bullets, code, letter, page, plain, say, table
from poalint.loader import Knowledge
from poalint.loading.asked import signals_asked, signals_named
from poalint.loading.signals import SignalSource
from poalint.schema.signals import AlternativeFile
from poalint.speech import Lang
from poalint.testing.marks import marked


def signal_page(source: SignalSource, knowledge: Knowledge, titles: Mapping[str, str], lang: Lang) -> str:
    """The page of one signal; ``titles`` holds the rules' titles in the language of the page."""
    spec = source.spec
    chinese = spec.zh.cues if spec.zh and lang == "zh" else {}
    inner = say(
        "It only serves other signals and rules; JSON leaves it out.", "只供别的信号和规则使用，JSON 里不列。", lang
    )
    parts = [plain(about(source, lang)), inner if spec.internal else ""]
    parts += [f"## {say('How it shows', '怎么认出来', lang)}", say(
        "Any one of these. The words in bold are printed as the cue; what a key demands is told under "
        "[Files and keys](../files.md), `@name` is a list of words.",
        "以下任何一种。粗体字会作为判断依据（cue）打印出来；各项条件见[文件和键](../files.md)，`@名字` 是词表。",
        lang,
    )]  # fmt: skip
    parts += _alternatives(spec.any, chinese)
    if spec.unless:
        parts += [f"## {say('Unless', '例外', lang)}", *_alternatives(spec.unless, chinese)]
    parts.append(f"## {say('Texts that have it', '有这个信号的句子', lang)}")
    parts += [letter(marked(each).text, "present", lang) for each in spec.examples.present]
    parts.append(f"## {say('Texts that do not', '没有这个信号的句子', lang)}")
    parts += [letter(marked(each).text, "absent", lang) for each in spec.examples.absent]
    parts += [f"## {say('Who asks for it', '哪里用到', lang)}", bullets(_users(spec.signal, knowledge, titles, lang))]
    return page(spec.signal, *parts)


def signals_index(sources: Sequence[SignalSource], lang: Lang) -> str:
    """The list of all signals."""
    intro = say(
        "A signal is something that a sentence does: it admits, blames, promises, names a step. Rules speak of "
        "signals, never of single words. `poalint parse LETTER` shows which ones a letter holds, and where.",
        "信号就是一句话“在做什么”：认错、甩锅、承诺、写了一项措施。规则看的是信号，不是单个词。"
        "`poalint parse 信件` 会列出信里有哪些信号、在什么位置。",
        lang,
    )
    head = [say("signal", "信号", lang), say("about", "说明", lang)]
    rows = [
        [f"[{code(each.spec.signal)}]({each.spec.signal}.md)", plain(about(each, lang))]
        for each in sorted(sources, key=lambda each: each.spec.signal)
    ]
    return page(say("All signals", "全部信号", lang), intro, table(head, rows))


def about(source: SignalSource, lang: Lang) -> str:
    """What a signal is about, in the language of the page."""
    return source.spec.zh.about if lang == "zh" and source.spec.zh else source.spec.about


def _alternatives(alternatives: Sequence[AlternativeFile], chinese: Mapping[str, str]) -> Iterator[str]:
    for each in alternatives:
        demands = each.model_dump(by_alias=True, exclude_unset=True, exclude={"why"})
        written = yaml.safe_dump(demands, default_flow_style=None, width=72, sort_keys=False, allow_unicode=True)
        yield f"**{plain(chinese.get(each.why, each.why))}**"
        yield block(written)


def _users(name: str, knowledge: Knowledge, titles: Mapping[str, str], lang: Lang) -> Iterator[str]:
    found, colon = False, say(": ", "：", lang)
    for rule in knowledge.rules:
        if name in {signal for _, signal in signals_asked(rule.spec)}:
            found = True
            yield f"[{code(rule.spec.id)}](../rules/{rule.spec.id}.md){colon}{plain(titles[rule.spec.id])}"
    for source in knowledge.sources:
        if name in {signal for _, signal in signals_named(source.spec)}:
            found = True
            yield f"[{code(source.spec.signal)}]({source.spec.signal}.md){colon}{plain(about(source, lang))}"
    if name in knowledge.role_marks.marks:
        found = True
        yield say("what finds the parts of a letter that has no headings", "没有标题的信，靠它分出各个部分", lang)
    if not found:
        yield say("nobody: it is only shown by `poalint parse`", "没有规则用它，只在 `poalint parse` 里显示", lang)
