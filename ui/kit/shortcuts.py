"""The keys of a draft's window: it binds them, entries leave them to it, and help lists them."""

from dataclasses import dataclass
from enum import Enum, auto

from ui.words import say


class WindowAction(Enum):
    """What a key does wherever the focus is in the window of a draft."""

    NEXT_PAGE = auto()
    PREVIOUS_PAGE = auto()
    FIND = auto()
    NEXT_FOUND = auto()
    PREVIOUS_FOUND = auto()
    NEXT_FINDING = auto()
    PREVIOUS_FINDING = auto()
    UNDO = auto()
    REDO = auto()
    SHOW_HISTORY = auto()
    TOGGLE_PREVIEW = auto()
    GO_TO_OUTPUT = auto()
    PRINT = auto()
    SHOW_HELP = auto()


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A key as Qt names it, what it does, and what help says of it."""

    key: str
    action: WindowAction
    help: str

    @property
    def label(self) -> str:
        """The key as it stands on a keyboard here; the number pad has an Enter of its own."""
        name = self.key.replace("Return", say("回车")).replace("Enter", say("回车"))
        return name.replace("PgDown", "PgDn")


# In the order in which help lists them; keys with the same help stand in one row there. Undo and
# redo are named, for Qt's standard keys differ from desktop to desktop.
SHORTCUTS = (
    Shortcut("Ctrl+Return", WindowAction.NEXT_PAGE, say("下一页")),
    Shortcut("Ctrl+Enter", WindowAction.NEXT_PAGE, say("下一页")),
    Shortcut("Ctrl+PgDown", WindowAction.NEXT_PAGE, say("下一页")),
    Shortcut("Ctrl+PgUp", WindowAction.PREVIOUS_PAGE, say("上一页")),
    Shortcut("Ctrl+F", WindowAction.FIND, say("查找")),
    Shortcut("F3", WindowAction.NEXT_FOUND, say("下一处、上一处找到的地方")),
    Shortcut("Shift+F3", WindowAction.PREVIOUS_FOUND, say("下一处、上一处找到的地方")),
    Shortcut("F8", WindowAction.NEXT_FINDING, say("从光标往下、往上，到有问题的地方")),
    Shortcut("Shift+F8", WindowAction.PREVIOUS_FINDING, say("从光标往下、往上，到有问题的地方")),
    Shortcut("Ctrl+Z", WindowAction.UNDO, say("撤销")),
    Shortcut("Ctrl+Y", WindowAction.REDO, say("恢复")),
    Shortcut("Ctrl+Shift+Z", WindowAction.REDO, say("恢复")),
    Shortcut("Ctrl+H", WindowAction.SHOW_HISTORY, say("修改记录")),
    Shortcut("F5", WindowAction.TOGGLE_PREVIEW, say("收起或打开旁边的文稿预览")),
    Shortcut("Ctrl+E", WindowAction.GO_TO_OUTPUT, say("到“出稿”一页")),
    Shortcut("Ctrl+P", WindowAction.PRINT, say("打印")),
    Shortcut("F1", WindowAction.SHOW_HELP, say("帮助")),
)


def shortcut_of(action: WindowAction) -> Shortcut:
    """Return the first key of an action, by which it is named where only one is."""
    return next(each for each in SHORTCUTS if each.action is action)
