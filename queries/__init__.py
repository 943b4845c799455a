"""The questions, one module each, with their text in SQL and in Cypher."""
