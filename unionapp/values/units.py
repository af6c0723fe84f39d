"""Units: the measure words, how else they are written, and the 万 in front of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from unionapp.text import folded
from unionapp.values.model import Measure, Value

MULTIPLIERS: dict[str, Decimal] = {
    "百": Decimal(10**2),
    "千": Decimal(10**3),
    "万": Decimal(10**4),
    "十万": Decimal(10**5),
    "百万": Decimal(10**6),
    "千万": Decimal(10**7),
    "亿": Decimal(10**8),
    "十亿": Decimal(10**9),
    "百亿": Decimal(10**10),
    "千亿": Decimal(10**11),
    "万亿": Decimal(10**12),
}
MULTIPLIER = "|".join(sorted(MULTIPLIERS, key=len, reverse=True))

# Words for one unit: whichever is typed, the unit itself is printed.
_SPELLINGS: dict[str, tuple[str, ...]] = {
    "元": ("圆", "块", "块钱", "元钱", "元整", "圆整", "人民币", "元人民币", "¥"),
    "平方米": ("m2", "平米"),
    "人": ("名", "位", "个人"),
    "名": ("人", "位"),
}
# Words by which people count one thing: whichever is typed is taken and printed as it was written.
# 人 and 人次 are none: one counts heads, the other turns.
_FAMILIES = (
    frozenset({"条", "项", "处", "件", "个", "起"}),
    frozenset({"次", "场", "期", "场次"}),
    frozenset({"家", "个"}),
)
# What is put to a word that counts things to count each of their turns.
_TURNS = "次"

# What is measured and not counted, so that a fraction of it makes sense.
MEASURED = frozenset({"平方米", "m2", "亩", "公里", "米", "吨", "克", "公斤", "小时", "分"})

_OF_ONE_CHARACTER = (
    "人名位起户家个项条件份场次位间处类种篇期届起宗年月天日册套台本支队班级层座幅块字元圆角"
    "%‰成倍岁张批桌面部辆只盒箱"
)
# Measure words by which an entry of another unit is told from a slip of the keyboard.
KNOWN = (
    frozenset(_OF_ONE_CHARACTER)
    | {"人次", "户次", "家次", "件次", "场次", "百分点", "个百分点"}
    | MEASURED
)

_SCALED = re.compile(f"({MULTIPLIER})(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Unit:
    """An indicator's unit, taken apart: 万元 is 10000 times 元."""

    printed: str
    base: str
    scale: Decimal

    def is_named(self, word: str) -> bool:
        """Return whether a word typed beside a figure is the base of this unit."""
        return word == self.base or word in _SPELLINGS.get(self.base, ())

    def is_counted_in(self, word: str) -> bool:
        """Return whether a word counts the same things as this unit, and is another one."""
        return word != self.base and any({word, self.base} <= family for family in _FAMILIES)

    def is_turns_of(self, word: str) -> bool:
        """Return whether one of this unit and a word counts things, and the other their turns."""
        return _are_turns(self.base, word) or _are_turns(word, self.base)

    def in_words_of(self, word: str) -> "Unit":
        """Return the unit as it is printed where a figure was written in a word of its family."""
        if not word:
            return self
        return Unit(self.printed.removesuffix(self.base) + word, word, self.scale)


def _are_turns(turns: str, things: str) -> bool:
    """Whether a word counts the turns of what another one counts: 人次 those of 人 and of 名."""
    one = turns.removesuffix(_TURNS)
    return one != turns and things in {one, *_SPELLINGS.get(one, ())}


@lru_cache(maxsize=512)
def unit_of(measure: Measure) -> Unit:
    """Return the unit in which the amounts of a measure are kept; money is in 元 by default."""
    printed = measure.unit or measure.kind.traits.usual_unit
    plain = folded(printed)
    if plain not in KNOWN and (scaled := _SCALED.fullmatch(plain)):  # 百分点 is no hundred of 分点
        return Unit(printed, scaled[2], MULTIPLIERS[scaled[1]])
    return Unit(printed, plain, Decimal(1))


def in_base(value: Value, measure: Measure) -> Value:
    """Return the value with its amount in the base of its unit: 2万元 is 20000, in 元."""
    return _times(value, unit_of(measure).scale)


def from_base(value: Value, measure: Measure) -> Value:
    """Return the value with its amount brought from the base of its unit to the unit itself."""
    return _times(value, 1 / unit_of(measure).scale)


def _times(value: Value, factor: Decimal) -> Value:
    if value.number is None or factor == 1:
        return value
    return replace(value, number=replace(value.number, amount=value.number.amount * factor))


def are_alike(measures: Iterable[Measure]) -> bool:
    """Return whether figures can be reckoned with each other: 元 with 万元, 人 not with 人次."""
    measures = tuple(measures)
    if len({(each.kind, each.unit) for each in measures}) == 1:  # as nearly always
        return True
    first, *others = map(unit_of, measures)
    return all(
        first.is_named(each.base) or each.is_named(first.base) or first.is_counted_in(each.base)
        for each in others
    )


def words_of(measure: Measure) -> tuple[str, ...]:
    """Return the words in which a figure of a measure may be written: the unit first."""
    unit = unit_of(measure)
    words = sorted(word for family in _FAMILIES if unit.base in family for word in family)
    return (unit.printed, *_SPELLINGS.get(unit.base, ()), *words)
