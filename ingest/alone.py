"""Sentences that stand alone, taken out of their documents: whether they are those of a text that decides.

Such a text amends, replaces, repeals or guides others. Where no head says what kind of document speaks, the sentence
must: by the act that it begins or ends with, or by what it calls itself ("Thông tư này có hiệu lực …; bãi bỏ …").
"""

from __future__ import annotations

import re

from ingest.cue_words import ENDED

_ACT_ALONE = re.compile(
    r"[\s\-+\"(]{0,6}(?:(?:\d{1,3}[a-zđ]?|[a-zđ]{1,2}\d?)\s?[.)]\s{1,3}|Điều\s\d{1,3}[a-zđ]?[.:]\s{1,3}){0,2}"
    r"(?:(?:Nghị quyết|Nghị định|Thông tư|Quyết định)(?: liên tịch)?\s{1,3}(?:về\s{1,3})?(?:việc\s{1,3})?)?"
    r"(?:[^.;:\n]{3,90}\sban hành (?:Luật|Nghị quyết|Nghị định|Thông tư|Quyết định)(?: liên tịch)?\s{1,3})?"
    r"(?:(?:nay )?ban hành [^.;:\n]{3,120}?\s(?=thay thế |thay cho |sửa đổi))?"
    r"(?:trong (?:khi|thời gian|lúc) chờ[^.;:\n]{3,90}, )?(?:nay |từ nay )?"
    r"(?:sửa đổi|sửa lại|bổ sung|bổ khuyết|thay thế|bãi bỏ|(?:bỏ|thay|sửa) (?:các )?(?:cụm )?từ|hủy bỏ"
    r"|(?:tạm (?:thời )?)?đình chỉ|(?:tạm )?ngưng hiệu lực"
    r"|(?:công bố )?hết hiệu lực|điều chỉnh(?=(?:,? (?:và )?(?:sửa đổi|bổ sung)){0,2} "
    r"(?:một số|nội dung|các|điểm|khoản|điều|mục|quyết|nghị|thông))"
    r"|đính chính|(?:để )?(?:hướng dẫn|quy định chi tiết)|hợp nhất|chấm dứt hiệu lực"
    r"|bỏ(?= (?:điểm|khoản|điều|mục|chương|phụ lục) ))"
    r"[\s,]",
    re.IGNORECASE,
)
_ENDS_ALONE = re.compile(
    rf"(?:{ENDED}(?:,? (?:kể )?từ (?:ngày|khi) [^.;:\n]{{4,80}})?"
    r"|(?<!đã )(?:được|bị) (?:sửa đổi|sửa lại|bổ sung|thay thế|bãi bỏ|hủy bỏ)(?:[^.;:()\n]{0,40} như sau)?"
    r"|(?:nay|đều|cùng) (?:bãi|hủy) bỏ|(?<!được )(?<!bị )(?:sửa (?:đổi|lại)|bổ (?:sung|khuyết))[^.;:()\n]{0,40} như sau"
    r"|sửa thành)\s{0,2}[.;:]?\s{0,3}$",
    re.IGNORECASE,
)
_SAID_ALONE = re.compile(
    r"(?<!đã )được (?:sửa đổi(?:, bổ sung)?|bổ sung|thay thế|sửa(?: lại)?)\s(?:[^.;:()\n]{0,40}\s)?(?:như sau|thành)"
    r"\s?:?\s{0,3}[\"“‘']",
    re.IGNORECASE,
)
"""What an act puts in place of a provision, quoted behind it: "Điều 5 … được sửa đổi như sau: “Điều 5. …"."""
_HEAD_ALONE = re.compile(
    rf"[\W\d]{{0,6}}(?:Các|Những)\s[^.;:\n]{{3,90}}\s(?:{ENDED}|(?<!đã )(?:được|bị) (?:thay thế|bãi bỏ))"
    r"[^.;:\n]{0,90}:\s",
    re.IGNORECASE,
)
_THIS_ALONE = re.compile(
    r"(?<!\w)(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết(?: liên tịch)?|Nghị định|Quyết định"
    r"|Thông tư(?: liên (?:tịch|bộ|ngành))?) này(?!\w)"
)
"""What only the document itself is called (Luật 64/2025/QH15 Art. 4 lists the types)."""

_ORDERS_ALONE = re.compile(
    r"[\W\d]{0,6}(?:[^.;:\n]{3,200}, )?(?:Liên (?:tịch|bộ|ngành|[Ss]ở)|Bộ|Tổng (?:cục|[Ll]iên đoàn)|Ngân hàng|Thanh tra"
    r"|Tòa án|Viện|Ủy ban|Ban|Bảo hiểm) "
    r"[^.;:\n]{3,160}?\s(?:hướng dẫn|quy định chi tiết)\s[^;:\n]{3,400}\s(?:như sau|sau đây)\s{0,2}[:.]?\s{0,3}$"
)
"""How a circular opens: "Bộ Nội vụ hướng dẫn thực hiện Nghị định số … như sau:"."""

_AT_ALONE = re.compile(
    r"[\W\d]{0,6}(?:[a-zđ]\) )?Tại (?:các )?(?:điểm|khoản|Điều|Mục|Phụ lục|tiết) [^;:\n]{5,300}?"
    r"\s(?:bỏ|thay|thay thế|sửa đổi|sửa|bổ sung) (?:các )?(?:cụm )?(?:từ|chữ)\s"
)
"""An act on words behind their place: "Tại khoản 3 Điều 7 của A bỏ cụm từ "B"."."""

_LINE_ENDS = re.compile(r"[.;:!?/]\s{0,3}\n|\n\s*\n")
_LONGEST_END = 200
_LONGEST_SAID = 600


def acts_alone(text: str) -> bool:
    """A lone sentence without a head that begins or ends with an act is one of a text that decides.

    So are "Bãi bỏ Thông tư số …" and "Thông tư số … hết hiệu lực kể từ ngày Thông tư này có hiệu lực.", and every
    sentence in which a law, a decree or a circular calls itself by its type. It may be broken into lines anywhere but
    where a sentence ends.
    """
    said = _SAID_ALONE.search(text, 0, _LONGEST_SAID)
    if said is not None and _LINE_ENDS.search(text.lstrip(), 0, said.start()) is None:
        return True
    if _LINE_ENDS.search(text.strip()) is not None:
        return False
    if any(p.match(text) for p in (_ACT_ALONE, _HEAD_ALONE, _ORDERS_ALONE, _AT_ALONE)) or _THIS_ALONE.search(text):
        return True
    return _ENDS_ALONE.search(text, max(0, len(text) - _LONGEST_END)) is not None
