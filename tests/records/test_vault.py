"""The vault: what it encrypts, how keys rotate, and fingerprints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.records.errors import BadKey, WrongKey
from mailbot.records.vault import Vault

OLD, NEW = Vault.new_keys(), Vault.new_keys()
VAULT = Vault([NEW.key], [NEW.hash_key])


@given(st.binary(max_size=2000))
def test_any_bytes_come_back(plain: bytes) -> None:
    assert VAULT.decrypt(VAULT.encrypt(plain)) == plain


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=300))
def test_any_text_comes_back_even_with_lone_surrogates(plain: str) -> None:
    assert VAULT.decrypt_text(VAULT.encrypt_text(plain)) == plain


def test_the_same_text_never_looks_the_same_twice() -> None:
    assert VAULT.encrypt(b"Ada") != VAULT.encrypt(b"Ada")


def test_long_letters_are_kept_smaller_than_they_are() -> None:
    letter = b"Dear all, could somebody please call me on a weekday evening?\r\n" * 500
    assert len(VAULT.encrypt(letter)) < len(letter) / 10


def test_what_does_not_compress_grows_only_by_the_seal() -> None:
    noise = VAULT.encrypt(b"x" * 50) * 40
    assert len(VAULT.encrypt(noise)) <= len(noise) + 100


def test_a_vault_without_the_key_says_so_and_says_nothing_else() -> None:
    secret = Vault([OLD.key]).encrypt(b"Ada")
    with pytest.raises(WrongKey, match="a key that the vault does not hold"):
        VAULT.decrypt(secret)


def test_what_was_damaged_is_not_given_out() -> None:
    secret = bytearray(VAULT.encrypt(b"Ada Lovell"))
    secret[-1] ^= 1
    with pytest.raises(WrongKey):
        VAULT.decrypt(bytes(secret))


def test_after_a_rotation_old_things_are_read_and_new_ones_written_with_the_new_key() -> None:
    before, after = Vault([OLD.key]), Vault([NEW.key, OLD.key])
    assert after.decrypt_text(before.encrypt_text("Ada")) == "Ada"
    with pytest.raises(WrongKey):
        before.decrypt(after.encrypt(b"Ada"))
    renewed = after.rotate(before.encrypt(b"Ada"))
    assert Vault([NEW.key]).decrypt(renewed) == b"Ada"
    with pytest.raises(WrongKey):
        Vault([NEW.key]).rotate(before.encrypt(b"Ada"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada@Example.org", " ada@example.org ", True),
        ("ada@example.org", "ada@example.com", False),
        ("+447700900123", "+447700900123\n", True),
        ("", "", True),
    ],
)
def test_a_fingerprint_is_of_the_address_and_not_of_how_it_is_written(one: str, other: str, same: bool) -> None:
    assert (VAULT.fingerprint(one) == VAULT.fingerprint(other)) is same
    assert len(VAULT.fingerprint(one)) == 32


def test_a_fingerprint_cannot_be_made_without_the_hash_key() -> None:
    assert Vault([NEW.key], [OLD.hash_key]).fingerprint("ada@example.org") != VAULT.fingerprint("ada@example.org")
    assert b"ada" not in VAULT.fingerprint("ada@example.org")


def test_a_fingerprint_tells_which_hash_key_made_it_until_all_are_re_indexed() -> None:
    both = Vault([NEW.key], [NEW.hash_key, OLD.hash_key])
    old = Vault([NEW.key], [OLD.hash_key]).fingerprint("ada@example.org")
    assert both.fingerprints("ada@example.org") == (VAULT.fingerprint("ada@example.org"), old)
    assert both.fingerprint("ada@example.org") == VAULT.fingerprint("ada@example.org")
    assert both.is_newest_fingerprint(VAULT.fingerprint("ada@example.org"))
    assert not both.is_newest_fingerprint(old)


def test_without_a_hash_key_the_oldest_key_gives_one_so_that_adding_a_key_changes_no_fingerprint() -> None:
    before, after = Vault([OLD.key]), Vault([NEW.key, OLD.key])
    assert before.fingerprint("ada@example.org") == after.fingerprint("ada@example.org")


@pytest.mark.parametrize("keys", [[], ["short"], ["x" * 44], ["é" * 44], [OLD.key, ""]])
def test_a_key_that_cannot_be_one_is_refused_and_not_repeated(keys: list[str]) -> None:
    with pytest.raises(BadKey) as raised:
        Vault(keys)
    assert not any(key and key in str(raised.value) for key in keys)


@pytest.mark.parametrize("key", ["", "short", "é" * 44])
def test_a_hash_key_that_cannot_be_one_is_refused(key: str) -> None:
    with pytest.raises(BadKey, match="hash key"):
        Vault([OLD.key], [key])
