"""A gate changes nothing but the time: wherever its pattern matches, one of its words stands."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from random import Random
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ingest
from bench.perturb import PERTURBATIONS
from ingest.gates import Gated, Near
from ingest.normalise import normalise
from tests.ingest.odd_texts import PAPERS

_ALIKE = re.compile("[ıİſK]")


_T = TypeVar("_T")


def _all(kind: type[_T]) -> dict[str, _T]:
    modules = (import_module(f"ingest.{found.name}") for found in pkgutil.iter_modules(ingest.__path__))
    return {
        f"{module.__name__}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, kind)
    }


_SHORT_RUNS = re.compile(r"\{([0-3]),\d{2,3}\}")
"""Repetitions whose longest runs would take long to draw, and hold no other words than short ones."""

_GATES = _all(Gated)
_NEAR = _all(Near)


@pytest.mark.parametrize("gate", _GATES.values(), ids=_GATES)
@settings(max_examples=12, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_what_a_pattern_can_match_opens_its_gate(gate: Gated, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(_SHORT_RUNS.sub(r"{\1,3}", gate.pattern.pattern), gate.pattern.flags)))
    if gate.pattern.search(text) and not _ALIKE.search(text):
        assert gate.opens(text)


@pytest.mark.parametrize("damage", [None, *PERTURBATIONS])
def test_what_a_pattern_finds_in_papers_it_finds_behind_its_gate(damage: str | None) -> None:
    for path in PAPERS[::4]:
        text = path.read_text(encoding="utf-8")
        if damage is not None:
            text = PERTURBATIONS[damage](text, Random(path.name))  # noqa: S311 - changes, not secrets
        text = normalise(text).text
        for start in range(0, len(text), 97):
            piece = text[start : start + 60]
            for name, gate in _GATES.items():
                assert gate.opens(piece) or gate.pattern.search(piece) is None, (name, piece)


@pytest.mark.parametrize("near", _NEAR.values(), ids=_NEAR)
@settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_what_a_pattern_can_match_has_its_place_near_by(near: Near, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(near.pattern))
    assert [m.span() for m in near.finditer(text)] == [m.span() for m in near.pattern.finditer(text)]


@pytest.mark.parametrize("damage", [None, *PERTURBATIONS])
def test_what_a_pattern_finds_in_papers_it_finds_near_its_places(damage: str | None) -> None:
    for path in PAPERS:
        text = path.read_text(encoding="utf-8")
        if damage is not None:
            text = PERTURBATIONS[damage](text, Random(path.name))  # noqa: S311 - changes, not secrets
        text = normalise(text).text
        for name, near in _NEAR.items():
            found = [match.span() for match in near.finditer(text)]
            assert found == [match.span() for match in near.pattern.finditer(text)], name
