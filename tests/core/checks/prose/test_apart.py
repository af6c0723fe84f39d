"""A text proofread in a process of its own: the same remarks, and an end at any time."""

import pytest

from tests.core.checks.prose.scoring import passages
from unionapp.checks import Severity
from unionapp.checks.prose import Remark, apart, document_of, proofread, proofread_apart
from unionapp.errors import ProseError
from unionapp.reading import Span
from unionapp.system.worker import frames, process


class StopError(Exception):
    """What somebody raises who will not wait."""


def test_the_same_is_remarked_as_here() -> None:
    text = "\n".join(passage.text for passage in passages())
    assert proofread_apart(text) == proofread(document_of(text))


def test_every_part_of_a_remark_comes_back() -> None:
    told = Remark("rule", Severity.HINT, "话", Span(1, 2), "改")
    given = apart.Remarks((told, Remark("rule", Severity.ERROR, "话", Span(3, 4))))
    reply = frames.packed(frames.Done(frames.packed(given)))
    assert process._result(reply, apart.Remarks) == given


def test_half_of_a_character_is_no_hindrance() -> None:
    assert proofread_apart("会员\ud800人") == proofread(document_of("会员?人"))


def test_who_will_not_wait_stops_it() -> None:
    def stop() -> None:
        raise StopError

    with pytest.raises(StopError):
        proofread_apart("会员12人。", stop)


def test_what_takes_too_long_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "LONGEST", 0.0)
    with pytest.raises(ProseError, match="太长，没有检查完"):
        proofread_apart("会员12人。\n" * 20_000)
