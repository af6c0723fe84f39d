"""Icons are made once: of each new one Qt keeps a copy, after the last window with it is closed."""

from collections.abc import Iterator

import pytest

from ui.look import Colour, Icon, Look, icon, theme


@pytest.fixture
def _light_again() -> Iterator[None]:
    yield
    theme.wear(Look.LIGHT, theme.colours_of(Look.LIGHT))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", Icon)
def test_an_icon_is_drawn_once_for_a_colour(name: Icon) -> None:
    assert not icon(name).isNull()
    assert icon(name).cacheKey() == icon(name).cacheKey()
    assert icon(name, Colour.ERROR).cacheKey() != icon(name, Colour.DONE).cacheKey()


@pytest.mark.usefixtures("qapp", "_light_again")
def test_another_look_has_icons_of_its_own() -> None:
    keys = set()
    for look in Look:
        theme.wear(look, theme.colours_of(look))
        keys.add(icon(Icon.FIND).cacheKey())
    assert len(keys) == len(Look)
