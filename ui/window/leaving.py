"""Leaving a draft whose last words could not be saved: not at all, without them, or with a file."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.kit import ButtonRole, Message, Role, ask_where_to, show_message
from ui.look import Icon
from ui.runtime import show_error
from ui.words import say
from unionapp.errors import UnionAppError
from unionapp.paper import title_of
from unionapp.writers import file_name


def wants_to_lose(window: QWidget, desk: Desk, failure: str) -> bool:
    """Ask whether to close although something typed is not on disk, or to put it into a file."""
    question = say(
        "{failure}\n现在关闭，没有保存的内容会丢失；可以先把整份草稿连同它存成一个文件。",
        failure=failure,
    )
    box = Message(window, question, say("还有内容没有保存，现在关闭吗？"), Icon.WARNING)
    stay = box.add(say("不关闭"), ButtonRole.RejectRole)
    into_file = box.add(say("存成文件…"), ButtonRole.AcceptRole, Role.PRIMARY)
    lose = box.add(say("丢掉并关闭"), ButtonRole.DestructiveRole)
    box.begin_at(stay)
    box.exec()
    if box.chosen is into_file:
        ask_where_to(window, file_name(title_of(desk.figures)), partial(save_to, window, desk))
    return box.chosen is lose


def save_to(window: QWidget, desk: Desk, path: Path) -> None:
    """Put all that is written into a file, and say what to do with it."""
    try:
        kept = desk.save_to(path)
    except UnionAppError as error:
        show_error(window, error)
        return
    show_message(
        window,
        say(
            "已存成“{path}”，没有保存的内容也在里面；以后点“打开文件…”打开它，接着写。\n"
            "现在可以关闭这个窗口，选“丢掉并关闭”。",
            path=path,
        )
        + "".join(each.message for each in kept),
    )
