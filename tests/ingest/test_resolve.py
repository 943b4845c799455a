"""What a mention refers to: exactly one document, or the reason why none is taken (domain reference §0)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.bodies import body_from_name
from graph.identity import DocumentFacts, group_of, identify
from graph.model import Document, Regime, Resolution, ResolutionState
from graph.places import Frame
from ingest.model import ParsedDocument
from ingest.parse import parse
from ingest.resolve import LEAST_CONFIDENCE, rank_candidates, resolve_text

HEAD = """ỦY BAN NHÂN DÂN
{issuer}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 30/KH-UBND
{place}, ngày {day}
KẾ HOẠCH
Thực hiện công tác dân vận
"""


def paper(
    body: str, *, issuer: str = "TỈNH QUẢNG NGÃI", place: str = "Quảng Ngãi", day: str = "17 tháng 02 năm 2023"
) -> ParsedDocument:
    head = HEAD.format(issuer=issuer, place=place, day=day)
    return parse(f"{head}\n{body}\n\nI. MỤC ĐÍCH\n\n1. Nâng cao chất lượng.\n")


def first(body: str, **where: str) -> Resolution:
    return resolve_text(paper(body, **where))[0]


def document(
    kind: str, number: str, issuer: str, issued: date, title: str | None = None, *, ingested: bool = True
) -> Document:
    named = body_from_name(issuer, Frame(date=issued))
    assert named is not None
    identity = identify(DocumentFacts(kind, number, body=named.body, date=issued))
    assert identity is not None
    assert identity.key is not None
    return Document(
        identity.key, Regime.STATE, kind, "Plan", number=number, title=title, date=issued, ingested=ingested
    )


def known(*documents: Document) -> dict[str, list[Document]]:
    table: dict[str, list[Document]] = {}
    for one in documents:
        table.setdefault(group_of(one.key), []).append(one)
    return table


@pytest.mark.parametrize(
    ("body", "key"),
    [
        ("Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ;", "st:ct:2021:33:ttg"),
        ("Thực hiện Kế hoạch số 70/KH-UBND ngày 5/5/2022 của UBND tỉnh;", "st:kh:2022:70:ubnd.quang-ngai"),
        ("Thực hiện Kết luận số 120-KL/TW ngày 07/01/2016 của Bộ Chính trị;", "pty:kl:xi:120:tw"),
        ("Thực hiện Nghị quyết số 25-NQ/TW của Ban Chấp hành Trung ương (khóa XI);", "pty:nq:xi:25:tw"),
        ("theo Nghị định số 04/2015/NĐ-CP;", "norm:nd:2015:4:chinh-phu"),
        ("theo Luật số 10/2022/QH15;", "norm:l:2022:10:quoc-hoi"),
        ("Thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng;", "cong:nq:xiii::dai-hoi"),
        ("Thực hiện Kế hoạch số 35/KH-UBND ngày 29/01/2019 của UBND tỉnh Hà Giang;", "st:kh:2019:35:ubnd.ha-giang"),
    ],
)
def test_number_issuer_and_time_together_are_enough(body: str, key: str) -> None:
    resolution = first(body)
    assert (resolution.state, resolution.document) == (ResolutionState.RESOLVED, key)
    assert resolution.reason.startswith("đại hội và lần thứ" if key.startswith("cong:") else "số, ký hiệu")


def test_an_undated_symbol_waits() -> None:
    resolution = first("theo Kế hoạch số 70/KH-UBND của UBND tỉnh;")
    assert (resolution.state, resolution.document) == (ResolutionState.UNRESOLVED, None)


def test_an_undated_party_symbol_waits_for_its_term() -> None:
    assert first("theo Chỉ thị số 95-CT/TW của Bộ Chính trị;").state is ResolutionState.UNRESOLVED


@pytest.mark.parametrize("dated_first", [True, False])
def test_an_undated_symbol_takes_the_date_that_the_same_text_gives(dated_first: bool) -> None:
    parts = ["Kế hoạch số 70/KH-UBND ngày 5/5/2022 của UBND tỉnh", "Kế hoạch số 70/KH-UBND"]
    body = "Thực hiện {}; theo {}.".format(*(parts if dated_first else parts[::-1]))
    assert {r.document for r in resolve_text(paper(body))} == {"st:kh:2022:70:ubnd.quang-ngai"}


def test_two_dates_in_one_text_leave_an_undated_symbol_ambiguous() -> None:
    body = (
        "Thực hiện Kế hoạch số 70/KH-UBND ngày 5/5/2021 của UBND tỉnh; Kế hoạch số 70/KH-UBND ngày 6/5/2022 của UBND "
        "tỉnh; theo Kế hoạch số 70/KH-UBND của UBND tỉnh."
    )
    last = resolve_text(paper(body))[-1]
    assert last.state is ResolutionState.AMBIGUOUS
    assert [key for key, _ in last.candidates] == ["st:kh:2021:70:ubnd.quang-ngai", "st:kh:2022:70:ubnd.quang-ngai"]


def test_a_document_dated_after_the_text_is_anachronistic() -> None:
    assert (
        first("theo Chỉ thị số 33/CT-TTg ngày 26/11/2024 của Thủ tướng Chính phủ;").state
        is ResolutionState.ANACHRONISTIC
    )


def test_without_an_issuer_nothing_is_taken() -> None:
    assert first("theo Quyết định số 148/QĐ-MĐC ngày 05/3/2021;").state is ResolutionState.UNRESOLVED


def test_a_number_without_year_has_candidates_from_reference_data_and_no_guess() -> None:
    resolution = first("theo Nghị quyết số 54 của Quốc hội;")
    assert (resolution.state, resolution.document) == (ResolutionState.AMBIGUOUS, None)
    assert "norm:nq:2017:54:quoc-hoi" in [key for key, _ in resolution.candidates]


def test_in_a_commune_a_bare_symbol_of_its_own_level_waits() -> None:
    ward = {"issuer": "PHƯỜNG LÃM HÀ", "place": "Lãm Hà"}
    assert (
        first("Thực hiện Kế hoạch số 26/KH-UBND ngày 20/01/2023 về cải cách;", **ward).state
        is ResolutionState.UNRESOLVED
    )
    assert first("theo Nghị định số 04/2015/NĐ-CP;", **ward).state is ResolutionState.RESOLVED


def test_a_local_body_without_a_place_never_makes_a_key() -> None:
    parsed = parse("Thực hiện Kế hoạch số 26/KH-UBND ngày 20/01/2023 của UBND tỉnh về cải cách hành chính.")
    (resolution,) = resolve_text(parsed)
    assert (resolution.state, resolution.document) == (ResolutionState.UNRESOLVED, None)


def test_a_province_that_was_merged_since_leaves_its_predecessors_as_candidates() -> None:
    merged = {"issuer": "TỈNH ĐỒNG THÁP", "place": "Đồng Tháp", "day": "19 tháng 11 năm 2025"}
    resolution = first("Thực hiện Kế hoạch số 310/KH-UBND ngày 21/8/2024 của UBND tỉnh;", **merged)
    assert resolution.state is ResolutionState.AMBIGUOUS
    assert [key for key, _ in resolution.candidates] == [
        "st:kh:2024:310:ubnd.dong-thap",
        "st:kh:2024:310:ubnd.tien-giang",
    ]
    named = first("Thực hiện Kế hoạch số 371/KH-UBND ngày 31/7/2023 của UBND tỉnh Tiền Giang;", **merged)
    assert named.document == "st:kh:2023:371:ubnd.tien-giang"


def test_the_type_word_yields_to_the_series_of_the_symbol() -> None:
    behind = "số 7886/HD-BNV ngày 14/9/2022 của Bộ Nội vụ"
    body = f"theo Hướng dẫn {behind}; Kế hoạch {behind}."
    assert {r.document for r in resolve_text(paper(body))} == {"st:hd:2022:7886:bo-noi-vu"}


@pytest.mark.parametrize(
    ("body", "day", "key"),
    [
        ("theo Luật Thanh tra;", "17 tháng 02 năm 2023", "norm:l:2010:56:quoc-hoi"),
        ("theo Luật Thanh tra;", "17 tháng 02 năm 2024", "norm:l:2022:11:quoc-hoi"),
        ("theo Luật Thanh tra năm 2022;", "17 tháng 02 năm 2023", "norm:l:2022:11:quoc-hoi"),
        ("theo Luật Thực hiện dân chủ ở cơ sở ngày 10/11/2022;", "17 tháng 02 năm 2023", "norm:l:2022:10:quoc-hoi"),
        ("theo Luật Đầu tư công;", "19 tháng 11 năm 2025", "norm:l:2024:58:quoc-hoi"),
    ],
)
def test_a_named_law_is_the_version_in_force_on_the_day_of_the_text(body: str, day: str, key: str) -> None:
    resolution = first(body, day=day)
    assert (resolution.state, resolution.document) == (ResolutionState.RESOLVED, key)


def test_a_law_of_unknown_name_waits_unless_its_year_is_said() -> None:
    assert first("theo Luật Hoạt Động Nào Đó;").state is ResolutionState.UNRESOLVED
    assert first("theo Luật Hoạt Động Nào Đó năm 2012;").document == "law:l:2012:luat-hoat-dong-nao-do:quoc-hoi"


PLAN = document("KH", "70", "UBND tỉnh Quảng Ngãi", date(2022, 5, 5), "cải cách hành chính năm 2022")
OLD_PLAN = document("KH", "70", "UBND tỉnh Quảng Ngãi", date(2016, 5, 5), "phòng cháy rừng năm 2016")
UNDATED = "Thực hiện Kế hoạch số 70/KH-UBND của UBND tỉnh về cải cách hành chính năm 2022;"


def test_a_document_at_hand_whose_subject_agrees_is_taken() -> None:
    (resolution,) = resolve_text(paper(UNDATED), known(PLAN))
    assert (resolution.state, resolution.document) == (ResolutionState.RESOLVED, PLAN.key)


def test_a_document_that_is_only_cited_elsewhere_is_not_enough() -> None:
    cited = document(
        "KH", "70", "UBND tỉnh Quảng Ngãi", date(2022, 5, 5), "cải cách hành chính năm 2022", ingested=False
    )
    (resolution,) = resolve_text(paper(UNDATED), known(cited))
    assert resolution.state is ResolutionState.AMBIGUOUS
    assert resolution.candidates == ((cited.key, resolution.candidates[0][1]),)


def test_a_document_of_another_subject_is_not_taken() -> None:
    (resolution,) = resolve_text(paper(UNDATED), known(OLD_PLAN))
    assert (resolution.state, resolution.document) == (ResolutionState.AMBIGUOUS, None)


def test_two_documents_at_hand_are_kept_with_their_scores_the_better_one_first() -> None:
    (resolution,) = resolve_text(paper(UNDATED), known(OLD_PLAN, PLAN))
    assert resolution.state is ResolutionState.AMBIGUOUS
    assert [key for key, _ in resolution.candidates] == [PLAN.key, OLD_PLAN.key]


def test_a_document_later_than_the_text_is_no_candidate() -> None:
    later = document("KH", "70", "UBND tỉnh Quảng Ngãi", date(2024, 5, 5), "cải cách hành chính năm 2022")
    (resolution,) = resolve_text(paper(UNDATED), known(later))
    assert resolution.state is ResolutionState.UNRESOLVED


def test_a_guessed_level_is_taken_when_the_subject_of_a_document_at_hand_agrees() -> None:
    ward = {"issuer": "PHƯỜNG LÃM HÀ", "place": "Lãm Hà"}
    own = document("KH", "26", "UBND phường Lãm Hà, quận Kiến An", date(2023, 1, 20), "cải cách hành chính năm 2023")
    parsed = paper("Thực hiện Kế hoạch số 26/KH-UBND ngày 20/01/2023 về cải cách hành chính năm 2023;", **ward)
    assert [r.document for r in resolve_text(parsed)] == [None]
    assert own.key.endswith("lam-ha")
    assert [r.document for r in resolve_text(parsed, known(own))] == [own.key]


def test_candidates_rank_by_subject_before_nearness_in_time() -> None:
    ranked = rank_candidates("cải cách hành chính năm 2022", date(2023, 2, 17), [OLD_PLAN, PLAN])
    assert [key for key, _ in ranked] == [PLAN.key, OLD_PLAN.key]
    assert all(0 <= score <= 1 for _, score in ranked)


def test_every_resolution_has_a_reason_and_only_some_states_have_a_document() -> None:
    body = (
        "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021; Kế hoạch số 70/KH-UBND; Luật Thanh tra; "
        "Quyết định số 148/QĐ-MĐC; Nghị quyết số 54 của Quốc hội; Chỉ thị số 40/CT-TTg ngày 26/11/2024."
    )
    linked = {ResolutionState.RESOLVED, ResolutionState.SELF, ResolutionState.ANACHRONISTIC}
    for resolution in resolve_text(paper(body)):
        assert resolution.reason
        assert (resolution.document is not None) == (resolution.state in linked)
        assert 0 < resolution.confidence <= 1


@pytest.mark.parametrize(
    ("issuer", "key"),
    [
        ("Ban Chỉ đạo Quy chế dân chủ tỉnh", "st:kh:2022:5:bcd-quy-che-dan-chu.quang-ngai"),
        ("Ban Chỉ đạo cải cách hành chính tỉnh", "st:kh:2022:5:bcd-cai-cach-hanh-chinh.quang-ngai"),
        ("Ban Chỉ đạo tỉnh", None),
    ],
)
def test_steering_committees_of_one_province_number_apart(issuer: str, key: str | None) -> None:
    assert first(f"Thực hiện Kế hoạch số 05-KH/BCĐ ngày 28/12/2022 của {issuer};").document == key


@pytest.mark.parametrize(
    ("named", "key"),
    [
        ("ngày 05/02/2025 của UBND thành phố Huế", "st:kh:2025:9:ubnd.hue"),
        ("ngày 02/10/2024 của UBND thành phố Huế", "st:kh:2024:9:ubnd.thua-thien-hue.hue"),
        ("ngày 02/10/2024 của UBND tỉnh", "st:kh:2024:9:ubnd.thua-thien-hue"),
        ("ngày 02/10/2024 của UBND tỉnh Thừa Thiên Huế", "st:kh:2024:9:ubnd.thua-thien-hue"),
    ],
)
def test_hue_is_a_city_under_the_centre_since_2025(named: str, key: str) -> None:
    where = {"issuer": "THÀNH PHỐ HUẾ", "place": "Huế", "day": "10 tháng 3 năm 2025"}
    assert first(f"Thực hiện Kế hoạch số 09/KH-UBND {named};", **where).document == key


@pytest.mark.parametrize(("confidence", "linked"), [(LEAST_CONFIDENCE, True), (LEAST_CONFIDENCE - 0.01, False)])
def test_a_reference_less_sure_than_the_bound_keeps_its_candidate_and_is_not_linked(
    confidence: float, linked: bool
) -> None:
    parsed = paper("Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ;")
    doubtful = replace(parsed, mentions=(replace(parsed.mentions[0], confidence=confidence),))
    (resolution,) = resolve_text(doubtful)
    assert resolution.document == ("st:ct:2021:33:ttg" if linked else None)
    assert linked or resolution.candidates == (("st:ct:2021:33:ttg", 0.59),)


def test_a_party_committee_of_a_state_body_numbers_by_term() -> None:
    body = "Thực hiện Kế hoạch số 45-KH/ĐU ngày 02/11/2025 của Đảng ủy UBND tỉnh;"
    found = first(body, day="12 tháng 11 năm 2025")
    assert found.document == "pty:kh:2025-2030:45:du-ubnd.quang-ngai-2025"


def test_a_party_committee_speaks_from_its_province_though_its_seat_is_a_city() -> None:
    page = (
        "TỈNH ỦY PHÚ THỌ\n*\nSố 05-CTr/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nViệt Trì, ngày 28 tháng 10 năm 2025\n"
        "CHƯƠNG TRÌNH\nVề công tác năm 2026\nThực hiện Quy chế số 01-QC/TU, ngày 06/10/2025 của Tỉnh ủy.\n"
    )
    assert resolve_text(parse(page))[0].document == "pty:qc:2025-2030:1:tu.phu-tho-2025"
