"""Files in files: each member comes as a file of its own or with the reason why not."""

from __future__ import annotations

import stat
import struct
import zipfile
from collections.abc import Iterable
from contextlib import closing
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UnreadableFile
from graph.originals import Originals
from graph.sqlite import SqliteStore
from ingest import packed, zipped
from ingest.aside import aside_files, forget_missing, ignore
from ingest.contract import ExtractRecord
from ingest.extract import extract_file
from ingest.members import holds_members, members_of
from ingest.packed import INSIDE, Member
from ingest.pipeline import ingest_paths
from ingest.workers import local_workers
from tests.compound import compound_file
from tests.small_corpus import ingested, write_corpus

PLAN = "Số: 5/KH-UBND\nKẾ HOẠCH".encode()


class RawName(zipfile.ZipInfo):
    """A member whose name is written as bytes of an old code page."""

    raw = b""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - the name of zipfile
        return self.raw, self.flag_bits & ~0x800


def zip_of(members: Iterable[tuple[str | zipfile.ZipInfo, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def named(raw: bytes) -> RawName:
    info = RawName("a.txt")
    info.raw = raw
    return info


def link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def flagged(data: bytes, flag: int) -> bytes:
    """The zip ``data`` of one member with ``flag`` set in both of its headers."""
    changed = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + offset
        changed[at : at + 2] = struct.pack("<H", struct.unpack_from("<H", data, at)[0] | flag)
    return bytes(changed)


def only(data: bytes, name: str = "a.zip") -> Member:
    (member,) = members_of(data, name)
    return member


def mail(words: str, *attachments: tuple[str, bytes]) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.vn", "b@example.vn", "Gửi kế hoạch"
    message.set_content(words)
    for name, data in attachments:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def outlook(words: str, *attachments: tuple[str, bytes]) -> bytes:
    streams = {"__substg1.0_1000001F": words.encode("utf-16-le")}
    for number, (name, data) in enumerate(attachments):
        folder = f"__attach_version1.0_#{number:08X}"
        streams[f"{folder}/__substg1.0_3707001F"] = name.encode("utf-16-le")
        streams[f"{folder}/__substg1.0_37010102"] = data
    return compound_file(streams)


def test_the_files_of_a_zip_come_with_their_paths_and_folders_and_hidden_files_are_passed_over() -> None:
    data = zip_of([("van-ban/", b""), ("van-ban/a.txt", PLAN), ("__MACOSX/a.txt", b"x"), (".DS_Store", b"x")])
    assert only(data) == Member("van-ban/a.txt", PLAN)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("kế hoạch.txt".encode(), "kế hoạch.txt"),
        ("kê\u0301 hoa\u0323ch.txt".encode("cp1258"), "kế hoạch.txt"),
        ("résumé.txt".encode("cp437"), "résumé.txt"),
        (b"van-ban\\a.txt", "van-ban/a.txt"),
    ],
)
def test_names_in_utf8_windows_1258_and_cp437_are_told_apart(raw: bytes, name: str) -> None:
    assert only(zip_of([(named(raw), PLAN)])).name == name


def test_a_name_that_says_it_is_utf8_is_believed() -> None:
    assert only(zip_of([("Quyết định.txt", PLAN)])).name == "Quyết định.txt"


def test_two_members_of_one_name_are_two_files() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zip_of([("a/b.txt", PLAN), ("a/b.txt", PLAN + b".")])
    assert [member.name for member in members_of(data, "a.zip")] == ["a/b.txt", "a/b (2).txt"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (zip_of([("../a.txt", PLAN)]), "trỏ ra ngoài"),
        (zip_of([("a/../../b.txt", PLAN)]), "trỏ ra ngoài"),
        (zip_of([("/etc/a.txt", PLAN)]), "trỏ ra ngoài"),
        (zip_of([(named(b"C:\\a.txt"), PLAN)]), "trỏ ra ngoài"),
        (zip_of([(link(), b"/etc/passwd")]), "liên kết"),
        (flagged(zip_of([("a.txt", PLAN)]), 1), "mật khẩu"),
        (zip_of([("a.txt", PLAN)], zipfile.ZIP_LZMA), "kiểu nén"),
        (zip_of([("a.txt", bytes(5_000_000))]), "bom nén"),
        (zip_of([("a.txt", bytes(21_000_000))], zipfile.ZIP_STORED), "quá giới hạn 20 MB"),
    ],
)
def test_a_member_that_may_do_harm_or_cannot_be_had_is_refused_alone(data: bytes, said: str) -> None:
    member = only(data)
    assert said in (member.refused or "")
    assert "Hãy" in (member.refused or "")
    assert member.data == b""


