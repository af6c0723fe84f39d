"""Whether an amount in running text is a figure: what its clause says of it."""

import re

from unionapp.reading.amounts import Amount
from unionapp.reading.measures import OF_MONEY, OF_TIME
from unionapp.reading.model import Why, Writing
from unionapp.reading.phrases import Phrases

# What is spoken of, and not counted: 三项工作, 五个方面.
_SPOKEN_OF = re.compile(
    "(?:方面|事(?![项故务迹业宜])|工作|任务|重点|职能|平台|渠道|意识|自信|维护|条线|环节|抓手|关键|结合|转变|行动|层面"
    "|目标|原则|优势|阶段|台阶|角度|维度|特点|特色|亮点|能力|作风|机制|体系|统一|确保|坚持|到位|问题|主题|主线|中心|难点|短板)"
)
_SPOKEN_OF_ALWAYS = re.compile("(?:方面|事(?![项故务迹业宜])|职能|意识|自信|维护|层面|到位|台阶)")
_NOUN_BEFORE = re.compile("[一-鿿”》）A-Za-z]$")
_CLAUSE_END = re.compile(r"[，。；、！？：,;.:（）()\n\t ]|$")
_COUNT_BEFORE = re.compile("[二三四五六七八九十两百0-9][^，。；、]{1,12}、$")
# 50至60人.
_TO = re.compile("[至到][0-9]")
# Teams and shifts are called by them: 二班.
_NAMED_BY_NUMERALS = frozenset({"班", "队", "组"})
_NONE_OF = re.compile(
    "(?:每|没有|不[漏落少缺让]|无|任何|这|那|另|某|同|新|再上|上|唯|各|哪|逐|不)$"
)
_EACH_TIME = re.compile(
    "每[一两三]?(?:人次|个?月|周|年|天|日|季度?|学期|次|场|处|个|期|份|项|本)[^，。；]{0,14}$"
)
_EACH = re.compile(
    "每[一两三]?(?:人次|个?月|周|年|天|日|季度?|学期|次|场|处|个|期|份|项|本|人|名|位|户|家)"
    "[^，。；]{0,14}$"
)

_BY_STANDARD = re.compile(
    "(?:标准|按照?(?:每|工资|规定|比例|实际|不|人均|会员|全年)[^，。；]{0,12}|定额|限额|上限|封顶)(?:为|是)?[^，。；]{0,2}$"
)
_STANDARD_AFTER = re.compile("(?:的|/人|每人|一人)?(?:标准|以内的标准|封顶)|/[人户次]|足额")
_TOTAL_AFTER = re.compile("[，、,](?:共|合计|总计|共计|计|总额|累计)")
_MONEY = re.compile("[0-9一二三四五六七八九十百千万]元")
_GIFT = re.compile("(?:的)?(?:生日)?(?:蛋糕|购书|购物|观影|图书|洗理|慰问)?[券卡]")
_LASTING = re.compile(
    "(?:为期|历时|连续|近|提前|过去|未来|今后|满|工期|限期|每|前|最近|经过|利用)$"
)
_WITHIN = re.compile("[内后前里中间来]|之内|以来|的?时间")
_SAID_OF_TIME = frozenset(
    {"年", "月", "日", "周", "个月", "季度", "秒", "分钟", "工作日", "个工作日"}
)
_GIFT_AT_MOST = 2000
# Characters within which words are said of a number.
_FAR = 100


def why_no_figure(amount: Amount, phrases: Phrases) -> Why | None:
    """Return why an amount is no figure, or None for one that is."""
    text, (start, end) = phrases.text, amount.span
    clause = phrases.clause(amount.number.start)
    before = text[max(clause.start, start - _FAR) : start]
    after = text[end : max(end, min(clause.end, end + _FAR))]
    if not amount.unit:
        return _without_unit(amount, text)
    if amount.base in OF_TIME:
        return _of_time(amount, before, after)
    if why := _of_standard(amount, before, after, phrases):
        return why
    if amount.writing is Writing.CHINESE:
        return _in_numerals(amount, before, after, text)
    return Why.FIXED_PHRASE if _SPOKEN_OF_ALWAYS.match(after) else None


