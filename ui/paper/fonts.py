"""The fonts that the official layout names, and what stands in where a PC lacks them.

Fonts belong to the thread that made them: long work off the window's thread makes its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from struct import unpack_from
from weakref import ref

from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout

from unionapp.layout import BOLD

_EM = 1000.0

# Where `hhea` says how many glyphs `hmtx` has an advance for (ISO/IEC 14496-22, 5.2.3), and how
# many bytes each of these takes.
_COUNT_AT = 34
_ENTRY = 4

_SONG = (
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "思源宋体",
    "Noto Serif SC",
    "华文宋体",
    "STSong",
    "Songti SC",
    "FandolSong",
    "AR PL SungtiL GB",
    "AR PL UMing CN",
)
_HEI = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "思源黑体",
    "Microsoft YaHei",
    "华文细黑",
    "Heiti SC",
    "FandolHei",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
)

# Other names of an official font, and the later fonts of the same design.
SAME: Mapping[str, tuple[str, ...]] = {
    "方正小标宋简体": ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
    "仿宋_GB2312": ("FangSong_GB2312", "仿宋", "FangSong"),
    "楷体_GB2312": ("KaiTi_GB2312", "楷体", "KaiTi"),
    "黑体": ("SimHei",),
    "宋体": ("SimSun", "NSimSun"),
    "Times New Roman": (),
}

_NEAREST: Mapping[str, tuple[str, ...]] = {
    "方正小标宋简体": ("华文中宋", "STZhongsong", *_SONG, "宋体", "SimSun"),
    "仿宋_GB2312": ("华文仿宋", "STFangsong", "FandolFang", *_SONG, "宋体", "SimSun"),
    "楷体_GB2312": (
        "华文楷体",
        "STKaiti",
        "Kaiti SC",
        "FandolKai",
        "AR PL UKai CN",
        "LXGW WenKai",
        *_SONG,
    ),
    "黑体": _HEI,
    "宋体": _SONG,
    "Times New Roman": ("Liberation Serif", "Tinos", "Nimbus Roman", "TeX Gyre Termes"),
}

# It is a heavy font: a common Song font stands in for it with its bold weight.
_HEAVY = "方正小标宋简体"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a glyph comes from: an installed family, or a name that `Fonts` gave a fallback."""

    family: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as it is drawn: its source, its index there and its advance in em.

    `found` is False when no installed font has the character; an empty box is drawn then.
    """

    source: Source
    index: int
    advance: float
    found: bool = True


class Font(dict[str, Glyph]):
    """An official font as this PC has it: the glyph of any character."""

    def __init__(self, fonts: "Fonts", source: Source) -> None:
        super().__init__()
        self.source = source
        self.indexes: dict[str, int] = {}
        self._fonts = ref(fonts)  # no circle: see `Fonts`

    def __missing__(self, character: str) -> Glyph:
        shown = " " if character == "\t" else character
        fonts = self._fonts()
        if fonts is None:
            raise KeyError(character)
        glyph = self[character] = fonts.find(self.source, shown)
        if glyph.source == self.source:
            self.indexes[character] = glyph.index
        return glyph


class AdvanceTable:
    """A font, and how far each of its glyphs moves on, in em, read from the font's own table.

    Asking Qt draws the outline of every glyph that is asked for: a seventh of the time of a PDF.
    """

    def __init__(self, font: QRawFont) -> None:
        self.font = font
        self._table = bytes(font.fontTable("hmtx").data())
        head = bytes(font.fontTable("hhea").data())
        self._count = unpack_from(">H", head, _COUNT_AT)[0] if len(head) > _COUNT_AT + 1 else 0
        self._count = min(self._count, len(self._table) // _ENTRY)

    def advance(self, glyph: int) -> float:
        """Return the advance of a glyph in em; glyphs beyond the table all have its last one."""
        if not self._count or not self.font.unitsPerEm():
            return self.font.advancesForGlyphIndexes([glyph])[0].x() / self.font.pixelSize()
        place = min(glyph, self._count - 1) * _ENTRY
        advance: int = unpack_from(">H", self._table, place)[0]
        return advance / self.font.unitsPerEm()


class Fonts:
    """The fonts of this PC, seen by the names of the official ones.

    Qt's fonts must end on the thread that made them. So nothing here refers to itself in a circle:
    what only the collector finds would end on the window's thread, while another one draws.
    """

    def __init__(self, chosen: Mapping[str, str] | None = None) -> None:
        """Take the nearest installed fonts.

        Args:
            chosen: The family to take for an official font, whatever else is installed.
        """
        self._chosen = dict(chosen or {})
        self._installed = installed_families()
        self._fonts: dict[str, Font] = {}
        self._sized: dict[tuple[Source, float], QRawFont] = {}
        self._fallbacks: dict[Source, QRawFont] = {}
        self._tables: dict[Source, AdvanceTable] = {}

    def measure(self, text: str, font: str, size: float) -> float:
        """Return the width of a text in a font at a size, in points."""
        glyphs = self.font(font)
        return size * sum(glyphs[character].advance for character in text)

    def font(self, name: str) -> Font:
        """Return the font of a name: an official font, or one that an office has chosen."""
        if name not in self._fonts:
            plain = name.removesuffix(BOLD)
            family = self._chosen.get(plain) or _nearest(plain, self._installed)
            heavy = plain != name or (name == _HEAVY and family in _SONG)
            self._fonts[name] = Font(self, Source(family, heavy))
        return self._fonts[name]

    def sized(self, source: Source, size: float) -> QRawFont:
        """Return a font at a size in points, which are pixels here: whoever draws scales."""
        key = (source, size)
        if key not in self._sized:
            self._sized[key] = self._open(source, size)
        return self._sized[key]

    def _opened(self, source: Source) -> AdvanceTable:
        if source not in self._tables:
            self._tables[source] = AdvanceTable(self.sized(source, _EM))
        return self._tables[source]

    def find(self, source: Source, character: str) -> Glyph:
        """Return the glyph of a character in a font, or in the first other one that has it."""
        if glyph := _glyph(self._opened(source), character):
            return Glyph(source, *glyph)
        fallback = _fallback(source.family, character)
        if fallback is not None and (glyph := _glyph(AdvanceTable(fallback), character)):
            name = Source(fallback.familyName(), fallback.weight() > QFont.Weight.DemiBold)
            self._fallbacks.setdefault(name, fallback)
            return Glyph(name, *glyph)
        return Glyph(source, 0, 1.0, found=False)

    def _open(self, source: Source, size: float) -> QRawFont:
        if source in self._fallbacks:
            font = QRawFont(self._fallbacks[source])
            font.setPixelSize(size)
            return font
        return QRawFont.fromFont(_named(source.family, size, bold=source.bold))


def _named(family: str, size: float, *, bold: bool = False) -> QFont:
    font = QFont(family)
    font.setPixelSize(round(size))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _glyph(font: AdvanceTable, character: str) -> tuple[int, float] | None:
    """The index and advance of a character, if the font has it."""
    indexes = font.font.glyphIndexesForString(character)
    if not indexes or not indexes[0]:
        return None
    return indexes[0], font.advance(indexes[0])


def _fallback(family: str, character: str) -> QRawFont | None:
    """The font that the system takes for a character that the family lacks."""
    layout = QTextLayout(character, _named(family, _EM))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    return runs[0].rawFont() if runs else None


def _nearest(font: str, installed: Mapping[str, str]) -> str:
    """The installed family that is nearest to an official font, or what the system takes for it."""
    names = (font, *SAME.get(font, ()), *_NEAREST.get(font, _SONG))
    found = next((installed[name] for name in names if name in installed), None)
    return found or QRawFont.fromFont(_named(font, _EM)).familyName()


def installed_families() -> dict[str, str]:
    """Return the font families of this PC as Qt calls them, by name.

    Where two makers have a family of one name, Qt puts the maker behind it: Nimbus Roman [urw].
    """
    return {name.partition(" [")[0]: name for name in QFontDatabase.families()}
