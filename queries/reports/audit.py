"""The findings of an audit as a report: a sheet for each kind, the most severe first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from queries.messages import Language, written
from queries.reports.table import Cell, Line, Report, Sheet
from queries.reports.words import CERTAINTY, FINDINGS, HOW_KNOWN, SEVERITIES, SHORT_FINDINGS, how_to_link
from queries.results import AuditResult, EvidenceInfo, Finding, FindingVoice
from queries.unnamed import name_of

_TITLE: Mapping[Language, str] = {"vi": "Rà soát hiệu lực văn bản được dẫn", "en": "Validity of cited documents"}
_TOTALS: Mapping[Language, str] = {
    "vi": "Tính đến {day}: {citations} chỗ dẫn trong {documents} văn bản, {findings} phát hiện.",
    "en": "As of {day}: {citations} citations in {documents} documents, {findings} findings.",
}
_LATER: Mapping[Language, str] = {
    "vi": "Không xét {later} văn bản ban hành sau ngày ấy.",
    "en": "{later} documents issued after that day are left out.",
}
_FIRST: Mapping[Language, str] = {"vi": "Phát hiện", "en": "Finding"}
_HEADINGS: Mapping[Language, Sequence[str]] = {
    "vi": (
        "Mức độ", "Văn bản dẫn", "Cơ quan ban hành", "Ngày", "Văn bản được dẫn", "Câu dẫn",
        "Ngày hết hiệu lực, sửa đổi", "Bởi", "Nguồn", "Biết từ đâu", "Mức chắc chắn", "Phần còn áp dụng", "Ghi chú",
        "Văn bản thay thế", "Nội dung", "Các nơi ghi khác nhau",
    ),
    "en": (
        "Severity", "Citing document", "Its issuer", "Its date", "Cited document", "Sentence", "Ended or amended on",
        "By", "Source", "How known", "Certainty", "Still applies", "Notes", "Look at instead", "In words",
        "Who says what",
    ),
}  # fmt: skip
_FURTHER: Mapping[Language, str] = {"vi": "Nguồn {number}", "en": "Source {number}"}
"""A cell of a workbook leads to one address: those after the first of a source get columns of their own."""

_ADDRESS = re.compile(r"https?://[^\s;,()]+(?<![.])")


def audit_report(result: AuditResult, language: Language, explorer: str | None = None) -> Report:
    """A sheet for each kind of finding; with the address of an ``explorer`` each sentence leads to its place there."""
    day = Cell(result.as_of).text(language)
    said = _TOTALS[language].format(
        day=day, citations=result.citations, documents=result.documents, findings=len(result.findings)
    )
    kinds = dict.fromkeys(finding.kind for finding in result.findings)
    most = max((len(_addresses(finding)) for finding in result.findings), default=0)
    return Report(
        language=language,
        title=_TITLE[language],
        summary=[
            said,
            *([_LATER[language].format(later=result.later)] if result.later else []),
            *how_to_link(language, explorer),
        ],
        first=_FIRST[language],
        headings=(*_HEADINGS[language], *(_FURTHER[language].format(number=number) for number in range(2, most + 1))),
        linked=explorer is not None,
        sheets=[
            Sheet(
                name=SHORT_FINDINGS[language][kind],
                title=FINDINGS[language][kind],
                rows=tuple(_line(found, language, explorer, most) for found in result.findings if found.kind == kind),
            )
            for kind in kinds
        ],
    )


def document_link(explorer: str | None, key: str, **more: str) -> str | None:
    """Where the explorer at this address shows a document, ``None`` without an explorer."""
    return f"{explorer.rstrip('/')}/?{urlencode({'doc': key, **more})}" if explorer else None


def _addresses(finding: Finding) -> Sequence[str]:
    """Where the source of a finding can be read, each address once."""
    return tuple(dict.fromkeys(_ADDRESS.findall(finding.source or "")))


def _line(finding: Finding, language: Language, explorer: str | None, most: int) -> Line:
    """The cells of a finding, with columns for the addresses of ``most`` sources."""
    evidence, addresses = finding.evidence, _addresses(finding)
    further = [*addresses[1:], *(None for _ in range(max(len(addresses), 1), most))]
    return Line(
        (
            Cell(SEVERITIES[language][finding.severity]),
            Cell(name_of(finding.citing, language), document_link(explorer, finding.citing.key)),
            Cell(finding.citing.issuer),
            Cell(finding.date),
            Cell(
                name_of(finding.cited, language),
                document_link(explorer, finding.cited.key) if finding.cited.key else None,
            ),
            Cell(_sentence(evidence, language), _place(explorer, evidence)),
            Cell(finding.ended or finding.changed),
            Cell(finding.ended_by),
            Cell(finding.source, addresses[0] if addresses else None),
            Cell(HOW_KNOWN[language].get(finding.how_known or "", "")),
            Cell(CERTAINTY[language].get(finding.certainty or "", finding.certainty)),
            Cell(finding.kept),
            Cell("; ".join(finding.notes)),
            Cell(finding.successor),
            Cell(finding.message if language == "vi" else finding.message_en),
            Cell("; ".join(_voice(voice, language) for voice in finding.voices)),
            *(Cell(address, address) for address in further),
        ),
        finding.severity,
    )


def _voice(voice: FindingVoice, language: Language) -> str:
    """What a text says, where, and its sentence."""
    where = voice.evidence.document_symbol or voice.evidence.document
    return f"{written(voice.said, language)} ({where}): “{_sentence(voice.evidence, language)}”"


def _sentence(evidence: EvidenceInfo, language: Language) -> str:
    """The sentence with its page, where the file has pages."""
    sentence = evidence.sentence or evidence.quote
    if evidence.page is None:
        return sentence
    return f"{sentence} ({'tr.' if language == 'vi' else 'p.'} {evidence.page})"


def _place(explorer: str | None, evidence: EvidenceInfo) -> str | None:
    """Where the explorer shows the sentence in its text."""
    place = f"{evidence.document}@{evidence.start}-{evidence.end}"
    return document_link(explorer, evidence.document, at=place)
