"""The measures and colours of the window, each once; nothing else in `ui` holds any.

Lengths in pixels at 100 %: whoever uses one multiplies it by `theme.scale()` where it goes with
the size of texts. Colours are written for light, for dark and for high contrast.
"""

from enum import Enum


class Colour(Enum):
    """A colour by what it is for; its value is how it is in light, in dark, in high contrast.

    Texts stand out at least 4.5 : 1 from their ground, edges of controls 3 : 1 (WCAG 2.2, 1.4.3
    and 1.4.11); `LINE` and `SOFT_EDGE` are decoration.
    """

    # Ground of the window
    DESK = ("#F3F2EF", "#1D1C1B", "#000000")
    # Ground of the chapter list and of the column with the paper
    RAIL = ("#EAE8E4", "#171615", "#000000")
    # Cards, bars, entries
    SHEET = ("#FFFFFF", "#272623", "#000000")
    # Table head, locked entry, quiet pill
    WELL = ("#F6F5F2", "#302E2B", "#000000")
    # Under the pointer; trough of a bar; ground of a switch
    HOVER = ("#E2DFDA", "#34322F", "#333333")
    # Hairlines and edges of cards (decoration only)
    LINE = ("#DBD8D2", "#3D3A37", "#FFFFFF")
    # Three sides of an entry or a button
    SOFT_EDGE = ("#C9C5BE", "#55514C", "#FFFFFF")
    # Lower side of an entry or a button; edge of a box to tick; thumb of a scroll bar
    EDGE = ("#86827B", "#8E8A83", "#FFFFFF")
    # Text
    INK = ("#1F1E1C", "#ECEAE6", "#FFFFFF")
    # Second text, units, icons
    INK2 = ("#55524D", "#C0BCB5", "#FFFFFF")
    # Hints, off, placeholder
    INK3 = ("#64615B", "#A9A59E", "#FFFFFF")
    # Fill of the one primary button; bar at the current chapter
    ACCENT = ("#B3261E", "#CA4036", "#FFFFFF")
    # The same under the pointer
    ACCENT_HOVER = ("#9E1F18", "#B8352C", "#FFE14D")
    # The same pressed, and its edge
    ACCENT_PRESS = ("#84160F", "#A82A21", "#FFE14D")
    # Letters on it
    ON_ACCENT = ("#FFFFFF", "#FFFFFF", "#000000")
    # The one red icon on the empty start page
    ACCENT_TEXT = ("#A8221A", "#F2938C", "#FFE14D")
    # Live figures, links, how a value was read
    LIVE = ("#1A5FB4", "#8FBBF0", "#7FD0FF")
    # Ground of a live chip, of a chosen option
    LIVE_WASH = ("#E5EEF9", "#223449", "#000000")
    # Edge of an informing band
    LIVE_LINE = ("#A8C4E8", "#41648E", "#7FD0FF")
    # Done
    DONE = ("#1E6B34", "#84CC97", "#7CF29A")
    # Ground of a done band
    DONE_WASH = ("#E5F2E8", "#1F3727", "#000000")
    # Warning, blank
    WARN = ("#8A5300", "#EFBB68", "#FFD24D")
    # Ground of a warning band, a blank chip
    WARN_WASH = ("#FBF0DA", "#3B2F18", "#000000")
    # Edge of a warning band
    WARN_LINE = ("#E3C48B", "#7A6230", "#FFD24D")
    # Must be mended
    ERROR = ("#B00020", "#FF9DA3", "#FFA3A8")
    # Ground of an unreadable entry and its band
    ERROR_WASH = ("#FCEAED", "#46242A", "#000000")
    # Ring of 2 px round what has the keyboard
    FOCUS = ("#1A5FB4", "#8FBBF0", "#FFE14D")
    # Marked text, chosen table cell
    SELECT = ("#CFE0F5", "#2F4A6B", "#0A4A8A")
    # The live paper (dimmed in the dark)
    PAPER = ("#FFFFFF", "#DAD7D0", "#FFFFFF")
    # Letters on it
    PAPER_INK = ("#1F1E1C", "#1F1E1C", "#000000")
    # The passage being worked on
    PAPER_MARK = ("#EAF2FB", "#C6D5E8", "#FFFFFF")
    # Gradient of 16 pixels at the edge of a side sheet, at most 16 %
    SHADOW = ("#1F1E1C", "#000000", "#000000")


