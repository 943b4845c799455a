"""What is shown when there is nothing, too much, no answer, or more than one answer: always with a next step."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.explorer.screen import ENDED, PROVINCE, WARD, Screen, edge
from tests.explorer.service import EACH_STORE

pytestmark = pytest.mark.browser


def many(answer: dict[str, Any]) -> dict[str, Any]:
    """The same trace with 300 more documents that rest on the root."""
    root = answer["nodes"][0]
    copies = [root | {"key": f"copy:{number}", "symbol": f"{number}/KH-UBND", "depth": 2} for number in range(300)]
    edges = [answer["edges"][0] | {"source": root["key"], "target": copy["key"]} for copy in copies]
    return answer | {"nodes": answer["nodes"] + copies, "edges": answer["edges"] + edges}


def instead(screen: Screen, path: str, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Let the answers of a path arrive changed."""

    def fulfil(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=json.dumps(change(answer.json())))

    screen.page.route(f"**/api/v1/{path}*", fulfil)


@EACH_STORE
def test_a_symbol_of_several_documents_is_a_choice(screen: Screen) -> None:
    screen.open(doc="26/KH-UBND", direction="down")
    expect(screen.page.get_by_role("heading", level=2)).to_contain_text("“26/KH-UBND” là số, ký hiệu của nhiều văn bản")
    choices = screen.page.locator(".choice li")
    assert choices.count() >= 2
    choices.filter(has_text="tỉnh Quảng Nam, 22/01/2024").get_by_role("link").click()
    screen.settle()
    assert screen.state == {"doc": PROVINCE, "direction": "down"}


def test_an_unknown_symbol_offers_a_search_with_its_words(screen: Screen) -> None:
    screen.open(doc="999/KH-KHONG")
    expect(screen.page.get_by_role("heading", level=2)).to_have_text("Không có văn bản “999/KH-KHONG” trong kho")
    screen.page.get_by_role("link", name="Tìm “999/KH-KHONG”").click()
    screen.settle()
    assert screen.state == {"q": "999/KH-KHONG"}
    expect(screen.page.locator(".notice")).to_contain_text("Hãy thử ít từ hơn")


@EACH_STORE
def test_a_document_that_is_only_cited_says_so_and_offers_the_other_direction(screen: Screen) -> None:
    screen.open(doc=ENDED)
    expect(screen.panel).to_contain_text("Chỉ được dẫn: kho chưa có nguyên văn")
    expect(screen.page.locator(".notice")).to_contain_text("nạp nguyên văn")
    screen.page.get_by_role("link", name="Đổi hướng").click()
    screen.settle()
    assert screen.state["direction"] == "down"
    expect(screen.item("12/KH-UBND")).to_be_attached()


def test_a_chain_too_dense_to_draw_offers_fewer_steps_relations_or_the_list(screen: Screen) -> None:
    instead(screen, "trace", many)
    screen.open(doc=WARD)
    notice = screen.page.locator(".notice")
    expect(notice).to_contain_text("quá dày để vẽ")
    expect(notice.get_by_role("link", name="Chỉ quan hệ thực hiện")).to_be_visible()
    expect(notice.get_by_role("link", name="Chỉ 1 bước")).to_be_visible()
    notice.get_by_role("link", name="Danh sách").click()
    screen.settle()
    expect(screen.item("299/KH-UBND")).to_be_visible()


def test_a_chain_that_was_cut_says_so(screen: Screen) -> None:
    instead(screen, "trace", lambda answer: answer | {"truncated": True})
    screen.open(doc=WARD)
    expect(screen.page.locator(".chain-notices")).to_contain_text("Chuỗi bị cắt")


