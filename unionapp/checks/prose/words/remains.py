"""What was copied along from a web page: its buttons, its source, the titles of other pages."""

import re
from collections.abc import Iterator

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.words.phrase import quote
from unionapp.reading import Span

_RULE = "web-remains"
_WORDS = re.compile(
    "我要投稿|热门总结|相关文章|相关推荐|相关阅读|延伸阅读|推荐阅读"
    "|猜你喜欢|更多(?:相关)?(?:范文|文章|精彩)[^，。\n]{0,8}"
    "|【(?:热门|推荐|精选|精华|荐|实用|必备|最新|通用|优秀|经典)】"
    "|（?责任编辑[：:][^，。）)\n]{0,12}[）)]?"
    "|转载请注明[^。\n]{0,12}|版权(?:归|所有)[^。\n]{0,12}|微信扫一扫"
    "|分享到[：:]?|打印本页|关闭窗口|返回(?:顶部|列表|首页)"
    "|点击(?:下载|查看|复制|收藏)[^，。\n]{0,8}|上一篇[：:]|下一篇[：:]"
    "|复制本文|收藏本[页站文]|本文(?:来自|来源于?|由)[^，。\n]{0,16}"
    "|当前位置[：:]|浏览(?:次数|量)[：:]|阅读(?:次数|量)?[：:] ?[0-9]"
    "|点击(?:数|量|率)[：:]|发布(?:时间|日期)[：:]|字体[：:] ?[大【\\[]"
    "|下载本文|文库|范文网"
    "|&(?:nbsp|lt|gt|amp|quot);|</?(?:p|br|div|span|strong|b|font|a|img)[^<>\n]{0,60}>"
)
_LINES = re.compile(
    "^[ 　\t]{0,20}(?P<line>(?:(?:文章)?来源|作者|编辑|编审|审核|校对"
    "|供稿|摄影|发布人?|时间)[：:] ?[^\n]{0,60}"
    "|[^，。\n]{2,30}[ 　]?(?:篇|第)[一二三四五六七八九十1-9]{1,2}篇?"
    "|[^，。；：\n]{2,40}(?:总结|报告|计划|范文|心得|体会|方案|模板"
    "|精选）|要点)(?:（[^（）\n]{1,6}）|\\([^()\n]{1,6}\\))?[01][0-9]-[0-3][0-9])"
    "[ 　\t]{0,20}$",
    re.MULTILINE,
)
_CLOCK = re.compile("[0-9]{1,2}[：:][0-9]{2}")
_BACKTICK = re.compile("`{1,3}")


def check_remains(document: Document) -> Iterator[Remark]:
    """Find lines and words of a web page: 我要投稿, 来源：…, 责任编辑, 相关文章."""
    text = document.text
    for found in _WORDS.finditer(text):
        yield _remark(document, Span(*found.span()))
    for found in _LINES.finditer(text):
        line = found["line"]
        if line.startswith("时间") and not _CLOCK.search(line):
            continue
        yield _remark(document, Span(*found.span("line")))
    for found in _BACKTICK.finditer(text):
        span = Span(*found.span())
        message = f"{quote(text, *span)}里多出一个“`”，是从网页上带来的，请删去。"
        yield Remark("stray-mark", Severity.WARNING, message, span, "")


def _remark(document: Document, span: Span) -> Remark:
    words = document.text[slice(*span)]
    message = f"“{words.strip()}”像是从网页上带来的，不属于正文，请删去。"
    return Remark(_RULE, Severity.WARNING, message, span, "")
