"""PDF, scans and photographs: which text of a page is trusted, and what is told of it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from graph.errors import UnreadableFile
from graph.model import ReadBy, SourcePage
from ingest.extract import extract_file, extract_text
from ingest.parse import parse
from ingest.readers import read, read_data
from ingest.readers.furniture import without_furniture
from ingest.readers.layout import Word, read_page
from ingest.readers.ocr import model_folder, without_slips

FILES = Path(__file__).parents[1] / "files"
EXAMPLES = Path(__file__).parents[2] / "examples"
ODD = FILES / "odd"
needs_ocr = pytest.mark.skipif(
    model_folder() is None, reason="Tesseract's model of Vietnamese is missing: apt-get install tesseract-ocr-vie"
)


def symbols(file: Path) -> list[str | None]:
    (record,) = extract_file(file)
    assert not isinstance(record, UnreadableFile)
    return [mention.symbol for mention in record.mentions]


def plain_symbols(stem: str) -> list[str | None]:
    return symbols(next(EXAMPLES.glob(f"*/{stem}.*")))


def test_a_text_layer_says_what_the_plain_text_says_and_on_which_page() -> None:
    for file in sorted((FILES / "pdf").iterdir()):
        assert symbols(file) == plain_symbols(file.stem), file
        pages = read(file).pages
        assert [page.number for page in pages] == list(range(1, len(pages) + 1))
        assert {page.read_by for page in pages} == {ReadBy.TEXT}
        assert min(page.quality for page in pages) > 0.7


def test_a_table_of_tasks_on_a_page_is_rows() -> None:
    text = read(FILES / "pdf" / "2024-province-bac-giang-ke-hoach.pdf").text
    assert "\n4 | Làm sạch dữ liệu hộ tịch | Sở Tư pháp | Công an tỉnh | 15/11/2024\n" in text
    assert "\nTT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn\n" in text


def test_the_stamp_of_a_digital_signature_and_page_numbers_are_not_of_the_text() -> None:
    found = read(ODD / "signed.pdf")
    assert "Ký bởi" not in found.text
    assert "16:42:07" not in found.text
    assert "\n2\n" not in found.text
    assert symbols(ODD / "signed.pdf") == plain_symbols("2024-province-quang-nam-ke-hoach")


@needs_ocr
@pytest.mark.parametrize("name", ["scan-300dpi.pdf", "scan-signed.pdf", "broken-font.pdf"])
def test_a_page_without_vietnamese_in_its_text_layer_is_recognised(name: str) -> None:
    found = read(ODD / name)
    assert [page.read_by for page in found.pages] == [ReadBy.OCR]
    assert found.pages[0].quality > 0.85
    assert any("nhận dạng chữ: trang 1" in warning for warning in found.warnings)
    record = extract_text(found.text, name, found.pages)
    assert record.header.symbol == "61/2023/NĐ-CP"
    assert [mention.symbol for mention in record.mentions] == plain_symbols("2023-central-chinh-phu-nghi-dinh")
    assert {(mention.page, mention.read_by) for mention in record.mentions} == {(1, ReadBy.OCR)}


@pytest.mark.parametrize(
    ("recognised", "meant"),
    [
        ("Quyết định số 217-QĐĐ/TW", "Quyết định số 217-QĐ/TW"),
        ("ˆ_ Nguyễn Văn Bình", "Nguyễn Văn Bình"),
        ("_—T/M BAN THƯỜNG VỤ", "T/M BAN THƯỜNG VỤ"),
        ("'CHỦ TỊCH", "CHỦ TỊCH"),
        ("KT: CHỦ TỊCH", "KT. CHỦ TỊCH"),
        ("- Như trên;\n– Lưu: VT.", "- Như trên;\n– Lưu: VT."),
        ("“Điều 5. Phạm vi", "“Điều 5. Phạm vi"),
        ("Thời gian: 8 giờ. Tại: phòng họp", "Thời gian: 8 giờ. Tại: phòng họp"),
    ],
)
def test_only_what_no_writer_means_is_taken_for_a_slip_of_the_engine(recognised: str, meant: str) -> None:
    assert without_slips(recognised) == meant


@needs_ocr
def test_a_photograph_of_a_page_is_read_with_its_head_in_two_columns() -> None:
    (record,) = extract_file(ODD / "photo-150dpi.jpg")
    assert not isinstance(record, UnreadableFile)
    assert record.header.symbol == "12/KH-UBND"
    assert "26/KH-UBND" in {mention.symbol for mention in record.mentions}


@needs_ocr
@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_photograph_that_lies_on_its_side_or_its_head_is_turned_until_it_reads(degrees: int) -> None:
    out = io.BytesIO()
    with Image.open(ODD / "photo-150dpi.jpg") as photo:
        photo.rotate(degrees, expand=True).save(out, "PNG")
    record = extract_text(read_data(out.getvalue(), "a.png").text, "a.png")
    assert record.header.symbol == "12/KH-UBND"


def test_what_was_recognised_is_no_surer_than_the_engine() -> None:
    text = "Số: 5/KH-UBND\nKẾ HOẠCH\nThực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ."
    sure = parse(text, [SourcePage(0, 1, ReadBy.TEXT, 0.5)]).mentions[0].confidence
    doubtful = parse(text, [SourcePage(0, 1, ReadBy.OCR, 0.5)]).mentions[0].confidence
    assert sure == parse(text).mentions[0].confidence
    assert doubtful == pytest.approx(sure / 2)


@pytest.mark.parametrize("name", ["scan-300dpi.pdf", "scan-signed.pdf", "broken-font.pdf", "photo-150dpi.jpg"])
def test_without_an_engine_a_scan_is_refused_with_the_command_that_installs_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    with pytest.raises(UnreadableFile, match="apt-get install tesseract-ocr tesseract-ocr-vie"):
        read(ODD / name)


def test_without_an_engine_a_text_layer_is_read_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert read(ODD / "signed.pdf").pages


@pytest.mark.parametrize("name", ["a.pdf", "a.png"])
def test_a_damaged_file_is_refused_with_what_to_do(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(b"%PDF-1.7 broken" if name.endswith("pdf") else b"\x89PNG\r\n\x1a\nbroken")
    with pytest.raises(UnreadableFile, match="Hãy"):
        read(file)


def test_what_is_called_pdf_and_is_none_is_told_as_such(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_text("Kế hoạch số 12/KH-UBND", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="không phải PDF"):
        read(file)


def test_lines_that_every_page_repeats_are_left_out() -> None:
    pages = [f"VBĐT ngày {n}/5\nĐoạn {letter}" for n, letter in enumerate("abc", 1)]
    assert without_furniture(pages) == ["Đoạn a", "Đoạn b", "Đoạn c"]


@pytest.mark.parametrize("line", ["12", "- 3 -", "Trang 2/5", "4/12"])
def test_a_page_number_goes(line: str) -> None:
    assert without_furniture([f"{line}\ncủa tỉnh", f"Kế hoạch\n{line}"]) == ["của tỉnh", "Kế hoạch"]


@needs_ocr
def test_a_large_page_is_drawn_in_bounds() -> None:
    picture = Image.new("RGB", (60, 80), "white")
    file = io.BytesIO()
    picture.save(file, "PDF", resolution=2)  # a page of a metre
    with pytest.raises(UnreadableFile, match="không có chữ"):
        read_data(file.getvalue(), "a.pdf")


def test_a_letter_from_another_font_goes_back_into_its_word() -> None:
    pieces = [("T", 0, 1), ("NH B", 2, 6), ("C", 7, 8), ("Ỉ", 1, 2), ("Ắ", 6, 7)]
    words = [Word(text, left * 5, 0, right * 5, 10) for text, left, right in pieces]
    assert read_page(words, glue=0.09) == "TỈNH BẮC"
