"""What became of a letter that was handed to an SMTP server, against the embedded server and one that hangs up."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from mailbot.outbox.delivery import Delivery, Outcome
from mailbot.outbox.post import Post, SmtpAccount
from mailbot.tryout.servers import PASSWORD, EmbeddedMail, Fault

SENDER = "help@example.org"
ADA = "ada@example.com"
LETTER = b"From: help@example.org\r\nTo: ada@example.com\r\nSubject: Your message\r\n\r\nHello.\r\n.\r\n..two\r\nend"


def account(mail: EmbeddedMail, **other: object) -> SmtpAccount:
    plain = SmtpAccount(host=mail.host, port=mail.smtp_port, security="none", timeout=2)
    return replace(plain, **other)


async def deliver(post: Post, recipient: str = ADA, raw: bytes = LETTER) -> Delivery:
    return await post.deliver(1, "<mb.x@example.org>", recipient, raw)


def run(work: Callable[[EmbeddedMail], Awaitable[None]], **options: object) -> None:
    async def story() -> None:
        async with EmbeddedMail(**options) as mail:  # type: ignore[arg-type]
            await work(mail)

    asyncio.run(story())


def test_a_letter_is_sent_and_arrives_byte_for_byte() -> None:
    async def story(mail: EmbeddedMail) -> None:
        post = Post(account(mail), SENDER)
        delivery = await deliver(post)
        await post.close()
        assert delivery.outcome is Outcome.SENT
        assert [(one.mail_from, one.recipients, one.raw) for one in mail.sent()] == [(SENDER, (ADA,), LETTER + b"\r\n")]

    run(story)


def test_lone_line_ends_cannot_end_the_letter_early() -> None:
    async def story(mail: EmbeddedMail) -> None:
        post = Post(account(mail), SENDER)
        await deliver(post, raw=b"Subject: x\r\n\r\na\n.\nMAIL FROM:<eve@example.net>\r.\r\nb\r\n")
        await post.close()
        assert [one.raw for one in mail.sent()] == [
            b"Subject: x\r\n\r\na\r\n.\r\nMAIL FROM:<eve@example.net>\r\n.\r\nb\r\n"
        ]

    run(story)


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [("550 5.1.1 no such user", Outcome.REFUSED), ("451 4.2.1 later, please", Outcome.TEMPORARY)],
)
def test_a_recipient_that_is_refused_or_put_off_leaves_the_connection_usable(answer: str, outcome: Outcome) -> None:
    async def story(mail: EmbeddedMail) -> None:
        mail.refuse_recipients[ADA] = answer
        post = Post(account(mail, connections=1), SENDER)
        first, second = await deliver(post), await deliver(post, "ben@example.com")
        await post.close()
        assert (first.outcome, first.code, first.trouble) == (outcome, int(answer[:3]), False)
        assert second.outcome is Outcome.SENT
        assert len(mail.sent()) == 1

    run(story)


@pytest.mark.parametrize(
    ("answer", "outcome"), [("554 5.7.1 no", Outcome.REFUSED), ("452 4.3.1 full", Outcome.TEMPORARY)]
)
@pytest.mark.parametrize("hook", ["smtp_hook", "before_the_dot"])
def test_a_letter_that_is_refused_or_put_off_is_told_with_its_code(hook: str, answer: str, outcome: Outcome) -> None:
    async def story(mail: EmbeddedMail) -> None:
        setattr(mail, hook, lambda envelope: answer)
        post = Post(account(mail, connections=1), SENDER)
        first = await deliver(post)
        setattr(mail, hook, None)
        second = await deliver(post)
        await post.close()
        assert (first.outcome, first.code) == (outcome, int(answer[:3]))
        assert second.outcome is Outcome.SENT

    run(story)


def test_a_connection_lost_before_the_final_dot_is_temporary() -> None:
    async def story(mail: EmbeddedMail) -> None:
        mail.before_the_dot = lambda envelope: Fault.HANG_UP
        post = Post(account(mail), SENDER)
        delivery = await deliver(post)
        mail.before_the_dot = None
        assert delivery.outcome is Outcome.TEMPORARY
        assert (await deliver(post)).outcome is Outcome.SENT
        await post.close()

    run(story)


@pytest.mark.parametrize("fault", [Fault.HANG_UP, Fault.KEEP_AND_HANG_UP])
def test_an_answer_lost_after_the_final_dot_is_uncertain(fault: Fault) -> None:
    async def story(mail: EmbeddedMail) -> None:
        mail.smtp_hook = lambda envelope: fault
        post = Post(account(mail), SENDER)
        assert (await deliver(post)).outcome is Outcome.UNCERTAIN
        mail.smtp_hook = None
        assert (await deliver(post)).outcome is Outcome.SENT
        await post.close()

    run(story)


def test_a_connection_that_the_server_closed_meanwhile_is_made_anew() -> None:
    async def story(mail: EmbeddedMail) -> None:
        post = Post(account(mail), SENDER)
        await deliver(post)
        mail.hang_up()
        assert (await deliver(post)).outcome is Outcome.SENT  # the hang-up not noticed yet
        mail.hang_up()
        await asyncio.sleep(0.05)
        assert (await deliver(post)).outcome is Outcome.SENT
        await post.close()

    run(story)


def test_no_more_connections_are_open_than_allowed_and_they_are_reused() -> None:
    async def story(mail: EmbeddedMail) -> None:
        post = Post(account(mail, connections=3), SENDER)
        deliveries = await asyncio.gather(*(deliver(post) for _ in range(40)))
        assert {one.outcome for one in deliveries} == {Outcome.SENT}
        assert len(post._free) <= 3
        assert len(mail._smtp._connections) <= 3
        await post.close()

    run(story)


def test_a_password_is_read_afresh_at_each_login_and_a_wrong_one_is_trouble_not_a_refusal() -> None:
    async def story(mail: EmbeddedMail) -> None:
        secrets = iter(["wrong", PASSWORD])
        own = account(mail, user=SENDER, secret=lambda: next(secrets))
        post = Post(own, SENDER)
        first, second = await deliver(post), await deliver(post)
        await post.close()
        assert (first.outcome, first.code, first.trouble) == (Outcome.TEMPORARY, 535, True)
        assert second.outcome is Outcome.SENT

    run(story)


def test_xoauth2_logs_in_with_a_token() -> None:
    async def story(mail: EmbeddedMail) -> None:
        own = account(mail, user=SENDER, secret=lambda: "a-token", method="xoauth2")
        post = Post(own, SENDER)
        assert (await post.probe()).outcome is Outcome.SENT
        await post.close()
        wrong = Post(replace(own, secret=lambda: "another"), SENDER)
        assert (await wrong.probe()).trouble

    run(story, tokens={SENDER: "a-token"})


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_tls_is_verified_against_the_given_authority(security: str) -> None:
    async def story(mail: EmbeddedMail) -> None:
        port = mail.smtps_port if security == "tls" else mail.smtp_port
        own = account(mail, host="localhost", port=port, security=security, ca_file=mail.ca_file)
        post = Post(own, SENDER)
        assert (await deliver(post)).outcome is Outcome.SENT
        await post.close()
        stranger = await deliver(Post(replace(own, ca_file=None), SENDER))
        assert (stranger.outcome, stranger.trouble) == (Outcome.TEMPORARY, True)
        assert "certificate" in stranger.why.lower()
        assert len(mail.sent()) == 1

    run(story, tls=True)


def test_starttls_that_the_server_does_not_offer_is_trouble_and_nothing_is_sent_in_the_clear() -> None:
    async def story(mail: EmbeddedMail) -> None:
        delivery = await deliver(Post(account(mail, security="starttls"), SENDER))
        assert (delivery.outcome, delivery.trouble) == (Outcome.TEMPORARY, True)
        assert not mail.sent()

    run(story)


def test_a_server_that_is_away_is_temporary_without_trouble() -> None:
    async def story(mail: EmbeddedMail) -> None:
        own = account(mail)
        await mail.stop()
        delivery = await deliver(Post(own, SENDER))
        assert (delivery.outcome, delivery.trouble) == (Outcome.TEMPORARY, False)

    run(story)


def test_what_is_no_address_is_refused_before_anything_is_said_and_harms_nothing_else() -> None:
    async def story(mail: EmbeddedMail) -> None:
        post = Post(account(mail), SENDER)
        for address in ("ada@example.com>\r\nDATA", "ädä@example.com"):
            assert (await deliver(post, address)).outcome is Outcome.REFUSED
        assert (await deliver(post)).outcome is Outcome.SENT
        await post.close()
        assert len(mail.sent()) == 1

    run(story)


def test_why_never_repeats_an_address() -> None:
    async def story(mail: EmbeddedMail) -> None:
        mail.refuse_recipients[ADA] = "550 5.1.1 <ada@example.com>: ada@example.com is not known"
        post = Post(account(mail), SENDER)
        delivery = await deliver(post)
        await post.close()
        assert delivery.why == "550 5.1.1 (an address): (an address) is not known"

    run(story)


# ------------------------------------------------------------------------ a server of few words, for what is left


Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def serving(talk: Talk) -> AsyncIterator[SmtpAccount]:
    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        yield SmtpAccount(host="127.0.0.1", port=port, security="none", timeout=0.2)
    finally:
        server.close()


@asynccontextmanager
async def scripted(*answers: bytes | None, greeting: bytes = b"220 hello\r\n") -> AsyncIterator[SmtpAccount]:
    """Answers each line, or whole letter, with the next of ``answers``; None is silence until the client goes."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(greeting)
        in_letter = False
        for answer in answers:
            while line := await reader.readline():
                if not in_letter or line == b".\r\n":
                    break
            if answer is None:
                await reader.read()
                break
            in_letter = answer.startswith(b"354")
            writer.write(answer)
        writer.close()

    async with serving(talk) as own:
        yield own


