"""From a search to the sentence that proves an edge."""

from __future__ import annotations

import re
from itertools import pairwise

import httpx2 as httpx
import pytest
from playwright.sync_api import expect

from tests.explorer.screen import DISTRICT, ENDED, LAW, PROVINCE, WARD, Screen, edge
from tests.explorer.service import EACH_STORE

pytestmark = pytest.mark.browser
FLAGGED = edge(WARD, ENDED)


def quote_of(ask: httpx.Client, source: str, target: str) -> str:
    answer = ask.get("/neighbours", params={"doc": source, "direction": "out", "limit": 200}).json()
    quotes = [each["edge"]["evidence"][0]["quote"] for each in answer["neighbours"] if each["edge"]["target"] == target]
    return str(quotes[0])


def test_the_first_page_explains_counts_and_lists_what_was_ingested(screen: Screen, ask: httpx.Client) -> None:
    screen.open()
    total = ask.get("/documents", params={"ingested": True}).json()["page"]["total"]
    counts = screen.page.locator(".counts")
    expect(counts.locator("div").filter(has_text="có nguyên văn")).to_contain_text(str(total))
    expect(screen.page.get_by_role("table").get_by_role("link", name="12/KH-UBND").first).to_be_visible()
    expect(screen.page.get_by_role("heading", name="Dẫn văn bản đã hết hiệu lực")).to_be_visible()


@EACH_STORE
def test_the_citations_of_ended_law_are_listed_to_the_last_one(screen: Screen, ask: httpx.Client) -> None:
    total = ask.get("/audit", params={"kind": "ended", "limit": 1}).json()["page"]["total"]
    screen.open()
    section = screen.page.get_by_role("region", name="Dẫn văn bản đã hết hiệu lực")
    expect(section.get_by_role("listitem")).to_have_count(5)
    section.get_by_role("button", name=f"Hiện thêm {total - 5}").click()
    screen.settle()
    expect(section.get_by_role("listitem")).to_have_count(min(total, 30))
    expect(section.get_by_role("listitem").nth(5).get_by_role("link")).to_be_focused()


@EACH_STORE
def test_the_list_of_documents_can_be_narrowed_to_a_level(screen: Screen) -> None:
    screen.open()
    screen.page.get_by_label("Cấp").select_option("district")
    screen.settle()
    levels = screen.page.locator("td.level-cell").all_inner_texts()
    assert levels
    assert set(levels) == {"Huyện, quận"}


@EACH_STORE
def test_a_search_without_diacritics_finds_the_document_as_one_types(screen: Screen) -> None:
    screen.open()
    screen.search.fill("dan chu o co so xa duy trinh")
    option = screen.page.get_by_role("option").filter(has_text="12/KH-UBND").first
    expect(option).to_contain_text("UBND xã Duy Trinh")
    option.click()
    screen.settle()
    assert screen.state["doc"] == WARD
    expect(screen.page.get_by_role("heading", level=1)).to_contain_text("12/KH-UBND")


@EACH_STORE
def test_words_and_enter_lead_to_all_results_with_the_words_marked(screen: Screen) -> None:
    screen.open()
    screen.search.fill("duy trinh")
    screen.press("Enter")
    assert screen.state == {"q": "duy trinh"}
    row = screen.page.get_by_role("row").filter(has_text="Thực hiện dân chủ ở cơ sở và công tác dân vận")
    assert [words.casefold() for words in row.first.locator("mark").all_inner_texts()] == ["duy", "trinh"]


@EACH_STORE
def test_a_symbol_and_enter_open_the_document(screen: Screen) -> None:
    screen.open()
    screen.search.fill(" 745/HD-SNV ")
    screen.press("Enter")
    assert screen.state["doc"] == "745/HD-SNV"
    expect(screen.page.get_by_role("heading", level=1)).to_contain_text("745/HD-SNV")


def test_a_chain_stands_in_level_columns_from_central_on_the_left_to_ward_on_the_right(screen: Screen) -> None:
    screen.open(doc=WARD)
    columns = screen.columns()
    headings = [heading for heading, _, _ in columns]
    assert headings == ["Trung ương", "Tỉnh, thành phố", "Huyện, quận", "Xã, phường"]
    assert all(left[2] == pytest.approx(right[1], abs=1) for left, right in pairwise(columns))
    for key, column in ((ENDED, 0), (LAW, 0), (PROVINCE, 1), (DISTRICT, 2), (WARD, 3)):
        _, left, right = columns[column]
        x = screen.point_of(key)["x"]
        assert x < right, key
        assert x > left or column == 0, key


