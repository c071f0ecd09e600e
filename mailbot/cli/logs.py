"""Where the log goes and how much of it there is, as ``[log]`` says. Lines hold references only."""

from __future__ import annotations

import logging
import sys
from logging.handlers import WatchedFileHandler
from pathlib import Path

from mailbot.settings import Log

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
LOUD = ("apscheduler", "alembic", "imapclient", "asyncio", "markdown_it")  # libraries that would tell every tick


def log_as_told(log: Log) -> None:
    """To the file, or to standard error."""
    handler: logging.Handler
    if log.file:
        Path(log.file).parent.mkdir(parents=True, exist_ok=True)
        # logrotate may move the file away at any time
        handler = WatchedFileHandler(log.file, encoding="utf-8")
    else:
        handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(FORMAT))
    logging.basicConfig(level=log.level.upper(), handlers=[handler], force=True)
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
