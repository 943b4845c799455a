"""Parts of an office file that is XML in a zip: opened with bounds, for such a file may be made to fill the memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from lxml import etree

from graph.errors import UnreadableFile
from ingest.zip_errors import DAMAGED

_LARGEST_PART = 100_000_000
_DAMAGED = "tệp hỏng hoặc có mật khẩu. Hãy mở bằng Word hoặc LibreOffice rồi lưu lại không đặt mật khẩu."


class OfficeFile:
    """The parts of a docx or odt file by name; ``name`` is what messages call the file."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGED as error:
            raise UnreadableFile(f"{name}: {_DAMAGED}") from error

    def part(
        self, path: str, *, wanted: Callable[[bytes], bytes | None] = lambda content: content
    ) -> etree._Element | None:
        """The root of a part, ``None`` when the file has no such part or nothing of it is ``wanted``.

        Raises UnreadableFile for a damaged part.
        """
        try:
            info = self._zip.getinfo(path)
        except KeyError:
            return None
        if info.file_size > _LARGEST_PART:
            raise UnreadableFile(
                f"{self._name}: nội dung giải nén quá {_LARGEST_PART // 1_000_000} MB. Hãy tách thành nhiều tệp."
            )
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            with self._zip.open(info) as stream:
                content = wanted(stream.read())
            return etree.fromstring(content, parser) if content is not None else None
        except (*DAMAGED, etree.LxmlError) as error:
            raise UnreadableFile(f"{self._name}: {_DAMAGED}") from error

    def required(self, path: str) -> etree._Element:
        """The root of a part that the file must have; raises UnreadableFile when it has not."""
        root = self.part(path)
        if root is None:
            raise UnreadableFile(f"{self._name}: {_DAMAGED}")
        return root


def has_part(data: bytes, path: str) -> bool:
    """Tell whether bytes are a zip whose directory lists ``path``, without unpacking anything."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return path in archive.NameToInfo
    except DAMAGED:
        return False
