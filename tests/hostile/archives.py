"""Zip archives as nobody packs them by chance: they swell, lie, overlap, repeat and lead out."""

import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

from tests.hostile.samples import Sample

Parts = Mapping[str, str | bytes]

MEGABYTE = 2**20
_CENTRAL = b"PK\x01\x02"
_END = b"PK\x05\x06"


def archived(parts: Parts, method: int = ZIP_DEFLATED) -> bytes:
    """A zip file of these parts."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name), content, method)
    return stream.getvalue()


@dataclass(frozen=True, slots=True)
class Entry:
    """A part as it lies in an archive: packed by deflate, and how large it is said to be."""

    name: str
    packed: bytes
    size: int
    checksum: int = 0


def entry_of(name: str, content: str | bytes) -> Entry:
    """A part that is what it says."""
    plain = content.encode() if isinstance(content, str) else content
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(plain) + packer.flush()
    return Entry(name, packed, len(plain), zlib.crc32(plain))


def swollen(megabytes: int, filler: bytes = b"\0") -> bytes:
    """So many megabytes of one byte, deflated: one block again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(filler * MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * megabytes + packer.flush()


def laid_out(entries: Sequence[Entry]) -> bytes:
    """An archive of these parts (APPNOTE 4.3)."""
    body, directory = bytearray(), bytearray()
    for each in entries:
        name = each.name.encode()
        sizes = (each.checksum, len(each.packed), each.size, len(name), 0)
        at = len(body)
        body += struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0x800, 8, 0, 33, *sizes)
        body += name + each.packed
        directory += struct.pack("<4s6H3L2H", _CENTRAL, 20, 20, 0x800, 8, 0, 33, *sizes)
        directory += struct.pack("<3H2L", 0, 0, 0, 0, at) + name
    count = len(entries)
    end = struct.pack("<4s4H2LH", _END, 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)


def with_bomb(parts: Parts, name: str, packed: bytes, told: int) -> bytes:
    """The parts, and one that unpacks to whatever, of which the directory tells so many bytes."""
    sound = [entry_of(each, content) for each, content in parts.items() if each != name]
    return laid_out([*sound, Entry(name, packed, told)])


def with_lies(content: bytes) -> Iterator[tuple[str, bytes]]:
    """An archive whose directory says something else of its parts than is true."""
    fields = {
        "version": (6, "<H", (0, 0xFFFF)),
        "flags": (8, "<H", (1, 0x40, 0x800, 0xFFFF)),
        "method": (10, "<H", (0, 1, 9, 12, 14, 99)),
        "checksum": (16, "<L", (0, 0xFFFFFFFF)),
        "packed": (20, "<L", (0, 1, 0x7FFFFFFF, 0xFFFFFFFF)),
        "size": (24, "<L", (0, 1, 0x7FFFFFFF, 0xFFFFFFFF)),
        "name": (28, "<H", (0, 1, 0xFFFF)),
        "extra": (30, "<H", (1, 0xFFFF)),
        "comment": (32, "<H", (1, 0xFFFF)),
        "offset": (42, "<L", (0, 1, 0x7FFFFFFF, 0xFFFFFFFF)),
    }
    entries = [at for at in range(len(content)) if content.startswith(_CENTRAL, at)]
    for field, (place, shape, lies) in fields.items():
        for lie in lies:
            for which, entry in (("first", entries[0]), ("last", entries[-1])):
                changed = bytearray(content)
                struct.pack_into(shape, changed, entry + place, lie)
                yield f"{field} of the {which} part is {lie:#x}", bytes(changed)
    end = content.rindex(_END)
    for place, field in ((8, "parts here"), (10, "parts"), (12, "size"), (16, "start")):
        for lie in (0, 0x7FFF, 0xFFFF):
            changed = bytearray(content)
            struct.pack_into("<H", changed, end + place, lie)
            yield f"the directory's {field} is {lie:#x}", bytes(changed)


def hostile_archives(parts: Parts, main: str, kind: str) -> Iterator[Sample]:
    """Archives that would be sound files of a kind, if it were not for what is done to them.

    `main` is the name of the part in which the content stands.
    """

    def sample(name: str, what: str, *given: int) -> Sample:
        return Sample(f"{kind}: {name}", partial(_made, parts, main, what, *given))

    for size in (64, 512, 3000):
        yield sample(f"a part of {size} MB of zeros", "bomb", size)
        yield sample(f"{size} MB, of which 1,000 bytes are told", "lie", size)
    yield sample("6,000 parts", "many", 6000)
    yield sample("60,000 parts", "many", 60_000)
    yield sample("one part twice", "twice")
    yield sample("one part 500 times", "overlapping")
    yield sample("names that lead out", "out")
    yield sample("names of every other making", "names")
    yield sample("parts within parts", "nested")
    yield sample("packed by bzip2", "method", ZIP_BZIP2)
    yield sample("packed by LZMA", "method", ZIP_LZMA)
    yield sample("rubbish before", "before")
    yield sample("rubbish behind", "behind")
    yield sample("a comment of 64 KB", "comment")
    yield sample("only the end", "end")
    for at, (lie, _) in enumerate(with_lies(archived(parts))):
        yield sample(lie, "lies", at)


def _made(parts: Parts, main: str, what: str, *given: int) -> bytes:
    content = archived(parts)
    match what:
        case "bomb":
            return with_bomb(parts, main, swollen(given[0]), given[0] * MEGABYTE)
        case "lie":
            return with_bomb(parts, main, swollen(given[0]), 1000)
        case "many":
            return archived({**parts, **{f"x/{at}": b"" for at in range(given[0])}})
        case "twice" | "overlapping":
            return _repeated(parts, main, 2 if what == "twice" else 500)
        case "out":
            names = ("../../etc/x", "/etc/x", "C:\\x", "..\\x", "xl/../../x", "con", "a/nul.xml")
            return archived({**parts, **dict.fromkeys(names, b"x")})
        case "names":
            odd = ("", "\n", "\u202e", "a" * 60_000, "名" * 20_000, "x/", "./x", "x//y", "\x01")
            return archived({**parts, **dict.fromkeys(odd, b"x")})
        case "nested":
            for _ in range(30):
                content = archived({**parts, main: content}, ZIP_STORED)
            return content
        case "method":
            return archived(parts, given[0])
        case "before":
            return b"MZ" + bytes(5000) + content
        case "behind":
            return content + b"\xff" * 100_000
        case "comment":
            return content[:-2] + b"\xff\xff" + b"PK\x05\x06" * 16_383 + b"PK\x05"
        case "end":
            return content[content.rindex(_END) :]
        case _:
            return list(with_lies(content))[given[0]][1]


def _repeated(parts: Parts, main: str, times: int) -> bytes:
    """An archive whose directory names one part again and again."""
    content = laid_out([entry_of(name, part) for name, part in parts.items()])
    first, end = content.index(_CENTRAL), content.rindex(_END)
    start = content.rindex(_CENTRAL, 0, content.rindex(main.encode()))
    entry = content[start : start + 46 + len(main.encode())]
    directory = content[first:end] + entry * (times - 1)
    count = len(parts) + times - 1
    tail = struct.pack("<4s4H2LH", _END, 0, 0, count, count, len(directory), first, 0)
    return content[:first] + directory + tail
