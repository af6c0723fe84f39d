"""Every part of the papers against the schemas of ECMA-376 (ISO/IEC 29500-4, transitional).

The schemas are published, but no package of a registry brings them, so the whole check runs where
`OOXML_SCHEMAS` names a folder with `wml.xsd`, `sml.xsd` and their companions. Everywhere the order
of children is held, which is what Word is strict about and a writer of text gets wrong first.
"""

import os
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from tests.support.offices import office_base
from tests.support.papers import whole, with_figures
from tests.support.samples import WHO, filled
from unionapp.paper import compose
from unionapp.writers import docx, xlsx

SCHEMAS = os.environ.get("OOXML_SCHEMAS", "")

# The children of what we write, in the order of wml.xsd.
WORD_ORDERS = {
    "body": "p tbl sectPr",
    "p": "pPr bookmarkStart bookmarkEnd r fldSimple",
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
        suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct
        topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
        contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint
        noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect
        bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath""",
    "tbl": "tblPr tblGrid tr",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW
        jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook""",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection
        tcFitText vAlign hideMark""",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc
        pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi
        rtlGutter docGrid printerSettings""",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden
        unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr
        tcPr tblStylePr""",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "settings": "zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat",
    "font": "altName panose1 charset family notTrueType pitch sig",
}

# Parents whose children may stand in any order, but for the first or the last of them.
MIXED = {"body", "p"}

SHEET_ORDER = """
    sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection
    autoFilter mergeCells conditionalFormatting dataValidations hyperlinks printOptions pageMargins
    pageSetup headerFooter rowBreaks colBreaks drawing legacyDrawing tableParts"""

# Read and taken away before a part is judged (ECMA-376, part 3).
IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"

PARTS = {
    "word/": "wml.xsd",
    "xl/charts/": "dml-chart.xsd",
    "xl/drawings/": "dml-spreadsheetDrawing.xsd",
    "xl/theme/": "dml-main.xsd",
    "xl/": "sml.xsd",
    "docProps/app.xml": "shared-documentPropertiesExtended.xsd",
    "docProps/custom.xml": "shared-documentPropertiesCustom.xsd",
    "customXml/itemProps": "shared-customXmlDataProperties.xsd",
}


@cache
def packages() -> dict[str, bytes]:
    example = compose(filled(**WHO, found="118", new_list=(("甲公司", "120"),)))
    papers = {"whole": whole(), "figures": with_figures(), "example": example}
    return {
        **{f"{name}.docx": docx.packed(paper) for name, paper in papers.items()},
        **{f"{name}.xlsx": xlsx.packed(paper) for name, paper in papers.items()},
        "office.docx": docx.packed(whole(), office_base()),
    }


NAMES = ["whole.docx", "figures.docx", "example.docx", "office.docx"]
NAMES += ["whole.xlsx", "figures.xlsx", "example.xlsx"]


@pytest.fixture(scope="module", params=NAMES)
def parts(request: pytest.FixtureRequest) -> dict[str, etree._Element]:
    return parts_of(packages()[request.param])


def parts_of(package: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return {name: etree.fromstring(archive.read(name)) for name in names}


def name_of(element: etree._Element) -> str:
    return etree.QName(element).localname


def elements(parts: dict[str, etree._Element], folder: str) -> Iterator[etree._Element]:
    for name, root in parts.items():
        if name.startswith(folder) and name.endswith(".xml"):
            yield from (each for each in root.iter() if isinstance(each.tag, str))


def test_children_stand_in_the_order_of_the_schema(parts: dict[str, etree._Element]) -> None:
    for element in elements(parts, "word/"):
        order = WORD_ORDERS.get(name_of(element), "").split()
        # Headers and footers may be named in any order among themselves.
        names = [name_of(child).replace("footerRef", "headerRef") for child in element]
        places = [order.index(name) for name in names] if order else []
        if name_of(element) not in MIXED:
            assert places == sorted(places), etree.tostring(element)[:300]


def test_properties_stand_first_and_the_last_section_last(parts: dict[str, etree._Element]) -> None:
    for element in elements(parts, "word/"):
        names = [name_of(child) for child in element]
        if name_of(element) in ("p", "r", "tr", "tc", "tbl"):
            assert not [name for name in names[1:] if name.endswith("Pr") and name != "sectPr"]
        if name_of(element) == "body":
            assert names[-1] == "sectPr"
            assert names.count("sectPr") == 1


def test_every_cell_ends_in_a_paragraph(parts: dict[str, etree._Element]) -> None:
    for element in elements(parts, "word/"):
        if name_of(element) == "tc":
            assert name_of(element[-1]) == "p"


def test_the_parts_of_a_sheet_stand_in_order(parts: dict[str, etree._Element]) -> None:
    order = SHEET_ORDER.split()
    for name, root in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            places = [order.index(name_of(child)) for child in root]
            assert places == sorted(places)


def test_a_point_that_a_chart_remembers_holds_its_value_alone(
    parts: dict[str, etree._Element],
) -> None:
    points = [each for each in elements(parts, "xl/charts/") if name_of(each) == "pt"]
    assert all([name_of(child) for child in point] == ["v"] for point in points)
    assert bool(points) == any(name.startswith("xl/charts/") for name in parts)


def test_every_relation_leads_to_a_part(parts: dict[str, etree._Element]) -> None:
    for name, root in parts.items():
        if name.endswith(".rels"):
            folder = Path(name).parent.parent
            targets = [each.get("Target") or "" for each in root if not each.get("TargetMode")]
            reached = [os.path.normpath("/" / folder / target)[1:] for target in targets]
            assert {each for each in reached if each.endswith(".xml")} <= set(parts)


def schema_of(part: str) -> str:
    return next((schema for start, schema in PARTS.items() if part.startswith(start)), "")


@pytest.mark.skipif(not SCHEMAS, reason="OOXML_SCHEMAS names no folder of schemas")
def test_every_part_is_valid_against_its_schema() -> None:
    schemas = {
        name: etree.XMLSchema(etree.parse(Path(SCHEMAS) / name)) for name in set(PARTS.values())
    }
    judged = 0
    for package in packages().values():
        for name, root in parts_of(package).items():
            if schema := schema_of(name) if name.endswith(".xml") else "":
                root.attrib.pop(IGNORABLE, "")
                schemas[schema].assertValid(root)
                judged += 1
    assert judged > 50
