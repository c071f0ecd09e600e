"""``python tests/scores``, which is ``make read-samples``."""

import sys

from read_samples import main

sys.exit(main())
