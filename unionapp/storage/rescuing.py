"""A store that outlives its file: damage that is met anywhere is mended, and the work goes on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from unionapp.errors import DamagedStoreError, StoreError
from unionapp.storage.draft_store import DraftStore, Renewal
from unionapp.storage.wrapped import Result, WrappedStore


class RescuingStore(WrappedStore):
    """The drafts of a place whose file may be damaged.

    Where damage is met, all that can be read is rescued into a sound file, and what was asked is
    done there.
    """

    def __init__(
        self,
        open_: Callable[[], DraftStore],
        rescue: Callable[[], Renewal | None],
        tell: Callable[[Renewal], object],
        became: Renewal | None = None,
    ) -> None:
        """Open the drafts, and make sure that they can be listed.

        Args:
            open_: Opens them; raises `DamagedStoreError` where they are damaged.
            rescue: Rescues what can be read of them while nobody has them open, and returns what
                became of them; None where nothing is damaged. Raises `StoreError` where it can't
                be done.
            tell: Told of what was rescued.
            became: What became of them before they are opened, if anything did.

        Raises:
            StoreError: they can't be opened.
        """
        self._open, self._rescue, self._tell = open_, rescue, tell
        self._opened: DraftStore | None = None
        self._renewal = became
        self._writing = 0
        self.drafts()
        if became is not None and self._renewal is became:
            tell(became)

    @property
    def refusal(self) -> str:
        return self._store.refusal

    @property
    def renewal(self) -> Renewal | None:
        return (self._opened and self._opened.renewal) or self._renewal

    def try_again(self) -> None:
        self._write(lambda store: store.try_again())

    def mend(self) -> None:
        self.close()
        renewal = self._rescue()
        if renewal is not None:
            self._renewal = renewal
            self._tell(renewal)

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    @contextmanager
    def writing(self) -> Iterator[None]:
        self._writing += 1
        try:
            with self._store.writing():
                yield
        except DamagedStoreError as error:
            if self._writing > 1:
                raise
            self._put_right(error)
            raise StoreError(
                "草稿文件有损坏，能读的都救了出来；刚才这一步还没有保存，请再做一次。"
            ) from error
        finally:
            self._writing -= 1

    @property
    def _store(self) -> DraftStore:
        """The drafts, opened again where that failed before."""
        if self._opened is None:
            self._opened = self._open()
        return self._opened

    def _read(self, do: Callable[[DraftStore], Result]) -> Result:
        """Do something with the drafts, once more where they had to be mended first.

        Within something that is written as one that is left to the whole of it.
        """
        try:
            return do(self._store)
        except DamagedStoreError as error:
            if self._writing:
                raise
            self._put_right(error)
        return do(self._store)

    _write = _read

    def _put_right(self, error: DamagedStoreError) -> None:
        """Mend the drafts; where nothing is damaged after all, that is told as it came."""
        before = self._renewal
        self.mend()
        if self._renewal is before:
            raise error
