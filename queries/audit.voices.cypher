// For each day and each symbol that texts give the documents $keys, the first place that does so and how many places do.
MATCH (m:Mention) USING INDEX m:Mention(document) WHERE m.document IN $keys AND m.state = 'resolved'
UNWIND [['date', m.date], ['symbol', m.symbol]] AS said
WITH m, said WHERE said[1] IS NOT NULL
WITH m, said ORDER BY m.citing, m.start, m.id
WITH m.document AS key, said[0] AS field, said[1] AS value, head(collect(m.id)) AS mention, count(*) AS places
RETURN key, field, value, mention, places
ORDER BY key, field, places DESC, value
