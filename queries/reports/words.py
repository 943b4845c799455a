"""The words of findings in both languages, for the terminal and for reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from queries.messages import Language

FINDINGS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "ended": "Dẫn văn bản đã hết hiệu lực",
        "ended_in_part": "Dẫn văn bản đã hết hiệu lực một phần",
        "suspended": "Dẫn văn bản đã bị đình chỉ, ngưng hiệu lực",
        "amended": "Dẫn văn bản đã được sửa đổi",
        "basis_ended": "Căn cứ của văn bản được dẫn đã hết hiệu lực",
        "not_yet_in_force": "Dẫn văn bản chưa có hiệu lực",
        "ended_since": "Văn bản được dẫn hết hiệu lực sau đó",
        "anachronistic": "Văn bản được dẫn ghi ngày muộn hơn văn bản dẫn",
        "date_conflict": "Ngày của văn bản được dẫn không thống nhất",
        "symbol_conflict": "Số, ký hiệu không thống nhất",
        "needs_review": "Các nguồn mâu thuẫn, cần xem lại",
        "copies_differ": "Các bản của một văn bản không khớp nhau",
        "ambiguous": "Chưa phân định được văn bản được dẫn",
        "unknown": "Chưa rõ hiệu lực",
    },
    "en": {
        "ended": "Cites a document that had ended",
        "ended_in_part": "Cites a document that had ended in part",
        "suspended": "Cites a document that had been suspended",
        "amended": "Cites a document that had been amended",
        "basis_ended": "The basis of the cited document had ended",
        "not_yet_in_force": "Cites a document that was not in force yet",
        "ended_since": "The cited document has ended since",
        "anachronistic": "The cited document is dated after the citing one",
        "date_conflict": "The date of the cited document differs",
        "symbol_conflict": "The number of the cited document differs",
        "needs_review": "Sources contradict each other",
        "copies_differ": "Copies of one document differ",
        "ambiguous": "The cited document is not settled",
        "unknown": "Validity unknown",
    },
}
"""Kinds of findings."""

SHORT_FINDINGS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "ended": "Hết hiệu lực",
        "ended_in_part": "Hết hiệu lực một phần",
        "suspended": "Đình chỉ",
        "amended": "Đã sửa đổi",
        "basis_ended": "Căn cứ hết hiệu lực",
        "not_yet_in_force": "Chưa có hiệu lực",
        "ended_since": "Hết hiệu lực sau đó",
        "anachronistic": "Ngày muộn hơn",
        "date_conflict": "Ngày không thống nhất",
        "symbol_conflict": "Số không thống nhất",
        "needs_review": "Cần xem lại",
        "copies_differ": "Các bản khác nhau",
        "ambiguous": "Chưa phân định",
        "unknown": "Chưa rõ",
    },
    "en": {
        "ended": "Ended",
        "ended_in_part": "Ended in part",
        "suspended": "Suspended",
        "amended": "Amended",
        "basis_ended": "Basis ended",
        "not_yet_in_force": "Not yet in force",
        "ended_since": "Ended since",
        "anachronistic": "Dated later",
        "date_conflict": "Date differs",
        "symbol_conflict": "Number differs",
        "needs_review": "Needs review",
        "copies_differ": "Copies differ",
        "ambiguous": "Ambiguous",
        "unknown": "Unknown",
    },
}
"""Kinds of findings in the few words that the name of a sheet has room for."""

HOW_KNOWN: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "text": "theo văn bản trong kho",
        "reference": "theo dữ liệu tham chiếu",
        "derived": "suy ra theo quy định",
        "human": "do người rà soát ghi",
    },
    "en": {"text": "a text of the store", "reference": "reference data", "derived": "by rule", "human": "a person"},
}
"""Where the facts of a finding come from."""

CERTAINTY: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "confirmed by the text": "đã đối chiếu nguyên văn",
        "confirmed by several pages": "nhiều trang xác nhận",
        "secondary": "theo nguồn thứ cấp",
        "open": "chưa được xác nhận",
    },
    "en": {
        "confirmed by the text": "checked against the text",
        "confirmed by several pages": "confirmed by several pages",
        "secondary": "secondary source",
        "open": "not confirmed",
    },
}
"""How sure a source is of what it says."""

SEVERITIES: Mapping[Language, Mapping[str, str]] = {
    "vi": {"high": "cao", "medium": "trung bình", "low": "thấp", "info": "thông tin"},
    "en": {"high": "high", "medium": "medium", "low": "low", "info": "info"},
}
"""How grave a finding is."""

VALIDITY: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "in_force": "còn hiệu lực",
        "not_yet_in_force": "chưa có hiệu lực",
        "ended": "hết hiệu lực",
        "ended_in_part": "hết hiệu lực một phần",
        "unknown": "chưa rõ",
    },
    "en": {
        "in_force": "in force",
        "not_yet_in_force": "not yet in force",
        "ended": "ended",
        "ended_in_part": "ended in part",
        "unknown": "unknown",
    },
}
"""Whether a document is in force."""

_LINKING: Mapping[Language, str] = {
    "vi": "Báo cáo này không có đường dẫn. Để mỗi dòng dẫn tới văn bản: chạy cancu serve rồi lập lại báo cáo với "
    "--link và địa chỉ của nó, ví dụ --link http://127.0.0.1:8000.",
    "en": "This report has no links. For each line to lead to its document, run cancu serve and make the report again "
    "with --link and its address, for instance --link http://127.0.0.1:8000.",
}


def how_to_link(language: Language, explorer: str | None) -> list[str]:
    """What a report without the address of an explorer says about links."""
    return [] if explorer else [_LINKING[language]]