def test_a_member_of_any_length_comes_as_it_was_packed() -> None:
    assert only(zip_of([("a.txt", PLAN * 9)])) == Member("a.txt", PLAN * 9)


def test_a_member_that_is_longer_or_shorter_than_it_says_is_refused() -> None:
    data = bytearray(zip_of([("a.txt", PLAN)], zipfile.ZIP_STORED))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", len(PLAN) - 1)
    assert only(bytes(data)).refused


def test_zips_in_zips_are_opened_three_deep_and_no_deeper() -> None:
    data = zip_of([("a.txt", PLAN)])
    for _ in range(2):
        data = zip_of([("b.zip", data)])
    assert only(data) == Member("b.zip!/b.zip!/a.txt", PLAN)
    deeper = only(zip_of([("b.zip", data)]))
    assert deeper.name == "b.zip!/b.zip!/b.zip"
    assert "sâu quá 3 lớp" in (deeper.refused or "")


def test_limits_count_over_all_that_a_zip_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = zip_of([(f"{n}.txt", PLAN) for n in range(4)])
    data = zip_of([("b.zip", inner), ("c.txt", PLAN)])
    monkeypatch.setattr(packed.Packed.__init__, "__defaults__", (4, 10_000))
    assert [member.refused is None for member in members_of(data, "a.zip")] == [True, True, True, False]
    monkeypatch.setattr(packed.Packed.__init__, "__defaults__", (99, len(inner) + 2 * len(PLAN)))
    assert [member.refused is None for member in members_of(data, "a.zip")] == [True, True, False, False, False]


def test_of_members_beyond_the_limit_the_first_tells_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed.Packed.__init__, "__defaults__", (2, 10_000))
    *kept, last = members_of(zip_of([(f"{n}.txt", PLAN) for n in range(9)]), "a.zip")
    assert ([member.name for member in kept], last.name) == (["0.txt", "1.txt"], "2.txt")
    assert "từ tệp này trở đi chưa đọc" in (last.refused or "")


def test_a_zip_that_lists_too_many_files_is_not_even_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "_LIST_BYTES", 100)
    with pytest.raises(UnreadableFile, match="có hơn"):
        members_of(zip_of([(f"{n}.txt", b"") for n in range(9)]), "a.zip")


@pytest.mark.parametrize("data", [zip_of([("a.txt", PLAN)])[:-9], b"PK\x03\x04" + bytes(99), zip_of([])])
def test_a_damaged_or_empty_zip_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"^a\.zip: .*Hãy"):
        members_of(data, "a.zip")


def test_a_damaged_zip_in_a_zip_leaves_the_others() -> None:
    found = members_of(zip_of([("b.zip", b"PK\x03\x04" + bytes(99)), ("c.txt", PLAN)]), "a.zip")
    assert [(member.name, member.refused is None) for member in found] == [("b.zip", False), ("c.txt", True)]


@pytest.mark.parametrize(
    ("data", "name", "is_opened"),
    [
        (zip_of([("a.txt", PLAN)]), "a.ZIP", True),
        (zip_of([("[Content_Types].xml", b"<x/>")]), "a.zip", False),
        (zip_of([("mimetype", b"application/vnd.oasis")], zipfile.ZIP_STORED), "a.zip", False),
        (zip_of([("a.txt", PLAN)]), "a.docx", False),
        (PLAN, "a.zip", False),
        (b"From: a@example.vn\nSubject: x\n\nxin\n", "a.eml", True),
        (PLAN, "a.eml", False),
        (PLAN, "a.msg", False),
    ],
)
def test_what_is_opened_is_told_by_name_and_content(data: bytes, name: str, is_opened: bool) -> None:
    assert holds_members(data, name) is is_opened


