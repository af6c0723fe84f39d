"""What a step is called in the window: by what it changed."""

from unionapp.draft import Draft, EditPath, Room
from unionapp.history import Step
from unionapp.template import Template

_NAMES = {
    Room.PREVIOUS: "上年{}",
    Room.AS_OF: "{}的截止",
    Room.NOTE: "{}的备注",
    Room.NARRATIVE: "{}正文",
    Room.TITLE: "标题{}",
    Room.UNIT: "{}的单位",
    Room.CARRIED: "{}的确认",
    Room.OFF: "{}的取舍",
    Room.ORDER: "章节的顺序",
    Room.OWN_SECTION: "自加的章",
    Room.OWN_ITEM: "自加的条",
    Room.OWN_INDICATORS: "自加的指标",
    Room.OWN_COLUMNS: "自加的表格列",
}
"""How a step is called by what it changed, where the bare name would not do."""

_GONE = "已删去的内容"
"""How something is called that was added and is there no more."""


def said(paths: tuple[EditPath, ...]) -> tuple[EditPath, ...]:
    """What a step is about: its paths without the marks that went along."""
    return tuple(path for path in paths if path.room is not Room.CARRIED) or paths


def name_of_last(draft: Draft, steps: list[Step]) -> str:
    """The name of the last step: what it changed, in the words of the window."""
    if not steps:
        return ""
    paths = said(steps[-1].paths)
    name = _name_of(draft, paths[0])
    alone = len(paths) == 1 or paths[0].room.is_outline
    return f"“{name}”" if alone else f"“{name}”等{len(paths)}项"


def _name_of(draft: Draft, path: EditPath) -> str:
    template, base = draft.template, draft.base
    names = (template.names, _titles(template), base.names, _titles(base))
    name = next((each[path.id] for each in names if path.id in each), _GONE)
    return _NAMES.get(path.room, "{}").format(name)


def _titles(template: Template) -> dict[str, str]:
    """The titles of sections and items; where both have one id, the item's."""
    sections = {section.id: section.title for section in template.sections}
    return sections | {item.id: item.title for item in template.items}
