"""What tells that a figure is an earlier one, or what lies between an earlier one and a new one."""

import re

from unionapp.checks.prose.reckoning.quantities import Quantity

_UP = "增长|增加|增幅|净增|多增|增多|上升|提高|提升|扩大|增|升|多"
_DOWN = "下降|降低|减少|降幅|缩短|缩减|压减|压降|回落|下滑|降|减|少"
_LAST = (
    "上年度|上年|去年|上期|上届|上一年|前年|同期|年初|上次|原来|原先|过去|此前|以前|往年|[0-9]{4}年"
)
BY = re.compile(
    f"(?:同比|环比|(?:比|较)(?:{_LAST}|上半年|上季度|一季度)(?:同期|底|末)?|净|共|又|各|再|也|则|更|均){{0,4}}"
    f"(?P<way>{_UP}|{_DOWN})(?:了|出|达到|达|为|约|近|幅度为|幅度达|幅为|幅达|比例为)?$"
)
TO = re.compile(
    f"(?P<way>{_UP}|{_DOWN}|发展|壮大|扩充|改善|缩小)(?:了)?(?:到了?|至|为|成)(?:今年的?|目前的?|现在的?|现有的?|年底的?|年末的?|本年的?|当前的?)?$"
)
_FROM = re.compile("(?:由|从)[^由从]{0,12}$")
_THAN = re.compile(
    "(?:(?<![评对相竞])比(?![赛武例重学拼选])|较(?![好多少大高低为强])|高于|低于|超过)[^比较]{0,14}$"
)
_TURNS = re.compile("^[^，,]{0,6}?(?:增|提高|提升|升|降|减|下|上升|扩|发展|缩|精简|变|压|回)")
_REACHED = re.compile(
    "^(?:目前)?(?:达到了?|达|已达|升至|增至|上升到|提高到|提升到|降至|降到|下降到)(?:了)?$"
)
_ASIDE = re.compile(f"(?:{_LAST})(?:度|同期|底|末|全年)?(?:的|为|是|仅|有|仅有|只有)?$")
_PAST = re.compile(f"(?:{_LAST})[^，,]{{0,7}}$")


def is_new_end(figure: Quantity) -> bool:
    """Whether a figure is what something came to be: 增至126篇."""
    return TO.search(figure.lead) is not None or _REACHED.match(figure.lead) is not None


def is_change(figure: Quantity) -> bool:
    """Whether a figure is what something grew or fell by."""
    return BY.search(figure.lead) is not None and TO.search(figure.lead) is None


def is_down(figure: Quantity) -> bool:
    """Whether a change is a fall."""
    found = BY.search(figure.lead)
    return found is not None and found["way"] in _DOWN.split("|")


def is_old(figure: Quantity) -> bool:
    """Whether a figure is one that others are compared with."""
    if is_change(figure) or TO.search(figure.lead):
        return False
    if _FROM.search(figure.lead):
        return _TURNS.match(figure.trail) is not None
    return bool(
        _ASIDE.search(figure.lead) or _THAN.search(figure.lead) or _PAST.search(figure.lead)
    )


def is_aside(figure: Quantity) -> bool:
    """Whether a figure is an earlier one or a change, and so no part of what is said of now."""
    return is_change(figure) or (is_old(figure) and "年初" not in figure.lead)
