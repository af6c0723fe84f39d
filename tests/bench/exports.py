"""Writing a summary of 24 pages beside python-docx by hand and beside docxtpl.

All three begin with the same figures and end with a .docx on disk. By hand means: the paragraphs
and tables that `compose` gives, added one by one to python-docx's own default document. The other
template is a .docx with one field a paragraph and one row loop a table, as its manual shows.
"""

from collections.abc import Iterator
from pathlib import Path

from tests.bench.timing import Comparison, compare
from unionapp.draft import Change, Draft, EditPath, Slot, changed
from unionapp.figures import Figures, figures
from unionapp.importing import answers
from unionapp.paper import Attachment, Heading, Paragraph, Table, compose, paper_of
from unionapp.writers import FileFormat, export

SENTENCE = "各车间分会结合实际，把思想引领、技能提升和职工服务一项一项落到班组，职工反映良好。"
# Of five sentences in every item: this makes 24 pages of the example (counted in LibreOffice).
PARAGRAPHS = 3


def compare_exports(folder: Path, example: Path) -> tuple[Comparison, Comparison]:
    """Ours beside python-docx by hand, and beside docxtpl."""
    found = long_summary(example)

    def ours() -> None:
        export(paper_of(found), folder, [FileFormat.DOCX])

    by_hand = compare(
        "24-page summary: export / python-docx by hand",
        ours,
        lambda: write_by_hand(found, folder / "hand.docx"),
        promised=1.5,
        runs=15,
    )
    template = folder / "template.docx"
    make_field_template(found, template)
    fields = compare(
        "24-page summary: export / docxtpl",
        ours,
        lambda: write_by_fields(found, template, folder / "fields.docx"),
        promised=1,
        runs=15,
    )
    return by_hand, fields


def long_summary(example: Path) -> Figures:
    """The example with a long narrative added to every item."""
    given = answers.load(example)
    long = "\n".join([SENTENCE * 5] * PARAGRAPHS)
    narratives = [Change(EditPath(Slot.NARRATIVE, item.id), long) for item in given.template.items]
    return figures(changed(Draft(given.template), [*narratives, *given.changes]))


def write_by_hand(found: Figures, path: Path) -> None:
    """What a script with python-docx does."""
    import docx

    word = docx.Document()
    for text in _texts(found):
        word.add_paragraph(text)
    for table in _tables(found):
        grid = word.add_table(len(table.rows) + 1, len(table.columns))
        head = tuple(column.title for column in table.columns)
        rows = [head, *(tuple(cell.text for cell in row) for row in table.rows)]
        for grid_row, row in zip(grid.rows, rows, strict=True):
            for cell, text in zip(grid_row.cells, row, strict=True):
                cell.text = text
    word.save(str(path))


def make_field_template(found: Figures, path: Path) -> None:
    """A template with a field for each paragraph and a row loop for each table."""
    import docx

    word = docx.Document()
    for number, _ in enumerate(_texts(found)):
        word.add_paragraph(f"{{{{ p{number} }}}}")
    for number, table in enumerate(_tables(found)):
        grid = word.add_table(4, len(table.columns))
        for cell, column in zip(grid.rows[0].cells, table.columns, strict=True):
            cell.text = column.title
        grid.rows[1].cells[0].text = f"{{%tr for row in t{number} %}}"
        for place, cell in enumerate(grid.rows[2].cells):
            cell.text = f"{{{{ row[{place}] }}}}"
        grid.rows[3].cells[0].text = "{%tr endfor %}"
    word.save(str(path))


def write_by_fields(found: Figures, template: Path, path: Path) -> None:
    """What a mail merge with docxtpl does."""
    from docxtpl import DocxTemplate

    fields: dict[str, object] = {f"p{n}": text for n, text in enumerate(_texts(found))}
    for number, table in enumerate(_tables(found)):
        fields[f"t{number}"] = [[cell.text for cell in row] for row in table.rows]
    document = DocxTemplate(str(template))
    document.render(fields)
    document.save(str(path))


def _texts(found: Figures) -> Iterator[str]:
    for block in compose(found).blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.text


def _tables(found: Figures) -> Iterator[Table]:
    for block in compose(found).blocks:
        if isinstance(block, Attachment):
            yield block.table
        elif isinstance(block, Table):
            yield block