def test_a_mail_gives_its_attachments_and_not_the_words_that_are_no_document() -> None:
    data = mail("Kính gửi, xin gửi kèm kế hoạch.", ("kế hoạch.txt", PLAN), ("a/b\\c.txt", PLAN)).as_bytes()
    assert members_of(data, "a.eml") == (Member("kế hoạch.txt", PLAN), Member("c.txt", PLAN))


def test_the_words_of_a_mail_come_when_they_are_a_document_or_all_there_is() -> None:
    with_plan = members_of(mail(PLAN.decode(), ("b.txt", PLAN)).as_bytes(), "a.eml")
    assert [member.name for member in with_plan] == ["b.txt", "noi-dung-thu.txt"]
    assert only(mail("Kính gửi").as_bytes(), "a.eml").data == "Kính gửi\n".encode()


def test_a_picture_in_the_words_is_no_file_and_a_forwarded_mail_is_opened() -> None:
    inner = mail("Kính gửi", ("b.txt", PLAN))
    inner["Message-ID"] = "<1@example.vn>"
    message = mail("Chuyển tiếp")
    message.add_related(b"\x89PNG", "image", "png", cid="<logo>", filename="logo.png")
    message.add_attachment(inner)
    assert only(message.as_bytes(), "a.eml") == Member("tep-kem.eml!/b.txt", PLAN)


def test_a_zip_in_a_mail_is_opened() -> None:
    data = mail("Kính gửi", ("van-ban.zip", zip_of([("b.txt", PLAN)]))).as_bytes()
    assert only(data, "a.eml") == Member("van-ban.zip!/b.txt", PLAN)


def test_a_message_of_outlook_gives_its_attachments() -> None:
    data = outlook("Kính gửi", ("kế hoạch.txt", PLAN.ljust(5_000)), ("b.zip", zip_of([("c.txt", PLAN)])))
    found = {member.name: member.data.rstrip(b"\0 ") for member in members_of(data, "thư.msg")}
    assert found == {"kế hoạch.txt": PLAN, "b.zip!/c.txt": PLAN}
    assert only(outlook("Kính gửi"), "a.msg").data == "Kính gửi".encode()


def test_a_damaged_message_of_outlook_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="thư hỏng"):
        members_of(outlook("x", ("a.txt", PLAN))[:700], "a.msg")


@given(st.data())
def test_no_damage_to_a_file_of_files_gets_further_than_a_refusal(draw: st.DataObject) -> None:
    sound, name = draw.draw(st.sampled_from(SOUND))
    at = draw.draw(st.integers(0, len(sound) - 1))
    damaged = sound[:at] + draw.draw(st.binary(max_size=9)) + sound[at + draw.draw(st.integers(0, 9)) :]
    try:
        found = members_of(damaged, name) if holds_members(damaged, name) else ()
    except UnreadableFile as refused:
        assert str(refused).startswith(f"{name}: ")  # noqa: PT017 - both ends are right
    else:
        assert all((member.refused is None) or not member.data for member in found)


SOUND = [
    (zip_of([("a.txt", PLAN), ("b.zip", zip_of([("c.txt", PLAN)]))]), "a.zip"),
    (mail("Kính gửi", ("b.txt", PLAN)).as_bytes(), "a.eml"),
    (outlook("Kính gửi", ("b.txt", PLAN)), "a.msg"),
]


