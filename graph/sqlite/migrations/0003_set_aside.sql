-- Files that an ingest could not use, or that it was told to pass over, until they are fixed or forgotten.

CREATE TABLE set_aside (
    path   TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,                    -- of the bytes that were refused, empty when there were none to be had
    kind   TEXT NOT NULL,                    -- unreadable, timeout, memory, crash …
    reason TEXT NOT NULL,                    -- what is wrong and what to do
    reader TEXT NOT NULL,                    -- version of the program that refused it
    state  TEXT NOT NULL,                    -- waiting, ignored
    since  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
