"""The symbols of documents as they are met, and what each one is.

Sources: domain reference §6; NĐ 30/2020 Art. 15; HD 36-HD/VPTW.
"""

from __future__ import annotations

import pytest

from ingest.normalise import normalise
from ingest.symbols import find_symbols, type_of_symbol


def symbols(written: str) -> list[str]:
    return [symbol.canonical for symbol in find_symbols(normalise(written).text)]


# (what the page shows, the symbols that it means); numbered as in the domain reference, §6.
SURFACE_FORMS = [
    pytest.param("Số: **53** /KH-UBND", ["53/KH-UBND"], id="1-bold number"),
    pytest.param("Số: 439 /KH – LĐLĐ", ["439/KH-LĐLĐ"], id="2-en dash between spaces"),
    pytest.param("Số: 30 /KH-UBND", ["30/KH-UBND"], id="3-space before the slash"),
    pytest.param("Số: 32/KH-UBND |", ["32/KH-UBND"], id="4-table bar behind"),
    pytest.param("Chỉ thị số 05-CT/TW ngày 15 tháng 5", ["05-CT/TW"], id="5-Party"),
    pytest.param("Chương trình hành động số 04-CTr/QU, ngày", ["04-CTr/QU"], id="6-mixed case code"),
    pytest.param("Đề án số 06-ĐA/TU ngày 20", ["06-ĐA/TU"], id="7-ĐA"),
    pytest.param("Chỉ thị số 19/CT-UBND ngày", ["19/CT-UBND"], id="8-State directive"),
    pytest.param("Pháp lệnh số 34/2007/PL-UBTVQH11 cho đến khi", ["34/2007/PL-UBTVQH11"], id="9-ordinance"),
    pytest.param("Hướng dẫn số 57/HD-MTTQ-BTT ngày", ["57/HD-MTTQ-BTT"], id="10-two bodies"),
    pytest.param(
        "Nghị định số 04/2015/NĐ-CP ngày\n\n09 tháng 01 năm 2015", ["04/2015/NĐ-CP"], id="11-page break behind"
    ),
    pytest.param("Thông tư số 01/2016/TT-BNV", ["01/2016/TT-BNV"], id="12-circular"),
    pytest.param("Nghị quyết số 54 của Quốc hội", [], id="13-number only is no symbol"),
    pytest.param("Điều 04, 05, 06, 07 Nghị định số 149/2018/NĐ-CP", ["149/2018/NĐ-CP"], id="14-articles before"),
    pytest.param("Kế hoạch số 05-KH/BCĐ, ngày 28/12/2021", ["05-KH/BCĐ"], id="15-date behind is none"),
    pytest.param("Chỉ thị số 30-CT/TW, ngày 18/02/1998", ["30-CT/TW"], id="16"),
    pytest.param("số 30- CT/TW và số 33- CT/TU", ["30-CT/TW", "33-CT/TU"], id="17-space behind the hyphen"),
    pytest.param("Nghị quyết số 25-NQ/TW, ngày 03/6/2013", ["25-NQ/TW"], id="18"),
    pytest.param("Pháp lệnh số 34/2007/PL- UBTVQH11", ["34/2007/PL-UBTVQH11"], id="19-space in the body"),
    pytest.param("Điều 9,10 Nghị định số 04/2015/NĐ-CP", ["04/2015/NĐ-CP"], id="20-list of articles"),
    pytest.param("Chương III, IV Pháp lệnh số 34/2007/PL-UBTVQH11", ["34/2007/PL-UBTVQH11"], id="21"),
    pytest.param("Quy định 1859-QĐ/TU ngày 09/4/2019", ["1859-QĐ/TU"], id="22-without số"),
    pytest.param("Quy định số 217, 218-QĐ/TW ngày", ["218-QĐ/TW"], id="23-list: the symbol is the last"),
    pytest.param("Quyết định số 217, 218-QĐ/TW ban hành “*Quy chế*”", ["218-QĐ/TW"], id="24"),
    pytest.param("Quyết định 217-QĐ/TW và Quyết định 218-QĐ/TW", ["217-QĐ/TW", "218-QĐ/TW"], id="25"),
    pytest.param("120 -KL/TW; 114 -KL/TW; 08 -CT/TU", ["120-KL/TW", "114-KL/TW", "08-CT/TU"], id="26"),
    pytest.param("Công văn số 1457-CV/TU ngày 06/02/2023", ["1457-CV/TU"], id="27"),
    pytest.param("số 31-CTr/BDVTU-BCSDUBND ngày", ["31-CTr/BDVTU-BCSDUBND"], id="28-joint Party programme"),
    pytest.param("Kế hoạch số 104-KH/BDVTU-BCSDUBND", ["104-KH/BDVTU-BCSDUBND"], id="29"),
    pytest.param("Đề án 13-ĐA/TU ngày 10/10/2022", ["13-ĐA/TU"], id="30"),
    pytest.param("Quyết định số 396-QĐ/TU, ngày 19/10/2021", ["396-QĐ/TU"], id="31"),
    pytest.param("số 1211/QĐ-UBND, ngày 02/11/2022; số 737/QĐ-UBND", ["1211/QĐ-UBND", "737/QĐ-UBND"], id="32"),
    pytest.param("Công văn số 5451/UBND-CNXD, ngày 10/9/2018", ["5451/UBND-CNXD"], id="33-letter of an office"),
    pytest.param("Văn bản số 3312/UBND-TH2 ngày 04/9/2025", ["3312/UBND-TH2"], id="33-letter of a numbered division"),
    pytest.param("Quyết định số 915/QĐ-BCA-X01 ngày", ["915/QĐ-BCA-X01"], id="33-department of the police"),
    pytest.param("số 88/PC07-CTPC ngày 02/8/2024", ["88/PC07-CTPC"], id="33-letter of such a department"),
    pytest.param("Tờ trình số 85/TT.SXD ngày 02/6/1998", ["85/TT.SXD"], id="33-dot before the body, before 2004"),
    pytest.param("Quyết định số 312/QĐ.UBT.93 ngày", ["312/QĐ.UBT.93"], id="33-its year behind it"),
    pytest.param("Quyết định số 58/QĐ-UBT.95 ngày", ["58/QĐ-UBT.95"], id="33-its year behind a hyphen"),
    pytest.param("Thông báo số 51/TB.LS.TCVG của liên Sở", ["51/TB.LS.TCVG"], id="33-several bodies with dots"),
    pytest.param("theo Kế hoạch số 15/KH.Thực hiện", [], id="33-a full stop is no such dot"),
    pytest.param("Thông báo số 97/TB-UBND.95 hộ", ["97/TB-UBND"], id="33-nor is one before a count"),
    pytest.param("Kế hoạch số 130/KH-BCĐTKNQ18 ngày", ["130/KH-BCĐTKNQ18"], id="33-committee on a resolution"),
    pytest.param("Quyết định số 2418/QĐ-QK4 ngày", ["2418/QĐ-QK4"], id="33-military region"),
    pytest.param("Nghị định số 61/2018/NĐ_CP", ["61/2018/NĐ-CP"], id="33-low line"),
    pytest.param("Nghị định số 61/2018/NĐ-CPngày 23", ["61/2018/NĐ-CP"], id="33-day runs into the symbol"),
    pytest.param("Quyết định số 22/2018/QĐ-TTgcủa Thủ tướng", ["22/2018/QĐ-TTg"], id="33-issuer runs into it"),
    pytest.param("Nghị định 145/2020/NĐ-CP ngày 14/12/2020", ["145/2020/NĐ-CP"], id="34"),
    pytest.param("Kế hoạch số 987-KH/BCSD ngày 16/12/2022", ["987-KH/BCSD"], id="35"),
    pytest.param("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII", [], id="36-congress has no symbol"),
    pytest.param("Quyết định số 446-QĐ/TW", ["446-QĐ/TW"], id="37"),
    pytest.param("số 149/KH-UBND ngày 09/5/2023 và số 149/KH-UBND", ["149/KH-UBND", "149/KH-UBND"], id="38-twice"),
    pytest.param("Luật Thực hiện dân chủ ở cơ sở ngày 10/11/2022", [], id="39-a law by name has no symbol"),
    pytest.param("Nghị định 04/2015/NĐ-CP", ["04/2015/NĐ-CP"], id="40"),
    pytest.param("Kế hoạch số 41/KH-UBND, ngày 23/02/2024 về", ["41/KH-UBND"], id="41"),
    pytest.param("số 04-CTr/BDVTU-BCSĐUBND", ["04-CTr/BDVTU-BCSĐUBND"], id="42-Đ in BCSĐ"),
    pytest.param("Kết luận số 114-KL/TW, ngày 14/7/2015", ["114-KL/TW"], id="43"),
    pytest.param("Công văn số 2692/CV-LĐLĐ; Công văn 403-CV/TU", ["2692/CV-LĐLĐ", "403-CV/TU"], id="44"),
    pytest.param("Hướng dẫn số 41/HD-TLĐ ngày 11/11/2021", ["41/HD-TLĐ"], id="45"),
    pytest.param("Nghị quyết số 76/NQ-CP", ["76/NQ-CP"], id="46"),
    pytest.param("kèm theo Quyết định số 1563/QĐ-UBND", ["1563/QĐ-UBND"], id="47"),
    pytest.param("số 99-QĐ/TW, ngày 03/10/2017 và số 124-QĐ/TW", ["99-QĐ/TW", "124-QĐ/TW"], id="48"),
    pytest.param("Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XI", [], id="49"),
    pytest.param("Phần đầu 60% số hộ, Noi nhận:", [], id="50-slips of a scan are no symbols"),
    pytest.param("nút micro, tối đa 10 giây/lần", [], id="51-words of a web page"),
    pytest.param("số\n05-CTrPH/BDVTU-BCSĐ UBND tỉnh", ["05-CTrPH/BDVTU-BCSĐUBND"], id="52-word inside the symbol"),
    pytest.param("Quyết định số 268-QĐ/TU\nngày 28/10/2021", ["268-QĐ/TU"], id="53-line break behind"),
    pytest.param("số 7/KH-BCĐ138/CP; số 01-KH/BCĐ35", ["7/KH-BCĐ138/CP", "01-KH/BCĐ35"], id="a counted committee"),
    pytest.param("số 311/BCA-C06; số 9/KH-CAT-PV01", ["311/BCA-C06", "9/KH-CAT-PV01"], id="departments of the police"),
    pytest.param("số 12/QĐ-UBND.HC; số 51/UBND.ĐT", ["12/QĐ-UBND.HC", "51/UBND.ĐT"], id="a unit behind a dot"),
    pytest.param("số 77/QĐ.UBND-CN ngày 02/3/2025", ["77/QĐ.UBND-CN"], id="a dot between type and body"),
    pytest.param("Kế hoạch số 9/KH-UBND.UBND tỉnh giao", ["9/KH-UBND"], id="a sentence behind a dot without space"),
    pytest.param("Nghị quyết số 57-NQ/TW2 và số 71/NQ-CP31", ["57-NQ/TW", "71/NQ-CP"], id="mark of a footnote behind"),
    pytest.param("Số: 01/QCPH/UBND-UBMTTQ", ["01/QCPH/UBND-UBMTTQ"], id="54-two slashes"),
    pytest.param("số 19/2008/NQLT/CP-UBTUMTTQVN", ["19/2008/NQLT/CP-UBTUMTTQVN"], id="55-joint resolution"),
    pytest.param("số 147-CTHĐ/TU; số 22/2019/NQ-HĐND", ["147-CTHĐ/TU", "22/2019/NQ-HĐND"], id="56"),
    pytest.param("CHƯƠNG TRÌNH HÀNH ĐỘNG SỐ 17-CTR/TU", ["17-CTr/TU"], id="57-capitals"),
    pytest.param("Số 445-KL/TƯ; Nghị quyết 13-NQ/TƯ", ["445-KL/TƯ", "13-NQ/TƯ"], id="58-TƯ, centre or province"),
    pytest.param("Quyết định số 217/QĐ-TW", ["217/QĐ-TW"], id="59-order of separators stays as written"),
    pytest.param("ngày 12-12-2013", [], id="60-a date with hyphens"),
    pytest.param("56/ 2015/ NĐ - CP", ["56/2015/NĐ-CP"], id="61-spaces everywhere"),
    pytest.param("KẾT LỦẬN 127-KL/TW CỦÀ BỘ CHÍNH TRỊ", ["127-KL/TW"], id="62-spun copy"),
    pytest.param("Quyết định số 101/QĐ-TTG", ["101/QĐ-TTg"], id="63-TTG"),
    pytest.param("số31-QĐ/TW, ngày 01-10-1997", ["31-QĐ/TW"], id="64-lost space"),
    pytest.param("Nghị quyết số 51/2001/QH10 ngày", ["51/2001/QH10"], id="65-assembly"),
    pytest.param("QUY ĐỊNH (BỔ SUNG) 216-QĐ/TW", ["216-QĐ/TW"], id="66"),
    pytest.param("Công văn số 2231/SNV-CCHC&PC; số 18/BCTĐ-STP", ["2231/SNV-CCHC&PC", "18/BCTĐ-STP"], id="68"),
    pytest.param("văn bản số 2608/SNV-TCBC ngày 15/12/2008", ["2608/SNV-TCBC"], id="69"),
    pytest.param("Nghị quyết số 03/2012/NQ-HĐND", ["03/2012/NQ-HĐND"], id="70"),
    pytest.param("tờ trình số 623/TTr-SNV ngày 04/11/2010", ["623/TTr-SNV"], id="71"),
    pytest.param("Luật Tổ chức HĐND và UBND ngày 26/11/2003", [], id="72-a law by name and date"),
    pytest.param("Nghị định số 145/2007 và số 52/2013 ngày", ["145/2007", "52/2013"], id="73-cut off"),
    pytest.param("số 1670/NQ-UBTVQH15; 653/2019/UBTVQH14", ["1670/NQ-UBTVQH15", "653/2019/UBTVQH14"], id="74"),
    pytest.param("55/NQ-UBTVQH10 và 55/1998/NQ-UBTVQH10", ["55/NQ-UBTVQH10", "55/1998/NQ-UBTVQH10"], id="75"),
    pytest.param("Nghị định số 53-HĐBT và số 53/NĐ-HĐBT", ["53-HĐBT", "53/NĐ-HĐBT"], id="76"),
    pytest.param("30a/2008/NQ-CP và 66.7/2025/NQ-CP", ["30a/2008/NQ-CP", "66.7/2025/NQ-CP"], id="77-letter, decimal"),
    pytest.param("91/2019/NĐ- CP; 131/2021/NĐ- CP", ["91/2019/NĐ-CP", "131/2021/NĐ-CP"], id="78"),
    pytest.param("Nghị định số 238/2025/ND-CP", ["238/2025/NĐ-CP"], id="79-Đ lost"),
    pytest.param("Nghi dinh só 69/2017/ND-CP ngày 25", ["69/2017/NĐ-CP"], id="80-scan"),
    pytest.param("131/2021/NĐ-ƠP", ["131/2021/NĐ-CP"], id="81-scan of CP"),
    pytest.param(
        "37/2012/TTLT- BLĐTBXH-BYT-BTC-BGDĐT", ["37/2012/TTLT-BLĐTBXH-BYT-BTC-BGDĐT"], id="82-four ministries"
    ),
    pytest.param("109/2005/QĐ-BCA (A11)", ["109/2005/QĐ-BCA"], id="83-unit in brackets"),
    pytest.param("NQ 25-NQ/TW (7/2008)", ["25-NQ/TW"], id="84"),
    pytest.param("Quyết định số: 148 /QĐ-MĐC ngày 05", ["148/QĐ-MĐC"], id="85-body of no table"),
    pytest.param(
        "12 KH/TĐTN-BPT, 7 HD/HĐTN", ["12-KH/TĐTN-BPT", "7-HD/HĐTN"], id="Youth Union of a province, a district"
    ),
    pytest.param("84 QĐ/TWĐTN ngày 22; 367 - QĐ/TWĐTN-VP", ["84-QĐ/TWĐTN", "367-QĐ/TWĐTN-VP"], id="86-Youth Union"),
    pytest.param("Hướng dẫn số 31 – HD/BTCTW ngày 23/4/2025", ["31-HD/BTCTW"], id="87"),
    pytest.param("Chỉ thị số 02/CT-UBND ngày 12-1-2022", ["02/CT-UBND"], id="88"),
    pytest.param("Báo cáo số 215/BC-UBKTTC15 ngày", ["215/BC-UBKTTC15"], id="committee of a term of the Assembly"),
    pytest.param("Thông tư số 75 TC/NSNN ngày", ["75-TC/NSNN"], id="ministry of the nineties behind a space"),
    pytest.param("dài 75 TC/NSNN", [], id="no number word before the space"),
    pytest.param("Kế hoạch: 83/KH-UBND", ["83/KH-UBND"], id="89-colon behind the type"),
    pytest.param("Luật số 56/202/QH15 ngày 17/6/2020", ["56/202/QH15"], id="a year that lost a digit"),
    pytest.param("Nghị định số 15/20218/NĐ-CP", ["15/20218/NĐ-CP"], id="a year with a digit too many"),
]


