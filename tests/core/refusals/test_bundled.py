"""A disk that does not give what comes with the program: it is told what, and the way out."""

import errno
import re
from collections.abc import Callable
from contextlib import closing

import pytest

from tests.core.refusals.disk import refusing
from tests.support.places import HOUSE
from unionapp import template
from unionapp.errors import UnionAppError
from unionapp.layout import typography
from unionapp.storage import open_drafts
from unionapp.storage.starting import begin_example
from unionapp.system import data_folder
from unionapp.writers.docx import base


def example() -> None:
    with closing(open_drafts(data_folder())) as store:
        begin_example(store, "school")


READERS: dict[str, Callable[[], object]] = {
    "kinds": template.union_kinds,
    "template": lambda: template.load("school"),
    "example": example,
    "base": base._own_bytes.__wrapped__,
    "typography": typography.official.__wrapped__,
}


@pytest.mark.parametrize("name", READERS)
def test_what_comes_with_the_program_and_can_not_be_read_is_told_by_its_name(name: str) -> None:
    sentence = re.compile(r".*“.*(?:templates|examples|word).*”.*磁盘读写出错.*", re.DOTALL)
    refused, told = 0, list[str]()
    while True:
        with refusing(HOUSE / "resources", refused + 1, errno.EIO) as disk:
            try:
                READERS[name]()
            except UnionAppError as error:
                told.append(str(error))
        if not disk.is_hit:
            break
        refused += 1
    assert told
    assert all(map(sentence.fullmatch, told)), told
