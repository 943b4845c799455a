"""Every error as problem details (RFC 9457), mapped in one place.

An expected error carries its own slug, title and status; what the framework rejects gets those of its kind; what nobody
expected is logged and told without details.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from graph.errors import AmbiguousDocument, CancuError, StoreError, TooLarge, UnknownDocument, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import FastAPI, Request

MEDIA_TYPE = "application/problem+json"
_LOG = logging.getLogger(__name__)
_SHOWN = 60
"""Characters of a wrong value that are repeated."""

_TITLES = {
    400: "Yêu cầu chưa đúng",
    401: "Cần khóa truy cập",
    404: "Không có địa chỉ này",
    405: "Không dùng được phương thức này",
    413: "Quá lớn",
    422: "Tham số chưa đúng",
    500: "Lỗi của máy chủ",
}


_WRONG = {
    "date": "“{input}” không phải là ngày, hãy viết dạng 2024-02-13",
    "int": "“{input}” không phải là số nguyên",
    "float": "“{input}” không phải là số",
    "bool": "“{input}” không phải là true hoặc false",
    "missing": "chưa có giá trị",
    "unknown_parameter": "không có tham số này, {instead}",
    "literal_error": "“{input}” không dùng được, hãy chọn: {expected}",
    "enum": "“{input}” không dùng được, hãy chọn: {expected}",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than_equal": "không được quá {le}",
    "string_too_short": "phải có ít nhất {min_length} ký tự",
    "string_too_long": "không được quá {max_length} ký tự",
    "json_invalid": "không phải JSON đúng",
}
"""What is wrong with a value, by the kind of error that pydantic reports or the first word of it."""


class Candidate(BaseModel):
    """One of several documents that a name fits."""

    key: str
    text: str = Field(description="One-line description")


class FieldProblem(BaseModel):
    """What is wrong with one parameter or field."""

    field: str
    message: str


class Problem(BaseModel):
    """Problem details; ``type`` is ``urn:cancu:problem:`` with the slug of the error."""

    type: str
    title: str
    status: int
    detail: str = Field(description="What is wrong and what to do next, in Vietnamese")
    instance: str = Field(description="Path of the request")
    candidates: list[Candidate] | None = Field(None, description="With 409: call again with one of these keys")
    near: list[str] | None = Field(None, description="With 404: symbols that look alike")
    errors: list[FieldProblem] | None = Field(None, description="With 422: one entry a field")


def urn(slug: str) -> str:
    """Name the type of a problem."""
    return f"urn:cancu:problem:{slug}"


def problem_response(problem: Problem, headers: dict[str, str] | None = None) -> JSONResponse:
    """Build the response that carries ``problem``."""
    return JSONResponse(problem.model_dump(exclude_none=True), problem.status, headers, media_type=MEDIA_TYPE)


def problem_of(path: str, error: CancuError) -> Problem:
    """Describe an expected error that happened at ``path``."""
    return Problem(
        type=urn(error.slug),
        title=error.title,
        status=error.status,
        detail=str(error),
        instance=path,
        candidates=[Candidate(key=key, text=text) for key, text in error.candidates]
        if isinstance(error, AmbiguousDocument)
        else None,
        near=list(error.near) if isinstance(error, UnknownDocument) else None,
    )


def error_response(path: str, error: CancuError) -> JSONResponse:
    """Build the response of an expected error."""
    return problem_response(problem_of(path, error), {"Retry-After": "5"} if isinstance(error, StoreError) else None)


def install(app: FastAPI) -> None:
    """Map every error of ``app`` to problem details."""

    @app.exception_handler(CancuError)
    async def _expected(request: Request, error: CancuError) -> JSONResponse:
        return error_response(request.url.path, error)

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        errors = [
            FieldProblem(field=".".join(str(part) for part in entry["loc"]), message=_in_vietnamese(entry))
            for entry in error.errors()
        ]
        detail = "; ".join(f"{entry.field}: {entry.message}" for entry in errors)
        return problem_response(
            Problem(
                type=urn("validation"),
                title=_TITLES[422],
                status=422,
                detail=f"{detail.rstrip('.')}. Hãy sửa theo mô tả ở /api/v1/openapi.json.",
                instance=request.url.path,
                errors=errors,
            )
        )

    @app.exception_handler(HTTPException)
    async def _refused(request: Request, error: HTTPException) -> JSONResponse:
        return problem_response(
            Problem(
                type=urn(f"http-{error.status_code}"),
                title=_TITLES.get(error.status_code, "Lỗi"),
                status=error.status_code,
                detail=f"{request.method} {request.url.path}: {error.detail}. Các địa chỉ có ở /api/v1/openapi.json.",
                instance=request.url.path,
            ),
            dict(error.headers or {}),
        )

    @app.exception_handler(Exception)
    async def _unexpected(request: Request, error: Exception) -> JSONResponse:
        _LOG.error("unexpected error at %s %s", request.method, request.url.path, exc_info=error)
        return problem_response(
            Problem(
                type=urn("internal"),
                title=_TITLES[500],
                status=500,
                detail="Máy chủ gặp lỗi không lường trước; chi tiết ở nhật ký của máy chủ.",
                instance=request.url.path,
            )
        )


def _in_vietnamese(entry: Mapping[str, Any]) -> str:
    kind = str(entry["type"])
    words = _WRONG.get(kind) or _WRONG.get(kind.partition("_")[0]) or "giá trị “{input}” không dùng được"
    given = {**(entry.get("ctx") or {}), "input": _shown(entry.get("input"))}
    given["expected"] = str(given.get("expected")).replace("'", "").replace(" or ", ", ")
    return words.format(**given)


def _shown(value: object) -> str:
    """The beginning of a wrong value, without what no answer can carry."""
    return str(value)[:_SHOWN].encode(errors="replace").decode()


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Describe problems for OpenAPI, with an example each."""
    return {
        status: {
            "model": Problem,
            "description": _EXAMPLES[status].title,
            "content": {MEDIA_TYPE: {"example": _EXAMPLES[status].model_dump(exclude_none=True)}},
        }
        for status in statuses
    }


