"""Build resources/word/base.docx: the styles and footers of the official layout.

    python packaging/build_base_docx.py [FILE]

The binary in the tree is what this script writes; a test compares the two, byte by byte.
"""

import sys
import zipfile
from pathlib import Path

from official_styles import SUBSTITUTES, styles

from unionapp.layout import LANDSCAPE, PORTRAIT, Style
from unionapp.writers.docx import NAMESPACES, page_number_footer, section_properties

DESTINATION = Path(__file__).parent.parent / "resources" / "word" / "base.docx"

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
BUILT = (2020, 1, 1, 0, 0, 0)


def settings() -> str:
    """Return word/settings.xml: footers by side, full-width punctuation, no compatibility mode."""
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        "</w:settings>"
    )


def font_table() -> str:
    """Return word/fontTable.xml: what to take where a font is missing."""
    entries = "".join(
        f'<w:font w:name="{font}"><w:altName w:val="{substitute}"/><w:charset w:val="86"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for font, substitute in SUBSTITUTES.items()
    )
    return f"<w:fonts {NAMESPACES}>{entries}</w:fonts>"


def document() -> str:
    """Return word/document.xml: an empty page of the official layout."""
    return (
        f'<w:document {NAMESPACES}><w:body><w:p><w:pPr><w:pStyle w:val="{Style.BODY}"/></w:pPr>'
        f"</w:p>{section_properties(PORTRAIT)}</w:body></w:document>"
    )


def core_properties() -> str:
    """Return docProps/core.xml: no one's name."""
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>zh-CN</dc:language>'
        "</cp:coreProperties>"
    )


def application_properties() -> str:
    """Return docProps/app.xml."""
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'<Properties xmlns="{namespace}"><Application>工会年度总结</Application></Properties>'


CONTENT_TYPES = {
    "/word/document.xml": f"{WORD_TYPE}.document.main+xml",
    "/word/styles.xml": f"{WORD_TYPE}.styles+xml",
    "/word/settings.xml": f"{WORD_TYPE}.settings+xml",
    "/word/fontTable.xml": f"{WORD_TYPE}.fontTable+xml",
    "/word/footer1.xml": f"{WORD_TYPE}.footer+xml",
    "/word/footer2.xml": f"{WORD_TYPE}.footer+xml",
    "/word/footer3.xml": f"{WORD_TYPE}.footer+xml",
    "/word/footer4.xml": f"{WORD_TYPE}.footer+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}


def content_types() -> str:
    """Return [Content_Types].xml."""
    overrides = "".join(
        f'<Override PartName="{part}" ContentType="{kind}"/>'
        for part, kind in CONTENT_TYPES.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relationships(*targets: tuple[str, str, str]) -> str:
    """Return a .rels part with the id, type and target of each relation."""
    entries = "".join(
        f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>'
        for identity, kind, target in targets
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'


def parts() -> dict[str, str]:
    """Return every part of the file, by its name."""
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{OFFICE}/extended-properties", "docProps/app.xml"),
        ),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relationships(
            ("rIdStyles", f"{OFFICE}/styles", "styles.xml"),
            ("rIdSettings", f"{OFFICE}/settings", "settings.xml"),
            ("rIdFonts", f"{OFFICE}/fontTable", "fontTable.xml"),
            ("rIdOdd", f"{OFFICE}/footer", "footer1.xml"),
            ("rIdEven", f"{OFFICE}/footer", "footer2.xml"),
            ("rIdOddAside", f"{OFFICE}/footer", "footer3.xml"),
            ("rIdEvenAside", f"{OFFICE}/footer", "footer4.xml"),
        ),
        "word/styles.xml": styles(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(),
        "word/footer1.xml": page_number_footer(Style.PAGE_NUMBER_ODD, PORTRAIT),
        "word/footer2.xml": page_number_footer(Style.PAGE_NUMBER_EVEN, PORTRAIT),
        "word/footer3.xml": page_number_footer(Style.PAGE_NUMBER_ODD, LANDSCAPE),
        "word/footer4.xml": page_number_footer(Style.PAGE_NUMBER_EVEN, LANDSCAPE),
        "docProps/core.xml": core_properties(),
        "docProps/app.xml": application_properties(),
    }


def build(destination: Path) -> None:
    """Write the file; the same bytes every time."""
    with zipfile.ZipFile(destination, "w", zipfile.ZIP_STORED) as archive:
        for name, xml in parts().items():
            archive.writestr(zipfile.ZipInfo(name, BUILT), DECLARATION + xml)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else DESTINATION)
