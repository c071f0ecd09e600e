"""The tests here share what the other tests of reading share."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))  # pytest adds only the folders that it collects from
