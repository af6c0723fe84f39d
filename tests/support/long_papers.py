"""Long made-up summaries: what a line can hold, at every place of a line."""

from collections.abc import Iterator
from random import Random

from tests.support.papers import UNIT, activities, companies, of
from unionapp.paper import (
    Attachment,
    AttachmentList,
    Block,
    Document,
    Heading,
    Paragraph,
    Run,
    Signature,
    Title,
)
from unionapp.text import chinese_number

_OPENINGS = (
    "围绕中心工作",
    "坚持问题导向",
    "按照年初计划",
    "在上级工会的指导下",
    "结合行业特点",
    "发挥职代会作用",
    "针对小微企业多的实际",
)
# LibreOffice 7.4 divides …… at the end of a line, which GB/T 15834 forbids; so there is none here.
_DEEDS = (
    "走访企业{n}家",
    "发放慰问金{n}.{m}万元",
    "举办“安康杯”竞赛{m}场",
    "培训工会干部{n}人次",
    "《集体合同》签订率达{m}.{n}%",
    "1—{m}月查出隐患{n}项（已整改{m}项）",
    "组织“五个一”活动",
    "新建A类职工之家{m}个",
    "通过“e工会”APP服务职工{n}人次",
    "印发河工发〔2025〕{m}号文件",
    "约{n}余名职工参加——其中女职工占{m}%",
    "向女职工发放体检卡{n}张，每张{m}00元",
    "开展读书活动，收到征文{n}篇",
    "日最高气温{m}℃时发放清凉用品{n}份",
    "解答咨询（含电话、网络）{n}件",
    "评出先进班组{m}个；推荐省级劳模{m}名",
    "把“娘家人”的温暖送到身边",
)
_CLOSINGS = (
    "职工反映良好。",
    "取得了新的成效。",
    "受到职工欢迎！",
    "群众满意率达99.6%。",
    "还有差距。",
)
_TITLES = ("推进组建和会员发展", "维护职工权益", "做实困难帮扶", "丰富文体活动", "加强自身建设")


def long_paper(seed: int, sections: int = 5) -> Document:
    """A summary of ten pages or so; the same one for the same seed."""
    random = Random(seed)  # noqa: S311
    body = [block for number in range(sections) for block in _section(random, number)]
    lists = (companies(30 + seed), activities())
    return of(
        Title((UNIT, "2025年度工作总结")),
        *body,
        AttachmentList(("新组建企业名单", "职工文体活动情况表")),
        Signature(UNIT, "2025年12月8日"),
        Attachment(1, "新组建企业名单", "new_unions", lists[0]),
        Attachment(2, "职工文体活动情况表", "activities", lists[1]),
    )


def _section(random: Random, number: int) -> Iterator[Block]:
    title = _TITLES[number % len(_TITLES)]
    yield Heading(1, f"{chinese_number(number + 1)}、", title, f"section{number}")
    for item in range(1, 4):
        anchor = f"item{number}{item}"
        yield Heading(2, f"（{chinese_number(item)}）", random.choice(_OPENINGS), anchor)
        for _ in range(random.randint(1, 3)):
            yield Paragraph(tuple(_runs(random)), anchor)


def _runs(random: Random) -> Iterator[Run]:
    for _ in range(random.randint(1, 5)):
        yield Run(random.choice(_OPENINGS) + "，")
        for deed in random.sample(_DEEDS, random.randint(1, 4)):
            text = deed.format(n=random.randint(2, 12345), m=random.randint(1, 98))
            yield Run(text, "figure")
            yield Run(random.choice("，，、；"))
        yield Run(random.choice(_CLOSINGS))
