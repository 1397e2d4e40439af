"""What others say and the program hands on: click, YAML, regular expressions and the operating system.

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
    # libyaml
    "mapping values are not allowed in this context": "这里不能再写“key: value”；值里有冒号时请加引号",
    "mapping values are not allowed here": "这里不能再写“key: value”；值里有冒号时请加引号",
    "did not find expected key": "这里应该是一个键；请检查缩进和引号",
    "could not find expected ':'": "这里少了冒号",
    "did not find expected '-' indicator": "这里应该以“- ”开头；请检查缩进",
    "did not find expected ',' or ']'": "这里少了逗号或 ]",
    "did not find expected ',' or '}'": "这里少了逗号或 }",
    "did not find expected node content": "这里应该有内容",
    "did not find expected <document start>": "这里多出了内容；请检查缩进",
    "did not find expected alphabetic or numeric character": "& 或 * 后面要写名称；要写这个符号本身，请加引号",
    "found character that cannot start any token": "不能以这个字符开头；制表符请换成空格，特殊符号请加引号",
    "found unexpected end of stream": "文件到头了，引号或括号还没有闭合",
    "found unexpected ':'": "这里多了冒号",
    "found unknown escape character": "不认识的转义字符；反斜杠请放在单引号里",
    "found a tab character that violates indentation": "缩进用了制表符，请换成空格",
    "found a tab character where an indentation space is expected": "缩进用了制表符，请换成空格",
    "found undefined alias": "这里引用的名称没有定义",
    "block sequence entries are not allowed in this context": "这里不能写“- ”开头的项",
    "block mapping entries are not allowed in this context": "这里不能写“key: value”",
    "control characters are not allowed": "不能有控制字符",
    "invalid leading UTF-8 octet": "不是有效的 UTF-8 编码",
    "invalid trailing UTF-8 octet": "不是有效的 UTF-8 编码",
    # the parser that PyYAML brings for where there is no libyaml
    "expected <block end>, but found '<block mapping start>'": "这里的缩进对不上",
    "expected <block end>, but found '<scalar>'": "这里的缩进或引号对不上",
    "expected ',' or ']', but got '<stream end>'": "文件到头了，[ 还没有闭合",
    "expected the node content, but found '<stream end>'": "这里应该有内容",
    "found character '\\t' that cannot start any token": "缩进用了制表符，请换成空格",
    "while scanning a quoted scalar": "引号没有闭合",
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
    "Broken pipe": "管道已关闭",
}
