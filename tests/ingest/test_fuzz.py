"""Ten thousand mutated texts: none stops the reading, none keeps it longer than its length allows.

``make fuzz`` tries 10,000 and looks at the clock; a run of all tests tries some of them and does not.
"""

from __future__ import annotations

import os
import time

from hypothesis import given
from hypothesis import strategies as st

from ingest.parse import parse
from tests.ingest.odd_texts import check, damaged, mutated, pieces, references

TIMED = os.environ.get("CANCU_FUZZ") == "1"
SECONDS_A_CHARACTER = 1 / 100_000
GRACE = 0.05
"""Seconds that any reading may take: a short text cannot be timed more exactly."""

TRIES = 15
LONG = 20_000

sources = st.one_of(mutated(damaged()), mutated(references()), mutated(pieces), st.text(max_size=300))


def repeated(text: str, times: int) -> str:
    return text * min(times, LONG // max(1, len(text)) + 1)


texts = st.builds(repeated, sources, st.sampled_from([1, 1, 1, 2, 5, 50, 500]))


def seconds(text: str) -> float:
    """Processor seconds of one reading: the best of some, of which the first that is quick enough will do."""
    best = float("inf")
    for _ in range(TRIES):
        start = time.process_time()
        parse(text)
        best = min(best, time.process_time() - start)
        if best <= limit(text):
            break
    return best


def limit(text: str) -> float:
    return GRACE + SECONDS_A_CHARACTER * len(text.encode(errors="replace"))


@given(texts)
def test_a_mutated_text_is_read_with_spans_that_hold_and_in_time(text: str) -> None:
    check(text, parse(text))
    if TIMED:
        assert seconds(text) <= limit(text)
