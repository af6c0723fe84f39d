"""Make the page of the manual on what is checked in any text, out of resources/rules.toml.

Usage: python packaging/rules_page.py
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

RESOURCES = Path(__file__).parents[1] / "resources"
RULES, PAGE = RESOURCES / "rules.toml", RESOURCES / "manual" / "rules.md"

SEVERITIES = {"error": "错误", "warning": "提醒", "hint": "提示"}

HEAD = """# 检查规则

填草稿时正文里写的话，还有“检查文稿”里的任何文稿，都按下面这些规则查。**错误**是肯定不对的，\
**提醒**是多半不对、要核对的，**提示**是拿不准、供参考的。概数（带“余”“约”“近”“以上”的）\
不当成准数去算。每条规则举一个会提出来的例子，两个相近而不提的例子。"""


def page_of(rules: list[dict[str, object]]) -> str:
    """Return the page in Markdown: what must be mended first, in the order of the rows."""
    ordered = sorted(rules, key=lambda rule: list(SEVERITIES).index(str(rule["severity"])))
    return "\n\n".join([HEAD, *("\n\n".join(_entry(rule)) for rule in ordered)]) + "\n"


def _entry(rule: dict[str, object]) -> Iterator[str]:
    yield f"## {rule['title']}（{SEVERITIES[str(rule['severity'])]}）"
    yield _plain(str(rule["why"]))
    passed = rule["passed"]
    examples = [f"- 会提出：{_plain(str(rule['flagged']))}"]
    if isinstance(passed, list):
        examples += [f"- 不提：{_plain(str(each))}" for each in passed]
    yield "\n".join(examples)


def _plain(words: str) -> str:
    """Words as they stand, whatever they mean in Markdown."""
    lines = words.replace("\\", "\\\\").replace("\n", " ⏎ ")
    return "".join(f"\\{each}" if each in "*_`[]<>#|~" else each for each in lines)


if __name__ == "__main__":
    PAGE.write_text(page_of(tomllib.loads(RULES.read_text("utf-8"))["rule"]), "utf-8")
