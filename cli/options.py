"""Options and arguments that several commands share, each defined once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, overload

import typer

from graph.errors import CancuError, UsageError
from graph.text import day_in

if TYPE_CHECKING:
    from collections.abc import Iterable


def parse_date(value: str) -> date:
    """The day that the user wrote, as :func:`graph.text.day_in` reads it."""
    try:
        return day_in(value)
    except ValueError:
        raise typer.BadParameter(f"“{value}” không phải là ngày. Hãy viết 2024-02-13 hoặc 13/02/2024.") from None


def complete_document(incomplete: str) -> list[str]:
    """Offer symbols of the store for shell completion; an unusable store offers nothing."""
    from graph.open import open_store
    from queries.search import search

    try:
        store = open_store(None, create=False)
        try:
            hits = search(store, incomplete, limit=20).hits
        finally:
            store.close()
    except CancuError:
        return []
    return list(dict.fromkeys(hit.symbol for hit in hits if hit.symbol and hit.symbol.startswith(incomplete)))


def complete_relation(incomplete: str) -> list[tuple[str, str]]:
    """Offer the relations between two documents with their verbs."""
    from graph.vocabulary import edge_type, reference_types

    return [(name, edge_type(name).label_vi) for name in reference_types() if name.startswith(incomplete)]


@overload
def document_name(value: str) -> str: ...


@overload
def document_name(value: None) -> None: ...


def document_name(value: str | None) -> str | None:
    """Name a file that is there by its whole path, under which it was ingested; leave every other name as it is.

    A file in a zip or a mail is there when the zip is: "van-ban.zip!/ke-hoach.txt".
    """
    from ingest.packed import outermost
    from ingest.paths import absolute, is_file

    return absolute(value) if value and is_file(outermost(value)) else value


def one_of(values: Iterable[str], known: Iterable[str], option: str) -> list[str]:
    """Return ``values`` when all are ``known``; raises :class:`UsageError` that lists what may be chosen."""
    chosen, allowed = list(values), list(known)
    for value in chosen:
        if value not in allowed:
            raise UsageError(f"{option} không có giá trị “{value}”. Hãy chọn: {', '.join(allowed)}.")
    return chosen


StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        envvar="CANCU_STORE",
        metavar="URL",
        help="Kho dữ liệu: sqlite:///ĐƯỜNG_DẪN hoặc neo4j://TÊN:MẬT_KHẨU@MÁY:7687.",
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON ra stdout.")]
AsOfOption = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=parse_date,
        metavar="NGÀY",
        help="Xét hiệu lực tại ngày này (mặc định: hôm nay).",
        show_default=False,
    ),
]
EvidenceOption = Annotated[bool, typer.Option("--evidence", help="In cả câu làm bằng chứng của mỗi quan hệ.")]
CursorOption = Annotated[
    str | None,
    typer.Option("--cursor", metavar="CON_TRỎ", help="Trang tiếp theo, như trang trước đã chỉ.", show_default=False),
]
LimitOption = Annotated[
    int, typer.Option("--limit", min=1, max=1000, metavar="SỐ", help="Số dòng tối đa của một trang.")
]
TypesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--type",
        metavar="QUAN_HỆ",
        help="Chỉ theo quan hệ này, ví dụ BASED_ON; lặp lại được.",
        autocompletion=complete_relation,
    ),
]
FormatOption = Annotated[
    str | None,
    typer.Option("--format", metavar="DẠNG", help="Ghi tất cả thành báo cáo: csv, html hoặc xlsx.", show_default=False),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="TỆP", help="Ghi báo cáo vào tệp này; dạng theo đuôi tệp.", show_default=False
    ),
]
LanguageOption = Annotated[str, typer.Option("--lang", metavar="NGÔN_NGỮ", help="Ngôn ngữ của báo cáo: vi hoặc en.")]
LinkOption = Annotated[
    str | None,
    typer.Option(
        "--link",
        metavar="URL",
        help="Địa chỉ của cancu serve: báo cáo dẫn thẳng tới câu trong nguyên văn ở đó.",
        show_default=False,
    ),
]
PlaceOption = Annotated[
    str | None,
    typer.Option("--place", metavar="ĐỊA_BÀN", help="Chỉ trong địa bàn này, tên hoặc mã.", show_default=False),
]
BodyOption = Annotated[
    str | None,
    typer.Option(
        "--body", metavar="CƠ_QUAN", help="Chỉ văn bản của cơ quan này và cơ quan cấp dưới.", show_default=False
    ),
]
LevelOption = Annotated[
    str | None,
    typer.Option("--level", metavar="CẤP", help="Chỉ cấp này: central, province, district, ward.", show_default=False),
]
SinceOption = Annotated[
    date | None,
    typer.Option("--since", parser=parse_date, metavar="NGÀY", help="Ban hành từ ngày này.", show_default=False),
]
UntilOption = Annotated[
    date | None,
    typer.Option("--until", parser=parse_date, metavar="NGÀY", help="Ban hành đến ngày này.", show_default=False),
]
DocumentArgument = Annotated[
    str,
    typer.Argument(
        metavar="VĂN_BẢN",
        help="Số, ký hiệu (10/KH-UBND), khóa, hoặc tên tệp đã nạp.",
        callback=document_name,
        autocompletion=complete_document,
        show_default=False,
    ),
]
