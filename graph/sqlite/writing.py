"""The facts of one batch, written inside one transaction: sources, descriptions, mentions, statements, validity."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any

from graph.claims import mention_claims
from graph.making_rows import claim_counts, mention_of_row, resolution_values, said_in, statement_rows, text_rows
from graph.model import Document, Mention, ResolutionState, SourceText, Validity, ValidityClaim
from graph.parts import MENTION_COLUMNS, VALIDITY_COLUMNS
from graph.rows import mention_of, pages_text, validity_values
from graph.sqlite.citing import bring_up_to_date
from graph.sqlite.held import Held
from graph.sqlite.sums import Sums
from graph.store import Batch, Relink
from graph.summing import Touched
from graph.text_rows import Edge, End, Row, StatementRows, TextRows

_INSERT_SOURCE = """
    INSERT INTO source (sha256, path, file, format, size, text, read_at, extractor, document, pages)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (sha256) DO UPDATE SET path = excluded.path, file = excluded.file, text = excluded.text,
        read_at = excluded.read_at, extractor = excluded.extractor, document = excluded.document,
        pages = excluded.pages, retracted_at = NULL
"""
_INSERT_MENTION = "INSERT INTO mention VALUES (?" + ", ?" * 25 + ", NULL)"
_RESOLVE_MENTION = """
    UPDATE mention SET state = ?, document = ?, reason = ?, confidence = ?, resolver = ?, candidates = ?,
        differs = NULL WHERE id = ?
"""
# A statement that was retracted earlier speaks again.
_INSERT_STATEMENT = """
    INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
    ON CONFLICT (id) DO UPDATE SET cue = excluded.cue, extractor = excluded.extractor, confidence = excluded.confidence,
        mention = excluded.mention, pinpoint = excluded.pinpoint, retracted_at = NULL
