"""Words, units, sentences and paragraphs that are said twice."""

import re
from collections.abc import Iterator

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.words.measures import GO_ON
from unionapp.checks.prose.words.phrase import quote
from unionapp.reading import Span
from unionapp.values import KNOWN

# Little words that hardly ever stand twice, and what then makes them a longer word.
_LITTLE = re.compile(
    "(?<!目)的的(?!确)|(?<!不)了了(?![解断事])|和和(?![美睦气谐平解])|与与|(?<![实存内现潜所])在"
    "在(?![职编岗校读籍场线外])|是是(?!非)|(?<![因作成行])为为(?![民人了此])"
    "|被被|及及(?!时)|地地(?![方区处面])"
    "|把把(?!关)|向向|于于|由由"
)
_WORD = re.compile("(?P<word>[一-鿿]{2,6})(?P=word)")
# What is rightly said twice: 一个一个地谈, 研究研究, and 总工会工会干部.
_TWICE = re.compile(
    "[一两几逐每]|.*(?:着|委员|工会|组织|研究|讨论|商量|活动|休息"
    "|放松|学习|考虑|培训|服务|职工|领导|建设)$"
)
_SURELY_TWICE_WRONG = frozenset(
    {
        "职工",
        "会员",
        "困难",
        "工作",
        "开展",
        "举办",
        "进行",
        "慰问",
        "全年",
        "通过",
        "加强",
        "认真",
        "积极",
        "我们",
        "今年",
        "提高",
        "坚持",
    }
)
_AMOUNT = "[0-9二三四五六七八九十百千万亿两余多]"
_UNITS = "|".join(map(re.escape, sorted(sorted(KNOWN), key=len, reverse=True)))
_DOUBLED_UNIT = re.compile(
    rf"{_AMOUNT}[^\S\n]{{0,4}}(?P<twice>(?P<unit>{_UNITS})(?P=unit)"
    r"|人次人|人人次|[万亿]元[万亿]?元)"
    "(?=(?P<next>.?))"
)
_SENTENCE = re.compile("[^。！？；;\n]{1,400}")
_HAN = re.compile("[一-鿿]")
_LONG, _SHORT = 20, 12


def check_doubled_words(document: Document) -> Iterator[Remark]:
    """Find words and units that stand twice running: 的的, 开展开展, 3名名."""
    text = document.text
    for span in doubled_units(text):
        message = f"{quote(text, *span)}把单位写了两遍，请删去一个。"
        yield Remark("doubled-word", Severity.WARNING, message, span)
    for found in _LITTLE.finditer(text):
        yield _doubled(document, Span(*found.span()), found[0][0])
    for found in _WORD.finditer(text):
        word = found["word"]
        if word in _SURELY_TWICE_WRONG or (not _TWICE.match(word) and len(set(word)) > 1):
            yield _doubled(document, Span(*found.span()), word)


def doubled_units(text: str) -> Iterator[Span]:
    """Yield each place at which a unit stands twice behind its number: 3名名, 5人次人次."""
    for found in _DOUBLED_UNIT.finditer(text):
        if not found["next"] or found["next"] not in GO_ON.get(found["unit"] or "", ""):
            yield Span(*found.span())


def _doubled(document: Document, span: Span, word: str) -> Remark:
    message = f"{quote(document.text, *span)}里的“{word}”写了两遍，请删去一个。"
    return Remark("doubled-word", Severity.WARNING, message, span, word)


def check_repeated_sentences(document: Document) -> Iterator[Remark]:
    """Find sentences that stand in the text twice, each told at its second place."""
    first: dict[str, int] = {}
    text = document.text
    told_until = 0
    for found in _SENTENCE.finditer(text):
        words = re.sub("[ 　\t]", "", found[0])
        if len(_HAN.findall(words)) < _SHORT or "\t" in found[0]:
            continue
        if words not in first:
            first[words] = found.start()
        elif found.start() >= told_until:
            told_until = found.end()
            yield _repeated(document, Span(*found.span()), words)


def _repeated(document: Document, span: Span, words: str) -> Remark:
    begin = (
        span.start + len(document.text[slice(*span)]) - len(document.text[slice(*span)].lstrip())
    )
    message = f"“{words[:16]}{'…' if len(words) > 16 else ''}”这句前面已经写过，请删去一处。"
    # A line without a stop may be a title that heads every page.
    stops = document.text[span.end : span.end + 1] in "。！？；" and span.end < len(document.text)
    severity = Severity.WARNING if stops and len(words) >= _LONG else Severity.HINT
    return Remark("repeated-sentence", severity, message, Span(begin, span.end))
