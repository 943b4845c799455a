"""``cancu search``: documents by symbol, title or issuer, with or without diacritics."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import words
from cli.options import AsOfOption, CursorOption, JsonOption, LimitOption, StoreOption
from cli.output import answer, message, print_json, tell
from cli.stores import opened
from graph.errors import UsageError

HELP = "Tìm văn bản theo số, ký hiệu, trích yếu hoặc cơ quan; có dấu hay không dấu đều được."
EXAMPLES = """Ví dụ:
  cancu search "dân chủ ở cơ sở"
  cancu search "dan chu o co so"
  cancu search 26/KH-UBND --json"""


def search(
    query: Annotated[list[str], typer.Argument(metavar="TỪ_KHÓA", help="Điều cần tìm.", show_default=False)],
    *,
    limit: LimitOption = 20,
    cursor: CursorOption = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print the documents that fit the query, best first."""
    from queries.search import search as ask

    wanted = " ".join(query)
    if not wanted.strip():
        raise UsageError("Hãy nêu điều cần tìm: cancu search dân chủ ở cơ sở")
    with opened(store) as graph:
        result = ask(graph, wanted, limit=limit, cursor=cursor, as_of=as_of)
    tell(result.notes)
    if as_json:
        print_json(result)
        return
    console = answer()
    for hit in result.hits:
        console.print(words.line(hit))
        if hit.title:
            console.print(f"  {hit.title}")
    if not result.hits:
        message(f"Không tìm thấy văn bản nào cho “{wanted}”.")
    elif hint := words.more(result.page, len(result.hits), "cancu search …"):
        message(hint)
