// What a text says of the ends of other documents is found by the mention that names them.
CREATE INDEX validity_mention IF NOT EXISTS FOR (n:Validity) ON (n.mention);
