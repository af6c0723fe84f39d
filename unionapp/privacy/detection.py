"""What texts of the secretary's own are, by the heading over them and by what stands in them.

A heading alone tells too little: 帮扶对象 may be 王建国 or 低收入家庭, 电话 may be a person's or a
hotline's. All this only suggests: whether a column is masked in the public edition is declared, by
the template or in the form where the secretary adds a column.
"""

import re
from collections.abc import Sequence

from unionapp.privacy.lexicon import is_common, may_be_a_name
from unionapp.privacy.masking import single_names, surname_length
from unionapp.privacy.numbers import has_number_of_a_person
from unionapp.template import Personal

_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁"
    "韦马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余顾孟黄穆萧尹姚邵汪祁"
    "毛狄米贝明臧戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍"
    "虞万柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包左石崔吉龚程邢裴陆荣翁荀甄曲封储靳段焦牧山谷车侯全班"
    "仲伊宫宁仇栾甘厉祖武符刘景詹龙叶幸司黎薄印白蒲从鄂索赖卓屠蒙池乔阴胥苍闻党翟谭贡姬申扶冉宰郦"
    "桑桂牛边农温庄晏柴瞿阎连茹习艾鱼容向古易慎戈廖终居衡步都耿满弘匡文寇广欧利师巩聂关荆游竺权盖"
    "肖付闫代岳佟佘苟海冷查覃官麦"
)
_LONGEST_GIVEN = 2
# What the form calls each, so that others speak of them in the same words.
CALLED = {Personal.NAME: "姓名", Personal.PRIVATE: "个人情况"}

_WHOSE = "受助|受援|受捐|获助|帮扶|慰问|救助|资助|补助|困难|特困|患病|住院|单亲|低保"
_PERSON = rf"(?:被?(?:{_WHOSE})|申请)(?:人|者)|患者|户主"
_NAME = re.compile(rf".*姓名|{_PERSON}|(?:{_PERSON}|本人|职工|会员|员工|学生|子女|家属)?的?名字")
# Under these stand names, or kinds of people: 一线环卫工人.
_GROUP = re.compile(rf"(?:{_WHOSE})(?:人员|对象|(?:女|教|退休)?职工|教师|学生|会员|户)")

_NUMBERS = re.compile("身份证|证件号|电话|手机|联系方式|微信|银行卡|卡号|银行账号")
_PRIVATE = re.compile(
    "病情|病种|病因|疾病|患病|诊断|残疾|困难原因|致困|困难情况|家庭情况|住址|家庭地址"
    f"|{_NUMBERS.pattern}"
)
_ASIDE = re.compile(r"\s|[（(][^（()）]*[)）]")


def seem_personal(heading: str, texts: Sequence[str], *, beside_names: bool) -> Personal:
    """Return what texts under a heading seem to be.

    `beside_names` tells that they stand beside names, so that a reason is somebody's: 病种 and how
    many have it is told of nobody.
    """
    if may_hold_names(heading) and _most_are_names(texts):
        return Personal.NAME
    if hold_numbers(texts):
        return Personal.PRIVATE
    of_one = suggested_by(heading) is Personal.PRIVATE and not is_of_numbers(heading)
    tells = of_one and beside_names and not all(map(is_common, texts))
    return Personal.PRIVATE if tells else Personal.NOT


def hold_numbers(texts: Sequence[str]) -> bool:
    """Return whether the number of a person's telephone or card stands among texts."""
    return any(map(has_number_of_a_person, texts))


def _most_are_names(texts: Sequence[str]) -> bool:
    names = sum(any(map(_looks_like_a_name, single_names([text]))) for text in texts)
    return 2 * names > len(texts)


def _looks_like_a_name(text: str) -> bool:
    if not may_be_a_name(text):
        return False
    surname = surname_length(text)
    known = surname > 1 or text[0] in _SURNAMES
    return "·" in text or (known and len(text) - surname <= _LONGEST_GIVEN)


def may_hold_names(heading: str) -> bool:
    """Return whether names may stand under a heading; only the texts tell whether they do."""
    plain = _ASIDE.sub("", heading)
    return any(pattern.fullmatch(plain) for pattern in (_NAME, _GROUP))


def is_of_numbers(heading: str) -> bool:
    """Return whether numbers stand under a heading that may be a person's or an office's."""
    return _NUMBERS.search(_ASIDE.sub("", heading)) is not None


def suggested_by(heading: str) -> Personal:
    """Return what texts under a heading are likely to be."""
    plain = _ASIDE.sub("", heading)
    if _NAME.fullmatch(plain):
        return Personal.NAME
    return Personal.PRIVATE if _PRIVATE.search(plain) else Personal.NOT
