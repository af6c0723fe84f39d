"""The pages besides the sections: profile, review and output."""

from ui.pages.output import OutputPage
from ui.pages.profile import ProfilePage
from ui.pages.review import ReviewPage

__all__ = [
    "OutputPage",
    "ProfilePage",
    "ReviewPage",
]
