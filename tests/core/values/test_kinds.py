import pytest

from unionapp.paper import CellFormat
from unionapp.paper.tables import format_of
from unionapp.values import Kind, Measure, printed, read

WRITTEN = {
    Kind.COUNT: "12",
    Kind.MONEY: "12元",
    Kind.RATE: "12%",
    Kind.DATE: "12月7日",
    Kind.FREQUENCY: "每季度一次",
    Kind.TEXT: "职工之家",
    Kind.CHOICE: "甲",
    Kind.LIST: "甲、乙",
    Kind.TABLE: "甲\t乙",
    Kind.PERSONAL: "张三",
}


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_its_row_of_traits_and_says_how_it_is_filled_in(kind: Kind) -> None:
    assert kind.traits.hint.endswith("。")


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_read_as_its_traits_say_and_printed(kind: Kind) -> None:
    measure = Measure(kind, options=("甲",))
    value = read(WRITTEN[kind], measure).value
    assert (value.number is not None) == kind.traits.is_numeric
    assert bool(value.items or value.rows) == kind.traits.has_entries
    assert printed(value, measure)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_figure_has_a_format_of_cells(kind: Kind) -> None:
    assert (format_of(kind) is not CellFormat.TEXT) == kind.traits.is_numeric


@pytest.mark.parametrize("kind", list(Kind))
def test_what_is_summed_is_a_figure_and_what_is_offered_can_be_added(kind: Kind) -> None:
    traits = kind.traits
    assert traits.is_numeric or not traits.is_summed
    assert traits.can_be_custom or not traits.offered_as
    assert not (traits.fits_cell and traits.has_parts)
