"""``cancu stats``: what the store holds, in numbers."""

from __future__ import annotations

from cli.commands.show import STATES
from cli.options import JsonOption, StoreOption
from cli.output import answer, print_json
from cli.stores import opened

HELP = "Kho có bao nhiêu nút, quan hệ và chỗ dẫn."
EXAMPLES = """Ví dụ:
  cancu stats
  cancu stats --json"""


def stats(*, as_json: JsonOption = False, store: StoreOption = None) -> None:
    """Print the counts of the store."""
    from queries.stats import stats as ask

    with opened(store) as graph:
        result = ask(graph)
    if as_json:
        print_json(result)
        return
    from rich.table import Table

    console = answer()
    states = {STATES.get(state, state): count for state, count in result.mentions.items()}
    for title, counts in (("Nút", result.nodes), ("Quan hệ", result.edges), ("Chỗ dẫn", states)):
        table = Table.grid(padding=(0, 2))
        for name, count in counts.items():
            table.add_row(f"  {name}", str(count))
        console.print(f"{title}: {sum(counts.values())}")
        if counts:
            console.print(table)