def _without_unit(amount: Amount, text: str) -> Why | None:
    if amount.writing is Writing.CHINESE:
        return Why.FIXED_PHRASE
    number = text[amount.number.start : amount.number.end]
    if len(number) == 4 and number[:2] in {"19", "20"}:
        return Why.YEAR
    follows = text[amount.span.end : amount.span.end + 1]
    is_title = follows.isalpha() and not amount.qualifier and not _TO.match(text, amount.span.end)
    return Why.TITLE if is_title else None


def _of_time(amount: Amount, before: str, after: str) -> Why | None:
    """Time is a figure where it is an outcome: 提前13天, 开放300天以上."""
    if amount.base in _SAID_OF_TIME or amount.unit == "年":
        return Why.STANDARD if "每" in before[-8:] else Why.PERIOD
    if amount.base in {"小时", "个小时"} and after and not before:
        return Why.STANDARD
    if _LASTING.search(before) and not before.endswith("提前"):
        return Why.PERIOD
    if _WITHIN.match(after) or "每" in before[-8:]:
        return Why.PERIOD
    if amount.writing is Writing.CHINESE and amount.value is not None and amount.value < 10:
        return Why.PERIOD
    return None


def _of_standard(amount: Amount, before: str, after: str, phrases: Phrases) -> Why | None:
    if _BY_STANDARD.search(before) or _STANDARD_AFTER.match(after):
        return Why.STANDARD
    if amount.qualifier in {"低于", "高于"}:
        return Why.STANDARD
    each = _EACH.search(before)
    if each is None:
        is_gift = amount.unit == "元" and _GIFT.match(after) is not None
        small = amount.value is not None and amount.value <= _GIFT_AT_MOST
        return Why.STANDARD if is_gift and small else None
    if (
        amount.base in OF_MONEY
        and not _EACH_TIME.search(before)
        and _belongs_to_total(amount, before, phrases)
    ):
        return None
    if amount.base in OF_MONEY or amount.base in {"%", "册", "分钟"} or amount.qualifier:
        return Why.STANDARD
    return Why.FIXED_PHRASE if amount.value is not None and amount.value < 10 else None


def _belongs_to_total(amount: Amount, before: str, phrases: Phrases) -> bool:
    """Whether a total stands beside the amount of each: 每人600元，共7800元."""
    if re.search("不超过|不低于|不少于|标准|限", before):
        return False
    sentence = phrases.sentence(amount.number.start)
    earlier = phrases.text[max(sentence.start, amount.span.start - 40) : amount.span.start]
    later = phrases.text[amount.span.end : amount.span.end + 8]
    return bool(_MONEY.search(earlier) or _TOTAL_AFTER.match(later))


def _in_numerals(amount: Amount, before: str, after: str, text: str) -> Why | None:
    """A Chinese numeral is a figure where it counts what is done or there, and not what is said."""
    value, ends = amount.value, _CLAUSE_END.match(text, amount.span.end) is not None
    numeral = text[amount.number.start : amount.number.end]
    if value is None:
        return Why.FIXED_PHRASE
    if _SPOKEN_OF.match(after):
        return Why.FIXED_PHRASE
    if numeral in {"万", "亿"} and not amount.qualifier:
        return Why.FIXED_PHRASE
    if numeral in {"百", "千"} and not amount.qualifier and not ends:
        return Why.FIXED_PHRASE
    if value == 1 and not amount.qualifier and "万" not in amount.unit:
        return None if _is_counted(amount, before, text, ends=ends) else Why.FIXED_PHRASE
    if amount.unit in _NAMED_BY_NUMERALS:
        return Why.TITLE
    return None


def _is_counted(amount: Amount, before: str, text: str, *, ends: bool) -> bool:
    """Whether 一 counts, as it does behind what there is one of and beside other counts."""
    start = amount.span.start
    if _COUNT_BEFORE.search(before):
        return True
    if not ends or "每" in before or _NONE_OF.search(before):
        return False
    return bool(_NOUN_BEFORE.search(text, max(0, start - 1), start))
