"""The vault: encrypts what is personal, and finds it again by a keyed hash (design rule 8).

Keys rotate: the first one writes, all of them read. A fingerprint begins with two bytes that say which hash key made
it, so that one can tell what still has to be re-indexed after a change of hash key.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from mailbot.records.errors import BadKey, WrongKey

KEY_ID_BYTES = 2
DIGEST_BYTES = 30
PACK_FROM_BYTES = 200  # below that, compressing costs more than it saves
PLAIN, PACKED = b"\x00", b"\x01"


@dataclass(frozen=True, slots=True)
class VaultKeys:
    """A fresh pair: ``key`` encrypts, ``hash_key`` makes fingerprints. Both are 44 characters of URL-safe base 64."""

    key: str
    hash_key: str


class Vault:
    """Safe to share between threads. Keys come newest first; without hash keys, the oldest key gives one."""

    def __init__(self, keys: Sequence[str], hash_keys: Sequence[str] = ()) -> None:
        """Raises ``BadKey`` when a key cannot be used, or when there is none."""
        if not keys:
            raise BadKey("the vault needs at least one key")
        self._fernet = MultiFernet([_fernet(key) for key in keys])
        self._hash_keys = [_hash_key(key) for key in hash_keys] or [_derived_hash_key(keys[-1])]

    @staticmethod
    def new_keys() -> VaultKeys:
        return VaultKeys(Fernet.generate_key().decode(), Fernet.generate_key().decode())

    def encrypt(self, plain: bytes) -> bytes:
        """Long plain text is compressed first."""
        body = PLAIN + plain
        if len(plain) >= PACK_FROM_BYTES:
            packed = zlib.compress(plain, 1)
            if len(packed) < len(plain):
                body = PACKED + packed
        return base64.urlsafe_b64decode(self._fernet.encrypt(body))

    def decrypt(self, secret: bytes) -> bytes:
        """Raises ``WrongKey``."""
        try:
            body = self._fernet.decrypt(base64.urlsafe_b64encode(secret))
        except InvalidToken:
            raise WrongKey("this was encrypted with a key that the vault does not hold, or it is damaged") from None
        return zlib.decompress(body[1:]) if body[:1] == PACKED else body[1:]

    def encrypt_text(self, plain: str) -> bytes:
        return self.encrypt(plain.encode("utf-8", "surrogatepass"))

    def decrypt_text(self, secret: bytes) -> str:
        return self.decrypt(secret).decode("utf-8", "surrogatepass")

    def rotate(self, secret: bytes) -> bytes:
        """The same, encrypted with the newest key. Raises ``WrongKey``."""
        try:
            return base64.urlsafe_b64decode(self._fernet.rotate(base64.urlsafe_b64encode(secret)))
        except InvalidToken:
            raise WrongKey("this was encrypted with a key that the vault does not hold, or it is damaged") from None

    def fingerprint(self, value: str) -> bytes:
        """32 bytes that are the same for the same address or number, by the newest hash key."""
        return _fingerprint(self._hash_keys[0], value)

    def fingerprints(self, value: str) -> tuple[bytes, ...]:
        """By every hash key, newest first: look for all of them while a re-indexing is under way."""
        return tuple(_fingerprint(key, value) for key in self._hash_keys)

    def is_newest_fingerprint(self, fingerprint: bytes) -> bool:
        return fingerprint[:KEY_ID_BYTES] == self._hash_keys[0].id


@dataclass(frozen=True, slots=True)
class _HashKey:
    id: bytes
    key: bytes


def normalised(value: str) -> str:
    """How an address or a number is compared: without surrounding space, in lower case."""
    return value.strip().lower()


def _fingerprint(key: _HashKey, value: str) -> bytes:
    written = normalised(value).encode("utf-8", "surrogatepass")
    return key.id + hmac.digest(key.key, written, "sha256")[:DIGEST_BYTES]


def _fernet(key: str) -> Fernet:
    try:
        return Fernet(key.strip())
    except ValueError:
        raise BadKey("a vault key must be 32 bytes in URL-safe base 64 (44 characters)") from None


def _hash_key(key: str) -> _HashKey:
    try:
        secret = base64.urlsafe_b64decode(key.strip())
    except ValueError:
        secret = b""
    if len(secret) != 32:
        raise BadKey("a hash key must be 32 bytes in URL-safe base 64 (44 characters)")
    return _HashKey(hashlib.sha256(b"mailbot hash key id" + secret).digest()[:KEY_ID_BYTES], secret)


def _derived_hash_key(key: str) -> _HashKey:
    secret = hmac.digest(base64.urlsafe_b64decode(key.strip()), b"mailbot fingerprints", "sha256")
    return _hash_key(base64.urlsafe_b64encode(secret).decode())
