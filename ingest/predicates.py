"""Verbs with which a task begins behind the name of a unit (domain reference §7.1, §7.2).

Names of bodies are written with capitals ("Sở Xây dựng"), verbs are not ("xây dựng kế hoạch"), so verbs are matched in
lower case only. Some stand as attributes of general nouns too ("cơ quan quản lý", "các tổ chức đoàn thể").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.quick import quickly_made
from ingest.phrases import alternation, at_word

_SURE = r"""
    có trách nhiệm|chịu (?:trách nhiệm|sự)|có nhiệm vụ|có quyền|căn cứ|trên cơ sở|ngoài việc|tùy theo|bằng nhiều|phải
    (?<![Hh]ậu\s)cần|không được|được phép|sẽ|là|theo (?:chức năng|thẩm quyền|nhiệm vụ|quy định|phân công|phạm vi)
    theo lĩnh vực|trong (?:phạm vi|quá trình|tháng|quý|năm)|tại các|khi|sau khi|nếu|chậm nhất|trước ngày|tiếp tục
    chủ động|luân phiên|(?<!-\sGiáo\sdục\s)(?<!tâm\sGiáo\sdục\s)(?<!,\sGiáo\sdục\s)thường xuyên|khẩn trương|kịp thời
    tích cực|nghiêm túc|nghiêm chỉnh|trực tiếp|định kỳ|h[àằ]ng (?:năm|quý|tháng|tuần|ngày)|luôn|từng bước|sớm
    (?<!và\s)(?<!chỉ\s)được (?:đề nghị|mời)
    nhanh chóng|phấn đấu|quyết liệt|đồng loạt|cùng với|đồng thời|hoạt động theo|xin|kiên quyết|nỗ lực|triệt để|tuyệt đối
    linh hoạt|tự (?:chủ|tổ chức|xác định|kiểm tra|đánh giá|rà soát|cân đối|giác)"""
_VERBS = r"""
    chủ trì|phối hợp|tăng cường|đẩy mạnh|tập trung|(?<!đầu\stư\s)(?<!trật\stự\s)(?<!hội\svà\s)xây dựng|ban hành
    triển khai|thực hiện|rà soát|nghiên cứu|báo cáo|chỉ đạo|quán triệt|tuyên truyền|phổ biến|áp dụng|hướng dẫn
    theo dõi|đôn đốc|đề xuất|trình|bố trí|cân đối|bảo đảm|đảm bảo|nâng cao|phát huy|đổi mới
    (?<!bầu\s)(?<!đề\s)(?<!ứng\s)cử|gửi|(?<!công\s)(?<!độc\s)lập|tổng hợp(?= (?:kết|số|danh|tình|nhu|ý))
    (?<!Dịch\svụ\s)(?<!trợ\sxã\shội\s)tổng hợp|phân công|lồng ghép|vận động|huy động|quan tâm|chú trọng|xác định
    nêu cao|đề cao|nêu (?:rõ|gương)|tạo (?:điều kiện|mọi điều kiện|môi trường|sự|đột)|thu hút|thu thập|thu hồi
    có (?:kế hoạch|cơ chế|biện pháp|giải pháp|hình thức|phương án|văn bản|ý kiến|thể|chính sách)
    mở (?:rộng|chuyên|các|lớp|đợt)|duy trì|cập nhật|công khai|niêm yết|công bố|xem xét|quyết định
    ra (?:quyết|lệnh|văn|quân)|hoàn thành|hoàn thiện|tham gia|coi|đưa|lấy (?:ý kiến|phiếu|mẫu)|bám sát|quy định
    lựa chọn|chọn|phê duyệt|chấp thuận|cho (?:ý kiến|phép|vay)|tiếp (?:nhận|thu|xúc|công|cận)|giải quyết|giải trình
    giải đáp|xử lý|xử phạt|thành lập|kiện toàn|củng cố|ký kết|(?<!thư\s)(?<!chữ\s)ký|thống nhất|kiểm soát|kiểm kê
    bổ sung|sửa|sửa đổi|đánh giá|vào cuộc|ưu tiên|nhận thức|đăng(?: tải| ký)?
    (?<!truyền\s)(?<!Truyền\s)thông báo(?! cáo)
    chuẩn bị|phát động|phát hành|phát lệnh|phát sóng|phân bổ|phân loại|phân tích|phân cấp
    giao(?! thông| dịch| tiếp| lưu| đất)|yêu cầu|đề nghị|chấp hành|tham dự|thẩm tra|khuyến khích|nộp|mời|điều chỉnh
    (?<!Cảnh\ssát\s)điều tra|điều phối|điều hành|điều động|khắc phục|tổng kết|sơ kết|(?<!trường\s)bồi dưỡng|tập huấn
    huấn luyện|biểu dương|khen thưởng|nhân rộng|gương mẫu|thi đua|hưởng ứng|cam kết
    nắm (?:chắc|tình|bắt|được|rõ|vững)|giúp(?! việc)|(?<!bộ\s)(?<!chí\s)(?<!thể\s)(?<!các\s)(?<!và\s)(?<!,\s)lãnh đạo
    hỗ trợ|khai báo|nghe|họp|đối thoại|đối soát|đối chiếu|khảo sát|thống kê|tuân thủ|kết nối|kết hợp|kết luận|chia sẻ
    số hóa|tiến hành|chi trả|trả (?:lời|kết|phép)|(?<!việc\s)làm (?:tốt|đầu|việc|rõ|cơ|chủ|căn|sạch)|đề ra|giới thiệu
    mua sắm|trang bị|kêu gọi|liên hệ|liên kết|cấp (?:phát|giấy|phép|thẻ|kinh)|nhận|bàn giao|thảo luận|dự báo|dự trữ
    dự thảo|cảnh báo|quy hoạch|(?<!án\s)(?<![Cc]hủ\s)(?<!nhà\s)(?<!quỹ\s)đầu tư|tháo gỡ|vệ sinh|phòng ngừa|ngăn chặn
    phát hiện|đấu tranh|truy cập|tính toán|tích hợp|(?<!vận\s)chuyển(?! đổi số)|thay mặt|dành|biên soạn|soạn|in ấn
    viết|thiết kế|lắp đặt|nâng cấp|cải tạo|sửa chữa|sắp xếp|trao|tặng|thăm|xác nhận|xác minh|xét|chấm|bình xét|duyệt
    ghi|lưu trữ|tuyển (?:dụng|chọn|sinh)|chỉ định|đình chỉ|ủy quyền|hợp tác(?! xã)|bảo lãnh|diễn tập|tuần tra|sơ tán
    di dời|cứu trợ|tiêm|dừng|chấm dứt|bãi bỏ|loại bỏ|hủy|tiết kiệm|cắt giảm|nhắc nhở|phê bình|xin lỗi|rút kinh nghiệm
    học tập|rèn luyện|đi đầu|cải (?:cách|thiện|tiến)|khơi dậy|lan tỏa|phản ánh|kiến nghị|phản biện|cung ứng|tra cứu
    treo|bầu(?! cử)|đề cử|thăm hỏi|tri ân|khởi công|khánh thành|nghiệm thu|quyết toán|thanh toán|giải ngân|đấu thầu
    lưu ý|đáp ứng|thỏa thuận|góp ý|tham vấn|thí điểm|trích|mở|giữ|trực (?:24|ban|gác|chiến|sẵn|tại)|cụ thể hóa
    thể chế hóa|hiện đại hóa|chuẩn hóa|đa dạng hóa|bình chọn|bổ nhiệm|cài đặt|cảnh giác|cắm|cấp (?:cứu|tài)|chăm lo
    chấn chỉnh|chiếu phim|cho thuê|chống (?:thất|khai|dịch)|chỉnh (?:lý|trang|sửa)|chốt (?:số|danh)|chụp|cổ động
    công nhận|cơ cấu|cân nhắc|cắt tỉa|dán|dẫn dắt|dẹp|diễn giải|dọn|đa dạng(?! sinh)|đảm (?:nhận|trách|đương)
    đánh số|đặt (?:lịch|mục)|đi (?:kiểm|cơ sở|thực)|điểm danh|định (?:hướng|danh)|đo lường
    đón (?:tiếp|tiễn|nhận)|đôn thúc|đồng (?:hành|ý)
    động viên|đối khớp|đứng ra|gắn (?:biển|trách)|gặp (?:gỡ|mặt)|giải thích|giám hộ|giảm (?:thiểu|tỷ|số)|giới hạn
    góp (?:vốn|phần)|gìn giữ|hạn chế|hệ thống hóa|hiến|hiệu chỉnh|hoạch định|hiện thực hóa|hình thành|hoàn trả|hội ý
    kéo giảm|kế thừa|khai trương|khép kín|khoanh|khởi động|kích|khuyến (?:cáo|nghị)|kiềm chế|kiểm chứng|làm mới
    lắng nghe|lên (?:phương|kế|danh|lịch)|luân chuyển|minh bạch hóa|mô hình hóa|miễn giảm|nghiêm cấm|ngừng
    nhập (?:dữ|số|thông|hồ|kết)|nhân bản|nuôi dưỡng|nâng hạng|nối mạng|ổn định|phác thảo|phân (?:luồng|giao|khai|vai)
    phát tờ|(?<!đầu\stư\s)(?<!hỗ\strợ\s)phát triển|phong tỏa|phỏng vấn|phổ cập|phủ sóng|phục (?:dựng|hồi(?! chức))
    phun|quay phim|(?<!đội\s)(?<!Đội\s)quy tập|quyên góp|rút ngắn|san lấp|sao (?:gửi|y|lưu)|siết chặt|soát xét
    tái (?:hiện|cơ cấu|lập)|tạm (?:dừng|ngừng)|(?<!đào\s)(?<!Đào\s)tạo (?:nguồn|lập|đà)|tận dụng|tập (?:kết|hợp)
    thanh lý|thao diễn|thắt chặt|theo sát|thích ứng|thiết lập|thu (?:nộp|dọn)|thúc đẩy|thuyết minh|tiên phong
    tiếp (?:đón|sức)|tìm hiểu|tôn vinh|tổng rà soát|tránh|trau dồi|truy vết|truyền (?:đạt|tải)|tu bổ|tuyên dương
    ủng hộ|vinh danh|xác lập|xây mới|xếp (?:hạng|loại)|(?<=\s)kính (?:trình|đề|mong)|xóa|yểm trợ|nạo vét|sưu tầm
    trưng bày|tôn tạo|quảng bá|xúc tiến|khôi phục|triệt phá|trấn áp|khởi tố|truy tố|xét xử|đo đạc|kê khai|sàng lọc
    tiêu (?:hủy|độc)|trợ giúp|dâng hương|kiểm (?:điểm|duyệt)|kiểm đếm|đẩy nhanh|sẵn sàng
    tăng (?:thời lượng|số|tỷ lệ|tần suất|diện tích)"""
_WEAK = r"""
    (?<!Cảnh\ssát\s)quản lý|kiểm tra|giám sát|thanh tra|thẩm định|thông tin|cung cấp|tư vấn|tham mưu|khai thác|sử dụng
    sản xuất|phụ trách|thi công|làm công tác|đào tạo|giáo dục|(?<!toàn\sdân\s)bảo vệ|khám|vận chuyển|hoạt động
    kinh doanh|phục vụ|tổ chức|kiểm (?:định|nghiệm|dịch)|giám định|(?<!chữa\scháy\svà\s)cứu (?:nạn|hộ|chữa)
    ứng (?:phó|dụng|cứu)|thu gom|gia hạn|bảo quản|biểu diễn|chăm sóc|chứng thực|hòa giải|hậu kiểm|(?<!đồng\s)quản trị
    (?:thí|thử|khảo) nghiệm|thay đổi|(?<!thuốc\s)thay thế|truyền thông|(?<!kho\s)lưu giữ|vận hành"""
_GENERAL_NOUN = re.compile(
    r"(?:(?<!\w)(?:cơ quan|đơn vị|tổ chức|doanh nghiệp|lực lượng|bộ phận|cán bộ|công chức|viên chức|người|hội đồng"
    r"|ban|đoàn|tổ|đội|chủ thể|đầu tư|cá nhân|cơ sở|công ty|phòng|trung tâm|ngành|đài|nhà mạng|nhân viên|thành viên)"
    r"|,)\s*$",
    re.IGNORECASE,
)
_OF_A_FIELD = re.compile(r"(?<!\w)(?:[Pp]hó (?:[Cc]hủ tịch|[Bb]í thư|[Gg]iám đốc|[Tt]rưởng)|[Ll]ãnh đạo|[Ủủ]y viên)\s")
"""Of those who are one of several: "Phó Chủ tịch UBND xã phụ trách văn hóa - xã hội trực tiếp chỉ đạo"."""

_NOMINAL = re.compile(
    r"(?<!\w)(?:(?<!tổ\s)(?<!Tổ\s)(?<!đoàn\s)(?<!Đoàn\s)công tác|(?<!học và\s)công nghệ|lĩnh vực|dịch vụ"
    r"|(?<!giúp\s)việc|hoạt động|về|của|các|những|mỗi|mọi|nhiệm vụ|chuyên|để|đang|được|do|liên quan đến|kế hoạch"
    r"|phong trào|chương trình|hệ thống)\s+$"
)
_HEAD_NOUN = re.compile(
    r"(?:[\n.,;:)(]\s*|(?<!\w)(?:và|các|giao|nghị|cầu|cho|là|của)\s+)"
    r"(?:bộ phận|trung tâm|văn phòng|ban|tổ|đội|đoàn|hội đồng|phòng|trạm|viện|cục|chi cục|vụ|công ty|quỹ|hội"
    r"|ban quản lý|ban chỉ đạo|khối|cụm|câu lạc bộ|hợp tác xã)\s+$",
    re.IGNORECASE,
)
_BODIES = re.compile(
    r"\s*(?:[,;]|(?:chính trị|đảng|đoàn|hội|xã hội|kinh tế|tín dụng|thành viên|cá nhân|có liên|liên quan|phi chính"
    r"|tôn giáo|và cá)(?!\w))"
)
_EVENTS = re.compile(r"\s+(?:hội (?:nghị|thảo|thi|chợ|diễn)|đoàn (?:kiểm|công))")
_PLURAL = re.compile(r"(?<!\w)(?:các|những|mỗi|mọi|và|cơ quan,|hoặc)\s+$", re.IGNORECASE)
_NAMED_FOR = re.compile(
    r"(?<!\w)(?:Xúc tiến|Hỗ trợ|Trợ giúp|Phối hợp|Bảo vệ|Giám sát|Phát triển|Kiểm soát|Phục vụ|Cung ứng|Ứng dụng"
    r"|Chăm sóc|Bảo tồn|Đánh giá|Tư vấn|Nghiên cứu)(?:,|\svà)?\s+$"
)
_FURTHER_IN_NAME = frozenset({
    "đầu tư", "phát triển", "điều hành", "phổ biến", "giáo dục", "quản lý", "sử dụng", "khai thác", "phục hồi",
    "phát huy", "phân loại", "giới thiệu", "kết nối", "nuôi dưỡng", "bồi dưỡng", "đào tạo", "nghiên cứu", "chuyển",
})  # fmt: skip
"""What stands in the name of a unit behind the deed that it is named for: "Trung tâm Xúc tiến đầu tư"."""

_NOUNS_IN_TRINH = ("công ", "quy ", "chương ", "tờ ", "quá ", "lộ ", "giáo ", "tiến ")
_COOPERATES = re.compile(r"phối hợp\s+(?:với\s|[A-ZĐ])|chủ trì\s?,")
"""Of no name, as "các tổ rà soát" may be one: "các tổ phối hợp Xã đoàn, Thị đoàn triển khai"."""
_WINDOW = 40
_JOINED = re.compile(r"\s*(?:,|và)\s*")


_ALL_VERBS = rf"(?P<sure>{alternation(_SURE)})|(?P<weak>{alternation(_WEAK)})|(?P<verb>{alternation(_VERBS)})"
_PREDICATE = re.compile(rf"{at_word(_ALL_VERBS)}(?!\w)")
_WORD_BEFORE = re.compile(r"(?<!\w)\w+\s$")
_NOT = re.compile(r"(?<!\w)(?:(?<![Hh]àng\s)(?<![Pp]hòng\s)(?<!đường\s)(?<!trên\s)không|chưa)\s+$")
_OPENING = re.compile(
    rf"\W{{0,3}}(?:không\s+(?:để|được|ngừng|tổ)|{alternation(_SURE)}|{alternation(_VERBS)}|{alternation(_WEAK)})(?!\w)",
    re.IGNORECASE,
)


@quickly_made
@dataclass(frozen=True, slots=True)
class Predicate:
    """Where a task begins behind a name: at ``sure``, or at ``early`` where a verb may be an attribute of the name."""

    sure: int | None
    early: int | None


def predicate_after(text: str, start: int, end: int) -> Predicate:
    """Find the first verb of ``text[start:end]`` that can begin a task of the unit named before it.

    >>> name = "Các cơ quan quản lý chợ, tổ chức hội chủ động rà soát"
    >>> found = predicate_after(name, 0, len(name))
    >>> name[found.sure:], name[found.early:]
    ('chủ động rà soát', 'quản lý chợ, tổ chức hội chủ động rà soát')
    """
    early: int | None = None
    behind = nominal = named = -1
    for match in _PREDICATE.finditer(text, start, end):
        begin = match.start() - _WINDOW
        before = text[begin : match.start()] if begin > 0 else "\n" + text[: match.start()]
        if match["weak"] and match["weak"].startswith("tổ") and _is_body(before, text, match.end()):
            continue
        if match["weak"] and not match["weak"].startswith("tổ") and _tells_which(before, match["weak"]):
            if early is None:
                early, behind = match.start(), match.end()
            continue
        if match.group() == "trình" and before.lower().endswith(_NOUNS_IN_TRINH):
            continue
        of_name = match["weak"] and named >= 0 and text[named : match.start()].isspace()
        if of_name or _ends_verb_of_name(before, match.group()):
            named = nominal = match.end()
            continue
        if not match["sure"] and (
            _attributed(before, match) or (nominal >= 0 and _JOINED.fullmatch(text, nominal, match.start()))
        ):
            nominal = match.end()
            continue
        if early is not None and _JOINED.fullmatch(text, behind, match.start()):
            return Predicate(early, early)
        denied = _NOT.search(before)
        return Predicate(match.start() - (len(denied[0]) if denied else 0), early)
    return Predicate(None, early)


def _tells_which(before: str, verb: str) -> bool:
    """Tell whether a verb says which of several is named: "cơ quan quản lý", "Phó Giám đốc phụ trách"."""
    return _GENERAL_NOUN.search(before) is not None or (verb == "phụ trách" and _OF_A_FIELD.search(before) is not None)


def _ends_verb_of_name(before: str, verb: str) -> bool:
    """Tell whether a verb of one word ends one that begins with the capital of a name ("Phòng Đăng ký kinh doanh")."""
    word = None if " " in verb else _WORD_BEFORE.search(before)
    return word is not None and word[0][0].isupper() and _PREDICATE.fullmatch(f"{word[0]}{verb}".lower()) is not None


def _attributed(before: str, verb: re.Match[str]) -> bool:
    if _NOMINAL.search(before):
        return True
    if verb.group() in _FURTHER_IN_NAME and _NAMED_FOR.search(before):
        return True
    return _HEAD_NOUN.search(before) is not None and not _COOPERATES.match(verb.string, verb.start())


def begins_with_verb(text: str) -> bool:
    """Tell whether a paragraph begins like a task.

    >>> begins_with_verb("- Xây dựng kế hoạch"), begins_with_verb("Hộ nghèo, hộ cận nghèo")
    (True, False)
    """
    return _OPENING.match(text) is not None


def _is_body(before: str, text: str, end: int) -> bool:
    """Tell whether "tổ chức" names bodies ("các tổ chức đoàn thể") and is no verb ("tổ chức hội nghị")."""
    if _BODIES.match(text, end) and not _EVENTS.match(text, end):
        return True
    return _PLURAL.search(before) is not None
