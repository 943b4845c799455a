"""Institutions are read by the form of their names, and only where the name surely ends."""

from __future__ import annotations

import pytest

from graph.institutions import read_institution, read_issuer
from graph.model import Level
from graph.places import Frame, find_places, frame_of

HA_NAM = frame_of(find_places("Hà Nam", kind="tỉnh")[0], None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trường Đại học Kiên Giang về việc", "Trường Đại học Kiên Giang"),
        ("Trường Đại học Kinh tế và Quản trị kinh doanh về", "Trường Đại học Kinh tế và Quản trị kinh doanh"),
        ("Trường Đại học Tây Bắc và Học viện Tài chính.", "Trường Đại học Tây Bắc"),
        ("Trường Đại học Sư phạm - Đại học Đà Nẵng về", "Trường Đại học Sư phạm - Đại học Đà Nẵng"),
        ("Viện Nghiên cứu\nHải sản ngày 02/3", "Viện Nghiên cứu Hải sản"),
        ("Bệnh viện Bạch Mai và UBND", "Bệnh viện Bạch Mai"),
        ("Bệnh viện đa khoa tỉnh;", "Bệnh viện đa khoa tỉnh Hà Nam"),
        ("Hiệu trưởng Trường THPT Nguyễn Huệ ban hành", "Hiệu trưởng Trường THPT Nguyễn Huệ"),
        ("Tư lệnh Quân khu 4,", "Tư lệnh Quân khu 4"),
        ("Tập đoàn Điện lực Việt Nam về", "Tập đoàn Điện lực Việt Nam"),
        ("Ủy ban Quốc gia về chuyển đổi số;", "Ủy ban Quốc gia về chuyển đổi số"),
        ("Ủy ban Quốc gia phòng, chống AIDS về", "Ủy ban Quốc gia phòng, chống AIDS"),
        ("Cục Quản lý khám, chữa bệnh về", "Cục Quản lý khám, chữa bệnh"),
        ("Cục Cảnh sát giao thông về", "Cục Cảnh sát giao thông"),
        ("Cục Cảnh sát quản lý hành chính về trật tự xã hội,", "Cục Cảnh sát quản lý hành chính về trật tự xã hội"),
        ("Viện Khoa học tổ chức nhà nước và Lao động tổ chức", "Viện Khoa học tổ chức nhà nước và Lao động"),
        ("Hiệp hội Doanh nghiệp tỉnh về", "Hiệp hội Doanh nghiệp tỉnh Hà Nam"),
        ("Vườn quốc gia Vũ Quang ban hành", "Vườn quốc gia Vũ Quang"),
    ],
)
def test_an_institution_has_the_name_that_is_written(text: str, name: str) -> None:
    read = read_institution(text, 0, HA_NAM)
    assert read is not None
    assert read[0].name == name


@pytest.mark.parametrize(
    "text",
    [
        "Bệnh viện về đổi mới phong cách",
        "Bệnh viện tuyến huyện tổ chức khám bệnh",
        "Trường THPT trên địa bàn tỉnh tổ chức",
        "Học viện",
        "Công ty trên địa bàn tỉnh",
        "Quân khu về",
        "Viện kiểm sát nhân dân tỉnh",
        "Trường Đại học " + "Kinh tế " * 9,
    ],
)
def test_a_kind_without_a_name_or_a_name_without_an_end_is_none(text: str) -> None:
    assert read_institution(text, 0, HA_NAM) is None


def test_institutions_of_the_nation_are_bodies_of_their_own_and_schools_wait_for_a_place() -> None:
    university, school = (read_issuer(f"{name};", 0, Frame()) for name in ("Học viện Tài chính", "Trường THPT Lê Lợi"))
    assert university is not None
    assert school is not None
    assert (university[0].body.level, school[0].body.level) == (Level.CENTRAL, None)
    assert school[0].body.place is None


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("Thanh tra Bộ Xây dựng về", "Thanh tra Bộ Xây dựng", Level.CENTRAL),
        ("Văn phòng Bộ Nội vụ;", "Văn phòng Bộ Nội vụ", Level.CENTRAL),
        ("Thanh tra Sở Y tế;", "Thanh tra Sở Y tế tỉnh Hà Nam", Level.PROVINCE),
        ("Thanh tra tỉnh;", "Thanh tra tỉnh Hà Nam", Level.PROVINCE),
        ("Tổng cục Thống kê;", "Tổng cục Thống kê", Level.CENTRAL),
        ("Tổng cục trưởng Tổng cục Thi hành án dân sự;", "Tổng cục trưởng Tổng cục Thi hành án dân sự", Level.CENTRAL),
        ("Cục Thống kê;", "Cục Thống kê tỉnh Hà Nam", Level.PROVINCE),
        (
            "Văn phòng Điều phối nông thôn mới Trung ương;",
            "Văn phòng Điều phối nông thôn mới Trung ương",
            Level.CENTRAL,
        ),
        ("Ban Chỉ huy phòng thủ dân sự quốc gia;", "Ban Chỉ huy Phòng thủ dân sự quốc gia", Level.CENTRAL),
        ("Ban Chỉ huy phòng thủ dân sự tỉnh;", "Ban Chỉ huy Phòng thủ dân sự tỉnh Hà Nam", Level.PROVINCE),
        ("Liên minh Hợp tác xã tỉnh;", "Liên minh Hợp tác xã tỉnh Hà Nam", Level.PROVINCE),
        ("Trường Chính trị tỉnh;", "Trường Chính trị tỉnh Hà Nam", Level.PROVINCE),
        ("Ban Quản lý Khu kinh tế Vũng Áng;", "Ban Quản lý Khu kinh tế Vũng Áng", Level.PROVINCE),
        ("Cục Quản lý thị trường tỉnh;", "Cục Quản lý thị trường tỉnh Hà Nam", None),
        ("Chi cục Thủy lợi tỉnh;", "Chi cục Thủy lợi tỉnh Hà Nam", None),
        ("Quỹ Bảo vệ môi trường tỉnh;", "Quỹ Bảo vệ môi trường tỉnh Hà Nam", None),
        ("Hội Người mù tỉnh về", "Hội Người mù tỉnh Hà Nam", None),
        ("Hội đồng Thi đua - Khen thưởng tỉnh;", "Hội đồng Thi đua - Khen thưởng tỉnh Hà Nam", Level.PROVINCE),
        ("Tòa án nhân dân khu vực 2;", "Tòa án nhân dân khu vực 2 tỉnh Hà Nam", Level.PROVINCE),
        ("Kho bạc Nhà nước khu vực X;", "Kho bạc Nhà nước khu vực X", Level.CENTRAL),
        ("Tổng Kiểm toán nhà nước;", "Tổng Kiểm toán nhà nước", Level.CENTRAL),
        ("Tổng Thanh tra Chính phủ;", "Tổng Thanh tra Chính phủ", Level.CENTRAL),
        ("đồng chí Chủ tịch UBND tỉnh;", "Chủ tịch Ủy ban nhân dân tỉnh Hà Nam", Level.PROVINCE),
        ("Phó Chủ tịch UBND tỉnh Nguyễn Văn An;", "Phó Chủ tịch Ủy ban nhân dân tỉnh Hà Nam", Level.PROVINCE),
        ("Tổng Bí thư Tô Lâm;", "Tổng Bí thư", Level.CENTRAL),
    ],
)
def test_what_belongs_to_a_ministry_or_the_nation_is_none_of_a_place(text: str, name: str, level: Level | None) -> None:
    read = read_issuer(text, 0, HA_NAM)
    assert read is not None
    assert (read[0].name, read[0].body.level) == (name, level)