OK, GO_AHEAD = b"250 ok\r\n", b"354 go ahead\r\n"


@pytest.mark.parametrize(
    ("answers", "outcome", "trouble"),
    [
        ((b"554 5.7.1 go away\r\n", b"554 go away\r\n"), Outcome.TEMPORARY, True),
        ((OK, b"550 5.7.1 not your address\r\n", OK), Outcome.TEMPORARY, True),
        ((OK, b"451 4.7.1 greylisted\r\n", OK), Outcome.TEMPORARY, False),
        ((OK, b"421 4.3.2 closing\r\n"), Outcome.TEMPORARY, False),
        ((OK, OK, b"530 5.7.0 log in first\r\n", OK), Outcome.TEMPORARY, True),
        ((OK, OK, None), Outcome.TEMPORARY, False),
        ((OK, OK, OK, None), Outcome.TEMPORARY, False),
        ((OK, OK, OK, GO_AHEAD, None), Outcome.UNCERTAIN, False),
        ((OK, OK, OK, GO_AHEAD, b"nonsense\r\n"), Outcome.UNCERTAIN, False),
        ((OK, OK, OK, GO_AHEAD, b"421 4.3.2 closing\r\n"), Outcome.TEMPORARY, False),
    ],
)
def test_each_moment_of_failing_has_its_outcome(
    answers: tuple[bytes | None, ...], outcome: Outcome, trouble: bool
) -> None:
    async def story() -> None:
        async with scripted(*answers) as own:
            post = Post(own, SENDER)
            delivery = await deliver(post)
            await post.close()
            assert (delivery.outcome, delivery.trouble) == (outcome, trouble), delivery.why

    asyncio.run(story())


