"""The loader: a template that cannot be used is refused by file, key and reason."""

import pytest

from tests.support.places import HOUSE
from unionapp.errors import TemplateError
from unionapp.template import available, decode, load, source, union_kinds

GOOD = (HOUSE / "tests" / "small.toml").read_text(encoding="utf-8")


def refusal(content: str | bytes) -> str:
    with pytest.raises(TemplateError) as caught:
        decode(content, "small.toml")
    return str(caught.value)


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def test_a_whole_template_is_read() -> None:
    template = decode(GOOD, "small.toml")
    assert template.indicators[1].as_of == "as_of"
    assert [item.id for item in template.items] == ["aid"]


def test_bytes_are_read_like_text() -> None:
    assert decode(GOOD.encode(), "small.toml") == decode(GOOD, "small.toml")


def test_the_templates_are_offered_subdistrict_first() -> None:
    assert available() == (
        "subdistrict",
        "federation",
        "enterprise",
        "authority",
        "school",
        "university",
        "hospital",
    )


@pytest.mark.parametrize("template_id", available())
def test_the_source_of_a_template_is_what_loading_reads(template_id: str) -> None:
    assert load(template_id) == decode(source(template_id), f"{template_id}.toml")
    assert load(template_id).id == template_id


@pytest.mark.parametrize("template_id", ["village", "../examples/school", ""])
def test_a_template_that_is_not_there_is_named_with_those_that_are(template_id: str) -> None:
    with pytest.raises(TemplateError, match=r"subdistrict、federation、enterprise"):
        load(template_id)


WRONG_SHAPES = [
    ('guide = "写帮扶。"\n', "", "sections[work].items[aid].guide 没有填写"),
    ('version = 1\n', "", "version 没有填写"),
    ('version = 1', 'version = "一"', "version 应是整数，写成了文字"),
    ('kind = "money"', 'kind = "cash"', "indicators[amount].kind 写的是 'cash'，不在允许的词里"),
    ('carry = "plan"', 'carry = "never"', "indicators[goal].carry 写的是 'never'"),
    ('attachment = "活动表"', 'attached = "活动表"', "indicators[fair].attached 是模板里没有的键"),
    ('["cases", "goal"]', '["cases"]', "indicators[rate].derive.rate 应当正好有 2 项"),
    ('title = "帮扶"', "title = 3", "sections[work].items[aid].title 应是文字，写成了整数"),
    ('{ count = "names" }', '"names"', "indicators[entries].derive 应是一个表，写成了文字"),
    ('id = "aid"', "id = 7", "sections[work].items[0].id 应是文字，写成了整数"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "told"), WRONG_SHAPES)
def test_a_wrong_shape_is_told_by_its_key(old: str, new: str, told: str) -> None:
    message = refusal(changed(old, new))
    assert "模板 small.toml 不能使用" in message
    assert told in message


WRONG_SYNTAX = [
    ('version = 1', "version 1", "第 4 行第 9 列 键的后面缺等号"),
    ('version = 1', "version = one", "第 4 行第 11 列 值的写法不对"),
    ('version = 1', "version = 1\nversion = 2", "第 5 行第 12 列 同一个键写了两次"),
    ('name = "小工会"', 'name = "小工会', "第 3 行第 12 列 引号没有成对"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "told"), WRONG_SYNTAX)
def test_a_slip_of_the_pen_is_told_by_line_and_column(old: str, new: str, told: str) -> None:
    assert told in refusal(changed(old, new))


def test_a_file_in_another_encoding_is_told_so() -> None:
    assert "不是 UTF-8 编码" in refusal(GOOD.encode("gb18030"))


