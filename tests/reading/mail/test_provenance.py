"""Who really sent it: only the topmost header of our own receiver is believed."""

from __future__ import annotations

import pytest

from mailbot.reading.letter import Authentication
from mailbot.reading.mail.headers import Headers
from mailbot.reading.mail.provenance import provenance_of

PASS, FAIL, UNKNOWN = Authentication.ALIGNED_PASS, Authentication.FAIL, Authentication.UNKNOWN
FROM = ("from", "Dilys <dilys@example.org>")


def verdict(*results: str, receiver: str = "mx.example.net", author: tuple[str, str] = FROM) -> Authentication:
    fields = tuple(("authentication-results", result) for result in results)
    return provenance_of(Headers((*fields, author)), receiver).authentication


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("mx.example.net; dmarc=pass header.from=example.org", PASS),
        ("MX.Example.NET 1; dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.org", PASS),
        ("mx.example.net; dmarc=pass header.from=example.com", UNKNOWN),
        ("mx.example.net; dkim=pass header.d=example.org; spf=pass; dmarc=fail header.from=example.org", FAIL),
        ("mx.example.net; dkim=pass header.i=@mail.example.org header.s=a; spf=none", PASS),
        ("mx.example.net; dkim=pass header.d=example.com", UNKNOWN),
        ("mx.example.net; dkim=fail header.d=example.org; dkim=pass header.d=example.org", PASS),
        ("mx.example.net; spf=pass smtp.mailfrom=dilys@example.org", PASS),
        ("mx.example.net; spf=pass smtp.mailfrom=bounce.example.org", PASS),
        ("mx.example.net; spf=pass smtp.helo=mail.example.org", UNKNOWN),
        ("mx.example.net; spf=pass smtp.mailfrom=eve@example.com", UNKNOWN),
        ("mx.example.net; spf=fail smtp.mailfrom=example.org; dkim=fail header.d=example.org", FAIL),
        ("mx.example.net; spf=softfail smtp.mailfrom=example.org; dkim=none", UNKNOWN),
        ("mx.example.net; dmarc=none; spf=neutral", UNKNOWN),
        ("mx.example.net; dmarc=temperror; dkim=pass header.d=example.org", PASS),
        ("mx.example.net; none", UNKNOWN),
        ('mx.example.net; dkim=neutral reason="said; dmarc=pass" header.d=example.com', UNKNOWN),
        ("mx.example.net; spf=pass (sender; dmarc=pass) smtp.mailfrom=example.com", UNKNOWN),
        ("mx.example.com; dmarc=pass header.from=example.org", UNKNOWN),
        ("dmarc=pass header.from=example.org", UNKNOWN),
        ("", UNKNOWN),
        ("mx.example.net; dmarc=", UNKNOWN),
        (";;;===((", UNKNOWN),
    ],
)
def test_what_the_believed_receiver_says_of_the_from_domain(result: str, expected: Authentication) -> None:
    assert verdict(result) is expected


def test_a_header_below_another_receivers_is_not_believed() -> None:
    forged = "mx.example.net; dmarc=pass header.from=example.org"
    assert verdict("relay.example.com; dmarc=none", forged) is UNKNOWN


def test_nobody_is_believed_without_a_configured_receiver() -> None:
    assert verdict("mx.example.net; dmarc=pass header.from=example.org", receiver="") is UNKNOWN


def test_microsoft_names_no_receiver() -> None:
    told = (
        "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=example.org; dkim=pass (signature was verified) "
        "header.d=example.org;dmarc=pass action=none header.from=example.org;compauth=pass reason=100"
    )
    assert verdict(told, receiver="microsoft") is PASS
    assert verdict("mx.example.net; dmarc=pass header.from=example.org", receiver="microsoft") is UNKNOWN
    assert verdict(told.replace("dmarc=pass", "dmarc=fail"), receiver="microsoft") is FAIL


@pytest.mark.parametrize("author", ["Dilys <dilys@example.org>, Eve <eve@example.com>", "", "Dilys"])
def test_a_letter_without_exactly_one_author_never_passes(author: str) -> None:
    told = "mx.example.net; dmarc=pass header.from=example.org"
    assert verdict(told, author=("from", author)) is UNKNOWN


def test_a_public_suffix_signs_for_nobody() -> None:
    told = "mx.example.net; dkim=pass header.d=co.uk"
    assert verdict(told, author=("from", "dilys@charity.co.uk")) is UNKNOWN
    assert verdict("mx.example.net; dkim=pass header.d=charity.co.uk", author=("from", "a@mail.charity.co.uk")) is PASS
