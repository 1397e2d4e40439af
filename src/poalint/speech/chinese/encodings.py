"""What format and what encoding a draft is in, and the name of what comes by standard input."""

from __future__ import annotations

ENCODINGS: dict[str, str] = {
    # readers/__init__.py
    "this is {format}, which cannot be read": "这是{format}，读不了",
    "the name ends in {suffix}, but this is {format}, and was read so": "文件名以 {suffix} 结尾，但内容是{format}，已按后者读取",
    "{format} is read by a part of poalint that is not installed": "读取 {format} 要用的 poalint 组件没有安装",
    'Install it: pip install "poalint[{extra}]"': '请先安装：pip install "poalint[{extra}]"',
    # readers/decoding.py
    "its encoding cannot be told: the bytes at position {at} may be {one} or {other}": "看不出是什么编码：第 {at} 个字节处可能是 {one}，也可能是 {other}",
    "the encoding was guessed: {encoding}. Where words look wrong, save the letter as UTF-8": "编码是猜的：{encoding}。如果有乱码，请把信存成 UTF-8",
    # readers/html.py
    "this is a report that poalint wrote, no letter": "这是 poalint 生成的报告，不是信",
    "Name the letter that it is on.": "请写它所检查的那封信。",
    "Copy the letter's text into a new file and check that.": "请把信的文字复制到新文件里再检查。",
    "its elements stand more than {depth} deep in each other": "里面的元素嵌套超过 {depth} 层",
    # readers/telling.py
    "Save it in Word as .docx, or as plain text (.txt), and check that.": "请在 Word 里另存为 .docx 或纯文本（.txt）再检查。",
    "Export the letter as .docx or as plain text (.txt), and check that.": "请把信导出成 .docx 或纯文本（.txt）再检查。",
    "Type the letter's words into a file, or copy them there: a picture has none to read.": "请把信的文字打进或复制到文件里：图片里的字读不了。",
    "Unpack it, and check the letter alone.": "请先解压，再检查信本身。",
    "Save it in Outlook as text.": "请在 Outlook 里另存为文本。",
    "a PDF": " PDF",
    "an RTF document": " RTF 文档",
    "a Word document": " Word 文档",
    "an OpenDocument text": " OpenDocument 文档",
    "an HTML page": " HTML 网页",
    "an e-mail": "电子邮件",
    "Markdown": " Markdown 文件",
    "plain text": "纯文本",
    "a ZIP archive": " ZIP 压缩包",
    "an old Word or WPS document": "旧版 Word 或 WPS 文档",
    "a document with a password": "设了密码的文档",
    "a picture (PNG)": "图片（PNG）",
    "a picture (JPEG)": "图片（JPEG）",
    "a picture (GIF)": "图片（GIF）",
    "a picture (TIFF)": "图片（TIFF）",
    "a picture": "图片",
    "a gzip archive": " gzip 压缩包",
    "a RAR archive": " RAR 压缩包",
    "a 7-Zip archive": " 7-Zip 压缩包",
    "a database": "数据库文件",
    "an old Excel workbook (.xls)": "旧版 Excel 表格（.xls）",
    "old PowerPoint slides (.ppt)": "旧版 PowerPoint 幻灯片（.ppt）",
    "an Outlook message (.msg)": " Outlook 邮件（.msg）",
    "an Excel workbook": " Excel 表格",
    "PowerPoint slides": " PowerPoint 幻灯片",
    "a Pages document": " Pages 文档",
    "an e-book (EPUB)": "电子书（EPUB）",
    "an OpenDocument file without text": "不含文字的 OpenDocument 文件",
    # cli/options.py
    "What the draft on standard input is called: its suffix and its folder count as those of a file do.": "标准输入里的草稿叫什么名字：后缀和所在文件夹都按这个名字算。",
    "--stdin-filename names the draft on standard input: give - as its path.": "--stdin-filename 是给标准输入里的草稿起名的：路径要写 -。",
}
