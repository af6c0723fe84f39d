"""The figures of a draft: every answer as it was read, and the values that follow from others."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from unionapp.draft import Change, Draft, EditPath, Slot, changed, paths_of
from unionapp.figures.entries import Entry, dated_entry, entry_of, measure_of
from unionapp.figures.formulas import can_be_typed_over, derived_value
from unionapp.figures.item_text import ItemText, item_text
from unionapp.template import YEAR_AFTER, Indicator, Item, Piece, Placeholder, Words, live, suggest
from unionapp.values import BLANK, State, Value, printed, year_after

# The slots whose answers are values.
_READ = frozenset({Slot.VALUE, Slot.PREVIOUS})
# The year of the summary, and the date of its signature, which is read with that year.
_YEAR, _SIGNED = EditPath(Slot.VALUE, "year"), EditPath(Slot.VALUE, "date")


@dataclass(frozen=True, slots=True)
class Figures:
    """All values of a draft, each under one name, so that it is the same everywhere."""

    draft: Draft
    indicators: Mapping[str, Indicator]
    entries: Mapping[EditPath, Entry]
    derived: Mapping[str, Value]
    # The ids of the asked indicators that are no longer blank.
    filled: frozenset[str]
    # The text of each item; those that an edit leaves as they were are handed on, so that a key
    # costs the same on a small and a big draft.
    texts: Mapping[str, ItemText] = field(default_factory=dict, compare=False, repr=False)

    def value(self, id_: str, field: str = "") -> Value:
        """Return the value of an indicator or of one of its fields; blank when unknown."""
        if id_ in self.derived:
            return self.derived[id_]
        if field == YEAR_AFTER.field and id_ == YEAR_AFTER.id:
            return year_after(self.value(id_))
        entry = self.entries.get(EditPath(Slot.VALUE, id_, field))
        return entry.value if entry else BLANK

    def previous(self, id_: str) -> Value:
        """Return last year's value of an indicator."""
        entry = self.entries.get(EditPath(Slot.PREVIOUS, id_))
        return entry.value if entry else BLANK

    def printed(self, id_: str, field: str = "") -> str:
        """Return the value as an office prints it, with its unit; empty when it is not given."""
        value = self.value(id_, field)
        return printed(value, measure_of(self.indicators[id_], field)) if value.given else ""

    def rendered_piece(self, piece: Piece) -> str:
        """Return a piece of a text as it is printed; nothing where a figure is blank."""
        return piece.text if isinstance(piece, Words) else self.printed(piece.id, piece.field)

    def rendered(self, text: str) -> str:
        """Return a text with its figures in it, nothing where one is blank."""
        return "".join(map(self.rendered_piece, live(text, self.knows)))

    def text(self, item: Item) -> ItemText:
        """Return the text of an item, also of one as it was before the outline changed."""
        if item in self.draft.template.items:
            return self.texts[item.id]
        return item_text(item, _own_text(self.draft, item), self)

    def suggested_text(self, item: Item) -> str:
        """Return what the clauses of an item say of the values, with its places live."""
        return suggest((clause.text for clause in item.clauses), self.has)

    def can_be_typed(self, indicator: Indicator) -> bool:
        """Return whether a derived total is to be typed: it can't be reckoned for an estimate."""
        if self.value(indicator.id).given and not self.is_typed_over(indicator):
            return False
        return can_be_typed_over(
            indicator,
            derived_value(indicator, self.value, self.indicators),
            self.value,
            self.indicators,
        )

    def typed_total(self, indicator: Indicator) -> Value:
        """Return what was typed over a derived total, whether it stands for it or not."""
        entry = self.entries.get(EditPath(Slot.VALUE, indicator.id))
        return entry.value if entry is not None and indicator.derive is not None else BLANK

    def is_typed_over(self, indicator: Indicator) -> bool:
        """Return whether the value of a derived total is what was typed, and not reckoned."""
        typed = self.typed_total(indicator)
        return typed.given and self.derived.get(indicator.id) is typed

    def state(self, indicator: Indicator) -> State:
        """Return the state of an indicator; a personal one is given when one of its fields is."""
        states = [self.value(path.id, path.field).state for path in paths_of(indicator)]
        return State.GIVEN if State.GIVEN in states else states[0]

    def name(self, id_: str) -> str:
        """Return the name of an indicator, one that was switched off too."""
        return self.draft.template.names.get(id_) or self.draft.base.names.get(id_, id_)

    def knows(self, place: Placeholder) -> bool:
        """Return whether the template has, or had before it was outlined, such a place."""
        return self.draft.template.knows(place) or self.draft.base.knows(place)

    def has(self, place: Placeholder) -> bool:
        """Return whether there is something to print at the place."""
        return self.value(place.id, place.field).given

    def with_entries(self, entries: Mapping[EditPath, Entry]) -> "Figures":
        """Return the figures with other values in some entries, which the texts then tell.

        What is derived stays as it was.
        """
        changed = replace(self, entries={**self.entries, **entries})
        return changed._with_texts(self, {path.id for path in entries})

    def _with_texts(
        self, before: "Figures", stale: Collection[str], written: Collection[str] = ()
    ) -> "Figures":
        """Return the figures with their texts.

        Those that are not written anew and hang on nothing stale are as they were before.
        """
        texts = dict(before.texts)
        for item in self.draft.template.items:
            text = texts.get(item.id)
            if text is None or item.id in written or not text.ids.isdisjoint(stale):
                texts[item.id] = item_text(item, _own_text(self.draft, item), self)
        return replace(self, texts=texts)

    def entries_in_order(self) -> Iterator[Entry]:
        """Yield all answers as the template asks for them, this year's before last year's."""
        for indicator in self.indicators.values():
            for path in (*paths_of(indicator), *paths_of(indicator, Slot.PREVIOUS)):
                if path in self.entries:
                    yield self.entries[path]

    def blank(self) -> tuple[str, ...]:
        """Return the ids of the indicators that somebody must still fill in, in order."""
        return tuple(
            indicator.id
            for indicator in self.draft.template.indicators
            if indicator.derive is None and self.state(indicator) is State.BLANK
        )


