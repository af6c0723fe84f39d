"""Where something of a draft stands, in the words of its pages."""

from dataclasses import dataclass

from unionapp.figures import PROFILE, Figures, progress
from unionapp.template import Template


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a draft: its name, the heading of its chapter, and where the paper tells of it.

    `anchors` are the ids of its item and its section, as far as it has them.
    """

    name: str
    chapter: str
    anchors: tuple[str, ...] = ()


class Places:
    """The places of a template, looked up by the ids of indicators, items and sections."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._places = dict(_places(template))

    def of(self, template: Template) -> "Places":
        """Return the places of a template; the same while it is the same."""
        return self if template is self._template else Places(template)

    def at(self, id_: str, figures: Figures) -> Place:
        """Return a place; what no section has is on the first page."""
        return self._places.get(id_) or Place(figures.name(id_), progress.NAMES[PROFILE])


def _places(template: Template) -> list[tuple[str, Place]]:
    found = []
    for section in template.sections:
        found.append((section.id, Place(section.title, section.title, (section.id,))))
        for item in section.items:
            anchors = (item.id, section.id)
            found.append((item.id, Place(item.title or section.title, section.title, anchors)))
            found += [
                (each.id, Place(each.name, section.title, anchors)) for each in item.indicators
            ]
    return found
