"""What control words of RTF mean for a letter: tables, no code."""

from __future__ import annotations

SIGNS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "\u2014",
    "endash": "\u2013",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": " ",
    "bullet": "\u2022",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "nestcell": " ",
    "nestrow": " ",
}
"""Control words that stand for characters."""

SYMBOLS = {"~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}
"""Control symbols that stand for characters. ``\\-``, where a word may be broken, stands for none."""

ENDS = frozenset({"par", "sect", "page", "column"})
"""What ends a paragraph."""

_NAMES = """
    aftncn aftnsep aftnsepc atnauthor atndate atnicn atnid atnparent atnref atntime author bkmkend bkmkstart buptim
    category colorschememapping colortbl comment company creatim datafield datastore defchp defpap do doccomm docvar
    factoidname falt fchars ffdeftext ffentrymcr ffexitmcr ffformat ffhelptext ffl ffname ffstattext file filetbl
    fontemb fontfile footer footerf footerl footerr footnote formfield ftncn ftnsep ftnsepc g generator gridtbl header
    headerf headerl headerr hl hlfr hlinkbase hlloc hlsrc hsv info keycode keywords latentstyles lchars levelnumbers
    leveltext lfolevel linkval list listlevel listname listoverride listoverridetable listpicture liststylename
    listtable lsdlockedexcept manager mailmerge nesttableprops nextfile nonesttables objalias objclass objdata objname
    objsect objtime oldcprops oldpprops oldsprops oldtprops oleclsid operator panose password passwordhash pgp pgptbl
    picprop pict pgdsctbl pn pnseclvl pntxta pntxtb printim private propname protend protstart protusertbl pxe revtbl
    revtim rsidtbl rxe shp shpgrp shpinst sn sp staticval subject sv svb tc template themedata title txe upr userprops
    wgrffmtfilter windowcaption writereservation writereservhash xe xform xmlattrname xmlattrvalue xmlclose xmlname
    xmlnstbl xmlopen
"""
SKIPPED = frozenset(_NAMES.split())
"""Destinations that hold no text of the letter: what stands in such a group is passed over."""

DESTINATIONS = {
    "fonttbl": "fonts",
    "stylesheet": "styles",
    "listtext": "marker",
    "pntext": "marker",
    "annotation": "comment",
    "atrfstart": "from",
    "atrfend": "to",
    "fldinst": "field",
    "fldrslt": "letter",
    "ud": "letter",
}
"""Destinations that are read, and for what."""

TEXT_BOX = "shptxt"

QUIET_FIELDS = frozenset({"HYPERLINK", "PAGE", "NUMPAGES", "SECTIONPAGES", "REF", "PAGEREF", "TOC", "SYMBOL", "SEQ"})
"""Fields whose result is all that a reader sees, and right."""

CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
"""The encoding that each character set of a font has; others have that of the file."""
CODE_PAGES = {936: "gb18030", 54936: "gb18030", 65001: "utf-8", 10000: "mac_roman", 10008: "gb2312"}
"""The code pages that Python has by another name than "cp" with their number."""
