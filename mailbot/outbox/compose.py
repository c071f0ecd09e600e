"""Composer: a touchpoint and its template become a finished letter. It reads no clock and touches no network."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from threading import Lock

import css_inline

from mailbot.casework.actions import Send
from mailbot.casework.touchpoints import Touchpoint
from mailbot.clock import london
from mailbot.outbox.check import check_templates
from mailbot.outbox.frame import Frame, assemble
from mailbot.outbox.helplines import Helpline, fresh
from mailbot.outbox.layout import base_layout, lay_into
from mailbot.outbox.reply_address import ReplyAddress
from mailbot.outbox.reply_link import ReplyLink
from mailbot.outbox.sheet import (
    Pieces,
    Sheet,
    SheetFault,
    fill,
    fill_html,
    join_sheets,
    make_sheet,
    marker_html,
    pieces_of,
    under_marker,
)
from mailbot.outbox.template_book import Filled, TemplateBook, TemplateBroken, TemplateFault, line_of_link
from mailbot.outbox.template_values import one_line
from mailbot.outbox.words import WordsFault, load_words
from mailbot.reading.mail.quoting import MARKERS

LANGUAGES = ("en", "cy")
_BILINGUAL = ("en", "cy")  # English, then Welsh below
# Fills the line of a preview, so that no mail program shows the first words of the letter after the preheader.
_PADDING = "&#847;&zwnj;&nbsp;" * 50
_MOST_FORMS = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceWords:
    """How the service names itself. ``name`` is what From shows, so it must reveal nothing; ``signed_by`` is a person.

    ``phone`` is the staff's number for volunteers ("" if none), ``charity`` stands at the foot of a letter only.
    """

    name: str
    address: str
    signed_by: str
    charity: str
    signed_role: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter before it is addressed."""

    subject: str
    preheader: str
    text: str
    html: str
    language: str


@dataclass(frozen=True, slots=True)
class Form:
    """A letter whose values are not laid in yet: one for each way through a template."""

    subject: Pieces
    preheader: Pieces
    sheet: Sheet
    page: Pieces


