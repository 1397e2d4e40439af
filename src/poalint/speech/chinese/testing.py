"""``test``: what became of each example, what no example fires, and what cannot be tested."""

from __future__ import annotations

TESTING: dict[str, str] = {
    # testing/marks.py, testing/gathering.py
    "one mark begins inside another; write \\[ for a plain bracket": "标记里又套了标记；方括号本身请写成 \\[",
    "a mark holds no words": "标记里没有字",
    "a mark is not closed: ]] is missing; write \\[ for a plain bracket": "标记没有收尾，少了 ]]；方括号本身请写成 \\[",
    "a mark says where the {what} fires, and on this example it must not": "标记是用来指出{what}在哪里触发的，而这个例子不该触发",
    "Strike the marks, or write \\[ for a plain bracket.": "请去掉标记；如果是方括号本身，请写成 \\[。",
    # testing/running.py
    "this example is still to be written": "这个例子还没写",
    "it fires, but another rule with the same flag says the same of the same place": "触发了，但同一处已由同一标记的另一条规则报告",
    "it must fire here, and does not": "这里应该触发，却没有触发",
    "it must not fire here, and does": "这里不该触发，却触发了",
    "it fires, but not at the words marked": "触发了，但不是在标出的那几个字上",
    "what it says has a blank that nothing fills: {blank}": "提示语里有个空没填上：{blank}",
    "what it says quotes no words": "提示语的引号里没有字",
    "it fires at a place without words": "触发的位置上没有字",
    # testing/choosing.py
    "this is in no pack: neither it nor a folder above it holds a pack.yaml": "这不在任何规则包里：它和它的上级文件夹都没有 pack.yaml",
    "this holds no rule and no signal, so there are no examples to test": "这里没有规则也没有信号，没有例子可测",
    "Name a folder, or a file <theme>/<id>.yaml or signals/<name>.yaml.": "请写一个文件夹，或者 <theme>/<id>.yaml、signals/<name>.yaml 这样的文件。",
    "Rules of a pack are known once it is named with --rules.": "规则包里的规则，要先用 --rules 写上规则包才能找到。",
    # formats/test_text.py
    "example": "例子",
    "expected": "应有",
    "got": "实际",
    "cue": "依据",
    "signals": "信号",
    "rules": "其他规则",
    "nothing": "无",
    "a finding": "触发一次",
    "the signal": "该信号",
    "a finding about the whole letter": "针对整封信的一处问题",
    "no example fires it: {words}": "没有例子能触发它：{words}",
    "no example fires this alternative: {words}": "没有例子能触发这一项：{words}",
    "no example is taken back by this alternative: {words}": "没有例子用到这一项例外：{words}",
    "no example fires this expression: {words}": "没有例子能触发这个表达式：{words}",
    "{packs}: there are no examples to test.": "{packs}：没有可测的例子。",
    "{packs}: {all} examples, {passed} passed, {failed} failed, {unfilled} still to be written.": "{packs}：共 {all} 个例子，通过 {passed} 个，未通过 {failed} 个，还没写的 {unfilled} 个。",
    "Examples fire {fired} of {parts} rules, signals and parts of them.": "规则、信号及其各项共 {parts} 个，例子触发了 {fired} 个。",
    # cli/test.py
    "Run the examples in the files of rules and signals.": "运行规则和信号文件里的例子。",
    "Fail where a rule, a signal or a part of one is fired by no example.": "有规则、信号或其中一项没有例子触发时，算不通过。",
    "Test the packs that a pack extends too.": "连同它所扩展的规则包一起测。",
    "Run the examples in the files of rules and signals, and show expected against got where one fails.": "运行规则和信号文件里的例子；没通过的，列出应有的结果和实际的结果。",
    "PATH is the folder of a pack or the name of an installed one, a file or folder in it, or the id of a rule or signal; without it the built-in rules are tested. In an example, [[words]] marks what the finding must point at exactly, \\[ is a plain bracket, and one that begins with TODO is still to be written.": "PATH 可以是规则包的文件夹、已安装的规则包的名称、其中的文件或文件夹，也可以是规则或信号的 id；不写则测内置规则。例子里用 [[words]] 标出要报的那几个字，必须一字不差，\\[ 表示方括号本身，以 TODO 开头的例子表示还没写。",
    "Exit status: 0 where all passes, 1 where an example fails or something is fired by none, 2 where it could not be done.": "退出码：0 表示全部通过，1 表示有例子没通过、或有内容没有例子触发，2 表示有的操作没能完成。",
}
