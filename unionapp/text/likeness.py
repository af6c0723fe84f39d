"""Which characters are one to whoever reads them, however they are encoded.

What is copied from a PDF has radicals in place of characters (⾼ for 高), web pages have forms made
for other systems (﹐ ︵), and a name's point is written in six ways. Where such a character is only
another code for one, it is made the ordinary one when a text enters (`made_ordinary`). Where texts
are compared because somebody might be recognised, more is alike: 髙 and 高, 張 and 张, а of
Cyrillic and a (`letters_of`, `spans_of`).
"""

import re
import unicodedata
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

from unionapp.text.traditional import TRADITIONAL

# A part of a text: where it starts, and where it ends.
Span: TypeAlias = tuple[int, int]

# What stands between the names of one person, 买买提·艾力, however it is typed.
POINTS = "·•・･‧∙⋅⸱ꞏ"
_ORDINARY_POINT = POINTS[0]
# A full stop of full width is one only between Chinese characters: １２．５ is a figure.
_STOPS = "．﹒"

# CJK radicals that NFKC knows nothing of, each before the character that it looks like
# (Equivalent_Unified_Ideograph of Unicode 14); those of characters that no font has are left out.
_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬"
    "⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝"
    "⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐"
    "⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀㇏乀㇐一㇑丨㇒丿㇓丿㇔丶㇖乛㇚亅㇝乀㇟乚㇠乙"
)
# Forms for lines from top to bottom, small ones and half-width ones, as Chinese text has them.
_FORMS = (
    "︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰：︱—︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］"
    "﹐，﹑、﹔；﹕：﹖？﹗！﹙（﹚）﹛｛﹜｝﹝〔﹞〕｡。｢「｣」､、"
)
_KANGXI = map(chr, range(0x2F00, 0x2FD6))
# Small signs, and letters that a printer had cast as one.
_SIGNS = map(chr, (0x2E9F, 0x2EF3, *range(0xFE5F, 0xFE67), 0xFE6A, *range(0xFB00, 0xFB07)))


def _pairs(text: str) -> dict[str, str]:
    return dict(zip(text[::2], text[1::2], strict=True))


_ORDINARY = {
    **{form: unicodedata.normalize("NFKC", form) for form in chain(_KANGXI, _SIGNS)},
    **_pairs(_RADICALS),
    **_pairs(_FORMS),
}
# One letter stands for one letter here, so that a place in a text is the same afterwards.
ORDINARY_LETTERS = {ord(form): letter for form, letter in _ORDINARY.items() if len(letter) == 1}

_CHINESE = "\u2e80-\u2fd5\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
# Among these stand twelve characters of their own (U+FA0E, FA0F, …), which occur in names: NFC
# leaves them, as it makes the others ordinary.
_COMPATIBLE = frozenset(
    form
    for form in map(chr, (*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)))
    if not unicodedata.is_normalized("NFC", form)
)
_FORMS_OF_OTHERS = _COMPATIBLE.union(_ORDINARY)
_TO_ORDINARY = str.maketrans(_ORDINARY)
# The mark itself comes first in these, so that `re` looks round it nowhere else.
_POINT = re.compile(rf"[{POINTS[1:]}](?<=\w.)(?=\w)")
# 一．总体情况 is a heading with its number.
_STOP = re.compile(
    rf"(?P<numbered>^[^\S\n]*+[一二三四五六七八九十百]{{1,4}}[{_STOPS}])"
    rf"|[{_STOPS}](?<=[{_CHINESE}].)(?=[{_CHINESE}])",
    re.MULTILINE,
)
# Characters of which a text must have one before it is worth the work.
OUT_OF_THE_ORDINARY = _FORMS_OF_OTHERS.union(POINTS[1:], _STOPS)


def made_ordinary(text: str) -> tuple[str, int]:
    """Return a text with the characters that other codes stand for, and how many were replaced.

    Full-width figures and letters stay, and so do ① and ㎡: they look otherwise. Nothing is
    changed by doing it twice.
    """
    forms = sum(map(text.count, _FORMS_OF_OTHERS.intersection(text)))
    plain = unicodedata.normalize("NFC", text.translate(_TO_ORDINARY) if forms else text)
    pointed, points = _POINT.subn(_ORDINARY_POINT, plain)
    if not set(_STOPS).intersection(pointed):
        return pointed, forms + points
    stopped = _STOP.sub(lambda stop: stop["numbered"] or _ORDINARY_POINT, pointed)
    stops = sum(one != other for one, other in zip(pointed, stopped, strict=True))
    return stopped, forms + points + stops


