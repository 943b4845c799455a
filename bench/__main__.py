"""``make bench``: quality of reading, then its speed."""

from __future__ import annotations

import sys

from bench import quality, speed

sys.exit(quality.main(sys.argv[1:]) or speed.main())