"""
_INSERT_VALIDITY = (
    f"INSERT INTO validity ({', '.join(VALIDITY_COLUMNS)}) "  # noqa: S608 - the columns of a part
    f"VALUES ({', '.join(f':{name}' for name in VALIDITY_COLUMNS)})"
)
_PUT_TASK = "INSERT OR REPLACE INTO task VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_STATE, _CITING, _CITING_DATE = map(MENTION_COLUMNS.index, ("state", "citing", "citing_date"))
_LIVE = "SELECT 1 FROM statement WHERE id = value AND retracted_at IS NULL"
_OF_TEXT = "id >= substr(?1, 1, 12) AND id < substr(?1, 1, 12) || 'g' AND source = ?1"  # as ids begin with the text's
_LIVE_STATEMENTS = "SELECT id, subject, type, object, qualifier FROM statement WHERE retracted_at IS NULL AND "


class BatchWriter:
    """Writes one batch through ``connection``, inside a transaction that the caller opened, as of the time ``now``.

    What the facts touch is noted and summed up at the end, see :class:`graph.sqlite.sums.Sums`.
    """

    def __init__(self, connection: sqlite3.Connection, now: str, held: Held) -> None:
        self._db = connection
        self._now = now
        self._held = held
        self._unheard = False  # whether the text was never in the store
        self._only_adds = False  # whether nothing that was said earlier is taken back
        self._touched = Touched()
        self._counts: Counter[Edge] = Counter()
        self._doubtful: set[Edge] = set()
        self._ends: set[End] = set()
        # Of each document that a mention of a text that stays no longer resolves to, the text of the mention.
        self._tellers: dict[str, str] = {}

    def write(self, batch: Batch) -> None:
        """Write all of ``batch``; raises ValueError for an unknown end of an edge, UsageError for an unknown type."""
        if batch.retract is not None:
            self._retract(batch.retract)
        self._check_texts(batch)
        self._only_adds = batch.retract is None and not batch.relinks
        rows = batch.rows or text_rows(
            batch.document, batch.cited, batch.bodies, batch.places, batch.mentions, batch.statements
        )
        self._places(rows.places)
        if batch.source is None or self._is_new(batch.source, batch.document):
            self._descriptions(batch.source.sha256 if batch.source else "", rows)
            self._mentions(rows)
            self._statements(rows.told, unheard=self._unheard)
            if batch.source is not None:
                self._validity(batch.source.sha256, batch.validity)
        for relink in batch.relinks:
            self._relink(relink)
        self._drop_provisional()
        sums = Sums(self._db, self._now, self._held)
        sums.bring_up_to_date(self._touched, self._counts, self._doubtful, self._ends)
        bring_up_to_date(self._db, self._touched)

    def validity(self, origin: str, rows: Sequence[tuple[str, Validity]]) -> None:
        """Replace what ``origin`` says of the validity of documents; ``rows`` pair a document key with a validity."""
        self._validity(origin, [ValidityClaim(key, validity) for key, validity in rows])

    def _validity(self, origin: str, claims: Iterable[ValidityClaim]) -> None:
        self._db.execute("DELETE FROM validity WHERE origin = ?", (origin,))
        self._add_validity(origin, claims)

    def _add_validity(self, origin: str, claims: Iterable[ValidityClaim]) -> None:
        self._db.executemany(_INSERT_VALIDITY, [validity_values(claim, origin) for claim in claims])

    def _check_texts(self, batch: Batch) -> None:
        named = {m.source for m in batch.mentions} | {s.evidence.source for s in batch.statements}
        named |= {s.evidence.source for relink in batch.relinks for s in relink.statements}
        others = sorted(named - {batch.source.sha256 if batch.source else None})
        if unknown := set(others) - self._among(others, "SELECT 1 FROM source WHERE sha256 = value"):
            raise ValueError(f"the store has no text {', '.join(sorted(unknown))}")

    def _is_new(self, source: SourceText, document: Document | None) -> bool:
        """Write a text that is not live; of one that was never there no fact is there either."""
        (known, live) = self._db.execute(
            "SELECT count(*), count(*) FILTER (WHERE retracted_at IS NULL) FROM source WHERE sha256 = ?",
            (source.sha256,),
        ).fetchone()
        if live:
            return False
        self._unheard = not known
        self._db.execute(
            _INSERT_SOURCE,
            (
                source.sha256, source.path, PurePath(source.path).name, source.format, source.size, source.text,
                source.read_at, source.extractor, document.key if document else None, pages_text(source.pages),
            ),
        )  # fmt: skip
        return True

    def _retract(self, sha256: str) -> None:
        db, touched = self._db, self._touched
        self._retract_statements(db.execute(f"{_LIVE_STATEMENTS} {_OF_TEXT}", (sha256,)).fetchall())
        for mention in self._read_mentions("SELECT * FROM mention WHERE source = ?", sha256):
            self._count(mention, -1)
            touched.citing[mention.citing] = None
            if mention.resolution.document:
                touched.orphans.add(mention.resolution.document)
        db.execute("DELETE FROM mention WHERE source = ?", (sha256,))
        said = db.execute("SELECT node, header, attributes FROM description WHERE source = ?", (sha256,))
        for node, header, text in said.fetchall():
            touched.described_as(node, {} if header else json.loads(text), -1)
        db.execute("DELETE FROM description WHERE source = ?", (sha256,))
        db.execute("DELETE FROM validity WHERE origin = ?", (sha256,))
        db.execute("UPDATE source SET retracted_at = ? WHERE sha256 = ? AND retracted_at IS NULL", (self._now, sha256))

    def _places(self, places: Sequence[Row]) -> None:
        known, new = self._held.places, []
        known.look_up([str(row[0]) for row in places])
        for row in places:
            if known.get(str(row[0])) != row:
                new.append(row)
                known.put(str(row[0]), row)
        self._db.executemany("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?)", new)

    def _descriptions(self, origin: str, rows: TextRows) -> None:
        touched = self._touched
        said_before = "SELECT node, attributes FROM description WHERE source = ?"
        there = set() if self._unheard else set(self._db.execute(said_before, (origin,)))
        held = self._held
        held.bodies.look_up([key for key, _ in rows.bodies])
        new: list[Row] = [
            (origin, key, 0, text) for key, text in (*rows.cited, *rows.bodies) if (key, text) not in there
        ]
        for saying in rows.cited:
            touched.documents.add(saying[0])
            if saying not in there:
                touched.described_as(saying[0], said_in(saying[1]), +1)
        for saying in rows.bodies:
            if saying in there or (self._only_adds and held.say_again(saying)):
                continue
            touched.bodies.add(saying[0])
            touched.described_as(saying[0], said_in(saying[1]), +1)
        if rows.header is not None:
            key, text = rows.header
            touched.documents.add(key)
            if rows.header not in there:
                new.append((origin, key, 1, text))
                touched.described_as(key, {}, +1)
        self._db.executemany("INSERT INTO description VALUES (?, ?, ?, ?)", new)

    def _mentions(self, rows: TextRows) -> None:
        ids = () if self._unheard else [str(row[0]) for row in rows.mentions]
        there = self._among(ids, "SELECT 1 FROM mention WHERE id = value")
        new = [row for row in rows.mentions if row[0] not in there] if there else rows.mentions
        touched = self._touched
        for row in new:
            touched.citing.setdefault(str(row[_CITING]), str(row[_CITING_DATE]))
            if row[_STATE] == ResolutionState.RESOLVED:  # of others nothing is kept that could differ
                touched.written[str(row[0])] = dict(zip(MENTION_COLUMNS, (*row, None), strict=True))
        claims = claim_counts(map(mention_of_row, new)) if there else rows.claims
        for key, by in claims:
            touched.documents.add(key[0])
            touched.mentioned[key] += by
        self._db.executemany(_INSERT_MENTION, new)

    def _among(self, values: Sequence[str], known: str) -> set[str]:
        """Those of ``values`` for which ``known`` finds a row, asked for all together."""
        if not values:
            return set()
        asked = f"SELECT value FROM json_each(?) WHERE EXISTS ({known})"  # noqa: S608 - a constant
        return {value for (value,) in self._db.execute(asked, (json.dumps(values),))}

    def _count(self, mention: Mention, by: int) -> None:
        if mention.resolution.document is not None:
            self._touched.mentioned_as(mention.resolution.document, mention_claims(mention), by)

    def _statements(self, told: StatementRows, *, unheard: bool = False) -> None:
        live = self._among(() if unheard else [str(row[0]) for row in told.statements], _LIVE)
        self._counts.update(dict(told.edges))
        if live:
            again = ([str(value) for value in row[:5]] for row in told.statements if row[0] in live)
            self._counts.subtract((subject, kind, object_, qualifier) for _, subject, kind, object_, qualifier in again)
        self._ends.update(told.ends)
        self._db.executemany(_INSERT_STATEMENT, told.statements)
        self._db.executemany(_PUT_TASK, told.tasks)

    def _retract_statements(self, rows: Iterable[tuple[str, str, str, str, str]]) -> None:
        retracted = [*rows]
        self._db.executemany(
            "UPDATE statement SET retracted_at = ? WHERE id = ?", [(self._now, row[0]) for row in retracted]
        )
        edges = [row[1:] for row in retracted]
        self._counts.subtract(edges)
        self._doubtful.update(edges)
        self._touched.edges.update(edges)

    def _relink(self, relink: Relink) -> None:
        one = "SELECT * FROM mention WHERE id = ?"
        for mention in self._read_mentions(one, relink.mention):
            self._count(mention, -1)
            earlier = mention.resolution.document
            if earlier is not None and earlier != relink.resolution.document:
                self._touched.orphans.add(earlier)
                self._tellers[earlier] = mention.source
        self._db.execute(_RESOLVE_MENTION, (*resolution_values(relink.resolution), relink.mention))
        for mention in self._read_mentions(one, relink.mention):
            self._count(mention, +1)
            self._touched.resolved_anew(mention)
            self._db.execute("DELETE FROM validity WHERE mention = ?", (mention.id,))
            self._add_validity(mention.source, relink.validity)
        kept = {statement.id for statement in relink.statements}
        rows = self._db.execute(f"{_LIVE_STATEMENTS} mention = ?", (relink.mention,)).fetchall()
        self._retract_statements(row for row in rows if row[0] not in kept)
        self._statements(statement_rows(relink.statements))

    def _read_mentions(self, query: str, value: str) -> list[Mention]:
        return list(map(mention_of, self._dicts(query, value)))

    def _dicts(self, query: str, value: str) -> list[dict[str, Any]]:
        cursor = self._db.execute(query, (value,))
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def _drop_provisional(self) -> None:
        """A provisional document lives as long as a mention resolves to it; the statements about it go with it.

        Only the text of that mention speaks of it, for each such document is of one text alone; when it is the text
        that goes, so did all that it said.
        """
        for key in sorted(self._tellers):
            gone = self._db.execute(
                """SELECT 1 FROM document d WHERE d.key = ? AND d.provisional = 1
                   AND NOT EXISTS (SELECT 1 FROM mention m WHERE m.document = d.key)""",
                (key,),
            ).fetchone()
            if gone:
                told = (self._tellers[key], key)
                said_of_it = f"{_LIVE_STATEMENTS} {_OF_TEXT} AND (subject = ?2 OR object = ?2)"
                self._retract_statements(self._db.execute(said_of_it, told).fetchall())
                said = self._db.execute("SELECT attributes FROM description WHERE source = ? AND node = ?", told)
                for (text,) in said.fetchall():
                    self._touched.described_as(key, json.loads(text), -1)
                self._db.execute("DELETE FROM description WHERE source = ? AND node = ?", told)
