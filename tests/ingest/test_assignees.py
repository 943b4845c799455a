"""Lists of units: where they end, which names they hold; headings and orders that address them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.addressees import Manner, read_addressee
from ingest.assignees import read_assignees, split_units, unit_names
from ingest.parse import parse
from ingest.unit_names import Style, head_at


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("Sở Nội vụ", ("Sở Nội vụ",)),
        ("Sở Văn hóa, Thể thao và Du lịch", ("Sở Văn hóa, Thể thao và Du lịch",)),
        ("Sở Lao động - Thương binh và Xã hội", ("Sở Lao động - Thương binh và Xã hội",)),
        ("Sở Y tế, Sở Tài chính và Công an tỉnh", ("Sở Y tế", "Sở Tài chính", "Công an tỉnh")),
        ("Các sở, ban, ngành tỉnh", ("Các sở, ban, ngành tỉnh",)),
        ("Báo Hà Nam và hệ thống truyền thanh cơ sở", ("Báo Hà Nam", "hệ thống truyền thanh cơ sở")),
        ("Đài Phát thanh tỉnh, đài truyền thanh xã", ("Đài Phát thanh tỉnh", "đài truyền thanh xã")),
        ("Các sở, ngành; UBND các huyện, thị xã, thành phố", ("Các sở, ngành", "UBND các huyện, thị xã, thành phố")),
        ("các phòng, ban huyện và Ủy ban nhân dân 12 xã", ("các phòng, ban huyện", "Ủy ban nhân dân 12 xã")),
        ("Văn phòng HĐND và UBND xã", ("Văn phòng HĐND và UBND xã",)),
        ("Văn phòng UBND tỉnh và UBND các xã", ("Văn phòng UBND tỉnh và UBND các xã",)),
        ("Báo và Phát thanh, truyền hình tỉnh", ("Báo và Phát thanh, truyền hình tỉnh",)),
        (
            "Đài Truyền thanh huyện, Cổng Thông tin điện tử huyện",
            ("Đài Truyền thanh huyện", "Cổng Thông tin điện tử huyện"),
        ),
        ("Ủy ban MTTQ xã và các tổ chức chính trị - xã hội", ("Ủy ban MTTQ xã", "các tổ chức chính trị - xã hội")),
        (
            "Giám đốc các Sở: Nội vụ, Tài chính, Tư pháp",
            ("Giám đốc Sở Nội vụ", "Giám đốc Sở Tài chính", "Giám đốc Sở Tư pháp"),
        ),
        ("Các Ban: Tuyên giáo, Dân vận và Tổ chức", ("Ban Tuyên giáo", "Ban Dân vận", "Ban Tổ chức")),
        ("UBND các xã: Tân Hòa, Tân Lập", ("UBND các xã: Tân Hòa, Tân Lập",)),
        ("Các ông (bà): Chánh Văn phòng, Trưởng phòng Nội vụ", ("Chánh Văn phòng", "Trưởng phòng Nội vụ")),
        (
            "Thủ trưởng các cơ quan, đơn vị; Chủ tịch UBND các phường",
            ("Thủ trưởng các cơ quan, đơn vị", "Chủ tịch UBND các phường"),
        ),
        ("các doanh nghiệp viễn thông (VNPT, Viettel)", ("các doanh nghiệp viễn thông",)),
        (
            "Chánh Thanh tra tỉnh và tổ chức, cá nhân có liên quan",
            ("Chánh Thanh tra tỉnh", "tổ chức, cá nhân có liên quan"),
        ),
        (
            "các Tổ đại biểu và đại biểu Hội đồng nhân dân tỉnh",
            ("các Tổ đại biểu", "đại biểu Hội đồng nhân dân tỉnh"),
        ),
        (
            "Ban Tổ chức Tỉnh ủy và đảng ủy trực thuộc Tỉnh ủy",
            ("Ban Tổ chức Tỉnh ủy", "đảng ủy trực thuộc Tỉnh ủy"),
        ),
        ("Các Trưởng thôn, Tổ trưởng TDP", ("Các Trưởng thôn", "Tổ trưởng TDP")),
        ("Các Huyện, Thị, Thành Đoàn và Đoàn trực thuộc", ("Các Huyện, Thị, Thành Đoàn", "Đoàn trực thuộc")),
        ("UBND các huyện, Huyện đoàn", ("UBND các huyện", "Huyện đoàn")),
        ("Phòng Hậu cần, Phòng Kỹ thuật", ("Phòng Hậu cần", "Phòng Kỹ thuật")),
        ("Công chức Tài chính - Kế toán", ("Công chức Tài chính - Kế toán",)),
        ("Phòng Cải cách hành chính, Sở Nội vụ", ("Phòng Cải cách hành chính, Sở Nội vụ",)),
        ("Huyện đoàn; Hội Nông dân; Hội Phụ nữ huyện", ("Huyện đoàn", "Hội Nông dân", "Hội Phụ nữ huyện")),
        ("công đoàn ngành, và tương đương.", ("công đoàn ngành, và tương đương",)),
    ],
)
def test_a_list_is_split_where_another_unit_begins(listed: str, names: tuple[str, ...]) -> None:
    assert unit_names(listed, split_units(listed, 0, len(listed))) == names


@pytest.mark.parametrize(
    ("sentence", "names", "work"),
    [
        ("Sở Xây dựng xây dựng kế hoạch", ("Sở Xây dựng",), "xây dựng kế hoạch"),
        ("Ban Tổ chức Huyện ủy tổ chức kiểm tra", ("Ban Tổ chức Huyện ủy",), "tổ chức kiểm tra"),
        ("Các sở, ban, ngành chủ động rà soát", ("Các sở, ban, ngành",), "chủ động rà soát"),
        ("Sở Kế hoạch và Đầu tư chủ trì thẩm định", ("Sở Kế hoạch và Đầu tư",), "chủ trì thẩm định"),
        ("Các cơ quan, tổ chức, đơn vị tổ chức hội nghị", ("Các cơ quan, tổ chức, đơn vị",), "tổ chức hội nghị"),
        ("Các tổ chức đoàn thể vận động hội viên", ("Các tổ chức đoàn thể",), "vận động hội viên"),
        (
            "Bộ phận tiếp nhận và trả kết quả niêm yết thủ tục",
            ("Bộ phận tiếp nhận và trả kết quả",),
            "niêm yết thủ tục",
        ),
        ("UBND các xã trên địa bàn huyện có trách nhiệm:", ("UBND các xã trên địa bàn huyện",), "có trách nhiệm:"),
        ("Đài Truyền thanh - Truyền hình mở chuyên mục", ("Đài Truyền thanh - Truyền hình",), "mở chuyên mục"),
        ("Mỗi cán bộ, công chức nêu cao trách nhiệm", ("Mỗi cán bộ, công chức",), "nêu cao trách nhiệm"),
        (
            "Tỉnh đoàn, Hội Cựu chiến binh tỉnh vận động hội viên",
            ("Tỉnh đoàn", "Hội Cựu chiến binh tỉnh"),
            "vận động hội viên",
        ),
        ("Ban Chỉ đạo chuyển đổi số xã họp hằng tháng", ("Ban Chỉ đạo chuyển đổi số xã",), "họp hằng tháng"),
        ("Sở Thông tin và Truyền thông báo cáo tiến độ", ("Sở Thông tin và Truyền thông",), "báo cáo tiến độ"),
        ("Tổ công tác có nhiệm vụ kiểm tra", ("Tổ công tác",), "có nhiệm vụ kiểm tra"),
        ("Văn phòng Đăng ký đất đai tỉnh cắm mốc", ("Văn phòng Đăng ký đất đai tỉnh",), "cắm mốc"),
        ("Văn phòng đăng ký đất đai lập hồ sơ", ("Văn phòng đăng ký đất đai",), "lập hồ sơ"),
        ("Phòng Đăng ký kinh doanh gửi hồ sơ", ("Phòng Đăng ký kinh doanh",), "gửi hồ sơ"),
        ("Sở Công Thương đăng ký gian hàng", ("Sở Công Thương",), "đăng ký gian hàng"),
        ("Ngân hàng và các chi nhánh thực hiện thủ tục", ("Ngân hàng và các chi nhánh",), "thực hiện thủ tục"),
        ("UBND các xã không xác nhận giấy viết tay", ("UBND các xã",), "không xác nhận giấy viết tay"),
        ("UBND các xã chưa bố trí trụ sở", ("UBND các xã",), "chưa bố trí trụ sở"),
        ("Cục Hàng không xử lý vi phạm", ("Cục Hàng không",), "xử lý vi phạm"),
        ("Các Trưởng thôn phát lệnh gọi khám", ("Các Trưởng thôn",), "phát lệnh gọi khám"),
        ("Các trường phối hợp Công an xã tuần tra", ("Các trường",), "phối hợp Công an xã tuần tra"),
        ("Các hội chủ trì, phối hợp với Trạm Y tế rà soát", ("Các hội",), "chủ trì, phối hợp với Trạm Y tế rà soát"),
        ("Ủy ban bầu cử xã lập danh sách cử tri", ("Ủy ban bầu cử xã",), "lập danh sách cử tri"),
        ("Các đơn vị sự nghiệp công lập báo cáo kết quả", ("Các đơn vị sự nghiệp công lập",), "báo cáo kết quả"),
        ("Công an TP. Vinh, Công an xã tuần tra ban đêm", ("Công an TP. Vinh", "Công an xã"), "tuần tra ban đêm"),
        ("Đoàn Thanh niên xã được đề nghị phối hợp", ("Đoàn Thanh niên xã",), "được đề nghị phối hợp"),
    ],
)
def test_a_subject_ends_where_its_verb_begins(sentence: str, names: tuple[str, ...], work: str) -> None:
    listed = read_assignees(sentence, 0)
    assert listed is not None
    assert (unit_names(sentence, listed.units), sentence[listed.end :]) == (names, work)


@pytest.mark.parametrize(
    "words",
    [
        "Báo cáo kết quả",
        "Ban hành kế hoạch",
        "Hội nghị tổng kết",
        "Tổ chức hội nghị",
        "Tổ chức đoàn kiểm tra",
        "Phòng, chống dịch",
        "Thanh tra, kiểm tra việc thu chi",
        "Bộ máy chính quyền",
        "Đoàn kết nội bộ",
        "Trường hợp vướng mắc",
        "Lãnh đạo, chỉ đạo",
        "xã hội hóa",
    ],
)
def test_words_that_begin_like_units_are_none(words: str) -> None:
    assert head_at(words, 0) is None
    assert read_assignees(words, 0) is None


def test_a_short_head_in_lower_case_is_a_unit_only_behind_an_order() -> None:
    assert head_at("phòng Nội vụ", 0) is None
    assert head_at("phòng Nội vụ", 0, Style.AFTER_VERB) == 5
    assert head_at("phòng học", 0, Style.AFTER_VERB) is None


@pytest.mark.parametrize(
    ("paragraph", "manner", "names"),
    [
        ("Giao Sở Nội vụ chủ trì thực hiện", Manner.ASSIGNED, ("Sở Nội vụ",)),
        ("Giao cho phòng Kinh tế lập danh mục", Manner.ASSIGNED, ("phòng Kinh tế",)),
        ("Giao nhiệm vụ cho Công an xã tuần tra", Manner.ASSIGNED, ("Công an xã",)),
        ("Phân công Văn phòng Đảng ủy theo dõi", Manner.ASSIGNED, ("Văn phòng Đảng ủy",)),
        ("Đề nghị Ủy ban MTTQ tỉnh phối hợp tuyên truyền", Manner.ASKED, ("Ủy ban MTTQ tỉnh",)),
        ("Kính đề nghị Tỉnh đoàn vận động thanh niên", Manner.ASKED, ("Tỉnh đoàn",)),
        ("Yêu cầu các ban, ngành, đoàn thể xã nghiêm túc thực hiện", Manner.ASKED, ("các ban, ngành, đoàn thể xã",)),
        (
            "Sở Y tế trân trọng đề nghị các cơ quan, đơn vị quan tâm phối hợp",
            Manner.ASKED,
            ("các cơ quan, đơn vị",),
        ),
        ("Chi cục Thủy lợi yêu cầu các trạm bơm trực 24/24 giờ", Manner.ASKED, ("các trạm bơm",)),
        ("Phòng Nội vụ đề nghị các cấp khen thưởng", Manner.SUBJECT, ("Phòng Nội vụ",)),
        ("Phòng Nội vụ đề nghị Sở Nội vụ cho ý kiến", Manner.SUBJECT, ("Phòng Nội vụ",)),
        (
            "Chủ tịch UBND tỉnh giao Giám đốc các Sở: Nội vụ, Y tế theo dõi",
            Manner.ASSIGNED,
            ("Giám đốc Sở Nội vụ", "Giám đốc Sở Y tế"),
        ),
        (
            "Giao Giám đốc các Sở: Xây dựng, Nội vụ theo dõi",
            Manner.ASSIGNED,
            ("Giám đốc Sở Xây dựng", "Giám đốc Sở Nội vụ"),
        ),
        ("UBND huyện yêu cầu UBND các xã báo cáo", Manner.ASKED, ("UBND các xã",)),
        ("Các sở, ngành có trách nhiệm rà soát", Manner.SUBJECT, ("Các sở, ngành",)),
        ("Căn cứ Kế hoạch này, các sở, ngành xây dựng kế hoạch", Manner.SUBJECT, ("các sở, ngành",)),
        (
            "Trên cơ sở nhiệm vụ được giao, căn cứ tình hình thực tế, UBND các xã chủ động triển khai",
            Manner.SUBJECT,
            ("UBND các xã",),
        ),
        ("Hằng quý, Phòng Nội vụ tổng hợp kết quả", Manner.SUBJECT, ("Phòng Nội vụ",)),
        ("Thời gian: Các cơ quan, đơn vị tổ chức sơ kết trong tháng 6", Manner.SUBJECT, ("Các cơ quan, đơn vị",)),
        ("Báo cáo tổng kết của các xã, phường gửi về Sở Nội vụ", Manner.SUBJECT, ("các xã, phường",)),
        ("Đối với các doanh nghiệp: tổ chức đối thoại", Manner.TOPIC, ("các doanh nghiệp",)),
        ("Đối với xã, phường, thực hiện theo Chương II", Manner.TOPIC, ("xã, phường",)),
        ("Bộ phận Văn hóa xã: Chủ động đưa tin", Manner.RUN_IN, ("Bộ phận Văn hóa xã",)),
        ("Trách nhiệm của Công an xã: Giữ trật tự chợ phiên", Manner.TOPIC, ("Công an xã",)),
        ("Nhiệm vụ của các trường học: Treo khẩu hiệu", Manner.TOPIC, ("các trường học",)),
        ("Các Ủy viên Ban Chỉ đạo theo dõi địa bàn", Manner.SUBJECT, ("Các Ủy viên Ban Chỉ đạo",)),
        ("Phó Chủ tịch UBND xã theo lĩnh vực chỉ đạo", Manner.SUBJECT, ("Phó Chủ tịch UBND xã",)),
        (
            "Đối với Xã đoàn; Hội Nông dân xã mỗi đơn vị chọn một mô hình",
            Manner.TOPIC,
            ("Xã đoàn", "Hội Nông dân xã"),
        ),
    ],
)
def test_a_paragraph_addresses_units_in_one_of_five_manners(
    paragraph: str, manner: Manner, names: tuple[str, ...]
) -> None:
    found = read_addressee(paragraph, 0)
    assert found is not None
    assert (found.manner, unit_names(paragraph, found.units)) == (manner, names)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Tăng cường công tác kiểm tra các đơn vị",
        "Giao thông nông thôn được cứng hóa",
        "Đề nghị khen thưởng các tập thể xuất sắc",
        "Yêu cầu về tiến độ và chất lượng",
        "Căn cứ chức năng, nhiệm vụ, chỉ đạo các cơ sở giáo dục lồng ghép nội dung",
        "Ngành Thuế đã tập trung khai thác nguồn thu",
        "Trách nhiệm của người đứng đầu trong phòng, chống lãng phí",
        "Văn phòng giao dịch là nơi tiếp khách hàng",
    ],
)
def test_a_paragraph_that_only_mentions_units_addresses_none(paragraph: str) -> None:
    assert read_addressee(paragraph, 0) is None


@pytest.mark.parametrize(
    "paragraph",
    ["Đề nghị Chủ tịch UBND tỉnh khen thưởng tập thể", "Phân công cán bộ, công chức tham mưu công tác dân vận"],
)
def test_under_a_unit_requests_to_superiors_and_orders_to_own_staff_are_its_own_task(paragraph: str) -> None:
    assert read_addressee(paragraph, 0, inherited=True) is None


PIECES = st.sampled_from(
    [
        "Sở Nội vụ",
        "các xã",
        "UBND",
        "giao ",
        "Giao ",
        "đề nghị ",
        "chủ trì",
        ", ",
        "; ",
        " và ",
        ": ",
        "(",
        ")",
        ".",
        "Đối với ",
        "Căn cứ ",
        "Văn phòng ",
    ]
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=25).map("".join))
def test_units_lie_inside_the_text_in_order_and_before_the_task(paragraph: str) -> None:
    found = read_addressee(paragraph, 0)
    if found is not None:
        bounds = [offset for unit in found.units for offset in (unit.start, unit.end)]
        assert bounds == sorted(bounds)
        assert 0 <= bounds[0] <= bounds[-1] <= len(paragraph)
        assert all(name.strip() == name for name in unit_names(paragraph, found.units))


@pytest.mark.parametrize(
    "listed",
    [
        "Giám đốc các Sở: Y tế, Nông nghiệp và Môi trường, Văn hóa, Thể thao và Du lịch và Tài chính",
        "Giám đốc các Sở: Y tế; Nông nghiệp và Môi trường; Văn hóa, Thể thao và Du lịch; Tài chính",
    ],
)
def test_a_known_name_in_a_list_with_one_head_is_not_parted(listed: str) -> None:
    found = read_assignees(listed, 0)
    assert found is not None
    assert unit_names(listed, found.units) == (
        "Giám đốc Sở Y tế",
        "Giám đốc Sở Nông nghiệp và Môi trường",
        "Giám đốc Sở Văn hóa, Thể thao và Du lịch",
        "Giám đốc Sở Tài chính",
    )


def test_what_a_unit_passes_on_is_the_task_of_the_unit_to_which_it_is_given() -> None:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nSố: 5/KH-UBND\nLào Cai, ngày 5 tháng 6 năm 2024\nKẾ HOẠCH\nVề học tập\n"
        "I. NỘI DUNG\n1. Học.\nII. TỔ CHỨC THỰC HIỆN\n1. Ban Thường vụ Tỉnh đoàn: Giao Phòng Nội vụ theo dõi.\n"
        "2. Sở Y tế: Tham mưu kinh phí thực hiện.\n"
    )
    assert [task.assignees for task in parse(text).assignments] == [("Phòng Nội vụ",), ("Sở Y tế",)]
