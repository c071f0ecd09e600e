"""The wheel alone is enough: installed by itself, it carries its templates and config, and its commands work."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.processes

CHECKOUT = Path(__file__).parent.parent
QUIET = {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from what git would commit, in a folder of its own, so that nothing built before can hide a gap."""
    source, built = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("built")
    wanted = ["mailbot", "config", "templates", "pyproject.toml", "setup.py", "README.md", "LICENSE"]
    for name in wanted:
        _run(["cp", "-R", str(CHECKOUT / name), str(source)], source)
    words = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(built), str(source)]
    _run(words, built)
    (wheel,) = built.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a fresh environment with the wheel in it; the libraries are those of the tests."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    site = Path(_run([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder).strip())
    _run([sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--quiet", str(wheel)], folder)
    # Appended after the environment's own packages; an editable checkout in it would need its .pth file to be read.
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "bin"


def test_the_wheel_carries_templates_config_and_migrations(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("config", "templates"):
        for file in (CHECKOUT / folder).rglob("*"):
            if file.is_file():
                assert f"mailbot/_defaults/{file.relative_to(CHECKOUT)}" in names
    assert any(name.startswith("mailbot/records/migrations/versions/") for name in names)
    assert "mailbot/records/migrations/script.py.mako" in names
    assert not any(name.startswith(("tests/", "config/", "templates/")) for name in names)


def test_the_package_that_runs_is_the_installed_one(installed: Path, tmp_path: Path) -> None:
    where = _run([str(installed / "python"), "-c", "import mailbot; print(mailbot.__file__)"], tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)


def test_an_empty_folder_becomes_a_home_that_check_judges(installed: Path, tmp_path: Path) -> None:
    mailbot = str(installed / "mailbot")
    _run([mailbot, "init", "."], tmp_path)
    _run([mailbot, "db", "upgrade"], tmp_path)
    checked = subprocess.run(
        [mailbot, "check", "--offline", "--json"], cwd=tmp_path, env=_environ(), capture_output=True, text=True
    )
    assert checked.returncode == 1, checked.stderr  # an example is not ready for anybody, and says so
    whats = [one["what"] for one in json.loads(checked.stdout)]
    assert "nobody has the role safeguarding" in whats
    assert not any("template" in what or "database" in what for what in whats)


def test_without_a_home_what_the_wheel_carries_is_enough_to_look(installed: Path, tmp_path: Path) -> None:
    told = _run([str(installed / "mailbot"), "preview", "acknowledgement", "--language", "cy"], tmp_path)
    assert told.startswith("Subject: ")


def test_a_live_service_needs_no_library_of_the_try_out(installed: Path, tmp_path: Path) -> None:
    words = "import sys; sys.modules.update(pymap=None, aiosmtpd=None); import mailbot.cli"
    _run([str(installed / "python"), "-c", words], tmp_path)


def test_the_try_out_says_what_it_needs(installed: Path, tmp_path: Path) -> None:
    words = (
        "import sys; sys.modules.update(pymap=None, aiosmtpd=None); import mailbot.cli; mailbot.cli.main(['tryout'])"
    )
    done = subprocess.run(
        [str(installed / "python"), "-c", words], cwd=tmp_path, env=_environ(), capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "pip install 'mailbot[tryout]'" in done.stderr


def _run(words: list[str], folder: Path) -> str:
    done = subprocess.run(words, cwd=folder, env=_environ(), capture_output=True, text=True)
    assert done.returncode == 0, f"{' '.join(words)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def _environ() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MAILBOT_", "PYTHON"))}
    return kept | QUIET
