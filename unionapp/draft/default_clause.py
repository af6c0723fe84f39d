"""The sentence of an indicator that the secretary has added, from its name, kind and unit.

A template's own sentences are written by hand; here only a name is known, and 食堂满意度测评2次
lacks its verb. What is said is plain enough to be right for any name: 服务窗口 and 服务职工 begin
alike, and 共 suits the thing and the deed.
"""

import re

from unionapp.template import Clause, Indicator
from unionapp.values import Kind

_PLAIN = str.maketrans("[]<>|{}", "［］〈〉｜｛｝")

# What a name begins with that is said to be done, so that it needs no 开展.
_VERB = re.compile(
    "开展|组织|举办|召开|举行|进行|参加|参与|完成|实施|接受|接待|走访|家访|慰问|看望|探望|办理|受理"
    "|发放|送[出去]|收[到集]|征集|培训|培养|检查|排查|整改|建[成立有]|新[建增设]|设[立有]|签订|编[印发]|印发"
    "|资助|补助|救助|帮[助扶]|支出|投入|拨付|筹集|募集|捐|表彰|选树|评[选出]|获|惠及|覆盖|服务|化解|调解"
    "|安排|购[买置]|改[造善]|发[展生]|吸收|推[荐选]|报送|现有|共"
)

# What says 共 itself.
_SUMMED = re.compile("^(?:共[有计]|总[共计])|共计?$|[合总]计$")

# What nobody holds.
_HAPPENS = re.compile("事故|火灾|故障|纠纷|争议|投诉|违[规纪章法]|停[电水产]|伤亡|缺勤")

_TIMES = frozenset({"次", "场", "期", "场次"})


def clause_of(indicator: Indicator) -> Clause:
    """Return the sentence of an indicator, whose name may hold signs that mean something there."""
    name = indicator.name.translate(_PLAIN)
    before, between = _words(indicator)
    return Clause(f"{before}{name}{between}{{{indicator.id}}}。")


def _words(indicator: Indicator) -> tuple[str, str]:
    """What stands before the name, and between it and the figure."""
    kind = indicator.kind
    if kind.traits.is_summed and _SUMMED.search(indicator.name):
        return "", ""
    if kind is Kind.COUNT and indicator.unit in _TIMES and _is_held(indicator.name):
        return "开展", ""
    return "", kind.traits.link


def _is_held(name: str) -> bool:
    return not _HAPPENS.search(name) and not _VERB.match(name)
