"""``cancu show``: one document with all that is known of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from cli import words
from cli.options import AsOfOption, DocumentArgument, JsonOption, StoreOption
from cli.output import answer, print_json, write
from cli.stores import opened
from queries.reports.words import CERTAINTY

if TYPE_CHECKING:
    from rich.console import Console

    from queries.results import DocumentDetail, MentionInfo, PartInfo, SuspensionInfo

HELP = "Xem một văn bản: thể thức, hiệu lực, các chỗ dẫn và kết quả nhận ra chúng."
EXAMPLES = """Ví dụ:
  cancu show 12/KH-UBND
  cancu show 04/2015/NĐ-CP --as-of 2024-02-13
  cancu show 12/KH-UBND --text
  cancu show 12/KH-UBND --json"""

STATES = {
    "resolved": "đã nhận ra",
    "ambiguous": "chưa phân định được",
    "unresolved": "chưa nhận ra",
    "malformed": "viết sai thể thức",
    "anachronistic": "ghi ngày sau văn bản dẫn",
    "self": "chính văn bản này",
}
STATUS = {
    "in_force": "còn hiệu lực",
    "not_yet_in_force": "chưa có hiệu lực",
    "ended": "hết hiệu lực",
    "ended_in_part": "hết hiệu lực một phần",
    "unknown": "chưa rõ hiệu lực",
}


def show(
    document: DocumentArgument,
    *,
    text: Annotated[bool, typer.Option("--text", help="In nguyên văn của văn bản đã nhập.")] = False,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print one document."""
    from queries.document import document as ask
    from queries.text import text as ask_text

    with opened(store) as graph:
        if text:
            original = ask_text(graph, document)
            print_json(original) if as_json else write(original.text)
            return
        result = ask(graph, document, as_of=as_of)
    if as_json:
        print_json(result)
    else:
        _print_detail(answer(), result)


def _print_detail(console: Console, detail: DocumentDetail) -> None:
    console.print(words.name(detail))
    facts = {
        "Trích yếu": detail.title,
        "Cơ quan ban hành": detail.issuer,
        "Cấp": words.level(detail.level),
        "Ngày": words.day(detail.date),
        "Người ký": detail.signer,
        "Hiệu lực": _validity(detail),
        "Cần xem lại": " ".join(note.message for note in detail.needs_review),
        "Ghi chú": "; ".join(detail.known),
        "Tệp": _files(detail) or _without_text(detail),
        "Nơi nhận": "; ".join(detail.recipients),
        "Nhiệm vụ giao": str(detail.assignments) if detail.ingested else None,
        "Khóa": detail.key,
    }
    for line in words.aligned(facts):
        console.print(line)
    for part in detail.parts:
        console.print(f"  {', '.join(part.provisions)}: {_part(part)}")
    for count in detail.counts:
        console.print(f"  {count.label}: {count.count}")
    for mention in detail.mentions:
        console.print(f"  {_mention(mention)}")


def _without_text(detail: DocumentDetail) -> str:
    if detail.uncited:
        return "chưa có văn bản nào trong kho viện dẫn; biết từ dữ liệu tham chiếu"
    return "chỉ được dẫn, chưa có bản văn trong kho"


def _part(part: PartInfo) -> str:
    """Since when and until when provisions are in force, and where that is said."""
    ended = f"hết hiệu lực từ {words.day(part.ended)}" if part.ended else None
    by = f"bởi {part.ended_by}" if part.ended_by else None
    begun = f"có hiệu lực từ {words.day(part.in_force_from)}" if part.in_force_from else None
    source = f"nguồn: {part.source}" if part.source else None
    return f"{STATUS[part.status]}; " + "; ".join(filter(None, (begun, ", ".join(filter(None, (ended, by))), source)))


def _files(detail: DocumentDetail) -> str:
    return "; ".join(
        file.path if file.speaks else f"{file.path} (bản khác, chữ giống {file.likeness:.0%})" for file in detail.files
    )


def _validity(detail: DocumentDetail) -> str:
    validity = detail.validity
    parts = [words.flag(validity) or STATUS[validity.status], *map(_suspension, detail.suspensions)]
    if validity.in_force_from and validity.status != "not_yet_in_force":
        parts.append(f"có hiệu lực từ {words.day(validity.in_force_from)}")
    if validity.source:
        parts.append(f"nguồn: {validity.source}")
    if validity.certainty:
        parts.append(CERTAINTY["vi"].get(validity.certainty, validity.certainty))
    return "; ".join(parts)


def _suspension(suspension: SuspensionInfo) -> str:
    """What is suspended, since when, until when where that is said, and by what."""
    what = " một phần" if suspension.scope == "part" else ""
    provisions = f" ({', '.join(suspension.provisions)})" if suspension.provisions else ""
    last = words.day(suspension.resumed - timedelta(days=1)) if suspension.resumed else None
    until = f" đến hết {last}" if last else ", không ghi đến ngày nào"
    by = f", bởi {suspension.by}" if suspension.by else ""
    return f"⚑ đang bị đình chỉ, ngưng hiệu lực{what}{provisions} từ {words.day(suspension.since)}{until}{by}"


def _mention(mention: MentionInfo) -> str:
    quoted = " ".join(mention.text.split())
    target = f" → {mention.document_key}" if mention.document_key else ""
    where = words.page(mention.page, mention.read_by)
    return f"[{mention.start}–{mention.end}] {quoted}{where}: {STATES[mention.state]}{target}"
