"""Personal data made unrecognisable in names and in free text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionapp.privacy import Person, mask_people, mask_text, secrets_of
from unionapp.privacy.lexicon import may_be_a_name
from unionapp.privacy.masking import masked_name


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("欧阳志远", "欧阳××"),
        ("王芳", "王×"),
        ("李小明", "李××"),
        ("欧阳", "欧×"),
        ("", ""),
        ("张 三", "张×"),
        ("张三、欧阳志远", "张×、欧阳××"),
    ],
)
def test_a_masked_name_keeps_its_surname(name: str, masked: str) -> None:
    assert masked_name(name) == masked


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("身份证11010519491231002X。", "110*************2X"),
        ("电话13812345678。", "138******78"),
        ("电话0755-12345678。", "075********78"),
        ("电话+8613812345678。", "+861********78"),
        ("电话１３８１２３４５６７８。", "１３８******７８"),
        ("电话（0755）12345678。", "（075********78"),
        ("电话075512345678。", "075*******78"),
        ("电话139.0013.8000。", "139********00"),
        ("电话𝟏𝟑𝟗𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎。", "𝟏𝟑𝟗******𝟎𝟎"),
        ("电话1\ufe0f\u20e33\ufe0f\u20e39\ufe0f\u20e300138000。", "电话1****"),
        ("电话139\u200b0013\u200b8000。", "139******00"),
        ("电话139-0013-8000。", "139********00"),
        ("电话139 0013 8000。", "139********00"),
        ("电话139 – 0013 – 8000。", "139************00"),
        ("电话１３９　００１３　８０００。", "１３９********００"),
        ("电话1390 0138 000。", "139********00"),
        ("电话+86 139 0013 8000。", "+86 ***********00"),
        ("电话0086-13900138000。", "008***********00"),
        ("电话013900138000。", "013*******00"),
        ("电话0755 8234 5678转8001。", "075*********78转"),
        ("电话010－65231234。", "010*******34"),
        ("电话+86 755 82345678。", "86 **********78"),
        ("身份证110105 19491231 002X。", "110***************2X"),
        ("身份证110105-1949-1231-0021。", "110****************21"),
        ("身份证１１０１０５１９４９１２３１００２Ｘ。", "１１０*************２Ｘ"),
        ("1 110105 19491231 0021 13900138000", "1 110***************21 139******00"),
        ("张三110105491231002，男", "张三110**********02，"),
        ("卡6222 0212 3456 7890 123。", "622******************23"),
        ("存入6222021234567890123。", "存入622**************23。"),
        ("存入4111 1111 1111 1111。", "存入411**************11。"),
        ("账号：4000 0001 2345 6789 01。", "400*****************01"),
        ("邮箱zhangsan@163.com。", "z*******@163.com"),
        ("邮箱ｚｈａｎｇ．ｓａｎ＠１６３．ｃｏｍ。", "ｚ********＠１６３．ｃｏｍ"),
        ("邮箱7654321@qq.com。", "765**21@qq.com"),
    ],
)
def test_numbers_and_addresses_that_lead_to_a_person_are_masked(text: str, hidden: str) -> None:
    shown, masked = mask_text(text, ())
    assert hidden in shown
    assert masked[0].found not in shown


def test_names_that_were_entered_together_are_found_one_by_one() -> None:
    secrets = secrets_of(["欧阳志远、王五"], ())
    assert mask_text("慰问王五和欧阳志远。", secrets)[0] == "慰问王×和欧阳××。"


@pytest.mark.parametrize(
    "text",
    [
        "37686人",
        "2022-12-07",
        "2022-12-07 19:39:48",
        "2022年3月",
        "2022.1-2022.12",
        "合计3187654元",
        "合计13812345678元、13812345678.50元、13812.345678万元、138.12345678亿元",
        "13812345678901元",
        "110105491231002元",
        "1,234,567元",
        "深工发〔2022〕12号",
        "粤工总发［2022］107号、108号",
        "2019 2020 2021 2022",
        "3000 4000 5000 6000",
        "37686 36002 1222 1202",
        "热线12351，专线400-888-1234",
        "办理会员卡37686张，银行卡123456789012张",
        "20221207-20221231",
        "@全体会员，1.5@2",
    ],
)
def test_figures_and_dates_are_no_telephones(text: str) -> None:
    assert mask_text(text, ()) == (text, ())


LETTERS = st.sampled_from("张王欧阳志远小明丽华艾力买提")
NAMES = st.lists(LETTERS, min_size=2, max_size=4).map("".join)
GAPS = st.sampled_from(["", " ", "\u3000", "\u00a0", "  "])


@given(NAMES, st.lists(GAPS, min_size=4, max_size=4), st.lists(GAPS, min_size=4, max_size=4))
def test_no_known_name_survives_masking(name: str, typed: list[str], written: list[str]) -> None:
    entered, met = _spaced(name, typed), _spaced(name, written)
    shown, _ = mask_text(f"慰问了{met}。", secrets_of([entered], ()))
    assert len(shown) == len(f"慰问了{name}。")
    assert re.fullmatch(f"慰问了{name[0]}.?×+。", shown)


def _spaced(name: str, gaps: list[str]) -> str:
    return "".join(letter + gap for letter, gap in zip(name, gaps, strict=False)).strip()


def test_a_name_with_its_points_left_out_is_found() -> None:
    secrets = secrets_of(["买买提·艾力"], ())
    assert mask_text("慰问买买提•艾力、买买提艾力。", secrets)[0] == "慰问买×××××、买×××××。"


def test_names_that_were_entered_with_spaces_alone_are_found_one_by_one() -> None:
    secrets = secrets_of(["张 三 李 四", "欧阳志远 王五"], ())
    text = "慰问李四、张　三、王 五和欧阳志远。"
    assert mask_text(text, secrets)[0] == "慰问李×、张×、王×和欧阳××。"


@pytest.mark.parametrize(
    "written",
    ["⾼⽂⼭", "髙文山", "高\u200b文山", "高 文\u2003山", "高\U000e0100文山", "高．文．山"],
)
def test_a_name_is_masked_however_it_looks_in_code(written: str) -> None:
    secrets = secrets_of(["高文山"], ["尿毒症"])
    shown, masked = mask_text(f"慰问{written}（尿 毒\u200b症）。", secrets)
    assert shown == "慰问高××（××）。"
    assert {each.shown for each in masked} == {"高××", "××"}


@pytest.mark.parametrize("written", ["Anna Li", "ANNA  LI", "Ａｎｎａ　Ｌｉ", "Аnna Li", "AnnaLi"])
def test_a_name_in_latin_letters_is_masked(written: str) -> None:
    assert mask_text(f"慰问{written}。", secrets_of(["Anna Li"], ()))[0] == "慰问A×××××。"
    assert mask_text("Tomorrow", secrets_of(["Tom"], ()))[0] == "Tomorrow"


@pytest.mark.parametrize(
    ("name", "written", "shown"),
    [
        ("张伟国", "張偉國", "张××"),
        ("劉國強", "刘国强", "劉××"),
        ("吕红卫", "呂紅衛", "吕××"),
        ("羅永龍", "罗永龙", "羅××"),
    ],
)
def test_a_name_is_masked_in_traditional_and_simplified_characters(
    name: str, written: str, shown: str
) -> None:
    assert mask_text(f"慰问{written}。", secrets_of([name], ()))[0] == f"慰问{shown}。"


@pytest.mark.parametrize("written", ["⽂⼭", "文\u3000山", "⽂\ufe00⼭"])
def test_whoever_is_called_by_a_given_name_is_masked_however_it_looks_in_code(written: str) -> None:
    person = Person(("高文山",), ("二车间",))
    shown, _ = mask_people(f"{written} 同志在⼆⻋间。", [person])
    assert shown == "×× 同志在××。"


DIGITS = st.integers(0, 9).map(str)
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
WAYS = st.sampled_from(["", " ", "-", ".", "\u3000", "－", " - ", "·"])
AROUND = st.sampled_from(["", "，", "电话", "（", "张三", "联系：", "。"])


def _digits(count: int) -> st.SearchStrategy[str]:
    return st.lists(DIGITS, min_size=count, max_size=count).map("".join)


MOBILES = st.tuples(st.sampled_from(["138", "139", "199"]), _digits(4), _digits(4))
LANDLINES = st.tuples(st.sampled_from(["010", "0755", "028"]), _digits(4), _digits(4))
BIRTHDAYS = st.dates().map(lambda day: f"19{day.year % 100:02}{day.month:02}{day.day:02}")
CARDS = st.tuples(st.sampled_from(["110105", "440305"]), BIRTHDAYS, _digits(3), DIGITS)
BANK_CARDS = st.tuples(st.just("6222"), _digits(4), _digits(4), _digits(4), _digits(3))


@given(MOBILES | LANDLINES | CARDS | BANK_CARDS, WAYS, st.booleans(), AROUND, AROUND)
def test_no_number_of_a_person_survives_however_it_is_written(
    groups: tuple[str, ...], gap: str, wide: bool, before: str, after: str
) -> None:
    written = gap.join(groups)
    text = before + (written.translate(WIDE) if wide else written) + after
    shown, masked = mask_text(text, ())
    left = "".join(letter for letter in shown if letter.isdecimal())
    assert len(left) <= 5
    assert [each.shown in shown for each in masked] == [True]


UNITS = st.sampled_from(["人", "人次", "元", "万元", "家", "%", "户", "项"])
FIGURES = st.one_of(
    st.tuples(st.integers(0, 10**9).map(str), UNITS).map("".join),
    st.tuples(st.integers(0, 10**15 - 1).map("{:,}".format), UNITS).map("".join),
    st.tuples(st.integers(0, 10**15 - 1).map(str), st.sampled_from(["元", "万元"])).map("".join),
    st.decimals(0, 10**6, places=2).map("{}万元".format),
    st.dates().map("{:%Y-%m-%d}".format),
    st.dates().map("{:%Y%m%d}".format),
    st.dates().map("{0.year}年{0.month}月{0.day}日".format),
    st.tuples(st.integers(2000, 2099), st.integers(1, 999)).map("工发〔{0[0]}〕{0[1]}号".format),
)


@given(st.lists(FIGURES, min_size=1, max_size=5), st.sampled_from(["、", "，", "；", "和", "\n"]))
def test_ordinary_figures_survive(figures: list[str], between: str) -> None:
    text = between.join(figures)
    assert mask_text(text, ()) == (text, ())


@pytest.mark.parametrize("part", ["a", "1", "1 ", "1-", "86 ", "卡", "卡1", "a.", "张 "])
def test_a_huge_text_is_masked_like_a_small_one(part: str) -> None:
    shown, _ = mask_text(f"{part * 100_000}，13812345678。", secrets_of(["张三"], ()))
    assert shown.endswith("138******78。")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("王芳", True),
        ("欧阳志远", True),
        ("张 三", True),
        ("买买提·艾力", True),
        ("阿卜杜热合曼·买买提", True),
        ("古丽巴哈尔", True),
        ("王登科", True),
        ("职工", False),
        ("困难职工", False),
        ("困难户", False),
        ("环卫工人", False),
        ("一线环卫工人", False),
        ("工会主席", False),
        ("劳动模范", False),
        ("财务部", False),
        ("群众", False),
        ("红星机械厂", False),
        ("12", False),
    ],
)
def test_a_name_has_two_to_eight_characters_and_is_no_word_of_the_trade(
    text: str, *, is_one: bool
) -> None:
    assert may_be_a_name(text) is is_one


def test_a_long_name_written_without_a_point_is_looked_for_everywhere() -> None:
    shown, _ = mask_text("工会看望了古丽巴哈尔一家。", secrets_of(["古丽巴哈尔"], ()))
    assert "巴哈尔" not in shown


def test_what_is_remarked_behind_a_name_is_looked_for_with_it() -> None:
    secrets = secrets_of(["王建国（二车间）", "职工（二车间）"], ())
    assert mask_text("慰问王建国（二车间）。职工（二车间）。", secrets)[0] == (
        "慰问王××（××）。职工（二车间）。"
    )
