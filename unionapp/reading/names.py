"""What a figure counts: its name, from the words before and behind it and from what was named.

No dictionary of the language is asked: a name ends where a figure or a mark stands, and what may
begin or end it without saying anything is known by the words of such papers.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TypeAlias

from unionapp.reading import clues
from unionapp.reading.amounts import Amount
from unionapp.reading.measures import OF_MONEY, OF_PEOPLE, OF_RATE
from unionapp.reading.model import Span
from unionapp.reading.phrases import Phrases

# A name, the thing that it is of, and whether it is one that others are compared with.
_Name: TypeAlias = tuple[str, str, bool]


@dataclass(frozen=True, slots=True)
class Named:
    """A figure that has its name: what later figures of its sentence are said of."""

    span: Span
    name: str
    thing: str
    unit: str
    is_compared: bool = False
    done: str = ""
    head: str = ""
    before: str = ""


@dataclass(slots=True)
class Namer:
    """Names the figures of a text one after another."""

    phrases: Phrases
    named: list[Named] = field(default_factory=list)
    plans: list[int] = field(default_factory=list)

    def name_of(self, amount: Amount, last: int) -> str:
        """Return the name of a figure; `last` is where the number before it ends."""
        before = self.named[-1].span.end if self.named else 0
        words = _Words.around(amount, self.phrases, last, before)
        name, thing, compared = self._named(words)
        name = _shortened(name)
        if self._is_planned(words) and "计划" not in name:
            name = f"计划{name}"
        done = clues.BARE_DONE.sub("", words.head) if clues.DONE.match(words.head) else ""
        self.named.append(
            Named(
                amount.span,
                name,
                _thing(thing or name),
                amount.unit,
                compared,
                done,
                words.head,
                words.full_head,
            )
        )
        return name

    def _is_planned(self, words: "_Words") -> bool:
        """Whether it is a target: by its own words, or by the heading under which it stands."""
        text, start, sentence = self.phrases.text, words.amount.number.start, words.sentence
        if clues.PLANNED.search(text, max(sentence.start, start - 60), start):
            return True
        if not self.plans:
            self.plans = _plans(text)
        at = bisect_right(self.plans, start)
        return at % 2 == 1 and not clues.LACKING.search(
            text, max(sentence.start, start - 80), start
        )

    def _named(self, words: "_Words") -> _Name:
        amount, head = words.amount, words.head
        base = self._base(words)
        if (found := clues.EACH.search(head)) and base is None and found.start() > 1:
            return f"人均{head[: found.start()]}", head[: found.start()], False
        if amount.base in OF_RATE or amount.base == "‰":
            return self._of_rate(words, base)
        if base is not None:
            if found := clues.COMPARED.match(head):
                return f"上年{found['what']}{base.thing}", base.thing, True
            if found := clues.CHANGED.match(head):
                return f"{base.thing}{found['way']}", base.thing, True
            if found := clues.THAN.match(words.full_head):
                return f"{found[1]}{base.thing}", base.thing, True
            if clues.REACHED.match(head):
                in_all = "累计" if clues.IN_ALL.match(head) else ""
                return in_all + _without_start(base.thing), base.thing, False
            if found := clues.EACH.search(head):
                each = "人均" if found["each"] in {"每人", "每名", "平均每人"} else found["each"]
                what = head[: found.start()] or base.thing
                return f"{each.replace('平均每', '每')}{what}", base.thing, False
            if clues.REST.match(head) and not words.tail_noun:
                return self._rest(words, base)
            if amount.base in OF_MONEY and not words.tail_noun:
                if clues.MONEY_ONLY.match(head):
                    ending = "" if base.unit.endswith("元") else "金额"
                    ending = head if head in clues.SPENT else ending
                    return f"{base.thing}{ending}", base.thing, False
                if clues.GAINED.match(head):
                    return f"{base.thing}{head}", base.thing, False
        if words.tail_noun and not (clues.ENDS_IN_NOUN.search(head) and words.tail_is_weak):
            return self._by_tail(words)
        return self._by_head(words, base)

    def _of_rate(self, words: "_Words", base: Named | None) -> _Name:
        head, thing = words.head, base.thing if base else ""
        full = words.full_head
        if clues.SHARE.search(full):
            start = full[: clues.SHARE.search(full).start()]  # type: ignore[union-attr]
            return f"{_stripped(start) or (base.name if base else '')}占比", thing, False
        if found := clues.CHANGED.match(head):
            of_rate = words.amount.base.endswith("百分点") and bool(self.named)
            changed = f"{self.named[-1].name}{found['way']}" if of_rate else ""
            return changed or f"{thing}{found['way']}率", thing, True
        if found := clues.CHANGE_AT_END.search(head):
            return f"{head}率", thing, True
        if words.raw_head.endswith("的") or clues.COMPLETED.search(full):
            first = self._first_in_sentence(words) or base
            return f"{first.thing if first else ''}完成率", thing, False
        return head or f"{thing}占比", thing or head, False

    def _rest(self, words: "_Words", base: Named) -> _Name:
        """其余7项 are those of which the figure before says that they are done."""
        if words.happens and not base.done:
            return f"{words.happens[:8]}{base.thing}", base.thing, False
        return f"{'未' if base.done else '其余'}{base.done}{base.thing}", base.thing, False

    def _by_tail(self, words: "_Words") -> _Name:
        noun, rest = words.tail_noun, words.tail_rest
        if clues.WORTH.search(words.head):
            return f"{noun}{words.head}", noun, False
        if words.amount.base in OF_MONEY:
            topic = self._topic(words)
            return f"{topic if noun not in topic else ''}{noun}", noun, False
        if (
            clues.WEAK_NOUN.match(noun)
            and "》" not in words.raw_head
            and (lead := self._lead(words))
        ):
            return f"{lead}{noun}", f"{lead}{noun}", False
        if re.fullmatch("参加|参赛|参与|报名|参检|同台竞技|参训|登台演唱|登台|参展|获奖|", rest):
            weak = bool(rest) or bool(clues.WEAK_NOUN.match(noun))
            verb = _verb(words.full_head) if not rest else ""
            topic = self._topic(words) if weak and not verb else ""
            topic = "" if noun in topic else topic
            if not rest and len(words.head) > 2 and not words.is_listed:
                thing = clues.REACHES.sub("", words.head)
                return f"{words.head[-8:]}{noun}", thing if len(thing) > 2 else noun, False
            return f"{topic or verb}{rest}{noun}", noun if not weak else f"{topic}{noun}", False
        if clues.AIMED.match(words.tail_said) or clues.USED.search(words.raw_head):
            scope = found[0] if (found := clues.SCOPE.search(words.full_head)) else ""
            return f"{scope}{noun}", noun, False
        return f"{rest}{noun}", _thing(rest) if len(rest) > 3 else noun, False

    def _by_head(self, words: "_Words", base: Named | None) -> _Name:
        ways = (
            self._prize,
            self._from,
            self._part,
            self._coming,
            self._bare,
            self._deed,
            self._level,
            self._beside,
            self._with_what_happens,
            self._received,
            self._weak,
            self._thin,
        )
        found = (way(words, base) for way in ways)
        return next((name for name in found if name is not None), (words.head, words.head, False))

    def _prize(self, words: "_Words", _base: Named | None) -> _Name | None:
        """一等奖 of what was won."""
        found = clues.PRIZE.search(words.head)
        if found is None:
            return None
        context = "" if found[0].endswith("牌") else self._gathering(words)
        return f"{'' if context in words.head else context}{found[0]}", found[0], False

    def _from(self, words: "_Words", _base: Named | None) -> _Name | None:
        """What a thing was before it came to be another: 由1200人增加到1350人."""
        found = clues.FROM.match(words.full_head)
        thing = _thing(_stripped(found[1])) if found else ""
        return (f"原{thing}", thing, False) if found else None

    def _part(self, words: "_Words", _base: Named | None) -> _Name | None:
        """公司级 of the contests before 其中, but 女职工 as they are."""
        part, head = self._whole_of_part(words), words.head
        if part is None or not head or not _are_like(part.unit, words.amount.unit):
            return None
        is_kind = len(head) <= 4 and not clues.VERB.search(head)
        if not (is_kind or clues.MODIFIER.search(head)):
            return None
        nouns = clues.NOUNS.findall(part.thing)
        brief = nouns[-1] if nouns and part.thing.endswith(nouns[-1]) else part.thing[-4:]
        thing = part.thing if len(part.thing) <= 6 else brief
        owns = clues.OWNER.match(head) and len(part.thing) > 2
        is_whole = clues.ENDS_IN_NOUN.search(head) and not clues.VERBS.match(head) and not owns
        if is_whole or head in thing or head.endswith(thing[-2:]):
            return head, head if is_whole else part.thing, False
        return f"{head}{thing}", part.thing, False

    def _coming(self, words: "_Words", _base: Named | None) -> _Name | None:
        """Those who came to an event."""
        asked = words.happens if len(words.head) <= 3 and words.happens else words.head
        comes = clues.COMES.match(asked)
        if comes is None or words.amount.base not in OF_PEOPLE:
            return None
        gathering = self._gathering(words)
        return (f"{gathering}{comes[0]}", gathering, False) if gathering else None

    def _bare(self, words: "_Words", base: Named | None) -> _Name | None:
        """A figure with no word but that it is a sum: of what was named before."""
        if words.head and not clues.SUM_ONLY.match(words.head):
            return None
        unit = words.amount.base
        topic = base.thing if base else self._rate_before(words) or self._topic(words)
        if base and unit in OF_PEOPLE and words.raw_head == "、" and base.unit != unit:
            topic = _shared(base.name) or topic
        counted = {"人": "人数", "人次": "人次"}.get(unit, "") if base else ""
        if clues.WON.match(words.happens):
            return words.happens[:12], topic, False
        ending = words.happens if 0 < len(words.happens) <= 6 else counted
        return f"{topic}{ending}", topic, False

    def _deed(self, words: "_Words", base: Named | None) -> _Name | None:
        """采纳 of the suggestions that were named before."""
        head, unit = words.head, words.amount.base
        if not clues.DONE.match(head):
            return None
        of = base or self._alike_before(words)
        topic = of.thing if base and of else self._gathering(words, outside=0)
        if not topic and of is None and unit not in OF_MONEY:
            topic = self._gathering(words, outside=80)
        topic = topic or (of.thing if of else self._topic(words))
        if clues.PEOPLE.fullmatch(topic) and (shared := _shared(of.name if of else "")):
            topic = clues.VERB_AT_END.sub("", shared) or topic
        if not topic and unit in OF_MONEY:
            topic = "经费"
        done = clues.BARE_DONE.sub("", head)
        by_people = unit in OF_PEOPLE and base is not None and base.unit not in OF_PEOPLE
        behind = by_people or unit in OF_MONEY
        return (f"{topic}{done}" if behind else f"{done}{topic}"), topic, False

    def _alike_before(self, words: "_Words") -> Named | None:
        """A count of the sentence before in the same unit."""
        unit = words.amount.unit
        alike = (each for each in self.named[:-5:-1] if each.unit == unit)
        return None if words.amount.base in OF_MONEY else next(alike, None)

    def _level(self, words: "_Words", base: Named | None) -> _Name | None:
        """省级 of the models that were named before."""
        if base is None or not words.head.endswith("级"):
            return None
        nouns = clues.NOUNS.findall(base.thing)
        return (f"{words.head}{nouns[-1]}", base.thing, False) if nouns else None

    def _beside(self, words: "_Words", base: Named | None) -> _Name | None:
        """职工 beside 覆盖企业 are covered, too."""
        if base is None or not words.raw_head.startswith("、"):
            return None
        is_noun = clues.NOUNS.search(words.head) is not None
        return (f"{_shared(base.name)}{words.head}", words.head, False) if is_noun else None

    def _with_what_happens(self, words: "_Words", _base: Named | None) -> _Name | None:
        is_short = len(words.head) <= 3 and 0 < len(words.happens) <= 8
        return (f"{words.head}{words.happens}", words.head, False) if is_short else None

    def _received(self, words: "_Words", base: Named | None) -> _Name | None:
        """稿件 that came in for what was named before."""
        found = clues.RECEIVED.match(words.head)
        if found is None or not clues.SENT_IN.match(words.head, found.end()):
            return None
        what = words.head[found.end() :]
        topic = base.thing if base else self._gathering(words) or self._topic(words)
        return (f"{topic}{what}", topic if base else f"{topic}{what}", False) if topic else None

    def _weak(self, words: "_Words", _base: Named | None) -> _Name | None:
        """A word that names nothing by itself, and what it is of."""
        head = words.head
        is_short = len(head) <= 2 and not clues.NOUNS.search(head)
        if not (clues.WEAK_NOUN.match(head) or is_short):
            return None
        verb = _verb(words.full_head) if words.is_listed else ""
        topic = verb or self._topic(words)
        name = topic if topic.endswith(head) else f"{topic}{head}"
        return name, name, False

    def _thin(self, words: "_Words", _base: Named | None) -> _Name | None:
        if not clues.THIN.match(words.head):
            return None
        context = self._gathering(words, outside=0)
        if not context or set(words.head) & set(context):
            return None
        return f"{context}{words.head}", words.head, False

    def _rate_before(self, words: "_Words") -> str:
        """What a rate is of, behind which a figure stands in brackets."""
        sentence = words.sentence
        inside = self.named and self.named[-1].span.start >= sentence.start
        return self.named[-1].name.removesuffix("率") if inside else ""

    def _base(self, words: "_Words") -> Named | None:
        """The figure of the sentence that this one is said of."""
        sentence = words.sentence
        for named in reversed(self.named[-6:]):
            if named.span.start < sentence.start:
                return None
            if not named.is_compared and named.unit not in OF_RATE:
                return named
        return None

    def _first_in_sentence(self, words: "_Words") -> Named | None:
        sentence = words.sentence
        inside = [each for each in self.named[-6:] if each.span.start >= sentence.start]
        return inside[0] if inside else None

    def _whole_of_part(self, words: "_Words") -> Named | None:
        """The figure before 其中 or a colon, of which this one is a part."""
        text, start = self.phrases.text, words.amount.span.start
        sentence = words.sentence
        opened = max(
            text.rfind(mark, max(sentence.start, start - 80), start)
            for mark in ("其中", "：", "（", ":", "(")
        )
        if opened < 0:
            return None
        before = [each for each in self.named[-8:] if sentence.start <= each.span.start < opened]
        return before[-1] if before else None

    def _gathering(self, words: "_Words", outside: int = 40) -> str:
        """The event that people come to: the last that its sentence or the one before names."""
        text, end = self.phrases.text, words.amount.span.start
        sentence = words.sentence
        found = [*clues.GATHERING.finditer(text, max(sentence.start - outside, end - 80, 0), end)]
        return (
            _stripped(clues.ORDER.sub("", found[-1][0].rpartition("等")[2]))[-8:] if found else ""
        )

    def _lead(self, words: "_Words") -> str:
        """The few words with which a paragraph says what it is about: “公益课堂。”."""
        text, start = self.phrases.text, words.sentence.start
        found = clues.LEAD.search("\n" * (start < 24) + text[max(0, start - 24) : start])
        return _stripped(clues.ORDER.sub("", found[1]))[-8:] if found else ""

    def _topic(self, words: "_Words") -> str:
        """What the sentence is about: what it named last, its clause before, or its lead."""
        if base := self._base(words):
            return base.thing
        text = self.phrases.text
        sentence = words.sentence
        clause = words.clause
        earlier = text[
            max(sentence.start, clause.start - 40) : max(sentence.start, clause.start - 1)
        ]
        piece = clues.MARK.sub("", re.split("[，,：:]", earlier)[-1]) if earlier else ""
        if found := clues.TOO_FEW.match(piece):
            return _stripped(found[1])[-8:]
        if found := clues.EVENT.search(clues.ORDER.sub("", piece)):
            return _stripped(found["what"])[-8:]
        if lead := self._lead(words):
            return lead
        first = clues.MARK.sub(
            "",
            re.split("[，,：:]", text[sentence.start : min(clause.start, sentence.start + 40)])[0],
        )
        return (
            _stripped(first) if len(first) < clues.BRIEF and not clues.DIGITS.search(first) else ""
        )


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands around a figure within its clause."""

    amount: Amount
    clause: Span
    sentence: Span
    raw_head: str
    full_head: str
    head: str
    tail_noun: str
    tail_rest: str
    tail_said: str
    tail_is_weak: bool
    is_listed: bool
    happens: str

    @classmethod
    def around(cls, amount: Amount, phrases: Phrases, last: int, before: int) -> "_Words":
        """Look around a figure; `before` is where the figure before it ends."""
        clause = phrases.clause(amount.number.start)
        start = max(clause.start, last, amount.span.start - 60)
        raw = _before_brackets(phrases, start, last) + phrases.text[start : amount.span.start]
        raw = raw.rpartition("  ")[2] if raw.strip() else raw
        if not raw.strip(" 的"):
            start = max(clause.start, before, amount.span.start - 60)
            raw = clues.DATED.sub("", phrases.text[start : amount.span.start])
        if before > clause.start:
            raw = _without_tail(raw)
        after = re.split(
            "[、0-9]|  ", phrases.text[amount.span.end : min(clause.end, amount.span.end + 40)]
        )[0].strip()
        full = raw.strip(" 　、和与及")
        noun, rest = _tail(after)
        happens = "" if noun else clues.FILLING.sub("", after)
        return cls(
            amount,
            clause,
            phrases.sentence(amount.number.start),
            raw.strip(),
            full,
            _stripped(_listed(full)),
            noun,
            rest,
            after[len(noun) :],
            clues.NOUNS.match(after.removeprefix("的")) is None,
            "、" in full,
            happens,
        )


