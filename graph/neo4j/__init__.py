"""The store on Neo4j 5.26 over Bolt."""

from graph.neo4j.store import Neo4jStore

__all__ = ["Neo4jStore"]