class Composer:
    """Made once; ``templates`` is the folder with a folder for each language, ``words`` and ``base.html``.

    Raises ``TemplateBroken`` when the layout or a language's words are unusable; ``check`` finds everything else.
    """

    def __init__(
        self, templates: Path, *, service: ServiceWords, helplines: Sequence[Helpline], reply: ReplyAddress
    ) -> None:
        self.templates = templates
        self.service = service
        self.helplines = tuple(helplines)
        self._reply = reply
        self._layout_file = templates / "base.html"
        self._layout = base_layout(self._layout_file)
        self._inliner = css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)
        self.books = {language: self._book(language) for language in LANGUAGES}
        self._forms: dict[tuple[str, ...], Form] = {}
        self._forms_lock = Lock()

    def render(
        self, send: Send, thread_in_reply_to: str, thread_references: tuple[str, ...], *, now: datetime
    ) -> tuple[str, bytes]:
        """Message-ID and RFC 5322 bytes with CRLF; for a page only its reference, for the configured command.

        Raises ``TemplateBroken`` or ``frame.Unaddressable``.
        """
        token = self._reply.make(send.to.party, send.outgoing_id)
        message_id = self._reply.message_id(token)
        if send.page:
            return message_id, page_reference(send.touchpoint).encode()
        answers_to = ReplyLink(self._reply.address(token), self._reply.mark(token))
        letter = self.compose(send.touchpoint, send.to.language, london(now).date(), answers_to)
        frame = Frame(
            from_name=self.service.name,
            from_address=self.service.address,
            to=send.to.address,
            reply_to=self._reply.address(token),
            subject=letter.subject,
            message_id=message_id,
            date=now,
            in_reply_to=thread_in_reply_to,
            references=thread_references,
            auto_submitted="auto-generated" if send.answers_letter is None else "auto-replied",
            language=letter.language,
            text=letter.text,
            html=letter.html,
            token=token,
        )
        return message_id, assemble(frame)

    def compose(
        self, touchpoint: Touchpoint, language: str, today: date, answers_to: ReplyLink | None = None
    ) -> Composed:
        """What the letter says, in both languages when it is to be bilingual. ``today`` is London's; links for answers
        lead to ``answers_to``, in a preview to the bare mailbox."""
        form, values = self.form(touchpoint, language, today, answers_to)
        return Composed(
            one_line(fill(form.subject, values)),
            one_line(fill(form.preheader, values)),
            form.sheet.text(values),
            fill_html(form.page, values),
            ", ".join(_languages(touchpoint, language)),
        )

    def form(
        self, touchpoint: Touchpoint, language: str, today: date, answers_to: ReplyLink | None = None
    ) -> tuple[Form, list[str]]:
        """The letter with empty slots, and the values that go into them."""
        languages = _languages(touchpoint, language)
        values: list[str] = []
        reply = answers_to or ReplyLink(self._reply.mailbox)
        filled = [self._filled(touchpoint, one, today, values, reply) for one in languages]
        return self._form(touchpoint, languages, filled), values

    def check(self) -> list[TemplateFault]:
        """Every mistake that can be found before anything is sent, by file and line."""
        return check_templates(self)

    def _filled(
        self, touchpoint: Touchpoint, language: str, today: date, values: list[str], reply: ReplyLink
    ) -> Filled:
        given = {one.name: getattr(touchpoint, one.name) for one in fields(touchpoint)}
        given["helplines"] = fresh(self.helplines, today)
        return self.books[language].fill(touchpoint.template(), given, values, reply)

    def _form(self, touchpoint: Touchpoint, languages: Sequence[str], filled: Sequence[Filled]) -> Form:
        """Parsed once for each way through a template, whatever the values."""
        key = (*languages, *(text for one in filled for text in (one.subject, one.preheader, one.body)))
        form = self._forms.get(key)
        if form is None:
            form = self._make_form(touchpoint, languages, filled)
            with self._forms_lock:  # letters may be composed in several threads
                self._forms[key] = form
                if len(self._forms) > _MOST_FORMS:
                    del self._forms[next(iter(self._forms))]
        return form

    def _make_form(self, touchpoint: Touchpoint, languages: Sequence[str], filled: Sequence[Filled]) -> Form:
        sheets = [self._sheet(touchpoint, language, one) for language, one in zip(languages, filled, strict=True)]
        sheet = join_sheets(sheets, languages)
        markers = [MARKERS[one] for one in languages] if any(one.answer for one in filled) else []
        if markers:
            sheet = under_marker(sheet, markers)
        subject = " / ".join(one.subject.strip() for one in filled)
        preheader = " / ".join(one.preheader.strip() for one in filled)
        page = lay_into(
            self._layout,
            self._layout_file,
            language=languages[0],
            subject=html.escape(subject),
            preheader=html.escape(preheader),
            padding=_PADDING,
            marker=marker_html(markers) if markers else "",
            body=sheet.page_source,
        )
        return Form(pieces_of(subject), pieces_of(preheader), sheet, pieces_of(self._inliner.inline(page)))

    def _sheet(self, touchpoint: Touchpoint, language: str, filled: Filled) -> Sheet:
        try:
            return make_sheet(filled.body)
        except SheetFault as wrong:
            file = self.books[language].file(touchpoint.template())
            raise TemplateBroken(TemplateFault(str(file), line_of_link(file), str(wrong))) from None

    def _book(self, language: str) -> TemplateBook:
        file = self.templates / "words" / f"{language}.toml"
        try:
            return TemplateBook(self.templates / language, load_words(file, language), self.service)
        except (OSError, WordsFault) as wrong:
            words = "the table of words is missing" if isinstance(wrong, OSError) else str(wrong)
            raise TemplateBroken(TemplateFault(str(file), 1, words)) from None


def page_reference(touchpoint: Touchpoint) -> str:
    """What the paging command is told: a reference and never a name."""
    return one_line(str(getattr(touchpoint, "reference", "")))


def _languages(touchpoint: Touchpoint, language: str) -> tuple[str, ...]:
    if getattr(touchpoint, "bilingual", False):
        return _BILINGUAL
    return (language if language in touchpoint.languages else touchpoint.languages[0],)
