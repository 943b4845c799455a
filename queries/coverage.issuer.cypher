// Where the issuer of the document $key sits, and the day of the document.
MATCH (d:Document {key: $key})
OPTIONAL MATCH (b:Body {key: d.body})
RETURN d.key AS key, d.level AS level, coalesce(d.place, b.place) AS place, d.date AS date, d.regime AS regime
