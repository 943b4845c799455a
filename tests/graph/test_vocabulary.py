"""The vocabulary of edges is closed."""

from __future__ import annotations

import pytest

from data.tables import edge_types
from graph.errors import UsageError
from graph.vocabulary import edge_type, is_reference, reference_types, type_name


def test_every_edge_of_the_table_is_known_with_its_wording_both_ways() -> None:
    for row in edge_types():
        assert edge_type(row.name) is row
        assert row.label_vi
        assert row.reverse_label_vi


def test_references_are_the_edges_between_documents_the_closest_first() -> None:
    references = reference_types()
    assert set(references) == {row.name for row in edge_types() if row.is_reference}
    assert references[0] == "IMPLEMENTS"
    assert references[-1] == "CITES"
    assert reference_types(["CITES", "IMPLEMENTS"]) == ("IMPLEMENTS", "CITES")
    assert not is_reference("ASSIGNS")


@pytest.mark.parametrize("name", ["LIKES", "implements", ""])
def test_an_unknown_edge_type_is_an_error_that_lists_the_known_ones(name: str) -> None:
    with pytest.raises(UsageError, match="IMPLEMENTS"):
        edge_type(name)


def test_an_edge_that_is_no_reference_cannot_be_followed() -> None:
    with pytest.raises(UsageError, match="ASSIGNS"):
        reference_types(["ASSIGNS"])


def test_a_type_code_has_a_vietnamese_name() -> None:
    assert type_name("KH") == "Kế hoạch"
    assert type_name("XYZ") == "XYZ"
