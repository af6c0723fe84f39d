"""Measure words whose number was lost: 走访慰问了名困难职工, 签订合同份, 补助金万元, .98%."""

import re
from collections.abc import Iterator

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.words.measures import closed
from unionapp.checks.prose.words.phrase import even, quote
from unionapp.reading import Span

_RULE = "missing-number"
_END = "(?=[，。；、：）]|其中|\n|$)"
# What is done to people, and to things, before they are counted.
_DEED = (
    "了|慰问|走访|看望|探望|表彰|奖励|评选|评出|选出|选树|培训|帮助"
    "|帮扶|资助|救助|推荐|选派|选送|新增|吸收|吸纳|发展"
    "|动员|邀请|聘请|聘用|配备|招聘|下设|设立|设有|下辖|现有|已有|仅有|共有"
    "|共计|合计|总计|累计|拥有|建立|建成|新建|组建"
    "|成立|创建|命名|举办|开办|承办|开展|召开|举行|签订|续签|征集"
    "|收集|收到|提出|采纳|查出|排查|发现|整改|解决|办理|办结|受理"
    "|接待"
    "|调解|化解|发放|送出|送去|赠送|编发|编印|印发|刊发|刊出|报送"
    "|撰写|张贴|悬挂|制作|覆盖|惠及|涉及|制定|修订|出台|完善"
    "|审议|通过|完成|实施|获得|取得|购买|订阅|添置|参加|组织|带动"
    "|指导|推动|帮教|结对|慰藉|入会|救济|共|达到"
    "|全[厂校院市区县乡镇局行矿馆]|全街道|全公司|辖区内?"
)
_PEOPLE = (
    "职工|员工|会员|教师|教职工|老师|干部|工人|代表|选手|队员|劳模"
    "|医生|护士|党员|学生|子女|骑手|司机|快递员|志愿者"
    "|人员|委员|同志|工作者|专家|讲师|教练|劳动者|家属|工匠|技师|标兵|能手|积极分子|先进个人"
    "|主席|护工|保洁员|村民|患者|女工"
)
# What each measure word counts; a number must stand between it and a deed before.
_THINGS = {
    "名": _PEOPLE,
    "位": _PEOPLE,
    "家": (
        "企业|单位|基层工会|工会|公司|商户|门店|医院|学校|会员单位|银行"
        "|支行|饭店|工厂|书屋|驿站|机构"
    ),
    "个": (
        "工会小组|小组|分会|分工会|班组|车间|基层工会|工会|工联会|驿站"
        "|书屋|职工之家|活动室|社团|协会|代表团"
        "|项目部|社区|部门|先进集体|集体|窗口|公开栏|工作室|专门委员会"
        "|委员会|村|单位|企业|服务站|站点|奖项|岗位"
    ),
    "户": "困难|特困|低保|贫困|家庭|职工|帮扶|农户",
    "份": (
        "集体合同|专项合同|合同|协议|慰问品|宣传|资料|问卷|倡议书|责任书"
        "|报纸|手册|礼包|大礼包|礼品|承诺书|物资"
    ),
    "件": "提案|案件|信访|来信|议案|建议|实事|慰问品|纠纷|争议|专利|作品",
    "项": (
        "制度|活动|提案|成果|合理化建议|技术|竞赛|决议|荣誉|隐患|专利"
        "|议案|攻关|办法|措施|课题|议题|实事|建议|革新"
    ),
    "期": "培训|板报|黑板报|宣传栏|简报|讲座|专栏|墙报|学习班|夜校|橱窗|工会主席",
    "场": (
        "普法|法律|法治|健康|招聘|就业|歌咏|趣味|劳动"
        "|讲座|培训|比赛|招聘会|活动|竞赛|联谊|宣讲|文艺|演出|专场|座谈"
        "|报告|报告会|知识|演练|运动会|技能|球赛"
    ),
    "次": (
        "劳动|竞赛|比赛|法律|普法|健康|知识|技术|活动|会议|培训|检查|讲座"
        "|座谈|演练|职代会|教代会|集中学习|专题"
        "|安全|体检|家访|走访|技能|应急|全体|民主"
    ),
    "条": "合理化|建议|意见|隐患|信息|标语|横幅|宣传",
    "篇": "心得|文章|稿件|信息|论文|征文|报道|调研|通讯|简报",
    "册": "图书|书籍|书|资料|手册|宣传",
    "起": "争议|纠纷|劳动争议|案件|劳资|矛盾",
    "支": "队伍|代表队|志愿|服务队|球队|参赛队|突击队",
    "对": "师徒|新人|结对|师傅",
}
_BETWEEN = "[一-鿿]{0,6}?"
_AFTER_DEED = "|".join(
    f"{closed(unit)}(?={_BETWEEN}(?:{things}))" for unit, things in _THINGS.items()
)
# Words that end as a deed does, or go on from it with the measure word.
_NO_GAP = re.compile(
    "(?:为了|除了|[好多]了|共同|公共|[每逐各哪整那这几数]|(?:达到"
    "|通过|培训|参加|发展|完成)(?=期|对))$"
)
# Whom something is done for; 作为 and 因为 are none.
_FOR = re.compile(
    f"(?<![作成因以])(?:为|给|向|与)(?P<whom>{closed('名')}(?={_BETWEEN}(?:{_PEOPLE}))"
    "|家(?=企业|单位)|户(?=困难|特困|低保|贫困|职工家庭))"
)
_LOST = re.compile(f"(?:{_DEED})(?P<unit>{_AFTER_DEED})")
# What is counted behind its name.
_BEHIND = {
    "份": (
        "合同|协议|协议书|责任书|问卷|倡议书|承诺书|资料|慰问品|手册|证书"
        "|纪念品|要约书|报刊|档案|调查表|物资|宣传单"
    ),
    "名": (
        "职工|员工|会员|教师|教职工|干部|代表|选手|子女|劳模|党员|委员"
        "|学生|队员|人员|工人|标兵|能手|积极分子|先进个人|志愿者"
    ),
    "人": "职工|员工|会员|教师|教职工|选手|子女|农民工|女工|困难户",
    "户次": "家庭|职工|走访|慰问",
    "户": "职工|家庭|困难户|特困户|贫困户|职工家庭|困难职工|农户",
    "家": "单位|基层工会|公司|小微企业|非公企业|商户|驿站|书屋|已建会企业|规上企业",
    "个": (
        "小组|分会|分工会|班组|车间|工会|集体|驿站|书屋|社团|协会|工作室"
        "|职工之家|职工小家|活动室|代表团|公开栏|联合会|委员会"
    ),
    "项": (
        "攻关|制度|成果|隐患|专利|决议|荣誉|活动|竞赛|技术革新|技术改进|问题"
        "|课题|办法|议案|革新|提案|建议|措施|实事"
    ),
    "件": "提案|案件|信访|建议|争议|纠纷|议案|专利|作品|备件|实事|物品|慰问品|来信|来访|工单",
    "条": "建议|意见|隐患|信息|标语|横幅|问题|线索|消息",
    "次": "活动|培训|检查|讲座|座谈会|会议|演练|职代会|教代会|走访|体检|比赛|竞赛|慰问|学习",
    "场": "活动|讲座|培训|比赛|竞赛|招聘会|联谊|宣讲|演出|座谈会|报告会|文艺|联谊会|宣讲会",
    "期": "板报|黑板报|简报|专栏|宣传栏|墙报|培训|培训班|讲座|橱窗|公开栏|《[^《》\n]{1,20}》",
    "篇": "信息|稿件|论文|征文|心得|心得体会|文章|报道|通讯|作品",
    "起": "争议|纠纷|案件|事故|矛盾|劳动争议",
    "处": "隐患|公开栏|宣传栏|场所|问题",
    "册": "图书|书籍|资料|手册|藏书",
    "台": "电脑|空调|设备|器材|饮水机|微波炉",
    "对": "师徒|对子|新人|青年|结对",
    "人次": (
        "职工|员工|会员|教师|教职工|劳动者|人员|干部|群众|住院|生病|慰问"
        "|培训|参加|参与|参赛|受训|惠及|服务|覆盖|救助|学员|观众|听众"
        "|女工"
    ),
}
_NAMED = re.compile(
    "|".join(
        f"(?:{things}) ?(?P<u{place}>{closed(unit)}){_END}"
        for place, (unit, things) in enumerate(_BEHIND.items())
    )
)
# A clause that says what was done, has no numeral and ends in what things are counted by.
_NUMERALS = "0-9一二三四五六七八九十百千万亿两几数多半余每各某整全首本逐"
_ENDED = re.compile(
    "(?:(?<=[，。；、：\n年月间来])|^)(?:共|先后|已|累计)?(?:举办"
    "|承办|开展|召开|签订|续签|征集|收集|收到|收回|提出|查出|排查"
    "|受理|办理|调解|发放|印发|赠送|编发|编印|刊发|报送|撰写|制作"
    "|修订|制定|审议通过|新建|添置|购置|购买|配备|建成|改造|成立|组建"
    "|为[一-鿿]{2,6}(?:添置|配备|发放|赠送))"
    f"(?P<things>[^，。；：、\n*×{_NUMERALS}]{{1,11}}[一-鿿])(?<![{_NUMERALS}])"
    "(?P<unit>[份篇册场期件项条起])(?=[，。；])"
)
# The characters before each of them with which it ends another word: 身份, 车间, 党支.
_ENDS_WORD = {
    "起": "一兴升发建引掀提撑立竖记",
    "期": (
        "上下中为乳产任假分初到前务口合同后周如孕学定届峰工延按效日早时星暑末汛渡温用短"
        "经质过近逾键长限预"
    ),
    "场": "功晒专主会入农出到剧动卖商在场工市广当战操料机林殖牧现球登矿立练考职育菜货赛车",
    "项": "专事分单大奖子小弱强款漏立结缺赛选",
    "件": "事信元函印原备工快急挂插文条来构案物硬稿组要计证课软邮部配铸锻附零",
    "条": "便信教横纸线链面",
    "册": "传小贺相分史名图在念手注清画表账造",
    "篇": "名开新短续诗长",
    "份": "备年成月水省等股身部",
}
_MONEY = re.compile(
    "(?:(?<=[金费款额助贴资益值入出计失薪赔偿励付]) ?(?P<sum>万元|亿元)(?!户)"
    f"|(?<=[金费款额计均]) ?(?P<coin>元){_END})"
)
_SHARE = re.compile(
    "(?<=[占达为到至率超]) ?(?P<share>%)|(?<=率)(?:均|已)?(?:达到?"
    f"|为|在|保持在|超过?)(?P<least>以上|以下|左右){_END}"
)
_ORDINAL = re.compile(
    "(?<![次门等及])(?P<nth>第[届次期](?![一-鿿]{0,1}第?[一二三四五六七八九十0-9]))"
)
_DATE = re.compile("(?:(?<=[0-9〇○]年)|(?<=[于在，。；自至从到]))(?P<date>月日)(?![0-9])")
_QUALIFIED = re.compile(
    "(?:(?:(?<=[职会员工织动展有了训到出放近访问助救扶]))余(?P<more>名|人次"
    "|万元|份|户|场|条|册|篇|家(?=企业|单位))"
    "|(?:共计|合计|总计|累计达?|共有|现有|达到?|[仅约])(?P<bare>名"
    f"|户|家|份|件|条|篇|场|人次|万元){_END})"
)
# What is left of a number that lost its first digits.
_POINT = re.compile("(?<![0-9一-鿿)）]\\.)(?<=[一-鿿])(?P<part>\\.[0-9]{1,4}%)")
# A count without what measures it, before things that are counted.
_UNMEASURED = re.compile(
    "(?<![0-9.第年月—~～-])(?P<count>[0-9]{1,4})(?=(?:区域性|行业性"
    "|工资|女职工|专项|综合)(?:[一-鿿]{0,4})合同"
    "|合理化建议|困难职工|基层工会|工会小组|非公企业|农民工会员)"
)


