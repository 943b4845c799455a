"""Texts written for the tests of headers and tasks, and what is read from them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ingest.assignments import read_assignments
from ingest.header import read_header
from ingest.model import Header, ParsedAssignment
from ingest.normalise import normalise
from ingest.recipients import read_recipients
from ingest.sections import read_sections
from ingest.tables import read_tables

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM\n"
BODY = "Căn cứ Luật Tổ chức chính quyền địa phương;\nI. MỤC ĐÍCH\n1. Nước sạch cho mọi người.\n"


def header_of(text: str) -> Header:
    page = normalise(text)
    return read_header(page, read_sections(page))


def recipients_of(text: str) -> tuple[str, ...]:
    page = normalise(text)
    return read_recipients(page, read_sections(page))


def tasks_of(text: str, header: Header) -> tuple[ParsedAssignment, ...]:
    page = normalise(text)
    return read_assignments(page, read_sections(page), header, read_tables(page))


def fields(header: Header) -> dict[str, Any]:
    return {name: value for name, value in asdict(header).items() if value is not None}


def plan(
    *,
    issuer: str = "ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN",
    number: str = "Số: 35/KH-UBND",
    day: str = "Bắc Kạn, ngày 08 tháng 02 năm 2022",
    kind: str = "KẾ HOẠCH",
    title: str = "Cấp nước sạch năm 2022",
    nation: str = NATION,
    body: str = BODY,
    tail: str = "",
) -> str:
    return "\n".join(part for part in (issuer, nation, number, day, kind, title, body, tail) if part)
