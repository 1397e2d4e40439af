"""Violations, what is known of each, and outlines."""

from __future__ import annotations

CASES: dict[str, str] = {
    # formats/check_text.py
    "case": "违规类型",
    " (as asked)": "（按你指定的）",
    " (as asked; the letter itself speaks of another case, {title}: {words})": (
        "（按你指定的；信里讲的却是另一类：{title}，见 {words}）"
    ),
    "not told: the letter speaks of several cases ({titles}); --violation names the one": (
        "看不出是哪一类：信里讲到好几类（{titles}）；可用 --violation 指定"
    ),
    " (as asked; the letter itself speaks of another case, {title})": "（按指定；信里写的却像是另一类：{title}）",
    " (told from the letter)": "（根据信里的内容）",
    " (told from: {words})": "（根据：{words}）",
    # formats/violations_text.py
    "{n} case": "{n} 种违规类型",
    "{count}. `poalint violations NAME` tells more of one.": "共 {count}。想看某一种的说明，运行 `poalint violations NAME`。",
    "Amazon's targets": "亚马逊的指标要求",
    "What a reviewer expects to read": "审核人员想看到什么",
    "Papers to attach": "要附的文件",
    "Causes to consider": "可以考虑的原因",
    "Steps that others took": "别人采取过的措施",
    "What does not help": "写了没用的",
    "{metric}: under {right}%": "{metric}：低于 {right}%",
    "{metric}: at least {right}%": "{metric}：不低于 {right}%",
    "{target}; {window}": "{target}；{window}",
    " ({source}, {date})": "（{source}；{date}）",
    "{source} ({date})": "{source}（{date}）",
    "asked for by Amazon: {paper}": "亚马逊要求：{paper}",
    "helps: {paper}": "有帮助：{paper}",
    # cli/violations.py
    "Tell what reviewers of a case expect, and which papers they ask for.": "说明某种违规下，审核人员想看什么、要哪些文件。",
    "List the cases that are known; with a NAME, tell what a reviewer of that case expects.": "列出已知的违规类型；写上 NAME，则说明遇到这种违规，审核人员想看什么。",
    "Amazon's targets, the papers to attach, causes to consider, and what does not help, each with its source.": "包括亚马逊的指标要求、要附的文件、可以考虑的原因，以及写了没用的，每一项都注明出处。",
    # cli/template.py, formats/template_docx.py
    "Write an outline with prompts for one case; the story is yours.": "按违规类型生成带问题的提纲，内容由你来填。",
    "Write an outline of a letter for one case, with questions in place of text.": "按违规类型生成一封信的提纲，该写正文的地方都是要你回答的问题。",
    "It holds no story: put your own facts in place of each line in brackets. As it is, `poalint check` fails it. `poalint violations` lists the cases.": "提纲不替你编内容：请把方括号里的每一行换成你自己的事实。一字不改的话，`poalint check` 不会让它通过。有哪些违规类型，用 `poalint violations` 查看。",
    "What the letter is to be: a plan, or a dispute of the finding.": "写哪一种信：plan 是 POA，dispute 是对判定提异议。",
    "Wrote {path}. Answer the questions in it, then run: {command}": "已写入 {path}。请回答里面的问题，然后运行：{command}",
    "What to write; without this, as --output ends.": "写成什么格式；不写则看 --output 的后缀。",
    "The file to write; without this, standard output.": "写到哪个文件；不写则写到标准输出。",
    "this file is there already": "这个文件已经存在",
    "Name another, or remove it first.": "请换个文件名，或先删掉它。",
    "this cannot be written ({why})": "写不进去（{why}）",
    "Name another file.": "请换一个文件。",
    "{what} needs a package that is not installed": "要写{what}，还缺一个没有安装的包",
    "a Word file": "Word 文件",
}
