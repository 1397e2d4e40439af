"""A page for each violation, their list, and the page of Amazon's targets, made of what the packs know of cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from marks import block, bullets, code, page, percent, plain, say, table
from poalint.facts import Evidence, Facts, Metric, Profile, Sourced, Unfit
from poalint.speech import Lang, render

_PROMPTS = {
    "opening": ("Opening", "开头"),
    "cause": ("Root cause", "根本原因"),
    "corrective": ("What was done", "纠正措施"),
    "preventive": ("What prevents it", "预防措施"),
    "evidence": ("Evidence", "证据"),
    "dispute": ("Where the finding is wrong", "判定有误、要提异议时"),
}


def case_page(profile: Profile, lang: Lang) -> str:
    """What a reviewer of one violation expects."""
    return page(
        render(profile.title, lang),
        f"`{profile.name}` · " + plain(render(profile.about, lang)),
        *_section(
            ("What a reviewer expects", "审核人员要看到什么"), (_sourced(each, lang) for each in profile.expects), lang
        ),
        *_section(("What to attach", "要附什么文件"), (_evidence(each, lang) for each in profile.evidence), lang),
        *_targets(profile, lang),
        *_section(
            ("Causes to think of", "可以往这些原因想"), (plain(render(each, lang)) for each in profile.causes), lang
        ),
        *_section(("Remedies that fit", "对症的措施"), (plain(render(each, lang)) for each in profile.remedies), lang),
        *_unfit(profile, lang),
        *_prompts(profile, lang),
    )


def cases_index(facts: Facts, lang: Lang) -> str:
    """The list of violations."""
    intro = say(
        "What is expected depends on the violation. poalint tells it from the letter, and says which one it took; "
        "`--violation NAME` names it outright.",
        "违规类型不同，要写的东西也不同。poalint 会从信里判断是哪一种，并且说明判断结果；"
        "也可以用 `--violation 名字` 直接指定。",
        lang,
    )
    commands = block(
        "poalint violations late-shipment\n"
        "poalint template late-shipment --output letter.md\n"
        "poalint check --violation late-shipment letter.md",
        "sh",
    )
    told = say(
        "`poalint violations` prints what stands on these pages. `poalint template` writes an outline for one case, "
        "with questions in place of text (as `letter.docx` it is for a word processor): it tells no story, and as it "
        "is `poalint check` fails it.",
        "`poalint violations` 会打印这些页面的内容。`poalint template` 为一种违规写出提纲，用问题占位"
        "（写成 `letter.docx` 就能在 Word 里改）：内容要你自己写，原样不改，`poalint check` 不会让它通过。",
        lang,
    )
    head = [say("violation", "违规类型", lang), say("what it is", "说明", lang)]
    rows = [
        [f"[{plain(render(each.title, lang))}]({name}.md) {code(name)}", plain(render(each.about, lang))]
        for name, each in sorted(facts.profiles.items())
    ]
    return page(say("Violations", "违规类型", lang), intro, commands, told, table(head, rows) if rows else "")


def targets_page(facts: Facts, lang: Lang) -> str:
    """Amazon's performance targets, with their sources."""
    intro = say(
        "Each figure stands once in the rules, with its source and date. A rule compares what a letter gives as "
        "Amazon's target with it; your own stricter limit and the rate that you had are never wrong.",
        "每个数字在规则里只写一次，注明出处和日期。信里把某个数字写成亚马逊的要求时，规则会拿来核对；你自己定的更严标准、你当时的实际数据都不算错。",
        lang,
    )
    return page(say("Amazon's targets", "亚马逊的指标要求", lang), intro, _metrics(facts.metrics.values(), lang))


def _section(title: tuple[str, str], lines: Iterable[str], lang: Lang) -> list[str]:
    lines = list(lines)
    return [f"## {say(*title, lang)}", bullets(lines)] if lines else []


def _sourced(each: Sourced, lang: Lang) -> str:
    return f"{plain(render(each.text, lang))}{_source(each, lang)}"


def _source(each: Sourced | Metric | Unfit, lang: Lang) -> str:
    return f' <small class="source">{_dated(each, lang)}</small>'


def _dated(each: Sourced | Metric | Unfit, lang: Lang) -> str:
    """Who says so, and when."""
    return plain(render(each.source, lang) + say("; ", "；", lang) + render(each.date, lang))


def _evidence(each: Evidence, lang: Lang) -> str:
    papers = say(" or ", "或", lang).join(plain(render(paper.title, lang)) for paper in each.any_of)
    asked = say(" (Amazon asks for it)", "（亚马逊会要）", lang) if each.asked else ""
    return f"**{papers}**{asked}{say(': ', '：', lang)}{_sourced(each, lang)}"


def _targets(profile: Profile, lang: Lang) -> list[str]:
    if not profile.metrics:
        return []
    return [f"## {say('Targets', '指标要求', lang)}", _metrics(profile.metrics, lang)]


def _metrics(metrics: Iterable[Metric], lang: Lang) -> str:
    head = [
        say(en, zh, lang)
        for en, zh in (("metric", "指标"), ("target", "要求"), ("counted over", "怎么统计"), ("source", "出处"))
    ]
    rows = [
        [
            f"{plain(render(each.title, lang))} {code(each.name)}",
            _target(each, lang),
            plain(render(each.window, lang)) if each.window else "",
            _dated(each, lang),
        ]
        for each in metrics
    ]
    return table(head, rows)


def _target(metric: Metric, lang: Lang) -> str:
    first, *others = map(percent, metric.right)
    side = say("under ", "低于 ", lang) if metric.side == "under" else say("at least ", "不低于 ", lang)
    said = f"{side}{first}"
    if others:
        said += say("; also taken as right: ", "；以下也算对：", lang) + ", ".join(others)
    for pattern, values in metric.right_near.items():
        near = say("; in a sentence with", "；句子里有", lang)
        said += f"{near} {code(pattern)}{say(':', '时：', lang)} {', '.join(map(percent, values))}"
    return said


def _unfit(profile: Profile, lang: Lang) -> list[str]:
    lines = (
        f"{plain(render(each.because, lang))}{say('. ', '。', lang)}**{plain(render(each.instead, lang))}**"
        f"{_source(each, lang)}"
        for each in profile.unfit
    )
    return _section(("What does not fit", "不对症的写法"), lines, lang)


def _prompts(profile: Profile, lang: Lang) -> Iterator[str]:
    yield f"## {say('Questions to answer', '写之前先回答', lang)}"
    outline = say(
        f"`poalint template {profile.name}` writes an outline with these questions in place of text; with "
        "`--as dispute` that of a letter that disputes the finding.",
        f"`poalint template {profile.name}` 会生成一份提纲，用这些问题占位；加上 `--as dispute`，就是异议信的提纲。",
        lang,
    )
    yield outline
    for part, questions in profile.prompts.items():
        if not questions:
            continue
        yield f"**{say(*_PROMPTS[part], lang)}**"
        yield bullets(plain(render(each, lang)) for each in questions)
