"""Papers of Word and of text that no office writes."""

from collections.abc import Iterator
from functools import cache, partial
from io import BytesIO
from zipfile import ZipFile

from tests.hostile.archives import archived, hostile_archives
from tests.hostile.markup import hostile_markup
from tests.hostile.samples import Sample
from tests.support.offices import office_base

DOCUMENT = "word/document.xml"
_BEGIN = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'


@cache
def sound() -> bytes:
    """A paper with nothing wrong."""
    return office_base()


@cache
def _parts() -> dict[str, bytes]:
    with ZipFile(BytesIO(sound())) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def hostile_papers() -> Iterator[Sample]:
    """Papers: as archives, as XML, and as documents."""
    yield from hostile_archives(_parts(), DOCUMENT, "paper")
    for part in (DOCUMENT, "_rels/.rels"):
        yield from hostile_markup(_parts(), part, "paper")
    bodies = {
        "100,000 tables in each other": "<w:tbl><w:tr><w:tc>" * 100_000,
        "a million digits": f"<w:p><w:r><w:t>{'9' * 1_000_000}</w:t></w:r></w:p>",
        "a note that calls itself": '<w:footnoteReference w:id="1"/>' * 50_000,
        "a cell of 10^9 columns": '<w:tr><w:tc><w:gridSpan w:val="1000000000"/></w:tc></w:tr>',
    }
    for name, body in bodies.items():
        yield Sample(f"paper: {name}", partial(_with_body, body))


def _with_body(body: str) -> bytes:
    whole = f"{_BEGIN}<w:body>{body}</w:body></w:document>"
    return archived({**_parts(), DOCUMENT: whole})
