-- The graph. Spans are half-open character offsets (start, stop) into source.text; dates are ISO days; lists are JSON text.

CREATE TABLE source (
    sha256       TEXT PRIMARY KEY,
    path         TEXT NOT NULL,
    file         TEXT NOT NULL,              -- last part of path
    format       TEXT NOT NULL,
    size         INTEGER NOT NULL,           -- bytes
    text         TEXT NOT NULL,
    read_at      TEXT NOT NULL,
    extractor    TEXT NOT NULL,
    document     TEXT,                       -- key of the document that this file is
    retracted_at TEXT                        -- when a newer file took its place
) STRICT;
CREATE INDEX source_by_path ON source (path) WHERE retracted_at IS NULL;
CREATE INDEX source_by_file ON source (file) WHERE retracted_at IS NULL;
CREATE INDEX source_by_document ON source (document) WHERE retracted_at IS NULL;

CREATE TABLE place (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL,
    level      TEXT NOT NULL,
    parent     TEXT,
    valid_from TEXT,
    valid_to   TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE body (
    key    TEXT PRIMARY KEY,
    name   TEXT NOT NULL,
    kind   TEXT NOT NULL,
    level  TEXT,
    place  TEXT,
    parent TEXT,
    regime TEXT NOT NULL,
    words  TEXT NOT NULL                     -- folded name
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
    id           INTEGER PRIMARY KEY,
    key          TEXT NOT NULL UNIQUE,
    grp          TEXT NOT NULL,              -- key without its period
    regime       TEXT NOT NULL,
    type         TEXT NOT NULL,
    label        TEXT NOT NULL,
    number       TEXT,
    symbol       TEXT,
    title        TEXT,
    issuer       TEXT,
    body         TEXT,
    level        TEXT,
    place        TEXT,
    date         TEXT,
    ingested     INTEGER NOT NULL CHECK (ingested IN (0, 1)),
    source       TEXT,
    signer       TEXT,
    provisional  INTEGER NOT NULL CHECK (provisional IN (0, 1)),
    symbol_words TEXT NOT NULL,              -- folded symbol, see graph.text.symbol_words
    title_words  TEXT NOT NULL,              -- folded title
    words        TEXT NOT NULL               -- all that a search can hit, folded
) STRICT;
CREATE INDEX document_by_group ON document (grp);
CREATE INDEX document_by_symbol ON document (symbol_words);
CREATE INDEX document_by_title ON document (title_words);
CREATE INDEX document_by_date ON document (date DESC, key);
CREATE INDEX document_by_body ON document (body);

CREATE VIRTUAL TABLE document_search USING fts5 (
    words, content = 'document', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3'
);
CREATE TRIGGER document_search_insert AFTER INSERT ON document BEGIN
    INSERT INTO document_search (rowid, words) VALUES (new.id, new.words);
END;
CREATE TRIGGER document_search_delete AFTER DELETE ON document BEGIN
    INSERT INTO document_search (document_search, rowid, words) VALUES ('delete', old.id, old.words);
END;
CREATE TRIGGER document_search_update AFTER UPDATE OF words ON document WHEN old.words <> new.words BEGIN
    INSERT INTO document_search (document_search, rowid, words) VALUES ('delete', old.id, old.words);
    INSERT INTO document_search (rowid, words) VALUES (new.id, new.words);
END;

-- What a text says of a document (its own header, or one that it cites) or of a body, as a JSON object.
CREATE TABLE description (
    source     TEXT NOT NULL,                -- sha256, empty when no text speaks
    node       TEXT NOT NULL,
    header     INTEGER NOT NULL CHECK (header IN (0, 1)),
    attributes TEXT NOT NULL,
    PRIMARY KEY (source, node, attributes)
) STRICT, WITHOUT ROWID;
CREATE INDEX description_by_node ON description (node, header);

-- How many live mentions and descriptions give a field of a document or body a value.
CREATE TABLE claim (
    node         TEXT NOT NULL,
    field        TEXT NOT NULL,
    value        TEXT NOT NULL,
    mentions     INTEGER NOT NULL,
    descriptions INTEGER NOT NULL,
    PRIMARY KEY (node, field, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
    id         TEXT PRIMARY KEY,
    citing     TEXT NOT NULL,
    source     TEXT NOT NULL REFERENCES source (sha256),
    start      INTEGER NOT NULL,
    stop       INTEGER NOT NULL,
    quote      TEXT NOT NULL,
    type       TEXT NOT NULL,
    symbol     TEXT,
    number     TEXT,
    date       TEXT,
    issuer     TEXT,
    body       TEXT,
    name       TEXT,
    title      TEXT,
    relation   TEXT NOT NULL,
    embedded   INTEGER NOT NULL CHECK (embedded IN (0, 1)),
    pinpoint   TEXT,
    grp        TEXT,                         -- group that it waits in
    state      TEXT NOT NULL,
    document   TEXT REFERENCES document (key),
    reason     TEXT NOT NULL,
    confidence REAL NOT NULL,
    resolver   TEXT NOT NULL,
    candidates TEXT NOT NULL                 -- JSON list of [key, score]
) STRICT;
CREATE INDEX mention_by_source ON mention (source, start);
CREATE INDEX mention_by_citing ON mention (citing, start);
CREATE INDEX mention_by_document ON mention (document);
CREATE INDEX mention_waiting ON mention (grp) WHERE date IS NULL;
CREATE INDEX mention_by_state ON mention (state);

CREATE TABLE statement (
    id           TEXT PRIMARY KEY,
    subject      TEXT NOT NULL,
    type         TEXT NOT NULL,
    object       TEXT NOT NULL,
    qualifier    TEXT NOT NULL,
    source       TEXT NOT NULL REFERENCES source (sha256),
    start        INTEGER NOT NULL,
    stop         INTEGER NOT NULL,
    quote        TEXT NOT NULL,
    cue          TEXT,
    extractor    TEXT NOT NULL,
    confidence   REAL NOT NULL,
    mention      TEXT,
    pinpoint     TEXT,
    retracted_at TEXT
) STRICT;
CREATE INDEX statement_by_edge ON statement (subject, type, object, qualifier);
CREATE INDEX statement_by_object ON statement (object) WHERE retracted_at IS NULL;
CREATE INDEX statement_by_source ON statement (source);
CREATE INDEX statement_by_mention ON statement (mention) WHERE mention IS NOT NULL;

-- What an ASSIGNS statement carries besides its evidence.
CREATE TABLE task (
    statement  TEXT PRIMARY KEY REFERENCES statement (id),
    subject    TEXT NOT NULL,
    unit       TEXT NOT NULL,
    text       TEXT NOT NULL,
    assignee   TEXT NOT NULL,
    words      TEXT NOT NULL,                -- folded assignee
    roles      TEXT NOT NULL,
    deadlines  TEXT NOT NULL,
    due        TEXT,                         -- earliest deadline
    recurrence TEXT NOT NULL,
    part       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX task_by_subject ON task (subject);

CREATE TABLE edge (
    subject    TEXT NOT NULL,
    type       TEXT NOT NULL,
    object     TEXT NOT NULL,
    qualifier  TEXT NOT NULL,
    statements INTEGER NOT NULL,             -- live ones
    opened_at  TEXT NOT NULL,
    closed_at  TEXT,                         -- when the last live statement was retracted
    PRIMARY KEY (subject, type, object, qualifier)
) STRICT, WITHOUT ROWID;
CREATE INDEX edge_by_object ON edge (object, type, subject) WHERE closed_at IS NULL;
CREATE INDEX edge_by_type ON edge (type) WHERE closed_at IS NULL;

-- When a document is in force: one row for each voice and end. origin is the sha256 of a text or the name of a table.
CREATE TABLE validity (
    document      TEXT NOT NULL,
    origin        TEXT NOT NULL,
    in_force_from TEXT,
    ended         TEXT,
    scope         TEXT,
    ended_by      TEXT,
    how_known     TEXT NOT NULL,
    source        TEXT,
    certainty     TEXT
) STRICT;
CREATE INDEX validity_by_document ON validity (document);
CREATE INDEX validity_by_origin ON validity (origin);

-- The checksum of each reference table whose rows the store holds.
CREATE TABLE reference (
    origin   TEXT PRIMARY KEY,
    checksum TEXT NOT NULL
) STRICT, WITHOUT ROWID;
