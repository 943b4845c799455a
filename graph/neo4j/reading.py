"""Reading queries; what gave a long answer is asked for in one record the next time.

For each record the driver makes two system calls and runs some forty microseconds of Python, however few values it
holds: a thousand rows as one list come in half the time. To ask so one must know the columns, which the first answer
tells, and the server plans the query once more, which a short answer does not pay for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from neo4j import READ_ACCESS, Driver, Result, RoutingControl
from neo4j.api import BookmarkManager
from neo4j.exceptions import DriverError, Neo4jError

from graph.neo4j.sums import plain
from graph.store import Params, Row, Value

_LONG = 20
"""Rows from which on an answer is long."""


class Reader:
    """Runs reading queries in one database; what was written under ``bookmarks`` is seen."""

    def __init__(self, driver: Driver, database: str | None, bookmarks: BookmarkManager) -> None:
        self._driver, self._database, self._bookmarks = driver, database, bookmarks
        self._columns: dict[str, Sequence[str]] = {}

    def read(self, cypher: str, params: Params) -> list[Row]:
        """The rows of ``cypher`` in its order; sequences among ``params`` reach it as lists."""
        columns = self._columns.get(cypher)
        rows = self._answer(
            packed(cypher, columns) if columns else cypher, {name: _bind(value) for name, value in params.items()}
        )
        if columns:
            return [dict(zip(columns, row, strict=True)) for row in cast("list[list[Value]]", rows[0]["rows"])]
        if len(rows) >= _LONG:
            self._columns[cypher] = list(rows[0])
        return rows

    def _answer(self, cypher: str, params: dict[str, Value | list[str]]) -> list[Row]:
        """A transaction of its own costs one more way to the server, so it is for the second try only."""
        try:
            with self._driver.session(
                database=self._database, bookmark_manager=self._bookmarks, default_access_mode=READ_ACCESS
            ) as session:
                return _rows(session.run(cypher, params))
        except (DriverError, Neo4jError) as error:
            if not error.is_retryable():
                raise
        return self._driver.execute_query(
            cypher,
            params,
            routing_=RoutingControl.READ,
            database_=self._database,
            bookmark_manager_=self._bookmarks,
            result_transformer_=_rows,
        )


def packed(cypher: str, columns: Iterable[str]) -> str:
    r"""A query whose only record holds the rows of ``cypher``, each the list of its ``columns``.

    >>> packed("MATCH (d:Document) RETURN d.key AS key ORDER BY key", ["key"])
    'CALL () {\nMATCH (d:Document) RETURN d.key AS key ORDER BY key\n}\nRETURN collect([key]) AS rows'
    """
    return f"CALL () {{\n{cypher}\n}}\nRETURN collect([{', '.join(columns)}]) AS rows"


def _rows(result: Result) -> list[Row]:
    return list(plain(result))


def _bind(value: Value | Sequence[str]) -> Value | list[str]:
    return value if value is None or isinstance(value, str | int | float) else list(value)
