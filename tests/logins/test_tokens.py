"""A token is kept until it is nearly run out, obtained anew when a server refuses it, and shared by all threads."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

import pytest

from mailbot.logins.tokens import Token, Tokens
from mailbot.logins.trouble import NoToken


@dataclass
class Issuer:
    """Numbers its tokens; ``now`` is wound on by hand."""

    seconds: float = 3600.0
    now: float = 1000.0
    refuses: bool = False
    issued: list[str] = field(default_factory=list)

    def obtain(self) -> Token:
        if self.refuses:
            raise NoToken("the application is switched off")
        self.issued.append(f"token {len(self.issued) + 1}")
        return Token(self.issued[-1], self.seconds)

    def tokens(self) -> Tokens:
        return Tokens(self.obtain, now=lambda: self.now)


@pytest.mark.parametrize(
    ("life", "passed", "renewed"),
    [
        (3600, 3299, False), (3600, 3301, True), (3600, 9999, True), (600, 539, False), (600, 541, True),
        (4, 3.5, False), (4, 3.7, True), (86400, 86099, False), (86400, 86101, True),
    ],
)  # fmt: skip
def test_a_token_is_renewed_five_minutes_before_its_end_or_in_the_last_tenth_of_a_short_life(
    life: float, passed: float, renewed: bool
) -> None:
    issuer = Issuer(life)
    tokens = issuer.tokens()
    tokens.current()
    issuer.now += passed
    assert tokens.current() == ("token 2" if renewed else "token 1")


def test_a_refused_token_is_replaced_once_for_all_who_had_it() -> None:
    tokens = Issuer().tokens()
    assert tokens.current() == "token 1"
    assert tokens.instead_of("token 1") == "token 2"
    assert tokens.instead_of("token 1") == "token 2"
    assert tokens.current() == "token 2"


def test_the_old_token_serves_while_a_renewal_fails_and_not_a_second_longer() -> None:
    issuer = Issuer()
    tokens = issuer.tokens()
    tokens.current()
    issuer.refuses = True
    issuer.now += 3500
    assert tokens.current() == "token 1"
    issuer.now += 100
    with pytest.raises(NoToken, match="switched off"):
        tokens.current()
    issuer.refuses = False
    assert tokens.current() == "token 2"


def test_a_token_is_obtained_once_however_many_log_in_at_the_same_time() -> None:
    issuer = Issuer()
    tokens = issuer.tokens()
    threads = [threading.Thread(target=tokens.current) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert issuer.issued == ["token 1"]


def test_a_token_never_shows_in_words() -> None:
    tokens = Issuer().tokens()
    tokens.current()
    assert "token 1" not in repr(tokens)
    assert "token 1" not in repr(Token("token 1", 5))
