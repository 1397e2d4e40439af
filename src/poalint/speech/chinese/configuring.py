"""``config``, ``init`` and what a project or a draft says of itself."""

from __future__ import annotations

CONFIGURING: dict[str, str] = {
    # cli/options.py
    "Take this configuration for all drafts, and look for no other.": "所有草稿都用这份配置，不再另找。",
    "Take no configuration.": "不使用任何配置文件。",
    "--config and --isolated exclude each other.": "--config 和 --isolated 不能同时用。",
    # cli/config.py
    "Show what holds for a draft, and where each value came from.": "显示一封信按什么设置检查，每个值从哪里来。",
    "Show what holds for drafts, and where each value came from.": "显示草稿按什么设置检查，每个值从哪里来。",
    "Show what holds for drafts, and where each value came from: a file and its line, the draft, the command line.": "显示草稿按什么设置检查，每个值从哪里来：哪个文件的哪一行、草稿自己，还是命令行。",
    "PATH is what it is for check, and so are the options: with those of a check this shows what holds in it.": "PATH 和选项的写法都与 check 相同：带上检查时用的选项，看到的就是那次检查实际采用的设置。",
    # cli/init.py
    "Begin a configuration: a commented poalint.yaml.": "新建一份带注释的配置 poalint.yaml。",
    "Begin a configuration: a poalint.yaml with a comment on each key, which changes nothing until you change it.": "新建一份配置 poalint.yaml：每个键都有注释，改动之前不影响检查。",
    "FOLDER is where to put it; without this, here. A configuration that is there is not written over.": "FOLDER 是放在哪个文件夹；不写则放在当前文件夹。已有的配置不会被覆盖。",
    "See what holds for a draft: {command}": "查看一封信按什么设置检查：{command}",
    "there is a configuration already, and it is not written over": "这里已经有配置了，不会覆盖",
    "Change that one.": "请直接改那一份。",
    # formats/config_text.py
    "configuration": "配置文件",
    "the built-in ones": "内置规则",
    "as the letter tells": "从信里判断",
    "all": "全部",
    "none": "无",
    "default": "默认",
    "command line": "命令行",
    "{place} (front matter)": "{place}（草稿开头）",
    # formats/check_text.py
    "marketplace": "站点",
    # globs.py
    "this pattern is empty": "这里没有写路径",
    'Write a path such as "drafts/*.md".': "请写成“drafts/*.md”这样的路径。",
    "a pattern has no backslash": "路径里不能用反斜杠",
    "Write / between folders.": "文件夹之间请写 /。",
    "a pattern is seen from the folder of this file, and does not leave it": "路径是相对于本文件所在文件夹的，不能指到外面去",
    "a bracket is not closed in this pattern": "路径里有括号没有配对",
    "Close it.": "请补上另一半。",
    "the brackets of this pattern name no characters": "方括号里写的不是字符范围",
    "Write them as in [a-z].": "请写成 [a-z] 这样。",
    # holding.py
    # cli/telling.py
    "{drafts} could not be checked because of this": "因为这里的问题，有 {drafts}没能检查",
    # loading/configuration.py
    "there are two configurations in this folder: {files}": "这个文件夹里有两份配置：{files}",
    "Keep one of them.": "留一份就好。",
    "there is no table [tool.poalint] in this file": "这个文件里没有 [tool.poalint] 这一段",
    "Write one, or name another file.": "请写上这一段，或者换一个文件。",
    # loading/toml.py
    "Mend the line and run again.": "改好这一行再运行一次。",
    "this is not TOML ({error})": "这不是 TOML（{error}）",
    # readers/frontmatter.py
    "the front matter, which begins in line 1, does not end": "第 1 行开始的文件头没有结束",
    "Write a line --- under its last key.": "请在最后一个键下面写一行 ---。",
}
