"""Files of single drafts, and answers by hand, that are anything but."""

import json
import zlib
from collections.abc import Callable, Iterator
from functools import partial

from tests.hostile.archives import swollen
from tests.hostile.samples import Sample
from unionapp.template import source

_AT = "2022-12-07T10:00:00+00:00"
_EDIT = [1, 1, "do", "value/unit", "甲校工会", "", _AT]


def wrapped(content: bytes) -> bytes:
    """In the wrapper of gzip."""
    return zlib.compress(content, wbits=31)


def _draft(**parts: object) -> bytes:
    content = {"format": 1, "label": "", "template": source("school"), "edits": [_EDIT]}
    return wrapped(json.dumps({**content, **parts}).encode())


def sound() -> bytes:
    """A draft with nothing wrong."""
    return _draft()


def unwrapped() -> bytes:
    """What stands in it."""
    return zlib.decompress(sound(), wbits=31)


def _edits(count: int, path: str = "value/unit", typed: object = "甲") -> bytes:
    return _draft(edits=[[at, at, "do", path, typed, "", _AT] for at in range(1, count + 1)])


def _template(change: Callable[[str], str]) -> bytes:
    return _draft(template=change(source("school")))


def _of_template(make: Callable[[], str]) -> bytes:
    return _draft(template=make())


def _gzip_of_zeros(megabytes: int) -> bytes:
    head = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
    return head + swollen(megabytes, b" ") + bytes(8)


TOML = {
    "32 KB of marks and strokes": lambda: '"\\' * 16_000,
    "100,000 brackets": lambda: "a = " + "[" * 100_000,
    "100,000 braces": lambda: "a = " + "{a=" * 100_000,
    "a key of 20,000 parts": lambda: "[" + "a." * 20_000 + "a]\n",
    "1,000 keys of 500 parts": lambda: "".join("a." * 500 + f"b{at} = 1\n" for at in range(1_000)),
    "20,000 tables": lambda: "".join(f"[a.b{at}]\n" for at in range(20_000)),
    "20,000 tables of tables": lambda: "[[a]]\n" * 20_000,
    "a number of 300,000 digits": lambda: "a = " + "9" * 300_000,
    "a number of 300,000 hexadecimal digits": lambda: "a = 0x" + "f" * 300_000,
    "strokes": lambda: 'a = "' + "\\\\" * 250_000 + '"',
    "escapes": lambda: 'a = "' + "\\u00e9" * 80_000 + '"',
    "a text of many lines": lambda: 'a = """' + "\\\n   " * 80_000 + '"""',
    "marks that never end": lambda: 'a = """' + '""' * 250_000,
    "single marks": lambda: "a = '''" + "''" * 250_000,
    "comments": lambda: "# x\n" * 120_000,
    "blanks": lambda: " " * 500_000,
    "line ends": lambda: "\r\n" * 250_000,
    "one line": lambda: "a = 1 " * 80_000,
    "100,000 entries": lambda: "a = [" + "1," * 100_000 + "]",
    "100,000 keys": lambda: "".join(f"k{at} = 1\n" for at in range(60_000)),
    "dates": lambda: "a = [" + "2022-01-01T00:00:00Z," * 20_000 + "]",
    "a date of no year": lambda: "date = 0000-00-00",
    "zeros": lambda: "\0" * 1000,
    "underscores": lambda: "a = 1" + "_1" * 100_000,
    "signs": lambda: "a = " + "+-" * 100_000,
    "points": lambda: "a = 1" + ".1" * 100_000,
}


def hostile_answers() -> Iterator[Sample]:
    """Answers by hand."""
    head = 'template = "school"\n'
    for name, make in TOML.items():
        yield Sample(f"answers: {name}", partial(_encoded, make))
        yield Sample(f"answers: {name}, of a template", partial(_encoded, make, head))
    for name, content in {
        "no UTF-8": b"\xff\xfe\x00",
        "half of UTF-8": "甲".encode()[:2],
        "nothing": b"",
        "2 MB": b"#" * 2**21,
        "a template that leads out": b'template = "../../../etc/passwd"',
        "a template of the machine": b'template = "/dev/zero"',
        "a template of no name": b'template = "\\u0000"',
    }.items():
        yield Sample(f"answers: {name}", partial(bytes, content))


def _encoded(make: Callable[[], str], head: str = "") -> bytes:
    return (head + make()).encode()


def hostile_drafts() -> Iterator[Sample]:
    """Files of single drafts."""
    for size in (64, 100, 3_000):
        yield Sample(f"draft: {size} MB of blanks", partial(_gzip_of_zeros, size))
    for name, make in TOML.items():
        yield Sample(f"draft: a template with {name}", partial(_of_template, make))
    for name, parts in _odd_parts().items():
        yield Sample(f"draft: {name}", partial(_draft, **parts))
    for count in (50_000, 300_000):
        yield Sample(f"draft: {count:,} edits", partial(_edits, count))
    yield Sample("draft: 2 million edits of no length", partial(_edits, 700_000, "note/x", ""))
    yield Sample("draft: an entry of 40 MB", partial(_edits, 1, "value/unit", "字" * 13_000_000))
    yield Sample(
        "draft: a table of 1 million cells", partial(_edits, 1, "value/x", [["1"] * 10] * 100_000)
    )
    yield Sample("draft: 10,000 tables", partial(_edits, 10_000, "value/x", [["1"] * 10] * 20))
    for name, text in _odd_texts().items():
        for slot in ("value/unit", "narrative/overview", "value/teachers"):
            yield Sample(f"draft: {name} at {slot}", partial(_edits, 1, slot, text))
    for name, content in _no_drafts().items():
        yield Sample(f"draft: {name}", partial(bytes, content))
    yield from _odd_templates()