def _plans(text: str) -> list[int]:
    """Where parts that speak of what is planned begin and end, by their headings."""
    places = [0, 0]
    at = 0
    for line in text.split("\n"):
        is_plan = (
            len(line) < clues.HEADING
            and bool(clues.PLAN_HEADING.search(line))
            and not clues.IN_SENTENCE.search(line)
        )
        is_open = len(places) % 2 == 1
        if (is_open and not is_plan and clues.TOP_HEADING.match(line)) or (is_plan and not is_open):
            places.append(at)
        at += len(line) + 1
    return places


def _without_tail(raw: str) -> str:
    """The words without those that the figure before counts: 15名|困难职工子女|发放助学金."""
    if raw.rstrip(" 和及与").endswith("、"):
        return "、"
    verbs = [*clues.VERB.finditer(raw)] if raw[:1] not in {"、", ""} else []
    return raw[verbs[-1].start() :] if verbs and len(raw) - verbs[-1].end() > 1 else raw


def _before_brackets(phrases: Phrases, start: int, last: int) -> str:
    """What stands before a remark in brackets that ends where the words of a figure begin."""
    text = phrases.text
    if text[start - 1 : start] not in {"）", ")"}:
        return ""
    opened = max(text.rfind(mark, max(last, start - 24), start) for mark in "（(")
    return text[max(last, phrases.clause(opened).start) : opened] if opened > 0 else ""


