"""Every setting and limit of the service, by name; each is read from ``CANCU_…`` in the environment."""

from __future__ import annotations

import ipaddress
import re
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from graph.errors import UsageError

_SHA256 = re.compile(r"[0-9a-f]{64}")


class Settings(BaseSettings):
    """Settings of the service. A list is written with commas between its items."""

    model_config = SettingsConfigDict(env_prefix="CANCU_", frozen=True, extra="forbid")

    store: str | None = Field(None, description="Address of the store; none: the store that the command line uses")
    host: str = Field("127.0.0.1", description="Address to listen on; any but a loopback address needs keys")
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on; 0: any free one")
    api_keys: Annotated[tuple[str, ...], NoDecode] = Field((), description="sha256 of each key that may read, in hex")
    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Host names that requests may use besides the address itself; * allows all"
    )
    max_body_bytes: int = Field(8_000_000, gt=0, description="Largest request body")
    max_text_characters: int = Field(2_000_000, gt=0, description="Longest text that extract reads")
    max_page: int = Field(500, gt=0, description="Most items of one page")
    max_hops: int = Field(16, gt=0, description="Most hops of a trace")
    max_nodes: int = Field(2_000, gt=0, description="Most documents of a trace")
    max_query_characters: int = Field(400, gt=0, description="Longest search query or document name")
    explorer: Path = Field(Path(__file__).parent / "static", description="Folder of the built explorer")

    @field_validator("api_keys", "allowed_hosts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(filter(None, (part.strip() for part in value.split(",")))) if isinstance(value, str) else value

    @field_validator("api_keys")
    @classmethod
    def _are_digests(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not all(_SHA256.fullmatch(digest) for digest in value):
            raise ValueError("mỗi khóa phải ở dạng sha256, 64 chữ số thập lục phân")
        return value

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach the service."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def load_settings(*, host: str | None = None, port: int | None = None, store: str | None = None) -> Settings:
    """Read the settings from the environment; arguments that are given win.

    Raises :class:`graph.errors.UsageError` when a value cannot be used, or the address needs keys and there are none.
    """
    arguments = {"host": host, "port": port, "store": store}
    given: dict[str, Any] = {name: value for name, value in arguments.items() if value is not None}
    try:
        settings = Settings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        variable = "CANCU_" + "_".join(str(part) for part in first["loc"][:1]).upper()
        raise UsageError(f"{variable} không dùng được: {first['msg']}. Hãy sửa hoặc bỏ biến môi trường này.") from error
    if not settings.loopback and not settings.api_keys:
        raise UsageError(
            f"Từ chối lắng nghe ở {settings.host} khi chưa có khóa: máy khác sẽ đọc được kho. "
            "Hãy dùng --host 127.0.0.1, hoặc đặt CANCU_API_KEYS là sha256 của một khóa, ví dụ: "
            "KEY=$(openssl rand -hex 32); export CANCU_API_KEYS=$(printf %s $KEY | sha256sum | cut -c1-64)"
        )
    return settings
