"""Bases of an office that no office has."""

import re
from collections.abc import Iterator
from functools import cache, partial
from io import BytesIO
from zipfile import ZipFile

from tests.hostile.archives import archived, hostile_archives
from tests.hostile.markup import hostile_markup
from tests.hostile.samples import Sample
from tests.support.offices import office_base

_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"


@cache
def sound() -> bytes:
    """A base with nothing wrong."""
    return office_base()


@cache
def _parts() -> dict[str, bytes]:
    with ZipFile(BytesIO(sound())) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def _changed(part: str, pattern: str, replacement: str, count: int = 0) -> bytes:
    """The base with something replaced in a part."""
    text = _parts()[part].decode()
    changed, found = re.subn(pattern, lambda _: replacement, text, count=count)
    assert found, f"{pattern} is not in {part}"
    return archived({**_parts(), part: changed})


def hostile_bases() -> Iterator[Sample]:
    """Bases: as archives, as XML, and as documents."""
    yield from hostile_archives(_parts(), _DOCUMENT, "base")
    theme = next((each for each in _parts() if "theme" in each), "word/theme/theme1.xml")
    for part in (_DOCUMENT, _STYLES, theme, "word/_rels/document.xml.rels", "[Content_Types].xml"):
        yield from hostile_markup(_parts(), part, "base")
    yield from _odd_measures()
    yield from _odd_documents()


def _odd_measures() -> Iterator[Sample]:
    for odd in (
        "nan",
        "inf",
        "-1",
        "0",
        "1e308",
        "999999999",
        "9" * 400,
        "1" + "0" * 5000,
        "x",
        "",
        "１２",
    ):
        words = odd if len(odd) < 20 else f"{odd[:3]}…"
        for what, part, pattern, replacement in (
            ("letters", _STYLES, r'<w:sz w:val="\d+"', f'<w:sz w:val="{odd}"'),
            ("lines", _STYLES, r'w:line="\d+"', f'w:line="{odd}"'),
            ("indents", _STYLES, r'w:firstLine="\d+"', f'w:firstLine="{odd}"'),
            ("the page's width", _DOCUMENT, r'w:w="\d+" w:h="\d+"', f'w:w="{odd}" w:h="16838"'),
            ("the page's height", _DOCUMENT, r'w:w="\d+" w:h="\d+"', f'w:w="11906" w:h="{odd}"'),
            ("a margin", _DOCUMENT, r'w:left="\d+"', f'w:left="{odd}"'),
            ("the foot", _DOCUMENT, r'w:footer="\d+"', f'w:footer="{odd}"'),
            ("the grid", _DOCUMENT, r'w:linePitch="\d+"', f'w:linePitch="{odd}"'),
        ):
            yield Sample(
                f"base: {what} of {words!r}", partial(_changed, part, pattern, replacement)
            )


def _odd_documents() -> Iterator[Sample]:
    body = partial(_changed, _DOCUMENT, "<w:body>", count=1)

    def above(content: str, name: str) -> Sample:
        return Sample(f"base: {name}", lambda: body(f"<w:body>{content}"))

    yield above("<w:p/>" * 240_000, "240,000 empty paragraphs")
    yield above("<w:p/>" * 20_000, "20,000 empty paragraphs")
    yield above("<w:p/>" * 499, "499 empty paragraphs")
    yield above("<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 50_000 + "</w:tbl>", "50,000 rows")
    yield above(
        "<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 80, "nested tables"
    )
    yield above("<w:sdt><w:sdtContent>" * 120 + "</w:sdtContent></w:sdt>" * 120, "nested boxes")
    yield above('<w:bookmarkStart w:id="x" w:name="a"/>' * 100, "bookmarks without numbers")
    yield above(
        '<w:bookmarkStart w:id="999999999999" w:name="a"/>' * 100, "bookmarks beyond number"
    )
    yield above("<w:bookmarkStart/>" * 100, "bookmarks of nothing")
    yield above(
        f"<w:p><w:r><w:t>{'字' * 2_000_000}</w:t></w:r></w:p>",
        "a paragraph of 2 million characters",
    )
    style = '<w:style w:type="paragraph" w:styleId="x{0}"><w:name w:val="x{0}"/></w:style>'
    for count in (4_000, 100_000):
        many = "".join(map(style.format, range(count)))
        end = partial(_changed, _STYLES, "</w:styles>", many + "</w:styles>")
        yield Sample(f"base: {count:,} styles more", end)
    ring = r'<w:basedOn w:val="[^"]*"/>'
    yield Sample(
        "base: styles in a ring", partial(_changed, _STYLES, ring, '<w:basedOn w:val="Style1"/>')
    )
    for target in (
        "document.xml",
        "../word/document.xml",
        "nowhere.xml",
        "../../x",
        "file:///etc/passwd",
        "",
    ):
        change = partial(
            _changed, "word/_rels/document.xml.rels", 'Target="[^"]*"', f'Target="{target}"'
        )
        yield Sample(f"base: every relation leads to “{target}”", change)
    external = partial(
        _changed,
        "word/_rels/document.xml.rels",
        "<Relationship ",
        '<Relationship TargetMode="External" ',
    )
    yield Sample("base: every relation leads outside", external)
    doubled = partial(_changed, "word/_rels/document.xml.rels", 'Id="[^"]*"', 'Id="rId1"')
    yield Sample("base: every relation has one id", doubled)