def test_a_greeting_of_554_is_trouble_and_the_letter_waits() -> None:
    async def story() -> None:
        async with scripted(greeting=b"554 5.7.1 not you\r\n") as own:
            delivery = await deliver(Post(own, SENDER))
            assert (delivery.outcome, delivery.code, delivery.trouble) == (Outcome.TEMPORARY, 554, True)

    asyncio.run(story())


def test_a_connection_lost_in_the_middle_of_a_long_letter_is_temporary() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for answer in (b"220 hello\r\n", OK, OK, OK, GO_AHEAD):
            writer.write(answer)
            await reader.readline()
        writer.transport.abort()

    async def story() -> None:
        async with serving(talk) as own:
            delivery = await deliver(Post(replace(own, timeout=5), SENDER), raw=b"a line of it\r\n" * 1_000_000)
            assert delivery.outcome is Outcome.TEMPORARY

    asyncio.run(story())


def test_a_delivery_that_is_cancelled_hangs_up_and_keeps_no_half_used_connection() -> None:
    hung_up = asyncio.Event()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 hello\r\n")
        for answer in (OK, OK):
            await reader.readline()
            writer.write(answer)
        await reader.read()
        hung_up.set()

    async def story() -> None:
        async with serving(talk) as own:
            post = Post(replace(own, timeout=5), SENDER)
            going = asyncio.create_task(deliver(post))
            await asyncio.sleep(0.1)
            going.cancel()
            with pytest.raises(asyncio.CancelledError):
                await going
            await asyncio.wait_for(hung_up.wait(), 2)
            assert post._free == []

    asyncio.run(story())


def test_letters_go_fast_over_kept_connections(tmp_path: Path) -> None:
    async def story(mail: EmbeddedMail) -> None:
        post = Post(account(mail), SENDER)
        loop = asyncio.get_running_loop()
        started = loop.time()
        await asyncio.gather(*(deliver(post) for _ in range(100)))
        print(f"{100 / (loop.time() - started):.0f} letters/s, embedded server in the same loop")
        await post.close()
        assert len(mail.sent()) == 100

    run(story)