def figures(draft: Draft) -> Figures:
    """Read every answer and work out what follows."""
    template = draft.template
    indicators = {each.id: each for each in (*template.profile, *template.indicators)}
    nothing = Figures(Draft(template), indicators, {}, {}, frozenset())
    return _figures_after(nothing, draft, frozenset(draft.answers))


def figures_after(before: Figures, changes: Iterable[Change]) -> Figures:
    """Return the figures after some changes; only what they touch is read and worked out anew."""
    changes = tuple(changes)
    paths = frozenset(path for path, _ in changes)
    paths |= {_SIGNED} if _YEAR in paths else frozenset()
    draft = changed(before.draft, changes)
    if any(path.slot.is_outline for path in paths):
        return figures(draft)
    return _figures_after(before, draft, paths)


def _figures_after(before: Figures, draft: Draft, touched: frozenset[EditPath]) -> Figures:
    indicators = before.indicators
    entries = dict(before.entries)  # as a whole: to look at each path takes longer than the rest
    for path in touched:
        if path in draft.answers and path.slot in _READ and path.id in indicators:
            entries[path] = entry_of(path, draft.answers[path], indicators[path.id])
        else:
            entries.pop(path, None)
    if _SIGNED in touched & entries.keys():
        entries[_SIGNED] = dated_entry(entries[_SIGNED], entries.get(_YEAR))
    ids = frozenset(path.id for path in touched if path.slot is Slot.VALUE)
    written = frozenset(path.id for path in touched if path.slot is Slot.NARRATIVE)
    followers = draft.template.followers
    stale = ids.union(*(followers.get(id_, ()) for id_ in ids))
    kept = {id_: value for id_, value in before.derived.items() if id_ not in stale}
    filled = frozenset(id_ for id_ in ids if _is_filled(indicators.get(id_), entries))
    after = Figures(
        draft,
        indicators,
        entries,
        _derived(draft.template.derived, indicators, entries, kept),
        (before.filled - ids) | (filled & draft.template.asked),
    )
    return after._with_texts(before, stale, written)


def _own_text(draft: Draft, item: Item) -> str | None:
    """Return the text that the secretary has edited, or None while it follows the clauses."""
    typed = draft.answers.get(EditPath(Slot.NARRATIVE, item.id))
    return typed if isinstance(typed, str) else None


def _is_filled(indicator: Indicator | None, entries: Mapping[EditPath, Entry]) -> bool:
    paths = paths_of(indicator) if indicator is not None else ()
    return any(path in entries and entries[path].value.state is not State.BLANK for path in paths)


def _derived(
    wanted: Iterable[Indicator],
    indicators: Mapping[str, Indicator],
    entries: Mapping[EditPath, Entry],
    kept: dict[str, Value],
) -> dict[str, Value]:
    """The kept values and the others that are wanted; the template is known to have no cycle."""
    derived = kept

    def lookup(id_: str) -> Value:
        if id_ in derived:
            return derived[id_]
        indicator = indicators.get(id_)
        if indicator is None or indicator.derive is None:
            entry = entries.get(EditPath(Slot.VALUE, id_))
            return entry.value if entry else BLANK
        reckoned = derived_value(indicator, lookup, indicators)
        typed = entries.get(EditPath(Slot.VALUE, id_))
        if typed is not None and can_be_typed_over(indicator, reckoned, lookup, indicators):
            reckoned = typed.value
        derived[id_] = reckoned
        return reckoned

    for indicator in wanted:
        if indicator.id not in derived:
            lookup(indicator.id)
    return derived


def changed_ids(before: Figures, after: Figures) -> frozenset[str]:
    """Return the ids of what was answered, or follows from others, otherwise than before."""
    if before.draft.template is not after.draft.template:
        template = after.draft.template
        return frozenset(template.names) | {item.id for item in template.items}
    old, new = before.draft.answers, after.draft.answers
    answered = {path.id for path in old.keys() | new.keys() if old.get(path) is not new.get(path)}
    derived = after.derived.items()
    followed = {id_ for id_, value in derived if before.derived.get(id_) is not value}
    dated = before.entries.get(_SIGNED) is not after.entries.get(_SIGNED)
    return frozenset(answered | followed | ({_SIGNED.id} if dated else set()))
