"""A real Neo4j server for the tests: started from its jars, or found by CANCU_TEST_NEO4J or a Docker engine."""
