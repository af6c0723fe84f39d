"""Numbers and addresses that lead to a person, found in free text however they are written.

Identity cards are of GB 11643-1999 (and the fifteen digits before it), bank cards of ISO/IEC 7812.
Their groups may stand apart by spaces, dashes or points. A figure of the work is never taken for
one: a readable figure has at most fifteen digits, and money says so behind its digits.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]


class _Plain(dict[int, str | int]):
    """The plain character for one of another form; a digit of any script is one of ours."""

    def __missing__(self, code: int) -> str:
        digit = unicodedata.decimal(chr(code), None)
        self[code] = plain = chr(code) if digit is None else str(digit)
        return plain


# One character for one, so that what is found in the plain text is found in the text.
_PLAIN = _Plain(
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys(map(ord, "\u3000\u00a0\u1680\u202f\u205f\t"), " ")
    | dict.fromkeys(range(0x2000, 0x200B), " ")
    | dict.fromkeys(map(ord, "‐‑‒–—―−－_"), "-")
    | dict.fromkeys(map(ord, "·•・﹒"), ".")
)

_GAP = "[ .-]{1,3}"
_MAY_PART = "[ .-]{0,3}"
_NOT_MONEY = r"(?!(?:\.\d+)?[ ]?[余多]?[ ]?(?:[万亿]|元(?![旦宵月])))"
_NOT_COUNTED = r"(?!(?:\.\d+)?[ ]?[余多]?[ ]?[元万亿人名张户家个件次条项份年月日%])"

_MOBILE = re.compile(
    rf"""(?<!\d)(?:(?:00)?86{_MAY_PART})?0?
    (?:1[3-9]\d(?:\d{{8}}|{_GAP}\d{{4}}{_GAP}?\d{{4}}|\d{{4}}{_GAP}\d{{4}}|[ -]\d{{8}})
    |1[3-9]\d\d{_GAP}(?:\d{{3}}{_GAP}\d{{4}}|\d{{4}}{_GAP}\d{{3}}))
    (?!\d){_NOT_MONEY}""",
    re.VERBOSE,
)
_LANDLINE = re.compile(
    rf"""(?<!\d)(?:(?<=\+)86{_MAY_PART}\(?0?|0086{_MAY_PART}0?|0)
    (?:10|2\d|[3-9]\d\d)[-) .]{{0,3}}(?:\d{{7,8}}|\d{{3,4}}{_GAP}\d{{4}})(?!\d){_NOT_MONEY}""",
    re.VERBOSE,
)
_LONG = re.compile(r"(?<!\d)\d{16,}[Xx]?|(?<!\d)\d{17}[Xx]")
_CARD_OF_18 = re.compile(rf"(?<!\d)(?=((?:\d{_MAY_PART}){{17}}[\dXx])(?![\dA-Za-z]))")
_CARD_OF_15 = re.compile(
    rf"(?<!\d)(?=(\d{{6}}{_MAY_PART}\d{{6}}{_MAY_PART}\d{{3}})(?!\d){_NOT_MONEY})"
)
_BANK_CARD = re.compile(
    rf"(?<!\d)(?=([3-9]\d{{3}}(?:{_GAP}\d{{4}}){{3}}(?:{_GAP}\d{{1,4}})?)(?!\d))"
)
_ANNOUNCED = re.compile(
    rf"(?:身份证|证件|银行卡|卡|[账帐][号户])[^\d。；，、\n]{{0,6}}"
    rf"(?P<number>(?>\d(?:{_MAY_PART}\d){{11,}}{_MAY_PART}[Xx]?)){_NOT_COUNTED}"
)
_ADDRESS = re.compile(r"(?<![\w.%+-])[\w.%+-]++(?=@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)", re.ASCII)
_WORTH_A_LOOK = re.compile(r"[@＠]|(?:\d[^\d]{0,3}){8}")


# A box or an arrow round a digit, as phones write them: 1️⃣ is a 1.
_MARK = re.compile("[\u0300-\u036f\u20d0-\u20f0\ufe00-\ufe0f]")


def private_spans(text: str) -> tuple[Span, ...]:
    """Return where such numbers and addresses stand in a text, in order; none touches another."""
    if _MARK.search(text):
        return _among_marks(text)
    if not _WORTH_A_LOOK.search(text):
        return ()
    joined: list[Span] = []
    for start, end in sorted(_found(text.translate(_PLAIN))):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _among_marks(text: str) -> tuple[Span, ...]:
    """Such spans of a text in which marks hang on characters."""
    places = [at for at, character in enumerate(text) if not _MARK.match(character)]
    bare = "".join(text[at] for at in places)
    ends = (*places[1:], len(text))
    return tuple((places[start], ends[end - 1]) for start, end in private_spans(bare))


def has_number_of_a_person(text: str) -> bool:
    """Return whether a person's mobile telephone or identity card stands in a text."""
    plain = _MARK.sub("", text).translate(_PLAIN)
    cards = ((_CARD_OF_18, _is_card_of_18), (_CARD_OF_15, _is_card_of_15))
    return _MOBILE.search(plain) is not None or any(
        is_one(re.sub(r"[ .-]", "", match[1]))
        for pattern, is_one in cards
        for match in pattern.finditer(plain)
    )


def _found(plain: str) -> Iterator[Span]:
    for pattern in (_MOBILE, _LANDLINE, _LONG, _ADDRESS):
        yield from (match.span() for match in pattern.finditer(plain))
    yield from (match.span("number") for match in _ANNOUNCED.finditer(plain))
    for pattern, is_one in (
        (_CARD_OF_18, _is_card_of_18),
        (_CARD_OF_15, _is_card_of_15),
        (_BANK_CARD, _is_bank_card),
    ):
        for match in pattern.finditer(plain):
            if is_one(re.sub(r"[ .-]", "", match[1])):
                yield match.span(1)


def _is_card_of_18(digits: str) -> bool:
    """By the day of birth: its check digit may have a slip, and it is a person's all the same."""
    return digits[6:8] in {"18", "19", "20"} and _is_day(digits[10:14])


def _is_card_of_15(digits: str) -> bool:
    return digits[0] in "12345678" and _is_day(digits[8:12])


def _is_day(digits: str) -> bool:
    return 1 <= int(digits[:2]) <= 12 and 1 <= int(digits[2:]) <= 31


def _is_bank_card(digits: str) -> bool:
    """Of UnionPay, or of others with the right check digit; four figures seldom look like that."""
    return digits.startswith("62") or _has_check_digit(digits)


def _has_check_digit(digits: str) -> bool:
    """The formula of Luhn (ISO/IEC 7812-1, annex B)."""
    doubled = [sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2]]
    return (sum(doubled) + sum(map(int, digits[::-2]))) % 10 == 0
