"""``cancu trace``: the chain of a document as a tree by level."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli import words
from cli.options import AsOfOption, DocumentArgument, EvidenceOption, JsonOption, StoreOption, TypesOption
from cli.output import answer, print_json, tell
from cli.stores import opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.tree import Tree

    from queries.results import EdgeInfo, TraceNode, TraceResult

HELP = "Lần theo chuỗi căn cứ của một văn bản lên trung ương, hoặc xuống các văn bản dựa vào nó."
EXAMPLES = """Ví dụ:
  cancu trace 12/KH-UBND
  cancu trace 12/KH-UBND --evidence
  cancu trace 33/CT-TTg --down --max-hops 3
  cancu trace 12/KH-UBND --type BASED_ON --json"""


def trace(  # noqa: PLR0913 - one parameter an option
    document: DocumentArgument,
    *,
    down: Annotated[bool, typer.Option("--down", help="Đi xuống: những văn bản dựa vào văn bản này.")] = False,
    max_hops: Annotated[int, typer.Option("--max-hops", min=1, max=32, metavar="SỐ", help="Số bước tối đa.")] = 8,
    max_nodes: Annotated[
        int, typer.Option("--max-nodes", min=1, max=5000, metavar="SỐ", help="Số văn bản tối đa.")
    ] = 200,
    types: TypesOption = None,
    as_of: AsOfOption = None,
    evidence: EvidenceOption = False,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print the chain of a document."""
    from queries.trace import trace as ask

    with opened(store) as graph:
        result = ask(
            graph,
            document,
            direction="down" if down else "up",
            max_hops=max_hops,
            max_nodes=max_nodes,
            types=types or None,
            as_of=as_of,
        )
    tell(result.notes)
    if as_json:
        print_json(result)
    else:
        answer().print(tree(result, evidence=evidence))


def tree(result: TraceResult, *, evidence: bool) -> Tree:
    """Draw a chain: the root, then one branch a level in the direction of travel, each document with its edges."""
    from rich.tree import Tree

    nodes = {node.key: node for node in result.nodes}
    root = nodes[result.root]
    drawn = Tree(words.line(root))
    levels: list[str | None] = list(words.LEVELS) if result.direction == "up" else list(reversed(words.LEVELS))
    for level in [*levels, None]:
        members = [node for node in result.nodes if node.level == level and node.key != result.root]
        if not members:
            continue
        branch = drawn.add(f"{words.level(level).capitalize()} ({len(members)})")
        for node in sorted(members, key=lambda node: (node.depth, node.date is None, node.date, node.key)):
            _add_document(branch, node, nodes, result, evidence=evidence)
    for gap in result.gaps:
        drawn.add(f"Khoảng trống: {gap.message}")
    if result.truncated:
        drawn.add("Chuỗi còn dài hơn: tăng --max-hops hoặc --max-nodes để xem thêm.")
    if len(result.nodes) == 1:
        drawn.add(
            "Không dẫn văn bản nào."
            if result.direction == "up"
            else "Chưa có văn bản nào trong kho dựa vào văn bản này."
        )
    return drawn


def _add_document(
    branch: Tree, node: TraceNode, nodes: dict[str, TraceNode], result: TraceResult, *, evidence: bool
) -> None:
    leaf = branch.add(words.line(node))
    for others, label, edges in _verbs(node, result):
        line = leaf.add(f"{label} {', '.join(_short(nodes[key], nodes) for key in others)}")
        if evidence:
            for edge in edges:
                for proof in edge.evidence:
                    line.add(words.quote(proof))


def _short(node: TraceNode, nodes: dict[str, TraceNode]) -> str:
    """Name a document of the chain by its symbol, with the issuer when another one has the same symbol."""
    if node.symbol is None:
        return words.name(node)
    alone = sum(other.symbol == node.symbol for other in nodes.values()) == 1
    return node.symbol if alone else f"{node.symbol} ({node.issuer})"


def _verbs(node: TraceNode, result: TraceResult) -> list[tuple[Sequence[str], str, list[EdgeInfo]]]:
    """Group the edges between a document and those nearer to the root by their wording."""
    up = result.direction == "up"
    groups: dict[str, list[EdgeInfo]] = {}
    for edge in result.edges:
        if (edge.target if up else edge.source) == node.key:
            groups.setdefault(edge.reverse_label if up else edge.label, []).append(edge)
    return [
        ([edge.source if up else edge.target for edge in edges], label, edges)
        for label, edges in sorted(groups.items())
    ]
