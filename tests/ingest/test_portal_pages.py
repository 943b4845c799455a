"""Documents in pages as portals publish them: what stands around the document is not read, what is in it stays."""

from __future__ import annotations

from textwrap import dedent

import pytest

from ingest.parse import parse
from ingest.readers import read_data

RELATED = ("Quyết định số 77/QĐ-UBND ngày 05/6/2023", "Kế hoạch số 88/KH-UBND năm 2024", "Công văn số 99/UBND-VX")
DOCUMENT = """
<table width="100%"><tr>
 <td><p align="center">ỦY BAN NHÂN DÂN<br><b>PHƯỜNG LÃM HÀ</b></p></td>
 <td><p align="center"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br>Độc lập - Tự do - Hạnh phúc</p></td></tr>
 <tr><td><p>Số: 10/KH-UBND</p></td><td><p><i>Lãm Hà, ngày 13 tháng 02 năm 2024</i></p></td></tr></table>
<p align="center"><b>KẾ HOẠCH</b></p><p><b>Thực hiện dân chủ ở cơ sở năm 2024 trên địa bàn phường Lãm Hà</b></p>
<p>Căn cứ <a href="/vb/1">Luật Thực hiện dân chủ ở cơ sở</a> ngày 10 tháng 11 năm 2022;</p>
<p>Thực hiện Quyết định số 12/QĐ-TTg<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> ngày 05 tháng 01 năm 2024.</p>
<table border="1"><tr><th>TT</th><th>Nhiệm vụ</th><th>Đơn vị chủ trì</th></tr>
<tr><td>1</td><td>Tập huấn</td><td>Văn phòng</td></tr></table>
<ul><li><a href="/vb/2">Chỉ thị số 33/CT-TTg ngày 26 tháng 11 năm 2021</a></li><li><a href="/vb/3">Nghị định số
 59/2023/NĐ-CP</a></li><li><a href="/vb/4">Kế hoạch số 41/KH-UBND</a></li></ul>
<table><tr><td><p><b><i>Nơi nhận:</i></b><br>- Như trên;<br>- Lưu: VT.</p></td>
 <td><p>CHỦ TỊCH<br>Lê Thị Hoa</p></td></tr></table>
<div id="ftn1"><p>[1] Được sửa đổi bởi Quyết định số 15/QĐ-TTg.</p></div>
"""


def portal(document: str, *, around: str = '<div class="content-detail">{}</div>') -> bytes:
    """A page of a portal with its own menus, list of news and footer."""
    links = "".join(f'<li><a href="/tin/{n}">{title}</a></li>' for n, title in enumerate(RELATED))
    page = f"""\
        <!DOCTYPE html><html><head><title>Cổng thông tin</title></head><body>
        <div id="page-header"><a href="/">CỔNG THÔNG TIN ĐIỆN TỬ PHƯỜNG LÃM HÀ</a></div>
        <div class="main-menu"><ul><li><a href="/a">Giới thiệu</a></li><li><a href="/b">Văn bản</a></li></ul></div>
        <div class="row"><div class="breadcrumb">Trang chủ » Văn bản » Kế hoạch số 10/KH-UBND</div>
        <h1>Kế hoạch số 10/KH-UBND và các văn bản khác: Quyết định số 66/QĐ-UBND</h1><p>Lượt xem: 120 | Cỡ chữ</p>
        <div style="display: none">Kế hoạch số 55/KH-UBND</div>
        {around.format(document)}
        <div class="fb-share">Chia sẻ</div>
        <div class="tin-lien-quan"><h3>Văn bản liên quan</h3><ul>{links}</ul></div>
        <div class="box"><ul>{links}</ul></div></div>
        <footer>Địa chỉ: số 1 đường A. Giấy phép số 44/GP-TTĐT ngày 01/01/2020</footer>
        <script>var menu = 1;</script></body></html>"""
    return dedent(page).encode()


@pytest.mark.parametrize(
    "around",
    [
        '<div class="content-detail">{}</div>',
        '<article><div itemprop="articleBody">{}</div></article>',
        "<table><tr><td>{}</td></tr></table>",
        '<div id="toanvancontent" class="menu-fix">{}</div>',
    ],
)
def test_only_the_document_of_a_page_is_read(around: str) -> None:
    alone = read_data(f"<html><body>{DOCUMENT}</body></html>".encode(), "a.html").text
    found = read_data(portal(DOCUMENT, around=around), "a.html").text
    assert found.strip() == alone.strip()
    parsed = parse(found)
    assert (parsed.header.symbol, parsed.header.issuer) == ("10/KH-UBND", "Ủy ban nhân dân phường Lãm Hà")
    symbols = [mention.symbol for mention in parsed.mentions if mention.symbol]
    assert symbols == ["12/QĐ-TTg", "33/CT-TTg", "59/2023/NĐ-CP", "41/KH-UBND", "15/QĐ-TTg"]


def test_a_document_beside_the_news_of_its_page_is_read_without_them() -> None:
    found = read_data(portal(DOCUMENT, around="{}"), "a.html").text
    assert "[1] Được sửa đổi" in found
    assert not [title for title in RELATED if title in found]


def test_rows_stay_rows_and_the_number_of_a_footnote_does_not_stick_to_a_symbol() -> None:
    found = read_data(portal(DOCUMENT), "a.html").text
    assert "1 | Tập huấn | Văn phòng" in found
    assert "Quyết định số 12/QĐ-TTg ngày 05 tháng 01 năm 2024." in found
    assert "[1] Được sửa đổi bởi Quyết định số 15/QĐ-TTg." in found


def test_what_follows_the_recipients_is_read_when_it_is_no_chrome() -> None:
    page = portal(DOCUMENT + "</div><div class='phu-luc'><p>PHỤ LỤC</p><p>Danh mục công việc</p>")
    assert "PHỤ LỤC\n\nDanh mục công việc" in read_data(page, "a.html").text


def test_a_page_without_the_marks_of_a_document_loses_menus_and_lists_of_links_only() -> None:
    found = read_data(portal("<p>Phường vừa ban hành Kế hoạch số 10/KH-UBND.</p>"), "a.html").text
    assert "Phường vừa ban hành Kế hoạch số 10/KH-UBND." in found
    for gone in (*RELATED, "Giới thiệu", "Trang chủ", "Giấy phép", "55/KH-UBND", "Chia sẻ"):
        assert gone not in found


@pytest.mark.parametrize("tag", ["nav", "footer", "aside", 'div class="sidebar"', 'div role="banner"'])
def test_nothing_that_holds_the_marks_of_a_document_is_taken_for_chrome(tag: str) -> None:
    page = f"<html><body><{tag}>{DOCUMENT}</{tag.split(maxsplit=1)[0]}></body></html>".encode()
    assert "Số: 10/KH-UBND" in read_data(page, "a.html").text


def test_two_documents_of_one_page_are_both_read() -> None:
    second = DOCUMENT.replace("10/KH-UBND", "11/KH-UBND")
    found = read_data(portal(f"<div>{DOCUMENT}</div><div>{second}</div>"), "a.html").text
    assert "Số: 10/KH-UBND" in found
    assert "Số: 11/KH-UBND" in found


def test_a_page_of_many_nested_lists_is_read_in_one_pass() -> None:
    depth = 200
    page = "<html><body>" + "<div><ul><li><a href=#>x</a>" * depth + DOCUMENT + "</li></ul></div>" * depth
    assert "10/KH-UBND" in read_data(page.encode(), "a.html").text
