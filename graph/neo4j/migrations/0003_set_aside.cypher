// Files that an ingest could not use, or that it was told to pass over.
CREATE CONSTRAINT set_aside_path IF NOT EXISTS FOR (n:SetAside) REQUIRE n.path IS UNIQUE;
