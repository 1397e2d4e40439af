"""``new`` and ``schema``: rules and packs that are begun, and what stands in their way."""

from __future__ import annotations

SKELETONS: dict[str, str] = {
    # skeletons/
    "{name!r} is no good name: small letters, digits and hyphens, a letter first": "“{name}”不能用作名称：只能用小写字母、数字和连字符，以字母开头",
    "there is such a file already, and it is not written over": "这个文件已经有了，不会覆盖",
    "Choose another name.": "请换个名称。",
    "an installed pack is called {name!r}": "已安装的规则包里有叫“{name}”的",
    "there is no such folder": "没有这个文件夹",
    "this is there already, and it is not empty": "已经存在，而且不是空的",
    "the folder {name!r} is not for rules": "文件夹“{name}”不是放规则的",
    "Choose another theme.": "请换个主题。",
    "Check the path, or make the pack: `poalint new pack NAME`.": "请检查路径，或者先新建规则包：`poalint new pack NAME`。",
    "It lies in a pack: --pack {folder}": "它在一个规则包里面，请写：--pack {folder}",
    "neither this folder nor one above it holds a pack.yaml": "这个文件夹和它的上级文件夹里都没有 pack.yaml",
    "Name a pack with --pack, or make one: `poalint new pack NAME`.": "请用 --pack 写上规则包，或者先新建一个：`poalint new pack NAME`。",
    "a rule is called {name!r} already": "已经有规则叫“{name}”",
    "a short letter that lacks it": "缺了这项内容的一封短信",
    "two sentences that do not agree": "前后对不上的两句话",
    "a sentence that gives a wrong figure as the target": "把指标要求写错的一句话",
    "a sentence as the rule is to find it, with [[the very words]] marked if you like": "规则应该查出来的一句话，需要的话用 [[双方括号]] 标出是哪几个词",
    "a sentence or a letter as it should be": "写得好的一句话或一封信",
    "a sentence that looks like the fault and is none": "看着像毛病、其实不是的一句话",
    "a sentence that gives the signal": "有这个信号的一句话",
    "a sentence that looks like it and does not": "看着像、其实没有这个信号的一句话",
    # cli/new.py: what was done
    "Wrote {path}": "已写入 {path}",
    "It asks for the signal in {path}": "它用到的信号在 {path}",
    "Change the texts, write the examples marked TODO, then run: {command}": "改好文字，写好标着 TODO 的例子，然后运行：{command}",
    "Begin a rule in it: {command}": "在里面新建规则：{command}",
    "Use it: {command}": "使用：{command}",
    # cli/new.py: help
    "Begin a rule or a pack of rules.": "新建规则或规则包。",
    "Begin a rule or a pack: commented files that load, with examples for you to write.": "新建规则或规则包：文件带注释、可以直接加载，例子留给你来写。",
    "Begin a rule in a pack.": "在规则包里新建规则。",
    "Begin a rule: a file with a comment on each key, and for the kinds forbid and require the signal it asks for.": "新建规则：文件里每个键都有注释；forbid 和 require 这两类还会一并新建所用的信号。",
    'NAME names the fault in small letters and hyphens, as in "unsigned-letter". The examples are left to you: until they are written, `poalint test` says which are missing.': "NAME 用小写字母和连字符写出毛病，比如 unsigned-letter。例子要你自己写；没写完之前，`poalint test` 会指出还缺哪些。",
    "The pack; without this, the one that you are in.": "规则包；不写则用当前所在的规则包。",
    "The folder of the pack to put it in.": "放进规则包里的哪个文件夹。",
    "What it demands: agree, evidence, fact, forbid, listed, measure, pattern, require, section or unfit.": "规则的类型：agree、evidence、fact、forbid、listed、measure、pattern、require、section 或 unfit。",
    "Begin a pack of rules.": "新建规则包。",
    "Begin a pack of rules: a folder NAME with a commented pack.yaml, and schemas for editors where there are any.": "新建规则包：建一个名为 NAME 的文件夹，里面有带注释的 pack.yaml；有供编辑器用的 schema 时也一并放进去。",
    "Where to make its folder; without this, here.": "在哪里建文件夹；不写则在当前文件夹。",
    # cli/schema.py
    "Print the JSON Schema of a kind of rule file.": "输出某类规则文件的 JSON Schema。",
    "Print the JSON Schema of a kind of file, for editors that complete and check YAML.": "输出某类文件的 JSON Schema，供能补全和检查 YAML 的编辑器使用。",
    "KIND is rule, signal, lexicon, pack ...; without it the kinds are listed.": "KIND 可以是 rule、signal、lexicon、pack 等；不写则列出所有类型。",
    "a letter whose case is plain, without any of the papers that Amazon asks for": "一封看得出违规类型、但没提到任何一份亚马逊要的文件的信",
    "a letter that says a paper goes along, and a list of papers without it": "一封正文说附了某份文件、清单里却没有它的信",
    "a letter with a part that is headed so, and does not hold it": "一封有这样的标题、下面却没有写的信",
    "a letter whose case is plain, with a remedy that its profile calls unfit": "一封看得出违规类型、却写了不合适的做法的信",
}
