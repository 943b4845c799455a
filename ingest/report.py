"""What a run of ingest did, in numbers that add up: read = kept + unchanged + set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from pydantic import BaseModel, ConfigDict, Field, computed_field


class SetAside(BaseModel):
    """A file that was not ingested."""

    model_config = ConfigDict(frozen=True)

    file: str
    reason: str = Field(description="What is wrong with the file and what to do")
    kind: str = Field("unreadable", description="unreadable, nameless, unopened, timeout, memory or crash")


@dataclass(frozen=True, slots=True)
class Notice:
    """Something doubtful about a file that was ingested all the same; most files of a folder may have one."""

    file: str
    warning: str


class FormatCount(BaseModel):
    """What became of the files of one format: read = kept + unchanged + set aside."""

    model_config = ConfigDict(frozen=True)

    format: str = Field(description="Suffix in lower case without its dot, empty for none")
    read: int
    kept: int
    unchanged: int
    set_aside: int


class IngestReport(BaseModel):
    """The closing report of one run; ``documents``, ``mentions`` and ``edges`` count what the store holds then."""

    model_config = ConfigDict(frozen=True)

    kept: int = Field(description="Files that were new or had changed")
    unchanged: int = Field(description="Files of which the store already has these very bytes")
    set_aside: list[SetAside]
    documents: int
    mentions: int
    edges: int
    warnings: list[Notice] = []
    ignored: int = Field(0, description="Files that were passed over because the user said so; not among those read")
    formats: list[FormatCount] = []
    interrupted: bool = Field(False, description="True when the run was stopped before all files were read")

    @computed_field(description="Files that were read: kept + unchanged + set aside")  # type: ignore[prop-decorator]
    @property
    def read(self) -> int:
        """All files that the run came to."""
        return self.kept + self.unchanged + len(self.set_aside)

    @computed_field(description="Files that were set aside, by kind of reason")  # type: ignore[prop-decorator]
    @property
    def reasons(self) -> dict[str, int]:
        """How many files were set aside for each kind of reason."""
        return dict(sorted(Counter(aside.kind for aside in self.set_aside).items()))

    @property
    def nothing_usable(self) -> bool:
        """Whether files were read and every one of them was set aside."""
        return bool(self.set_aside) and not self.kept and not self.unchanged


def format_of(file: Path | str) -> str:
    """The format that a file claims to have by its name."""
    return PurePath(file).suffix.removeprefix(".").casefold()


def format_counts(
    kept: Mapping[str, int], unchanged: Mapping[str, int], set_aside: Iterable[SetAside]
) -> list[FormatCount]:
    """The numbers of each format, by its name."""
    aside = Counter(format_of(file.file) for file in set_aside)
    numbers = {name: (kept.get(name, 0), unchanged.get(name, 0), aside[name]) for name in {*kept, *unchanged, *aside}}
    return [
        FormatCount(format=name, read=sum(of), kept=of[0], unchanged=of[1], set_aside=of[2])
        for name, of in sorted(numbers.items())
    ]
