// Keys: what must not stand twice. Each statement ends with a semicolon and is run in a transaction of its own.
CREATE CONSTRAINT document_key IF NOT EXISTS FOR (n:Document) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT body_key IF NOT EXISTS FOR (n:Body) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT place_id IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_sha256 IF NOT EXISTS FOR (n:Source) REQUIRE n.sha256 IS UNIQUE;
CREATE CONSTRAINT mention_id IF NOT EXISTS FOR (n:Mention) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT description_id IF NOT EXISTS FOR (n:Description) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT reference_origin IF NOT EXISTS FOR (n:Reference) REQUIRE n.origin IS UNIQUE;
CREATE CONSTRAINT schema_name IF NOT EXISTS FOR (n:Schema) REQUIRE n.name IS UNIQUE;

// Nodes that nothing names any more, kept as the ends of closed edges.
CREATE CONSTRAINT gone_document_key IF NOT EXISTS FOR (n:GoneDocument) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT gone_body_key IF NOT EXISTS FOR (n:GoneBody) REQUIRE n.key IS UNIQUE;

// Look-ups.
CREATE INDEX document_group IF NOT EXISTS FOR (n:Document) ON (n.grp);
CREATE INDEX document_symbol IF NOT EXISTS FOR (n:Document) ON (n.symbol_words);
CREATE INDEX document_title IF NOT EXISTS FOR (n:Document) ON (n.title_words);
CREATE INDEX document_date IF NOT EXISTS FOR (n:Document) ON (n.date);
CREATE INDEX document_body IF NOT EXISTS FOR (n:Document) ON (n.body);
CREATE INDEX source_path IF NOT EXISTS FOR (n:Source) ON (n.path);
CREATE INDEX source_file IF NOT EXISTS FOR (n:Source) ON (n.file);
CREATE INDEX source_document IF NOT EXISTS FOR (n:Source) ON (n.document);
CREATE INDEX mention_source IF NOT EXISTS FOR (n:Mention) ON (n.source);
CREATE INDEX mention_citing IF NOT EXISTS FOR (n:Mention) ON (n.citing);
CREATE INDEX mention_document IF NOT EXISTS FOR (n:Mention) ON (n.document);
CREATE INDEX mention_group IF NOT EXISTS FOR (n:Mention) ON (n.grp);
CREATE INDEX mention_state IF NOT EXISTS FOR (n:Mention) ON (n.state);
CREATE INDEX statement_triple IF NOT EXISTS FOR (n:Statement) ON (n.subject, n.type, n.object);
CREATE INDEX statement_subject IF NOT EXISTS FOR (n:Statement) ON (n.subject);
CREATE INDEX statement_object IF NOT EXISTS FOR (n:Statement) ON (n.object);
CREATE INDEX statement_type IF NOT EXISTS FOR (n:Statement) ON (n.type);
CREATE INDEX statement_source IF NOT EXISTS FOR (n:Statement) ON (n.source);
CREATE INDEX statement_mention IF NOT EXISTS FOR (n:Statement) ON (n.mention);
CREATE INDEX description_node IF NOT EXISTS FOR (n:Description) ON (n.node);
CREATE INDEX description_header IF NOT EXISTS FOR (n:Description) ON (n.node, n.header);
CREATE INDEX description_source IF NOT EXISTS FOR (n:Description) ON (n.source);
CREATE INDEX claim_node IF NOT EXISTS FOR (n:Claim) ON (n.node);
CREATE INDEX validity_document IF NOT EXISTS FOR (n:Validity) ON (n.document);
CREATE INDEX validity_origin IF NOT EXISTS FOR (n:Validity) ON (n.origin);

// All that a search can hit, folded; words are already lower case without diacritics.
CREATE FULLTEXT INDEX document_search IF NOT EXISTS FOR (n:Document) ON EACH [n.words]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace' } };