WRONG_MEANINGS = [
    ('id = "aid"', 'id = "Aid"', "sections[work].items[Aid].id 只能用小写英文字母开头"),
    ('id = "more"', 'id = "unit"', "indicators[unit].id “unit”用了不止一次"),
    ('    { id = "people"', '    { id = "name"', "[fair].columns[name].id “name”用了不止一次"),
    ('id = "date"', 'id = "day"', "profile 缺少“date”"),
    ("{year}度", "{years}度", "title 用到的“{years}”不在单位信息里"),
    (', options = ["好", "一般"]', "", "indicators[grade].options 没有填写，choice 必须有"),
    ('name = "另发", kind = "money"', 'name = "另发", kind = "money", options = ["好"]',
     "indicators[more].options 是 choice 才有的"),
    ('fields = [{ id = "name", name = "姓名" }]', "fields = []", "indicators[who].fields 没有填写"),
    ('kind = "list"', 'kind = "list", attachment = "名单"', "只有表格才能作附件"),
    ('{ id = "name", name = "名称" }', '{ id = "name", name = "名称", kind = "table" }',
     "columns[name].kind 一格里放不下 table"),
    ('{ id = "name", name = "名称" }', '{ id = "name", name = "名称", width = 0 }',
     "columns[name].width 至少是 1"),
    ('as_of = "as_of"', 'as_of = "amount"', "indicators[cases].as_of 写的“amount”不是日期指标"),
    ('carry = "plan"', 'carry = "value"', "plan_for 写的“goal”不是沿用计划数的指标"),
    (', plan_for = "goal"', "", "indicators[goal].carry 写了 plan，应当正好有一个"),
    ('unit = "人次", plan_for', 'unit = "人", plan_for', "与“任务”的种类或单位不同"),
    ('derive = { count = "names" }', "derive = {}", "[entries].derive 应当正好写一种算法"),
    ('{ count = "names" }', '{ count = "names", sum = ["cases", "goal"] }', "现在写了 2 种"),
    ('["cases", "goal"]', '["case", "goal"]', "indicators[rate].derive 用到的“case”没有这个指标"),
    ('kind = "rate"', 'kind = "count"', "算出的是百分比，种类应是 rate"),
    ('["cases", "goal"]', '["amount", "goal"]', "用到的单位不同：元、人次"),
    ('["cases", "goal"]', '["names", "goal"]', "用到的不都是数目或金额"),
    ('sum = ["amount", "more"]', 'sum = ["amount"]', "indicators[all_money].derive 至少要有两个数"),
    ('{ count = "names" }', '{ count = "cases" }', "“cases”应是名单或表格"),
    ('column = "people"', 'column = "persons"', "“fair”没有“persons”这一列"),
    ('column = "people"', 'column = "name"', "“name”这一列不是数，不能合计"),
    ('"人次", derive = { column', '"人", derive = { column', "合计与那一列的种类或单位不同"),
    ('sum = ["amount", "more"]', 'sum = ["amount", "all_money"]', "绕成了圈，算不出来：all_money"),
    ('whole = "goal"', 'whole = "gaol"', "sections[work].relations[0] 用到的“gaol”没有这个指标"),
    ('whole = "goal"', 'whole = "amount"', "relations[0] 用到的单位不同：人次、元"),
    ('whole = "goal"', 'whole = "cases"', "relations[0] 同一个指标用了不止一次"),
    ('parts = ["amount", "more"]', 'parts = ["amount"]', "relations[1] 各部分至少两个"),
    ('list = "names"', 'list = "cases"', "relations[2] list 应是名单或表格"),
    ('persons = "cases"', 'persons = "more"', "relations[3] persons 应是数目，amount 应是金额"),
    ("帮助{who.name}。", "帮助{who.name}", "clauses[3].text 应当是整句"),
    ("帮助{who.name}。", "帮助[{who.name}。", "clauses[3].text 分句"),
    ("帮助{who.name}。", "帮助[{who.name}]。", "clauses[3].text 方括号以外没有指标的位置"),
    ("帮助{who.name}。", "帮助{who.name}[等]。", "有一部分可有可无的话里没有指标的位置"),
    ("名单{names}", "名单{names}|其他", "有一部分可有可无的话里没有指标的位置"),
    ("帮助{who.name}。", "帮助{who}。", "clauses[3].text 用到的“{who}”没有这个指标"),
    ("{cases}[，金额", "{cases.name}[，金额", "用到的“{cases.name}”没有这个指标"),
    ("[，{grade}]", "", "indicators[grade] 的“{grade}”不在任何一个分句里"),
    ("帮助{who.name}。", "帮助{cases}。", "indicators[who] 的“{who.name}”不在任何一个分句里"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "told"), WRONG_MEANINGS)
def test_what_cannot_hold_is_told_by_its_key(old: str, new: str, told: str) -> None:
    assert told in refusal(changed(old, new))


def test_a_section_asks_something() -> None:
    empty = GOOD.split("[[sections.items]]")[0] + "items = []\n"
    assert "sections[work].items 一条也没有" in refusal(empty)


def test_a_chain_of_figures_without_end_is_told() -> None:
    figure = (
        '{{ id = "n{0}", name = "数", kind = "money", unit = "元", derive = {{ sum = [{1}] }} }},'
    )
    sums = [
        figure.format(n, f'"n{n - 1}", "amount"' if n else '"amount", "more"') for n in range(3000)
    ]
    told = "".join(f"{{n{n}}}" for n in range(3000))
    content = changed('  { id = "goal"', "".join(sums) + '\n  { id = "goal"')
    content = content.replace("帮助{who.name}。", f"帮助{{who.name}}{told}。")
    assert "最多50层" in refusal(content)


@pytest.mark.parametrize(
    ("broken", "told"),
    [("[" * 9000, "文件里 括号嵌套得太深"), ("9" * 9000, "文件里 有一个数太长")],
)
def test_what_the_parser_itself_cannot_bear_is_told(broken: str, told: str) -> None:
    assert told in refusal(f"{GOOD}\nextra = {broken}")


def test_several_faults_are_counted() -> None:
    content = changed("[，{grade}]", "").replace("帮助{who.name}。", "帮助{cases}。")
    assert "（另有 1 处）" in refusal(content)


def test_the_kinds_are_named_without_loading_their_templates() -> None:
    named = [(kind.id, kind.name) for kind in union_kinds()]
    assert named == [(id_, load(id_).name) for id_ in available()]
    assert [kind.id for kind in union_kinds("school")][:2] == ["school", available()[0]]
