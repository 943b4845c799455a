"""What holds for every request: who may ask, how much may be sent, and how answers are guarded and cached.

Plain ASGI, outermost first: HEAD, headers, guard, body limit, validators (ETag).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders

from api.problems import Problem, error_response, problem_response, urn
from graph.errors import TooLarge

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from api.settings import Settings

OPEN_PATHS = frozenset({"/health", "/ready"})
"""Paths that answer without a key, for those who watch the process."""

SECURITY_HEADERS = {
    # The explorer lays out in a worker and draws on a canvas whose library styles its own elements.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class HeadLikeGet:
    """Answers HEAD as GET without its body, whatever the path; the framework's own routes know GET alone."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection, as ASGI says."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def headers_alone(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        await self.app({**scope, "method": "GET"}, receive, headers_alone)


class SecurityHeaders:
    """Adds :data:`SECURITY_HEADERS` to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection, as ASGI says."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, guarded)


class Guard:
    """Refuses host names that are not the service's (DNS rebinding), and requests without a key where keys are set.

    A key travels as ``Authorization: Bearer KEY``, or as the password of Basic, which browsers ask for by themselves.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self._digests = settings.api_keys
        own = {settings.host.casefold()} | ({"127.0.0.1", "localhost", "::1"} if settings.loopback else set())
        self._hosts = own | {host.casefold() for host in settings.allowed_hosts}
        self._any_host = "*" in self._hosts or not (settings.loopback or settings.allowed_hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection, as ASGI says."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        path = scope["path"]
        if not self._any_host and _host_name(headers.get("host", "")) not in self._hosts:
            refusal = problem_response(
                Problem(
                    type=urn("host"),
                    title="Tên máy không được phép",
                    status=400,
                    detail="Máy chủ không nhận tên máy này. Hãy thêm nó vào CANCU_ALLOWED_HOSTS.",
                    instance=path,
                )
            )
            await refusal(scope, receive, send)
            return
        if self._digests and path not in OPEN_PATHS and not self._knows(headers.get("authorization", "")):
            refusal = problem_response(
                Problem(
                    type=urn("key-needed"),
                    title="Cần khóa truy cập",
                    status=401,
                    detail="Hãy gửi khóa: Authorization: Bearer KHÓA, hoặc nhập khóa làm mật khẩu trong trình duyệt.",
                    instance=path,
                ),
                {"WWW-Authenticate": 'Basic realm="Can Cu", charset="UTF-8"'},
            )
            await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _knows(self, authorization: str) -> bool:
        digest = hashlib.sha256(_key(authorization)).hexdigest()
        return any([hmac.compare_digest(digest, known) for known in self._digests])  # noqa: C419 - takes equally long for all


class BodyLimit:
    """Refuses request bodies over a limit with 413, also when they come in chunks without a length."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self.app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection, as ASGI says."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = TooLarge(f"Nội dung gửi lên quá {self._limit} byte. Hãy chia nhỏ, hoặc tăng CANCU_MAX_BODY_BYTES.")
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdigit() and int(declared) > self._limit:
            await error_response(scope["path"], refusal)(scope, receive, send)
            return
        pieces: list[bytes] = []
        received = 0
        more = True
        while more:
            message = await receive()
            if message["type"] != "http.request":
                return
            pieces.append(message.get("body", b""))
            received += len(pieces[-1])
            more = message.get("more_body", False)
            if received > self._limit:
                await error_response(scope["path"], refusal)(scope, receive, send)
                return
        pending: list[Message] = [{"type": "http.request", "body": b"".join(pieces), "more_body": False}]

        async def replayed() -> Message:
            return pending.pop() if pending else await receive()

        await self.app(scope, replayed, send)


class Validators:
    """Gives each successful JSON answer to GET an ETag, and answers 304 when the reader has it already."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection, as ASGI says."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        start: Message | None = None
        body = bytearray()

        async def held(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _is_tagged(message):
                start = message
            elif start is None:
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    await _send_tagged(start, bytes(body), Headers(scope=scope).get("if-none-match", ""), send)

        await self.app(scope, receive, held)


def _is_tagged(start: Message) -> bool:
    return start["status"] == 200 and Headers(raw=start["headers"]).get("content-type", "").startswith(
        "application/json"
    )


async def _send_tagged(start: Message, body: bytes, known: str, send: Send) -> None:
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = MutableHeaders(scope=start)
    headers["ETag"] = tag
    headers["Cache-Control"] = "private, no-cache"
    if known.strip() == "*" or tag in {part.strip().removeprefix("W/") for part in known.split(",")}:
        del headers["content-length"]
        await send({**start, "status": 304})
        await send({"type": "http.response.body", "body": b""})
        return
    await send(start)
    await send({"type": "http.response.body", "body": body})


def _host_name(host: str) -> str:
    name = host.partition("]")[0].removeprefix("[") if host.startswith("[") else host.rpartition(":")[0] or host
    return name.casefold()


def _key(authorization: str) -> bytes:
    """Read the key out of a header, whose bytes are held as Latin-1 letters."""
    scheme, _, value = authorization.partition(" ")
    if scheme.casefold() == "bearer":
        return value.strip().encode("latin-1")
    if scheme.casefold() == "basic":
        try:
            return base64.b64decode(value, validate=True).partition(b":")[2]
        except binascii.Error:
            return b""
    return b""
