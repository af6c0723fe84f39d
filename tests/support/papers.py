"""A paper with every kind of block, for the tests of the writers."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from unionapp.paper import (
    Attachment,
    AttachmentList,
    Block,
    Cell,
    CellFormat,
    Chart,
    Column,
    Document,
    Heading,
    Origin,
    Paragraph,
    Run,
    Signature,
    Table,
    Title,
)
from unionapp.paper.tables import aligned
from unionapp.writers import docx, xlsx

UNIT = "河湾街道总工会"
TITLE = "河湾街道总工会2025年度工作总结"


def count(number: int) -> Cell:
    return Cell(str(number), Decimal(number), CellFormat.COUNT)


def companies(rows: int) -> Table:
    columns = (
        Column("序号", 2, CellFormat.COUNT),
        Column("企业名称", 8),
        Column("会员数（人）", 4, CellFormat.COUNT),
    )
    body = tuple(
        (count(n), Cell(f"河湾第{n}机械有限公司"), count(10 * n)) for n in range(1, rows + 1)
    )
    return aligned(Table(columns, body, (Cell("合计"), Cell(""), count(5 * rows * (rows + 1)))))


def activities() -> Table:
    titles = [
        "活动名称",
        "举办时间",
        "举办地点",
        "承办单位",
        "参加单位",
        "参加人次",
        "活动经费",
        "参赛比例",
        "活动备注",
    ]
    row = tuple(Cell(f"{title}内容") for title in titles)
    return aligned(Table(tuple(Column(title) for title in titles), (row, row)))


def statistics(*rows: tuple[Cell, ...]) -> Table:
    columns = (
        Column("章节", 12),
        Column("指标", 16),
        Column("单位", 5),
        Column("本年", 9, CellFormat.MONEY),
    )
    return aligned(Table(columns, rows))


def compared(title: str, *names: str) -> Chart:
    """Figures of last year and of this one; each is a tenth more than last year's."""
    columns = (
        Column("指标", 16),
        Column("上年", 9, CellFormat.COUNT),
        Column("本年", 9, CellFormat.COUNT),
    )
    rows = tuple((Cell(name), count(100 * n), count(110 * n)) for n, name in enumerate(names, 1))
    return Chart(title, aligned(Table(columns, rows)))


def with_figures(*cells: Cell) -> Document:
    """A paper whose workbook has every kind of sheet; the cells are figures of this year."""
    rows = [
        (Cell("帮扶"), Cell(f"指标{place}"), Cell("人次"), cell)
        for place, cell in enumerate(cells or (Cell("36002", Decimal(36002), indicator="found"),))
    ]
    explanations = Table((Column("项目"), Column("说明", 4)), ((Cell("待填"), Cell("没有填写。")),))
    return replace(
        whole(),
        statistics=statistics(*rows),
        charts=(compared("主要指标（人）", "会员", "职工"), compared("主要指标（家）", "企业")),
        explanations=explanations,
        origin=Origin("subdistrict", 3, "a1b2c3d4e5f6"),
    )


def of(*blocks: Block, sheet: Table | None = None) -> Document:
    return Document(TITLE, UNIT, "2025", blocks, sheet or statistics())


def whole() -> Document:
    return of(
        Title((UNIT, "2025年度工作总结")),
        Paragraph((Run("一年来，工会组织围绕中心、服务职工。"),)),
        Heading(1, "一、", "推进组建和会员发展", "membership"),
        Heading(2, "（一）", "农民工入会", "migrants"),
        Paragraph((Run("农民工入会"), Run("36002人", "migrant_members"), Run("。")), "migrants"),
        Heading(3, "1.", "走访企业", "visits"),
        Heading(4, "(1)", "重点企业", "key_firms"),
        companies(2),
        AttachmentList(("新组建企业名单", "职工文体活动情况表")),
        Signature(UNIT, "2025年12月8日"),
        Attachment(1, "新组建企业名单", "new_unions", companies(30)),
        Attachment(2, "职工文体活动情况表", "activities", activities()),
    )


def write_docx(document: Document, path: Path, base: bytes | None = None) -> None:
    """The paper as a file of Word."""
    path.write_bytes(docx.packed(document, base))


def write_xlsx(document: Document, path: Path) -> None:
    """The paper's statistics and attachments as a file of Excel."""
    path.write_bytes(xlsx.packed(document))
