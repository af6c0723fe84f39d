"""The list of drafts: what each is, how far it has come, and what can be done with it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy

from ui.kit import Button, Index, Menu, Role, clear_ground, tip, with_slim_bars
from ui.look import scaled, tokens
from ui.start.draft_row import DRAFT_ROLE, DraftDelegate, lead_place, menu_place, row_height
from unionapp.storage import DraftListing, draft_name, screen_reader_text

_NOWHERE = QModelIndex()


class DraftModel(QAbstractListModel):
    """Some drafts of the store, in the order in which they are given."""

    # The id of a draft, and the name that was written for it.
    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None, *, renamable: bool = False) -> None:
        super().__init__(parent)
        self._rows: tuple[DraftListing, ...] = ()
        self._renamable = renamable

    def show_drafts(self, rows: Sequence[DraftListing]) -> None:
        """Show other drafts than before."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_of(self, id_: str) -> int:
        """Return the row of a draft, or -1."""
        return next((number for number, row in enumerate(self._rows) if row.id == id_), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return one row a draft."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a name be written over where that is wanted."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._renamable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a draft in words, or whole."""
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return draft_name(row)
            case Qt.ItemDataRole.EditRole:
                return row.label
            case Qt.ItemDataRole.AccessibleTextRole:
                return screen_reader_text(row)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(screen_reader_text(row))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Show a new name, and say that it was written."""
        label, row = " ".join(str(value).split()), self._rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or label == row.label:
            return False
        changed = list(self._rows)
        changed[index.row()] = replace(row, label=label)
        self._rows = tuple(changed)
        self.dataChanged.emit(index, index)
        self.renamed.emit(row.id, label)
        return True


class DraftList(QListView):
    """Drafts in rows; what can be done with the marked one is in its menu.

    `leading` is what a button in the marked row is called, which does what Enter does.
    """

    # The id of the draft to go on with.
    opened = Signal(str)

    # The id of the draft that is marked now, or nothing.
    marked = Signal(str)

    def __init__(self, name: str, *, renamable: bool = False, leading: str = "") -> None:
        super().__init__()
        with_slim_bars(self)
        clear_ground(self)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.drafts = DraftModel(self, renamable=renamable)
        self.setModel(self.drafts)
        self.setItemDelegate(DraftDelegate(self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._lead = self._make_lead(leading) if leading else None
        self.activated.connect(lambda index: self.opened.emit(index.data(DRAFT_ROLE).id))

    def offer(
        self, words: str, do: Callable[[DraftListing], object], key: Qt.Key | None = None
    ) -> None:
        """Offer something that can be done with the marked draft, by the menu or by a key."""
        action = QAction(words, self)
        action.triggered.connect(lambda: self._do(do))
        if key is not None:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(action)

    def show_drafts(self, rows: Sequence[DraftListing], marked: str = "") -> None:
        """Show other drafts; the mark stays on its draft, or on its row when that has gone."""
        before = self.marked_draft()
        row = max(self.currentIndex().row(), 0)
        self.drafts.show_drafts(rows)
        found = self.drafts.row_of(marked or (before.id if before else ""))
        row = found if found >= 0 else min(row, len(rows) - 1)
        self.setCurrentIndex(self.drafts.index(row))
        self.updateGeometry()

    def marked_draft(self) -> DraftListing | None:
        """Return the draft that is marked, if one is."""
        index = self.currentIndex()
        row: DraftListing | None = index.data(DRAFT_ROLE) if index.isValid() else None
        return row

    def rename(self) -> None:
        """Write over the name of the marked draft, in its place."""
        self.edit(self.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of what can be done at the mouse, or at the marked row for the menu key."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            middle = self.viewport().mapToGlobal(self.visualRect(index).center())
            self._open_menu(event.globalPos() if by_mouse else middle)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark the row that is pressed; at the sign of its menu, open that."""
        super().mousePressEvent(event)
        place = self._menu_at(event)
        if place is not None:
            self._open_menu(self.viewport().mapToGlobal(place.bottomLeft()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the draft, but not where the menu is."""
        if self._menu_at(event) is None:
            super().mouseDoubleClickEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the marked row in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def updateGeometries(self) -> None:
        """Keep the button in its row."""
        super().updateGeometries()
        self._place_lead()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the button in its row."""
        super().scrollContentsBy(dx, dy)
        self._place_lead()

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(0, self.drafts.rowCount() * row_height())

    def minimumSizeHint(self) -> QSize:
        """Return a height in which it is to be seen that there is a list."""
        return QSize(0, scaled(tokens.ENTRY_HEIGHT))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which draft is marked now."""
        super().currentChanged(current, previous)
        self._place_lead()
        self.marked.emit(current.data(DRAFT_ROLE).id if current.isValid() else "")

    def _make_lead(self, words: str) -> Button:
        button = Button(words, Role.PRIMARY)
        button.setParent(self.viewport())
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter in the row does the same
        button.clicked.connect(lambda _checked: self._do(lambda row: self.opened.emit(row.id)))
        return button

    def _place_lead(self) -> None:
        """Put the button into the marked row, if the row has room for it."""
        button = getattr(self, "_lead", None)  # Qt asks while the list is being made
        if button is None:
            return
        row = self.visualRect(self.currentIndex())
        place = lead_place(row, button.sizeHint(), self.width())
        button.setVisible(place is not None and row.isValid())
        if place is not None:
            button.setGeometry(place)

    def _menu_at(self, event: QMouseEvent) -> QRect | None:
        """Return where the sign of the menu is that the mouse is at, if it is at one."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return None
        place = menu_place(self.visualRect(index), self.width())
        return place if place.contains(event.position().toPoint()) else None

    def _open_menu(self, place: QPoint) -> None:
        if not self.actions():
            return
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        menu.popup(place)

    def _do(self, do: Callable[[DraftListing], object]) -> None:
        row = self.marked_draft()
        if row is not None:
            do(row)
