"""What holds for every reference table, and how reading refuses what is wrong."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from datetime import date
from typing import Any

import pytest

from data.tables import (
    TABLES,
    Assembly,
    Place,
    Table,
    assemblies,
    body_codes,
    central_bodies,
    congresses,
    document_types,
    edge_types,
    known_laws,
    legacy_letters,
    level_words,
    local_bodies,
    main,
    party_acts,
    phrases,
    place_changes,
    places,
    read_text,
    rimes,
)
from data.typed_csv import canonical_text, parse_rows

LOADERS = (
    document_types,
    body_codes,
    central_bodies,
    local_bodies,
    congresses,
    assemblies,
    known_laws,
    party_acts,
    places,
    place_changes,
    level_words,
    edge_types,
    legacy_letters,
    rimes,
    phrases,
)
GOOD = "code,ordinal,roman,year_from,year_to,source\nQH14,14,XIV,2016,2021,list of terms\n"


def rows(table: Table) -> tuple[Any, ...]:
    return parse_rows(read_text(table.file), table.row, table.file)


@pytest.fixture(params=TABLES, ids=lambda table: table.file)
def table(request: pytest.FixtureRequest) -> Table:
    chosen: Table = request.param
    return chosen


def test_every_row_has_a_source(table: Table) -> None:
    found = rows(table)
    assert found
    assert [row for row in found if not row.source] == []


def test_a_key_names_one_row(table: Table) -> None:
    keys = Counter(tuple(getattr(row, column) for column in table.key) for row in rows(table))
    assert [key for key, count in keys.items() if count > 1] == []


def test_a_table_is_in_canonical_order_or_python_m_data_tables_rewrite_puts_it_there(table: Table) -> None:
    text = read_text(table.file)
    assert text == canonical_text(text, table.key)


def test_text_is_composed_unicode(table: Table) -> None:
    text = read_text(table.file)
    assert text == unicodedata.normalize("NFC", text)


def test_an_interval_of_validity_does_not_end_before_it_begins(table: Table) -> None:
    wrong = [
        row
        for row in rows(table)
        if (getattr(row, "valid_from", None) or date.min) > (getattr(row, "valid_to", None) or date.max)
    ]
    assert wrong == []


def test_each_table_has_a_loader_that_reads_it_once() -> None:
    assert len(LOADERS) == len(TABLES)
    for loader, table in zip(LOADERS, TABLES, strict=True):
        assert loader() == rows(table)
        assert loader() is loader()


def test_a_table_of_the_right_form_is_read_into_typed_rows() -> None:
    assert parse_rows(GOOD, Assembly, "a.csv") == (
        Assembly(code="QH14", ordinal=14, roman="XIV", year_from=2016, year_to=2021, source="list of terms"),
    )


@pytest.mark.parametrize(
    ("text", "row", "message"),
    [
        pytest.param("code\n", Assembly, "a.csv:1: the columns must be code,ordinal", id="other columns"),
        pytest.param("", Assembly, "a.csv:1: the columns must be", id="an empty file"),
        pytest.param(GOOD + "QH15,15\n", Assembly, "a.csv:3: 6 cells expected, 2 found", id="too few cells"),
        pytest.param(GOOD + "QH15,x,XV,2021,2026,s\n", Assembly, "a.csv:3: column ordinal", id="no number"),
        pytest.param(GOOD + "QH15,15,XV,2021,2026,\n", Assembly, "a.csv:3: column source: the cell is", id="no source"),
        pytest.param(GOOD + "QH15,15, XV,2021,2026,s\n", Assembly, "a.csv:3: column roman: ' XV' has", id="spaces"),
        pytest.param(
            "id,code,name,kind,level,parent,valid_from,valid_to,source\na,01,A,bang,province,,,,s\n",
            Place,
            "a.csv:2: column kind: 'bang' is none of",
            id="a word outside the vocabulary",
        ),
        pytest.param(
            "id,code,name,kind,level,parent,valid_from,valid_to,source\na,01,A,xã,ward,,2025-13-01,,s\n",
            Place,
            "a.csv:2: column valid_from",
            id="no day",
        ),
    ],
)
def test_a_slip_is_refused_with_file_and_line(text: str, row: type[Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        parse_rows(text, row, "a.csv")


def test_canonical_order_is_by_key_then_by_the_whole_row() -> None:
    assert canonical_text("k,v\nb,1\na,2\na,1\n", ("k",)) == "k,v\na,1\na,2\nb,1\n"


def test_the_check_of_the_tables_passes() -> None:
    assert main([]) == 0
