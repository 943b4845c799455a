"""Text in, what it says out; nothing is stored."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body
from pydantic import BaseModel, ConfigDict, Field

from api import examples
from api.dependencies import SettingsParameter
from api.problems import responses
from graph.errors import TooLarge
from ingest.contract import ExtractRecord
from ingest.extract import extract_text

router = APIRouter(tags=["extract"])


class ExtractRequest(BaseModel):
    """A text to read; ``file`` is the name that the answer carries."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1)
    file: str = Field("text", max_length=400)


@router.post(
    "/extract",
    summary="Read one text",
    responses=examples.ok(examples.EXTRACT) | responses(413, 422),
)
def extract(
    settings: SettingsParameter,
    request: Annotated[ExtractRequest, Body(examples=[{"file": "ke-hoach-10.txt", "text": examples.TEXT}])],
) -> ExtractRecord:
    """Read header, mentions, relations, validity and tasks of a text; offsets point into it as it was sent."""
    if len(request.text) > settings.max_text_characters:
        raise TooLarge(f"Văn bản dài quá {settings.max_text_characters} ký tự. Hãy chia nhỏ, hoặc dùng cancu extract.")
    return extract_text(request.text, request.file)
