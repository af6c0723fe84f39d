"""Words in the language that is spoken: their order, their plural, and those that it lacks."""

import pytest

from ui import words
from ui.words import say

SAID = {"新建": "NEW", "共{count}行": "ROWS: {count}", "{name}的{part}": "{part} OF {name}"}
COUNTED = {"共{count}项": ("ONE FIGURE", "{count} FIGURES")}


class Capitals:
    """Another language, in which one figure is called otherwise than several."""

    def gettext(self, words: str, /) -> str:
        return SAID.get(words, words)

    def ngettext(self, words: str, _of_many: str, count: int, /) -> str:
        return COUNTED[words][count != 1] if words in COUNTED else words


@pytest.fixture
def _in_capitals(monkeypatch: pytest.MonkeyPatch) -> None:
    for part in ("language", "catalogue"):
        monkeypatch.setattr(words._Spoken, part, getattr(words._Spoken, part))
    words.speak("xx", Capitals())


def test_without_another_language_words_are_said_as_they_stand() -> None:
    assert words.language() == "zh"
    assert say("键入 { 或【") == "键入 { 或【"
    assert say("{name}的{part}", name="会员", part="备注") == "会员的备注"
    assert say("{words}{share:.0%}", words="已填", share=0.5) == "已填50%"


@pytest.mark.usefixtures("_in_capitals")
def test_another_language_has_its_own_words_order_and_plural() -> None:
    assert say("新建") == "NEW"
    assert say("{name}的{part}", name="会员", part="备注") == "备注 OF 会员"
    assert say("共{count}行", count=1) == "ROWS: 1"
    assert [say("共{count}项", count=count) for count in (1, 2)] == ["ONE FIGURE", "2 FIGURES"]


@pytest.mark.usefixtures("_in_capitals")
def test_what_another_language_lacks_is_said_in_chinese() -> None:
    assert say("还差{count}项", count=2) == "还差2项"
