"""The dialogs that stand before a draft's window."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QDialog

from tests.support.workbooks import saved
from tests.ui.support.words.start import Place
from tests.ui.support.words.waiting import settle, shown_one, until
from ui.editors.prose import NarrativeEditor
from ui.editors.prose.picker import FigurePicker
from ui.editors.table import TableEditor
from ui.editors.table.import_file import import_file
from ui.editors.table.import_form import ImportForm
from ui.kit import Button, Message, Role, show_message
from ui.pages import OutputPage
from ui.pages.picks import Pick
from ui.preview import show_preview
from ui.preview.window import PreviewWindow
from ui.runtime import show_error
from ui.section import SectionPage
from ui.window import SummaryWizard
from unionapp.figures import FINISH
from unionapp.paper import Edition, paper_of
from unionapp.storage import DraftStore
from unionapp.storage.sessions import Session
from unionapp.storage.starting import begin_example
from unionapp.system import settings

_ROWS = (("序号", "荣誉", "时间"), (1, "市级模范", "5月"), (2, "区级先进", "很久以前"))


def dialogs(store: DraftStore, folder: Path) -> Iterator[Place]:
    """Yield all dialogs of our own."""
    settings.remember_folder(folder)
    wizard = SummaryWizard(Session(store, begin_example(store, "school")))
    wizard.resize(1280, 800)
    wizard.show()
    settle()
    yield from _messages(wizard)
    yield from _of_a_section(wizard, saved(folder, _ROWS))
    show_preview(wizard, paper_of(wizard.desk.figures, Edition.REPORT, "").document)
    yield from _dialog("preview", PreviewWindow)
    yield from _papers(wizard)
    wizard.close()
    wizard.deleteLater()
    settle()


def _messages(wizard: SummaryWizard) -> Iterator[Place]:
    show_message(wizard, "系统没有打开“总结.docx”。", "没有打开")
    yield from _dialog("message", Message)
    show_error(wizard, ValueError())
    yield from _dialog("error", Message)


def _of_a_section(wizard: SummaryWizard, file: Path) -> Iterator[Place]:
    """What is asked while one fills in: which figure, which columns of a file."""
    table = next(each for each in wizard.desk.template.indicators if each.columns)
    wizard.go_to(table.id)
    page = wizard.currentPage()
    assert isinstance(page, SectionPage)
    page.findChildren(NarrativeEditor)[0].open_picker()
    yield from _dialog("figures", FigurePicker)
    editor = page.findChildren(TableEditor)[0]
    import_file(editor, file, editor.import_target, lambda _rows, _told: None)
    yield from _dialog("import", ImportForm)


def _papers(wizard: SummaryWizard) -> Iterator[Place]:
    """The papers page with papers written."""
    wizard.go_to_page(FINISH)
    page = wizard.currentPage()
    assert isinstance(page, OutputPage)
    for number, pick in enumerate(page.options.findChildren(Pick)):
        pick.click()
        settle()
        yield f"papers, {number}", page
    next(each for each in page.findChildren(Button) if each.role is Role.PRIMARY).click()
    until(lambda: page.results.files)
    yield "papers written", page
    page.results.show_failure("磁盘满了，没有写成。", ("再试一次", settle))
    settle()
    yield "papers failed", page


def _dialog(name: str, kind: type[QDialog]) -> Iterator[Place]:
    dialog = shown_one(kind)
    settle()
    yield name, dialog
    dialog.close()
    settle()
