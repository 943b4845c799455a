-- What is kept beside a mention of the documents at both its ends, see graph/citing.py: an audit of everything reads indexes of
-- this and no document. The wide index of the cited documents goes, for nothing is counted from it any more.
ALTER TABLE mention ADD COLUMN citing_date TEXT NOT NULL DEFAULT '0000-00-00';
ALTER TABLE mention ADD COLUMN cites TEXT;
ALTER TABLE mention ADD COLUMN differs INTEGER;
UPDATE mention SET
    citing_date = coalesce((SELECT date FROM document WHERE key = citing), '0000-00-00'),
    cites = CASE WHEN state = 'resolved' AND NOT EXISTS (
        SELECT 1 FROM mention e
        WHERE e.document = mention.document AND e.citing = mention.citing AND e.state = 'resolved'
          AND (e.embedded, e.start, e.id) < (mention.embedded, mention.start, mention.id)
    ) THEN document END,
    differs = CASE WHEN state = 'resolved' AND EXISTS (
        SELECT 1 FROM document d WHERE d.key = mention.document AND (d.date <> mention.date OR d.symbol <> mention.symbol)
    ) THEN 1 END;
DROP INDEX mention_by_document;
CREATE INDEX mention_by_document ON mention (document);
CREATE INDEX mention_cites ON mention (cites, embedded, citing_date, citing) WHERE cites IS NOT NULL;
CREATE INDEX mention_differs ON mention (document) WHERE differs = 1;
