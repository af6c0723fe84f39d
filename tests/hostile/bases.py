"""Bases of an office that no office has."""

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from io import BytesIO
from zipfile import ZipFile

from tests.hostile.archives import archived, hostile_archives
from tests.hostile.markup import hostile_markup
from tests.hostile.samples import Sample
from tests.support.offices import office_base

_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
_RELATIONS = "word/_rels/document.xml.rels"


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
    for part in (_DOCUMENT, _STYLES, theme, _RELATIONS, "[Content_Types].xml"):
        yield from hostile_markup(_parts(), part, "base")
    yield from _odd_measures()
    yield from _odd_documents()
    yield from _odd_relations()


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
    for name, content in _TOO_MUCH.items():
        yield Sample(f"base: {name}", partial(_body_with, content))
    for count in (4_000, 100_000):
        yield Sample(f"base: {count:,} styles more", partial(_with_styles, count))
    ring = partial(_changed, _STYLES, r'<w:basedOn w:val="[^"]*"/>', '<w:basedOn w:val="Style1"/>')
    yield Sample("base: styles in a ring", ring)


# What stands above the sound text.
_TOO_MUCH: dict[str, Callable[[], str]] = {
    "240,000 empty paragraphs": lambda: "<w:p/>" * 240_000,
    "20,000 empty paragraphs": lambda: "<w:p/>" * 20_000,
    "499 empty paragraphs": lambda: "<w:p/>" * 499,
    "50,000 rows": lambda: _within("<w:tbl>", "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 50_000),
    "nested tables": lambda: _within("<w:tbl><w:tr><w:tc>" * 80, "<w:p/>"),
    "nested boxes": lambda: _within("<w:sdt><w:sdtContent>" * 120, ""),
    "bookmarks without numbers": lambda: '<w:bookmarkStart w:id="x" w:name="a"/>' * 100,
    "bookmarks beyond number": lambda: '<w:bookmarkStart w:id="999999999999" w:name="a"/>' * 100,
    "bookmarks of nothing": lambda: "<w:bookmarkStart/>" * 100,
    "a paragraph of 2 million characters": lambda: _within("<w:p><w:r><w:t>", "字" * 2_000_000),
}


def _within(tags: str, content: str) -> str:
    """The content within tags, each closed again."""
    ends = (f"</{tag}" for tag in reversed(tags.split("<")[1:]))
    return tags + content + "".join(ends)


def _body_with(content: Callable[[], str]) -> bytes:
    return _changed(_DOCUMENT, "<w:body>", f"<w:body>{content()}", count=1)


def _with_styles(count: int) -> bytes:
    style = '<w:style w:type="paragraph" w:styleId="x{0}"><w:name w:val="x{0}"/></w:style>'
    return _changed(
        _STYLES, "</w:styles>", "".join(map(style.format, range(count))) + "</w:styles>"
    )


def _odd_relations() -> Iterator[Sample]:
    for target in (
        "document.xml",
        "../word/document.xml",
        "nowhere.xml",
        "../../x",
        "file:///etc/passwd",
        "",
    ):
        change = partial(_changed, _RELATIONS, 'Target="[^"]*"', f'Target="{target}"')
        yield Sample(f"base: every relation leads to “{target}”", change)
    outside = '<Relationship TargetMode="External" '
    yield Sample(
        "base: every relation leads outside",
        partial(_changed, _RELATIONS, "<Relationship ", outside),
    )
    doubled = partial(_changed, _RELATIONS, 'Id="[^"]*"', 'Id="rId1"')
    yield Sample("base: every relation has one id", doubled)
