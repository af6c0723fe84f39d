"""The pages and styles that a paper is laid out with: the official ones, or an office's own."""

import importlib.resources
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from types import MappingProxyType

import resources
from unionapp.layout.official import OFFICIAL, Frame, Style
from unionapp.layout.styles import Look, StyleSheet, looks_of


@dataclass(frozen=True, slots=True)
class Typography:
    """The pages and the looks of the styles.

    `not_followed` is one sentence on what stands in the Word document alone; empty when nothing
    does.
    """

    frame: Frame
    looks: Mapping[Style, Look]
    not_followed: str = ""


@cache
def official() -> Typography:
    """The official layout."""
    from lxml import etree

    base = importlib.resources.files(resources).joinpath("word", "base.docx")
    with zipfile.ZipFile(BytesIO(base.read_bytes())) as parts:
        sheet = StyleSheet(etree.fromstring(parts.read("word/styles.xml")))
    looks = looks_of(sheet, {style: style.value for style in Style}, OFFICIAL.upright)
    return Typography(OFFICIAL, MappingProxyType(looks))
