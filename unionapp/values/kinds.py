"""The kinds of value, each with one row of traits: what the rest of the program asks of a kind.

A new kind is a member here and its row; then it is read in `parsing`, printed in `formatting`,
edited in `ui.editors.registry`, and has its format of cells in `unionapp.paper.tables`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What holds of all values of one kind."""

    # How the help tells to fill one in.
    hint: str
    # What a part of the secretary's own is chosen as in the form; empty where it is not offered.
    offered_as: str = ""
    # What stands between the name and the value in the sentence of an indicator without a clause.
    link: str = ""
    # The unit where a template names none.
    usual_unit: str = ""
    # Its content is a `Number`; last year's stands beside it, and a change can be told.
    is_numeric: bool = False
    # Several of them make a total: people and money, but not rates.
    is_summed: bool = False
    # It is read into one form, which an entry shows beside what was typed, and a column sorts by.
    is_normalized: bool = False
    # It is short and names nobody, so that the history quotes it.
    is_quotable: bool = False
    # Lines or thin spaces of what was typed mean something.
    keeps_spaces: bool = False
    # The unit may be changed in a draft.
    has_unit: bool = False
    # Entries or rows, which can be counted.
    has_entries: bool = False
    # More than one text, and so edited over the whole width of a card.
    has_parts: bool = False
    # It may stand in a cell of a table.
    fits_cell: bool = False
    # An indicator or a column that was added to a draft may be one.
    can_be_custom: bool = False


class Kind(StrEnum):
    """The closed set of kinds of value."""

    COUNT = "count"
    MONEY = "money"
    RATE = "rate"
    DATE = "date"
    FREQUENCY = "frequency"
    TEXT = "text"
    CHOICE = "choice"
    LIST = "list"
    TABLE = "table"
    PERSONAL = "personal"

    @property
    def traits(self) -> Traits:
        """The kind's row in the table."""
        return _TRAITS[self]


_TRAITS: Mapping[Kind, Traits] = {
    Kind.COUNT: Traits(
        hint="填整数；“20余”“近300”“两”“3.7万”也认得。",
        offered_as="数量",
        link="共",
        is_numeric=True,
        is_summed=True,
        is_normalized=True,
        is_quotable=True,
        keeps_spaces=True,
        has_unit=True,
        fits_cell=True,
        can_be_custom=True,
    ),
    Kind.MONEY: Traits(
        hint="填金额；“3.68万”“20余万元”也认得，旁边会写出读成多少。",
        offered_as="金额",
        link="共计",
        usual_unit="元",
        is_numeric=True,
        is_summed=True,
        is_normalized=True,
        is_quotable=True,
        keeps_spaces=True,
        has_unit=True,
        fits_cell=True,
        can_be_custom=True,
    ),
    Kind.RATE: Traits(
        hint="填百分率，如“95.5”或“95.5%”；“80%以上”也认得。",
        offered_as="比率",
        link="为",
        usual_unit="%",
        is_numeric=True,
        is_normalized=True,
        is_quotable=True,
        keeps_spaces=True,
        has_unit=True,
        fits_cell=True,
        can_be_custom=True,
    ),
    Kind.DATE: Traits(
        hint="填日期或期间，如“12月7日”“1至11月”。",
        offered_as="日期",
        link="：",
        is_normalized=True,
        is_quotable=True,
        fits_cell=True,
        can_be_custom=True,
    ),
    Kind.FREQUENCY: Traits(
        hint="填多久一次，如“每季度一次”。",
        is_quotable=True,
        can_be_custom=True,
    ),
    Kind.TEXT: Traits(
        hint="直接写。",
        offered_as="文字",
        link="：",
        keeps_spaces=True,
        fits_cell=True,
        can_be_custom=True,
    ),
    Kind.CHOICE: Traits(hint="从名单里选，或者直接写。"),
    Kind.LIST: Traits(
        hint="一行写一个。",
        offered_as="名单",
        link="包括",
        keeps_spaces=True,
        has_unit=True,
        has_entries=True,
        has_parts=True,
        can_be_custom=True,
    ),
    Kind.TABLE: Traits(
        hint="可以从 Excel、WPS 表格里复制一块，在这里粘贴。",
        offered_as="表格",
        link="包括",
        keeps_spaces=True,
        has_entries=True,
        has_parts=True,
        can_be_custom=True,
    ),
    Kind.PERSONAL: Traits(hint="公示稿里会自动遮住。", has_parts=True),
}