def test_a_level_that_a_chain_jumps_over_is_named(screen: Screen) -> None:
    gap = {"level": "district", "below": WARD, "above": PROVINCE, "message": "…"}
    instead(screen, "trace", lambda answer: answer | {"gaps": [gap]})
    screen.open(doc=WARD)
    expect(screen.page.locator(".chain-notices")).to_contain_text(
        "Không thấy văn bản cấp huyện nào giữa 12/KH-UBND và 26/KH-UBND."
    )


def test_a_text_that_changed_since_it_was_read_is_not_marked_at_random(screen: Screen) -> None:
    instead(screen, "text", lambda answer: answer | {"text": "Một dòng mới.\n" + answer["text"]})
    screen.open(doc=WARD, edge=edge(WARD, ENDED))
    expect(screen.panel).to_contain_text("Nguyên văn đã đổi từ khi đọc")
    expect(screen.panel.locator("blockquote mark")).to_have_text("Nghị định số 04/2015/NĐ-CP")
    expect(screen.panel.locator(".source-text")).to_have_count(0)


def test_offsets_count_characters_and_not_units_of_javascript(screen: Screen) -> None:
    wide = "\N{OPEN BOOK}"
    instead(screen, "text", lambda answer: answer | {"text": wide + answer["text"][1:]})
    screen.open(doc=WARD, edge=edge(WARD, ENDED))
    expect(screen.panel.locator(".source-text mark")).to_have_text("Nghị định số 04/2015/NĐ-CP")


def test_an_edge_that_the_store_does_not_have_leads_to_those_it_has(screen: Screen) -> None:
    screen.open(doc=WARD, edge=edge(WARD, "norm:l:1900:1:quoc-hoi"))
    expect(screen.panel).to_contain_text("Không thấy quan hệ này trong kho")
    screen.panel.get_by_role("link", name="Lược đồ").click()
    screen.settle()
    assert screen.state == {"doc": WARD, "view": "neighbours"}


def test_a_server_that_is_gone_is_told_with_a_way_to_try_again(screen: Screen) -> None:
    screen.open()
    screen.page.route("**/api/v1/**", lambda route: route.abort())
    screen.search.fill("745/HD-SNV")
    screen.press("Enter")
    expect(screen.page.get_by_role("heading", level=2)).to_have_text("Không liên lạc được với máy chủ")
    screen.errors.clear()
    screen.page.unroute("**/api/v1/**")
    screen.page.get_by_role("button", name="Thử lại").click()
    screen.settle()
    expect(screen.page.get_by_role("heading", level=1)).to_contain_text("745/HD-SNV")


def test_a_store_that_cannot_be_read_shows_what_the_server_says(screen: Screen) -> None:
    problem = {"type": "urn:cancu:problem:store", "title": "Kho dữ liệu không dùng được", "detail": "Hãy thử lại sau."}
    screen.page.route(
        "**/api/v1/documents/**",
        lambda route: route.fulfill(
            status=503,
            headers={"Retry-After": "7"},
            content_type="application/problem+json",
            body=json.dumps(problem),
        ),
    )
    screen.open(doc=WARD)
    expect(screen.page.locator(".notice")).to_contain_text("Kho dữ liệu không dùng được")
    expect(screen.page.locator(".notice")).to_contain_text("Hãy thử lại sau. Có thể thử lại sau 7 giây.")
    expect(screen.page.get_by_role("button", name="Thử lại")).to_be_visible()


def test_flags_that_could_not_be_computed_are_not_missed_in_silence(screen: Screen) -> None:
    screen.page.route("**/api/v1/audit*", lambda route: route.fulfill(status=503, body="{}", content_type="text/plain"))
    screen.open(doc=WARD)
    expect(screen.page.locator(".chain-notices")).to_contain_text("Chưa soát được hiệu lực")


def test_an_empty_store_says_how_to_fill_it(screen: Screen) -> None:
    empty = {"documents": [], "page": {"total": 0, "next": None}}
    instead(screen, "documents", lambda answer: answer | empty)
    screen.open()
    expect(screen.page.locator(".notice")).to_contain_text("cancu ingest")
