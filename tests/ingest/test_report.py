"""The closing report of a run."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from ingest.report import IngestReport, SetAside

COUNT = st.integers(0, 1000)


def report(kept: int, unchanged: int, aside: int) -> IngestReport:
    files = [SetAside(file=f"{n}.txt", reason="tệp rỗng") for n in range(aside)]
    return IngestReport(kept=kept, unchanged=unchanged, set_aside=files, documents=0, mentions=0, edges=0)


@given(COUNT, COUNT, st.integers(0, 5))
def test_read_is_the_sum_of_kept_unchanged_and_set_aside(kept: int, unchanged: int, aside: int) -> None:
    assert report(kept, unchanged, aside).read == kept + unchanged + aside


def test_the_json_has_every_field_of_the_contract() -> None:
    data = json.loads(report(1, 2, 1).model_dump_json())
    assert data.keys() >= {"read", "kept", "unchanged", "set_aside", "documents", "mentions", "edges"}
    assert data["read"] == 4
    assert data["set_aside"] == [{"file": "0.txt", "reason": "tệp rỗng", "kind": "unreadable"}]


def test_nothing_was_usable_only_when_every_file_was_set_aside() -> None:
    assert report(0, 0, 2).nothing_usable
    assert not report(0, 0, 0).nothing_usable
    assert not report(0, 1, 1).nothing_usable
