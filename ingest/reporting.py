"""To whom a task is reported, and through whom: "gửi về UBND tỉnh (qua Sở Nội vụ)" (domain reference §7.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import ReportRoute
from ingest.assignees import split_units
from ingest.predicates import predicate_after
from ingest.unit_names import Style, head_at

_S = r"\s{1,3}"
_DOCUMENT = (
    r"(?:Kế hoạch|Đề án|Dự án|Chương trình|Chiến lược|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Kết luận|Thông tư"
    r"|Luật|Đợt|Phong trào)(?!\w)"
)
"""What is reported on has a capital too and is no receiver: "báo cáo kết quả thực hiện Kế hoạch này về Bộ …"."""

_NO_NOUN = "".join(f"(?<!{word} t)" for word in ("hương", "quy", "quá", "tờ", "công", "lộ"))
"""Before "trình": "chương trình", "quy trình" and the like bring nothing before anybody."""

_POINTER = re.compile(
    rf"(?:\s(?:(?:tại|theo|của|nêu|quy{_S}định|ban{_S}hành|kèm{_S}theo)\s){{1,4}}"
    rf"(?:(?i:Phụ{_S}lục|Biểu|Mẫu|Mục|Điều|khoản)(?:{_S}số)?{_S}[\dIVXA-Z][\d.A-Z]{{0,5}}(?!\w)"
    rf"|{_DOCUMENT}(?:{_S}này|(?:{_S}số)?{_S}\d[^\s,;()]{{2,30}}(?:,?{_S}ngày{_S}\d[\d/.-]{{5,9}})?))){{1,3}}"
    rf"(?={_S}(?:về|đến|tới){_S}(?!việc{_S})[A-ZĐỦ])"
)
"""Where it stands what is reported on: "tại Phụ lục II kèm theo Quyết định số 12/QĐ-UBND về UBND tỉnh"."""

_SENDING = re.compile(
    rf"[gnbtpcđ](?<!\w.)(?:(?<=g)ửi|(?<=n)ộp|(?<=b)áo{_S}cáo|(?<=t){_NO_NOUN}rình|(?<=p)hản{_S}ánh|(?<=c)huyển|(?<=đ)ăng{_S}ký)(?!\w)"
    rf"(?P<what>(?:{_S}(?!(?:về|đến|tới|cho)\s)[^\s,;:.()]{{1,15}}){{0,9}}?)"
    rf"(?:{_S}(?:về|đến|tới|cho))?{_S}(?:đồng{_S}chí{_S})?(?!{_DOCUMENT})(?=[A-ZĐỦ]|cấp{_S}có{_S}thẩm{_S}quyền)"
)
_NAME_END = re.compile(
    r"[,;:.()\"]|\s(?:trước|để|theo|về|trong|vào|chậm|muộn|định kỳ|h[àằ]ng (?:năm|quý|tháng|tuần|ngày)|tổng hợp|xem xét"
    r"|kết quả|tình hình|danh sách|khi|tại|qua|thông qua|kịp thời|đúng|bằng|từ|sau|và (?=[a-zđ])|những|nội dung"
    r"|phê duyệt|cho ý kiến|ban hành|ngày|tháng|số|đã|được|sẽ|phải|tổ chức|phát triển|nhằm|ở|kể|như|kèm"
    r"|các(?! (?:xã|phường|sở|bộ|ban)(?!\w))|kế hoạch|dự (?:thảo|án|kiến|toán)|đề án|phương án|hồ sơ|chương trình"
    r"|chủ trương|ý kiến)(?!\w)"
)
_ABOVE_ALL = re.compile(
    rf"(?:Thủ{_S}tướng|Quốc{_S}hội|Bộ{_S}Chính{_S}trị|Ban{_S}Bí{_S}thư|Trung{_S}ương|cấp{_S}có{_S}thẩm{_S}quyền)(?!\w)"
)
"""Who receives and is given no task."""

_THROUGH = re.compile(
    rf"\s{{0,3}}(?:\(\s?(?:thông{_S})?qua{_S}(?P<enclosed>[^()]{{3,160}})\)|,?{_S}(?:thông{_S})?qua{_S}(?P<open>[A-ZĐ]))"
)
_THROUGH_LATER = re.compile(rf"[^.;()]{{0,160}}?\(\s?(?:thông{_S})?qua{_S}(?P<enclosed>[^()]{{3,160}})\)")
_REMARK_END = re.compile(
    r"\s(?:để|trước|tổng hợp|chậm nhất)(?:\s.*)?$|[,;:.]\s(?:địa chỉ|email|thư|điện thoại|để).*$", re.IGNORECASE
)
_NEXT = re.compile(r", (?:[A-ZĐỦ]|các\s)")
_LIST_END = re.compile(
    r"\s?(?:$|[.;()])|\s(?:trước|để|theo|trong|vào|chậm|muộn|định kỳ|h[àằ]ng|khi|kèm|qua|thông qua)(?!\w)"
)
"""What stands behind the last of several receivers; a verb there would be what that one does."""

_AND_AT_END = re.compile(r"\s(?:và|hoặc|cùng)\s*$")
_LONGEST = 120
_MARKS = " ,;:.*\"'-"


def read_reports(text: str) -> tuple[ReportRoute, ...]:
    """Read the routes by which what a task brings about goes up, in text order, each once.

    >>> read_reports("Báo cáo kết quả về UBND tỉnh (qua Sở Nội vụ) trước ngày 15/12")
    (ReportRoute(to='UBND tỉnh', through='Sở Nội vụ'),)
    """
    flat = _POINTER.sub("", " ".join(text.split()))
    return tuple(dict.fromkeys(_routes(flat)))


def _routes(text: str) -> Iterator[ReportRoute]:
    position = 0
    lowered = text[:1].lower() + text[1:]
    while match := _SENDING.search(lowered, position):
        position = match.start() + 1
        start = match.end()
        if head_at(text, start, Style.AFTER_VERB) is None and _ABOVE_ALL.match(text, start) is None:
            continue
        end = _end_of_list(text, start)
        names = [unit.of(text).strip(_MARKS) for unit in split_units(text, start, end)]
        through = _through(text, end) if any(names) else None
        for name in filter(None, names):
            position = end
            yield ReportRoute(name, through)


def _end_of_list(text: str, start: int) -> int:
    """Where the receivers end: "báo cáo UBND tỉnh, Bộ Nội vụ trước ngày …", not "báo cáo UBND tỉnh, Sở Nội vụ lo …"."""
    end = following = _end_of_name(text, start)
    while _NEXT.match(text, following) and head_at(text, following + 2, Style.AFTER_VERB) is not None:
        following = _end_of_name(text, following + 2)
        if _LIST_END.match(text, following):
            return following
    return end


def _end_of_name(text: str, start: int) -> int:
    limit = min(len(text), start + _LONGEST)
    stop = _NAME_END.search(text, start, limit)
    limit = stop.start() if stop else limit
    verb = predicate_after(text, start, limit)
    end = limit if verb.sure is None else verb.sure
    return start + len(_AND_AT_END.sub("", text[start:end]))


def _through(text: str, end: int) -> str | None:
    near = _THROUGH.match(text, end)
    if near is not None and near["open"]:
        start = near.start("open")
        return text[start : _end_of_name(text, start)].strip(_MARKS) or None
    found = near or _THROUGH_LATER.match(text, end)
    return _REMARK_END.sub("", found["enclosed"]).strip(_MARKS) or None if found else None
