"""What is told of rules that look for numbers that check themselves, for pasted characters and for two names."""

from __future__ import annotations

LEAKS: dict[str, str] = {
    "A number of a known form whose digits check each other: {which}.": "形式已知、校验位也对得上的号码：{which}。",
    "the numbers of payment cards (Luhn)": "银行卡号（Luhn 校验）",
    "IBANs (remainder 97)": "IBAN（模 97 校验）",
    "the numbers of Chinese resident identity cards (GB 11643)": "居民身份证号（GB 11643）",
    "A number behind words that make it something else, such as an order id.": "前面写明是别的号码的，比如订单号。",
    "Characters of one sort, all told at once: {which}.": "某一类字符，全信只报一次：{which}。",
    "those that nobody sees; where a script needs them they may stand": "看不见的字符；有些文字本来就要用，那里的不算",
    "those that turn the direction in which text runs": "改变文字方向的控制字符",
    "letters of another alphabet in Latin words; whole words and names of it may stand": (
        "英文词里混进的外文字母；整个词、整个人名都是外文的不算"
    ),
    "full-width letters and punctuation; beside Chinese they may stand": "全角字母和标点；挨着中文的不算",
    "letters that are signs of mathematics": "数学符号冒充的字母",
    "emoji; signs of typography such as check marks and arrows may stand": "表情符号；对勾、箭头这类普通符号不算",
    "those that show as boxes, and controls": "显示成方框的字符和控制字符",
    "Two names for what the letter must call by one; the file holds how it calls it.": (
        "同一样东西前后用了两个名字；怎么称呼它，规则文件里写着。"
    ),
    "characters: {codes}": "字符：{codes}",
    "leaks": "泄露信息",
    "sending": "提交前检查",
    "pasted": "粘贴带进的字符",
}
