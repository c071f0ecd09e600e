"""A server that issues bearer tokens as Microsoft and Google do, on loopback over TLS; they run out after seconds."""

from __future__ import annotations

import base64
import hashlib
import json
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from mailbot.clock import SystemClock, monotonic
from mailbot.tryout.certificate import make_certificate

TENANT = "charity.example.org"
CLIENT = "00000000-1111-2222-3333-444444444444"
CLIENT_SECRET = "the-secret-of-the-application"
USER_CODE = "BEFRIEND"
GOOGLE_CODE = "4/the-code-of-the-page"
ROBOT = "mailbot@charity.iam.example.org"
Answer = tuple[int, Mapping[str, object]]


@dataclass(slots=True)
class TokenServer:
    """What it issues is good for ``life`` seconds. ``revoked`` names who is refused: "client" or "login"."""

    url: str
    ca_file: Path
    life: float = 3600.0
    revoked: set[str] = field(default_factory=set)
    away: bool = False  # answers 503
    approved: bool = True  # has somebody typed the device code?
    application_key: Any = None  # the public key whose assertions are believed
    robot_key: Any = None  # the same for Google's service account
    asked: list[str] = field(default_factory=list)  # the grant of each request for a token
    mailboxes: list[str] = field(default_factory=list)  # for whom the service account asked
    challenge: str = ""  # of the login page (PKCE)
    _good_until: dict[str, float] = field(default_factory=dict)
    _refresh: set[str] = field(default_factory=set)
    _numbers: count[int] = field(default_factory=lambda: count(1))

    def is_good(self, user: str, token: str) -> bool:
        """What a mail server asks: has this token been issued here, and not run out?"""
        return self._good_until.get(token, 0.0) > monotonic()

    def withdraw_all(self) -> None:
        """Every token that was issued stops working at once."""
        self._good_until.clear()

    def issued(self) -> list[str]:
        return list(self._good_until)

    def get(self, path: str) -> Answer:
        base = f"{self.url}/{TENANT}"
        if path != f"/{TENANT}/v2.0/.well-known/openid-configuration":
            return 400, {"error": "invalid_tenant", "error_description": "AADSTS90002: Tenant not found."}
        return 200, {
            "issuer": f"{base}/v2.0",
            "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
            "token_endpoint": f"{base}/oauth2/v2.0/token",
            "device_authorization_endpoint": f"{base}/oauth2/v2.0/devicecode",
        }

    def post(self, path: str, told: Mapping[str, str]) -> Answer:
        if self.away:
            return 503, {"error": "temporarily_unavailable"}
        if path.endswith("/devicecode"):
            return 200, {
                "device_code": "of-the-device", "user_code": USER_CODE, "interval": 1, "expires_in": 60,
                "verification_uri": "https://login.example.org/device",
            }  # fmt: skip
        grant = told["grant_type"].rpartition(":")[2]
        self.asked.append(grant)
        if told.get("client_id", CLIENT) != CLIENT:
            return 400, {"error": "unauthorized_client", "error_description": "AADSTS700016: no such application."}
        answer: Answer = getattr(self, f"_{grant.replace('-', '_')}")(told)
        return answer

    def _client_credentials(self, told: Mapping[str, str]) -> Answer:
        if told["scope"] != "https://outlook.office365.com/.default":
            return 400, {"error": "invalid_scope", "error_description": "AADSTS1002012"}
        if "client" in self.revoked or not self._is_the_application(told):
            return 401, {"error": "invalid_client", "error_description": "AADSTS7000215: Invalid client secret."}
        return 200, self._token()

    def _is_the_application(self, told: Mapping[str, str]) -> bool:
        if "client_assertion" not in told:
            return told.get("client_secret") == CLIENT_SECRET
        audience = f"{self.url}/{TENANT}/oauth2/v2.0/token"
        claims = jwt.decode(told["client_assertion"], self.application_key, ["PS256", "RS256"], audience=audience)
        return bool(claims["sub"] == CLIENT)

    def _device_code(self, told: Mapping[str, str]) -> Answer:
        if not self.approved:
            return 400, {"error": "authorization_declined", "error_description": "AADSTS70016"}
        return 200, self._token(refresh=True)

    def _refresh_token(self, told: Mapping[str, str]) -> Answer:
        if "login" in self.revoked or told["refresh_token"] not in self._refresh:
            return 400, {"error": "invalid_grant", "error_description": "AADSTS50173: The grant was revoked."}
        return 200, self._token(refresh="scope" in told and "outlook" in told["scope"])

    def _jwt_bearer(self, told: Mapping[str, str]) -> Answer:
        audience = "https://oauth2.googleapis.com/token"
        claims = jwt.decode(told["assertion"], self.robot_key, ["RS256"], audience=audience)
        self.mailboxes.append(claims["sub"])
        if "client" in self.revoked or claims["iss"] != ROBOT or claims["scope"] != "https://mail.google.com/":
            return 401, {"error": "unauthorized_client", "error_description": "Client is unauthorized."}
        return 200, self._token()

    def _authorization_code(self, told: Mapping[str, str]) -> Answer:
        digest = hashlib.sha256(told["code_verifier"].encode()).digest()
        proved = base64.urlsafe_b64encode(digest).decode().rstrip("=") == self.challenge
        if told["code"] != GOOGLE_CODE or not proved:
            return 400, {"error": "invalid_grant"}
        return 200, self._token(refresh=True) | {"scope": "https://mail.google.com/"}

    def _token(self, *, refresh: bool = False) -> dict[str, object]:
        number = next(self._numbers)
        token = f"bearer-token-{number}"
        self._good_until[token] = monotonic() + self.life
        answer: dict[str, object] = {"token_type": "Bearer", "access_token": token, "expires_in": self.life}
        if refresh:
            self._refresh.add(f"refresh-token-{number}")
            answer["refresh_token"] = f"refresh-token-{number}"
        return answer