@pytest.mark.parametrize(("written", "meant"), SURFACE_FORMS)
def test_a_surface_form_is_read_as_the_symbol_that_it_means(written: str, meant: list[str]) -> None:
    assert symbols(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Quy chế liên ngành số 01/QCLN ngày 10/3/2023", ["01/QCLN"]),
        ("Kế hoạch số 05/KH ngày 10/3/2023", ["05/KH"]),
        ("Quyết định số 05/KHLN ngày 10/3/2023", []),
        ("Quy chế liên ngành số 01/QCLN của hai đơn vị", []),
    ],
)
def test_the_letters_of_a_type_alone_are_a_symbol_between_the_word_for_it_and_a_day(
    written: str, meant: list[str]
) -> None:
    assert symbols(written) == meant


@pytest.mark.parametrize("written", [case.values[0] for case in SURFACE_FORMS])
def test_the_place_of_a_symbol_holds_its_number_and_canonical_form(written: object) -> None:
    text = normalise(str(written)).text
    for symbol in find_symbols(text):
        place = text[symbol.start : symbol.end]
        assert symbol.number in place
        assert symbols(symbol.canonical) == [symbol.canonical]


@pytest.mark.parametrize(
    "written",
    [
        "TCVN ISO 9001:2015",
        "TCVN 5945/TCVN-2005",
        "QCVN số 14/BTNMT",
        "mẫu số 02/QĐ-ABC",
        "Biểu mẫu số 01/BC-XYZ",
        "theo các Mẫu số 03, 04 và 06/BHYT-QĐ Phụ lục",
        "giai đoạn 2021-2025",
        "nhiệm kỳ 2020 - 2025",
        "15/3/2023",
        "ngày 01/01",
        "trước 15/6 và 30/11/2022",
        "024.3933.1234",
        "20-25 hộ",
        "1.500.000 đồng/người",
        "05 ngày/Người",
        "3/4 số hộ",
        "24/24h",
        "10 tấn/ha",
        "https://example.vn/van-ban/12/KH-UBND-2023.aspx",
        "email 15/ABC@quangngai.gov.vn",
        "Công ty TNHH 36/ĐK",
    ],
)
def test_what_only_looks_like_a_symbol_is_none(written: str) -> None:
    assert symbols(written) == []


