"""What the zip library raises for bytes that are no whole zip of a kind that it knows, in one place."""

from __future__ import annotations

import struct
import zipfile
import zlib

# An encrypted member is a RuntimeError, and so is, by its subclass, a packing or version that the library does not
# know; names that are no text are a ValueError; offsets that lead nowhere an OSError or a struct.error.
DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
