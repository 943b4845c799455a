"""What the batches of one transaction hold in common: claims, and the documents and bodies that these make.

Texts of one folder cite the same laws and name the same bodies, so that almost every claim of a batch was counted by
the one before it. Here each is looked up once and put back once, when the transaction ends or somebody asks for it.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final

from graph.claims import Claim
from graph.making_rows import said_in
from graph.parts import BODY, DOCUMENT_COLUMNS, PLACE
from graph.summing import Touched
from graph.text_rows import Row, Saying

_CLAIMS = "SELECT node, field, value, mentions, descriptions FROM claim WHERE node IN (SELECT value FROM json_each(?))"
_PUT_CLAIM = """
    INSERT INTO claim VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET mentions = excluded.mentions, descriptions = excluded.descriptions
"""
_DROP_CLAIM = "DELETE FROM claim WHERE node = ? AND field = ? AND value = ?"
_NOTHING: Final = (0, 0)
_BODY_PLACES = {name: place for place, name in enumerate(BODY.columns)}
_Key = tuple[str, str, str]
_Counts = tuple[int, int]


class Rows:
    """The rows of a table by their key, each looked up once; ``None`` stands for one that is not there."""

    def __init__(self, connection: sqlite3.Connection, table: str, columns: Iterable[str]) -> None:
        self._db = connection
        names = [*columns]
        self._question = f"SELECT {', '.join(names)} FROM {table} WHERE {names[0]} IN (SELECT value FROM json_each(?))"  # noqa: S608 - the names of a part
        self._known: dict[str, Row | None] = {}

    def look_up(self, keys: Iterable[str]) -> None:
        """Have the rows of ``keys`` known."""
        known = self._known
        if missing := [key for key in keys if key not in known]:
            known.update(dict.fromkeys(missing))
            for row in self._db.execute(self._question, (json.dumps(missing),)):
                known[row[0]] = row

    def get(self, key: str) -> Row | None:
        """The row of a key that was looked up."""
        return self._known.get(key)

    def put(self, key: str, row: Row | None) -> None:
        """Note how a row was written, or that it went."""
        self._known[key] = row


class Held:
    """Claims are written by :meth:`put_back`; of documents, bodies and places only what was written is remembered here.

    After each batch the caller says so with :meth:`accept`; when one fails, nothing of what is held counts any more.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._claims: dict[str, dict[_Key, _Counts]] = {}
        self._changed: set[_Key] = set()
        self._anew: set[_Key] = set()
        # Descriptions that say what a body is known as: how often each was given, in batches before and in this one.
        self._said_again: Counter[Saying] = Counter()
        self._said_now: list[Saying] = []
        self._as_known: dict[Saying, Row] = {}
        self.documents = Rows(connection, "document", DOCUMENT_COLUMNS)
        self.bodies = Rows(connection, "body", BODY.columns)
        self.places = Rows(connection, "place", PLACE.columns)

    def count(self, touched: Touched) -> None:
        """Count what a batch claims."""
        mentioned, described = touched.mentioned, touched.described
        self.look_up({key[0] for key in mentioned} | {key[0] for key in described})
        held, anew, changed = self._claims, self._anew.add, self._changed.add
        for counts, described_too in ((mentioned, False), (described, True)):
            for key, by in counts.items():
                if by:
                    claims = held[key[0]]
                    mentions, descriptions = before = claims.get(key, _NOTHING)
                    if before == _NOTHING:
                        anew(key)
                    changed(key)
                    claims[key] = (mentions, descriptions + by) if described_too else (mentions + by, descriptions)

    def say_again(self, saying: Saying) -> bool:
        """Count a description of a body that was looked up, if it says just what the body is known as.

        Nothing can follow from it but the counts, and these are wanted when all batches are written: most texts name
        dozens of bodies that are known.
        """
        row = self.bodies.get(saying[0])
        if row is None:
            return False
        if self._as_known.get(saying) is not row:
            if any(row[_BODY_PLACES[name]] != value for name, value in said_in(saying[1]).items()):
                return False
            self._as_known[saying] = row
        self._said_now.append(saying)
        return True

    def _count_said(self, nodes: AbstractSet[str]) -> None:
        """Count what earlier batches said again of ``nodes``, whose claims are known."""
        for saying in [saying for saying in self._said_again if saying[0] in nodes]:
            by = self._said_again.pop(saying)
            claims = self._claims[saying[0]]
            for name, value in said_in(saying[1]).items():
                key = (saying[0], name, value)
                mentions, descriptions = claims.get(key, _NOTHING)
                claims[key] = (mentions, descriptions + by)
                self._changed.add(key)

    def look_up(self, nodes: AbstractSet[str]) -> None:
        """Have the claims about ``nodes`` known."""
        held = self._claims
        if missing := [node for node in nodes if node not in held]:
            held.update((node, {}) for node in missing)
            for node, field, value, mentions, descriptions in self._db.execute(_CLAIMS, (json.dumps(missing),)):
                held[node][node, field, value] = (mentions, descriptions)
        self._count_said(nodes)

    def claims(self, node: str) -> list[Claim]:
        """What is claimed of a node that was looked up."""
        return [Claim(key[1], key[2], *counts) for key, counts in self._claims[node].items() if counts != _NOTHING]

    def is_claimed_anew(self, key: _Key) -> bool:
        """Whether nothing claimed this before the batch that was counted last."""
        return key in self._anew

    def accept(self) -> None:
        """What was counted since the last call stays."""
        self._anew.clear()
        self._said_again.update(self._said_now)
        self._said_now.clear()

    def put_back(self) -> None:
        """Write the claims that have changed."""
        self.look_up({node for node, _ in self._said_again})
        put: list[tuple[str | int, ...]] = []
        gone: list[_Key] = []
        for key in sorted(self._changed):
            counts = self._claims[key[0]][key]
            if counts == _NOTHING:
                gone.append(key)
            else:
                put.append((*key, *counts))
        self._db.executemany(_PUT_CLAIM, put)
        self._db.executemany(_DROP_CLAIM, gone)
        self._changed.clear()
