from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from unionapp.errors import UnreadableError
from unionapp.values import (
    Kind,
    Measure,
    Number,
    Qualifier,
    Reading,
    State,
    Typed,
    Value,
    printed,
    read,
    shown_as,
)

ANY_TEXT = st.text(st.characters(codec=None), max_size=60)
LIKELY_TEXT = st.text(
    "0123456789.,，%年月日号份-—至截止到人次名元万亿百千十两一二三零点"
    "余多近约超以上左右不足×*xX_/ 无保密《》、；（）wWkK成半○〇+来\t\n",
    max_size=14,
)
TYPED_TEXT = LIKELY_TEXT | ANY_TEXT

UNITS = st.sampled_from(["人", "人次", "户", "家", "项", "份", "年", "万人次", ""])
COUNTS = st.builds(Measure, st.just(Kind.COUNT), UNITS)
MONEY = st.builds(Measure, st.just(Kind.MONEY), st.sampled_from(["元", "万元", "亿元"]))
RATES = st.just(Measure(Kind.RATE, "%"))
CHOICE = Measure(Kind.CHOICE, options=("上级拨付", "自筹", "无"))
TABLE = Measure(
    Kind.TABLE,
    columns=(Measure(Kind.TEXT), Measure(Kind.COUNT, "人"), Measure(Kind.MONEY, "元")),
)
WORDED = st.sampled_from(
    [Measure(Kind.DATE), Measure(Kind.FREQUENCY), Measure(Kind.TEXT), Measure(Kind.PERSONAL)]
)
SCALARS = COUNTS | MONEY | RATES | WORDED | st.just(CHOICE)
ALL = SCALARS | st.sampled_from([Measure(Kind.LIST), TABLE])

QUALIFIERS = st.sampled_from(Qualifier)
WHOLE = st.integers(0, 10**15 - 1).map(Decimal) | st.integers(0, 99).map(
    lambda n: Decimal(n) * 10**4
)
CENTS = st.integers(0, 10**15 - 1).map(lambda cents: Decimal(cents).scaleb(-2))
PERCENT = st.decimals(0, 1000, places=2)


def number(amounts: st.SearchStrategy[Decimal]) -> st.SearchStrategy[Value]:
    numbers = st.builds(Number, amounts, QUALIFIERS)
    return st.builds(Value, st.just(State.GIVEN), numbers)


def exactly(amount: str, qualifier: Qualifier) -> Value:
    return Value(State.GIVEN, number=Number(Decimal(amount), qualifier))


def outcome(typed: Typed, measure: Measure) -> Reading | None:
    """The reading, or none if it was refused in a proper sentence; anything else fails the test."""
    try:
        return read(typed, measure)
    except UnreadableError as error:
        sentence = str(error)
        assert sentence.endswith("。")
        sentence.encode("utf-8")
        assert "\n" not in sentence
        assert len(sentence) < 120
        return None


def assert_round(value: Value, measure: Measure) -> None:
    assert read(printed(value, measure), measure).value == value


@given(COUNTS, number(WHOLE))
@example(Measure(Kind.COUNT, "人"), exactly("30", Qualifier.AT_LEAST))
def test_a_printed_count_is_read_as_the_same_value(measure: Measure, value: Value) -> None:
    assert_round(value, measure)


@given(MONEY, number(CENTS))
@example(Measure(Kind.MONEY, "元"), exactly("0.5", Qualifier.AROUND))
def test_printed_money_is_read_as_the_same_value(measure: Measure, value: Value) -> None:
    assert_round(value, measure)


@given(RATES, number(PERCENT))
@example(Measure(Kind.RATE, "%"), exactly("80", Qualifier.AT_LEAST))
def test_a_printed_rate_is_read_as_the_same_value(measure: Measure, value: Value) -> None:
    assert_round(value, measure)


@given(SCALARS, TYPED_TEXT)
@example(Measure(Kind.DATE), "截止无")
@example(Measure(Kind.DATE), "2022年1-11月份")
@example(Measure(Kind.TEXT), "\u200b无\u200b")
def test_whatever_was_read_is_printed_so_that_it_is_read_again(
    measure: Measure, typed: str
) -> None:
    reading = outcome(typed, measure)
    if reading is not None:
        assert_round(reading.value, measure)


@given(st.lists(TYPED_TEXT, max_size=5).map(tuple))
@example(("0、0.K",))
def test_the_entries_of_a_list_are_read_as_the_same_list(typed: tuple[str, ...]) -> None:
    value = read(typed, Measure(Kind.LIST)).value
    if value.given:
        assert read(value.items, Measure(Kind.LIST)).value == value
    else:
        assert_round(value, Measure(Kind.LIST))


ENTRIES = st.text("工会年度总结甲乙丙一二三0123", min_size=1, max_size=6).filter(
    lambda text: text != "无"
)
TITLES = ENTRIES.map(lambda name: f"《{name}、{name}》")


@given(st.lists(ENTRIES | TITLES, min_size=1, max_size=6).map(tuple))
def test_a_list_in_a_sentence_is_read_as_its_entries(items: tuple[str, ...]) -> None:
    assert_round(Value(State.GIVEN, items=items), Measure(Kind.LIST))


@given(st.lists(st.tuples(TYPED_TEXT, LIKELY_TEXT, LIKELY_TEXT), max_size=4).map(tuple))
def test_the_printed_cells_of_a_table_are_read_as_the_same_rows(
    typed: tuple[tuple[str, ...], ...],
) -> None:
    reading = outcome(typed, TABLE)
    if reading is not None:
        again = tuple(
            tuple(printed(cell, column) for cell, column in zip(row, TABLE.columns, strict=True))
            for row in reading.value.rows
        )
        assert read(again, TABLE).value == reading.value


@given(ALL, TYPED_TEXT)
def test_reading_any_text_gives_a_value_or_a_sentence(measure: Measure, typed: str) -> None:
    reading = outcome(typed, measure)
    if reading is not None:
        shown_as(typed, reading, measure).encode("utf-8")
        printed(reading.value, measure).encode("utf-8")


@given(
    ALL, st.sampled_from(["1", "一", "*", "x", " ", "《", "、", "\ud800", "\x00", "年", "余", "\n"])
)
def test_reading_a_huge_text_gives_a_value_or_a_sentence(measure: Measure, letter: str) -> None:
    outcome(letter * 200_000, measure)


@given(ALL, st.lists(TYPED_TEXT, max_size=3).map(tuple))
def test_reading_any_entries_gives_a_value_or_a_sentence(
    measure: Measure, typed: tuple[str, ...]
) -> None:
    outcome(typed, measure)
    outcome((typed, typed), measure)


@given(COUNTS | MONEY | RATES | WORDED)
def test_blank_zero_not_applicable_and_withheld_are_four_different_things(measure: Measure) -> None:
    typed = ["", "0人" if not measure.kind.traits.is_numeric else "0", "无", "不公开"]
    values = [read(text, measure).value for text in typed]
    assert len(set(values)) == 4
    assert len({printed(value, measure) for value in values}) == 4


@given(LIKELY_TEXT)
def test_a_masked_or_qualified_figure_is_never_exact(typed: str) -> None:
    reading = outcome(typed, Measure(Kind.COUNT, "人"))
    inexact = not set(typed).isdisjoint("*×□余多近约超")
    if reading is not None and inexact:
        assert reading.value.exact_amount is None
