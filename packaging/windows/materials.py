"""What is inside: the licences that are shipped, the bill of materials, the check sums."""

import hashlib
import json
import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from layout import Tree
from sources import Part

_COMMON_LICENCES = Path("/usr/share/common-licenses")
"""Where Debian keeps the texts that Qt's own packages name without bringing them."""

_QT_TEXTS = ("LGPL-3", "GPL-3")
_NOTICE = Path(__file__).parent / "notice.txt"


def put_licences(tree: Tree, parts: Iterable[Part]) -> None:
    """Put the licences of all parts into the program's folder."""
    tree.licences.mkdir()
    shutil.copy(_NOTICE, tree.licences / "notice.txt")
    for name in _QT_TEXTS:
        shutil.copy(_COMMON_LICENCES / name, tree.licences / f"{name}.txt")
    for part in parts:
        for name, text in part.licence_texts:
            (tree.licences / f"{part.name} {Path(name).stem}.txt").write_bytes(text)


def bill(parts: Iterable[Part], target: Path, version: str, moment: datetime) -> Path:
    """Write the bill of materials in the form of CycloneDX 1.5."""
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "timestamp": moment.isoformat(),
            "component": {"type": "application", "name": "unionapp", "version": version},
        },
        "components": [_component(part) for part in parts],
    }
    target.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return target


def _component(part: Part) -> dict[str, object]:
    return {
        "type": "library",
        "name": part.name,
        "version": part.version,
        "licenses": [{"license": {"name": part.licence}}],
        "hashes": [{"alg": "SHA-256", "content": _digest(part.file)}],
        "properties": [{"name": "file", "value": part.file.name}],
    }


def sums(files: Iterable[Path], target: Path) -> None:
    """Write the check sums of the files as `sha256sum --check` reads them."""
    lines = [f"{_digest(file)}  {file.name}\n" for file in sorted(files)]
    target.write_text("".join(lines), encoding="utf-8")


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
