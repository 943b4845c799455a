"""``cancu neighbours``: the documents one edge away, with counts first."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from cli import words
from cli.options import (
    AsOfOption,
    CursorOption,
    DocumentArgument,
    EvidenceOption,
    JsonOption,
    LimitOption,
    StoreOption,
    complete_relation,
)
from cli.output import answer, message, print_json
from cli.stores import opened

HELP = "Lược đồ của một văn bản: các văn bản liên quan trực tiếp, theo từng quan hệ."
EXAMPLES = """Ví dụ:
  cancu neighbours 12/KH-UBND
  cancu neighbours 33/CT-TTg --direction in --type IMPLEMENTS
  cancu neighbours 12/KH-UBND --evidence
  cancu neighbours 12/KH-UBND --json"""


def neighbours(  # noqa: PLR0913 - one parameter an option
    document: DocumentArgument,
    *,
    type_: Annotated[
        str | None,
        typer.Option(
            "--type", metavar="QUAN_HỆ", help="Chỉ quan hệ này, ví dụ CITES.", autocompletion=complete_relation
        ),
    ] = None,
    direction: Annotated[
        Literal["out", "in"] | None, typer.Option("--direction", help="out: văn bản này dẫn; in: dẫn đến văn bản này.")
    ] = None,
    limit: LimitOption = 50,
    cursor: CursorOption = None,
    as_of: AsOfOption = None,
    evidence: EvidenceOption = False,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print the documents next to one document."""
    from queries.neighbours import neighbours as ask

    with opened(store) as graph:
        result = ask(graph, document, type=type_, direction=direction, limit=limit, cursor=cursor, as_of=as_of)
    if as_json:
        print_json(result)
        return
    console = answer()
    console.print(words.line(result.document))
    for count in result.counts:
        console.print(f"  {count.label}: {count.count}")
    for neighbour in result.neighbours:
        label = neighbour.edge.label if neighbour.direction == "out" else neighbour.edge.reverse_label
        console.print(f"{label}: {words.line(neighbour.document)}")
        if evidence:
            for proof in neighbour.edge.evidence:
                console.print(f"  {words.quote(proof)}")
    if not result.counts:
        message("Chưa có quan hệ nào với văn bản khác.")
    if hint := words.more(result.page, len(result.neighbours), "cancu neighbours …"):
        message(hint)