def check_missing_numbers(document: Document) -> Iterator[Remark]:
    """Find measure words before which no number stands, and numbers that lost a part."""
    text = even(document.text)
    for found in _LOST.finditer(text):
        if not _NO_GAP.search(text, max(0, found.start() - 2), found.start("unit")):
            yield _lost(document, Span(*found.span("unit")), Severity.ERROR)
    for found in _ENDED.finditer(text):
        ends_word = found["things"][-1] in _ENDS_WORD[found["unit"]]
        if not ends_word and not _NAMED.search(text, found.start(), found.end() + 1):
            yield _lost(document, Span(*found.span("unit")), Severity.WARNING)
    for found in _FOR.finditer(text):
        yield _lost(document, Span(*found.span("whom")), Severity.ERROR)
    for pattern in (_NAMED, _MONEY, _SHARE, _ORDINAL, _DATE, _QUALIFIED):
        for found in pattern.finditer(text):
            if not _is_heading(text, found):
                yield _lost(document, Span(*found.span(str(found.lastgroup))), Severity.ERROR)
    for found in _POINT.finditer(text):
        yield _cut(document, Span(*found.span("part")))
    for found in _UNMEASURED.finditer(text):
        yield _unmeasured(document, Span(*found.span("count")))


def _is_heading(text: str, found: re.Match[str]) -> bool:
    """Whether it heads a column, or says in which unit figures are given."""
    start = text.rfind("\n", 0, found.start()) + 1
    end = text.find("\n", found.end())
    line = text[start : end if end >= 0 else len(text)]
    return "\t" in line or "单位：" in line


def _lost(document: Document, span: Span, severity: Severity) -> Remark:
    unit = document.text[slice(*span)]
    message = f"{quote(document.text, *span)}里的“{unit}”前面没有数字，请补上，没有就改写这句。"
    return Remark(_RULE, severity, message, span)


def _cut(document: Document, span: Span) -> Remark:
    words = document.text[slice(*span)]
    message = f"{quote(document.text, *span)}里的“{words}”少了小数点前的数字，请补全。"
    return Remark(_RULE, Severity.ERROR, message, span)


def _unmeasured(document: Document, span: Span) -> Remark:
    words = document.text[slice(*span)]
    message = f"{quote(document.text, *span)}里的“{words}”后面没有量词，请补上。"
    return Remark(_RULE, Severity.WARNING, message, span)