def test_a_run_reads_members_like_files_and_its_report_adds_up(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "van-ban")
    data = zip_of(
        [(file.name, file.read_bytes()) for file in folder.iterdir()]
        + [("../x.txt", PLAN), ("anh.xyz", b"\x00\x01" * 99), ("ghi-chu.txt", b"Xin chao")]
    )
    packed_folder = tmp_path / "nen"
    packed_folder.mkdir()
    (packed_folder / "a.zip").write_bytes(data)
    (packed_folder / "thu.eml").write_bytes(mail("Kính gửi", ("lai.zip", data)).as_bytes())
    (packed_folder / "hong.zip").write_bytes(b"PK\x03\x04" + bytes(99))
    outcomes = [ingested(tmp_path / "one", [packed_folder])]
    with local_workers(2, seconds=60) as workers:
        outcomes.append(ingested(tmp_path / "two", [packed_folder], workers))
    plain = ingested(tmp_path / "plain", [folder])
    for outcome in outcomes:
        report = outcome.report
        assert (report.read, report.kept, report.unchanged, len(report.set_aside)) == (11, 2, 2, 7)
        assert outcome.graph == plain.graph
        refused = [Path(aside.file).relative_to(packed_folder).as_posix() for aside in report.set_aside]
        assert refused[:4] == ["a.zip!/__/x.txt", "a.zip!/anh.xyz", "a.zip!/ghi-chu.txt", "hong.zip"]
        assert refused[4] == "thu.eml!/lai.zip!/__/x.txt"
    assert outcomes[0].report == outcomes[1].report
    with closing(SqliteStore(tmp_path / "one" / "cancu.db")) as store:
        paths = sorted(source.path for source in store.sources())
        assert paths == sorted(f"{packed_folder}/a.zip!/{file.name}" for file in folder.iterdir())
        assert Originals(tmp_path / "one" / "originals").read(next(store.sources()).sha256)


def test_a_changed_zip_replaces_the_statements_of_its_changed_members_alone(tmp_path: Path) -> None:
    folder, archive = write_corpus(tmp_path / "van-ban"), tmp_path / "a.zip"
    archive.write_bytes(zip_of([(file.name, file.read_bytes()) for file in folder.iterdir()]))
    ingested(tmp_path, [archive])
    plan = folder / "ke-hoach-phuong.txt"
    plan.write_text(plan.read_text("utf-8").replace("04/2015/NĐ-CP", "59/2023/NĐ-CP"), "utf-8")
    archive.write_bytes(zip_of([(file.name, file.read_bytes()) for file in folder.iterdir()]))
    again = ingested(tmp_path, [archive])
    assert (again.report.kept, again.report.unchanged) == (1, 1)
    assert again.graph == ingested(tmp_path / "plain", [folder]).graph


def test_a_member_that_was_set_aside_is_remembered_until_its_zip_holds_it_no_more(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    archive.write_bytes(zip_of([("ke-hoach.txt", PLAN), ("a.xyz", b"\x00" * 9), ("../b.txt", PLAN)]))
    with closing(SqliteStore(tmp_path / "cancu.db")) as store:
        for _ in range(2):
            report = ingest_paths(store, [tmp_path], originals=Originals(tmp_path / ".originals"))
            names = [Path(aside.file).relative_to(tmp_path).as_posix() for aside in report.set_aside]
            assert names[:2] == ["a.zip!/a.xyz", "a.zip!/__/b.txt"]
        assert not forget_missing(store)
        assert [file.path for file in aside_files(store)][:2] == [f"{archive}!/__/b.txt", f"{archive}!/a.xyz"]
        archive.write_bytes(zip_of([("ke-hoach.txt", PLAN), ("a.xyz", b"\x00" * 9)]))
        ingest_paths(store, [archive], originals=Originals(tmp_path / ".originals"))
        assert [file.path for file in aside_files(store) if INSIDE in file.path] == [f"{archive}!/a.xyz"]
        ignore(store, [tmp_path / "a.zip!" / "a.xyz"])
        assert ingest_paths(store, [archive], originals=Originals(tmp_path / ".originals")).ignored == 1


def test_extract_tells_of_each_member_and_goes_on_after_a_bad_one(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    file.write_bytes(zip_of([("a.txt", PLAN), ("../b.txt", PLAN), ("c.xyz", b"\x00" * 9)]))
    first, second, third = extract_file(file)
    assert isinstance(first, ExtractRecord)
    assert (first.file, first.header.symbol) == (f"{file}!/a.txt", "5/KH-UBND")
    assert str(second).startswith(f"{file}!/__/b.txt: đường dẫn")
    assert isinstance(third, UnreadableFile)


def test_the_size_of_what_is_opened_has_a_limit_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ingest import members

    monkeypatch.setattr(members, "PACKED_LIMIT", 200)
    file = tmp_path / "a.zip"
    file.write_bytes(zip_of([("a.txt", PLAN), ("b.txt", PLAN)]))
    with pytest.raises(UnreadableFile, match="quá giới hạn"):
        members.bytes_of(file)
