"""The signature on our own pages and on those that LibreOffice prints, with a ruler."""

import pytest

from tests.support.papers import of
from tests.support.rendered import Line, Page, pages_of, printed
from tests.ui.support.printed_lines import LATIN
from ui.paper import Fonts
from ui.paper.pdf import write
from unionapp.layout.pages import Layout
from unionapp.paper import Paragraph, Run, Signature
from unionapp.writers import docx

pytestmark = pytest.mark.usefixtures("qapp")

RIGHT = 210 - 26
CELL = 15.75 * 25.4 / 72
SIGNED = {
    "short": Signature("厂工会", "2025年12月12日"),
    "middle": Signature("河湾街道总工会", "2025年12月12日"),
    "long": Signature("中国机械冶金建材工会河湾机械厂委员会", "2025年1月1日"),
}

# Name and date, by the name of the paper.
Measured = dict[str, tuple[Line, Line]]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Measured, Measured]:
    """Ours and LibreOffice's."""
    folder = tmp_path_factory.mktemp("signed")
    for name, signature in SIGNED.items():
        document = of(Paragraph((Run("一年来，服务职工。"),)), signature)
        (folder / f"{name}.docx").write_bytes(docx.packed(document))
        fonts = Fonts(LATIN)
        (folder / f"{name}-ours.pdf").write_bytes(
            write.content(Layout(fonts.measure).lay_out(document), fonts)
        )
    theirs = printed([folder / f"{name}.docx" for name in SIGNED], folder)
    return (
        {name: _signed(pages_of(folder / f"{name}-ours.pdf")) for name in SIGNED},
        {name: _signed(theirs[name]) for name in SIGNED},
    )


def _signed(pages: list[Page]) -> tuple[Line, Line]:
    name, date = pages[-1].body[-2:]
    return name, date


def near(place: float) -> object:
    """Within a millimetre."""
    return pytest.approx(place, abs=1)


@pytest.mark.parametrize("case", SIGNED)
def test_name_and_date_stand_where_libreoffice_puts_them(
    papers: tuple[Measured, Measured], case: str
) -> None:
    for ours, theirs in zip(papers[0][case], papers[1][case], strict=True):
        assert (ours.left, ours.right) == (near(theirs.left), near(theirs.right))


@pytest.mark.parametrize("case", SIGNED)
def test_what_reaches_further_ends_two_characters_before_the_edge(
    papers: tuple[Measured, Measured], case: str
) -> None:
    for measured in papers:
        assert max(line.right for line in measured[case]) == near(RIGHT - 2 * CELL)


def test_the_date_begins_two_characters_after_a_name_that_reaches_further(
    papers: tuple[Measured, Measured],
) -> None:
    for measured in papers:
        name, date = measured["long"]
        assert date.left - name.left == near(2 * CELL)
