"""What a graph is made of, part by part, as it is carried from one store to another: row by row, with its history.

Columns have the names that both stores use; see :mod:`graph.store`. The order of the parts is one in which they can be
written: what others refer to comes first.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of row: its name (the table), its Neo4j label, the columns that identify it, and all columns.

    ``kind`` is the column by which its rows are counted apart. ``at_once`` is how many are carried in a transaction.
    """

    name: str
    label: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    kind: str | None = None
    at_once: int = field(default=5000, compare=False)


def _columns(names: str) -> tuple[str, ...]:
    return tuple(names.split())


DOCUMENT_COLUMNS = _columns(
    "key grp regime type label number symbol title issuer body level place date ingested source signer provisional "
    "symbol_words title_words words"
)
TASK_COLUMNS = _columns(
    "task_text task_assignee task_words task_roles task_deadlines task_due task_recurrence task_part "
    "task_event_deadlines task_reports"
)
MENTION_COLUMNS = _columns(
    "id citing source start stop quote type symbol number date issuer body name title relation embedded pinpoint grp "
    "state document reason confidence resolver candidates citing_date cites differs"
)

VALIDITY_COLUMNS = _columns(
    "document origin in_force_from ended scope ended_by how_known source certainty mention act changed actor "
    "provisions kept start stop checked resumed law"
)

PLACE = Part("place", "Place", ("id",), _columns("id name kind level parent valid_from valid_to"))
BODY = Part("body", "Body", ("key",), _columns("key name kind level place parent regime words"))
DOCUMENT = Part("document", "Document", ("key",), DOCUMENT_COLUMNS, kind="label")
SOURCE = Part(
    "source",
    "Source",
    ("sha256",),
    _columns("sha256 path file format size text read_at extractor document retracted_at pages"),
    kind="format",
    at_once=50,
)
DESCRIPTION = Part(
    "description", "Description", ("source", "node", "attributes"), _columns("source node header attributes")
)
CLAIM = Part("claim", "Claim", ("node", "field", "value"), _columns("node field value mentions descriptions"))
MENTION = Part("mention", "Mention", ("id",), MENTION_COLUMNS, kind="state")
STATEMENT = Part(
    "statement",
    "Statement",
    ("id",),
    (
        *_columns("id subject type object qualifier source start stop quote cue extractor confidence mention pinpoint"),
        "retracted_at",
        *TASK_COLUMNS,
    ),
    kind="type",
)
EDGE = Part(
    "edge",
    "",
    ("subject", "type", "object", "qualifier"),
    _columns("subject type object qualifier statements opened_at closed_at"),
    kind="type",
)
VALIDITY = Part(
    "validity",
    "Validity",
    ("origin",),
    VALIDITY_COLUMNS,
    kind="how_known",
)
REFERENCE = Part("reference", "Reference", ("origin",), _columns("origin checksum"))
SET_ASIDE = Part(
    "set_aside", "SetAside", ("path",), _columns("path sha256 kind reason reader state since"), kind="state"
)

PARTS = (PLACE, BODY, DOCUMENT, SOURCE, DESCRIPTION, CLAIM, MENTION, STATEMENT, EDGE, VALIDITY, REFERENCE, SET_ASIDE)
"""All parts. Rows of ``validity`` have no identity of their own: those of one origin stand and go together."""

UNFINISHED = "copy"
"""The origin in ``reference`` under which a store keeps how far a copy into it has come, until it is complete."""
