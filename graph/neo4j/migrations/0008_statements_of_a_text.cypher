// Statements of one text lie together: their ids begin with that of the text.
MATCH (s:Statement) WHERE NOT s.id STARTS WITH substring(s.source, 0, 12)
CALL (s) {
    SET s.id = substring(s.source, 0, 12) + substring(s.id, 0, 20)
} IN TRANSACTIONS OF 10000 ROWS;
