"""Files of word processors: what keeps them from being read, and what is told of how they were."""

from __future__ import annotations

DOCUMENTS: dict[str, str] = {
    # readers/archive.py, readers/xmlparts.py
    "the file holds {count} parts; no letter has more than {most}": "文件里有 {count} 个部件，没有哪封信会超过 {most} 个",
    "a part of the file unpacks to more than {times} times its size": "文件里有个部件解压后是原来的 {times} 倍以上",
    "the file unpacks to more than {size} MB; that is no letter": "文件解压后超过 {size} MB，不可能是一封信",
    "this is no {format} file, or a damaged one": "这不是 {format} 文件，或者已经损坏",
    "the file is protected by a password": "文件设了密码",
    "Save it without a password, and check that: Amazon could not open it either.": "请去掉密码另存一份再检查：设了密码，亚马逊也打不开。",
    "Open the letter in the program that you write it with, save it under a new name and check that.": "请用写信的程序打开它，换个名字另存一份再检查。",
    "its XML declares a document type, as no word processor does": "里面的 XML 声明了文档类型，正常的文字处理软件不会这样写",
    "its parts stand in each other more than {count} deep": "里面的内容嵌套超过 {count} 层",
    # readers/docx.py, readers/odt.py
    "this is what Word keeps beside a letter while it is open, not the letter": "这是 Word 打开信时生成的临时文件，不是信本身",
    "Name the letter: the file without {lock}.": "请写信的文件名，就是开头没有 {lock} 的那个。",
    "Headers and footers are no part of the letter, and were not read.": "页眉和页脚不算信的内容，没有检查。",
    "The file holds macros. They were not run; send Amazon a file without any (.docx).": "文件里有宏，没有运行；发给亚马逊请用不带宏的文件（.docx）。",
    "The file holds macros. They were not run; send Amazon a file without any.": "文件里有宏，没有运行；发给亚马逊请用不带宏的文件。",
}
