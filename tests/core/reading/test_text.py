"""Reading a running text: ways to write a number, what is none, what belongs together."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from unionapp.reading import Reading, RelationKind, Why, Writing, read_text
from unionapp.values import Kind, Measure, Number, Qualifier, State, Value, printed

# Characters of a text that somebody made to be hard.
HARD = 8_000


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier", "writing"),
    [
        ("会员1,258人。", "1258", "人", "", Writing.ARABIC),
        ("会员2，345人。", "2345", "人", "", Writing.FULL_WIDTH),
        ("会员１２人。", "12", "人", "", Writing.FULL_WIDTH),
        ("会员十二人。", "12", "人", "", Writing.CHINESE),
        ("职工3万4千人。", "34000", "人", "", Writing.MIXED),
        ("职工2千5百余人。", "2500", "人", "余", Writing.MIXED),
        ("职工3万六千人。", "36000", "人", "", Writing.MIXED),
        ("支出12万零500元。", "120500", "元", "", Writing.MIXED),
        ("支出1亿2000万元。", "120000000", "元", "", Writing.MIXED),
        ("支出伍仟元整。", "5000", "元整", "", Writing.CHINESE),
        ("支出贰万叁仟元。", "23000", "元", "", Writing.CHINESE),
        ("支出叁拾陆元。", "36", "元", "", Writing.CHINESE),
        ("会员一百二十余人。", "120", "人", "余", Writing.CHINESE),
        ("支出二十一万余元。", "21", "万元", "余", Writing.CHINESE),
        ("支出20余万余元。", "20", "万元", "余", Writing.ARABIC),
        ("支出18万多元。", "18", "万元", "多", Writing.ARABIC),
        ("惠及1.9万余人次。", "1.9", "万人次", "余", Writing.ARABIC),
        ("入会率百分之九十三。", "93", "%", "", Writing.CHINESE),
        ("自然增长率百分之十二点五。", "12.5", "%", "", Writing.CHINESE),
        ("参与率超过九成。", "9", "成", "超过", Writing.CHINESE),
        ("满意率九成五。", "9.5", "成", "", Writing.CHINESE),
        ("下降0.42个百分点。", "0.42", "个百分点", "", Writing.ARABIC),
        ("面积不少于200平方米。", "200", "平方米", "不少于", Writing.ARABIC),
        ("参与率达96%以上。", "96", "%", "以上", Writing.ARABIC),
        ("活动近百次。", "100", "次", "近", Writing.CHINESE),
        ("骨干三四十名。", "30", "名", "几", Writing.CHINESE),
        ("职工上千人次。", "1000", "人次", "上", Writing.CHINESE),
        ("慰问12 户。", "12", "户", "", Writing.ARABIC),
        ("支出4千余万元。", "4", "千万元", "余", Writing.ARABIC),
        ("支出2百多万元。", "2", "百万元", "多", Writing.ARABIC),
        ("支出3\u3000万元。", "3", "万元", "", Writing.ARABIC),
        ("慰问12\u2009户。", "12", "户", "", Writing.ARABIC),
        ("到会10来位。", "10", "位", "来", Writing.ARABIC),
        ("书屋5千册。", "5000", "册", "", Writing.ARABIC),
    ],
)
def test_a_figure_is_read_however_it_is_written(
    text: str, value: str, unit: str, qualifier: str, writing: Writing
) -> None:
    (figure,) = read_text(text).figures
    assert (figure.value, figure.unit, figure.qualifier) == (Decimal(value), unit, qualifier)
    assert figure.writing is writing
    assert text[figure.span.start : figure.span.end] == figure.text


def test_a_number_said_from_and_to_has_both_its_ends() -> None:
    (figure,) = read_text("骨干三四十名。").figures
    assert (figure.value, figure.most) == (Decimal(30), Decimal(40))
    (figure,) = read_text("走访一两次。").figures
    assert (figure.value, figure.most) == (Decimal(1), Decimal(2))


def test_both_ends_of_a_range_are_figures_and_so_is_money_that_looks_like_a_month() -> None:
    assert [each.value for each in read_text("每次50至60人。").figures] == [50, 60]
    (figure,) = read_text("支出2025.11元。").figures
    assert figure.value == Decimal("2025.11")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2025年度", Why.YEAR),
        ("二〇二五年", Why.YEAR),
        ("20××年", Why.YEAR),
        ("11月30日", Why.DATE),
        ("十二月二十日", Why.DATE),
        ("2021.12.30", Why.DATE),
        ("2025.11", Why.DATE),
        ("2025-11", Why.DATE),
        ("2025-2026", Why.YEAR),
        ("1234-5678", Why.PHONE),
        ("1—11月", Why.PERIOD),
        ("1至3季度", Why.PERIOD),
        ("一到第三季度", Why.PERIOD),
        ("2025年1月1日至11月20日", Why.PERIOD),
        ("9:30", Why.PERIOD),
        ("二十届三中、四中全会", Why.ORDINAL),
        ("第五届二次", Why.ORDINAL),
        ("第47届", Why.ORDINAL),
        ("二等奖", Why.ORDINAL),
        ("70周年", Why.ORDINAL),
        ("〔2017〕32号", Why.DOCUMENT),
        ("110101199003078888", Why.DOCUMENT),
        ("0999-6123518", Why.PHONE),
        ("13812345678", Why.PHONE),
        ("12351", Why.PHONE),
        ("GB/T 9704-2012", Why.TITLE),
        ("45岁以下", Why.AGE),
        ("110千伏", Why.STANDARD),
        ("进一步", Why.FIXED_PHRASE),
        ("五个一", Why.SLOGAN),
        ("三分之二", Why.FIXED_PHRASE),
    ],
)
def test_a_number_that_is_no_figure_says_why(text: str, why: Why) -> None:
    read = read_text(f"按{text}，")
    assert [(each.text, each.why) for each in read.numbers] == [(text, why)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("抓好三项工作，做好五个方面。", []),
        ("修订办法等制度三项，组建三个社团。", ["三项", "三个"]),
        ("不让一名职工掉队，新建职工书屋一个。", ["一个"]),
        ("每月评比一次，全年评比12次。", ["12次"]),
        ("金秋助学2人，每人3000元。", ["2人"]),
        ("慰问13人，每人600元，共7800元。", ["13人", "600元", "7800元"]),
        ("10人以上企业应建尽建，农民工入会500人以上。", ["500人以上"]),
        ("比计划提前13天，为期40天。", ["13天"]),
        ("一是抓学习；二是抓服务。", []),
        ("1.慰问职工3人。\n2.助学4人。", ["3人", "4人"]),
        ("开展“大干100天”竞赛，学习《三项规定》。", []),
    ],
)
def test_figures_are_told_apart_from_what_is_only_said(text: str, figures: list[str]) -> None:
    assert [each.text for each in read_text(text).figures] == figures


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("公司在册职工1473人，其中女职工388人，占26.3%。", ["在册职工", "女职工", "女职工占比"]),
        ("征集提案43件，立案31件，立案率72.1%。", ["征集提案", "立案提案", "立案率"]),
        ("组织劳动竞赛8场，其中公司级3场。", ["劳动竞赛", "公司级劳动竞赛"]),
        ("慰问劳模4人、2万元，人均5000元。", ["慰问劳模", "劳模金额", "人均劳模"]),
        ("依托4个职工书屋开展读书活动。", ["职工书屋"]),
        ("力争新建工会20家。", ["计划新建工会"]),
        ("会员由2022年的3人增加到2023年的4人，增长33%。", ["原会员", "会员人数", "会员增长率"]),
        ("满意率99.3%，比去年提高1.2个百分点。", ["满意率", "满意率提高"]),
        ("为15名困难职工子女发放助学金4.5万元。", ["发放助学金困难职工子女", "发放助学金"]),
        ("3人荣获市奖章，5人被评为先进。", ["荣获市奖章", "被评为先进"]),
    ],
)
def test_a_figure_is_named_by_the_words_around_it(text: str, names: list[str]) -> None:
    assert [each.name for each in read_text(text).figures] == names


def test_a_cell_is_named_by_its_row_and_its_head_which_gives_the_unit() -> None:
    table = "序号\t类别\t人数\t金额（元）\n1\t助学\t5\t10000\n2\t慰问\t7\t2000\n合计\t\t12\t12000"
    read = read_text(table)
    cells = [(each.name, each.value, each.unit) for each in read.figures]
    assert cells[:2] == [("助学", Decimal(5), "人"), ("助学金额", Decimal(10000), "元")]
    assert [each.text for each in read.numbers if each.why is Why.LIST_NUMBER] == ["1", "2"]
    assert _stated(read) == [
        (RelationKind.SUM, ["12", "5", "7"]),
        (RelationKind.SUM, ["12000", "10000", "2000"]),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "joined"),
    [
        ("竞赛8场，其中公司级3场、车间级5场。", RelationKind.SUM, ["8场", "3场", "5场"]),
        ("一等奖2项、二等奖3项，共计5项。", RelationKind.SUM, ["5项", "2项", "3项"]),
        ("隐患12项，已整改9项，其余3项已报。", RelationKind.SUM, ["12项", "9项", "3项"]),
        ("会员90人，其中女会员30人。", RelationKind.PART, ["90人", "30人"]),
        ("建议11条，采纳7条。", RelationKind.PART, ["11条", "7条"]),
        ("职工8人，会员6人，入会率75%。", RelationKind.RATE, ["8人", "6人", "75%"]),
        ("会员12人，比上年10人增长20%。", RelationKind.GROWTH, ["12人", "10人", "20%"]),
        ("活动9场，比去年的7场增加2场。", RelationKind.DIFFERENCE, ["9场", "7场", "2场"]),
        ("会员由10人增加到12人，净增2人。", RelationKind.DIFFERENCE, ["12人", "10人", "2人"]),
        ("收入9万元，支出7万元，结余2万元。", RelationKind.DIFFERENCE, ["9万元", "7万元", "2万元"]),
        ("慰问2户，送去6000元，户均3000元。", RelationKind.AVERAGE, ["6000元", "2户", "3000元"]),
        ("书屋3个（总装、铸造、机关）。", RelationKind.LIST, ["3个", "总装", "铸造", "机关"]),
        ("举办焊工、车工2个工种比武。", RelationKind.LIST, ["2个", "焊工", "车工"]),
    ],
)
def test_a_relation_that_a_text_states_is_read(
    text: str, kind: RelationKind, joined: list[str]
) -> None:
    assert (kind, joined) in _stated(read_text(text))


def _stated(read: Reading) -> list[tuple[RelationKind, list[str]]]:
    return [
        (each.kind, [read.text[span.start : span.end] for span in each.spans])
        for each in read.relations
    ]


UNITS = [(Kind.COUNT, "人"), (Kind.COUNT, "人次"), (Kind.MONEY, "元"), (Kind.MONEY, "万元")]


@given(st.integers(1, 99_999_999), st.sampled_from(Qualifier), st.sampled_from(UNITS))
def test_what_is_printed_reads_back(
    amount: int, qualifier: Qualifier, asked: tuple[Kind, str]
) -> None:
    kind, unit = asked
    value = Value(State.GIVEN, number=Number(Decimal(amount), qualifier))
    (figure,) = read_text(f"全年共有{printed(value, Measure(kind, unit))}。").figures
    sizes = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
    read, size = figure.value, figure.unit.removesuffix(unit.removeprefix("万"))
    assert read is not None
    assert read * sizes[size] == amount * sizes["万" if unit == "万元" else ""]
    assert figure.qualifier == qualifier.value


@given(st.decimals(0, 100, places=2), st.sampled_from(["", "近", "约", "以上"]))
def test_a_share_that_is_printed_reads_back(share: Decimal, qualifier: str) -> None:
    value = Value(State.GIVEN, number=Number(share, Qualifier(qualifier)))
    (figure,) = read_text(f"入会率{printed(value, Measure(Kind.RATE))}。").figures
    assert (figure.value, figure.unit, figure.qualifier) == (share, "%", qualifier)


@example("0百年")
@given(
    st.text(
        alphabet="一二三十百万亿零两〇壹贰拾佰仟几数半点0123456789.,年月日第（）()%余近人元个、，。："
        "其中共 \n\t“”《》"
    )
)
def test_whatever_is_read_the_places_are_in_the_text_and_in_order(text: str) -> None:
    read = read_text(text)
    assert all(text[each.span.start : each.span.end] == each.text for each in read.numbers)
    places = [place for each in read.numbers for place in each.span]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "again",
    [
        "9",
        "1,",
        "1.",
        " ",
        "\u3000",
        "（",
        "“",
        "《",
        "一",
        "万",
        "第",
        "1个",
        "其中3人、",
        "增长1%",
        "1\t",
        "2025年",
        "\U0001f600",
        "\U00020000",
        "\u202e",
        "\ud800",
        "共1人，",
        "每人1元",
        "壹",
        "仟",
        "1亿2千",
    ],
    ids=ascii,
)
def test_a_text_of_one_thing_again_and_again_is_read(again: str) -> None:
    text = again * (HARD // len(again))
    assert read_text(text).text == text
