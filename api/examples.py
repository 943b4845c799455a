"""Examples for the API description, built from the result types themselves, so that they cannot drift from them."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel

from graph.model import Level, Resolution, ResolutionState
from ingest.contract import ExtractRecord, extract_record
from ingest.model import Header, ParsedDocument, ParsedMention
from queries.analysis import (
    Conflict,
    ConflictsResult,
    CoverageItem,
    CoverageResult,
    CoverageUnit,
    Ranked,
    RankingResult,
    Treatment,
    Voice,
)
from queries.results import (
    AssignmentInfo,
    AssignmentsResult,
    AuditResult,
    CitedName,
    Dependent,
    DocumentDetail,
    DocumentList,
    DocumentRef,
    EdgeInfo,
    EventDeadlineInfo,
    EvidenceInfo,
    Finding,
    ImpactResult,
    MentionInfo,
    Neighbour,
    NeighboursResult,
    Page,
    RelationCount,
    ReportInfo,
    SearchHit,
    SearchResult,
    StatsResult,
    TextResult,
    TraceNode,
    TraceResult,
    ValidityInfo,
)

TEXT = "Thực hiện Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ, Ủy ban nhân dân phường ban hành kế hoạch."
_PLAN_KEY = "st:kh:2024:10:ubnd.hai-phong.kien-an.lam-ha"
_DECREE_KEY = "norm:nd:2015:4:chinh-phu"
_SOURCE = "9f2c4e" + "0" * 58
_QUOTE = "Nghị định số 04/2015/NĐ-CP"
_START = TEXT.index(_QUOTE)
_END = _START + len(_QUOTE)

_PLAN: dict[str, Any] = {
    "key": _PLAN_KEY,
    "symbol": "10/KH-UBND",
    "type": "KH",
    "type_name": "Kế hoạch",
    "label": "Plan",
    "title": "Thực hiện Quy chế dân chủ ở cơ sở năm 2024",
    "issuer": "Ủy ban nhân dân phường Lãm Hà",
    "level": "ward",
    "date": date(2024, 2, 1),
    "ingested": True,
}
_DECREE: dict[str, Any] = {
    "key": _DECREE_KEY,
    "symbol": "04/2015/NĐ-CP",
    "type": "NĐ",
    "type_name": "Nghị định",
    "label": "Decree",
    "title": None,
    "issuer": "Chính phủ",
    "level": "central",
    "date": date(2015, 1, 9),
    "ingested": False,
    "validity": ValidityInfo(
        status="ended",
        in_force_from=date(2015, 2, 25),
        ended=date(2023, 8, 15),
        scope="whole",
        ended_by="59/2023/NĐ-CP",
        how_known="reference",
        source="59/2023/NĐ-CP, Điều 35",
        certainty="confirmed by the text",
    ),
}
_EVIDENCE = EvidenceInfo(
    document=_PLAN_KEY,
    document_symbol="10/KH-UBND",
    start=_START,
    end=_END,
    quote=_QUOTE,
    sentence=TEXT,
    cue="Thực hiện",
    extractor="cancu-parse/1",
    confidence=0.98,
)
_EDGE = EdgeInfo(
    source=_PLAN_KEY,
    target=_DECREE_KEY,
    type="IMPLEMENTS",
    label="thực hiện",
    reverse_label="được thực hiện bởi",
    evidence=[_EVIDENCE],
)
_COUNT = RelationCount(type="IMPLEMENTS", direction="out", label="thực hiện", count=1)
_MENTION = MentionInfo(
    id="m1",
    start=_START,
    end=_END,
    text=_QUOTE,
    type="NĐ",
    symbol="04/2015/NĐ-CP",
    date=date(2015, 1, 9),
    issuer="Chính phủ",
    name=None,
    relation="IMPLEMENTS",
    embedded=False,
    pinpoint=None,
    state="resolved",
    document_key=_DECREE_KEY,
    reason="số, năm và cơ quan ban hành",
    confidence=0.98,
)

DOCUMENTS = DocumentList(documents=[DocumentRef(**_PLAN), DocumentRef(**_DECREE)], page=Page(total=2))
DOCUMENT = DocumentDetail(
    **_PLAN,
    number="10",
    body="ubnd.hai-phong.kien-an.lam-ha",
    place="hai-phong.kien-an.lam-ha",
    signer="Nguyễn Văn A",
    source=_SOURCE,
    file="ke-hoach-10.txt",
    mentions=[_MENTION],
    counts=[_COUNT],
    recipients=["UBND quận"],
    assignments=1,
    claims={"symbol": {"10/KH-UBND": 1}},
)
DOCUMENT_TEXT = TextResult(key=_PLAN_KEY, source=_SOURCE, text=TEXT, mentions=[_MENTION])
TRACE = TraceResult(
    root=_PLAN_KEY,
    direction="up",
    as_of=date(2024, 12, 31),
    nodes=[TraceNode(**_PLAN, depth=0), TraceNode(**_DECREE, depth=1)],
    edges=[_EDGE],
    gaps=[],
    truncated=False,
)
NEIGHBOURS = NeighboursResult(
    document=DocumentRef(**_PLAN),
    counts=[_COUNT],
    neighbours=[Neighbour(direction="out", document=DocumentRef(**_DECREE), edge=_EDGE)],
    page=Page(total=1),
)
AUDIT = AuditResult(
    as_of=date(2024, 12, 31),
    findings=[
        Finding(
            kind="ended",
            severity="high",
            message="Nghị định 04/2015/NĐ-CP đã hết hiệu lực từ 15/08/2023, trước ngày 01/02/2024 của văn bản dẫn.",
            message_en="Decree 04/2015/NĐ-CP ended on 15 Aug 2023, before the citing document of 1 Feb 2024.",
            citing=CitedName(key=_PLAN_KEY, symbol="10/KH-UBND"),
            cited=CitedName(key=_DECREE_KEY, symbol="04/2015/NĐ-CP"),
            date=date(2024, 2, 1),
            ended=date(2023, 8, 15),
            ended_by="59/2023/NĐ-CP",
            how_known="reference",
            source="59/2023/NĐ-CP, Điều 35",
            evidence=_EVIDENCE,
            successor="59/2023/NĐ-CP",
        )
    ],
    counts={"ended": 1},
    documents=1,
    citations=1,
)
IMPACT = ImpactResult(
    document=DocumentRef(**_DECREE),
    as_of=date(2024, 12, 31),
    counts=[RelationCount(type="IMPLEMENTS", direction="in", label="được thực hiện bởi", count=1)],
    falls=[],
    falls_total=0,
    falls_on=date(2024, 12, 31),
    rule="Văn bản quy định chi tiết, hướng dẫn hết hiệu lực cùng (Luật 80/2015/QH13, Điều 154.4).",
    documents=[Dependent(type="IMPLEMENTS", label="thực hiện", document=DocumentRef(**_PLAN))],
    page=Page(total=1),
)
_UNIT = {"unit": "ubnd.hai-phong.kien-an.lam-ha", "unit_name": "Ủy ban nhân dân phường Lãm Hà"}
_WARD = CoverageUnit(**_UNIT, level="ward", place="hai-phong.kien-an.lam-ha", deadline=date(2024, 3, 15))
COVERAGE = CoverageResult(
    document=DocumentRef(**_DECREE),
    as_of=date(2024, 12, 31),
    expected=[_WARD],
    implemented=[
        CoverageItem(
            **_UNIT,
            document=CitedName(key=_PLAN_KEY, symbol="10/KH-UBND"),
            depth=1,
            deadline=date(2024, 3, 15),
            late=False,
            date=date(2024, 2, 1),
        )
    ],
    missing=[],
    others=0,
    late=0,
)
CONFLICTS = ConflictsResult(
    as_of=date(2024, 12, 31),
    conflicts=[
        Conflict(
            kind="date",
            message="04/2015/NĐ-CP: các văn bản ghi ngày khác nhau: 2015-01-09; 2015-01-19.",
            message_en="04/2015/NĐ-CP is dated 2015-01-09, and elsewhere 2015-01-19.",
            documents=[CitedName(key=_DECREE_KEY, symbol="04/2015/NĐ-CP")],
            voices=[Voice(said="2015-01-19", evidence=_EVIDENCE)],
        )
    ],
    counts={"date": 1},
    page=Page(total=1),
)
RANKING = RankingResult(
    as_of=date(2024, 12, 31),
    ranked=[
        Ranked(
            rank=1,
            document=DocumentRef(**_DECREE),
            score=4,
            texts=1,
            places=1,
            treatment=[Treatment(depth=4, texts=1)],
            reach=1,
        )
    ],
    page=Page(total=1),
)
SEARCH = SearchResult(
    query="dan chu",
    hits=[SearchHit(**_PLAN, score=7.1, snippet="Thực hiện Quy chế [dân] [chủ] ở cơ sở năm 2024")],
    page=Page(total=1),
)
ASSIGNMENTS = AssignmentsResult(
    unit="so-noi-vu",
    as_of=date(2026, 1, 1),
    assignments=[
        AssignmentInfo(
            document=CitedName(key=_PLAN_KEY, symbol="10/KH-UBND"),
            unit="so-noi-vu",
            unit_name="Sở Nội vụ",
            text="Sở Nội vụ chủ trì, báo cáo trước ngày 15/11/2024.",
            roles=["lead", "report"],
            deadlines=[date(2024, 11, 15)],
            event_deadlines=[EventDeadlineInfo(count=10, unit="day", event="ngày nhận được Kế hoạch này", date=None)],
            reports=[ReportInfo(to="UBND tỉnh", through="Sở Nội vụ")],
            part="organisation",
            evidence=_EVIDENCE,
        )
    ],
    page=Page(total=1),
)
STATS = StatsResult(
    nodes={"Document": 2, "IssuingBody": 2, "Unit": 1},
    edges={"IMPLEMENTS": 1, "ASSIGNS": 1},
    mentions={"resolved": 1},
    as_of=date(2026, 1, 1),
    validity={"unknown": 2},
)
EXTRACT: ExtractRecord = extract_record(
    "ke-hoach-10.txt",
    ParsedDocument(
        header=Header(symbol="10/KH-UBND", number="10", type="KH", level=Level.WARD, date=date(2024, 2, 1)),
        mentions=(
            ParsedMention(
                start=_START,
                end=_END,
                text=_QUOTE,
                type="NĐ",
                symbol="04/2015/NĐ-CP",
                number="04",
                date=date(2015, 1, 9),
                issuers=("Chính phủ",),
                relation="IMPLEMENTS",
                cue="Thực hiện",
            ),
        ),
    ),
    (Resolution(ResolutionState.RESOLVED, _DECREE_KEY, "số, năm và cơ quan ban hành", 0.98, "cancu-resolve/1"),),
)


def ok(example: BaseModel) -> dict[int | str, dict[str, Any]]:
    """Describe the successful answer for OpenAPI by an example."""
    return {200: {"content": {"application/json": {"example": example.model_dump(mode="json")}}}}