_PATH = "/api/v1/trace"
_EXAMPLES = {
    400: problem_of(_PATH, UsageError("max_hops phải từ 1 đến 16.")),
    401: Problem(
        type=urn("key-needed"),
        title=_TITLES[401],
        status=401,
        detail="Hãy gửi khóa: Authorization: Bearer KHÓA.",
        instance=_PATH,
    ),
    404: problem_of(_PATH, UnknownDocument("11/KH-UBNDD", near=("11/KH-UBND",))),
    409: problem_of(
        _PATH,
        AmbiguousDocument(
            "149/KH-UBND",
            (
                ("st:kh:2023:149:ubnd.hai-phong", "Kế hoạch 149/KH-UBND, UBND thành phố Hải Phòng, 2023"),
                ("st:kh:2023:149:ubnd.hai-phong.kien-an", "Kế hoạch 149/KH-UBND, UBND quận Kiến An, 2023"),
            ),
        ),
    ),
    413: problem_of(_PATH, TooLarge("Nội dung gửi lên quá 8000000 byte. Hãy chia nhỏ.")),
    422: Problem(
        type=urn("validation"),
        title=_TITLES[422],
        status=422,
        detail="query.as_of: “hôm nay” không phải là ngày, hãy viết dạng 2024-02-13. "
        "Hãy sửa theo mô tả ở /api/v1/openapi.json.",
        instance=_PATH,
        errors=[FieldProblem(field="query.as_of", message=_WRONG["date"].format(input="hôm nay"))],
    ),
    503: problem_of(_PATH, StoreError("Không mở được kho. Hãy thử lại sau.")),
}
