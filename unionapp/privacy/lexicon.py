"""Which texts are a person's name, and which words stand in every paper and lead to nobody.

A column of names may hold 会员 or 一线环卫工人, one of reasons 低保. They are masked in their own
cells; looked for in the rest of a paper, they would make its own headings unreadable.
"""

import re

from unionapp.text import POINTS

_HAN = "[\u3400-\u9fff\U00020000-\U0003fffd]"
_POINT = f"[{POINTS}]"
_NAME = re.compile(rf"{_HAN}{{2,8}}|{_HAN}{{1,8}}(?:{_POINT}{_HAN}{{1,8}})+")
# A foreign colleague's, of two words at least: a single one stands within many others.
_LATIN = "[A-Za-z\u00c0-\u024f]{1,20}"
_LATIN_NAME = re.compile(f"{_LATIN}(?:[ {POINTS}.'-]{{1,2}}{_LATIN}){{1,4}}")

# Whom a union speaks of, and where they are; no name ends so.
_OF_THE_TRADE = re.compile(
    ".*(?:职工|员工|工人|女工|会员|人员|干部|劳模|家属|群众|家庭|对象|主席|代表|委员|党员|团员"
    "|教师|老师|学生|同学|同志|师傅|医生|护士|司机|骑手|小哥|儿童|子女|老人|妇女|残疾人|农民工"
    "|环卫工|劳动者|患者|单位|企业|公司|集体|班组|小组|工会|分会|车间|科室|部门|社区|街道|学校"
    "|医院|机关|基层|一线|困难|[难困保]户|[部处室局院厂队站所店])"
    "|劳动模范|财务科|人事科|总务科|保卫科|先进个人|标兵|无名|匿名|本人|配偶|父母|父亲|母亲|家长"
)

# Why help is given: each stands in sentences that speak of nobody.
_WHY = re.compile(
    "低保(?:边缘)?|低收入|(?:患|生|有|得)?[重大]?病|慢性病|职业病|(?:重大|患)?疾病|残[疾障]|失业|下岗"
    "|待岗|单亲|离[异婚]|丧偶|[已未]婚|贫困|特困|住院|手术|意外(?:伤害)?|车祸|[火水]灾|灾害|工伤"
    "|退休|在职|在岗|健康|良好|一般|正常|较[好差]|其[他它]|暂?无|没有|不详"
    "|(?:子女)?[上就入]学|助学|[男女]性?"
    "|因[病残灾学](?:致[困贫])?|(?:突发|家庭|生活|经济|暂时|医疗)困难"
)

# A figure; any number of it stands in a paper.
_FEW_DIGITS = re.compile("[0-9.,%]{1,6}")


def may_be_a_name(text: str) -> bool:
    """Return whether a text may be somebody's name, and is no word of the trade."""
    if is_latin_name(text):
        return True
    plain = "".join(text.split())
    return _NAME.fullmatch(plain) is not None and _OF_THE_TRADE.fullmatch(plain) is None


def is_latin_name(text: str) -> bool:
    """Return whether a text may be a name of several words in Latin letters: Anna Li."""
    return _LATIN_NAME.fullmatch(" ".join(text.split())) is not None


def is_common(text: str) -> bool:
    """Return whether what is told of somebody is told of many, and so leads to nobody by itself."""
    plain = "".join(text.split())
    patterns = (_WHY, _OF_THE_TRADE, _FEW_DIGITS)
    return any(pattern.fullmatch(plain) for pattern in patterns)
