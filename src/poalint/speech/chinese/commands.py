"""The command line: its help, and what is said where it is wrong."""

from __future__ import annotations

COMMANDS: dict[str, str] = {
    # cli/help.py
    "Usage: ": "用法：",
    "{title}:": "{title}：",
    "default: {value}": "默认：{value}",
    # cli/__init__.py
    "Check an Amazon seller's Plan of Action before it is sent.": "提交之前，先检查写给亚马逊的行动计划（POA）。",
    "Exit status: 0 where every draft passes, 1 where one has an error or too low a score, 2 where something could not be done. No draft leaves this machine. Example: poalint check letter.txt": "退出码：0 表示所有信都通过，1 表示有信存在错误或分数太低，2 表示有的操作没能完成。信的内容不会离开这台电脑。例如：poalint check letter.txt",
    # cli/options.py
    "The language to speak; without this, that of the locale.": "输出用的语言；不写则跟随系统语言。",
    "How to print.": "输出格式。",
    "Whether to use colour; auto does on a terminal, unless NO_COLOR is set.": "是否用彩色；auto 表示在终端里用，除非设置了 NO_COLOR。",
    "The spaCy pipeline: an installed package or a folder.": "spaCy 模型：已安装的包或文件夹。",
    "A pack of rules to add: its folder, or the name of an installed one. May be given several times.": "要加上的规则包：写文件夹，或已安装规则包的名称。可以写多次。",
    "The case that the letters are about; without this, each letter is asked.": "信针对的违规类型；不写则由程序逐封判断。",
    "What the letters are; without this, each letter is asked.": "信的类型：plan 是 POA，dispute 是异议；不写则由程序逐封判断。",
    # cli/check.py
    "Score drafts and say what to mend.": "给信打分，并指出要改的地方。",
    'PATH is a file, a folder (its .txt, .text and .md files are checked), a pattern such as "drafts/*.txt", or - for standard input.': "PATH 可以是文件、文件夹（检查其中的 .txt、.text 和 .md 文件）、“drafts/*.txt”这样的通配写法，或者用 - 表示标准输入。",
    "Fail drafts that score below N.": "低于 N 分的信算不通过。",
    # cli/parse.py
    "Show how drafts are read, to see why a rule fired.": "显示程序怎么读一封信，用来弄清某条规则为什么会报。",
    "Show how drafts are read: blocks, clauses and signals, each with the words that decided it.": "显示程序怎么读一封信：文本块、分句和信号，以及每一项是凭哪些词判断的。",
    "PATH is what it is for check.": "PATH 的写法与 check 相同。",
    # cli/rules.py
    "List the rules by pillar.": "按要点列出规则。",
    # cli/explain.py
    "Tell what a rule finds and what to write instead.": "说明一条规则查什么，应该怎么写。",
    "Tell what rules find, why a reviewer minds, and what to write instead.": "说明规则查什么，审核人员为什么在意，应该怎么写。",
    "RULE is a rule's id, or a pillar or flag for all of its rules.": "RULE 是规则的 id；写要点或标记，则说明属于它的所有规则。",
    # cli/group.py
    "{message} To check a draft: poalint check {path}": "{message}要检查一封信：poalint check {path}",
    # cli/usage.py
    "Try '{command}' for help.": "查看帮助：{command}",
    "Error: {message}": "错误：{message}",
    "No such option: {name}.": "没有这个选项：{name}。",
    "No such option: {name}. Did you mean {near}?": "没有这个选项：{name}。是不是想写 {near}？",
    "No such command: {name}.": "没有这个命令：{name}。",
    "No such command: {name}. Did you mean {near}?": "没有这个命令：{name}。是不是想写 {near}？",
    "Missing argument: {name}.": "缺少参数：{name}。",
    "Missing option: {name}.": "缺少选项：{name}。",
    "Missing command.": "缺少命令。",
    "Got unexpected extra arguments: {names}": "多出了参数：{names}",
    "The option {name} requires a value.": "选项 {name} 后面要写一个值。",
    "The option {name} takes no value.": "选项 {name} 后面不能写值。",
    "Invalid value for {name}: {reason}": "{name} 的值不对：{reason}",
    "{value} is not one of {known}.": "不能是 {value}，只能是 {known}。",
    "{value} is not a whole number.": "{value} 不是整数。",
    "{value} is neither a number from 1 to {most} nor auto.": "{value} 不行：请写 1 到 {most} 之间的数字，或者写 auto。",
    "{value} is not in the range {range}.": "{value} 不在范围 {range} 内。",
    "{path} does not exist.": "{path} 不存在。",
    "{path} is a folder.": "{path} 是文件夹。",
    "{path} is a file.": "{path} 是文件。",
}
