"""A count and the things that are listed with it: 四项制度 with three names, “五个一” with six."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.words.phrase import NUMERAL, count_of, even, quote
from unionapp.reading import Span

_MOST = 20
# Characters in which a list is looked for.
_REACH = 300
_UNIT = "[个家项种类门支名条大级件份场次期部所处位方本篇块张]"
_COUNT = f"(?P<count>{NUMERAL}|(?<![0-9.,])[0-9]{{1,2}})(?P<unit>{_UNIT})"
# What names the things of a list as a whole.
_CLASS = (
    "项目|工种|兴趣小组|兴趣班|小组|社团|协会|主题|重点|方面|环节"
    "|平台|渠道|品牌|系列|领域|板块|层面|条线|行业|专业|赛项|大项"
    "|小项|比赛项目"
    "|制度|办法|细则|文件|规定|方案|委员会|车间|部门|科室|单位|企业"
    "|公司|工会|社区|街道|乡镇|村|支行|作品|课程|课|群体|对象|人群"
    "|职工群体"
    "|户外劳动者|劳动者|兴趣队|代表队|节日|类别|内容|议题|议案|报告"
    "|章节|栏目|专栏|奖项|称号|活动室|功能区|基地|中心|工作室|驿站"
    "|阵地|大类|产业|体系|机制"
    "|服务|专题|班组|分会|支部|学院|系|校区|园区|竞赛|技能竞赛|职业技能竞赛"
    "|品质|原则|目标|措施|实事|行动|活动|工程|之家|读本|手册|书屋"
    "|途径|媒体|等级|要素|模式|节目|曲目|赛事"
    "|工作组|福利|组|窗口|班|志愿队|服务队|突击队|球队|医院|学校|乡|镇|县|区|市|厂|分厂|分公司"
    "|子公司|分局|所|站点|服务站|俱乐部|大奖|项|类型|方式"
)
_NOUN = f"(?P<noun>[一-鿿“”]{{0,8}}?(?:{_CLASS}))"
# 四项制度 behind its list; 共 and 等 may stand between.
_BEHIND = re.compile(f"(?P<etc>等)?(?:共计?|合计|这|计)?{_COUNT}{_NOUN}")
# 两类 and 五种 always count kinds, whatever they are of.
_KINDS = re.compile(
    f"(?P<etc>等)?(?:共计?|合计|这)?(?P<count>{NUMERAL}|(?<![0-9.,])[0-9]{{1,2}})"
    "(?P<unit>[类种]|方面)(?P<noun>)(?![一二三四五六七八九十])"
)
# 五家被命名为…, where nothing names the things again.
_ALONE = re.compile(
    f"(?P<etc>等)?(?:共计?|合计|这)?(?P<count>{NUMERAL})(?P<unit>[家个])(?P<noun>)"
    "(?=[被获荣均都已]|入选)"
)
_LEVELS = re.compile(
    "(?P<etc>等)?(?P<count>[二两三四五])(?P<unit>级)(?P<noun>(?:工会|组织|联动|网络)?)"
)
# 5家，分别是：…
_AHEAD = re.compile(
    f"{_COUNT}(?P<noun>[^，。；：\n0-9、“”]{{0,14}}?)(?:[，：]?(?P<said>分别是"
    "|分别为|分别有|依次是|依次为|即|就是|包括|名单是|名单如下)[：:]?"
    "|(?P<colon>：))"
)
_NAMED_AHEAD = re.compile(
    f"(?P<count>{NUMERAL}|(?<![0-9.,])[0-9]{{1,2}})(?P<unit>(?!名){_UNIT})"
    "(?P<noun>[^，。；：\n0-9、“”]{0,10}?)(?P<held>（)"
)
_NO_LIST = re.compile("[0-9]|如下|见附|见表|见下|详见|下表|附件|附表|其中|一是|第一|（一）|①")
_CLOSER = re.compile("[，。；：！？\n]")
_VERB = re.compile(
    "的|了|已|被|把|将|对|与|在|于|从|为|由|并|等|是|有|共|举办|开展|建立"
    "|成立|设立|完成|签订|参加|召开|进行|制定|修订|印发|评出|围绕|通过|带动"
    "|新增|新建|涉及|获得|荣获|负责|选派|邀请|面向|购置|配备|购买|上报|确定"
    # These end the name of a thing as well: 生日慰问, 技能提升.
    "|(?:组织|参与|评选|表彰|慰问|走访|联合|协助|推动|覆盖|实施|实现|发放|征集|提升)(?=[一-鿿])"
)
# 抢险一线三个班组 are of the place and not the things themselves.
_PLACE = ("一线", "岗位", "战线", "领域", "系统", "行业", "等地")
# 三支服务队和文艺 ends one list and begins another.
_OTHER_COUNT = re.compile(f"{NUMERAL}{_UNIT}")
# 五方面经验：一是…；二是…
_ENUMERATED = re.compile(
    f"(?P<count>{NUMERAL}|(?<![0-9.,])[0-9]{{1,2}})(?P<unit>个方面|方面|件事|个|项|点|条|大|件)"
    "[^。；：\n]{0,24}：(?=一(?P<mark>[是要]))"
)
_NEXT = {mark: re.compile(f"(?<=[：；。，])({NUMERAL}){mark}") for mark in "是要"}
_OPENS, _SHUTS = "（《“〈【", "）》”〉】"
# 二车间、四车间至六车间 are counted by their ordinals.
_ORDINAL = re.compile("第?[一二三四五六七八九十0-9]{1,3}[^、]{0,6}(?:至|到|—|$)")
_AND = re.compile("和|与|及|以及|暨")

_SLOGAN = re.compile(
    "“(?P<slogan>(?P<count>[二两三四五六七八九十]{1,2}|[2-9])(?P<what>个一"
    "|个[一-鿿]{1,3}|比|必[一-鿿]{1,3}|季送|"
    "[送进问有访讲查抓创争看学促帮心度性化力感上亮带包定晒评清知会严实公让不联关入走转抢提好到统满][一-鿿]{0,3}))”"
)
_SLOGAN_LIST = re.compile(
    "[^，。；：\n“”]{0,16}?(?:，?(?:即|就是|包括|分别是|分别为|内容为"
    "|做到|坚持做到)[：]?|：|（(?:即|指)?)"
)
_LATER = re.compile("[^。；：\n0-9]{0,30}?，(?:即|包括|分别是|就是)[：]?")
_NEXT_CLAUSE = re.compile("[^，。；：\n“”]{0,8}，(?!$)")
_ONES = re.compile("一[一-鿿]")
_SENTENCE_END = re.compile("[。！？\n]")
_BRACKET_END = re.compile("[）\n]")


class _List(NamedTuple):
    """Things that are listed: how few and how many they may be, and whether 等 follows."""

    fewest: int
    most: int
    is_open: bool
    items: tuple[str, ...]


def check_lists(document: Document) -> Iterator[Remark]:
    """Find counts beside which another number of things is listed: 四项制度 with three names."""
    text = even(document.text)
    told: set[int] = set()
    for found in _AHEAD.finditer(text):
        if listed := _listed_ahead(text, found):
            yield from _compared(document, found, listed, told)
    for found in _ENUMERATED.finditer(text):
        number, said = _enumerated(text, found), count_of(found["count"])
        told.add(found.start("count"))
        if number > 1 and said is not None and said not in {1, number}:
            span = Span(found.start("count"), found.end("unit"))
            yield _differs(document, "list-count", span, number)
    for found in _NAMED_AHEAD.finditer(text):
        listed = _held(text, found)
        if listed and abs(listed.fewest - (count_of(found["count"]) or 0)) <= 2 < listed.fewest:
            yield from _compared(document, found, listed, told)
    for pattern in (_BEHIND, _KINDS, _ALONE, _LEVELS):
        for found in pattern.finditer(text):
            if found.start("count") not in told and (listed := _listed_behind(text, found)):
                yield from _compared(document, found, listed, told)


def _enumerated(text: str, found: re.Match[str]) -> int:
    """How far 一是, 二是, 三是 go on in the line behind a count."""
    end = text.find("\n", found.end())
    number = 0
    last = end if end >= 0 else len(text)
    for each in _NEXT[found["mark"]].finditer(text, found.end(), last):
        if count_of(each[1]) != number + 1:
            break
        number += 1
    return number


def check_slogans(document: Document) -> Iterator[Remark]:
    """Find slogans with a number beside which another number of things is listed: “五个一”."""
    text = even(document.text)
    for found in _SLOGAN.finditer(text):
        count = count_of(found["count"])
        if count is None or count < 2 or re.match("[级星]", found["what"]):
            continue
        for number in _of_slogan(text, found, count):
            yield _differs(document, "slogan", Span(*found.span("slogan")), number)


def _compared(
    document: Document, found: re.Match[str], listed: _List, told: set[int]
) -> Iterator[Remark]:
    count = count_of(found["count"])
    if count is None or not 1 < count <= _MOST:
        return
    told.add(found.start("count"))
    if listed.fewest <= count <= listed.most or (listed.is_open and listed.most < count):
        return
    span = Span(found.start("count"), found.end("unit"))
    yield _differs(document, "list-count", span, listed.fewest, doubtful=listed.is_open)


def _differs(
    document: Document, rule: str, span: Span, number: int, *, doubtful: bool = False
) -> Remark:
    words = document.text[slice(*span)]
    message = (
        f"{quote(document.text, *span)}写的是“{words}”，列出来的是{number}样，"
        "请核对是漏列了、多列了，还是数写错了。"
    )
    return Remark(rule, Severity.HINT if doubtful else Severity.WARNING, message, span)


def _listed_ahead(text: str, found: re.Match[str]) -> _List | None:
    """The things behind a colon or 分别是, up to the end of their clause."""
    at = found.end()
    whole = _until(text, at, _SENTENCE_END)
    parts = [each for each in _split(whole, "；") if each.strip()]
    if len(parts) > 1 and not found["said"] and "、" not in parts[0]:
        return None if any(_NO_LIST.search(each) for each in parts) else _closed_list(parts)
    clause = _split(parts[0], "，")[0] if parts else ""
    if clause.strip() in {"", "即", "有"} or _NO_LIST.search(clause):
        return None
    items = _split(clause, "、")
    return _closed_list(items) if len(items) > 1 or _titles(clause) > 1 else None


def _held(text: str, found: re.Match[str]) -> _List | None:
    words = _until(text, found.end(), _BRACKET_END)
    if _NO_LIST.search(words) or re.match("[均含按以由不主详另系指共注除]|其中|包括?含?", words):
        return None
    items = _split(re.split("[，；]", words)[0], "、")
    near = len(items) > 1 and all(2 <= len(each) <= 16 for each in items)
    return _closed_list(items) if near else None


def _closed_list(items: list[str]) -> _List:
    last = items[-1].rstrip("， ")
    is_open = last.endswith("等") or bool(re.search("等(?!候|级|待|次|额)[^、]{0,6}$", last))
    extra = sum(len(_AND.findall(_outside(each))) for each in items)
    titles = _titles("、".join(items))
    fewest = max(len(items), titles) if titles > 1 else len(items)
    return _List(fewest, fewest + extra, is_open, tuple(items))


def _listed_behind(text: str, found: re.Match[str]) -> _List | None:
    """The things that stand close before their count, in its clause."""
    end = found.start()
    start = max(0, end - _REACH)
    clause = text[start:end]
    cut = max((each.end() for each in _CLOSER.finditer(_masked(clause))), default=0)
    clause = clause[cut:]
    titles = re.findall("[《“][^《》“”\n]{1,60}[》”](?=[《“、和与及]|以及|$)", clause)
    if clause.endswith(("》", "”")) and len(titles) > 1:
        return _List(len(titles), len(titles), bool(found["etc"]), tuple(titles))
    items = _split(clause, "、")
    if len(items) < 2 or not _is_noun(items[-1]) or re.search("[0-9]", clause):
        return None
    for place in range(len(items) - 1, 0, -1):
        words = _outside(items[place])
        if _VERB.search(words) or _OTHER_COUNT.search(words):
            # What joins it to the words before is no part of the list.
            items = ["", *items[place + 1 :]]
            break
    if len(items) < 2 or all(map(_ORDINAL.match, items)):
        return None
    extra = sum(len(_AND.findall(_outside(each))) for each in items)
    return _List(len(items), len(items) + extra, bool(found["etc"]), tuple(items))


def _is_noun(words: str) -> bool:
    is_thing = bool(words) and not words.endswith(_PLACE)
    return is_thing and not _VERB.search(_outside(words)) and len(words) <= 16


def _until(text: str, at: int, end: re.Pattern[str]) -> str:
    found = end.search(text, at, at + _REACH)
    return text[at : found.start() if found else min(len(text), at + _REACH)]


def _masked(words: str) -> str:
    """The words with what stands in brackets and marks made one letter, place by place."""
    depth, shown = 0, []
    for letter in words:
        depth -= letter in _SHUTS and depth > 0
        shown.append("□" if depth else letter)
        depth += letter in _OPENS
    return "".join(shown)


def _outside(words: str) -> str:
    return _masked(words).replace("□", "")


def _split(words: str, mark: str) -> list[str]:
    """The parts between marks that stand outside brackets and quotations."""
    parts, start, masked = [], 0, _masked(words)
    for place, letter in enumerate(masked):
        if letter in mark:
            parts.append(words[start:place])
            start = place + 1
    return [*parts, words[start:]]


def _titles(words: str) -> int:
    return words.count("《") if words.lstrip().startswith("《") else 0


def _of_slogan(text: str, found: re.Match[str], count: int) -> Iterator[int]:
    """Yield how many things are listed beside a slogan, if no way to count them fits."""
    begins = _SLOGAN_LIST.match(text, found.end()) or _LATER.match(text, found.end())
    begins = begins or _NEXT_CLAUSE.match(text, found.end())
    if begins is None or (begins.re is _NEXT_CLAUSE and text[begins.end()] != found["what"][0]):
        return
    shut = _BRACKET_END if begins[0].endswith(("（", "（即", "（指")) else _SENTENCE_END
    whole = _until(text, begins.end(), shut)
    ways = _ways(whole, found["what"])
    if ways and count not in ways and abs(ways[0] - count) <= 3:
        yield ways[0]


def _ways(whole: str, what: str) -> list[int]:
    """The ways to count what is listed, the likeliest first."""
    pieces = [each for each in _split(whole, "；") if each.strip()]
    clause = _split(pieces[0], "，")[0] if pieces else ""
    key = "一" if what == "个一" else what.removesuffix("季送")[:1] if "季" not in what else "送"
    ways: list[int] = []
    if len(pieces) > 1:
        ways.append(len(pieces))
    listed = _split(clause, "、")
    if len(listed) > 1:
        ways += [len(listed), len(listed) + sum(len(_AND.findall(_outside(e))) for e in listed)]
    clauses = _split(whole, "，；、")
    keyed = sum(key in each for each in clauses) if key not in "个" else 0
    if keyed > 1:
        ways.append(keyed)
    return ways
