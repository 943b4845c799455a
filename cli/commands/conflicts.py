"""``cancu conflicts``: what texts and tables say and cannot all be true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli import words
from cli.options import (
    AsOfOption,
    BodyOption,
    CursorOption,
    JsonOption,
    LevelOption,
    LimitOption,
    PlaceOption,
    SinceOption,
    StoreOption,
    UntilOption,
)
from cli.output import answer, print_json, tell
from cli.stores import opened
from graph.identity import key_in_words

if TYPE_CHECKING:
    from rich.console import Console

    from queries.analysis import ConflictsResult, Voice

HELP = "Những điều các nguồn nói mà không thể cùng đúng: vòng thay thế, ngày hiệu lực, hạn, ngày và số khác nhau."
EXAMPLES = """Ví dụ:
  cancu conflicts
  cancu conflicts --kind deadline --place "tỉnh Quảng Nam"
  cancu conflicts --kind circle --kind validity --json"""

_KINDS = {
    "circle": "Vòng",
    "validity": "Hiệu lực",
    "deadline": "Hạn",
    "date": "Ngày văn bản",
    "symbol": "Số, ký hiệu",
}


def complete_conflict(incomplete: str) -> list[tuple[str, str]]:
    """Offer the kinds of conflicts with what they mean."""
    return [(kind, meaning) for kind, meaning in _KINDS.items() if kind.startswith(incomplete)]


def conflicts(  # noqa: PLR0913 - one parameter an option
    *,
    kinds: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="LOẠI",
            help="Chỉ loại này: circle, validity, deadline, date, symbol; lặp lại được.",
            autocompletion=complete_conflict,
        ),
    ] = None,
    place: PlaceOption = None,
    body: BodyOption = None,
    level: LevelOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = 100,
    cursor: CursorOption = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print what contradicts, with all voices."""
    from queries.conflicts import conflicts as ask
    from queries.scope import Among

    among = Among(place, body, level, since, until)
    with opened(store) as graph:
        result = ask(graph, among=among, kinds=kinds or None, as_of=as_of, limit=limit, cursor=cursor)
    tell(result.notes)
    if as_json:
        print_json(result)
    else:
        _print(answer(), result)


def _print(console: Console, result: ConflictsResult) -> None:
    for conflict in result.conflicts:
        console.print(f"⚑ {_KINDS[conflict.kind]}: {conflict.message}")
        for voice in conflict.voices:
            console.print(f"   {_voice(voice)}")
        console.print()
    console.print(f"{sum(result.counts.values())} điều mâu thuẫn.")
    for kind, count in result.counts.items():
        console.print(f"  {_KINDS[kind]}: {count}")
    if hint := words.more(result.page, len(result.conflicts), "cancu conflicts …"):
        console.print(hint)


def _voice(voice: Voice) -> str:
    from queries.messages import written

    named, said = voice.document, written(voice.said, "vi")
    speaker = f"{named.symbol or named.title or key_in_words(named.key)}: " if named else ""
    if voice.evidence is not None:
        return f"{speaker}{said}: {words.quote(voice.evidence)}"
    return f"{speaker}{said}{f' (nguồn: {voice.source})' if voice.source else ''}"
