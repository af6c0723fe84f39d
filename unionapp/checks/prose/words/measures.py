"""Measure words as they close a count, and the characters by which they begin another word."""

# 项目 and 家庭 are no 项 and 家.
GO_ON = {
    "人": "员均才力民大事工数口手身情格士们际群文生物家体心性类",
    "个": "人体别性案头税展中股",
    "家": "门庭电属长政访校乡风园具常书国里教居务用纺禽暴慈境底训祭装中",
    "项": "目",
    "条": "例款目件线块规文理框带幅",
    "件": "套",
    "次": "年日数要月序生品贷级于第",
    "名": "师单称额录誉义牌校言著医列次望将胜片目副册为满声家企字额气利流额次人额角气山",
    "户": "籍外主口均型数头枢用",
    "期": "间待望满末刊中初盼限许货权房内",
    "场": "地所馆次景面合内外上下域",
    "份": "额子内外量",
    "篇": "章幅目",
    "年": "度底初末会均终轻报龄",
    "月": "底初末份度",
    "日": "前常",
    "级": "别",
    "种": "类植子",
    "类": "别型似",
    "处": "室理置于在",
    "台": "账阶",
    "位": "于置居列",
    "班": "组长次子级",
    "队": "员伍长列",
    "座": "谈位",
    "本": "人身级地年月着职单部科校院市区次来",
    "支": "部队出行持撑付援教",
    "面": "积对向貌",
    "桌": "椅面",
    "岁": "月",
    "元": "旦宵月素老首",
    "分": "会数工之",
    "批": "评准",
    "册": "",
    "万元": "户",
    "人次": "",
    "%": "",
}


def closed(unit: str) -> str:
    """Return a pattern of a measure word that does not begin another word."""
    if unit == "名":
        return f"名(?![{GO_ON['名']}]|优(?!秀))"
    following = GO_ON.get(unit, "")
    return f"{unit}(?![{following}])" if following else unit


COUNTED = "|".join(
    closed(unit) for unit in ("人次", "人", "名", "户", "家", "个", "项", "件", "份")
)
COUNTED += "|" + "|".join(closed(unit) for unit in ("条", "次", "期", "场", "篇", "册", "位", "支"))
COUNTED += "|" + "|".join(closed(unit) for unit in ("处", "台", "批", "本", "起", "间", "对", "幅"))
# A number's multiplier and unit, whatever is counted.
UNIT = (
    f"(?:[余多])?(?:[百千万亿]{{1,2}})?(?:[余多])?"
    f"(?:{COUNTED}|{closed('元')}|{closed('年')}|{closed('月')}|{closed('日')}|%"
    f"|届|组|张|套|部|辆|吨|周|天|小时|平方米|{closed('级')}|{closed('类')}|{closed('种')})"
)
