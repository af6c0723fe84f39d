"""XML that swells, sinks, circles or says nothing, in the place of one part of a package."""

from collections.abc import Callable, Iterator
from functools import partial

from tests.hostile.archives import Parts, archived
from tests.hostile.samples import Sample


def _laughs(levels: int, times: int) -> str:
    entities = ['<!ENTITY a0 "ha">']
    entities += [f'<!ENTITY a{at} "{f"&a{at - 1};" * times}">' for at in range(1, levels)]
    return f"<!DOCTYPE x [{''.join(entities)}]><x>&a{levels - 1};</x>"


_OTHERS: dict[str, Callable[[], str | bytes]] = {
    "a billion laughs": lambda: _laughs(10, 10),
    "a quadratic laugh": lambda: (
        f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]><x>{"&a;" * 50_000}</x>'
    ),
    "laughs in UTF-16": lambda: _laughs(8, 10).encode("utf-16"),
    "an entity that is a file": lambda: (
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    ),
    "an entity that never ends": lambda: (
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///dev/zero">]><x>&a;</x>'
    ),
    "an entity from the network": lambda: '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x/>',
    "an entity in circles": lambda: '<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]><x>&a;</x>',
    "100,000 levels": lambda: "<a>" * 100_000 + "</a>" * 100_000,
    "1,000,000 levels without an end": lambda: "<a>" * 1_000_000,
    "200,000 attributes": lambda: "<a" + "".join(f' b{at}="1"' for at in range(200_000)) + "/>",
    "one attribute 200,000 times": lambda: "<a " + 'b="1" ' * 200_000 + "/>",
    "an attribute of 7 MB": lambda: f'<a b="{"x" * 7_000_000}"/>',
    "a name of 5 MB": lambda: f"<{'a' * 5_000_000}/>",
    "2,000,000 elements": lambda: f"<a>{'<b/>' * 2_000_000}</a>",
    "a text of 7 MB": lambda: f"<a>{'x' * 7_000_000}</a>",
    "100,000 namespaces": lambda: (
        "<a" + "".join(f' xmlns:n{at}="u"' for at in range(100_000)) + "/>"
    ),
    "100,000 names of their own": lambda: f"<a>{''.join(f'<e{at}/>' for at in range(100_000))}</a>",
    "comments of 5 MB": lambda: f"<a>{'<!--x-->' * 600_000}</a>",
    "500,000 instructions": lambda: f"<a>{'<?x y?>' * 500_000}</a>",
    "CDATA of 5 MB": lambda: f"<a><![CDATA[{']]' * 2_500_000}]]></a>",
    "an encoding that nobody knows": lambda: '<?xml version="1.0" encoding="x-user-defined"?><a/>',
    "an encoding that is another": lambda: '<?xml version="1.0" encoding="utf-32"?><a/>',
    "a mark of UTF-16 and nothing": lambda: b"\xff\xfe",
    "nothing": lambda: "",
    "zeros": lambda: bytes(100_000),
    "another language": lambda: "{}",
    "a root of another kind": lambda: "<x/>",
    "a processing instruction alone": lambda: "<?xml?>",
}


def hostile_markup(parts: Parts, name: str, kind: str) -> Iterator[Sample]:
    """Packages that are sound but for one part."""

    def made(content: str) -> bytes:
        return archived({**parts, name: _OTHERS[content]()})

    for content in _OTHERS:
        yield Sample(f"{kind}: {content} in {name}", partial(made, content))
