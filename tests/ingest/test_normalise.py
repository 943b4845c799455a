"""Text made regular, and the way back to the text as read."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.normalise import NormalisedText, normalise

VIETNAMESE = "aàáảãạăằắâầấbcdđeèéẻẽẹêềếghiìílmnoòóỏõọôồốơờớpqrstuùúủũụưừứvxyỳýAĐÊÔƠƯỦÒ0123456789"
MARKS = "*_#|>\\-–—/.,;:()\"'“”’ \t\n\r\u00a0\u00ad\u200b\ufeff\u0301\u0300\u0323\u0302"
texts = st.text(
    alphabet=st.one_of(st.sampled_from(VIETNAMESE + MARKS), st.characters(codec="utf-8", exclude_characters="[")),
    max_size=80,
)


def bounds(text: NormalisedText) -> list[tuple[int, int]]:
    spans = (text.span(i, i + 1) for i in range(len(text.text)))
    return [(span.start, span.end) for span in spans]


def letters(text: str) -> str:
    """Letters and digits without their marks, which is what survives any normalisation."""
    plain = (
        unicodedata.normalize("NFD", text)
        .translate(str.maketrans("ÐðƉАВЕКМНОРСТХаеорсху", "ĐđđABEKMHOPCTXaeopcxy"))
        .casefold()
    )
    return "".join(c for c in plain if c.isalnum() and c.isascii())


@pytest.mark.parametrize(
    ("written", "regular"),
    [
        ("Số: **53** /KH – UBND", "Số: 53 /KH - UBND"),
        ("Uỷ ban hoà giải, quý khách, toàn dân", "Ủy ban hòa giải, quý khách, toàn dân"),
        ("Nghị quyết\u00a0số 30\u00adNQ/TW", "Nghị quyết số 30NQ/TW"),
        ("## **KẾ HOẠCH**", "KẾ HOẠCH"),
        ("| Số: 5 | Hà Nội |", "  Số: 5   Hà Nội  "),
        ("“Dân vận khéo” và ‘mẫu’", "\"Dân vận khéo\" và 'mẫu'"),
        ("Ðiều 1\\. Phạm vi", "Điều 1. Phạm vi"),
        ("11/2026/TT-BTС", "11/2026/TT-BTC"),
        ("một\r\nhai", "một\nhai"),
        ("o**à**", "òa"),
        ("> > # trích", "trích"),
        ("12/QĐ-TTg[1] ngày 3", "12/QĐ-TTg ngày 3"),
        ("giao dự toán *[12]*, trong đó", "giao dự toán , trong đó"),
        ("giao dự toán [2].", "giao dự toán."),
        ("    Căn cứ Luật số\n    5 \n  và", "    Căn cứ Luật số\n5\nvà"),
        ("ngày  5 tháng  6,  tỉnh Cần  Thơ", "ngày 5 tháng 6, tỉnh Cần Thơ"),
        ("**KẾ HOẠCH**<br>**Về cấp nước**<BR />năm 2025", "KẾ HOẠCH\nVề cấp nước\nnăm 2025"),
        ("| Tập huấn<br>cán bộ | Sở A |", "  Tập huấn cán bộ   Sở A  "),
        ("| UBND XÃ A<br>TRẠM Y TẾ | Độc lập |", "  UBND XÃ A\nTRẠM Y TẾ   Độc lập  "),
        ("CỘNG HÒA XÃ  HỘI CHỦ  NGHĨA VIỆT  NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ],
)
def test_what_is_only_a_way_of_writing_disappears(written: str, regular: str) -> None:
    assert normalise(written).text == regular


@pytest.mark.parametrize(
    "cells", ["TỈNH ỦY  ĐẢNG CỘNG SẢN", "UBND XÃ  HỘI ĐỒNG THI ĐUA", "- Như trên;  TM. ỦY BAN", "Nội dung   thời gian"]
)
def test_space_that_may_part_cells_stays(cells: str) -> None:
    assert normalise(cells).text == cells


@pytest.mark.parametrize("written", ["[1] Quyết định số 12/QĐ-TTg", "Số: [12]/KH-UBND", "mẫu [12a]", "x\n[3]\nKhoản"])
def test_brackets_that_are_no_mark_of_a_note_stay(written: str) -> None:
    assert normalise(written).text == written


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("text", ["Ủy ban nhân dân phường Lãm Hà", "Số: **12**/KH-UBND, hoà giải", "ĐỀ ÁN số 06-ĐA/TU"])
def test_composed_and_decomposed_text_read_the_same(form: str, text: str) -> None:
    written = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    assert normalise(written).text == normalise(text).text


def test_a_span_of_the_normalised_text_is_the_place_on_the_page() -> None:
    page = normalise(unicodedata.normalize("NFD", "Thực hiện **Kế hoạch** số 5–KH/TU"))
    start = page.text.index("Kế hoạch số 5-KH/TU")
    found = page.span(start, len(page.text)).of(page.original)
    assert unicodedata.normalize("NFC", found) == "Kế hoạch** số 5–KH/TU"


@given(texts)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(texts)
def test_offsets_grow_and_stay_within_the_text_as_read(text: str) -> None:
    page = normalise(text)
    places = bounds(page)
    assert len(places) == len(page.text)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    assert [end for _, end in places] == sorted(end for _, end in places)


@given(texts, st.data())
def test_every_span_maps_back_to_the_letters_that_it_was_read_from(text: str, data: st.DataObject) -> None:
    page = normalise(text)
    start = data.draw(st.integers(0, max(0, len(page.text) - 1)))
    end = data.draw(st.integers(start, len(page.text)))
    if start < end:
        assert letters(page.text[start:end]) == letters(page.span(start, end).of(page.original))


@given(st.text(alphabet=VIETNAMESE + " \n", max_size=60))
def test_decomposed_text_maps_to_whole_letters(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    page = normalise(decomposed)
    for start, end in bounds(page):
        piece = decomposed[start:end]
        assert not unicodedata.combining(piece[0])
        assert end == len(decomposed) or not unicodedata.combining(decomposed[end])
