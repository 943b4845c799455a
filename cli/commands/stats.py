"""``cancu stats``: what the store holds, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli import words
from cli.commands.show import STATES, STATUS
from cli.options import AsOfOption, JsonOption, StoreOption
from cli.output import answer, print_json, tell
from cli.stores import opened

if TYPE_CHECKING:
    from rich.console import Console

HELP = "Kho có bao nhiêu nút, quan hệ và chỗ dẫn, bao nhiêu văn bản còn hiệu lực."
EXAMPLES = """Ví dụ:
  cancu stats
  cancu stats --as-of 2023-06-30 --json"""


def stats(*, as_of: AsOfOption = None, as_json: JsonOption = False, store: StoreOption = None) -> None:
    """Print the counts of the store."""
    from graph.vocabulary import edge_type
    from queries.stats import stats as ask

    with opened(store) as graph:
        result = ask(graph, as_of=as_of)
    tell(result.notes)
    if as_json:
        print_json(result)
        return
    names = {label: f"{name} ({label})" for label, name in _node_names().items()}
    console = answer()
    _print_counts(console, "Nút", {names.get(label, label): count for label, count in result.nodes.items()})
    _print_counts(
        console, "Quan hệ", {f"{edge_type(name).label_vi} ({name})": count for name, count in result.edges.items()}
    )
    _print_counts(console, "Chỗ dẫn", {STATES[state]: count for state, count in result.mentions.items()})
    _print_counts(
        console,
        f"Hiệu lực của văn bản tại ngày {words.day(result.as_of)}",
        {STATUS[state]: count for state, count in result.validity.items()},
    )


def _print_counts(console: Console, title: str, counts: dict[str, int]) -> None:
    console.print(f"{title}:" if counts else f"{title}: chưa có")
    for line in words.aligned({name: str(count) for name, count in counts.items()}):
        console.print(line)


def _node_names() -> dict[str, str]:
    """Vietnamese names of the node labels; a label of several document types has the name of the first."""
    from data.tables import document_types
    from graph.identity import label_of_type

    names = {"Document": "Văn bản", "IssuingBody": "Cơ quan ban hành", "Unit": "Đơn vị", "Place": "Địa bàn"}
    for kind in document_types():
        names.setdefault(label_of_type(kind.code), kind.name)
    return names
