"""``cancu ranking``: which documents are referred to most often and most strongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from rich.console import Console

    from queries.analysis import Ranked, RankingResult

HELP = "Văn bản nào được dựa vào nhiều nhất: bao nhiêu văn bản dẫn, dẫn sâu đến đâu, lan tới bao nhiêu văn bản."
EXAMPLES = """Ví dụ:
  cancu ranking
  cancu ranking --place "tỉnh Quảng Nam" --since 2024-01-01
  cancu ranking --level ward --limit 10 --json"""

_DEPTHS = {4: "thực hiện, hướng dẫn", 3: "căn cứ, sửa đổi, thay thế", 2: "dẫn từ ba lần", 1: "dẫn"}


def ranking(  # noqa: PLR0913 - one parameter an option
    *,
    place: PlaceOption = None,
    body: BodyOption = None,
    level: LevelOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = 20,
    cursor: CursorOption = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print the documents by how often and how strongly they are referred to."""
    from queries.ranking import ranking as ask
    from queries.scope import Among

    with opened(store) as graph:
        result = ask(graph, among=Among(place, body, level, since, until), as_of=as_of, limit=limit, cursor=cursor)
    tell(result.notes)
    if as_json:
        print_json(result)
    else:
        _print(answer(), result)


def _print(console: Console, result: RankingResult) -> None:
    for item in result.ranked:
        console.print(f"{item.rank}. {words.line(item.document)}")
        console.print(f"   {_treatment(item)}")
    if not result.ranked:
        console.print("Chưa có văn bản nào được dẫn trong phạm vi này.")
    if hint := words.more(result.page, len(result.ranked), "cancu ranking …"):
        console.print(hint)


def _treatment(item: Ranked) -> str:
    depths = ", ".join(f"{_DEPTHS[part.depth]} {part.texts}" for part in item.treatment)
    return f"điểm {item.score}: {item.texts} văn bản, {item.places} chỗ ({depths}); lan tới {item.reach} văn bản"
