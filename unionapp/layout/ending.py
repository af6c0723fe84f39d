"""The end of a paper: where 署名 and 成文日期 stand, and what must not be parted from them.

GB/T 9704-2012 knows no 此页无正文 (7.3.5.5): where the signature goes over to a further page, the
last lines of the text go with it.
"""

from dataclasses import dataclass

from unionapp.paper import AttachmentList, Block, Paragraph, Signature
from unionapp.text import cells_in_print

# Characters left empty at the right edge, and between the beginnings of name and date.
_FREE = 2


@dataclass(frozen=True, slots=True)
class SignaturePosition:
    """Where a line of the signature stands, in characters of the body.

    It begins `left` from the left edge; but if `right` is not 0 it ends so far from the right one.
    """

    left: float = 0
    right: float = 0


def signature_positions(
    signature: Signature, line: float
) -> tuple[SignaturePosition, SignaturePosition]:
    """Return where name and date stand on a line of so many characters (7.3.5.2).

    The date begins two characters after the name. The one that reaches further ends two characters
    before the edge; it is placed from there, so that its width need not be known. A name that is
    too long for that fills its lines from the left edge.
    """
    step = _FREE if signature.unit else 0
    name = cells_in_print(signature.unit)
    date = cells_in_print(signature.date) + step if signature.date else 0
    begin = line - _FREE - max(name, date)
    if begin < 0:
        return SignaturePosition(), SignaturePosition(step)
    if date > name:
        return SignaturePosition(begin), SignaturePosition(right=_FREE)
    return SignaturePosition(right=_FREE), SignaturePosition(begin + step)


def kept_with_signature(blocks: tuple[Block, ...]) -> frozenset[int]:
    """Return the places of the blocks that stand with the signature after them.

    They are the list of attachments and the last paragraph; of a long one only the last two lines.
    """
    places: set[int] = set()
    for place, block in enumerate(blocks):
        if isinstance(block, Signature):
            places.update(_before(blocks, place))
    return frozenset(places)


def _before(blocks: tuple[Block, ...], signature: int) -> list[int]:
    kept = []
    for place in range(signature - 1, -1, -1):
        if not isinstance(blocks[place], AttachmentList | Paragraph):
            break
        kept.append(place)
        if isinstance(blocks[place], Paragraph):
            break
    return kept
