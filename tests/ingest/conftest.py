"""What tests of reading share."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def scorer(shared: Path) -> ModuleType:
    """The scorer that stands beside the annotated plans."""
    specification = importlib.util.spec_from_file_location("gold_score", shared / "gold" / "score.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module
