"""What this PC lacks to show a paper as it should look."""

from collections.abc import Iterator
from dataclasses import dataclass

from ui.paper.fonts import SAME, Fonts, installed_families
from ui.words import say
from unionapp.layout.pages import Layout, Pages
from unionapp.paper import Document

# Characters that are told of; whoever mends these sees the next.
_TOLD = 5

# What each official font is used for.
WHERE = {
    "方正小标宋简体": say("标题"),
    "仿宋_GB2312": say("正文"),
    "楷体_GB2312": say("二级标题"),
    "黑体": say("一级标题和表头"),
    "宋体": say("页码"),
    "Times New Roman": say("数字和字母"),
}


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """A character that no installed font has, and the line in which it stands first."""

    character: str
    page: int
    line: str

    def __str__(self) -> str:
        """Return one sentence for the user."""
        return say(
            "本机没有一种字体能显示“{character}”，见第{page}页：{line}",
            character=self.character,
            page=self.page,
            line=self.line,
        )


def missing_fonts() -> tuple[str, ...]:
    """Return the official fonts that this PC lacks, in the order in which a paper uses them."""
    installed = installed_families().keys()
    return tuple(font for font in SAME if installed.isdisjoint((font, *SAME[font])))


def about_missing_fonts() -> str:
    """Return a sentence on the official fonts that this PC lacks; empty when it has them all."""
    missing = missing_fonts()
    if not missing:
        return ""
    names = say("、").join(
        say("{font}（{where}）", font=font, where=WHERE[font]) for font in missing
    )
    return say(
        "本机没有安装{names}，预览、打印和 PDF 用相近的字体代替；"
        "Word 文稿里写的仍是公文规定的字体，在装有这些字体的电脑上打开即可。",
        names=names,
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
