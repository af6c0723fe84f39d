"""Icons are made once: of each new one Qt keeps a copy, after the last window with it is closed."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStyle

from ui.kit import Sign, pencil_icon, sign_icon, standard_icon

LIGHT, DARK = QPalette(QColor("white")), QPalette(QColor("black"))


@pytest.mark.parametrize("sign", [*Sign, None])
def test_a_sign_is_drawn_once_for_a_ground(sign: Sign | None) -> None:
    first = sign_icon(sign, LIGHT).cacheKey()
    assert sign_icon(sign, QPalette(QColor("white"))).cacheKey() == first


def test_the_pencil_is_drawn_once_for_a_ground() -> None:
    first = pencil_icon(LIGHT).cacheKey()
    assert pencil_icon(QPalette(QColor("white"))).cacheKey() == first


def test_other_grounds_have_icons_of_their_own() -> None:
    assert pencil_icon(DARK).cacheKey() != pencil_icon(LIGHT).cacheKey()
    assert sign_icon(Sign.RING, DARK).cacheKey() != sign_icon(Sign.RING, LIGHT).cacheKey()


def test_an_icon_of_qt_is_fetched_once() -> None:
    which = QStyle.StandardPixmap.SP_MessageBoxWarning
    assert standard_icon(which).cacheKey() == standard_icon(which).cacheKey()
