"""A small template and ways to fill it, for tests that need no real one."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from unionapp.draft import Change, Draft, EditPath, Slot, changed
from unionapp.figures import Figures, figures
from unionapp.storage import DraftStore
from unionapp.storage.sessions import TakenIn, exchange
from unionapp.template import (
    AtMost,
    Clause,
    Column,
    ColumnSum,
    CountOf,
    Derive,
    Field,
    Indicator,
    Item,
    Pair,
    Relation,
    Section,
    Template,
    Total,
)
from unionapp.values import Kind, Typed

PROFILE = (
    Indicator("unit", "工会名称", Kind.TEXT, carry="value"),
    Indicator("year", "年度", Kind.COUNT, "年"),
    Indicator("date", "成文日期", Kind.DATE),
)

HAZARDS = Item(
    "safety",
    "隐患排查",
    "写检查次数和隐患。",
    (
        Indicator("period", "检查期间", Kind.DATE),
        Indicator("found", "查出隐患", Kind.COUNT, "项", as_of="period"),
        Indicator("fixed", "已整改隐患", Kind.COUNT, "项"),
        Indicator("open", "正在整改隐患", Kind.COUNT, "项"),
        Indicator("fixed_rate", "整改率", Kind.RATE, "%", derive=Derive(rate=("fixed", "found"))),
    ),
    (
        Clause("[{period}，]查出隐患{found}[，整改率{fixed_rate}]。"),
        Clause("其中<已整改{fixed}|正在整改{open}>。"),
    ),
)
AID = Item(
    "aid",
    "困难帮扶",
    "写人次和金额。",
    (
        Indicator("cases", "困难补助", Kind.COUNT, "人次"),
        Indicator("amount", "困难补助金额", Kind.MONEY, "元"),
        Indicator(
            "recipient",
            "受助职工",
            Kind.PERSONAL,
            fields=(Field("name", "姓名"), Field("workplace", "车间")),
        ),
    ),
    (
        Clause("办理困难补助{cases}[，金额{amount}]。"),
        Clause("{recipient.workplace}职工{recipient.name}得到了帮助。"),
    ),
)
UNIONS = Item(
    "unions",
    "新建工会",
    "写家数和名单。",
    (
        Indicator("new_unions", "新建工会", Kind.COUNT, "家"),
        Indicator(
            "new_list",
            "新建工会名单",
            Kind.TABLE,
            columns=(
                Column("name", "企业名称"),
                Column("members", "会员数", Kind.COUNT, "人"),
            ),
            attachment="新建工会名单",
        ),
        Indicator(
            "new_members",
            "新建工会会员",
            Kind.COUNT,
            "人",
            derive=Derive(column_sum=ColumnSum("new_list", "members")),
        ),
    ),
    (Clause("新建工会{new_unions}[，会员{new_members}]。"), Clause("它们是：{new_list}。")),
)
PLANS = Item("plans", "明年打算", "写打算。")

TEMPLATE = Template(
    "sample",
    "样例工会",
    1,
    "[{unit}][{year}度]工作总结",
    PROFILE,
    (
        Section(
            "safety",
            "安全生产",
            "",
            (HAZARDS,),
            (
                Relation(total=Total(("fixed", "open"), "found")),
                Relation(at_most=AtMost("fixed", "found")),
            ),
        ),
        Section(
            "care",
            "服务职工",
            "",
            (AID, UNIONS),
            (
                Relation(pair=Pair("cases", "amount")),
                Relation(count_of=CountOf("new_list", "new_unions")),
            ),
        ),
        Section("plans", "下一步打算", "", (PLANS,)),
    ),
)
WHO = {"unit": "红星厂工会", "year": "2022", "date": "2022-12-07"}


def value(id_: str, typed: Typed, field: str = "") -> Change:
    """An edit of a value."""
    return Change(EditPath(Slot.VALUE, id_, field), typed)


def narrative(item: str, text: str | None) -> Change:
    """An edit of a narrative."""
    return Change(EditPath(Slot.NARRATIVE, item), text)


def filled(*changes: Change, **typed: Typed) -> Figures:
    """The figures of a draft of `TEMPLATE` with these answers."""
    values = [value(id_, answer) for id_, answer in typed.items()]
    return figures(changed(Draft(TEMPLATE), [*values, *changes]))


PERSON = (value("recipient", "欧阳志远", "name"), value("recipient", "机修车间", "workplace"))
# A name and a telephone in a way of writing that the draft does not know.
PLANTED = "欧　阳志远，139-0013-8000"


def planted(what: str = PLANTED) -> Figures:
    """A draft with both wherever something can be typed."""
    slots = {
        Slot.NOTE: "found",
        Slot.AS_OF: "fixed",
        Slot.SOURCE: "open",
        Slot.REASON: "open",
        Slot.TITLE: "safety",
    }
    typed = [Change(EditPath(slot, id_), f"查{what}") for slot, id_ in slots.items()]
    rows = ((what, "12"), (f"{what}公司", "13812345678"))
    return filled(
        *PERSON,
        *typed,
        Change(EditPath(Slot.TITLE, "cases"), f"补助（{what}）"),
        Change(EditPath(Slot.UNIT, "amount"), "元"),
        Change(EditPath(Slot.PREVIOUS, "cases"), "5"),
        narrative("plans", f"找{what}。\n再找{what}。"),
        unit=f"工会（{what}）",
        year="2022",
        date=f"年底（{what}）",
        cases="6",
        amount="13812345678",
        new_list=rows,
    )


class Clock:
    """A clock that goes on only when told to, and that can be set."""

    def __init__(self) -> None:
        self.time = datetime(2022, 12, 7, 10, 0, tzinfo=UTC)
        self._passed = 0.0

    def __call__(self) -> datetime:
        return self.time

    def ticks(self) -> float:
        """Seconds that have passed, however the clock was set meanwhile."""
        return self._passed

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.time += timedelta(seconds=seconds)
        self._passed += seconds

    def set_to(self, time: datetime) -> None:
        """Set the clock to another time, as a person or the network does."""
        self.time = time


def taken_in(store: DraftStore, path: Path, *, anew: bool = False) -> TakenIn:
    """The draft of a file, as the start window opens it."""
    known = frozenset[str]() if anew else exchange.known_files(store)
    return exchange.take_in(store, exchange.read(path, known))
