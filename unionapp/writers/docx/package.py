"""The parts of a Word package that are no text: what it keeps, and what it says of itself."""

from io import BytesIO
from typing import Any, cast
from zipfile import ZIP_DEFLATED

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.pkgwriter import PackageWriter
from docx.opc.rel import Relationships
from docx.package import Package

from unionapp.paper import Document
from unionapp.writers.archive import Archive
from unionapp.writers.docx.round_trip import (
    NAMESPACE,
    Bookmarks,
    application_properties,
    custom_properties,
    report,
    store_properties,
)

_OFFICE = "application/vnd.openxmlformats-officedocument"
_STORE_TYPE = f"{_OFFICE}.customXmlProperties+xml"
_CUSTOM_TYPE = f"{_OFFICE}.custom-properties+xml"
_APPLICATION_TYPE = f"{_OFFICE}.extended-properties+xml"


def add_report(word: WordDocument, document: Document, bookmarks: Bookmarks) -> None:
    """Keep what is exported beside the text; a base that was a paper of ours loses its own."""
    package = package_of(word)
    _drop_reports(word.part.rels)
    name = str(package.next_partname("/customXml/item%d.xml"))
    kept = new_part(package, name, "application/xml", report(document, bookmarks))
    properties = name.replace("/item", "/itemProps")
    kept.relate_to(
        new_part(package, properties, _STORE_TYPE, store_properties()),
        RELATIONSHIP_TYPE.CUSTOM_XML_PROPS,
    )
    word.part.relate_to(kept, RELATIONSHIP_TYPE.CUSTOM_XML)


def _drop_reports(relations: Relationships) -> None:
    for identity, relation in list(relations.items()):
        kept = relation.reltype == RELATIONSHIP_TYPE.CUSTOM_XML and not relation.is_external
        if kept and NAMESPACE.encode() in relation.target_part.blob:
            del relations[identity]


def replace_properties(word: WordDocument, document: Document) -> None:
    """Say what made the paper and whom it belongs to; what a base said of a person goes."""
    package = package_of(word)
    drop(package.rels, KIND.CUSTOM_PROPERTIES, KIND.EXTENDED_PROPERTIES, KIND.THUMBNAIL)
    application = application_properties(document.unit)
    custom = custom_properties(document.origin)
    package.relate_to(
        new_part(package, "/docProps/app.xml", _APPLICATION_TYPE, application),
        KIND.EXTENDED_PROPERTIES,
    )
    package.relate_to(
        new_part(package, "/docProps/custom.xml", _CUSTOM_TYPE, custom), KIND.CUSTOM_PROPERTIES
    )


class _Writer(PackageWriter):
    """python-docx's writer; of its own accord it makes an archive by the PC's clock."""

    @classmethod
    def write_into(cls, archive: Archive, package: Any) -> None:  # it publishes no types of this
        itself: Any = cls
        for part in package.parts:
            part.before_marshal()
        itself._write_content_types_stream(_Parts(archive), package.parts)
        itself._write_pkg_rels(_Parts(archive), package.rels)
        itself._write_parts(_Parts(archive), package.parts)


class _Parts:
    """An archive as python-docx writes to it."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def write(self, name: PackURI, content: bytes | str) -> None:
        self._archive.writestr(name.membername, content)


def content_of(word: WordDocument) -> bytes:
    """Return the content of the .docx."""
    stream = BytesIO()
    with Archive(stream, "w", ZIP_DEFLATED) as archive:
        _Writer.write_into(archive, package_of(word))
    return stream.getvalue()


def package_of(word: WordDocument) -> Package:
    """Return the package that holds all parts of a document."""
    return cast(Package, word.part.package)


def drop(relations: Relationships, *kinds: str) -> None:
    """Drop the parts of some kinds: what nothing leads to is not written."""
    for identity in [each for each, relation in relations.items() if relation.reltype in kinds]:
        del relations[identity]


def new_part(package: Package, name: str, kind: str, content: bytes) -> Part:
    """Return a new part of a package; it is written once something leads to it."""
    return Part(PackURI(name), kind, content, package)
