"""Python's own form in place of the sources: half the files, and nothing to write at a start."""

import py_compile
from pathlib import Path


def compile_all(library: Path) -> None:
    """Compile every module; it is never compared with a source, so that dates don't matter."""
    for source in sorted(library.rglob("*.py")):
        py_compile.compile(
            str(source),
            cfile=str(source.with_suffix(".pyc")),
            dfile=source.relative_to(library).as_posix(),
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
        source.unlink()
