"""The files that come with the program: templates, examples, the base of the papers, the manual."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from unionapp.errors import UnionAppError, reason_of

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def bundled(*names: str) -> bytes:
    """Return the content of a file that comes with the program, by its folder and its name.

    Raises `UnionAppError` where it can't be read.
    """
    with _translated_errors(*names):
        return _place(*names).read_bytes()


def names_bundled(folder: str) -> tuple[str, ...]:
    """Return the names of what a folder holds that comes with the program; raises as `bundled`."""
    with _translated_errors(folder):
        return tuple(each.name for each in _place(folder).iterdir())


def _place(*names: str) -> "Traversable":
    from importlib.resources import files  # no list of drafts needs it

    import resources

    return files(resources).joinpath(*names)


@contextmanager
def _translated_errors(*names: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnionAppError(
            f"程序自带的“{'/'.join(names)}”读不出来（{reason_of(error)}），请检查磁盘，"
            "或重新安装本程序；草稿不受影响。"
        ) from error