@pytest.mark.parametrize(
    ("written", "code", "bodies", "party", "year"),
    [
        ("22/2018/QĐ-TTg", "QĐ", ("TTg",), False, 2018),
        ("22/QĐ-TTg", "QĐ", ("TTg",), False, None),
        ("22-QĐ/TW", "QĐ", ("TW",), True, None),
        ("10/2022/QH15", None, ("QH15",), False, 2022),
        ("653/2019/UBTVQH14", None, ("UBTVQH14",), False, 2019),
        ("5451/UBND-CNXD", None, ("UBND", "CNXD"), False, None),
        ("57/HD-MTTQ-BTT", "HD", ("MTTQ", "BTT"), False, None),
        ("31-CTr/BDVTU-BCSDUBND", "CTr", ("BDVTU", "BCSDUBND"), True, None),
        ("141/2012/TTLT-BTC-BQP-BCA", "TTLT", ("BTC", "BQP", "BCA"), False, 2012),
        ("69/2017/TTLT-BGDĐT@BCA", "TTLT", ("BGDĐT", "BCA"), False, 2017),
        ("03/VBHN-VPQH", "VBHN", ("VPQH",), False, None),
    ],
)
def test_order_year_code_and_bodies_are_told_apart(
    written: str, code: str | None, bodies: tuple[str, ...], party: bool, year: int | None
) -> None:
    (symbol,) = find_symbols(written)
    assert (symbol.code, symbol.bodies, symbol.party, symbol.year) == (code, bodies, party, year)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("53/KH-UBND", "KH"),
        ("06-ĐA/TU", "ĐA"),
        ("12/DA-UBND", "DA"),
        ("41/HD-TLĐ", "HD"),
        ("12/HĐ-UBND", "HĐ"),
        ("147-CTHĐ/TU", "CTr"),
        ("17-CTR/TU", "CTr"),
        ("08-QĐi/TW", "QyĐ"),
        ("10/2020/TT-BNV", "TT"),
        ("10-TT/TU", "TTri"),
        ("5451/UBND-CNXD", "CV"),
        ("12/CĐ-TTg", "CĐ"),
        ("15/TB-VPCP", "TB"),
        ("10/2022/QH15", None),
        ("145/2007", None),
    ],
)
def test_the_type_that_a_symbol_states_by_itself(written: str, kind: str | None) -> None:
    (symbol,) = find_symbols(written)
    assert type_of_symbol(symbol) == kind


