"""A unit that is said twice: once by a live figure, and once more by the words around it."""

import re
from collections.abc import Iterator

from unionapp.checks.finding import Finding, Severity, at_text
from unionapp.figures import Figures
from unionapp.template import Item
from unionapp.values import KNOWN

_GOES_ON = {
    "人": "均员才力民大事工数口手身情格士们际",
    "个": "人体别性案",
    "家": "庭电属长政访校乡风",
    "项": "目",
    "条": "例款目",
    "次": "数序日",
    "名": "师单称额录誉",
    "户": "籍外主",
    "年": "度底初末会均终轻报",
    "月": "底初末份度",
    "日": "前常",
    "场": "地所馆",
    "期": "间刊末",
    "级": "别",
    "种": "类植子",
    "类": "别型",
    "处": "室理",
    "台": "账式",
    "份": "额",
    "位": "于置",
    "班": "组长次子",
    "队": "员伍长",
    "座": "谈位",
    "本": "人身级地年月",
    "支": "部队出行",
    "面": "积",
    "桌": "椅面",
    "岁": "月",
    "元": "旦宵月素",
    "分": "会数工之",
}
"""What makes a word with a unit: 3项项目 and 5个个人 say theirs once."""

_LONGEST = 12
"""Characters of what is quoted."""

_AMOUNT = "[0-9二三四五六七八九十百千万亿两余多]"
_UNITS = "|".join(map(re.escape, sorted(KNOWN, key=len, reverse=True)))
_DOUBLED = re.compile(
    rf"{_AMOUNT}[^\S\n]*(?P<twice>(?P<unit>{_UNITS})(?P=unit)|人次人|人人次|[万亿]元[万亿]?元)(?=(?P<next>.?))"
)


def check_doubled_units(figures: Figures) -> Iterator[Finding]:
    """Findings of the texts that somebody has written; suggested ones are known to be right."""
    for item in figures.draft.template.items:
        if figures.text(item).is_own:
            yield from _doubled(figures, item)


def _doubled(figures: Figures, item: Item) -> Iterator[Finding]:
    for text in figures.text(item).rendered_paragraphs:
        for found in _DOUBLED.finditer(text):
            unit = found["unit"] or ""
            if not found["next"] or found["next"] not in _GOES_ON.get(unit, ""):
                twice = _end_of(text[: found.end()])
                message = f"正文里的“{twice}”把单位写了两遍，请删去一个。"
                yield Finding("doubled_unit", Severity.WARNING, message, at_text(item), (twice,))


def _end_of(text: str) -> str:
    return re.split(r"[，。；：、！？（）\s]", text)[-1][-_LONGEST:]
