"""What this PC lacks to show a paper as it should look."""

from collections.abc import Iterator
from dataclasses import dataclass

from ui.paper.fonts import SAME, Fonts, installed_families
from unionapp.layout.pages import Layout, Pages
from unionapp.paper import Document

# Characters that are told of; whoever mends these sees the next.
_TOLD = 5

# What each official font is used for.
WHERE = {
    "方正小标宋简体": "标题",
    "仿宋_GB2312": "正文",
    "楷体_GB2312": "二级标题",
    "黑体": "一级标题和表头",
    "宋体": "页码",
    "Times New Roman": "数字和字母",
}


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """A character that no installed font has, and the line in which it stands first."""

    character: str
    page: int
    line: str

    def __str__(self) -> str:
        """Return one sentence for the user."""
        return f"本机没有一种字体能显示“{self.character}”，见第{self.page}页：{self.line}"


def missing_fonts() -> tuple[str, ...]:
    """Return the official fonts that this PC lacks, in the order in which a paper uses them."""
    installed = installed_families().keys()
    return tuple(font for font in SAME if installed.isdisjoint((font, *SAME[font])))


def about_missing_fonts() -> str:
    """Return a sentence on the official fonts that this PC lacks; empty when it has them all."""
    missing = missing_fonts()
    if not missing:
        return ""
    names = "、".join(f"{font}（{WHERE[font]}）" for font in missing)
    return (
        f"本机没有安装{names}，预览、打印和 PDF 用相近的字体代替；"
        "Word 文稿里写的仍是公文规定的字体，在装有这些字体的电脑上打开即可。"
    )


def told_missing(document: Document) -> str:
    """Return what this PC lacks for a paper, a sentence a line; empty when it lacks nothing."""
    fonts = Fonts()
    paper = Layout(fonts.measure).lay_out(document)
    characters = map(str, missing_characters(paper, fonts)[:_TOLD])
    return "\n".join(filter(None, (about_missing_fonts(), *characters)))


def missing_characters(paper: Pages, fonts: Fonts) -> tuple[MissingCharacter, ...]:
    """Return the characters that no installed font has, in the order in which they stand."""
    found: dict[str, MissingCharacter] = {}
    for missing in _missing(paper, fonts):
        found.setdefault(missing.character, missing)
    return tuple(found.values())


def _missing(paper: Pages, fonts: Fonts) -> Iterator[MissingCharacter]:
    for page in paper.pages:
        for placed in page.lines:
            for piece in placed.line.pieces:
                font = fonts.font(piece.font)
                for character in piece.text:
                    if not font[character].found:
                        yield MissingCharacter(character, page.number, placed.line.text)
