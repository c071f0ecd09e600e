"""Redirect mode: the letter goes to staff instead, and says so at its top (``outbox.mode = "redirect"``)."""

from __future__ import annotations

import html
from email import message_from_bytes, policy
from email.message import EmailMessage

from mailbot.outbox.frame import checked_address

_POLICY = policy.SMTP.clone(max_line_length=998)  # leave our own folding alone


def redirected(raw: bytes, to: str, party: str) -> bytes:
    """A letter of ours readdressed to ``to``, its subject and the top of its text marked with whom it was for.

    Its Message-ID stays; Reply-To goes, so that an answer to the copy never counts as the person's.
    """
    letter = message_from_bytes(raw, _class=EmailMessage, policy=_POLICY)
    subject = str(letter["Subject"])
    for name in ("To", "Reply-To", "Subject"):
        del letter[name]
    letter["To"] = checked_address(to)
    letter["Subject"] = f"[{party}] {subject}"
    note = f"Not sent: mailbot is in redirect mode. This letter was for: {party}."
    for part in letter.walk():
        if part.get_content_type() == "text/plain":
            part.set_content(f"{note}\n\n{part.get_content()}", cte="quoted-printable")
        elif part.get_content_type() == "text/html":
            page = part.get_content()
            head, body, rest = page.partition("<body")
            tag, end, inside = rest.partition(">")
            banner = f"<p><strong>{html.escape(note)}</strong></p>"
            part.set_content(f"{head}{body}{tag}{end}{banner}{inside}", subtype="html", cte="quoted-printable")
    return letter.as_bytes()
