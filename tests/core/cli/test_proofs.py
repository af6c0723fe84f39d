"""`unionapp-cli proof`: what is wrong with a paper, printed and as JSON."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from unionapp.checks import Severity
from unionapp.checks.prose import Document, Remark, rules
from unionapp.cli import main
from unionapp.reading import Span

TEXT = "\U00020000工会2025年\n会员12人。"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    path = tmp_path / "总结.txt"
    path.write_text(TEXT, encoding="utf-8")

    def run(*options: str) -> tuple[int, str, str]:
        try:
            code = main(["proof", str(path), *options])
        except SystemExit as stop:
            code = int(stop.code or 0)
        return code, *capsys.readouterr()

    return run


def remark_twelve(severity: Severity) -> Callable[[Document], Iterator[Remark]]:
    """A rule that has something to say of every 12, and names the year that it is told."""

    def rule(document: Document) -> Iterator[Remark]:
        start = document.text.find("12")
        yield Remark("twelve", severity, f"是12\n（{document.year}）", Span(start, start + 3))

    return rule


@pytest.mark.parametrize(
    ("severity", "word", "code"),
    [(Severity.ERROR, "错误", 1), (Severity.WARNING, "提醒", 0), (Severity.HINT, "提示", 0)],
)
def test_each_finding_is_one_line_and_an_error_alone_makes_the_exit_code(
    run: Run, monkeypatch: pytest.MonkeyPatch, severity: Severity, word: str, code: int
) -> None:
    monkeypatch.setattr(rules, "RULES", (remark_twelve(severity),))
    assert run("--year", "2025") == (code, f"{word}：是12 （2025）\n", "")


def test_json_has_the_text_and_every_place_in_its_code_points(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "RULES", (remark_twelve(Severity.ERROR),))
    code, out, _ = run("--json", "--year", "2024")
    told = json.loads(out)
    start = TEXT.index("12")
    assert (code, set(told), told["text"]) == (1, {"text", "findings"}, TEXT)
    assert told["findings"] == [
        {
            "rule": "twelve",
            "severity": "error",
            "message": "是12\n（2024）",
            "span": [start, start + 3],
            "excerpt": "12人",
        }
    ]


def test_nothing_found_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "RULES", ())
    assert run() == (0, "没有发现问题\n", "")
    assert json.loads(run("--json")[1]) == {"text": TEXT, "findings": []}


@pytest.mark.parametrize("year", ["今年", "25", "9" * 5000, "-2025"])
def test_a_year_that_is_none_is_refused_in_one_sentence(run: Run, year: str) -> None:
    code, out, err = run(f"--year={year}")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "--year 不能写" in err


@pytest.mark.parametrize("verb", ["proof", "numbers"])
def test_what_is_no_paper_is_refused_in_one_sentence(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = tmp_path / "wml.xsd"
    schema.write_text("<xsd:schema>会员12人</xsd:schema>", encoding="utf-8")
    for path in (schema, tmp_path / "没有.docx", tmp_path):
        assert main([verb, str(path), "--json"]) == 2
        out, err = capsys.readouterr()
        assert (out, err.count("\n"), err.count("。")) == ("", 1, 1)
