"""Laying out and drawing a summary, beside LibreOffice and beside what a screen allows.

The 24-page summary is that of the exports. LibreOffice converts the same document written as .docx;
its start counts, because whoever converts through it waits for it. Ours begins with no font opened
and nothing laid out, in a program that runs.
"""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.exports import long_summary
from tests.bench.timing import Comparison, compare
from ui.paper import Fonts
from ui.paper.pdf import write
from unionapp.layout.pages import Layout
from unionapp.paper import Document, Paragraph, Run, compose
from unionapp.writers import docx

# Seconds between two pictures of a screen.
FRAME = 0.016


def compare_papers(folder: Path, example: Path) -> Iterator[Comparison]:
    """A PDF beside LibreOffice's, and a relayout beside what a screen allows."""
    write.application()
    document = compose(long_summary(example))
    word = folder / "summary.docx"
    word.write_bytes(docx.packed(document))
    yield compare(
        "24-page summary: layout and PDF / LibreOffice's conversion",
        lambda: (folder / "summary.pdf").write_bytes(write.packed(document)),
        lambda: convert(word, folder),
        promised=0.1,
        runs=7,
    )
    yield Comparison(
        "24-page summary: relayout after an edit / a frame", relayout(document), FRAME, 1
    )


def convert(word: Path, folder: Path) -> None:
    """What LibreOffice needs for the same."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder / "converted"), str(word)],
        check=True,
        capture_output=True,
        env=os.environ | {"SAL_USE_VCLPLUGIN": "svp"},
    )


def relayout(document: Document) -> float:
    """The median time of laying out the paper again when one paragraph has changed."""
    layout = Layout(Fonts().measure)
    layout.lay_out(document)
    places = [n for n, block in enumerate(document.blocks) if isinstance(block, Paragraph)]
    times = []
    for number, place in zip(range(60), cycle(places[:: max(len(places) // 20, 1)]), strict=False):
        changed = edited(document, place, f"新增{number}项。")
        begun = perf_counter()
        layout.lay_out(changed)
        times.append(perf_counter() - begun)
    return median(times)


def edited(document: Document, place: int, text: str) -> Document:
    """The paper with a few more characters in one paragraph."""
    block = document.blocks[place]
    assert isinstance(block, Paragraph)
    changed = replace(block, runs=(*block.runs, Run(text)))
    blocks = (*document.blocks[:place], changed, *document.blocks[place + 1 :])
    return replace(document, blocks=blocks)
