"""A Dovecot (IMAP) and a Postfix (SMTP) of the tests' own, on free loopback ports; nothing leaves the machine.

Needs root and Debian's dovecot-imapd, dovecot-lmtpd and postfix (installed, not started). Any address logs in with
``PASSWORD`` and receives mail, plus-addresses too. Mail to ``nosuch…@`` is taken and comes back as a bounce; to
``refused…@`` it is refused at once. Postfix takes up to 32 MB.
"""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import socket
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from threading import Event
from types import TracebackType
from typing import Self

from mailbot.clock import monotonic
from mailbot.tryout.certificate import Certificate, make_certificate

HERE = Path(__file__).parent
HOST = "127.0.0.1"
PASSWORD = "loopback-password"
USER = "nobody"  # whom Dovecot runs as
PROGRAMS = ("/usr/sbin/dovecot", "/usr/sbin/postfix", "/usr/bin/setpriv")


@dataclass(slots=True)
class MailStack:
    """Both servers; a context manager. Their logs stay in ``folder`` when ``keep_logs``."""

    imap_port: int = 0
    imaps_port: int = 0
    smtp_port: int = 0
    smtps_port: int = 0
    lmtp_port: int = 0
    auth_port: int = 0
    host: str = HOST
    password: str = PASSWORD
    keep_logs: bool = False
    folder: Path = field(init=False)
    ca_file: Path = field(init=False)
    _dovecot: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        _refuse_without_what_it_needs()
        # Not below pytest's own folder: that is closed to other users, and Dovecot is one.
        self.folder = Path(mkdtemp(prefix="mailbot-servers-"))
        self.folder.chmod(0o755)
        ports = ["imap_port", "imaps_port", "smtp_port", "smtps_port", "lmtp_port", "auth_port"]
        for name, port in zip(ports, _free_ports(len(ports)), strict=True):
            setattr(self, name, port)
        certificate = make_certificate(self.folder)
        self.ca_file = certificate.certificate
        try:
            self._start_dovecot(certificate)
            self._start_postfix(certificate)
            for port in (self.imap_port, self.lmtp_port, self.smtp_port):
                _wait_for_greeting(port)
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def logs(self) -> str:
        """What both servers wrote."""
        names = ("start.log", "dovecot/dovecot.log", "postfix/postfix.log")
        return "".join((self.folder / name).read_text() for name in names if (self.folder / name).exists())

    def _start_dovecot(self, certificate: Certificate) -> None:
        home, user = self.folder / "dovecot", pwd.getpwnam(USER)
        group = grp.getgrgid(user.pw_gid).gr_name
        for name in ("run", "state", "mail"):
            (home / name).mkdir(parents=True)
        config = home / "dovecot.conf"
        config.write_text(self._filled("dovecot.conf.tmpl", home, certificate, USER=USER, GROUP=group))
        for path in (home, *home.rglob("*"), certificate.key):
            shutil.chown(path, USER, group)
        as_user = ["/usr/bin/setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
        with (self.folder / "start.log").open("ab") as log:
            # In the foreground, as our child; it must not inherit a pipe that somebody reads to the end.
            self._dovecot = subprocess.Popen(
                [*as_user, "/usr/sbin/dovecot", "-F", "-c", config],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def _start_postfix(self, certificate: Certificate) -> None:
        home = self.folder / "postfix"
        for name in ("etc", "spool", "data"):
            (home / name).mkdir(parents=True)
        shutil.chown(home / "data", "postfix")
        for template in ("main.cf", "master.cf"):
            (home / "etc" / template).write_text(self._filled(f"{template}.tmpl", home, certificate))
        (home / "etc" / "transport").write_text("/^nosuch/ error:5.1.1 There is no such person here\n")
        (home / "etc" / "refused").write_text("/^refused/ 550 5.1.1 There is no such person here\n")
        self._postfix("start")

    def _postfix(self, command: str) -> None:
        with (self.folder / "start.log").open("ab") as log:
            subprocess.run(
                ["/usr/sbin/postfix", "-c", self.folder / "postfix" / "etc", command],
                check=command == "start",
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                timeout=30,
            )

    def _filled(self, template: str, home: Path, certificate: Certificate, **more: str) -> str:
        values = {
            "DIR": home,
            "CERTIFICATE": certificate.certificate,
            "KEY": certificate.key,
            "PASSWORD": self.password,
            "IMAP_PORT": self.imap_port,
            "IMAPS_PORT": self.imaps_port,
            "SMTP_PORT": self.smtp_port,
            "SMTPS_PORT": self.smtps_port,
            "LMTP_PORT": self.lmtp_port,
            "AUTH_PORT": self.auth_port,
            **more,
        }
        text = (HERE / template).read_text()
        for name, value in values.items():
            text = text.replace(f"@{name}@", str(value))
        return text

    def _stop(self) -> None:
        if (self.folder / "postfix" / "etc" / "master.cf").exists():
            self._postfix("stop")
        if self._dovecot is not None:
            self._dovecot.terminate()
            self._dovecot.wait(20)
        if not self.keep_logs:
            shutil.rmtree(self.folder, ignore_errors=True)


def _refuse_without_what_it_needs() -> None:
    absent = [program for program in PROGRAMS if not Path(program).exists()]
    if absent:
        raise RuntimeError(f"these tests need Debian's dovecot-imapd dovecot-lmtpd postfix: no {', '.join(absent)}")
    if os.geteuid() != 0:
        raise RuntimeError("these tests need root: Postfix starts under no other user")


def _free_ports(number: int) -> list[int]:
    sockets = [socket.socket() for _ in range(number)]
    for each in sockets:
        each.bind((HOST, 0))
    ports = [int(each.getsockname()[1]) for each in sockets]
    for each in sockets:
        each.close()
    return ports


def _wait_for_greeting(port: int, seconds: float = 20) -> None:
    end = monotonic() + seconds
    while monotonic() < end:
        try:
            with socket.create_connection((HOST, port), 1) as client:
                if client.recv(3):
                    return
        except OSError:
            Event().wait(0.02)
    raise RuntimeError(f"nobody greets on port {port}")
