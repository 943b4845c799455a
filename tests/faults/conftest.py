"""What tests of faults share: a server that they may do anything to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.neo4j.pool import Pool
from tests.neo4j.server import Server


@pytest.fixture
def server(neo4j_pool: Pool) -> Iterator[Server]:
    """A running, empty server that a test may stop, kill and start again."""
    found = neo4j_pool.server()
    neo4j_pool.empty_own()
    yield found
    found.start()
