"""Constraints and indexes of the Neo4j store by numbered migrations; the version is kept in a node ``(:Schema)``.

Neo4j does not mix schema and data in one transaction, so each statement runs alone, commits by itself and is
written to be harmless when repeated; the version is raised when all have run. Programs that open a new database at once
change it in turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from neo4j import Driver
from neo4j.exceptions import Neo4jError

from graph.errors import StoreError
from graph.upgrading import refuse_newer, scripts, tell_step

OLDEST, NEWEST = (5, 26), (5, 9999)
"""Server versions that the questions are written for: 5.26 LTS."""

_WAIT_SECONDS = 300
_VERSION = """
OPTIONAL MATCH (s:Schema {name: 'cancu'})
RETURN s.version AS version,
       CASE WHEN s IS NULL THEN COLLECT { MATCH (n) WHERE NOT n:Lease RETURN labels(n) LIMIT 1 } ELSE [] END AS others
"""
# Nobody waits for the lock of a node that may be made twice, so this comes before all migrations.
_LOCKABLE = "CREATE CONSTRAINT lease_name IF NOT EXISTS FOR (n:Lease) REQUIRE n.name IS UNIQUE"
# What a statement with IF NOT EXISTS still raises when another program makes the same thing at the same moment.
_MADE_MEANWHILE = {
    f"Neo.ClientError.Schema.{name}"
    for name in ("EquivalentSchemaRuleAlreadyExists", "ConstraintAlreadyExists", "IndexAlreadyExists")
}


@cache
def migrations() -> tuple[str, ...]:
    """The texts of all migrations; the first one leads to version 1."""
    return scripts("graph.neo4j", "cypher")


def prepare(driver: Driver, database: str | None, address: str) -> None:
    """Bring the schema up to date.

    Raises:
        StoreError: The server is of a version that the questions are not written for, the store of a newer one than
            this program, or the database holds another graph.
    """
    check_server(driver, database)
    if _version(driver, database, address) == len(migrations()):
        return
    with _alone(driver, database):
        done = _version(driver, database, address)
        for number, script in enumerate(migrations()[done:], done + 1):
            if done:
                tell_step(address, number, len(migrations()))
            with driver.session(database=database) as session:
                for statement in _statements(script):
                    session.run(statement).consume()
            driver.execute_query("CALL db.awaitIndexes($seconds)", seconds=_WAIT_SECONDS, database_=database)
            driver.execute_query(
                "MERGE (s:Schema {name: 'cancu'}) SET s.version = $number", number=number, database_=database
            )


def _version(driver: Driver, database: str | None, address: str) -> int:
    """The version of the store, 0 of an empty database."""
    (found,) = driver.execute_query(_VERSION, database_=database).records
    if found["others"]:
        node = ":".join(found["others"][0]) or "không nhãn"
        raise StoreError(
            f"Cơ sở dữ liệu ở {address} đang chứa đồ thị khác (nút {node}), không phải kho của cancu, nên được để "
            "yên. Hãy dùng cơ sở dữ liệu hoặc máy chủ khác, còn trống."
        )
    version = int(found["version"] or 0)
    refuse_newer(address, version, len(migrations()))
    return version


@contextmanager
def _alone(driver: Driver, database: str | None) -> Iterator[None]:
    """Keep every other program out of here by the lock of a node that is never committed."""
    try:
        driver.execute_query(_LOCKABLE, database_=database)
    except Neo4jError as error:
        if error.code not in _MADE_MEANWHILE:
            raise
    with driver.session(database=database) as session, session.begin_transaction() as lock:
        lock.run("MERGE (l:Lease {name: 'schema'}) SET l.tried_at = datetime()").consume()
        yield
        lock.rollback()


def check_server(driver: Driver, database: str | None) -> None:
    """Raise :class:`StoreError` for a server that is not Neo4j 5.26."""
    records, _, _ = driver.execute_query(
        "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version",
        database_=database,
    )
    version = str(records[0]["version"]) if records else "?"
    found = re.match(r"(\d+)\.(\d+)", version)
    if found is None or not OLDEST <= (int(found[1]), int(found[2])) <= NEWEST:
        raise StoreError(
            f"Máy chủ Neo4j có phiên bản {version}; cancu cần Neo4j 5.26 LTS. Hãy đổi máy chủ hoặc dùng kho SQLite."
        )


def _statements(script: str) -> list[str]:
    code = re.sub(r"^\s*//.*$", "", script, flags=re.MULTILINE)
    return [statement.strip() for statement in code.split(";") if statement.strip()]
