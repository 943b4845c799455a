"""Texts as they should not be: jumbled from the words of documents, damaged, mutated; what holds for each of them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from ingest.model import ParsedDocument
from ingest.resolve import resolve_text

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAPERS = sorted(path for path in EXAMPLES.glob("*/*") if path.suffix in {".txt", ".md"})
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in PAPERS}

FRAGMENTS = [
    "Căn cứ ", "Thực hiện ", "Nghị quyết số ", "Quyết định số ", "57-NQ/TW", "22/2018/QĐ-TTg", "149/KH-UBND", "/",
    "-", "–", " ngày 12/12/2013", " ngày 09 tháng 01 năm 2015", " của Bộ Chính trị", " của UBND tỉnh", " của ",
    "Luật Thanh tra", "Luật sửa đổi, bổ sung một số điều của ", "khoản 2 Điều 5 ", "; ", ", ", " và ", ".\n",
    "\n\n", "\n", "(", ")", '"', "**", "| ", "hướng dẫn thi hành ", "thay thế ", "được sửa đổi, bổ sung bởi ",
    "(sau đây gọi tắt là ", "Nghị quyết 57", "217, 218-QĐ/TW", "Số: 30/KH-UBND\n", "Nơi nhận:\n- ", "I. MỤC ĐÍCH\n",
    "1. Sở Nội vụ ", "Nghị quyết Đại hội lần thứ XIII của Đảng", "[1] ",
]  # fmt: skip
pieces = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6)), max_size=40).map("".join)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A real paper with some characters removed, doubled, exchanged or replaced."""
    text = TEXTS[draw(st.sampled_from(sorted(TEXTS)))]
    start = draw(st.integers(0, max(0, len(text) - 400)))
    window = list(text[start : start + 1_500])
    for _ in range(draw(st.integers(0, 12))):
        at = draw(st.integers(0, len(window) - 1))
        window[at] = draw(
            st.sampled_from(["", window[at] * 2, "\n", " ", "/", "-", "\u0301", "|", "Đ", "0", draw(st.characters())])
        )
    return "".join(window)


def check(text: str, parsed: ParsedDocument) -> None:
    for mention in parsed.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert 0 < mention.confidence <= 1
        assert mention.antecedent is None or 0 <= mention.antecedent < len(parsed.mentions)
    starts = [mention.start for mention in parsed.mentions]
    assert starts == sorted(starts)
    for relation in parsed.relations:
        assert 0 <= relation.start < relation.end <= len(text)
        assert relation.source != relation.target
        assert {relation.source, relation.target} <= set(range(len(parsed.mentions)))
    for back in parsed.back_references:
        assert text[back.start : back.end] == back.text != ""
        assert parsed.mentions[back.mention].end <= back.start
    for assignment in parsed.assignments:
        assert 0 <= assignment.start < assignment.end <= len(text)
        assert text[assignment.start : assignment.end] == assignment.text
    for end in parsed.ends:
        assert 0 <= end.start < end.end <= len(text)
        assert 0 <= end.sentence[0] <= end.sentence[1] <= len(text)
    if parsed.effect is not None:
        assert 0 <= parsed.effect.start < parsed.effect.end <= len(text)
    if parsed.header.symbol_span is not None:
        assert 0 <= parsed.header.symbol_span[0] < parsed.header.symbol_span[1] <= len(text)
    assert len(resolve_text(parsed)) == len(parsed.mentions)


TYPES = [
    "Quyết định",
    "Nghị quyết",
    "Kế hoạch",
    "Chỉ thị",
    "Thông tư liên tịch",
    "Công văn",
    "Luật",
    "NĐ",
    "quyết định",
]
BODIES = ["Bộ Chính trị", "UBND tỉnh Hà Giang", "Thủ tướng Chính phủ", "HĐND quận 1", "Ban Chỉ đạo về chuyển đổi số"]
SYMBOLS = [
    "57-NQ/TW",
    "22/2018/QĐ-TTg",
    "149 /KH – UBND",
    "10/2022/QH15",
    "5451/UBND-CNXD",
    "217, 218-QĐ/TW",
    "54",
    "5/",
]
DATES = [" ngày 12/12/2013", ", ngày 09 tháng 01 năm 2015", " năm 2022", " ngày 31/2/2020", ""]
CUES = [
    "Căn cứ ",
    "Thực hiện ",
    "thay thế ",
    "sửa đổi, bổ sung một số điều của ",
    "Giao Sở Nội vụ chủ trì theo ",
    "bãi bỏ ",
]
ENDINGS = [
    "; ",
    ", ",
    " và ",
    ".\n",
    " có hiệu lực thi hành;\n",
    ":\n- ",
    " (sau đây gọi tắt là Nghị quyết 57) ",
    ". Quyết định nêu trên thay thế ",
    ". Sở Nội vụ báo cáo UBND tỉnh (qua Sở Tài chính) trong vòng 10 ngày kể từ ngày nhận được ",
    "\n\n",
]


@st.composite
def references(draw: st.DrawFn) -> str:
    """Sentences after the grammar of references: cue, type, "số", symbol, date, issuer, in any company."""
    parts: list[str] = []
    for _ in range(draw(st.integers(1, 8))):
        parts += [
            draw(st.sampled_from(CUES)),
            draw(st.sampled_from(TYPES)),
            draw(st.sampled_from([" số ", " ", " số: "])),
        ]
        parts += [draw(st.sampled_from(SYMBOLS)), draw(st.sampled_from(DATES))]
        parts += [draw(st.sampled_from(["", *(f" của {body}" for body in BODIES)])), draw(st.sampled_from(ENDINGS))]
    return "".join(parts)


@st.composite
def mutated(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """A text with bytes flipped, stretches removed, repeated or moved, and characters of any script put in."""
    text = draw(texts)
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 60)))
        piece = text[start:end]
        match draw(st.sampled_from(["flip", "remove", "repeat", "move", "insert"])):
            case "flip":
                data = bytearray(piece.encode())
                if data:
                    data[draw(st.integers(0, len(data) - 1))] ^= 1 << draw(st.integers(0, 7))
                text = text[:start] + data.decode(errors="replace") + text[end:]
            case "remove":
                text = text[:start] + text[end:]
            case "repeat":
                text = text[:end] + piece * draw(st.integers(1, 40)) + text[end:]
            case "move":
                rest = text[:start] + text[end:]
                at = draw(st.integers(0, len(rest)))
                text = rest[:at] + piece + rest[at:]
            case _:
                text = text[:start] + draw(st.text(max_size=8)) + text[start:]
    return text
