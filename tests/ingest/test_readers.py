"""From a file to its text, or to a reason why not."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UnreadableFile
from ingest.readers import is_readable, known_formats, read, read_data

PLAN = "Số: 5/KH-UBND\nKẾ HOẠCH\nPhòng, chống dịch"
PAGE = """<!DOCTYPE html><html><head><title>Cổng</title><style>p {}</style></head><body>
<nav>Trang chủ</nav><script>var a = "<p>x</p>"</script>
<table><tr><td><b>ỦY BAN NHÂN DÂN</b><br>TỈNH A</td><td><p>CỘNG HÒA</p><p>Độc lập</p></td></tr></table>
<table><tr><th>Việc</th><th>Đơn vị</th></tr><tr><td><p>Tập huấn</p></td><td><p>Sở
  Nội&nbsp;vụ</p></td></tr></table>
<p>Căn cứ <i>Luật</i> A;</p><ul><li>một<li>hai</ul><div><div>ba</div></div>bốn</body></html>"""


def reason(data: bytes, name: str, **limits: int) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_data(data, name, **limits)
    return str(refused.value)


@pytest.mark.parametrize(
    ("name", "format_name"), [("a.txt", "txt"), ("b.MD", "md"), ("c.markdown", "md"), ("README", "txt")]
)
def test_plain_text_and_markdown_are_read_as_they_stand(tmp_path: Path, name: str, format_name: str) -> None:
    file = tmp_path / name
    file.write_bytes(PLAN.encode())
    found = read(file)
    assert (found.format, found.text, found.size) == (format_name, PLAN, len(PLAN.encode()))
    assert (found.data, found.path, found.warnings) == (PLAN.encode(), str(file), ())
    assert found.sha256 == hashlib.sha256(PLAN.encode()).hexdigest()


def test_a_byte_order_mark_of_utf8_keeps_its_place_in_the_offsets() -> None:
    assert read_data(PLAN.encode("utf-8-sig"), "a.txt").text == "\ufeff" + PLAN


def test_line_ends_stay_as_they_are() -> None:
    assert read_data(b"a\r\nb\rc\n", "a.txt").text == "a\r\nb\rc\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf16_with_its_mark_is_read_with_a_warning(encoding: str) -> None:
    mark = b"" if encoding == "utf-16" else b"\xfe\xff"
    found = read_data(mark + PLAN.encode(encoding), "a.txt")
    assert found.text == PLAN
    assert "UTF-16" in found.warnings[0]


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.txt", "tệp rỗng"),
        (b" \n\xc2\xa0\n", "a.md", "không có chữ"),
        (b"<html><script>x()</script></html>", "a.html", "không có chữ"),
        (b"<!-- -->", "a.html", "hỏng hoặc rỗng"),
        (b"<html>" + b"<div>" * 5_000 + b"x", "a.html", "lồng quá sâu"),
        ("Kế hoạch".encode("cp1258", "ignore") + b"\xf0\xe1", "a.txt", "không phải UTF-8"),
        (b"\xff\xfe\x00\xd8\x00", "a.txt", "UTF-16 hỏng"),
        (b"\x00\x01\x02\x03" * 50, "a.txt", "dữ liệu nhị phân"),
        (b"%PDF-1.7 ...", "a.txt", "PDF"),
        (b"PK\x03\x04....", "a.md", "tệp nén"),
        (b"PK\x03\x04....", "a.docx", "hỏng hoặc có mật khẩu"),
        (b"a,b", "a.csv", "chưa đọc được tệp .csv"),
        (b"<html><meta charset=no-such-code>\xe1", "a.html", "quá ít chữ có dấu"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_its_name_the_reason_and_the_remedy(
    data: bytes, name: str, said: str
) -> None:
    message = reason(data, name)
    assert message.startswith(f"{name}: ")
    assert said in message
    assert "Hãy" in message


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml word/document.xml xl/", "Word (docx)"),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml xl/workbook.xml", "Excel (xlsx)"),
        (b"PK\x03\x04" + bytes(40), "tệp nén zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "Excel đời cũ"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "có mật khẩu"),
        (b"\x00\x00\x00\x18ftypheic", "ảnh HEIC"),
        (b"\x00\x00\x00\x18ftypmp42", "MP4"),
        (b"AC1027\x00", "AutoCAD"),
        (bytes(257) + b"ustar", "tar"),
        (b"Rar!\x1a\x07\x01", "rar"),
    ],
)
def test_a_file_of_an_unknown_kind_is_refused_with_the_kind_that_its_content_tells(data: bytes, kind: str) -> None:
    said = reason(data, "a.xyz")
    assert "chưa đọc được tệp .xyz (" in said
    assert kind in said.partition("(")[2].partition(". Hãy")[0]


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("a" * 100)
    with pytest.raises(UnreadableFile, match="quá giới hạn"):
        read(file, limit=99)
    assert read(file, limit=100).size == 100


def test_fifty_megabytes_of_text_are_over_the_default_limit() -> None:
    assert "50.0 MB, quá giới hạn 20 MB" in reason(b"a" * 50_000_000, "a.txt")


@pytest.mark.parametrize(("name", "said"), [("nothing.txt", "không có tệp này"), (".", "không phải là tệp")])
def test_a_path_that_is_no_file_is_refused(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said):
        read(tmp_path / name)


def test_a_page_shows_its_blocks_as_lines_and_the_cells_of_a_row_apart() -> None:
    found = read_data(PAGE.encode(), "trang.html")
    assert found.text.split("\n") == [
        *("ỦY BAN NHÂN DÂN", "TỈNH A", "CỘNG HÒA", "", "Độc lập", ""),
        *("Việc | Đơn vị", "Tập huấn | Sở Nội vụ", ""),
        *("Căn cứ Luật A;", "", "một", "hai", "", "ba", "bốn", ""),
    ]


def test_a_page_called_txt_is_read_as_a_page_with_a_warning() -> None:
    found = read_data(b"\n<!-- saved --><HTML><p>Xin</p></HTML>", "a.txt")
    assert (found.format, found.text) == ("html", "Xin\n")
    assert "nội dung là html" in found.warnings[0]


def test_a_page_in_its_declared_encoding_is_read_with_a_warning() -> None:
    found = read_data(b'<html><meta charset="windows-1252"><p>C\xf4ng</p></html>', "a.html")
    assert found.text == "Công\n"
    assert "windows-1252" in found.warnings[0]


def test_cells_outside_of_a_row_are_not_lost() -> None:
    assert read_data(b"<table><td>x<td>y</table>", "a.html").text == "x\ny\n"


def test_each_suffix_belongs_to_one_format() -> None:
    suffixes = [suffix for known in known_formats() for suffix in known.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(is_readable(f"a{suffix}") for suffix in suffixes)
    assert not is_readable("a.exe")


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html", "a", "a.pdf"]))
def test_any_bytes_are_either_text_or_refused(data: bytes, name: str) -> None:
    try:
        outcome = read_data(data, name).text
    except UnreadableFile as refused:
        outcome = str(refused).removeprefix(f"{name}: ")
    assert outcome.strip()


def test_real_texts_are_read_character_by_character(shared: Path) -> None:
    files = sorted((shared / "seeds").glob("*.txt"))
    assert files
    for file in files:
        assert read(file).text == file.read_bytes().decode("utf-8")
