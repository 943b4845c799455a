"""Old encodings: told by what they spell, converted whole, and never guessed."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.tables import legacy_letters, rimes
from graph.errors import UnreadableFile
from ingest.extract import extract_file
from ingest.parse import parse
from ingest.readers import read_data
from ingest.readers.encodings import LEAST_WORDS, verdict, with_unicode_letters
from ingest.readers.legacy import LEGACY

TEXT = """ỦY BAN NHÂN DÂN XÃ ĐỒNG TIẾN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KH-UBND
Đồng Tiến, ngày 02 tháng 01 năm 2005
KẾ HOẠCH
Thực hiện Chỉ thị số 40/CT-TTg về phổ biến, giáo dục pháp luật ở cơ sở
Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26/11/2003;
1. Giao Văn phòng chủ trì, phối hợp với các ban, ngành, đoàn thể; bố trí kinh phí “đúng mục đích” – tiết kiệm.
"""
FRENCH = (
    "Le décret fixe les règles d'intérêt général relatives à l'aménagement, à la forêt et à la pêche côtière; "
    "l'État a créé près de Huê un dépôt où l'élève apprenait déjà, après été, les métiers dès l'âge de onze années. "
    "Père, mère, frère et tête: « naïf », façade, garçon, hôpital, goût, sûreté, canoë, Noël, maïs, cœur, œuvre."
)
NAMES = [legacy.name for legacy in LEGACY]
_TABLE = {"TCVN3 (ABC)": "tcvn3", "VNI-Windows": "vni", "VISCII": "viscii"}
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def encoded(text: str, encoding: str) -> bytes:
    """``text`` as a program of its time wrote it; Windows-1258 writes the tone apart from the vowel."""
    if encoding == "Windows-1258":
        return b"".join(_windows_1258(char) for char in text)
    letters = {row.letter: bytes.fromhex(getattr(row, _TABLE[encoding])) for row in legacy_letters()}
    return b"".join(letters.get(char) or char.encode("cp1252", "replace") for char in text)


def _windows_1258(char: str) -> bytes:
    try:
        return char.encode("cp1258")
    except UnicodeEncodeError:
        marks = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
        return (base + "".join(mark for mark in marks if mark in _TONES)).encode("cp1258")


def drawn_large(text: str) -> bytes:
    """TCVN3 as it stands in papers: capitals with a tone are small letters in a font of capitals."""
    small = {row.letter: row.letter.lower() for row in legacy_letters() if len(row.tcvn3) > 2}
    return encoded("".join(small.get(char, char) for char in text), "TCVN3 (ABC)")


@pytest.mark.parametrize("encoding", NAMES)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_text_in_an_old_encoding_is_converted_and_the_report_says_so(encoding: str, name: str) -> None:
    text = TEXT if encoding != "VISCII" else TEXT.translate({ord("“"): '"', ord("”"): '"', ord("–"): "-"})
    found = read_data(encoded(text, encoding), name)
    assert found.text == text
    assert encoding in found.warnings[0]


def test_what_stands_in_the_text_is_read_from_it_in_any_encoding() -> None:
    for encoding in NAMES:
        parsed = parse(read_data(encoded(TEXT, encoding), "a.txt").text)
        assert (parsed.header.symbol, parsed.header.type) == ("12/KH-UBND", "KH")
        assert "40/CT-TTg" in {mention.symbol for mention in parsed.mentions}


def test_an_extract_too_says_that_the_text_was_converted(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(encoded(TEXT, "TCVN3 (ABC)"))
    (record,) = extract_file(file)
    assert not isinstance(record, UnreadableFile)
    assert any("TCVN3" in warning for warning in record.warnings)


def test_capitals_that_only_a_font_drew_are_capitals_again() -> None:
    assert read_data(drawn_large(TEXT), "a.txt").text == TEXT.replace("và Ủy", "và ủy")


@pytest.mark.parametrize("encoding", ["TCVN3 (ABC)", "VNI-Windows"])
def test_letters_of_an_old_font_in_a_unicode_file_are_converted_and_unicode_lines_stay(encoding: str) -> None:
    typed = encoded(TEXT, encoding).decode("cp1252") + "\nĐã bổ sung: và các xã\n\uf0b7 Xem thêm\n"
    found = read_data(typed.encode(), "a.txt")
    assert found.text == TEXT + "\nĐã bổ sung: và các xã\n\uf0b7 Xem thêm\n"
    assert encoding in found.warnings[0]


@pytest.mark.parametrize("charset", ["", '<meta charset="windows-1252">', '<meta charset="x-viet-vni">'])
def test_a_page_in_an_old_font_is_converted_whatever_it_declares(charset: str) -> None:
    page = f"<html>{charset}<p>".encode() + encoded(TEXT, "VNI-Windows").replace(b"\n", b"<br>") + b"</p></html>"
    assert read_data(page, "a.html").text.strip() == TEXT.strip()


def test_a_page_that_declares_windows_1258_is_composed() -> None:
    page = b'<html><meta charset="windows-1258"><p>' + encoded("Việt Nam", "Windows-1258")
    assert read_data(page, "a.html").text == "Việt Nam\n"


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_read_with_a_warning(order: str) -> None:
    found = read_data(TEXT.encode(order), "a.txt")
    assert found.text == TEXT
    assert "thiếu dấu BOM" in found.warnings[0]


def test_decomposed_letters_and_two_ways_of_placing_tones_are_read_and_said() -> None:
    found = read_data(unicodedata.normalize("NFD", TEXT + "hoà").encode(), "a.txt")
    assert found.text == unicodedata.normalize("NFD", TEXT + "hoà")
    assert [warning.partition(";")[0] for warning in found.warnings] == [
        "Chữ và dấu viết rời nhau (Unicode tổ hợp, NFD)",
        "Dấu thanh đặt theo hai lối (hòa, hoà)",
    ]
    assert parse(found.text).header.symbol == "12/KH-UBND"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (encoded("Kế hoạch số 5", "TCVN3 (ABC)"), "quá ít chữ có dấu"),
        (FRENCH.encode("cp1252"), "không giống bảng mã tiếng Việt nào"),
        (b"plan \xe9\xe8", "quá ít chữ có dấu"),
        (bytes(range(0x80, 0x100)) * 9, "không phải UTF-8"),
    ],
)
def test_what_is_short_or_foreign_is_set_aside_with_the_way_to_convert_it(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said) as refused:
        read_data(data, "a.txt")
    assert "iconv -f" in str(refused.value)
    assert "UniKey" in str(refused.value)


@pytest.mark.parametrize("text", [FRENCH, TEXT, "A plan – “for” §1 and §2, ©2020, ½ of it.", "Cộng hoà «và» · • §"])
def test_unicode_text_is_never_converted(text: str) -> None:
    assert with_unicode_letters(text * 9, "a.doc").text == text * 9


def test_letters_that_may_be_of_an_old_font_but_not_surely_are_set_aside() -> None:
    mixed = encoded(TEXT, "TCVN3 (ABC)").decode("cp1252") + "zÖz yÖy wÖw xÖx qÖq fÖf jÖj sÖÖs rÖÖr pÖÖp kÖÖk gÖÖg"
    with pytest.raises(UnreadableFile, match=r"có vẻ là TCVN3 .* không đủ chắc"):
        with_unicode_letters(mixed + mixed[-48:].upper() + "aÖa bÖb cÖc dÖd", "a.doc")


def _syllables() -> st.SearchStrategy[str]:
    toned = sorted({row.example for row in rimes() if not row.example.isascii()})
    return st.lists(st.sampled_from(toned), min_size=25, max_size=60, unique=True).map(" ".join)


@given(_syllables(), st.sampled_from(NAMES))
def test_any_vietnamese_text_comes_back_from_each_encoding(text: str, encoding: str) -> None:
    data = encoded(text, encoding)
    found = verdict(data)
    assert found.encoding is not None
    assert (found.encoding.name, found.encoding.decode(data)) == (encoding, text)


@given(st.lists(st.sampled_from(TEXT.split()), max_size=LEAST_WORDS - 1), st.sampled_from(NAMES))
def test_a_text_of_few_words_is_never_guessed(words: list[str], encoding: str) -> None:
    assert verdict(encoded(" ".join(words), encoding)).encoding is None


@given(st.binary(max_size=300))
def test_bytes_at_random_are_converted_or_refused(data: bytes) -> None:
    for legacy in LEGACY:
        assert isinstance(legacy.decode(data), str)
    assert isinstance(with_unicode_letters(data.decode("latin-1"), "a").text, str)


def test_real_texts_come_back_from_each_encoding(shared: Path) -> None:
    for file in sorted((shared / "seeds").glob("*.txt"))[:8]:
        text = unicodedata.normalize("NFC", file.read_text("utf-8"))
        plain = "".join(char if char.isascii() or char.isalpha() else " " for char in text)
        for encoding in NAMES:
            found = read_data(encoded(plain, encoding), file.name)
            assert encoding in found.warnings[0]
            same = sum(a == b for a, b in zip(found.text.split(), plain.split(), strict=True))
            assert same >= 0.99 * len(plain.split())
