"""All checks together."""

from tests.support.samples import filled, narrative, value
from unionapp.checks import CHECKS, Severity, check
from unionapp.values import Typed


def test_an_empty_draft_has_no_findings() -> None:
    assert check(filled()) == ()


def test_errors_come_first() -> None:
    figures = filled(narrative("aid", "好。"), value("found", "三十几"), cases="3", amount="9")
    severities = [finding.severity for finding in check(figures)]
    assert severities == sorted(severities, key=list(Severity).index)


def test_no_check_fails_on_what_can_not_be_read() -> None:
    wild: dict[str, Typed] = {
        "found": "1_000",
        "new_list": (("a", "b", "c"),),
        "period": "2022年13月",
        "amount": "nan",
    }
    assert {rule for each in CHECKS for rule in (f.rule for f in each(filled(**wild)))} == {
        "unreadable"
    }
