"""The store on Neo4j 5.26 over Bolt."""