# Sizes of letters.
HINT_SIZE = 12
SECOND_SIZE = 13
TEXT_SIZE = 14
NARRATIVE_SIZE = 15
CARD_TITLE_SIZE = 16
PAGE_TITLE_SIZE = 20
HEADLINE_SIZE = 26

# Spaces: between rows of figures, inside a group, between cards, round the content of a card,
# round a page, above its title.
HAIR = 4
INSIDE = 8
GROUP = 12
BETWEEN = 16
AROUND = 24
PAGE_TOP = 16

# Radii of corners.
CHIP_RADIUS = 4
ENTRY_RADIUS = 5
BUTTON_RADIUS = 6
SWITCH_RADIUS = 7
CARD_RADIUS = 8
WAY_RADIUS = 10

# Widths of lines.
LINE_WIDTH = 1
HIGH_LINE_WIDTH = 2
FOCUS_WIDTH = 2
CURRENT_WIDTH = 3
MARK_WIDTH = 4

# Heights.
TOP_BAR_HEIGHT = 44
START_BAR_HEIGHT = 52
FOOT_HEIGHT = 52
START_FOOT_HEIGHT = 44
RAIL_ROW_HEIGHT = 34
ENTRY_HEIGHT = 32
FIGURE_ROW_HEIGHT = 36
TABLE_ROW_HEIGHT = 32
TABLE_HEAD_HEIGHT = 28
DRAFT_ROW_HEIGHT = 60
WAY_HEIGHT = 228
BUTTON_HEIGHT = 32
LARGE_BUTTON_HEIGHT = 40
SMALL_BUTTON_HEIGHT = 28
QUIET_BUTTON_HEIGHT = 30
LINK_HEIGHT = 26
SEGMENT_HEIGHT = 26
PILL_HEIGHT = 22
STATE_PILL_HEIGHT = 26
CHIP_HEIGHT = 22
TICK_HEIGHT = 16
MENU_ROW_HEIGHT = 30
PROGRESS_HEIGHT = 4
NARRATIVE_LINE_HEIGHT = 28
CHOICE_HEIGHT = 58
SCROLL_BAR_WIDTH = 12

# Widths.
RAIL_WIDTH = 216
NARROW_RAIL_WIDTH = 68
ENTRY_WIDTH = 172
ENTRY_UNIT_WIDTH = 42
LAST_YEAR_WIDTH = 88
CHANGE_WIDTH = 84
AUTO_WIDTH = 28
ROW_MENU_WIDTH = 26
WIDEST_FORM = 860
WIDEST_START = 960
WIDEST_WAYS = 880
PAPER_WIDTH = 396
NARROW_PAPER_WIDTH = 372
WIDE_PAPER_WIDTH = 560
SIDE_SHEET_WIDTH = 396
DIALOG_WIDTH = 360
WIDE_DIALOG_WIDTH = 440
LEAST_MENU_WIDTH = 210

# Widths of the window's inside at which something folds away.
WHOLE_PAGE_FROM = 1700
WIDER_PAPER_FROM = 1340
PAPER_FROM = 1240
RAIL_FROM = 1000

# Icons are drawn on a square of so many units, with lines of this width; where they are small, the
# lines are stronger.
ICON_GRID = 24
ICON_LINE = 1.75
SMALL_ICON = 16
SMALL_ICON_LINE = 2.1
ICON_SIZE = 18

# Fonts with simplified Chinese, by system; the first that is there is used.
FAMILIES = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "Noto Sans SC",
    "Droid Sans Fallback",
)