def test_two_symbols_that_were_glued_together_are_two() -> None:
    assert symbols("Kế hoạch: 83/KH-UBND82/KH-UBND") == ["83/KH-UBND", "82/KH-UBND"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Chỉ thị số 27/CTTg ngày", "27/CT-TTg"),
        ("100/QĐTTg", "100/QĐ-TTg"),
        ("Nghị định số 98/2021NĐ-CP", "98/2021/NĐ-CP"),
        ("Luật số 93/2025 QH15;", "93/2025/QH15"),
        ("Quyết định số 1855QĐ-KHKT-PCVT", "1855/QĐ-KHKT-PCVT"),
    ],
)
def test_a_separator_that_was_left_out_is_put_back(written: str, meant: str) -> None:
    assert symbols(written) == [meant]


def test_a_digit_that_a_scan_read_as_a_letter_is_repaired_behind_so() -> None:
    assert symbols("Quyết định số l2/QĐ-UBND và số 3O/KH-UBND") == ["12/QĐ-UBND", "30/KH-UBND"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("22/2018/QĐ-TTg", "22/QĐ-TTg"), ("217-QĐ/TW", "217/QĐ-TW"), ("06-ĐA/TU", "06-DA/TU"), ("41/HD-TLĐ", "41/HĐ-TLĐ")],
)
def test_what_distinguishes_two_documents_survives_canonical_form(one: str, other: str) -> None:
    assert symbols(one) == [one]
    assert symbols(other) == [other]


@pytest.mark.parametrize("written", ["", "không có gì", "12/", "số: ", "1/2/3", "---", "UBND"])
def test_text_without_a_symbol_has_none(written: str) -> None:
    assert symbols(written) == []


@pytest.mark.parametrize("word", ["số", "Số", "só", "sô", "sồ"])
def test_letters_that_a_scan_made_of_digits_count_behind_the_number_word_however_it_was_misread(word: str) -> None:
    assert symbols(f"Quyết định {word} 1O9/QĐ-UBND ngày") == ["109/QĐ-UBND"]


@pytest.mark.parametrize(
    ("written", "found"),
    [("Công văn số 15/CCTL ngày 2/3", ["15/CCTL"]), ("Giấy phép số 15/GPXD ngày 2/3", []), ("số 15/CCTL", [])],
)
def test_an_office_in_no_table_is_read_behind_the_word_for_a_letter(written: str, found: list[str]) -> None:
    assert symbols(written) == found
