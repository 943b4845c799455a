"""Normative texts written for tests, and what is read from them."""

from __future__ import annotations

from ingest.model import ParsedDocument, ParsedMention
from ingest.parse import parse

HEAD = """BỘ CÔNG THƯƠNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}
Hà Nội, ngày {day}
{type}
Quy định một số nội dung về kiểm tra
"""


def circular(body: str, *, day: str = "15 tháng 11 năm 2025", number: str = "71/2025/TT-BCT") -> ParsedDocument:
    return parse(f"{HEAD.format(number=number, day=day, type='THÔNG TƯ')}\n{body}\n")


def only(sentence: str) -> ParsedMention:
    (mention,) = parse(sentence).mentions
    return mention
