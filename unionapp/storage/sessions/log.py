"""The log of one draft's edits, replayed as far as somebody asks.

Beside the edits stands a snapshot of the draft, some steps before its last one: a draft with a long
history is opened from there. It is a cache, renewed where nobody types, and the draft is the same
without it; the steps before it are read when somebody asks for them.
"""

from contextlib import suppress

from unionapp.draft import UNTOUCHED, Draft, Edit, History, place_of_snapshot
from unionapp.errors import StoreError
from unionapp.storage.draft_store import DraftStore
from unionapp.template import Template

# Edits after which a snapshot is renewed, and those that come after it at least: so much can be
# undone before older steps have to be read.
_EVERY, _BEHIND = 400, 200


class Log:
    """The edits of one draft in the store."""

    def __init__(self, store: DraftStore, draft: str, template: Template) -> None:
        self._store = store
        self._draft = draft
        self._template = template
        self._snapshot = store.snapshot(draft) or UNTOUCHED
        # The last edit when a place for a snapshot was last looked for.
        self._looked_at = 0

    def read(self) -> History:
        """Return the history as it stands, from the snapshot on if that carries what comes after.

        Where a newer snapshot is due, it is kept.
        """
        edits = self._store.edits(self._draft, self._snapshot.seq)
        if self._snapshot.seq and not self._snapshot.carries(edits):
            self._snapshot = UNTOUCHED
            edits = self._store.edits(self._draft)
        return self._replayed(edits)

    def read_whole(self, until: int) -> History:
        """Return the history with all its steps, as it stood after the edit `until`."""
        return History(self._template, self._store.edits(self._draft, until=until))

    def draft_after(self, seq: int) -> Draft:
        """Return the draft as it stood after an edit."""
        start = self._snapshot if self._snapshot.seq <= seq else UNTOUCHED
        return History(self._template, self._store.edits(self._draft, start.seq, seq), start).draft

    def time_of(self, seq: int) -> str:
        """Return when an edit was made, UTC in ISO 8601."""
        return self._store.edits(self._draft, seq - 1, seq)[0].at

    def renew_snapshot(self, last_seq: int) -> None:
        """Keep a newer snapshot where many edits have come since the last one.

        It is kept beside the edits, so whatever fails is nobody's loss.
        """
        if last_seq - max(self._snapshot.seq, self._looked_at) >= _EVERY + _BEHIND:
            with suppress(StoreError):
                self._replayed(self._store.edits(self._draft, self._snapshot.seq, last_seq))

    def _replayed(self, edits: tuple[Edit, ...]) -> History:
        """The history from the snapshot on; the snapshot is renewed on the way."""
        start = self._snapshot
        self._looked_at = start.seq + len(edits)
        older = max(place_of_snapshot(edits, _BEHIND) - start.seq, 0)
        history = History(self._template, edits[:older], start)
        if older >= _EVERY:
            self._snapshot = history.snapshot()
            with suppress(StoreError):
                self._store.keep_snapshot(self._draft, self._snapshot)
        for edit in edits[older:]:
            history.append(edit)
        return history
