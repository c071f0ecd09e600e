"""Where the config folder, the templates and what the wheel carries are found."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

CONFIG_VARIABLE = "MAILBOT_CONFIG"


def default_config_folder(environ: Mapping[str, str]) -> Path:
    """``$MAILBOT_CONFIG``, else ``./config`` when it holds a ``mailbot.toml``, else what the package carries."""
    named = environ.get(CONFIG_VARIABLE)
    if named:
        return Path(named)
    here = Path("config")
    return here if (here / "mailbot.toml").is_file() else packaged("config")


def packaged(name: str) -> Path:
    """``config`` or ``templates`` as delivered: ``_defaults`` of the wheel, or the checkout of an editable install."""
    package = Path(str(files("mailbot")))
    carried = package / "_defaults" / name
    return carried if carried.is_dir() else package.parent / name


def home_of(config_dir: Path) -> Path:
    """What relative paths in the settings start from: the folder that holds the config folder.

    The wheel's own defaults lie among the installed packages, where nothing may be written: there it is the working
    folder.
    """
    if config_dir.resolve() == packaged("config").resolve() and packaged("config").parent.name == "_defaults":
        return Path.cwd()
    return config_dir.resolve().parent


def templates_beside(config_dir: Path) -> Path:
    """``templates`` beside the config folder, else what the package carries."""
    beside = config_dir.resolve().parent / "templates"
    return beside if beside.is_dir() else packaged("templates")
