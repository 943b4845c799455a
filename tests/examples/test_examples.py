"""The example papers can't be taken for official ones, and their names and their README tell what they are."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from data.tables import places

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAPERS = sorted(path for path in EXAMPLES.glob("*/*") if path.suffix in {".txt", ".md", ".html"})
NAME = re.compile(r"(?:19|20)\d{2}-(?:central|province|district|ward)-[a-z-]+\.(?:txt|md|html)")
LABEL = "(Văn bản minh họa, không phải văn bản chính thức.)"

each_paper = pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)


def test_there_are_papers_of_every_level() -> None:
    assert {path.name.split("-")[1] for path in PAPERS} == {"central", "province", "district", "ward"}


@each_paper
def test_a_paper_says_at_its_end_that_it_is_no_official_one(paper: Path) -> None:
    assert LABEL in paper.read_text(encoding="utf-8")[-120:]


@each_paper
def test_a_paper_is_composed_utf_8_with_unix_line_ends(paper: Path) -> None:
    text = paper.read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text


@each_paper
def test_a_file_name_tells_year_level_place_and_type(paper: Path) -> None:
    assert NAME.fullmatch(paper.name)


def test_the_readme_describes_every_paper_once_and_no_other() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert sorted(NAME.findall(readme)) == sorted(path.name for path in PAPERS)


@pytest.mark.parametrize(
    ("paper", "place", "day"),
    [
        ("2024-ward-duy-trinh-ke-hoach.txt", "quang-nam.duy-xuyen.duy-trinh", date(2024, 3, 5)),
        ("2024-ward-xuong-giang-ke-hoach.txt", "bac-giang.bac-giang.xuong-giang", date(2024, 3, 8)),
        ("2025-ward-duy-xuyen-ke-hoach.md", "da-nang-2025.duy-xuyen", date(2025, 9, 22)),
        ("2025-ward-bac-giang-ke-hoach.txt", "bac-ninh-2025.bac-giang", date(2025, 10, 6)),
    ],
)
def test_the_place_of_a_paper_existed_on_the_day_of_the_paper(paper: str, place: str, day: date) -> None:
    (found,) = [row for row in places() if row.id == place]
    assert (found.valid_from or day) <= day <= (found.valid_to or day)
    assert found.name.casefold() in next(EXAMPLES.rglob(paper)).read_text(encoding="utf-8").casefold()
