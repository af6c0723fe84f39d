"""What must not be parted from the signature: 署名 and 成文日期 never stand on a page without text.

GB/T 9704-2012 knows no 此页无正文 (7.3.5.5): where the signature goes over to a further page, the
last lines of the text go with it.
"""

from unionapp.document import AttachmentList, Block, Paragraph, Signature


def kept_with_signature(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The places of the blocks that stand with the signature after them.

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
