"""What the user can mend: drafts that cannot be read, pipelines, and names that nothing goes by."""

from __future__ import annotations

ERRORS: dict[str, str] = {
    # errors.py
    "{reason}. {remedy}": "{reason}。{remedy}",
    "no {what} is called {name!r}": "找不到{what}“{name}”",
    "Did you mean {names}?": "是不是想写 {names}？",
    "`poalint {command}` lists what there is.": "运行 `poalint {command}` 可以看到全部。",
    # cli/__init__.py
    "the output cannot be written: {why}": "输出写不进去：{why}",
    # engine.py
    "this does not read as English, so it is not scored": "这封信看起来不是英文，所以没有打分",
    "Write the letter in English: the rules read English only.": "请用英文写这封信：规则只看得懂英文。",
    # language.py
    "model {name}": "模型 {name}",
    "spaCy cannot load it ({why})": "spaCy 加载不了它（{why}）",
    "Install it (pip install {package}), or name another with --model.": "先安装它（pip install {package}），或者用 --model 换一个。",
    "it lacks {pipes}": "它缺少 {pipes}",
    "Take an English pipeline with a parser.": "请换一个带 parser 的英文模型。",
    # readers/text.py
    "this is not a text file": "这不是文本文件",
    "Save the letter as plain text (.txt) and check that.": "请把信另存为纯文本（.txt）再检查。",
    "the bytes at position {at} are not valid {encoding}": "第 {at} 个字节处不是有效的 {encoding} 编码",
    "Save the letter as UTF-8 and check it again.": "请把信存成 UTF-8 编码再检查。",
    "the draft is empty": "草稿是空的",
    "Put the letter's text into the file.": "请把信的内容放进这个文件。",
    # sources.py
    "an empty path was given": "给的路径是空的",
    "Name a file or a folder.": "请写一个文件或文件夹。",
    "there is no draft in this folder": "这个文件夹里没有草稿",
    "no draft matches this pattern": "没有草稿符合这个写法",
    "A draft is looked for as a file ending in {suffixes}.": "只会找以 {suffixes} 结尾的文件。",
    "this is a pipe or a device, not a file": "这是管道或设备，不是文件",
    "Give its content to standard input, with - as the path.": "请把内容送到标准输入，路径写 -。",
    "there is no standard input": "没有标准输入",
    "Name a file.": "请写一个文件。",
    "this is a link to a file that is not there": "这个链接指向的文件不存在",
    "Name the file itself.": "请直接写那个文件。",
    "there is no such file or folder": "没有这个文件或文件夹",
    "you may not read this": "没有读取权限",
    "Change its permissions, or copy it to a folder of yours.": "请修改它的权限，或者复制到自己的文件夹里。",
    "this cannot be read ({why})": "读不了（{why}）",
    "Check the path.": "请检查路径。",
}
