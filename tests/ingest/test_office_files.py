"""What the readers of office files must keep: the lines of a head, the rows of a table, the labels that Word counts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from graph.errors import UnreadableFile
from ingest.extract import extract_text
from ingest.readers import read, read_data

FILES = Path(__file__).parents[1] / "files"
EXAMPLES = Path(__file__).parents[2] / "examples"


def read_docx(write: Callable[[Document], object]) -> str:
    document, data = docx.Document(), io.BytesIO()
    write(document)
    document.save(data)
    return read_data(data.getvalue(), "a.docx").text


def test_the_files_of_each_format_say_what_the_plain_text_says() -> None:
    for form in ("doc", "docx", "odt", "rtf"):
        for file in sorted((FILES / form).iterdir()):
            plain = extract_text(read(next(EXAMPLES.glob(f"*/{file.stem}.*"))).text, "")
            found = extract_text(read(file).text, "")
            assert found.header == plain.header, file
            assert found.recipients == plain.recipients, file
            assert [(m.type, m.symbol, m.name, m.date, m.issuer, m.relation) for m in found.mentions] == [
                (m.type, m.symbol, m.name, m.date, m.issuer, m.relation) for m in plain.mentions
            ], file
            assert [(a.assignees, a.deadlines, a.part) for a in found.assignments] == [
                (a.assignees, a.deadlines, a.part) for a in plain.assignments
            ], file


def test_a_file_is_told_by_its_content_when_its_name_lies() -> None:
    for form in ("doc", "docx", "odt", "rtf"):
        found = read_data(next((FILES / form).iterdir()).read_bytes(), "giay.txt")
        assert found.format == form
        assert "đã đọc theo nội dung" in found.warnings[0]


def test_a_table_of_tasks_is_rows_and_a_head_is_lines() -> None:
    def write(document: Document) -> None:
        head = document.add_table(rows=1, cols=2).rows[0].cells
        head[0].text, head[1].text = "UBND TỈNH A\nSố: 5/KH-UBND", "Độc lập - Tự do - Hạnh phúc"
        tasks = document.add_table(rows=0, cols=3)
        for row in (("TT", "Nhiệm vụ", "Chủ trì"), ("1", "Tập huấn\ncho xã", "Sở Nội vụ"), ("2", "", "Sở A")):
            for cell, text in zip(tasks.add_row().cells, row, strict=True):
                cell.text = text

    assert read_docx(write).splitlines() == [
        "UBND TỈNH A",
        "Số: 5/KH-UBND",
        "Độc lập - Tự do - Hạnh phúc",
        "TT | Nhiệm vụ | Chủ trì",
        "1 | Tập huấn cho xã | Sở Nội vụ",
        "2 |  | Sở A",
    ]


def test_labels_that_word_counts_are_written() -> None:
    def write(document: Document) -> None:
        for style, text in (("List Number", "Một"), ("List Number", "Hai"), ("List Bullet", "Gạch")):
            document.add_paragraph(text, style=style)

    assert read_docx(write).split("\n\n") == ["1. Một", "2. Hai", "- Gạch\n"]


def test_emphasis_within_a_number_leaves_no_mark() -> None:
    def write(document: Document) -> None:
        paragraph = document.add_paragraph("Kế hoạch số ")
        paragraph.add_run("53").bold = True
        paragraph.add_run("/KH-UBND")

    assert read_docx(write) == "Kế hoạch số 53/KH-UBND\n"


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t>mới</w:t></w:r></w:ins>", "mới"),
        ("<w:moveFrom><w:r><w:t>trước</w:t></w:r></w:moveFrom><w:r><w:t>sau</w:t></w:r>", "sau"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r>", "hiện"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>", "7"),
        ("<w:r><w:t>05</w:t><w:noBreakHyphen/><w:t>KH/BCĐ</w:t></w:r>", "05-KH/BCĐ"),
        ("<w:r><w:t>trên</w:t><w:br/><w:t>dưới</w:t></w:r>", "trên\ndưới"),
        ("<w:hyperlink><w:r><w:t>Luật Thanh tra</w:t></w:r></w:hyperlink>", "Luật Thanh tra"),
    ],
)
def test_what_a_page_shows_is_read_and_nothing_else(inside: str, shown: str) -> None:
    def write(document: Document) -> None:
        document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>"))

    assert read_docx(write) == f"{shown}\n"


def zipped(**parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04 broken", "a.docx"),
        (zipped(word__document_xml="<no"), "a.docx"),
        (zipped(other="x"), "a.odt"),
        (b"no rich text", "a.rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "a.doc"),
    ],
)
def test_a_damaged_file_is_refused_with_what_to_do(data: bytes, name: str) -> None:
    with pytest.raises(UnreadableFile, match="Hãy"):
        read_data(data, name)


def test_entities_of_a_file_name_no_other_file() -> None:
    secret = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    body = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r>"
    data = zipped(word__document_xml=f"{secret}{body}<w:t>KẾ HOẠCH &e;</w:t></w:r></w:p></w:body></w:document>")
    assert read_data(data, "a.docx").text.strip() == "KẾ HOẠCH"
