"""A draft of the list in words."""

from unionapp.storage import DraftListing, draft_name, percent_filled
from unionapp.storage.listing import DraftSummary


def test_a_draft_is_full_only_when_nothing_is_left() -> None:
    assert percent_filled(DraftSummary("学校", "", "", 199, 200)) == 99
    assert percent_filled(DraftSummary("学校", "", "", 200, 200)) == 100
    assert percent_filled(DraftSummary("学校", "", "", 0, 0)) == 0


def test_a_draft_without_a_name_is_still_called_something() -> None:
    summary = DraftSummary("学校", "", "", 0, 1)
    assert draft_name(DraftListing("1", summary, "")) == "（还没填工会名称）"
    assert draft_name(DraftListing("1", summary, "", "送审稿")) == "送审稿"
