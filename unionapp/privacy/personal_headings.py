"""What a heading says of the texts under it: names of persons, or what else leads to somebody.

It only suggests: whether a column is masked in the public edition is declared, by the template or
in the form where the secretary adds a column.
"""

import re

from unionapp.template import Personal

CALLED = {Personal.NAME: "姓名", Personal.PRIVATE: "个人情况"}
"""What the form calls each, so that others speak of them in the same words."""

_WHOSE = "受助|受援|受捐|获助|帮扶|慰问|救助|资助|补助|困难|特困|患病|住院|单亲|低保"
_PERSON = rf"(?:被?(?:{_WHOSE})|申请)(?:人|者)|患者|户主"
_NAME = re.compile(rf".*姓名|{_PERSON}|(?:{_PERSON}|本人|职工|会员|员工|学生|子女|家属)?的?名字")
_GROUP = re.compile(rf"(?:{_WHOSE})(?:人员|对象|(?:女|教|退休)?职工|教师|学生|会员|户)")
"""Under these stand names, or kinds of people: 一线环卫工人."""

_NUMBERS = re.compile("身份证|证件号|电话|手机|联系方式|微信|银行卡|卡号|银行账号")
_PRIVATE = re.compile(
    "病情|病种|病因|疾病|患病|诊断|残疾|困难原因|致困|困难情况|家庭情况|住址|家庭地址"
    f"|{_NUMBERS.pattern}"
)
_ASIDE = re.compile(r"\s|[（(].*?[)）]")


def may_hold_names(heading: str) -> bool:
    """Whether names may stand under a heading; whether they do, only what stands there tells."""
    plain = _ASIDE.sub("", heading)
    return any(pattern.fullmatch(plain) for pattern in (_NAME, _GROUP))


def is_of_numbers(heading: str) -> bool:
    """Whether numbers stand under a heading that may be a person's or an office's."""
    return _NUMBERS.search(_ASIDE.sub("", heading)) is not None


def suggested_by(heading: str) -> Personal:
    """What texts under a heading are likely to be."""
    plain = _ASIDE.sub("", heading)
    if _NAME.fullmatch(plain):
        return Personal.NAME
    return Personal.PRIVATE if _PRIVATE.search(plain) else Personal.NOT
