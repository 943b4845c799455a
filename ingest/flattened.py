"""Where the paragraphs of a paper were run together on one line, as text copied out of a page without its breaks is.

The lines of such a paper are found again by its grammar (NĐ 30/2020 Phụ lục I; HD 36-HD/VPTW): labels that count on
(I. II., 1. 2., a) b), Điều 1. Điều 2.), bullets behind the end of a sentence, one căn cứ a line, "Nơi nhận:", the signs
of authority, and the words with which the body begins behind a title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from ingest.phrases import words_of
from ingest.predicates import begins_with_verb, predicate_after
from ingest.run_together import TYPES
from ingest.unit_names import head_at

SHORTEST = 200
"""A shorter line is no paper, and a section only behind its heading in capitals."""

_U = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EF9, 2)))
_L = "a-zà-ãè-êìíò-õùúýăđĩũơư" + "".join(map(chr, range(0x1EA1, 0x1EFA, 2)))
"""Capital and small letters of Vietnamese, exactly: a range from À to Ỹ holds both."""
_BEHIND_SENTENCE = re.compile(rf"[.;:] (?:[-+] [{_U}]|\d{{1,2}}[.)-] ?[{_U}]|[a-zđ]\) |Căn cứ|Điều \d)")
_HEAD = re.compile(r"ộc lập ?- ?Tự do|CỘNG SẢN VIỆT NAM|CHỦ NGHĨA VIỆT NAM")
_HEAD_REACH, _TITLE_REACH, _LONGEST_TITLE, _HEADING = 1_500, 10, 600, 160
_ENOUGH, _SHORT_SECTION, _LONGEST_LABEL = 2, 80, len("Điều 12. ")

_OFFICE = (
    r"CHỦ (?:TỊCH|NHIỆM)|(?:TỔNG )?GIÁM ĐỐC|BÍ THƯ|CHÁNH (?:VĂN PHÒNG|THANH TRA)|HIỆU TRƯỞNG"
    rf"|(?:BỘ |CỤC |CHI CỤC |VIỆN )?TRƯỞNG(?: [{_U}]{{2,9}}){{0,3}}"
)
_PLACE = re.compile(
    r"\s(?:"
    rf"(?P<roman>[IVX]{{1,5}})\s?[.)/-]\s?(?=[\"{_U}])"
    rf"|(?P<decimal>\d{{1,2}}\.\d{{1,2}})[.)]?\s(?=[\"{_U}])"
    rf"|(?P<arabic>\d{{1,2}})\s?(?:[.)-]|/(?=\s))\s?(?=[\"{_U}])"
    r"|(?P<lower>[a-zđ])\)\s?(?=\S)"
    rf"|(?P<bullet>[-+•])\s(?=[\"{_U}])"
    rf"|(?:Điều|ĐIỀU)\s(?P<article>\d{{1,3}})[.:]\s(?=[\"{_U}])"
    rf"|(?P<part>(?:CHƯƠNG|Chương|PHẦN|Phần)\s(?:[IVX]{{1,5}}|\d{{1,2}}|(?:THỨ|thứ)\s\w+)[.:]?\s(?=[{_U}]{{2}}))"
    r"|(?P<ground>(?:-\s)?(?:Căn cứ|Xét|Theo đề nghị|Thực hiện|Triển khai)\s(?!vào\s))"
    rf"|(?P<always>Nơi nhận\s?:|Kính gửi\s?:|(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\s?[./]?\s?(?=[{_U}]{{2}})|-{{3,}}(?=\s))"
    r"|(?P<closing>Trên đây là\s|Trong quá trình (?:tổ chức |triển khai )?thực hiện"
    r"|(?:Yêu cầu|Đề nghị)\s[^.;]{5,300}\./\."
    r"|(?:Kế hoạch|Chỉ thị|Chương trình|Nghị quyết|Hướng dẫn|Quy chế|Quyết định) này\s)"
    r"|(?P<decides>QUYẾT (?:ĐỊNH|NGHỊ)\s?:)"
    rf"|(?P<annex>PHỤ LỤC\s(?=[IVX\d{_U}]))"
    rf"|(?P<office>(?:Q\. ?|QUYỀN |PHÓ )?(?:{_OFFICE})\s(?=(?:[(\[]?[Đđ]ã ký[)\]]? )?[{_U}][{_L}]{{0,7}}\s[{_U}]))"
    r")"
)
"""What a paragraph may begin with."""

_TOLD = (
    "[Nn]ghị|[Qq]uyết|[Kk]ế h|[Cc]hỉ thị|[Cc]ông (?:văn|điện)|[Kk]ết luận|[Tt]hông|[Cc]hương trình|[Ll]uật|[Hh]ướng dẫn"
    "|[Đđ]ề án|[Qq]uy (?:đ|ch)|[Vv]ăn bản|[Tt]ờ trình|Điều|ý kiến|chủ trương|sự|nhiệm vụ|chức năng|chỉ đạo|báo cáo"
    "|đề nghị|các"
)
_OPENING = re.compile(
    r"\s(?=(?:Thực hiện|Triển khai(?: thực hiện)?|Thi hành|Chấp hành|Tiếp tục thực hiện|Theo)"
    rf"\s(?:{_TOLD})|Căn cứ\s|Thời gian (?:qua|vừa|gần)"
    r"|Trong (?:thời gian|những|các|năm|\d|quý|tháng|bối|giai)|Những (?:năm|tháng)|(?:Ngày|Sáng ngày|Chiều ngày) \d"
    r"|(?:Để|Nhằm) (?:tiếp|thực|triển|kịp|chủ|tăng|bảo|đảm|nâng|phát|đẩy|tổ|cụ|góp|giúp|đáp)"
    r"|Sau (?:khi|\d|một|hơn)|Qua (?:theo|công|kiểm|báo|thời|\d)|Hiện nay|Vừa qua|Xét\s|Trên cơ sở|Phát huy|Hưởng ứng"
    r"|Phúc đáp|Được sự|(?:Ủy ban|UBND|Ban (?:Thường|Chấp|Chỉ|Giám|Cán|cán)|Đảng ủy|(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy|Sở"
    r"|Hội đồng|HĐND)\s[^.;:]{0,80}?\s(?:ban hành|xây dựng|yêu cầu|đề nghị|báo cáo|thông báo|hướng dẫn|nhận được"
    r"|triển khai)\s)"
)
"""The words with which the body of a paper begins."""

_WITHIN = words_of(
    "việc về của do giữa với và cho bởi là các những tại từ để được số theo trong phó đồng chí tịch đến khi"
)
"""Behind one of these a sentence goes on."""
_AUTHORITY = re.compile(
    rf"(?<=[{_L}\d.\"]) (?=(?:CHỦ TỊCH|ỦY BAN NHÂN DÂN|HỘI ĐỒNG|BỘ TRƯỞNG|GIÁM ĐỐC|THỦ TƯỚNG|CHÍNH PHỦ|HIỆU TRƯỞNG"
    rf"|(?:CHI )?CỤC TRƯỞNG|TRƯỞNG BAN|BAN (?:THƯỜNG|CHẤP|BÍ))[ ,-]?[{_U} ,-]{{0,80}}(?: KH[ÓO]A \w+[^.;:]{{0,40}})?"
    r" (?:- )?(?:Căn cứ|điện|gửi))"
)
"""The authority in capitals between title and body."""
_RULE = re.compile(r"\s-{3,}\s{1,3}(?=\S)")
_ADDRESSED = re.compile(r"Kính gửi\s?:")
_TYPE = re.compile(rf"(?<=[\s*])(?:{TYPES})(?=[\s:])")
_NONE: frozenset[str] = frozenset()
_COUNTED = {
    "arabic": words_of(
        "điều khoản mục số điểm quận phường tổ phố thôn ấp khu đội lớp nhóm cấp mức bậc tháng quý kỳ lần thứ đợt đoạn"
        " năm bước mẫu lục biểu bảng chương phần vùng loại hạng khóa tiết tập vụ án dung bản buôn tiểu ngày bài khối"
        " tuyến cụm xã huyện kho bộ hàng dãy nhà cột"
    ),
    "roman": words_of("chương phần mục quý khóa hạng loại cấp nhóm vùng thứ bảng kỳ lục khu"),
    "lower": words_of("điểm tiết khoản"),
}
_COUNTED["decimal"] = _COUNTED["arabic"]
"""Words that a number counts: "quận 3. Các phường …" begins no item."""
_SECTION = re.compile(rf"[IVX]{{1,5}}\s?[.)/-]\s?[{_U}]{{2,}}[^.;:]{{0,{_HEADING}}} 1[.)-]\s?[{_U}]")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_NAME_LIKE = re.compile(
    r"(?:Đầu tư|Đào tạo|Khen thưởng|Quản lý|Thanh tra|Kiểm tra|Kiểm soát|Giám sát|Thông tin|Tư vấn|Giáo dục|Điều hành"
    r"|Điều phối|Tổng hợp|Hợp tác|Quy hoạch|Thiết kế|Bảo vệ|Khai thác|Nghiên cứu|Lưu trữ|Phục vụ|Sản xuất|Kinh doanh"
    r"|Vận động|Vận chuyển|Thi đua|Hỗ trợ|Huấn luyện|Cung ứng|Vệ sinh|Khám|Sửa chữa|Cấp cứu|Tham mưu|Vận hành"
    r"|(?:Xây dựng|Tổ chức|Hướng dẫn|Chỉ đạo|Đăng ký|Tuyên truyền)(?! (?:các|kế|chương|quy|văn|hội|thực|triển|tập"
    rf"|đoàn|kiểm|việc|tuyên|quán|học|phương|nội|cho|đến|trên|về|người))"
    rf"|(?:Quyết định|Kết luận|Thông báo|Báo cáo|Quy định|Hướng dẫn) (?:số|này|của))(?![{_L}])"
)
"""Verbs that name bodies too ("Phòng Tổng hợp", "Sở Văn hóa - Thông tin")."""
_CAPITAL_VERB = re.compile(rf"(?<=[{_L}\d)]) (?=[{_U}][{_L}]+ [{_L}])")
_DASHED_VERB = re.compile(rf"(?<=[{_L}\d)]) (?=- [{_U}][{_L}]+ [{_L}])")
_WITH_OBJECT = re.compile(
    rf"[{_U}][{_L}]+ [{_L}]+ (?!(?:tỉnh|huyện|xã|phường|thành|quận|thị|cơ|và|của|khu|vùng|chủ|phối)(?!\w))[{_L}]"
)
_IN_CAPITALS = re.compile(rf"[{_U}]{{2,}}(?:[ ,;-]+[{_U}\d]+){{0,24}} (?=[{_U}][{_L}]+ [{_L}])")
_SIGNED = re.compile(
    rf"(?=(?:TM|KT|TL|TUQ|T/M|K/T|T/L)[./ ]|(?:Q\. ?|QUYỀN |PHÓ )?(?:{_OFFICE})\s)[{_U}./ ,-]{{4,160}}?[{_U}]\.? "
    rf"(?P<signed>[(\[]?[Đđ]ã ký[)\]]? )?(?P<name>(?:[YHKM] )?[{_U}])(?=[{_L}])"
)
_LABEL = re.compile(rf"(?:[IVX]{{1,5}}|\d{{1,2}}(?:\.\d{{1,2}})?|[a-zđ])\s?[.)/-]\s?(?=[{_U}])")
_PLACE_AND_DAY = re.compile(rf"(?<=năm \d{{4}}) (?=[{_U}]{{2}})")


def is_run_together(row: str, *, at_head: bool) -> bool:
    """Tell whether a line may be several paragraphs that were run together."""
    if len(row) < SHORTEST:
        return len(row) > _SHORT_SECTION and row[0] in "IVX" and _SECTION.match(row) is not None
    return _BEHIND_SENTENCE.search(row) is not None or (at_head and _HEAD.search(row, 0, _HEAD_REACH) is not None)


def paragraphs_of(row: str, *, at_head: bool) -> list[tuple[int, int]]:
    """Bounds of the paragraphs in a line; one for a line that is one.

    >>> row = "III. TỔ CHỨC THỰC HIỆN 1. Sở Y tế - Chủ trì tiêm chủng. - Báo cáo kết quả. 2. Sở Tài chính bố trí vốn."
    >>> [row[low:high].strip() for low, high in paragraphs_of(row, at_head=False)][:3]
    ['III. TỔ CHỨC THỰC HIỆN', '1. Sở Y tế', '- Chủ trì tiêm chủng.']
    """
    reader = _Reader(row, at_head=at_head and _HEAD.search(row, 0, _HEAD_REACH) is not None)
    cuts = reader.cuts()
    if not reader.headed and reader.evidence < _ENOUGH:
        return [(0, len(row))]
    bounds = [0, *sorted(set(cuts)), len(row)]
    inner = (cut for low, high in pairwise(bounds) for cut in _within(row, low, high))
    return [*pairwise(sorted({*bounds, *inner}))]


class _Place(NamedTuple):
    """What stands before the words at ``at``: the end of a sentence, a noun that a number counts, or a heading."""

    at: int
    ended: bool
    counted: bool
    heading: bool


class _Reader:
    """Reads a line from left to right and keeps what was counted so far."""

    def __init__(self, row: str, *, at_head: bool) -> None:
        self.row = row
        self.headed = at_head
        self.evidence = 0
        self._roman = self._article = self._arabic = 0
        self._decimal = (0, 0)
        self._letter = -1
        self._last = 0
        self._listed = False
        self._labels: dict[str, Callable[[re.Match[str], _Place], bool]] = {
            "roman": self._roman_begins,
            "article": self._article_begins,
            "arabic": self._arabic_begins,
            "decimal": self._decimal_begins,
            "lower": self._lower_begins,
        }

    def cuts(self) -> list[int]:
        """Offsets at which a paragraph begins."""
        body = self._head() if self.headed else []
        found = body.copy()
        start = max(body, default=0)
        self._last = start
        # The label of the line itself counts too, so that "2." follows a line that begins with "1.".
        row = self.row if start else f" {self.row}"
        shift = 0 if start else 1
        for match in _PLACE.finditer(row, max(0, start - 1)):
            at = match.start() + 1 - shift
            if (at == 0 or at >= start) and self._begins(match, at) and at > start:
                found.append(at)
                self._last = at
        return found

    def _head(self) -> list[int]:
        """Where the type, the title's end and the authority under it stand in the line of a head."""
        found = [match.end() for match in _PLACE_AND_DAY.finditer(self.row, 0, _HEAD_REACH)]
        kind = _TYPE.search(self.row, 0, _HEAD_REACH) or _ADDRESSED.search(self.row, 0, _HEAD_REACH)
        if kind is None:
            return found
        found.append(kind.start())
        title, limit = kind.end() + _TITLE_REACH, kind.end() + _LONGEST_TITLE
        for pattern in (_AUTHORITY, _RULE):
            found += [match.end() for match in pattern.finditer(self.row, title, limit)][:1]
        for match in _OPENING.finditer(self.row, title, max(limit, *found)):
            before = self.row[title : match.start()].rstrip()
            if before[-1:] not in ",(/" and before.rpartition(" ")[2].casefold() not in _WITHIN:
                found.append(match.end())
                break
        return found

    def _begins(self, match: re.Match[str], at: int) -> bool:
        kind = str(match.lastgroup)
        before = self.row[max(0, at - 24) : max(0, at - 1)].rstrip()
        word = before.rpartition(" ")[2]
        place = _Place(
            at,
            ended=at == 0 or before.endswith((".", ";", ":")),
            counted=word.casefold().strip("(\"'") in _COUNTED.get(kind, _NONE),
            heading=word.isupper() or (self._listed and at - self._last < _HEADING and not self._said(at)),
        )
        if (read := self._labels.get(kind)) is not None:
            return read(match, place)
        if kind == "always":
            self.evidence += 1 + (match[kind][0] == "N")
            self._listed = False
            return True
        if kind == "ground":
            listed = before.endswith(";") or (self.headed and (before.endswith((".", ":", ",")) or word.isupper()))
            self.evidence += listed and not self._numbered()
            return listed and not self._numbered()
        if kind == "bullet":
            self.evidence += place.ended
            return place.ended or before.endswith(",")
        return place.ended != (kind == "annex")

    def _numbered(self) -> bool:
        return bool(self._roman or self._arabic or self._article)

    def _said(self, at: int) -> bool:
        """Tell whether a sentence ended since the last cut."""
        return re.search(r"[.;:](?=\s)", self.row[self._last + _LONGEST_LABEL : at]) is not None

    def _roman_begins(self, match: re.Match[str], place: _Place) -> bool:
        value = _roman_value(match["roman"])
        capitals = match.string[match.end() : match.end() + 2].isupper()
        expected = value == self._roman + 1 or place.at == 0
        fits = (expected and (capitals or place.ended or place.heading)) or (capitals and place.ended)
        if place.counted or not fits:
            return False
        self.evidence += 2 * (place.at > 0)
        self._roman, self._arabic, self._letter, self._listed = value, 0, -1, True
        return True

    def _article_begins(self, match: re.Match[str], place: _Place) -> bool:
        value = int(match["article"])
        if not (place.ended or place.heading) or self._article not in {0, value - 1}:
            return False
        self.evidence += place.at > 0
        self._article, self._arabic, self._letter, self._listed = value, 0, -1, True
        return True

    def _arabic_begins(self, match: re.Match[str], place: _Place) -> bool:
        value = int(match["arabic"])
        if value == 1:
            begins = place.ended or place.heading
        else:
            begins = self._arabic in {0, value - 1} and (place.ended or not (place.counted or self._arabic == 0))
        if begins:
            self.evidence += place.at > 0
            self._arabic, self._decimal, self._letter, self._listed = value, (value, 0), -1, True
        return begins

    def _decimal_begins(self, match: re.Match[str], place: _Place) -> bool:
        outer, inner = map(int, match["decimal"].split("."))
        follows = (outer, inner) == (self._decimal[0], self._decimal[1] + 1)
        if place.counted or not (follows or (inner == 1 and place.ended)):
            return False
        self.evidence += place.at > 0
        self._decimal, self._letter, self._listed = (outer, inner), -1, True
        return True

    def _lower_begins(self, match: re.Match[str], place: _Place) -> bool:
        value = _LETTERS.find(match["lower"])
        follows = value == self._letter + 1
        if place.counted or not (follows or (value == 0 and (place.ended or place.heading))):
            return False
        self.evidence += place.at > 0 and place.ended
        self._letter, self._listed = value, True
        return True


