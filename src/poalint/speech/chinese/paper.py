"""Letters in PDF, RTF and e-mail: what cannot be read, and what was left out."""

from __future__ import annotations

PAPER: dict[str, str] = {
    # readers/clock.py
    "reading it takes longer than {seconds} seconds": "读这个文件用了超过 {seconds} 秒",
    # readers/size.py
    "the file has {size} MB, {most} at most are read; a Plan of Action has about two pages": "文件有 {size} MB，最多只读 {most} MB；POA 一般两页左右",
    # readers/pdf.py
    "Check the document that it was made of, or save that as PDF again.": "请检查生成这个 PDF 的原文档，或者重新另存为 PDF。",
    "the PDF is encrypted in a way that needs one more library": "这个 PDF 的加密方式要多装一个库才能读",
    'Install it: pip install "pypdf[crypto]"': '安装它：pip install "pypdf[crypto]"',
    "its pages stand in each other in a circle": "它的页面互相引用，绕成了圈",
    "the PDF is damaged ({why})": "这个 PDF 已损坏（{why}）",
    "the objects of the PDF stand in each other too deep, or in a circle": "这个 PDF 的对象嵌套太深，或者绕成了圈",
    "the PDF has {count} pages, {most} at most are read; a Plan of Action has about two": "这个 PDF 有 {count} 页，最多只读 {most} 页；POA 一般两页左右",
    "the PDF holds pictures of pages and no text, as a scanner makes them": "这个 PDF 是扫描件，只有图片，没有文字",
    "Save the letter as PDF from the program that it was written in, or check its source.": "请用写信的软件直接另存为 PDF，或者检查原文档。",
    "the fonts of the PDF do not tell which letters their shapes stand for": "这个 PDF 的字体没有说明字形对应哪些字符，读不出文字",
    "page {page} is a picture without text, which is not checked": "第 {page} 页是图片，没有文字，这一页没有检查",
    "the PDF is a form; what is typed into its fields is not checked": "这个 PDF 是表单，填在表单里的内容没有检查",
    "the PDF is locked with a password": "这个 PDF 加了密码",
    "Save it without a password, or check its source.": "请去掉密码再保存，或者检查原文档。",
    "its pages are listed in more parts than those of any letter, or too deep in each other": "它的页面目录太多或者嵌套太深，不像一封信",
    "a page of it draws more than a letter can hold": "其中一页的绘图指令太多，不像一封信",
    "a part of the PDF unpacks to more than {size} MB": "这个 PDF 里有一部分解压后超过 {size} MB",
    "the PDF holds more than a letter can ({why})": "这个 PDF 的内容比一封信多得多（{why}）",
    # readers/rtf.py
    "this is not RTF, although it is called so": "文件名是 RTF，内容却不是",
    "Save the letter anew as RTF, or as .docx.": "请把信重新另存为 RTF，或者存成 .docx。",
    "its groups stand in each other more than {depth} deep": "它的分组嵌套超过了 {depth} 层",
    "the RTF ends before its last group does; something may be missing": "这个 RTF 没有写完整，可能缺了内容",
    "the RTF has text boxes; what stands in them is not checked": "这个 RTF 里有文本框，文本框里的内容没有检查",
    # readers/eml.py
    "this is no e-mail, although it is called so": "文件名是邮件，内容却不是",
    "the parts of the e-mail stand in each other too deep": "这封邮件的各部分嵌套太深",
    "the e-mail is damaged: its headers cannot be read": "这封邮件已损坏：邮件头读不出来",
    "the letter was taken from the e-mail that is attached": "检查的是附在这封邮件里的那封邮件",
    'the attachment "{name}" is not checked': "附件“{name}”没有检查",
    # readers/post/
    "the e-mail has more parts than any mail program makes": "这封邮件的部分太多，不像是邮件软件生成的",
    "the e-mail is encrypted": "这封邮件是加密的",
    "the letter seems to be in the attachment {names}; the mail itself has {words} words": "信好像在附件 {names} 里；邮件正文只有 {words} 个词",
    "the letter seems to be in the attachment {names}; the mail itself has no text": "信好像在附件 {names} 里；邮件正文没有文字",
    "Save the attachment and check that.": "请把附件存下来，检查附件。",
    "the e-mail says that it is {told}, which it is not; read as {name}": "邮件标的编码是 {told}，实际不是；这里按 {name} 来读",
    "some of its characters cannot be read": "其中有些字符读不出来",
}
