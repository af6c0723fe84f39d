"""Controls, colours and dialogs that every part of the window is made of."""

from ui.kit import appearance, theme
from ui.kit.buttons import SlimButton, dress, push_button
from ui.kit.dialogs import ask_for_draft, ask_where_to, documents, file_dialog, nearest, open_path
from ui.kit.focus_frame import FocusFrames
from ui.kit.icons import ICON_SIZE, Sign, pencil_icon, sign_icon
from ui.kit.keys import (
    REACHED_BY_ENTER,
    SKIPPED_BY_ENTER,
    focus_first_entry,
    go_on,
    is_alone,
    is_enter,
    is_history_key,
    is_history_override,
    is_window_override,
    leave_by_tab,
)
from ui.kit.labels import FixedSizeLabel, FixedSizeText, Name
from ui.kit.layouts import Scrolled, ScrollingPage, across, put_in_tab_order, stacked
from ui.kit.link_list import Link, LinkList
from ui.kit.locations import StorageLocations, describe_locations, open_backups, places_label
from ui.kit.menu import Action, add_actions, editing_actions, menu_of
from ui.kit.notice import Notice
from ui.kit.panel import Panel
from ui.kit.shortcuts import SHORTCUTS, WindowAction
from ui.kit.theme import (
    AROUND,
    BETWEEN,
    CARD_TITLE_SIZE,
    ENTRY_HEIGHT,
    ENTRY_WIDTH,
    HINT_SIZE,
    INSIDE,
    PAGE_TITLE_SIZE,
    TEXT_SIZE,
    Tone,
    colour,
    edge,
    scale,
    set_size,
    set_tone,
)

__all__ = [
    "AROUND",
    "BETWEEN",
    "CARD_TITLE_SIZE",
    "ENTRY_HEIGHT",
    "ENTRY_WIDTH",
    "HINT_SIZE",
    "ICON_SIZE",
    "INSIDE",
    "PAGE_TITLE_SIZE",
    "REACHED_BY_ENTER",
    "SHORTCUTS",
    "SKIPPED_BY_ENTER",
    "TEXT_SIZE",
    "Action",
    "FixedSizeLabel",
    "FixedSizeText",
    "FocusFrames",
    "Link",
    "LinkList",
    "Name",
    "Notice",
    "Panel",
    "Scrolled",
    "ScrollingPage",
    "Sign",
    "SlimButton",
    "StorageLocations",
    "Tone",
    "WindowAction",
    "across",
    "add_actions",
    "appearance",
    "ask_for_draft",
    "ask_where_to",
    "colour",
    "describe_locations",
    "documents",
    "dress",
    "edge",
    "editing_actions",
    "file_dialog",
    "focus_first_entry",
    "go_on",
    "is_alone",
    "is_enter",
    "is_history_key",
    "is_history_override",
    "is_window_override",
    "leave_by_tab",
    "menu_of",
    "nearest",
    "open_backups",
    "open_path",
    "pencil_icon",
    "places_label",
    "push_button",
    "put_in_tab_order",
    "scale",
    "set_size",
    "set_tone",
    "sign_icon",
    "stacked",
    "theme",
]