def test_the_chain_of_the_real_ward_plan_names_both_plans_149(screen: Screen, shared: object) -> None:
    screen.open(doc="10/KH-UBND", view="list")
    plans = screen.page.get_by_role("treeitem").filter(has_text="149/KH-UBND")
    texts = " ".join(plans.all_inner_texts())
    assert "UBND quận Kiến An" in texts
    assert "UBND TP Hải Phòng" in texts
    expect(screen.item("thực hiện", "04/2015/NĐ-CP")).to_contain_text("⚑ Dẫn văn bản đã hết hiệu lực")


@pytest.mark.parametrize("target", [ENDED, PROVINCE, LAW])
def test_a_click_on_a_line_of_the_diagram_shows_its_sentence_in_the_text(
    screen: Screen, ask: httpx.Client, target: str
) -> None:
    screen.open(doc=WARD)
    screen.page.get_by_role("button", name="Thu nhỏ").click()
    screen.click_at(edge(WARD, target))
    assert screen.state["edge"] == edge(WARD, target)
    mark = screen.panel.locator("mark")
    expect(mark).to_have_text(quote_of(ask, WARD, target))
    expect(mark).to_be_in_viewport()


@EACH_STORE
def test_the_sentence_is_marked_inside_the_original_text(screen: Screen, ask: httpx.Client) -> None:
    screen.open(doc=WARD, edge=FLAGGED)
    text = ask.get("/text", params={"doc": WARD}).json()["text"]
    assert screen.panel.locator(".text-content").inner_text().strip() == text.strip()
    sentence = "".join(screen.panel.locator(".sentence, mark").all_inner_texts())
    assert sentence.startswith("- Thực hiện nghiêm Nghị định số 04/2015/NĐ-CP")
    assert sentence.endswith(".")


def test_the_panel_says_who_cites_whom_with_type_symbol_issuer_and_date(screen: Screen) -> None:
    screen.open(doc=WARD, edge=edge(WARD, PROVINCE))
    citing, cited = screen.panel.locator(".relation-end").all()
    expect(citing).to_contain_text("12/KH-UBND")
    expect(citing).to_contain_text("Kế hoạch · UBND xã Duy Trinh · 05/03/2024")
    expect(cited).to_contain_text("26/KH-UBND")
    expect(cited).to_contain_text("Kế hoạch · UBND tỉnh Quảng Nam · 22/01/2024")
    expect(screen.panel.locator(".relation-verbs")).to_have_text("thực hiện")


@EACH_STORE
def test_one_steps_through_the_statements_of_an_edge(screen: Screen) -> None:
    source, target = "norm:nd:2023:59:chinh-phu", LAW
    screen.open(doc=target, direction="down", edge=edge(source, target))
    steps = screen.panel.locator(".statement-steps")
    expect(steps).to_contain_text("Câu dẫn 1 trên")
    first = screen.panel.locator("figcaption").inner_text()
    screen.page.get_by_role("button", name="Câu dẫn sau").click()
    screen.settle()
    assert screen.state["statement"] == "2"
    expect(steps).to_contain_text("Câu dẫn 2 trên")
    assert screen.panel.locator("figcaption").inner_text() != first
    screen.page.get_by_role("button", name="Câu dẫn trước").click()
    screen.settle()
    assert "statement" not in screen.state


def test_a_third_document_that_states_a_relation_is_named(screen: Screen) -> None:
    screen.open(doc=WARD, edge=edge("norm:nd:2023:59:chinh-phu", LAW))
    expect(screen.panel.locator("figcaption")).to_contain_text("Văn bản thứ ba ghi nhận quan hệ này.")


def test_a_citation_of_ended_law_is_flagged_by_glyph_and_words_with_its_facts(screen: Screen) -> None:
    screen.open(doc=WARD, edge=FLAGGED)
    callout = screen.panel.locator(".callout")
    expect(callout).to_contain_text("⚑ Dẫn văn bản đã hết hiệu lực")
    expect(callout).to_contain_text("01/07/2023")
    callout.get_by_text("Căn cứ của phát hiện").click()
    expect(callout).to_contain_text("10/2022/QH15")
    expect(screen.item("04/2015/NĐ-CP")).to_contain_text("⚑ Dẫn văn bản đã hết hiệu lực")
    expect(screen.page.locator(".chain-summary")).to_contain_text("⚑")


