"""Allowances, baselines and redrafts."""

from __future__ import annotations

ALLOWING: dict[str, str] = {
    # asides/parsing.py, asides/allowances.py: what fills the messages of the rules about allowances
    "it is not closed: `-->` must end it": "没有结束，末尾要写 `-->`",
    "it must begin with `poalint:`": "开头要写 `poalint:`",
    "behind `poalint:` must stand `allow` or `allow-in-letter`, and what is allowed": "`poalint:` 后面要写 `allow` 或 `allow-in-letter`，再写放行什么",
    "`{verb}` says nothing, `{near}` is probably meant": "没有 `{verb}` 这种写法，想写的可能是 `{near}`",
    "it must stand on a line of its own": "要单独占一行",
    "it names no rule, pillar or flag": "没写放行哪条规则、哪个要点或标记",
    "commas must stand between names, and `--` before the reason": "名字之间要用逗号分开，理由前面要写 `--`",
    "{name} is about allowances, and cannot be allowed": "{name} 查的就是放行本身，不能放行",
    "What is found is about the whole letter, where only `allow-in-letter` holds.": "查到的问题针对整封信，只有 `allow-in-letter` 管得到。",
    "What is found is about the whole letter, so no words of it can be named.": "查到的问题针对整封信，没法用 words 指定是哪句话。",
    "Another allowance lets the same stand.": "同样的问题，另一条已经放行了。",
    "What is found stands elsewhere.": "查到的问题在别的地方。",
    "Nothing of it is found.": "没有查到这类问题。",
    # asides/faults.py
    "An entry that allows nothing": "不起作用的放行条目",
    "This entry allows nothing: {why}.": "这一条不起作用：{why}。",
    "Name something else under `rule`, or strike the entry.": "在 `rule` 里换别的名字，或者删掉这一条。",
    "Write under `reason` of this entry why it may stand.": "在这一条的 `reason` 里写清楚为什么可以留着。",
    # demands.py
    "Comments to the program and files beside a letter that allow what was found.": "信里写给本程序的注释，以及信旁边用来放行的文件。",
    # formats/provisos.py
    "rules run": "检查范围",
    "only {ran} of {known} rules ran, so this is no whole check": "{known} 条规则只查了 {ran} 条，不算完整检查",
    "only {ran} of {known} rules ran, so this is no whole check; not judged: {pillars}": "{known} 条规则只查了 {ran} 条，不算完整检查；没有评的要点：{pillars}",
    "The rules that ran found nothing to mend.": "查过的这些规则没有发现要改的地方。",
    "The rules that ran found nothing else to mend.": "查过的这些规则没有发现别的要改的地方。",
    "Nothing else to mend was found.": "没有发现别的要改的地方。",
    "{rule} is left out": "{rule} 不计",
    "allowed": "已放行",
    "known": "已知",
    "{rule} is left out: {reason}": "{rule} 不计：{reason}",
    "{findings} left out, as the baseline knows them; the score with them is {score}": "{findings}在基线里，不计；算上的话是 {score} 分",
    "{n} finding": "{n} 处问题",
    # kept.py
    "an object": "对象",
    "this must be {kind}": "这里必须是{kind}",
    "the member {name!r} is missing": "缺少成员“{name}”",
    "the bytes at position {at} are not valid UTF-8": "位置 {at} 处的字节不是有效的 UTF-8",
    "this is not JSON ({why})": "这不是 JSON（{why}）",
    "Write the file anew.": "请重新生成这个文件。",
    "this is nested too deeply": "嵌套太深",
    "its schema is {schema}, and this version of poalint reads {known}": "它的 schema 是 {schema}，这一版 poalint 只认 {known}",
    "Write it anew with this version.": "请用这一版重新生成。",
    "the member {name!r} stands twice in one object": "同一个对象里有两个“{name}”",
    # sources.py
    "this is a folder": "这是文件夹",
}

