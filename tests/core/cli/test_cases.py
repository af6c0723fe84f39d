"""The founding document's three summaries, from answers to papers."""

import csv
import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.support.places import CASES
from tests.support.written import docx_lines, docx_text, statistics
from unionapp.cli import main

Report = dict[str, Any]
Export = Callable[[str], Report]

MEASURE_WORDS = "个项条人件次户场名家份处万元%"


@pytest.fixture
def export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Export:
    def export(case: str) -> Report:
        code = main(["export", str(CASES / f"{case}.toml"), "--to", str(tmp_path), "--json"])
        assert code == 0
        report: Report = json.loads(capsys.readouterr().out)
        return report

    return export


def rows_of(template: str) -> list[dict[str, str]]:
    with (CASES / "indicators.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [row for row in rows if row["template"] == template]


def findings(report: Report, rule: str) -> list[str]:
    return [finding["where"] for finding in report["findings"] if finding["rule"] == rule]


def test_the_subdistrict_prints_every_figure_of_its_rows(export: Export) -> None:
    docx, xlsx = map(Path, export("subdistrict")["files"])
    text, sheet = docx_text(docx), statistics(xlsx)
    for row in rows_of("subdistrict"):
        printed = row["printed"]
        if not re.fullmatch(r"\d+", printed):
            continue
        assert f"{printed}{row['unit']}" in text, row["id"]
        assert sheet[row["name"]] == int(printed), row["id"]


@pytest.mark.parametrize(
    "figure", ["37686人", "36002人", "95.53%", "80%以上", "90%以上", "75%以上", "100%", "8000元"]
)
def test_the_subdistrict_prints_its_rates_and_money(export: Export, figure: str) -> None:
    assert figure in docx_text(Path(export("subdistrict")["files"][0]))


def test_the_subdistrict_names_its_seven_firms(export: Export) -> None:
    docx, _ = export("subdistrict")["files"]
    text = docx_text(Path(docx))
    for firm in ("建安（集团）", "华瑜金业", "嘉华婚爱", "前海中宝", "华鉴", "庆美", "吉盟"):
        assert firm in text


def test_the_subdistricts_rate_is_a_number_in_the_sheet(export: Export) -> None:
    _, xlsx = export("subdistrict")["files"]
    rate = statistics(Path(xlsx))["农民工入会完成率"]
    assert Decimal(str(rate)) in (Decimal("0.9553"), Decimal("95.53"))


def test_the_subdistricts_defects_are_found(export: Export) -> None:
    report = export("subdistrict")
    assert findings(report, "leading_zero") == ["migrant_share_target"]
    assert findings(report, "pair") == ["spring_visit_amount"]
    assert findings(report, "overclaim") == ["preamble"]
    assert "0.98%" in docx_text(Path(report["files"][0]))


def test_the_masked_factory_has_no_sentence_with_a_hole(export: Export) -> None:
    report = export("factory-as-printed")
    lines = docx_lines(Path(report["files"][0]))
    for line in lines:
        assert not re.search(r"[×*]|[xX]{2}|余万余|待填|\{|\}", line), line
        assert not re.search(
            rf"(?<![\d余多几]|[一二两三四五六七八九十])[{MEASURE_WORDS}][，。；]", line
        ), line
        assert not re.search(r"(?<!\d)0[个项条人件次户场名家份处万元]", line), line
        assert not re.search(r"，。|，，|、，|、。|[：，、]$|^[，。、]", line), line


def test_the_masked_factory_lists_what_is_blank(export: Export) -> None:
    blank = set(export("factory-as-printed")["blank"])
    masked = {
        row["id"]
        for row in rows_of("enterprise")
        if re.search(r"[*×]", row["printed"]) and row["id"] != "-"
    }
    assert masked <= blank
    assert not {"pledge_rate", "hazards_in_progress", "congress_committees"} & blank


def test_the_masked_factory_has_no_zero_in_its_sheet(export: Export) -> None:
    _, xlsx = export("factory-as-printed")["files"]
    assert 0 not in statistics(Path(xlsx)).values()


@pytest.mark.parametrize(
    "figure",
    ["90余万元", "745条", "58.02%", "36800元", "318.5万元", "1284条", "45600元", "2项", "4个"],
)
def test_the_filled_factory_prints_its_figures(export: Export, figure: str) -> None:
    assert figure in docx_text(Path(export("factory-filled")["files"][0]))


def test_the_filled_factory_compares_with_last_year(export: Export) -> None:
    report = export("factory-filled")
    assert not [f for f in report["findings"] if f["severity"] == "error"]
    assert statistics(Path(report["files"][1]))["技术改进成果"] == 63


def test_the_school_prints_its_narratives_and_two_figures(export: Export) -> None:
    text = docx_text(Path(export("school")["files"][0]))
    assert all(part in text for part in ("2次", "2处", "青年教师结对听课", "会计室", "六月和七月"))


def test_the_papers_are_named_after_union_and_year(export: Export) -> None:
    names = [Path(file).name for file in export("subdistrict")["files"]]
    assert names == [
        "翠竹街道总工会2022年度工作总结.docx",
        "翠竹街道总工会2022年度工作总结附件.xlsx",
    ]
