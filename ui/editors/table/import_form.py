"""The form of an import: what of the file goes where, how it will stand, and what is left out."""

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.editors.table.import_preview import ImportPreview
from ui.editors.table.import_target import ImportTarget
from ui.kit import (
    ButtonRole,
    Choice,
    Combo,
    Label,
    hint_label,
    primary_button,
    push_button,
    row_list,
    set_tip,
    without_keys,
)
from ui.look import scale, scaled, tokens
from ui.words import say
from unionapp.importing import (
    Book,
    Cells,
    Import,
    Plan,
    Row,
    column_words,
    describe_import,
    heading_words,
    import_of,
    is_any_chosen,
    plan_for,
    result_of,
    summary_of,
    title_of,
    with_heading,
)

_SIZE = QSize(920, 620)
# Pixels that the frame and the bars of a desktop take of the screen.
_FRAME = QSize(40, 80)
# Columns whose choices stand in one row of the form.
_BESIDE = 3
_LETTERS = 14
# Rows that are offered as the one with the headings.
_HEADINGS = 30
_REMARK_LINES = 4
_NOT = say("不导入")
_NO_HEADING = say("没有标题行，按列的顺序")


class ImportForm(QDialog):
    """The form of an import: choices above, the rows that would come below, and remarks on them."""

    def __init__(self, book: Book, plan: Plan, target: ImportTarget, parent: QWidget) -> None:
        super().__init__(parent)
        self._book = book
        self._target = target
        self._plan = plan
        self._found = Import(())
        self.sheets = _choice(say("工作表"))
        self.headings = _choice(say("标题在哪一行"))
        self.sources = tuple(
            _choice(say("“{name}”取哪一列", name=each.name)) for each in target.columns
        )
        self.preview = ImportPreview(target.columns)
        self.remarks = row_list(say("要留意的"), wraps=True)
        self.append = Choice(say("接在已有的 {count} 行后面", count=len(target.standing)))
        self.replace = Choice(say("换掉已有的 {count} 行", count=len(target.standing)))
        self.summary = Label()
        self.take = primary_button(say("导入"), self.accept)
        self._prepare()
        self._lay_out()
        self._show_sheet()
        (self.take if self.take.isEnabled() else self.sources[0]).setFocus()

    def cells(self) -> Cells:
        """Return all rows of the table as they are to stand."""
        return (*self._kept(), *(row.cells for row in self._coming()))

    def result_sentence(self) -> str:
        """Return a sentence on what has come."""
        return result_of(self._book.name, self._found, len(self._coming()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among the columns."""
        super().resizeEvent(event)
        room = self.preview.width() - self.preview.verticalHeader().sizeHint().width()
        self.preview.share_width(room - 2 * tokens.INSIDE)

    def _kept(self) -> Cells:
        return self._target.standing if self.append.isChecked() else ()

    def _coming(self) -> tuple[Row, ...]:
        return self._found.rows[: max(self._target.most - len(self._kept()), 0)]

    def _show_sheet(self) -> None:
        """Offer what the sheet has."""
        sheet = self._plan.sheet
        self.headings.clear()
        self.headings.addItem(_NO_HEADING, 0)
        for row in sheet.rows[:_HEADINGS]:
            self.headings.addItem(heading_words(sheet, row.number), row.number)
        self._show_plan()

    def _show_plan(self) -> None:
        """Offer the columns under their headings, as the plan has them."""
        self.headings.setCurrentIndex(self.headings.findData(self._plan.heading))
        words = [_NOT, *column_words(self._plan)]
        for box, source in zip(self.sources, self._plan.sources, strict=True):
            box.clear()
            box.addItems(words)
            box.setCurrentIndex(0 if source is None else source + 1)
        self._show_rows()

    def _show_rows(self) -> None:
        """Show what would come."""
        chosen = is_any_chosen(self._plan)
        self._found = import_of(self._plan, self._target.columns) if chosen else Import(())
        self._show_coming()

    def _show_coming(self) -> None:
        coming = self._coming()
        self.preview.show_rows(coming)
        remarks = describe_import(self._found, len(self._found.rows) - len(coming))
        self.remarks.clear()
        self.remarks.addItems(remarks)
        self.remarks.setVisible(bool(remarks))
        self.remarks.updateGeometry()
        self.take.setEnabled(bool(coming))
        chosen = is_any_chosen(self._plan)
        words = (
            summary_of(self._found, len(coming)) if chosen else say("请先给至少一列选好取哪一列")
        )
        self.summary.setText(words)

    def _choose_sheet(self, at: int) -> None:
        self._plan = plan_for(self._book.sheets[at], self._target.columns)
        self._show_sheet()

    def _choose_heading(self, at: int) -> None:
        heading = self.headings.itemData(at)
        self._plan = with_heading(self._plan.sheet, heading, self._target.columns)
        self._show_plan()

    def _choose_source(self, _at: int) -> None:
        places = (box.currentIndex() for box in self.sources)
        sources = tuple(place - 1 if place > 0 else None for place in places)
        self._plan = replace(self._plan, sources=sources)
        self._show_rows()

    def _prepare(self) -> None:
        self.setWindowTitle(say("导入：{name}", name=self._target.name))
        self.setAccessibleName(self.windowTitle())
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.resize((_SIZE * scale()).boundedTo(self.screen().availableSize() - _FRAME))
        self.sheets.addItems([sheet.name for sheet in self._book.sheets])
        self.sheets.activated.connect(self._choose_sheet)
        self.headings.activated.connect(self._choose_heading)
        for box in self.sources:
            box.activated.connect(self._choose_source)
        self.remarks.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.remarks.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.remarks.setMaximumHeight(scaled(_REMARK_LINES * tokens.TABLE_ROW_HEIGHT))
        self.remarks.setTabKeyNavigation(False)
        self.append.setChecked(True)
        ways = QButtonGroup(self)
        for way in (self.append, self.replace):
            ways.addButton(way)
            way.setVisible(bool(self._target.standing))
        self.append.toggled.connect(self._show_coming)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.AROUND, tokens.BETWEEN, tokens.AROUND, tokens.BETWEEN)
        column.setSpacing(tokens.GROUP)
        column.addLayout(self._file_row())
        column.addWidget(hint_label(say("左边是这张表的列，右边选它取哪一列："), wraps=True))
        column.addLayout(self._sources_grid())
        column.addWidget(self.preview, 1)
        column.addWidget(self.remarks)
        column.addLayout(_row(self.append, self.replace, None))
        buttons = QDialogButtonBox()
        buttons.addButton(self.take, ButtonRole.AcceptRole)
        buttons.addButton(push_button(say("取消"), self.reject), ButtonRole.RejectRole)
        column.addLayout(_row(self.summary, None, buttons))
        self.take.setDefault(True)  # only now: a button outside a dialog leads none

    def _file_row(self) -> QHBoxLayout:
        """The file, and where in it the table stands."""
        sheet = _label(say("工作表"), self.sheets)
        for widget in (sheet, self.sheets):
            widget.setVisible(len(self._book.sheets) > 1)
        heading = _label(say("标题在"), self.headings)
        file = Label(say("来自：{name}", name=self._book.name))
        set_tip(file, self._book.name)
        file.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = _row(file, sheet, self.sheets, heading, self.headings)
        row.setStretch(row.indexOf(file), 1)
        row.setStretch(row.indexOf(self.headings), 1)
        return row

    def _sources_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.INSIDE)
        grid.setVerticalSpacing(tokens.INSIDE)
        for at, (column, box) in enumerate(zip(self._target.columns, self.sources, strict=True)):
            row, beside = divmod(at, _BESIDE)
            grid.addWidget(_label(title_of(column), box), row, 2 * beside)
            grid.addWidget(box, row, 2 * beside + 1)
            grid.setColumnStretch(2 * beside + 1, 1)
        return grid


def _choice(name: str) -> Combo:
    """A choice among what a file has, whose texts may be long."""
    box = Combo()
    box.setAccessibleName(name)
    box.setMinimumContentsLength(_LETTERS)
    box.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _label(words: str, box: Combo) -> Label:
    label = Label(without_keys(words))
    label.setBuddy(box)
    return label


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None takes the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(tokens.INSIDE)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
