"""What a step is called in the window: what was done, and to what."""

from collections import Counter
from collections.abc import Sequence

from unionapp.draft.custom_indicator import parse_rows
from unionapp.draft.history import BEGINNING, Step
from unionapp.draft.model import Draft, EditPath, Slot
from unionapp.draft.outline import SECTIONS
from unionapp.template import Column, Item, Section, Template
from unionapp.text import day_and_time, inner_quotes, local_time, shortened
from unionapp.values import State, Typed

# What was done when something was put there.
_DONE = {
    Slot.VALUE: "改“{}”",
    Slot.PREVIOUS: "改上年的“{}”",
    Slot.AS_OF: "改“{}”的数据截至",
    Slot.SOURCE: "改“{}”的来源",
    Slot.NOTE: "改“{}”的备注",
    Slot.REASON: "说明“{}”的原因",
    Slot.NARRATIVE: "改“{}”的正文",
    Slot.CARRIED: "确认“{}”",
    Slot.TITLE: "把标题改为“{}”",
    Slot.UNIT: "改“{}”的单位",
    Slot.OFF: "不写“{}”{}",
    Slot.ORDER: "调整“{}”各条的顺序",
    Slot.CUSTOM_SECTION: "加一章“{}”",
    Slot.CUSTOM_ITEM: "加一条“{}”",
    Slot.CUSTOM_INDICATORS: "加指标“{}”",
    Slot.CUSTOM_COLUMNS: "改“{}”的列",
}

# What was done when something was taken away there, where that is not said like the other.
_TAKEN_BACK = {
    Slot.NOTE: "删去“{}”的备注",
    Slot.REASON: "删去“{}”的原因说明",
    Slot.SOURCE: "删去“{}”的来源",
    Slot.NARRATIVE: "恢复“{}”的建议正文",
    Slot.TITLE: "恢复“{}”原来的标题",
    Slot.UNIT: "恢复“{}”原来的单位",
    Slot.OFF: "重新写“{}”{}",
    Slot.CUSTOM_SECTION: "删去“{}”这一章",
    Slot.CUSTOM_ITEM: "删去“{}”这一条",
    Slot.CUSTOM_INDICATORS: "删去指标“{}”",
}

_ORDER_OF_SECTIONS = "调整各章的顺序"

# Slots whose change is what a step is about, whatever else went along with it.
_HEADS = (Slot.CUSTOM_SECTION, Slot.CUSTOM_ITEM, Slot.CUSTOM_INDICATORS)

# Slots in which something changes when a part is added or taken away elsewhere.
_WITH_IT = frozenset({*_HEADS, Slot.CUSTOM_COLUMNS, Slot.ORDER, Slot.NARRATIVE})

# Characters of a figure; the words of a date may have more.
_LONGEST = 12

_ANSWERS = (Slot.VALUE, Slot.PREVIOUS)

# How something is called that was added and is there no more.
_GONE = "已删去的内容"


def subject_paths(step: Step) -> tuple[EditPath, ...]:
    """Return the paths that a step is about: all but those of marks that went along."""
    return tuple(path for path in step.paths if path.slot is not Slot.CARRIED) or step.paths


def step_name(draft: Draft, step: Step, back_to: str | None = None) -> str:
    """Return what was done in a step, in the words of the window.

    Args:
        draft: The draft as it stands, whose names are told.
        step: The step.
        back_to: When the draft was first as the step leaves it, if it was so before; empty for
            its very start.
    """
    paths = subject_paths(step)
    if step.number == BEGINNING:
        return f"开始时带入{len(paths)}项"
    head = _head(step, paths)
    if head is not None:
        return _phrase(draft, step, head)
    slots = {path.slot for path in paths}
    if len(paths) > 1 and back_to is not None:
        then = day_and_time(local_time(back_to)) if back_to else "刚开始时"
        return f"回到{then}的样子"
    if len(slots) > 1 and any(slot.is_outline for slot in slots):  # no other step changes so much
        return f"回到以前的样子（{len(paths)}项）"
    name = _phrase(draft, step, paths[0])
    alone = len(paths) == 1 or slots == {Slot.TITLE}
    return name if alone else f"{name}等{len(paths)}项"


def _head(step: Step, paths: tuple[EditPath, ...]) -> EditPath | None:
    """The one part that a step has added, taken away or changed, if it has done only that."""
    for slot in _HEADS:
        heads = [path for path in paths if path.slot is slot]
        if heads:
            others = (path for path in paths if path.slot not in _WITH_IT)
            only = len(heads) == 1 and all(step.after[path] is None for path in others)
            return heads[0] if only else None
    return None


def _phrase(draft: Draft, step: Step, path: EditPath) -> str:
    if path.slot is Slot.CUSTOM_INDICATORS:
        return _of_indicators(step, path)
    if path.slot is Slot.ORDER and path.id == SECTIONS:
        return _ORDER_OF_SECTIONS
    after = step.after[path]
    phrase = _DONE[path.slot]
    if after is None:
        phrase = _TAKEN_BACK.get(path.slot, phrase)
    called = after if path.slot is Slot.TITLE and isinstance(after, str) else None
    name = called or _name_at(draft, step, path)
    change = _describe_change(draft, step, path) if path.slot in _ANSWERS else ""
    done = phrase.format(inner_quotes(name), _level(draft, path.id))
    return f"{done}（{change}）" if change else done


