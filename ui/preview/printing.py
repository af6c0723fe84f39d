"""The paper on a printer: a dialog, a preview, and the same pages as everywhere."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtGui import QPageLayout, QPainter, QTransform
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ui.kit import show_message
from ui.paper import Fonts, chosen_typography, draw_page
from ui.paper.pdf import page_layout
from ui.runtime import Step, StoppedError, run_in_steps
from ui.words import say
from unionapp.errors import WritingError
from unionapp.layout.pages import Layout, Page, Pages
from unionapp.paper import Document

_POINTS_PER_INCH = 72
_TITLE = say("打印文稿")


def ask_and_print(starter: QWidget, document: Document) -> None:
    """Show the dialog of the system, and print what is chosen there.

    Args:
        starter: The button that asked for it; it rests until the paper is printed.
        document: The paper.

    Raises:
        WritingError: The chosen base can't be read any longer, or used.
    """
    pages = Layout(Fonts().measure, chosen_typography()).lay_out(document)
    ask_and_print_pages(starter, pages)


def ask_and_print_pages(starter: QWidget, paper: Pages) -> None:
    """Show the dialog of the system for pages that are laid out already, as `ask_and_print`."""
    printer = made_ready(paper)
    dialog = QPrintDialog(printer, starter.window())
    dialog.setWindowTitle(_TITLE)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, len(paper.pages))
    # Not exec(): whatever closes the window meanwhile would leave a loop running in it.
    dialog.accepted.connect(partial(print_in_steps, starter, printer, paper))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # the dialog's own open() asks for a slot of the old kind


def print_in_steps(starter: QWidget, printer: QPrinter, paper: Pages) -> None:
    """Print off the window's thread, page by page; between two pages it can be cancelled."""

    def tell_edge(_printed: None) -> None:
        if sentence := too_near_the_edge(printer.pageLayout(), paper):
            show_message(starter.window(), sentence)

    run_in_steps(starter, partial(print_pages, printer, paper), tell_edge, lambda: None)


def made_ready(paper: Pages) -> QPrinter:
    """Return a printer that prints both sides of A4, measured from the edge of the sheet."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(paper.title)
    printer.setPageLayout(_full(paper.pages[0]))
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return printer


def print_pages(printer: QPrinter, paper: Pages, step: Step) -> None:
    """Print the pages that the printer asks for.

    Raises:
        WritingError: The printer did not take the paper.
    """
    pages = list(chosen_pages(printer, paper))
    if not pages:
        return
    printer.setPageLayout(_full(pages[0]))
    painter = QPainter()
    if not painter.begin(printer):
        raise WritingError(say("打印机没有接受这份文稿，请检查打印机是否开机、联机，再打印一次。"))
    try:
        _print_all(painter, printer, pages, step)
    except StoppedError:
        printer.abort()  # where the system can: else it gets the pages that are there
        raise
    finally:
        painter.end()


def _print_all(painter: QPainter, printer: QPrinter, pages: list[Page], step: Step) -> None:
    fonts = Fonts()  # the window's own are in use on its thread
    for count, page in enumerate(pages, 1):
        step(
            say(
                "正在打印第{number}页（{count}/{pages}）…",
                number=page.number,
                count=count,
                pages=len(pages),
            )
        )
        if page is not pages[0]:
            printer.setPageLayout(_full(page))
            printer.newPage()
        _print_page(painter, printer, page, fonts)


def _print_page(painter: QPainter, printer: QPrinter, page: Page, fonts: Fonts) -> None:
    scale = printer.resolution() / _POINTS_PER_INCH
    painter.setTransform(QTransform.fromScale(scale, scale))
    draw_page(painter, page, fonts)


def _full(page: Page) -> QPageLayout:
    """Return the whole sheet: pages have their own margins, the printer's must not move them."""
    layout = page_layout(page)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def chosen_pages(printer: QPrinter, paper: Pages) -> Iterator[Page]:
    """Return the pages of the chosen range, in the chosen order."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(paper.pages)
    pages = [page for page in paper.pages if first <= page.number <= last]
    backwards = printer.pageOrder() is QPrinter.PageOrder.LastPageFirst
    return iter(reversed(pages) if backwards else pages)


def too_near_the_edge(printer: QPageLayout, paper: Pages) -> str:
    """Return one sentence when the printer can't print as near to the edge as the paper needs."""
    least = printer.minimumMargins()
    unprinted = max(least.left(), least.right(), least.top(), least.bottom())
    clear = min(map(_clear, paper.pages))
    if unprinted <= clear:
        return ""
    return say(
        "这台打印机在纸边{unprinted}毫米以内打不上字，"
        "而文稿离纸边最近处只有{clear}毫米，请换一台打印机，或先存成 PDF。",
        unprinted=_millimetres(unprinted),
        clear=_millimetres(clear),
    )


def _clear(page: Page) -> float:
    """Return how far from the edge of the sheet the page is empty, in points."""
    lines = [*page.lines, page.footer]
    return min(
        min(placed.x for placed in lines),
        page.width - max(placed.end[0] for placed in lines),
        page.height - max(placed.end[1] for placed in lines),
        min(placed.y for placed in lines),
    )


def _millimetres(points: float) -> str:
    return f"{points * 25.4 / _POINTS_PER_INCH:.0f}"
