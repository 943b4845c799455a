"""``make bench``: quality of reading, its speed, the speed of what auditors ask; arguments are for the last one."""

from __future__ import annotations

import sys

from bench import audits, quality, speed

sys.exit(quality.main([]) or speed.main() or audits.main(sys.argv[1:]))
