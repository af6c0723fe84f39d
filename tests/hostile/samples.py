"""What a hostile file is: a name, how its content is made, and what reads it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

# Makes the content when it is asked for: some take many megabytes.
Make = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Sample:
    """A hostile file, and what is wrong with it."""

    name: str
    make: Make

    def __str__(self) -> str:
        return self.name


def mutations(content: bytes, chance: Random, times: int) -> Iterator[bytes]:
    """Yield a sound file with something wrong: bits, bytes, pieces lost, doubled or swapped."""
    for _ in range(times):
        changed = bytearray(content)
        for _ in range(chance.choice((1, 1, 2, 4, 16))):
            _harm(changed, chance)
        yield bytes(changed)


def _harm(content: bytearray, chance: Random) -> None:
    if not content:
        return
    at = chance.randrange(len(content))
    piece = slice(at, at + chance.choice((1, 2, 4, 40, 400)))
    match chance.randrange(7):
        case 0:
            content[at] ^= 1 << chance.randrange(8)
        case 1:
            content[at] = chance.choice(b"\x00\xff\x7f\x80<>&\"'[]{}=0129-\n")
        case 2:
            del content[piece]
        case 3:
            content[at:at] = content[piece] * chance.choice((1, 2, 50))
        case 4:
            content[at:at] = bytes(chance.randrange(256) for _ in range(8))
        case 5:
            content[piece] = bytes(reversed(content[piece]))
        case _:
            del content[at:]
