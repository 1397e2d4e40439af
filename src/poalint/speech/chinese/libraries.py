"""What others say and the program hands on: click, regular expressions and the operating system.

No line of the source says these, so nothing tells when one falls out of use.
"""

from __future__ import annotations

LIBRARIES: dict[str, str] = {
    # click: headings and help
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 [参数]...",
    "required": "必填",
    "Show this message and exit.": "显示这段帮助后退出。",
    "Show the version and exit.": "显示版本后退出。",
    # regular expressions
    "missing ), unterminated subpattern": "少了右括号",
    "unbalanced parenthesis": "括号不配对",
    "unterminated character set": "[ 没有闭合",
    "nothing to repeat": "*、+ 或 ? 前面没有可以重复的内容",
    "multiple repeat": "重复符号连写了",
    "unexpected end of pattern": "表达式没有写完",
    "bad escape (end of pattern)": "反斜杠后面没有字符",
    "look-behind requires fixed-width pattern": "向后断言的长度必须固定",
    "global flags not at the start of the expression": "(?i) 这类标志只能写在最前面",
    "min repeat greater than max repeat": "重复次数的下限大于上限",
    # the operating system
    "Is a directory": "是文件夹",
    "Not a directory": "不是文件夹",
    "No such file or directory": "没有这个文件或文件夹",
    "Permission denied": "没有权限",
    "File name too long": "文件名太长",
    "Too many levels of symbolic links": "链接绕成了圈",
    "Input/output error": "读写出错",
    "No space left on device": "磁盘满了",
    "Read-only file system": "磁盘是只读的",
    "embedded null byte": "路径里有空字符",
    "Broken pipe": "管道已关闭",
}
