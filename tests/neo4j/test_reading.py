"""What gave a long answer is asked for in one record the next time, and gives the same answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from graph.neo4j.reading import packed
from graph.neo4j.store import Neo4jStore
from tests.neo4j.pool import Pool

pytestmark = [pytest.mark.neo4j]

ROWS = """
// The rows of a made-up question.
UNWIND range(1, $rows) AS i
WITH i, CASE WHEN i % 3 = 0 THEN null ELSE 'Kế hoạch ' + toString(i) END AS title
RETURN i % 7 AS type, title, [i, 0.5, true] AS start ORDER BY type, i DESC LIMIT $limit
"""


@pytest.fixture(scope="module")
def store(neo4j_pool: Pool) -> Iterator[Neo4jStore]:
    with closing(Neo4jStore(neo4j_pool.empty())) as opened:
        yield opened


def expected(rows: int, limit: int) -> list[dict[str, Any]]:
    answer: list[dict[str, Any]] = [
        {"type": i % 7, "title": f"Kế hoạch {i}" if i % 3 else None, "start": [i, 0.5, True]}
        for i in sorted(range(1, rows + 1), key=lambda i: (i % 7, -i))
    ]
    return answer[:limit]


@pytest.mark.parametrize("sizes", [(500, 500, 500), (500, 3, 0), (3, 500, 499), (0, 120, 1, 120)], ids=str)
def test_the_rows_and_their_order_are_the_same_each_time(store: Neo4jStore, sizes: tuple[int, ...]) -> None:
    for rows in sizes:
        assert store.read(ROWS, {"rows": rows, "limit": 400}) == expected(rows, 400)


def test_a_packed_query_has_one_record(store: Neo4jStore) -> None:
    [only] = map(dict[str, Any], store.read(packed(ROWS, ["type", "title", "start"]), {"rows": 200, "limit": 150}))
    assert only == {"rows": [list(row.values()) for row in expected(200, 150)]}