@EACH_STORE
def test_findings_tell_their_fact_in_the_language_of_the_screen(screen: Screen) -> None:
    screen.open(doc=WARD, tab="findings", lang="en")
    finding = screen.panel.locator(".callout").filter(has_text="22/2018/QĐ-TTg")
    expect(finding).to_contain_text(re.compile(r"Decision 22/2018/QĐ-TTg ended on \d{1,2} \w{3} \d{4}"))


def test_the_findings_of_a_document_lead_to_their_sentences(screen: Screen) -> None:
    screen.open(doc=WARD, tab="findings")
    findings = screen.panel.locator(".callout")
    expect(findings).to_have_count(2)
    finding = findings.filter(has_text="22/2018/QĐ-TTg")
    expect(finding).to_contain_text("⚑ Dẫn văn bản đã hết hiệu lực")
    finding.get_by_role("link", name="Đọc câu dẫn").click()
    screen.settle()
    expect(screen.panel.locator("mark")).to_have_text("Quyết định số 22/2018/QĐ-TTg")


@EACH_STORE
def test_the_tasks_of_a_document_have_unit_words_and_deadline_and_lead_to_the_text(screen: Screen) -> None:
    screen.open(doc=WARD, tab="tasks")
    task = screen.panel.locator(".task").filter(has_text="quyết toán")
    expect(task).to_contain_text("Kế toán")
    expect(task).to_contain_text("Hạn 31/03/2024")
    task.get_by_role("link", name="Xem trong nguyên văn").click()
    screen.settle()
    expect(screen.panel.locator("mark")).to_contain_text("Công khai quyết toán các khoản dân đóng góp")
    screen.panel.get_by_role("link", name="Về 12/KH-UBND").click()
    screen.settle()
    expect(screen.page.get_by_role("tab", name="Nhiệm vụ")).to_have_attribute("aria-selected", "true")


def test_the_mentions_of_a_document_say_what_became_of_them(screen: Screen, ask: httpx.Client) -> None:
    screen.open(doc=WARD, tab="mentions")
    mentions = ask.get(f"/documents/{WARD}").json()["mentions"]
    expect(screen.panel.locator(".mention")).to_have_count(len(mentions))
    expect(screen.panel.locator(".mention").filter(has_text="15-NQ/ĐU")).to_contain_text("đã xác định")


@EACH_STORE
def test_the_luoc_do_has_what_it_cites_on_the_left_and_what_cites_it_on_the_right(screen: Screen) -> None:
    screen.open(doc=PROVINCE, view="neighbours")
    cites = screen.page.get_by_role("region", name="Văn bản này dẫn tới")
    cited = screen.page.get_by_role("region", name="Được dẫn bởi")
    expect(cites).to_contain_text("33/CT-TTg")
    expect(cited).to_contain_text("UBND xã Duy Trinh")
    box, other = cites.bounding_box(), cited.bounding_box()
    assert box is not None
    assert other is not None
    assert box["x"] + box["width"] <= other["x"]
    cited.locator("li").filter(has_text="UBND xã Duy Trinh").get_by_role("link", name="câu dẫn").click()
    screen.settle()
    assert screen.state["edge"] == edge(WARD, PROVINCE)
    expect(screen.panel.locator("mark")).to_have_text("Kế hoạch số 26/KH-UBND")


def test_a_relation_is_taken_out_of_the_chain_in_the_legend(screen: Screen) -> None:
    screen.open(doc=WARD)
    button = screen.page.get_by_role("button", name="dẫn chiếu")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    screen.settle()
    assert "CITES" not in screen.state["types"].split(",")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(screen.page.get_by_role("treeitem").filter(has_text="22/2018/QĐ-TTg")).to_have_count(0)
    button.click()
    screen.settle()
    assert "types" not in screen.state


def test_the_panel_says_when_a_filter_hides_the_edge_it_shows(screen: Screen) -> None:
    screen.open(doc=WARD, types="REPLACES", edge=FLAGGED)
    expect(screen.page.get_by_text("Quan hệ này không có trong sơ đồ đang lọc.")).to_be_visible()
    expect(screen.panel.locator("mark")).to_be_visible()


@EACH_STORE
def test_the_day_of_the_question_decides_what_has_ended(screen: Screen) -> None:
    screen.open(doc=WARD, node=ENDED, as_of="2023-01-01")
    expect(screen.panel).not_to_contain_text("⚑")
    screen.open(doc=WARD, node=ENDED, as_of="2024-01-01")
    expect(screen.panel).to_contain_text("⚑ Hết hiệu lực 01/07/2023")
