"""What can be taken away: SVG, PNG, JSON, paper."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from tests.explorer.screen import ENDED, WARD, Screen
from tests.explorer.service import EACH_STORE

pytestmark = pytest.mark.browser
SYMBOLS = ["12/KH-UBND", "26/KH-UBND", "04/2015/NĐ-CP", "34/2007/PL-UBTVQH11", "33/CT-TTg"]


def export(screen: Screen, name: str) -> bytes:
    file, content = screen.export(name)
    assert file == f"12-KH-UBND.{name.lower()}"
    return content


def test_the_svg_is_a_drawing_with_every_symbol_and_the_flag_in_words(screen: Screen) -> None:
    screen.open(doc=WARD)
    drawing = etree.fromstring(export(screen, "SVG"))
    assert etree.QName(drawing).localname == "svg"
    words = " ".join(drawing.itertext())
    assert [symbol for symbol in SYMBOLS if symbol not in words] == []
    assert "⚑ Hết hiệu lực 01/07/2023" in words
    assert "⚑ đã hết hiệu lực" in words
    dashed = drawing.findall(".//{*}path[@stroke-dasharray]")
    assert {line.get("stroke") for line in dashed} == {"#b3261e"}


def test_the_svg_comes_from_the_list_as_well(screen: Screen) -> None:
    screen.open(doc=WARD, view="list")
    assert b"</svg>" in export(screen, "SVG")


def test_the_png_is_a_picture_on_white_with_something_on_it(screen: Screen) -> None:
    screen.open(doc=WARD).turn_dark()
    picture = Image.open(io.BytesIO(export(screen, "PNG"))).convert("RGB")
    assert min(picture.size) > 600
    colours = picture.getcolors(maxcolors=picture.width * picture.height)
    assert colours is not None
    assert len(colours) > 100
    assert picture.getpixel((picture.width - 1, 0)) == (255, 255, 255)


@EACH_STORE
def test_the_json_has_the_edges_with_their_evidence_and_the_findings(screen: Screen) -> None:
    screen.open(doc=WARD)
    data = json.loads(export(screen, "JSON"))
    assert data["root"] == WARD
    assert {node["symbol"] for node in data["nodes"]} >= set(SYMBOLS)
    assert all(edge["evidence"] for edge in data["edges"])
    assert ENDED in {finding["cited"]["key"] for finding in data["findings"]}


def test_on_paper_stand_the_drawing_and_the_sentences_as_text(screen: Screen, tmp_path: Path) -> None:
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("no pdftotext on this machine (Debian, Ubuntu: apt-get install poppler-utils)")
    screen.open(doc=WARD)
    paper = tmp_path / "chain.pdf"
    screen.page.pdf(path=paper, prefer_css_page_size=True)
    read = subprocess.run([reader, "-layout", str(paper), "-"], capture_output=True, text=True, check=True).stdout
    assert [symbol for symbol in SYMBOLS if symbol not in read] == []
    assert "Chuỗi dẫn chiếu của 12/KH-UBND" in read
    assert "⚑ Dẫn văn bản đã hết hiệu lực" in read
    assert "Thực hiện nghiêm Nghị định số 04/2015/NĐ-CP" in " ".join(read.split())
    assert "Số bước" not in read