@contextmanager
def token_server(folder: Path) -> Iterator[TokenServer]:
    """One that listens; ``folder`` gets its certificate."""
    certificate = make_certificate(folder)
    listener = ThreadingHTTPServer(("127.0.0.1", 0), _Request)
    listener.daemon_threads = True
    listener.socket = certificate.server_context().wrap_socket(
        listener.socket, server_side=True, do_handshake_on_connect=False
    )
    serving = TokenServer(f"https://127.0.0.1:{listener.server_port}", certificate.certificate)
    listener.tokens = serving  # type: ignore[attr-defined]
    thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield serving
    finally:
        listener.shutdown()
        listener.server_close()
        thread.join(5)


class _Request(BaseHTTPRequestHandler):
    timeout = 10

    def handle(self) -> None:
        try:
            super().handle()
        except (ssl.SSLError, OSError):
            return  # a client that does not trust us hangs up: that is for the client to tell

    def log_message(self, *_: object) -> None:
        """Nothing: the tests look at ``asked``."""

    def do_GET(self) -> None:
        self._answer(self._tokens.get(self.path))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        told = dict(parse_qsl(body))
        basic = self.headers.get("Authorization", "").removeprefix("Basic ")
        if basic:
            told["client_id"], told["client_secret"] = base64.b64decode(basic).decode().split(":")
        self._answer(self._tokens.post(self.path, told))

    @property
    def _tokens(self) -> TokenServer:
        serving: TokenServer = self.server.tokens  # type: ignore[attr-defined]
        return serving

    def _answer(self, answer: Answer) -> None:
        body = json.dumps(answer[1]).encode()
        self.send_response(answer[0])
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def application_certificate(file: Path) -> Any:
    """Writes a certificate with its private key (RSA) into one PEM file; returns the public key."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mailbot")])
    now = SystemClock().now()
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + _pem(key))
    return key.public_key()


def robot_file(file: Path) -> Any:
    """Writes the JSON key of a service account; returns the public key."""
    key = rsa.generate_private_key(65537, 2048)
    told = {
        "type": "service_account", "client_email": ROBOT, "private_key": _pem(key).decode(), "private_key_id": "1",
        "token_uri": "https://oauth2.googleapis.com/token",
    }  # fmt: skip
    file.write_text(json.dumps(told))
    return key.public_key()


def _pem(key: rsa.RSAPrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
