"""How blocks stand is decided once: for the Word document and for our own pages."""

from io import BytesIO

import docx
import pytest

from tests.support.papers import UNIT, companies, of
from tests.ui.support.paper_pages import laid_out
from unionapp.layout import (
    LANDSCAPE,
    OFFICIAL,
    PORTRAIT,
    Indents,
    Keep,
    Part,
    Style,
    StyledParagraph,
    StyledTable,
    blocks,
    keeps_of,
    styled,
)
from unionapp.layout.styles import Align
from unionapp.paper import (
    Alignment,
    Attachment,
    AttachmentList,
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Run,
    Signature,
    Table,
    Title,
)
from unionapp.writers.docx.write import packed

SHORT = Paragraph((Run("新的一年里，我们将再接再厉。"),))
LONG = Paragraph((Run("各级工会组织围绕中心任务服务职工群众" * 30),))
HEADING = Heading(1, "五、", "下一步工作", "plans")
SIGNATURE = Signature(UNIT, "2025年12月8日")
WIDE = Table(tuple(Column(f"第{n}项指标完成情况", 4) for n in range(12)), ())


def parts(block: Block) -> tuple[Part, ...]:
    return styled(block, OFFICIAL).parts


def paragraphs(block: Block) -> list[StyledParagraph]:
    return [part for part in parts(block) if isinstance(part, StyledParagraph)]


def test_each_block_stands_in_its_styles() -> None:
    standing: list[tuple[Block, list[Style]]] = [
        (Title(("河湾街道总工会", "2025年度工作总结")), [Style.TITLE]),
        (HEADING, [Style.HEADING_1]),
        (Heading(4, "(1)", "走访", "visits"), [Style.HEADING_4]),
        (SHORT, [Style.BODY]),
        (AttachmentList(("名单", "情况表")), [Style.ATTACHMENT_LIST] * 2),
        (SIGNATURE, [Style.UNIT, Style.DATE]),
        (companies(1), [Style.AFTER_TABLE]),
        (
            Attachment(1, "名单", "list", companies(1)),
            [Style.ATTACHMENT_NUMBER, Style.ATTACHMENT_TITLE, Style.AFTER_TABLE],
        ),
    ]
    for block, styles in standing:
        assert [part.style for part in paragraphs(block)] == styles


def test_only_a_table_that_is_too_wide_turns_its_page() -> None:
    assert styled(WIDE, OFFICIAL).page == LANDSCAPE
    assert styled(Attachment(1, "指标", "all", WIDE), OFFICIAL).page == LANDSCAPE
    for block in (companies(1), SHORT, HEADING, SIGNATURE):
        assert styled(block, OFFICIAL).page == PORTRAIT


def test_a_table_is_as_wide_as_the_text_of_its_page() -> None:
    for table, page in ((companies(1), PORTRAIT), (WIDE, LANDSCAPE)):
        (placed,) = (part for part in parts(table) if isinstance(part, StyledTable))
        assert sum(placed.widths) == page.text_width


def test_a_table_without_columns_leaves_its_place_empty() -> None:
    assert parts(Table((), ())) == (StyledParagraph(Style.AFTER_TABLE),)


def test_the_first_name_of_a_list_stands_behind_the_word_and_the_others_below_it() -> None:
    first, second = paragraphs(AttachmentList(("名单", "情况表")))
    assert (first.text, second.text) == ("附件：1.\t名单", "2.\t情况表")
    assert (first.indents, second.indents) == (Indents(6, 2), Indents(6, 5))
    assert first.before
    assert second.before is None


def test_a_single_attachment_is_listed_without_a_number() -> None:
    (only,) = paragraphs(AttachmentList(("名单",)))
    assert (only.text, only.indents) == ("附件：名单", Indents(5, 2))


def test_the_longer_line_of_a_signature_is_placed_from_the_right_edge() -> None:
    unit, date = paragraphs(Signature("河湾街道总工会联合会委员会", "2025年12月8日"))
    assert (unit.align, date.align) == (Align.RIGHT, None)
    assert unit.indents == Indents(right=2)
    assert unit.before
    assert date.before is None


def test_a_date_alone_keeps_its_distance_from_the_text() -> None:
    (date,) = paragraphs(Signature("", "2025年12月8日"))
    assert date.before


def test_the_end_of_the_text_and_the_list_stand_with_the_signature() -> None:
    listed = AttachmentList(("名单",))
    keeps = keeps_of((SHORT, HEADING, SHORT, listed, SIGNATURE))
    assert keeps == (Keep.NOTHING, Keep.NOTHING, Keep.ENDING, Keep.WHOLE, Keep.NOTHING)


def test_a_last_paragraph_that_fills_a_page_below_its_heading_is_told_apart() -> None:
    assert keeps_of((HEADING, LONG, SIGNATURE))[1] is Keep.LONG_ENDING
    assert keeps_of((SHORT, LONG, SIGNATURE))[1] is Keep.ENDING


def test_a_paragraph_of_the_body_keeps_its_runs_one_by_one() -> None:
    runs = (Run("走访企业"), Run("3", "visited"), Run(""), Run("家。\x00"))
    (body,) = paragraphs(Paragraph(runs, "item"))
    assert body.runs == (Run("走访企业"), Run("3", "visited"), Run(""), Run("家。"))


def test_a_change_of_how_cells_stand_reaches_the_word_document_and_our_pages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = of(Table((Column("内容"),), ((Cell("走访"),),)))

    def in_word() -> str:
        cell = docx.Document(BytesIO(packed(document))).tables[0].cell(1, 0)
        return str(cell.paragraphs[0].paragraph_format.alignment)

    def on_pages() -> float:
        (page,) = laid_out(document).pages
        return page.lines[-1].x

    word, pages = in_word(), on_pages()
    right = {**blocks._CELLS, Alignment.LEFT: (Style.TABLE_FIGURE, Align.RIGHT)}
    monkeypatch.setattr(blocks, "_CELLS", right)
    assert (word, in_word()) == ("None", "RIGHT (2)")
    assert on_pages() > pages + 300
