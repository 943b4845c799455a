"""Every error that the product raises on purpose, in one hierarchy.

::

    CancuError
    ├── UsageError            wrong arguments or settings                exit 2, HTTP 400
    ├── InputError            input that cannot be answered              exit 3
    │   ├── UnknownDocument   no document of that name                   HTTP 404
    │   ├── AmbiguousDocument several documents of that name             HTTP 409, carries the list
    │   ├── NotIngested       a document that is only cited has no text      HTTP 404
    │   ├── UnreadableFile    a file that is set aside, with its reason  HTTP 422
    │   └── TooLarge          over a stated limit                        HTTP 413
    ├── WorkersError          machines that read can't be used           exit 4, HTTP 503
    └── StoreError            store can't be reached, opened, written    exit 4, HTTP 503
        └── StoreBusy         another writer holds the store             exit 4, HTTP 503

A message says what is wrong and what to do next, in Vietnamese, as the user reads it. ``cli`` maps ``exit_code`` and
``api`` maps ``status`` in one handler each; nothing else interprets errors.
"""

from __future__ import annotations

import errno
from collections.abc import Sequence
from typing import ClassVar


class CancuError(Exception):
    """Base of all expected errors: ``str(error)`` is a message for the user.

    ``slug`` names the problem type in RFC 9457 problem details, ``status`` is the HTTP status, ``exit_code`` the
    process's.
    """

    slug: ClassVar[str] = "error"
    title: ClassVar[str] = "Lỗi"
    status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 1


class UsageError(CancuError):
    """Arguments or settings that make no sense together."""

    slug = "usage"
    title = "Cách dùng chưa đúng"
    status = 400
    exit_code = 2


class InputError(CancuError):
    """Input that was understood but cannot be answered."""

    slug = "input"
    title = "Không trả lời được"
    status = 422
    exit_code = 3


class UnknownDocument(InputError):
    """No document in the store has this symbol, key or file name."""

    slug = "unknown-document"
    title = "Không tìm thấy văn bản"
    status = 404

    def __init__(self, name: str, near: Sequence[str] = ()) -> None:
        """``near`` lists symbols that look like ``name``, best first."""
        hint = f" Có phải: {', '.join(near)}?" if near else " Hãy thử: cancu search."
        super().__init__(f"Không có văn bản nào tên là “{name}” trong kho.{hint}")
        self.name = name
        self.near = tuple(near)


class AmbiguousDocument(InputError):
    """Several documents have this symbol (domain reference I1); ``candidates`` lists (key, description)."""

    slug = "ambiguous-document"
    title = "Nhiều văn bản cùng số, ký hiệu"
    status = 409

    def __init__(self, name: str, candidates: Sequence[tuple[str, str]]) -> None:
        """``candidates`` are pairs of key and one-line description, in the order they should be shown."""
        lines = "\n".join(f"  {key}  {text}" for key, text in candidates)
        super().__init__(f"“{name}” là tên của {len(candidates)} văn bản. Hãy gọi lại bằng khóa:\n{lines}")
        self.name = name
        self.candidates = tuple(candidates)


class NotIngested(InputError):
    """The text of a document is asked for that the store knows from citations only."""

    slug = "not-ingested"
    title = "Văn bản mới chỉ được dẫn"
    status = 404

    def __init__(self, name: str) -> None:
        """``name`` is what the user called the document."""
        super().__init__(
            f"“{name}” mới chỉ được văn bản khác dẫn, chưa có tệp trong kho. Hãy nạp tệp: cancu ingest TỆP."
        )
        self.name = name


class UnreadableFile(InputError):
    """A file that cannot be ingested; the run goes on without it.

    ``kind`` says in a word why: ``unreadable`` (no reader takes it), ``nameless`` (a text, but no document),
    ``unopened`` (the file itself can't be had), ``timeout``, ``memory`` or ``crash`` (reading it ended its process).
    """

    slug = "unreadable-file"
    title = "Không đọc được tệp"

    def __init__(self, message: str, *, kind: str = "unreadable") -> None:
        """``message`` says what is wrong and what to do."""
        super().__init__(message)
        self.kind = kind


class TooLarge(InputError):
    """Input over a configured limit."""

    slug = "too-large"
    title = "Quá lớn"
    status = 413


class WorkersError(CancuError):
    """The machines that read files cannot be reached, are gone, or have another program."""

    slug = "workers"
    title = "Các máy đọc không dùng được"
    status = 503
    exit_code = 4


class StoreError(CancuError):
    """The store cannot be reached, opened, read or written."""

    slug = "store"
    title = "Kho dữ liệu không dùng được"
    status = 503
    exit_code = 4


class StoreBusy(StoreError):
    """Another process is writing to the store."""

    slug = "store-busy"
    title = "Kho đang được ghi"


def os_reason(error: OSError) -> str:
    """Why the system refused a file, in Vietnamese; in its own words where they are rare."""
    return _REFUSALS.get(error.errno or 0) or error.strerror or str(error) or type(error).__name__


_REFUSALS = {
    errno.ENOENT: "không có tệp hay thư mục này",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EEXIST: "đã có sẵn",
    errno.EISDIR: "đây là thư mục, không phải tệp",
    errno.ENOTDIR: "một phần của đường dẫn không phải là thư mục",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENAMETOOLONG: "tên quá dài",
}