# Characters of other codes that print as the first one of their group does, or nearly: variants
# that stand in names, and letters of other scripts, small ones standing for their capitals too.
_ALIKE = (
    "高髙 户戶戸 吴吳呉 黄黃 吕呂 侣侶 青靑 清淸 静靜 净淨浄 争爭 真眞 慎愼 填塡 颠顚"
    " 温溫 录彔 绿緑 宫宮 郎郞 朗朖 尚尙 教敎 册冊 删刪 姗姍 栅柵 别別 没沒 查査 德徳"
    " 惠恵 曾曽 增増 兑兌 税稅 悦悅 脱脫 黑黒 步歩 频頻 虚虛 彦彥 颜顏顔 产產産 姊姉 研硏"
    " 妍姸 并並幷 瓶甁 屏屛 间閒 凉涼 决決 减減 况況 冰氷 厨廚 却卻 即卽 既旣 概槪 晋晉"
    " 恒恆 俊儁 峰峯 群羣 熙煕熈 强強 坤堃 丰豐豊 渊淵渕 浅淺 泽澤沢 叶葉 隽雋 内內 呐吶"
    " 纳納 吞呑 蚕蠶 稳穩穏 隐隱隠 奂奐 焕煥 换換 唤喚 解觧 晚晩 奥奧 粤粵 鄉鄕郷 爲為"
    " 說説 閱閲 勳勲 鎮鎭 国囯 龙竜 喜㐂 吉𠮷"
    " 工エ 力カ 口ロ囗 二ニ 八ハ 夕タ 卜ト 一ー"
    " aаα bвβ cсϲ eеε hнη iіι jј kкκ mмμ nν oоο pрρ sѕ tтτ xхχ yуυ zζ"
)


class _Letters(dict[int, str | None]):
    """For each character the letters that it is compared by; none where nothing is seen of it."""

    def __missing__(self, code: int) -> str | None:
        self[code] = found = _seen_as(chr(code))
        return found


def _seen_as(character: str) -> str | None:
    if character == "\n":
        return character
    plain = unicodedata.normalize("NFKD", character) if _is_plain(character) else character
    letters = (_ORDINARY.get(each, each).lower() for each in plain if not _is_unseen(each))
    alike = _one_of_alike()
    return "".join(alike.get(each, each) for each in "".join(letters)) or None


def _is_plain(character: str) -> bool:
    """Whether what it is made of looks as it does: ² is no 2, and ① no 1."""
    return unicodedata.category(character) != "No"


def _is_unseen(character: str) -> bool:
    """Whether it only parts letters, or hangs on one."""
    category = unicodedata.category(character)
    return category[0] in "MZ" or category in _NOT_PRINTED or character in _BLANK + POINTS


# Controls, what changes the writing without being seen, and halves of characters.
_NOT_PRINTED = frozenset({"Cc", "Cf", "Cs"})
# Letters of Hangul and Braille without any ink.
_BLANK = "\u115f\u1160\u3164\uffa0\u2800"


@lru_cache(maxsize=1)
def _one_of_alike() -> dict[str, str]:
    """The letter by which each other one is compared; made when first asked for, after a start."""
    groups = {each: group[0] for group in _ALIKE.split() for each in group[1:]}
    simplified = _pairs(TRADITIONAL)
    return {**groups, **{each: groups.get(form, form) for each, form in simplified.items()}}


_LETTERS = _Letters()
# Names are kept in mind, not the texts in which they are looked for.
_LONGEST_KEPT = 200
_STOP_IN_NAME = re.compile(rf"[.{_STOPS}](?<=[{_CHINESE}].)(?=[{_CHINESE}])")
_DIGIT_FOLLOWS = re.compile(r"[.．]?\d")


def letters_of(text: str) -> str:
    """Return what people compare a text by: its letters, without what may stand between them.

    Look-alikes are one letter, in small ones; spaces, points of names and what cannot be seen are
    gone. Line ends stay: no name goes over one.
    """
    return _remembered(text) if len(text) <= _LONGEST_KEPT else _letters_of(text)


def _letters_of(text: str) -> str:
    return _STOP_IN_NAME.sub(_ORDINARY_POINT, text).translate(_LETTERS)


_remembered = lru_cache(maxsize=4096)(_letters_of)


def spans_of(word: str, text: str) -> tuple[Span, ...]:
    """Return where a word, or what looks like it, stands in a text, in order.

    A word that begins or ends with a figure is none within a longer figure: 30 not in 300.
    """
    wanted = letters_of(word)
    letters = letters_of(text)
    if not wanted or wanted not in letters:
        return ()
    places = _places(text)
    found = []
    at = letters.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        span = places[at], _end_of_letter(text, places[end - 1])
        whole = _is_whole(wanted, text, span)
        found += [span] if whole else []
        at = letters.find(wanted, end if whole else at + 1)
    return tuple(found)


def _places(text: str) -> list[int]:
    """For each of the letters of a text the place of the character that it stands for."""
    stopped = _STOP_IN_NAME.sub(_ORDINARY_POINT, text)
    return [at for at, character in enumerate(stopped) for _ in _LETTERS[ord(character)] or ""]


def _end_of_letter(text: str, at: int) -> int:
    """Where a letter ends, with all that hangs on it."""
    end = at + 1
    while end < len(text) and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end


def _is_whole(wanted: str, text: str, span: Span) -> bool:
    before, after = text[max(span[0] - 1, 0) : span[0]], _DIGIT_FOLLOWS.match(text, span[1])
    begins = wanted[0].isdecimal() and (before.isdecimal() or before in {".", "．"})
    return not begins and not (wanted[-1].isdecimal() and after)
