"""What the tests of composing share: a composer with the project's own templates, and a Send."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Recipient, Send
from mailbot.casework.touchpoints import Touchpoint
from mailbot.outbox.compose import Composer, ServiceWords
from mailbot.outbox.examples import DAY, MOMENT
from mailbot.outbox.helplines import Helpline
from mailbot.outbox.reply_address import ReplyAddress

TEMPLATES = Path(__file__).parents[2] / "templates"
MAILBOX = "help@example.org"
REPLY = ReplyAddress(b"a secret of thirty-two bytes, yes", MAILBOX, plus=True)
SERVICE = ServiceWords(
    name="Befriending team",
    address=MAILBOX,
    signed_by="Dilys Example",
    signed_role="Coordinator",
    charity="Example Families Charity",
    phone="020 7946 0123",
)
HELPLINES = (
    Helpline("Family line", "0808 157 0123", ("en",), DAY, "Dilys"),
    Helpline("Welsh line", "0808 157 0456", ("cy", "en"), DAY, "Dilys"),
    Helpline("Old line", "0808 157 0789", ("en",), date(2020, 1, 1), "Dilys"),
    Helpline("Unverified line", "0808 157 0999"),
)


def make_composer(templates: Path = TEMPLATES, service: ServiceWords = SERVICE) -> Composer:
    return Composer(templates, service=service, helplines=HELPLINES, reply=REPLY)


def a_send(touchpoint: Touchpoint, language: str = "en", address: str = "ada@example.com", **more: object) -> Send:
    return Send(
        outgoing_id=7,
        to=Recipient(touchpoint.party, address, name="Ada\r\nBcc: eve@example.net", language=language),
        touchpoint=touchpoint,
        about=About(Entity.REFERRAL, 1042),
        send_at=MOMENT,
        use_by=MOMENT,
        **more,  # type: ignore[arg-type]
    )


def words_of_html(page: str) -> list[str]:
    """What a person would read in it."""
    tree = LexborHTMLParser(page)
    for hidden in tree.css("style, title, h1, .preheader"):
        hidden.decompose()
    body = tree.body
    return re.findall(r"[\w@:/.{}<>\[\]()'-]+", body.text(separator="")) if body else []


def words_of_text(text: str) -> list[str]:
    plain = "\n".join(line.removeprefix("> ").removeprefix(">") for line in text.split("\n"))
    without_signs = re.sub(r"(?m)^\s*(?:- |\d+\. |-{20}$)", "", plain)
    return re.findall(r"[\w@:/.{}<>\[\]()'-]+", without_signs)
