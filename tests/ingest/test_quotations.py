"""What stands between quotation marks, as amending texts quote the wording that they put into another document."""

from __future__ import annotations

from ingest.normalise import normalise
from ingest.quotations import quoted_spans


def _quoted(text: str) -> list[str]:
    return [text[low:high] for low, high in quoted_spans(normalise(text))]


def test_a_quotation_begins_with_its_first_mark_and_ends_with_the_next_that_closes() -> None:
    assert _quoted("thay cụm từ “xã “A” và B” bằng “phường C”;") == ["“xã “A", "“phường C"]


def test_a_mark_that_closes_nothing_is_none() -> None:
    assert _quoted("cụm từ A” bằng “B”, “C") == ["“B"]


def test_a_mark_that_was_never_closed_is_given_up_where_another_stands_far_behind_it() -> None:
    assert _quoted(f"“A {'b ' * 40_000}“C” và D”") == ["“C"]
