"""What is kept beside mentions (:mod:`graph.citing`), brought up to date for what a batch touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from neo4j import ManagedTransaction

from graph.citing import COLUMNS, Columns, differing, in_text
from graph.neo4j.sums import run_rows
from graph.summing import Touched

_MENTION = ", ".join(f"m.{name}" for name in COLUMNS)
_OF_TEXTS = f"""
UNWIND $rows AS key
OPTIONAL MATCH (d:Document {{key: key}})
MATCH (m:Mention {{citing: key}})
RETURN key, d.date AS date, collect([{_MENTION}]) AS mentions
"""
_OF_DOCUMENTS = f"UNWIND $rows AS key MATCH (m:Mention {{document: key}}) RETURN collect([{_MENTION}]) AS mentions"
_PUT_IN_TEXT = (
    "UNWIND $rows AS row MATCH (m:Mention {id: row.id}) SET m.citing_date = row.citing_date, m.cites = row.cites"
)
_PUT_DIFFERING = "UNWIND $rows AS row MATCH (m:Mention {id: row.id}) SET m.differs = row.differs"


def bring_up_to_date(tx: ManagedTransaction, touched: Touched) -> None:
    """Look at the mentions that ``touched`` tells of, after everything else has been summed up."""
    changed: list[Columns] = []
    for text in run_rows(tx, _OF_TEXTS, sorted(touched.citing)):
        changed += in_text(_mentions(text), text["date"])
    run_rows(tx, _PUT_IN_TEXT, changed)
    mentions = [m for m in touched.written.values() if m["document"] not in touched.otherwise]
    for found in run_rows(tx, _OF_DOCUMENTS, sorted(touched.otherwise)):
        mentions += _mentions(found)
    run_rows(tx, _PUT_DIFFERING, differing(mentions, touched.settled))


def _mentions(row: Mapping[str, Iterable[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(COLUMNS, mention, strict=True)) for mention in row["mentions"]]