def _describe_change(draft: Draft, step: Step, path: EditPath) -> str:
    """Of a figure, what it was and is; of a table or a list, which row; of a person, which part."""
    template, before, after = draft.template, step.before[path], step.after[path]
    indicators = (*template.profile, *template.indicators)
    indicator = next((each for each in indicators if each.id == path.id), None)
    alone = len(subject_paths(step)) == 1
    if indicator is not None and indicator.kind.traits.is_quotable and alone:
        return _describe_figure(before, after)
    if indicator is not None and path.field:
        return next((part.name for part in indicator.fields if part.id == path.field), "")
    return describe_rows(before, after, indicator.columns if indicator is not None else ())


def _describe_figure(before: Typed | None, after: Typed | None) -> str:
    """What a figure was and what it is, as they were typed: 12→15."""
    return f"{_short(before)}→{_short(after)}"


def _short(typed: Typed | None) -> str:
    text = (typed if isinstance(typed, str) else "") or State.BLANK.value
    return shortened(text, _LONGEST)


def describe_rows(before: Typed | None, after: Typed | None, columns: Sequence[Column] = ()) -> str:
    """Describe which rows were added, taken away or changed; nothing where no rows are kept.

    Args:
        before: What stood there before the step.
        after: What stands there after it.
        columns: The columns of a table; a list has none.
    """
    if not isinstance(before, tuple) and not isinstance(after, tuple):
        return ""
    then, now, measure = _rows(before), _rows(after), "行" if columns else "项"
    if len(now) != len(then):
        verb = "加" if len(now) > len(then) else "删去"
        return f"{verb}{abs(len(now) - len(then))}{measure}"
    changed = [at for at, (old, new) in enumerate(zip(then, now, strict=True)) if old != new]
    match changed:
        case []:
            return ""
        case [at]:
            return _describe_row(then[at], now[at], columns, f"第{at + 1}{measure}")
        case _ if Counter(then) == Counter(now):
            return f"调整各{measure}的顺序"
        case _:
            return f"改{len(changed)}{measure}"


def _describe_row(
    then: tuple[str, ...], now: tuple[str, ...], columns: Sequence[Column], row: str
) -> str:
    """The row, and the column where only one cell of it has changed."""
    cells = [at for at, (old, new) in enumerate(zip(then, now, strict=False)) if old != new]
    if len(cells) == 1 and cells[0] < len(columns):
        return f"{row}{columns[cells[0]].name}"
    return row


def _rows(typed: Typed | None) -> list[tuple[str, ...]]:
    """The rows; a word such as 无此项 stands for none."""
    rows = typed if isinstance(typed, tuple) else ()
    return [(row,) if isinstance(row, str) else row for row in rows]


def _of_indicators(step: Step, path: EditPath) -> str:
    """Which of an item's custom indicators was added, taken away, or changed."""
    then, now = parse_rows(step.before[path]), parse_rows(step.after[path])
    for phrase, found in (
        (_DONE[path.slot], [each for each in now if each.id not in {old.id for old in then}]),
        (_TAKEN_BACK[path.slot], [each for each in then if each.id not in {new.id for new in now}]),
        ("改指标“{}”", [each for each in now if each not in then]),
    ):
        if found:
            return phrase.format(inner_quotes(found[0].name))
    return "调整指标的顺序"


def _name_at(draft: Draft, step: Step, path: EditPath) -> str:
    """What stands at a path is called: as it is now, or as it last was."""
    now, base = draft.template, draft.base
    if name := _known(now, path.id) or _once_called(draft, step, path.id):
        return name
    return _known(base, path.id) or _GONE


def _known(template: Template, id_: str) -> str:
    """The name of an indicator, or the title of an item or section."""
    if id_ in template.names:
        return template.names[id_]
    parts: tuple[Item | Section, ...] = (*template.items, *template.sections)
    return next((part.title for part in parts if part.id == id_), "")


def _once_called(draft: Draft, step: Step, id_: str) -> str:
    """The title of what is not written now, or was taken away by the step."""
    for slot in (Slot.TITLE, Slot.CUSTOM_ITEM, Slot.CUSTOM_SECTION):
        path = EditPath(slot, id_)
        if title := _title(
            draft.answers.get(path) or step.before.get(path) or step.after.get(path)
        ):
            return title
    return ""


def _title(typed: Typed | None) -> str:
    """The title in what is kept of a custom part: alone, or after the section that it is in."""
    last = typed[-1] if isinstance(typed, tuple) and typed else typed
    return last if isinstance(last, str) else ""


def _level(draft: Draft, id_: str) -> str:
    """Whether it is a section or an item; nothing for what is there no more."""
    items, sections = draft.base.items, draft.base.sections
    if EditPath(Slot.CUSTOM_ITEM, id_) in draft.answers or any(each.id == id_ for each in items):
        return "这一条"
    custom = EditPath(Slot.CUSTOM_SECTION, id_) in draft.answers
    return "这一章" if custom or any(each.id == id_ for each in sections) else ""
