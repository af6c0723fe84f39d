"""Where things stand in the program's folder."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tree:
    """The program's folder: two executables, and all that they need in `runtime`."""

    root: Path

    @property
    def runtime(self) -> Path:
        """Python itself; an upgrade replaces this folder as a whole."""
        return self.root / "runtime"

    @property
    def library(self) -> Path:
        """Our packages and the libraries."""
        return self.runtime / "lib"

    @property
    def licences(self) -> Path:
        """What the licences of all parts ask to be shipped."""
        return self.root / "licences"
