"""The words and masks by which people say that a value is missing, absent or withheld."""

import re

from unionapp.text import folded
from unionapp.values.kinds import Kind
from unionapp.values.model import State

_WORDS: dict[str, State] = {
    "": State.BLANK,
    "待填": State.BLANK,
    "待定": State.BLANK,
    "未填": State.BLANK,
    "无": State.NOT_APPLICABLE,
    "无此项": State.NOT_APPLICABLE,
    "没有": State.NOT_APPLICABLE,
    "不适用": State.NOT_APPLICABLE,
    "/": State.NOT_APPLICABLE,
    "-": State.NOT_APPLICABLE,
    "--": State.NOT_APPLICABLE,
    "—": State.NOT_APPLICABLE,
    "——": State.NOT_APPLICABLE,
    "不公开": State.WITHHELD,
    "保密": State.WITHHELD,
}

_MASK = r"*×✕╳□■○◯_?xX"
# Between digits a mask sign means something else: 3×4, 0x10, 1_000.
_MASK_RUN = f"(?>(?<![0-9{_MASK}])[{_MASK}]++|[{_MASK}]++(?![0-9]))"
_ONLY_MASKS = re.compile(rf"[{_MASK}\s]+")
_FIGURE_WORDS = r"[0-9.,%¥\s\u4e00-\u9fff]"
_DATE_WORDS = r"[-0-9./~—–\s年月日号份初中底末前后上下半第一二三四季度截止至到起从自]"
_FREQUENCY_WORDS = r"[0-9/\s每年半季度月周日天次场回期届不少于至少约定一二两三四五六七八九十]"


def _masked(filler: str) -> re.Pattern[str]:
    """Matches an entry that has a mask in it and otherwise only the words that go with it."""
    return re.compile(f"{filler}*+(?:{_MASK_RUN}{filler}*+)+")


_MASKED: dict[Kind, re.Pattern[str]] = {
    **{kind: _masked(_FIGURE_WORDS) for kind in Kind if kind.traits.is_numeric},
    Kind.DATE: _masked(_DATE_WORDS),
    Kind.FREQUENCY: _masked(_FREQUENCY_WORDS),
}
_LONGEST_MASKED = 40


def state_of(text: str, kind: Kind) -> State:
    """Return the state that an entry stands for; GIVEN means that it is to be read as content.

    A mask in place of a figure (`**余万`, `20××年11月`) is a blank: the figure is not known yet.
    In prose only an entry of nothing but masks is, for `XX市` is how a name is written.
    """
    entry = text.strip()
    if len(entry) > _LONGEST_MASKED:
        return State.BLANK if _ONLY_MASKS.fullmatch(entry) else State.GIVEN
    plain = folded(entry)
    if _ONLY_MASKS.fullmatch(plain) or _has_mask(plain, kind):
        return State.BLANK
    return _WORDS.get(plain, State.GIVEN)


def _has_mask(plain: str, kind: Kind) -> bool:
    pattern = _MASKED.get(kind)
    return pattern is not None and pattern.fullmatch(plain) is not None
