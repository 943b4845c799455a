"""An audit of the documents of a place, of a body with its subordinates, of a level, of some dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from graph.errors import UsageError
from graph.model import Body, HowKnown, Level, Regime, Validity
from graph.store import Store
from queries.audit import audit
from queries.scope import Among
from tests.papers import Cite, Paper, plan

DECREE = "norm:nd:2015:4:chinh-phu"
TODAY = date(2026, 1, 1)
CITE = Cite(DECREE, type="NĐ", symbol="4/2015/NĐ-CP")

CITY = Body("ubnd.hai-phong", "Ủy ban nhân dân thành phố Hải Phòng", "ubnd", Level.PROVINCE, "hai-phong")
DISTRICT = Body("ubnd.hai-phong.kien-an", "UBND quận Kiến An", "ubnd", Level.DISTRICT, "hai-phong.kien-an")
WARD = Body("ubnd.hai-phong.kien-an.lam-ha", "UBND phường Lãm Hà", "ubnd", Level.WARD, "hai-phong.kien-an.lam-ha")
OFFICE = Body("so-noi-vu.hai-phong", "Sở Nội vụ thành phố Hải Phòng", "so-noi-vu", Level.PROVINCE, "hai-phong")
PARTY = Body("tu.hai-phong", "Thành ủy Hải Phòng", "tu", Level.PROVINCE, "hai-phong", regime=Regime.PARTY)
QUARTER = Body(
    "qu.hai-phong.kien-an", "Quận ủy Kiến An", "qu", Level.DISTRICT, "hai-phong.kien-an", regime=Regime.PARTY
)
NEW_CITY = Body("ubnd.hai-phong-2025", "UBND thành phố Hải Phòng", "ubnd", Level.PROVINCE, "hai-phong-2025")
ELSEWHERE = Body("ubnd.ha-giang", "Ủy ban nhân dân tỉnh Hà Giang", "ubnd", Level.PROVINCE, "ha-giang")
BODIES = (CITY, DISTRICT, WARD, OFFICE, PARTY, QUARTER, NEW_CITY, ELSEWHERE)
DAYS = {body.key: date(2024, month, 1) for month, body in enumerate(BODIES, 1)} | {NEW_CITY.key: date(2025, 9, 1)}


@pytest.fixture
def offices(store: Store) -> Store:
    """A text of each body that cites a decree which ended in 2023."""
    ended = Validity(ended=date(2023, 7, 1), scope="whole", how_known=HowKnown.REFERENCE)
    store.write_validity("table", "1", [(DECREE, ended)])
    for body in BODIES:
        key = f"{body.regime.value}:kh:2024:10:{body.key}"
        paper = Paper(key, (CITE,), symbol="10/KH", date=DAYS[body.key], level=body.level, bodies=(body,))
        store.write(paper.batch())
    return store


def of(store: Store, among: Among) -> set[str]:
    found = audit(store, among=among, as_of=TODAY)
    assert {finding.kind for finding in found.findings} <= {"ended"}
    assert found.documents == found.citations == len(found.findings)
    return {finding.citing.key.split(":")[-1] for finding in found.findings}


def keys(bodies: Sequence[Body]) -> set[str]:
    return {body.key for body in bodies}


@pytest.mark.parametrize(
    ("among", "bodies"),
    [
        pytest.param(Among(place="quận Kiến An"), (DISTRICT, WARD, QUARTER), id="a place with what lies in it"),
        pytest.param(Among(place="hai-phong.kien-an"), (DISTRICT, WARD, QUARTER), id="by its id"),
        pytest.param(
            Among(place="Hải Phòng"), (CITY, DISTRICT, WARD, OFFICE, PARTY, QUARTER, NEW_CITY),
            id="a province before and after the day on which it grew",
        ),
        pytest.param(
            Among(body="UBND thành phố Hải Phòng", until=date(2025, 6, 30)), (CITY, DISTRICT, WARD, OFFICE),
            id="a committee with the offices and committees below it",
        ),
        pytest.param(Among(body="tu.hai-phong"), (PARTY, QUARTER), id="a committee of the Party with those below it"),
        pytest.param(Among(body=OFFICE.key), (OFFICE,), id="an office without the others of its place"),
        pytest.param(Among(level="ward"), (WARD,), id="a level"),
        pytest.param(Among(level="ward", place="Hà Giang"), (), id="conditions hold together"),
        pytest.param(Among(since=date(2024, 3, 1), until=date(2024, 4, 1)), (WARD, OFFICE), id="dates, both included"),
    ],
)  # fmt: skip
def test_an_audit_may_be_of_some_bodies_places_and_dates(offices: Store, among: Among, bodies: Sequence[Body]) -> None:
    assert of(offices, among) == keys(bodies)


@pytest.mark.parametrize(
    ("among", "said"),
    [
        (Among(place="Atlantis"), "Không có địa bàn nào tên là “Atlantis”"),
        (Among(place="tỉnh Atlantis"), "Hãy kiểm tra tên\\.$"),
        (Among(place="Tân Tiến"), "có thể là nhiều địa bàn"),
        (Among(body="Hội những người yêu hoa"), "Không nhận ra cơ quan"),
        (Among(body="UBND tỉnh Atlantis"), "Không nhận ra cơ quan “UBND tỉnh Atlantis”"),
        (Among(level="village"), "Không có cấp “village”"),
        (Among(since=date(2024, 5, 2), until=date(2024, 5, 1)), "Không có ngày nào từ 02/05/2024 đến 01/05/2024"),
    ],
)
def test_a_place_or_body_that_nobody_knows_is_refused(offices: Store, among: Among, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        audit(offices, among=among, as_of=TODAY)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("tỉnh Tuyên Quang", "Từ 01/07/2025 tỉnh Tuyên Quang gồm cả tỉnh Hà Giang (ha-giang)."),
        ("ha-giang", "Từ 01/07/2025 tỉnh Hà Giang thuộc về tỉnh Tuyên Quang (tuyen-quang-2025)."),
        ("TP.HCM", "Từ 01/07/2025 thành phố Hồ Chí Minh gồm cả tỉnh Bà Rịa - Vũng Tàu (ba-ria-vung-tau),"),
    ],
)
def test_an_audit_of_a_place_tells_what_went_into_it_and_what_it_went_into(
    offices: Store, place: str, said: str
) -> None:
    (note,) = audit(offices, among=Among(place=place), as_of=TODAY).notes
    assert note.message.startswith(said)
    assert "mã trong ngoặc" in note.message


@pytest.mark.parametrize("place", ["hai-phong.kien-an", "TP. Hà Nội", None])
def test_of_a_place_that_stayed_as_it_was_nothing_is_told(offices: Store, place: str | None) -> None:
    assert audit(offices, among=Among(place=place), as_of=TODAY).notes == []


def test_what_was_issued_after_the_day_of_the_audit_is_left_out_and_counted(offices: Store) -> None:
    found = audit(offices, as_of=date(2024, 2, 15))
    assert {finding.citing.key.split(":")[-1] for finding in found.findings} == keys((CITY, DISTRICT))
    assert (found.documents, found.later, found.first) == (2, len(BODIES) - 2, date(2024, 1, 1))
    nothing = audit(offices, as_of=date(1990, 1, 1))
    assert (nothing.findings, nothing.documents, nothing.later) == ([], 0, len(BODIES))


def test_findings_may_be_chosen_by_their_severity(store: Store) -> None:
    rows = [(DECREE, Validity(ended=date(2023, 7, 1), scope="whole", how_known=HowKnown.REFERENCE))]
    store.write_validity("table", "1", rows)
    for number, day in ((1, date(2024, 1, 1)), (2, date(2022, 1, 1))):
        store.write(Paper(plan(number), (CITE,), date=day).batch())
    for severity, kind in (("high", "ended"), ("info", "ended_since")):
        found = audit(store, severities=[severity], as_of=TODAY)
        assert [finding.kind for finding in found.findings] == [kind]
        assert found.page is not None
        assert (found.page.total, found.counts) == (1, {"ended": 1, "ended_since": 1})
    with pytest.raises(UsageError, match="Không có mức độ"):
        audit(store, severities=["worst"])
