"""The styles of a Word document, with what each takes over from the ones it is based on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DEEPEST = 20
"""Word itself follows no longer chain of styles."""

_FALLBACK = {"eastAsia": "宋体", "ascii": "Times New Roman"}
_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class Properties:
    """What holds for a style: of its own elements and its ancestors' the nearest counts."""

    chain: Sequence["Element"]
    theme: "Element | None" = None

    def text(self, path: str, attribute: str) -> str:
        """An attribute of an element, or nothing where none of the chain gives it."""
        return next(self._texts(path, attribute), "")

    def _texts(self, path: str, attribute: str) -> Iterator[str]:
        for element in self._found(path):
            if text := element.get(_W + attribute):
                yield text

    def _found(self, path: str) -> Iterator["Element"]:
        for style in self.chain:
            if (element := style.find(path.replace("w:", _W))) is not None:
                yield element

    def is_on(self, path: str, *, default: bool = False) -> bool:
        """Whether a property that is either on or off is on."""
        nearest = next(self._found(path), None)
        return default if nearest is None else nearest.get(f"{_W}val", "1") not in _OFF

    def face(self, slot: str) -> str:
        """The face in a slot, `eastAsia` or `ascii`; a face of the theme goes before a name."""
        for fonts in self._found("w:rPr/w:rFonts"):
            of_theme = self._of_theme(fonts.get(f"{_W}{slot}Theme", ""))
            if name := of_theme or fonts.get(_W + slot):
                return name
        return _FALLBACK[slot]

    def _of_theme(self, name: str) -> str:
        """The face that a theme gives for minorEastAsia and the like."""
        if self.theme is None or not name:
            return ""
        kind = "majorFont" if name.startswith("major") else "minorFont"
        fonts = next(self.theme.iter(_A + kind), None)
        if fonts is None:
            return ""
        if not name.endswith("EastAsia"):
            return _typeface(fonts.find(f"{_A}latin"))
        chinese = fonts.find(f"{_A}font[@script='Hans']")
        return _typeface(fonts.find(f"{_A}ea")) or _typeface(chinese)


def _typeface(font: "Element | None") -> str:
    return "" if font is None else font.get("typeface", "")


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The styles part of a Word document, and the theme that it may take faces from."""

    root: "Element"
    theme: "Element | None" = None

    def properties(self, identity: str) -> Properties:
        """What holds for a style of this id."""
        return Properties((*self._ancestry(identity), *self._defaults()), self.theme)

    def _ancestry(self, identity: str) -> Iterator["Element"]:
        """The style and those that it is based on; a ring of them ends somewhere."""
        styles = {each.get(f"{_W}styleId", ""): each for each in self.root.iter(f"{_W}style")}
        for _ in range(_DEEPEST):
            style = styles.get(identity)
            if style is None:
                return
            yield style
            parent = style.find(f"{_W}basedOn")
            identity = "" if parent is None else parent.get(f"{_W}val", "")

    def _defaults(self) -> Iterator["Element"]:
        for tag in ("rPrDefault", "pPrDefault"):
            yield from self.root.iter(_W + tag)
