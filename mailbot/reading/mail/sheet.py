"""What the kind of a letter is told from: its headers, its words, and the parts it is made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from mailbot.reading.letter import Mailbox
from mailbot.reading.mail.contents import flat
from mailbot.reading.mail.headers import Headers
from mailbot.reading.mail.mime import Part


@dataclass(frozen=True)
class Sheet:
    """``text`` is all that a person would see of it, ``words`` only what was newly written.

    Without slots, which would leave no room for what is kept once found.
    """

    root: Part
    sender: Mailbox
    reply_to: tuple[Mailbox, ...]
    subject: str
    words: str
    text: str
    message_id: str
    replies_to: tuple[str, ...]
    is_own_message_id: Callable[[str], bool]
    is_own_address: Callable[[str], bool]
    written_to_us: bool  # does To or Cc name our address?

    @property
    def headers(self) -> Headers:
        return self.root.headers

    @cached_property
    def types(self) -> frozenset[str]:
        """The type of every part, but of none within an attached message."""
        return frozenset(part.content_type for part in (self.root, *flat(self.root)))

    @cached_property
    def report_type(self) -> str:
        """What a multipart/report reports, also where its parts cannot be told apart; else what they are."""
        told = self.root.parameters.get("report-type", "").strip().lower()
        if told or self.root.content_type != "multipart/report":
            return told
        return next((kind[8:] for kind in sorted(self.types) if kind.endswith(_REPORTS)), "")

    @property
    def answers_ours(self) -> bool:
        return any(self.is_own_message_id(told) for told in self.replies_to)

    @property
    def is_passed_on_or_answer(self) -> bool:
        """A subject that a person's client made of another one: "Re:", "Fwd:" and theirs in other languages."""
        return bool(_ANSWER.match(self.subject))

    @property
    def quotes(self) -> bool:
        """Is more shown than was newly written? People quote what they answer; machines seldom do."""
        return len(self.text) > len(self.words) + 40

    @property
    def has_null_path(self) -> bool:
        """RFC 5321, 4.5.5: what must not be answered is sent from nobody."""
        values = [self.headers.first(name) for name in ("return-path", "x-envelope-from") if self.headers.has(name)]
        return any(value.strip() == "<>" or "mailer-daemon" in value.lower() for value in values)

    def notifies_of(self, kind: str) -> bool:
        """Amazon SES tells of bounces and complaints by JSON that its notification service mails."""
        told = _NOTIFICATION.search(self.text[:20_000]) if self.headers.has("x-amz-sns-message-id") else None
        return told is not None and told[1] == kind

    @property
    def submitted(self) -> str:
        """The keyword of Auto-Submitted (RFC 3834, 5)."""
        return re.split(r"[;\s(]", self.headers.first("auto-submitted").strip().lower())[0]

    @property
    def returns_mail(self) -> bool:
        """Is a mail, or the headers of one, enclosed?"""
        return any(kind.startswith("message/rfc822") or kind in _RETURNED for kind in self.types)


_NOTIFICATION = re.compile(r"\"(?:notification|event)Type\\?\"\s{0,9}:\s{0,9}\\?\"(\w{1,20})")
_REPORTS = ("delivery-status", "/disposition-notification", "/feedback-report")
_RETURNED = ("text/rfc822-headers", "message/global", "message/global-headers")
_ANSWER = re.compile(
    r"\s*(re|fwd?|aw|wg|tr|rv|sv|vs|antw|ynt|odp|pd|enc|ateb|ymlaen)\s*(\[\d{1,3}\])?\s*:", re.IGNORECASE
)
