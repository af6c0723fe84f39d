"""What changed beside the figures and texts: notes, dates, sources, explanations, confirmations."""

from collections.abc import Collection, Iterator

from unionapp.draft import EditPath, Slot
from unionapp.figures.model import Figures
from unionapp.figures.since_difference import ABSENT, Difference

_CALLED = {
    Slot.NOTE: "的备注",
    Slot.AS_OF: "的数据截至",
    Slot.SOURCE: "的来源",
    Slot.REASON: "的原因说明",
}
_TO_BE_CONFIRMED, _CONFIRMED = "从上年带来，待确认", "已确认"


def besides(before: Figures, now: Figures, told: Collection[str]) -> Iterator[Difference]:
    """All of that; what is `told` of already has been confirmed by being changed."""
    names = _names(before) | _names(now)
    place = {id_: at for at, id_ in enumerate(_names(now) | names)}
    old, new = before.draft.answers, now.draft.answers
    paths = (path for path in {**new, **old} if old.get(path) != new.get(path))
    for path in sorted(paths, key=lambda path: place.get(path.id, 0)):
        if path.id in names and path.slot in _CALLED:
            yield Difference(
                path.id, names[path.id] + _CALLED[path.slot], *_both(before, now, path)
            )
        elif path.id in names and path.slot is Slot.CARRIED and path.id not in told:
            marked = [_TO_BE_CONFIRMED if path in answers else _CONFIRMED for answers in (old, new)]
            yield Difference(path.id, names[path.id], *marked)


def _both(before: Figures, now: Figures, path: EditPath) -> Iterator[str]:
    for figures in (before, now):
        yield figures.draft.text(*path) or ABSENT


def _names(figures: Figures) -> dict[str, str]:
    """What is asked and written, in order."""
    template = figures.draft.template
    asked = {id_: indicator.name for id_, indicator in figures.indicators.items()}
    texts = {
        item.id: f"{item.title or section.title}正文"
        for section in template.sections
        for item in section.items
    }
    return asked | texts
