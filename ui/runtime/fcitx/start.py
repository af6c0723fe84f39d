"""Chinese under Fcitx 4, as Kylin V10 and UOS 20 have it.

Qt's own plugins know IBus; that of Fcitx 4 needs private parts of the very Qt for which it was
built. So the program itself does what such a plugin would, over the session bus: each key goes to
Fcitx first (`client.py`), what Fcitx composes and commits goes to the place that is typed in
as Qt's usual events of input methods, and Fcitx is told where the cursor stands.

Keys must never change places, so a key waits for its answer; Fcitx gives it in less than a
millisecond, and sends what it commits before it. If none comes in `bus.PATIENCE`, that key
and all that follow are typed as plain letters until Fcitx answers again.

Fcitx 5 answers to IBus as well and, with an addition, to the names of Fcitx 4: where it runs,
IBus is spoken (`ui/runtime/input_method.py`) and this stays out of the way.
"""

from PySide6.QtGui import QGuiApplication

from ui.runtime.fcitx.bus import FcitxBus
from ui.runtime.fcitx.client import FcitxClient


def speak_to_fcitx(application: QGuiApplication) -> None:
    """Type through Fcitx 4 while it is there, now or later."""
    if application.platformName() != "xcb":
        return  # keys have the numbers that Fcitx knows on an X screen only
    client = FcitxClient(application)
    bus = FcitxBus(client)
    bus.came.connect(client.take)
    bus.went.connect(client.let_go)
    bus.look()
