"""The order of the pages, which may change while QWizard knows each by a number of its own."""


class PageOrder:
    """The ids of the pages in order, and a number for each that is never given to another."""

    def __init__(self, ids: tuple[str, ...]) -> None:
        self._numbers: dict[str, int] = {}
        self._ids = ids
        self.put(ids)

    @property
    def ids(self) -> tuple[str, ...]:
        """The pages in order."""
        return self._ids

    def put(self, ids: tuple[str, ...]) -> None:
        """Take another order; a page that comes back has its old number."""
        self._ids = ids
        for id_ in ids:
            self._numbers.setdefault(id_, len(self._numbers))

    def number(self, id_: str) -> int:
        """The number of a page; of the first page for one that is not there."""
        return self.number_of(id_ if id_ in self._ids else self._ids[0])

    def number_of(self, id_: str) -> int:
        """The number of a page that is there or was."""
        return self._numbers[id_]

    def id_of(self, number: int) -> str:
        """The page of a number, one that has just gone too; the first for a strange number."""
        return next((id_ for id_, each in self._numbers.items() if each == number), self._ids[0])

    def beside(self, id_: str, step: int) -> str:
        """The page so many steps further, or the outermost one."""
        place = self._ids.index(id_) + step
        return self._ids[min(max(place, 0), len(self._ids) - 1)]

    def nearest(self, id_: str, ids: tuple[str, ...]) -> str:
        """The page itself if it is among the others, or else the first after it that is."""
        place = self._ids.index(id_)
        return next((each for each in self._ids[place:] if each in ids), ids[-1])
