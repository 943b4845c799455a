// The ingested documents that fulfil the conditions, with their dates. In a place is what lies below it too; subordinate to
// the body $body, which sits at $below, are the bodies below it of its regime $regime or else of its kind $kind.
MATCH (d:Document {ingested: 1})
WHERE ($all OR d.key IN $docs)
  AND ($level IS NULL OR d.level = $level)
  AND ($since IS NULL OR d.date >= $since)
  AND ($until IS NULL OR d.date <= $until)
OPTIONAL MATCH (b:Body {key: d.body})
WITH d, b
WHERE ($anywhere OR any(place IN $places WHERE (coalesce(d.place, b.place) + '.') STARTS WITH (place + '.')))
  AND ($body IS NULL OR d.body = $body OR b.parent = $body
       OR (b.place + '.') STARTS WITH ($below + '.')
          AND CASE WHEN $regime IS NULL THEN b.kind = $kind ELSE b.regime = $regime END)
RETURN d.key AS key, d.date AS date
ORDER BY key
