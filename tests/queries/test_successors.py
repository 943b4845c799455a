"""What is suggested to look at instead of a document that ended: what took over from it, never what only ended it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.model import HowKnown, Validity
from graph.store import Store
from queries.audit import audit
from queries.successors import successor
from tests.papers import Cite, Paper, plan

CIRCULAR, ENDER = "norm:tt:2015:4:bo-noi-vu", "norm:tt:2020:9:bo-noi-vu"
LIST = "st:qd:2020:90:bo-noi-vu"
TODAY = date(2026, 1, 1)
BY_TEXT = Validity(
    ended=date(2020, 3, 1),
    ended_by="09/2020/TT-BNV",
    how_known=HowKnown.TEXT,
    act="REPEALS",
    actor=ENDER,
    source="Thông tư số 4/2015/TT-BNV hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
)
BY_TABLE = Validity(
    ended=date(2020, 3, 1), ended_by="09/2020/TT-BNV", how_known=HowKnown.REFERENCE, source="09/2020/TT-BNV Điều 12"
)
NEW_RULE = "Quy định mã số ngạch công chức"


@pytest.mark.parametrize(
    ("validity", "title", "suggested"),
    [
        pytest.param(BY_TEXT, NEW_RULE, True, id="ended by a new rule"),
        pytest.param(
            replace(BY_TEXT, act="REPLACES", source="Thông tư này thay thế Thông tư số 4/2015/TT-BNV."), None, True,
            id="replaced",
        ),
        pytest.param(
            replace(BY_TEXT, act="REPLACES", source="Thay thế Thông tư số 4/2015/TT-BNV, bãi bỏ Thông tư số 5."), None,
            True, id="replaced in a sentence that repeals others",
        ),
        pytest.param(replace(BY_TEXT, source="Bãi bỏ Thông tư số 4/2015/TT-BNV."), NEW_RULE, False, id="repealed"),
        pytest.param(BY_TEXT, "Bãi bỏ một số văn bản quy phạm pháp luật", False, id="ended by what only repeals"),
        pytest.param(BY_TEXT, "Về việc hủy bỏ các quy định về lệ phí", False, id="ended by what only annuls"),
        pytest.param(
            replace(BY_TEXT, actor=LIST, ended_by="90/QĐ-BNV"), "Công bố danh mục văn bản hết hiệu lực", False,
            id="listed among what ended",
        ),
        pytest.param(replace(BY_TEXT, actor=LIST, ended_by="90/QĐ-BNV"), None, False, id="ended by no normative law"),
        pytest.param(replace(BY_TEXT, actor=CIRCULAR, ended_by="4/2015/TT-BNV"), NEW_RULE, False, id="by itself"),
        pytest.param(BY_TABLE, None, True, id="a table names a closing article"),
        pytest.param(replace(BY_TABLE, source="09/2020/TT-BNV Điều 1 (nguyên văn)"), None, False, id="a first article"),
        pytest.param(replace(BY_TABLE, source="trang của Bộ"), None, True, id="a table names a page"),
        pytest.param(replace(BY_TABLE, ended_by="90/QĐ-BNV", source="trang của Bộ"), None, False, id="a table, a list"),
        pytest.param(replace(BY_TABLE, ended_by=None), None, False, id="nobody is named"),
    ],
)  # fmt: skip
def test_what_only_ends_a_document_is_no_successor(validity: Validity, title: str | None, *, suggested: bool) -> None:
    titles = {validity.actor: title} if validity.actor else {}
    assert successor(CIRCULAR, validity, TODAY, titles) == (validity.ended_by if suggested else None)


def test_what_is_no_normative_law_may_be_succeeded_by_its_like() -> None:
    ended = replace(BY_TEXT, act="REPLACES", actor=LIST, ended_by="90/QĐ-BNV", source="Thay thế Quyết định số 7/QĐ-BNV")
    assert successor("st:qd:2019:7:bo-noi-vu", ended, TODAY, {LIST: "Ban hành Quy chế làm việc"}) == "90/QĐ-BNV"


def test_an_audit_knows_the_title_of_what_ended_a_document(store: Store) -> None:
    """A plan of a later year cites what a circular of the store ended; that circular only repeals."""
    store.write_validity("table", "1", [(CIRCULAR, replace(BY_TEXT, scope="whole"))])
    cites = (Cite(CIRCULAR, type="TT", symbol="4/2015/TT-BNV"),)
    store.write(Paper(plan(10), cites, date=date(2021, 5, 4)).batch())
    assert [finding.successor for finding in audit(store, as_of=TODAY).findings] == ["09/2020/TT-BNV"]
    store.write(Paper(ENDER, type="TT", symbol="09/2020/TT-BNV", title="Bãi bỏ một số thông tư").batch())
    assert [finding.successor for finding in audit(store, as_of=TODAY).findings] == [None]
