// Citations that name a provision, by the cited document: mentions without one are not in this index.
CREATE INDEX mention_pinpointed IF NOT EXISTS FOR (n:Mention) ON (n.document, n.pinpoint);