def _within(row: str, low: int, high: int) -> Iterator[int]:
    """Where the heading of an item ends, and where its bullets begin, though no sentence ended before them."""
    label = _LABEL.match(row, low, high)
    start = low
    if label:
        yield from _heading_ends(row, label.end(), high)
        start = label.end()
    elif signed := _SIGNED.match(row, low, high):
        yield from {signed.start("signed"), signed.start("name")} - {-1}
    if label or row.startswith(("- ", "+ "), low):
        for match in _DASHED_VERB.finditer(row, start, high):
            verb = match.end() + 2
            if begins_with_verb(row[verb : verb + 40]) and (
                _NAME_LIKE.match(row, verb) is None or _WITH_OBJECT.match(row, verb)
            ):
                yield match.end()


def _heading_ends(row: str, start: int, high: int) -> Iterator[int]:
    """Where a heading in capitals or the name of a unit ends and what stands under it begins."""
    if capitals := _IN_CAPITALS.match(row, start, high):
        yield capitals.end()
    unit = head_at(row, start)
    if unit is None:
        return
    dash = row.find(" - ", start, high)
    for match in _CAPITAL_VERB.finditer(row, unit + 1, min(high, start + _HEADING, dash if dash > 0 else high)):
        verb = match.end()
        if begins_with_verb(row[verb : verb + 40]) and _NAME_LIKE.match(row, verb) is None:
            named = row[start : match.start()]
            if not any(mark in named for mark in ".;:") and predicate_after(row, start, match.start()).sure is None:
                yield verb
            return


def _roman_value(numeral: str) -> int:
    digits = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    return sum(-low if low < high else low for low, high in pairwise([*digits, 0]))