def _tail(after: str) -> tuple[str, str]:
    """The noun behind a figure, and what is said of it: 选手, 晋升技师."""
    of = after.startswith("的") and len(after) > 1
    words = after.removeprefix("的")
    if not words or (clues.HAPPENS_FIRST.match(words) and not of):
        return "", ""
    found = clues.NOUNS.search(words[:14])
    if found is None:
        cut = re.split("的|在|已|均|为|被|全部|常态化", words)
        noun, rest = cut[0][:10], "".join(cut[1:2])
    else:
        noun, rest = words[: found.end()], words[found.end() :]
    return clues.FILLING.sub("", noun), clues.FILLING.sub("", rest.removeprefix("的"))[:10]


def _listed(head: str) -> str:
    """What a list ends in: 茶艺、书画等活动 is about 活动, 医护、公安等一线人员 about those."""
    if found := clues.TITLE_AT_END.search(head):
        return found[1]
    head = clues.TITLED.sub("", head)
    if "、" not in head:
        return head
    _, listed, kind = head.rpartition("等")
    if listed and kind:
        return kind
    return head.rpartition("、")[2] if len(head.rpartition("、")[2]) > 2 else head


def _stripped(words: str) -> str:
    """The words without those at their ends that name nothing."""
    before = None
    words = clues.CUT.sub("", words)
    while words != before:
        before = words
        words = words[leading.end() :] if (leading := clues.LEADING.match(words)) else words
        end = clues.TRAILING.search(words, max(0, len(words) - clues.LONGEST_END))
        words = words[: end.start()] if end else words
    return words.strip("“”’‘·—-() 　")


def _shared(name: str) -> str:
    """覆盖 of 覆盖企业, which is said of the 职工 beside them, too."""
    nouns = [*clues.NOUNS.finditer(name)]
    before = name[: nouns[-1].start()] if nouns and nouns[-1].end() == len(name) else ""
    return before if clues.VERB.search(before) else ""


def _are_like(unit: str, other: str) -> bool:
    return unit == other or (unit in OF_PEOPLE and other in OF_PEOPLE)


def _verb(head: str) -> str:
    """What is done to a list of things, in the words before it."""
    return found[0] if (found := clues.VERB.search(clues.TITLED.sub("", head))) else ""


def _thing(name: str) -> str:
    """What a name is of, without what is done to it."""
    thing = re.sub(
        "(?:人数|人次|金额|总数|收入|支出|预算|总额|征集|受理|报名)$", "", name.removeprefix("计划")
    )
    bare = clues.VERBS_WITHIN.sub("", thing)
    return bare if len(bare) > 1 else thing


def _without_start(thing: str) -> str:
    return re.sub("^(?:新建|新增|新发展|新)", "", thing)


def _shortened(name: str) -> str:
    name = re.sub("[“”《》‘’ 　]", "", name)
    return name[-clues.LONGEST :]
