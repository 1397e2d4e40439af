"""Mistakes in packs: files that do not fit together, names that lead nowhere, texts that lack."""

from __future__ import annotations

PACKS: dict[str, str] = {
    # errors.py
    "the {what} {name!r} stands in {other} too": "{what}“{name}”在 {other} 里也有",
    # loader.py, loading/strays.py
    "the lexicon {name!r}, which clauses are read with, is missing": "缺少解析分句要用的词表“{name}”",
    "Break the circle.": "请断开这个循环。",
    "signals that build on each other: {names}": "这些信号互相依赖：{names}",
    "nothing reads a file of this name here": "放在这里、叫这个名字的文件不会被读取",
    "A rule is a file <theme>/<id>.yaml, a signal signals/<name>.yaml.": "规则文件写作 <theme>/<id>.yaml，信号文件写作 signals/<name>.yaml。",
    "Its name must end in .yaml.": "文件名必须以 .yaml 结尾。",
    "only the built-in rules hold this table": "只有内置规则才能有这张表",
    "Strike the file.": "请删掉这个文件。",
    "Did you mean {names}? A theme of your own needs a name less like it.": "是不是想写 {names}？如果是自己的主题，请换一个不这么像的名字。",
    # loading/packs.py
    "packs extend each other in a circle: {circle}": "规则包互相扩展，成了循环：{circle}",
    "Strike one of the lines `extends`.": "请去掉其中一个 `extends`。",
    "the pack in {folder} is called {name!r} too": "{folder} 里的规则包也叫“{name}”",
    "Rename one of them.": "请给其中一个改名。",
    "this folder holds no pack.yaml, so it is no pack of rules": "这个文件夹里没有 pack.yaml，所以不是规则包",
    "Rename pack.yml to pack.yaml.": "请把 pack.yml 改名为 pack.yaml。",
    "`poalint new pack` makes one.": "运行 `poalint new pack` 可以新建一个。",
    "several installed packs are called {name!r}: {folders}": "已安装的规则包里有好几个叫“{name}”：{folders}",
    "Name the folder of the one that you mean, or uninstall the others.": "请直接写要用的那个的文件夹，或者卸载其余的。",
    "there is no folder and no installed pack called {name!r}": "没有叫“{name}”的文件夹，也没有安装叫这个名字的规则包",
    "Name a folder that holds a pack.yaml.": "请写一个里面有 pack.yaml 的文件夹。",
    # loading/rules.py, loading/facts.py, loading/signals.py
    "Give one of them another name.": "请给其中一个改名。",
    "Give one of them another name; `change:` in pack.yaml re-weighs a rule of another pack.": "请给其中一条改名；如果只想调整别的规则包里某条规则的轻重，在 pack.yaml 里用 `change:`。",
    "the rule {name!r} is switched off under `off`, so nothing can be changed": "规则“{name}”已在 `off` 里关掉，没法再调整",
    "Strike one of the two.": "两处请只留一处。",
    "there are no rules in this folder": "这个文件夹里没有规则",
    "A rule is a file <theme>/<id>.yaml.": "每条规则是一个文件：<theme>/<id>.yaml。",
    "{{{name}}} is filled with nothing": "没有内容可以填进 {{{name}}}",
    "A rule of this kind fills {names}.": "这类规则能填的有 {names}。",
    "A rule of this kind fills {names}. Did you mean {{{near}}}?": "这类规则能填的有 {names}。是不是想写 {{{near}}}？",
    "the Chinese of this rule is missing": "这条规则缺中文",
    "the Chinese of this signal is missing": "这个信号缺中文",
    "the Chinese of this text is missing": "这段文字缺中文",
    "the Chinese of {why!r} is missing": "“{why}”缺中文",
    "Add the key zh.": "请加上 zh 键。",
    "Add it under zh: cues.": "请加到 zh: cues 下面。",
    "no alternative has this `why`": "没有哪个分支的 `why` 是这句",
    # loading/lexicons.py, loading/entries.py
    "the lexicon {name!r} includes itself, by way of others": "词表“{name}”绕了一圈又包含了自己",
    "Strike one of the inclusions.": "请删掉其中一处包含。",
    "A new one belongs into a file under lexicon/.": "新词表要放进 lexicon/ 下面的文件里。",
    "To add words to it, name it under `lexicons:` in pack.yaml.": "想给它加词，请写在 pack.yaml 的 `lexicons:` 下面。",
    "{entry!r} holds no word": "“{entry}”里没有词",
    "{entry!r} begins or ends with *": "“{entry}”以 * 开头或结尾",
    "* stands between words only: strike it.": "* 只能放在词与词之间，请删掉。",
    "{entry!r} has an empty alternative": "“{entry}”的 | 旁边少了词",
    "A word stands on both sides of each |.": "每个 | 的两边都要有词。",
    "{entry!r} ends a word with /{suffix}, which means nothing": "“{entry}”里的 /{suffix} 没有意义",
    "/n asks for a noun, /v for a verb.": "/n 表示名词，/v 表示动词。",
}