def _odd_parts() -> dict[str, dict[str, object]]:
    times = (
        "",
        "9999-12-31T23:59:59+00:00",
        "0001-01-01T00:00:00+23:59",
        "2022-12-07",
        "x" * 10_000,
        "2022-12-07T10:00:00+99:99",
    )
    paths = (
        "",
        "x",
        "value/",
        "value/" + "a" * 100_000,
        "value/a.b.c",
        "value/\0",
        "off/x",
        "order/x",
        "custom_columns/x",
        "title/../x",
    )
    return {
        "a format of the future": {"format": 10**6},
        "a format that is none": {"format": "1"},
        "a format beyond number": {"format": 10**30},
        "a format below zero": {"format": -1},
        "a name of 10 MB": {"label": "名" * 3_000_000},
        "a name of marks": {"label": "\u202e\u0000<b>&"},
        "no template": {"template": ""},
        "a template of 2 MB": {"template": "#" * 2**21},
        "no edits": {"edits": []},
        "edits that are none": {"edits": None},
        "more than there is": {"more": 1},
        **{f"a time of {at[:12]!r}": {"edits": [[*_EDIT[:6], at]]} for at in times},
        **{
            f"a path of {path[:12]!r}": {"edits": [[1, 1, "do", path, "x", "", _AT]]}
            for path in paths
        },
        "edits that count backwards": {"edits": [[2, 1, "do", "value/unit", "x", "", _AT]]},
        "a step from the future": {"edits": [[1, 9, "do", "value/unit", "x", "", _AT]]},
        "an undo of nothing": {"edits": [[1, 1, "undo", "value/unit", "x", "", _AT]]},
        "an order of everything": {
            "edits": [[1, 1, "do", "order/sections", ["x"] * 100_000, "", _AT]]
        },
    }


def _odd_texts() -> dict[str, str]:
    return {
        "full-width spaces": "。" + "\u3000" * 200_000,
        "blanks": " " * 200_000 + "x",
        "digits": "9" * 200_000,
        "brackets": "（" * 100_000,
        "braces": "{" * 100_000,
        "places for figures": "{teachers}" * 30_000,
        "Chinese numerals": "一百亿" * 50_000,
        "points": "1." * 100_000,
        "direction": "\u202e" * 100_000,
    }


def _no_drafts() -> dict[str, bytes]:
    return {
        "nothing": b"",
        "a wrapper without an end": wrapped(b"{}")[:-4],
        "two wrappers": wrapped(b"{}") * 2,
        "rubbish behind": wrapped(b"{}") + b"x",
        "a wrapper of wrappers": wrapped(wrapped(wrapped(b"{}"))),
        "100,000 brackets": wrapped(b"[" * 100_000),
        "10 million brackets": wrapped(b'{"format":1,"label":' + b"[" * 10_000_000),
        "100,000 keys": wrapped(b'{"format":1,' + b'"a":1,' * 100_000 + b'"b":1}'),
        "one key 2 million times": wrapped(b"{" + b'"format":1,' * 2_000_000 + b'"format":1}'),
        "half of a character": wrapped(b'{"format":1,"label":"\xe7"}'),
        "half of a pair": wrapped(b'{"format":1,"label":"\\ud800","template":"","edits":[]}'),
        "a number of 1 million digits": wrapped(b'{"format":' + b"9" * 1_000_000 + b"}"),
        "1e999": wrapped(b'{"format":1e999}'),
        "a file of another kind": b"PK\x03\x04" + bytes(100),
        "17 MB": b"\x1f\x8b" + bytes(17 * 2**20),
    }


def _odd_templates() -> Iterator[Sample]:
    changes: dict[str, Callable[[str], str]] = {
        "twice": lambda text: text + text,
        "with a name of 900 KB": lambda text: text.replace(
            'name = "', 'name = "' + "名" * 300_000, 1
        ),
        "with 5,000 indicators more": lambda text: (
            text + "".join(f'\n[[sections]]\nid = "s{at}"\ntitle = "x"\n' for at in range(5_000))
        ),
        "with clauses of nothing but places": lambda text: text.replace("{", "{{{{"),
        "with relations to nobody": lambda text: text.replace('id = "teachers"', 'id = "x"'),
        "with sums of brackets": lambda text: text.replace(
            'derive = "', 'derive = "' + "(" * 50_000
        ),
        "without ids": lambda text: text.replace('id = "', 'id = "' + "\\u0000"),
        "of numbers": lambda text: text.replace('= "', "= 1 #"),
    }
    for name, change in changes.items():
        yield Sample(f"draft: a template {name}", partial(_template, change))
