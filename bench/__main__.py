"""``make bench``: quality of reading, what formats lose, speed of reading and of audits; arguments are for the last."""

from __future__ import annotations

import sys

from bench import audits, formats, quality, speed

sys.exit(quality.main([]) or formats.main([]) or speed.main([]) or audits.main(sys.argv[1:]))
