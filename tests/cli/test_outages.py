"""What a command says while a server that went away is tried again."""

from __future__ import annotations

import logging

import pytest

from cli.main import main
from tests.cli.conftest import Corpus


def test_that_a_write_is_tried_again_is_said_once(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The words are those of the driver; tests/faults look that it still logs them."""

    def tried_again(*_: object, **__: object) -> None:
        for pause in (1.1, 1.4):
            logging.getLogger("neo4j.session").warning("Transaction failed and will be retried in %ss (%s)", pause, "")
        raise KeyboardInterrupt

    monkeypatch.setattr("queries.stats.stats", tried_again)
    main(["stats", "--store", corpus.store])
    assert capsys.readouterr().err.count("Neo4j không trả lời. Đang thử lại") == 1
