"""What a run of ingest did, in numbers that add up: read = kept + unchanged + set aside."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, computed_field


class SetAside(BaseModel):
    """A file that was not ingested."""

    model_config = ConfigDict(frozen=True)

    file: str
    reason: str = Field(description="What is wrong with the file and what to do")


class Notice(BaseModel):
    """Something doubtful about a file that was ingested all the same."""

    model_config = ConfigDict(frozen=True)

    file: str
    warning: str


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
    interrupted: bool = Field(False, description="True when the run was stopped before all files were read")

    @computed_field(description="Files that were read: kept + unchanged + set aside")  # type: ignore[prop-decorator]
    @property
    def read(self) -> int:
        """All files that the run came to."""
        return self.kept + self.unchanged + len(self.set_aside)

    @property
    def nothing_usable(self) -> bool:
        """Whether files were read and every one of them was set aside."""
        return bool(self.set_aside) and not self.kept and not self.unchanged
