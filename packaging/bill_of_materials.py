"""Write the bill of materials of a frozen program: CycloneDX 1.5, JSON.

Usage: python packaging/bill_of_materials.py FROZEN_FOLDER REQUIREMENTS VERSION FILE

Run with the interpreter that froze the program: what is installed there is the source of names,
versions and licences. Only what reached the frozen folder is named, and every library of the
system that was copied into it, with the Debian package that it came from.
"""

import json
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"

# What only builds the program and does not go into it.
TOOLS = {
    "altgraph", "hatchling", "packaging", "pathspec", "pip", "pluggy", "pyinstaller-hooks-contrib",
    "setuptools", "tomlkit", "trove-classifiers",
}  # fmt: skip

# Where the metadata gives a name that is no SPDX expression, or several to choose from.
LICENCES = {
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "cn2an": "MIT",
    "proces": "MIT",
    "et-xmlfile": "MIT",
    "openpyxl": "MIT",
    "lxml": "BSD-3-Clause",
    "libzstd1": "BSD-3-Clause",
}


@dataclass(frozen=True)
class Component:
    """One thing that the program carries."""

    name: str
    version: str
    licence: str
    url: str


def main(frozen: Path, requirements: Path, version: str, file: Path) -> None:
    """Write the bill."""
    carried = [*distributions(requirements), *within_lxml(), *_qt(frozen), *_from_system(frozen)]
    write([_interpreter(), *carried], version, file)


def write(parts: list[Component], version: str, file: Path) -> None:
    """Write a bill of these parts, dated as `SOURCE_DATE_EPOCH` says."""
    rows = [_row(part) for part in sorted(parts, key=lambda part: part.name.lower())]
    file.write_text(json.dumps(_bill(version, rows), ensure_ascii=False, indent=2) + "\n", "utf-8")


def _bill(version: str, rows: list[dict[str, object]]) -> dict[str, object]:
    made = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "timestamp": made.isoformat(),
            "component": {
                "type": "application",
                "name": "unionapp",
                "version": version,
                "licenses": _licences(_own_licence()),
            },
        },
        "components": rows,
    }


def _row(part: Component) -> dict[str, object]:
    return {
        "type": "library",
        "bom-ref": part.url,
        "name": part.name,
        "version": part.version,
        "purl": part.url,
        "licenses": _licences(part.licence),
    }


def _licences(expression: str) -> list[dict[str, str]]:
    return [{"expression": expression}]


def _own_licence() -> str:
    project = tomllib.loads(PROJECT.read_text("utf-8"))
    licence: str = project["project"]["license"]
    return licence


def _interpreter() -> Component:
    """CPython, with the number of the Debian source package that tells its security patches."""
    version = (Path(sys.base_prefix) / "debian-version").read_text().strip()
    return Component("CPython", version, "PSF-2.0", f"pkg:deb/debian/python3.11@{version}")


def pinned(requirements: Path) -> list[str]:
    """The names of the pinned wheels, also of those for other systems."""
    return re.findall(r"^([\w.-]+)==", requirements.read_text("utf-8"), re.MULTILINE)


def distributions(requirements: Path) -> list[Component]:
    """Those of the pinned wheels that are installed here and go into the program."""
    found = {_name(each): each for each in metadata.distributions()}
    return [
        _distribution(name, found[name])
        for name in pinned(requirements)
        if name in found and name not in TOOLS
    ]


def _name(distribution: metadata.Distribution) -> str:
    return re.sub(r"[-_.]+", "-", distribution.metadata["Name"]).lower()


def _distribution(name: str, found: metadata.Distribution) -> Component:
    stated = found.metadata
    licence = LICENCES.get(name) or stated["License-Expression"] or stated["License"]
    if not licence:
        raise SystemExit(f"{name} states no licence; name it in {__file__}")
    return Component(name, found.version, licence, f"pkg:pypi/{name}@{found.version}")


def within_lxml() -> list[Component]:
    """The libraries of XML that the wheel of lxml has inside; read from the one installed here."""
    from lxml import etree

    versions = {"libxml2": etree.LIBXML_VERSION, "libxslt": etree.LIBXSLT_VERSION}
    return [
        Component(name, number, "MIT", f"pkg:generic/{name}@{number}")
        for name, version in versions.items()
        for number in [".".join(map(str, version))]
    ]


def _qt(frozen: Path) -> list[Component]:
    """The libraries that the wheel of PySide6 brings besides itself."""
    version = metadata.version("PySide6-Essentials")
    icu = {each.name.rpartition(".")[2] for each in frozen.rglob("libicudata.so.*")}
    parts = [Component("Qt", version, "LGPL-3.0-only", f"pkg:generic/qt@{version}")]
    for release in sorted(icu):
        parts.append(Component("ICU", release, "Unicode-3.0", f"pkg:generic/icu@{release}"))
    return parts


def _from_system(frozen: Path) -> list[Component]:
    """The Debian packages whose libraries were copied into the folder."""
    libraries = (each for each in (frozen / "_internal").glob("lib*.so*") if not each.is_symlink())
    owners = {owner for each in libraries if (owner := _owner(each.name))}
    return [_debian(owner) for owner in sorted(owners)]


def _owner(library: str) -> str:
    asked = ["dpkg-query", "--search", f"*/{library}"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    return answer.stdout.partition(":")[0]


def _debian(package: str) -> Component:
    asked = ["dpkg-query", "--show", "--showformat=${Version}", package]
    version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    licence = LICENCES.get(package, "MIT")  # that of XCB's helpers and of libffi
    return Component(package, version, licence, f"pkg:deb/debian/{package}@{version}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