BASELINES: dict[str, str] = {
    # asides/baseline.py, cli/known.py
    "this file is no baseline": "这个文件不是基线",
    "`poalint baseline create PATH...` writes one.": "用 `poalint baseline create PATH...` 可以生成。",
    "{file} knows {findings} that nobody finds any more; to drop them: {command}": "{file} 里有 {findings}已经查不到了；要清掉，运行：{command}",
    # cli/check.py
    "Leave out the findings that this file knows.": "这个文件里已有的问题不计。",
    # cli/baseline.py
    "Keep what is found today, so that only new findings count.": "记下现有的问题，以后只看新出现的。",
    "Keep what is found today in a file, so that `poalint check --baseline FILE` counts only what is new.": "把现在查到的问题记进一个文件，以后 `poalint check --baseline FILE` 只算新出现的。",
    "The file holds rules and fingerprints, and no word of any draft.": "文件里只有规则和指纹，没有信里的任何一个字。",
    "Write a baseline of all that is found in drafts.": "把信里查到的问题全部写进基线。",
    "The baseline; without this, the one that the configuration names, else poalint-baseline.json.": "基线文件；不写就用配置里写的，再没有就用 poalint-baseline.json。",
    "PATH is what it is for check. Drafts whose configurations name different baselines go each to its own.": "PATH 的写法与 check 相同。各封信的配置写了不同的基线，就各记各的。",
    "Write it although the file is there: all that is found is known then.": "文件已经有了也重写：现在查到的都算已知。",
    "there is such a file already": "这个文件已经有了",
    "`poalint baseline prune` drops what is mended; --force begins anew, and lets all that is found pass.": "`poalint baseline prune` 只清掉已经改好的；--force 会重新开始，把现在查到的全部放过。",
    "{file} knows {findings} in {drafts}.": "{file} 记下了 {drafts}里的 {findings}。",
    "Drop from a baseline what is no longer found.": "从基线里清掉已经查不到的问题。",
    "Drop from a baseline what is no longer found in drafts, and drafts that are gone.": "从基线里清掉信里已经查不到的问题，以及已经不在的信。",
    "PATH is what it is for check. What the baseline knows of other drafts stays.": "PATH 的写法与 check 相同。其他信的记录不变。",
    "Dropped {dropped} from {file}; it still knows {left}.": "从 {file} 清掉了 {dropped}，还剩 {left}。",
    "no baseline is written: a draft that cannot be read would be missing in it": "没有写基线：有信读不了，写了就会漏掉它",
}

REDRAFTS: dict[str, str] = {
    # cli/diff.py
    "Say what a redraft mended, and what is new in it.": "比较两稿：改好了什么，多了什么问题。",
    "Say what a redraft mended, what is new in it and what is still open, and how score and pillars moved.": "比较两稿：改好了什么，多了什么问题，还有什么没改，分数和各要点怎么变。",
    "OLD and NEW are drafts, or reports that `poalint check --format json` wrote earlier; one of them may be - for standard input.": "OLD 和 NEW 可以是信，也可以是 `poalint check --format json` 以前写的报告；其中一个可以写 -，表示标准输入。",
    "Exit status: 0 where no error is new and the score did not fall, else 1.": "退出码：没有新的错误、分数也没降就是 0，否则是 1。",
    "Keep the drafts' words out; places and rules stay.": "不出现信里的原话，只保留位置和规则。",
    "The draft that is meant in a report on several.": "报告里有多封信时，指的是哪一封。",
    "Standard input is one of the two at most.": "两个里最多只能有一个是标准输入。",
    # earlier.py
    "this is JSON, but no report on drafts": "这是 JSON，但不是检查信的报告",
    "`poalint check --format json=FILE` writes one.": "用 `poalint check --format json=FILE` 可以生成。",
    "no score is below 0 or above 100": "分数不会低于 0，也不会高于 100",
    # redraft/reports.py
    "this report tells of no draft": "这份报告里没有信",
    "Name a report on the draft.": "请给出这封信的报告。",
    "it does not tell of {path}": "里面没有 {path}",
    "it tells of several drafts": "里面有好几封信",
    "There are {names} and {count} more.": "有 {names}，另外还有 {count} 封。",
    "{there} Name one: --file PATH.": "{there}用 --file PATH 指定一封。",
    # redraft/comparing.py
    "The old one was judged as a {old}, the new one as a {new}: the two do not compare.": "旧稿按{old}评，新稿按{new}评，两稿不能比。",
    "The words are hidden in {paths}: what has no equal fingerprint is matched by rule and place.": "{paths} 里的原文已隐去：指纹对不上的，按规则和位置来对。",
    "The old report is of poalint {old}, the new one of {new}: rules may have changed.": "旧报告出自 poalint {old}，新的出自 {new}，规则可能变过。",
    "Other rules judged: {old} before, {new} now.": "用的规则不一样：以前是 {old}，现在是 {new}。",
    "The old report is in another language: what it says is told as it stands.": "旧报告是另一种语言写的，里面的话照原样显示。",
    # formats/diff_text.py
    "known to the baseline": "基线里已有",
    "Not mended, but left out: {count}": "没改，但不再计：{count}",
    "Not mended, but worse: {count}": "没改好，反而更糟：{count}",
    "became {rule}": "变成了 {rule}",
    "{new} new, {open} still open; the rest does not compare.": "新出现 {new}，还没改 {open} 处；其余不能比。",
    "Mended: {count}": "改好了：{count}",
    "New: {count}": "新出现：{count}",
    "Still open: {count}": "还没改：{count}",
    "whole letter": "整封信",
    "the score rose by {points}": "分数升了 {points} 分",
    "the score fell by {points}": "分数降了 {points} 分",
    "the score is the same": "分数没变",
    "{mended} mended, {new} new, {open} still open; {score}.": "改好 {mended}，新出现 {new} 处，还没改 {open} 处；{score}。",
}
