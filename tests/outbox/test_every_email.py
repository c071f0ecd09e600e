"""Every email in every language, with every example: discreet, complete, short, and the same as text and as HTML."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from outbox_cast import MAILBOX, SERVICE, a_send, make_composer, words_of_html, words_of_text

from mailbot.casework.people import Party
from mailbot.casework.touchpoints import TOUCHPOINTS, Touchpoint
from mailbot.outbox.discreet import long_sentences, revealing_words, words_never_to_families
from mailbot.outbox.examples import DAY, EXAMPLES, LONG_NAME, MOMENT, preview
from mailbot.outbox.sheet import fill
from mailbot.reading.mail.quoting import MARKERS

COMPOSER = make_composer()
LETTERS = [
    pytest.param(example, language, id=f"{example.template()}-{number}-{language}")
    for kind in TOUCHPOINTS
    for number, example in enumerate(EXAMPLES[kind.template()])
    for language in kind.languages
]
every_letter = pytest.mark.parametrize(("example", "language"), LETTERS)

HELPLINES_START = {"en": "If you need to talk to someone sooner", "cy": "I siarad â rhywun yn gynt"}
CHARITY = SERVICE.charity


def parsed(example: Touchpoint, language: str) -> EmailMessage:
    _, raw = COMPOSER.render(a_send(example, language), "<a@example.com>", ("<b@example.com>",), now=MOMENT)
    return message_from_bytes(raw, policy=policy.default)  # type: ignore[return-value]


def body(letter: EmailMessage, kind: str) -> str:
    part = letter.get_body((kind,))
    assert part is not None
    return part.get_content().replace("\r\n", "\n")


def test_every_email_has_examples() -> None:
    assert set(EXAMPLES) == {kind.template() for kind in TOUCHPOINTS}


def test_the_project_s_own_templates_have_no_fault() -> None:
    assert COMPOSER.check() == []


@every_letter
def test_no_header_reveals_anything(example: Touchpoint, language: str) -> None:
    letter = parsed(example, language)
    for name, value in letter.items():
        assert revealing_words(str(value)) == [], name
    assert revealing_words(COMPOSER.compose(example, language, DAY).preheader) == []


@every_letter
def test_what_is_read_first_reveals_nothing_to_families(example: Touchpoint, language: str) -> None:
    if example.party in (Party.FAMILY, Party.REFERRER):
        letter = COMPOSER.compose(example, language, DAY)
        own_words = letter.text.replace(CHARITY, "")
        assert words_never_to_families(own_words) == []


@every_letter
def test_nothing_of_the_template_is_left_over(example: Touchpoint, language: str) -> None:
    letter = parsed(example, language)
    for content in (str(letter["Subject"]), body(letter, "plain"), body(letter, "html")):
        assert not re.search(r"\{\{|\}\}|\{%|%\}|[\ue000-\uf8ff]|\*\*|None|Undefined", content)


@every_letter
def test_no_sentence_is_over_25_words(example: Touchpoint, language: str) -> None:
    form, values = COMPOSER.form(example, language, DAY)
    shown = ["…" if value == LONG_NAME else value for value in values]
    for block in form.sheet.blocks:
        assert long_sentences(fill(block.pieces, shown)) == []


@every_letter
def test_text_and_html_say_the_same(example: Touchpoint, language: str) -> None:
    letter = parsed(example, language)
    assert words_of_text(body(letter, "plain")) == words_of_html(body(letter, "html"))


@every_letter
def test_html_loads_nothing_and_names_its_language(example: Touchpoint, language: str) -> None:
    page = body(parsed(example, language), "html")
    assert not re.search(r"<(img|link|script|iframe|object|form|input|video|audio|svg)\b|url\(|@import|https?://", page)
    expected = "en" if getattr(example, "bilingual", False) else language
    assert f'<html lang="{expected}"' in page
    assert "prefers-color-scheme: dark" in page


@every_letter
def test_an_email_to_a_family_is_short(example: Touchpoint, language: str) -> None:
    if example.party not in (Party.FAMILY, Party.REFERRER) or getattr(example, "bilingual", False):
        return
    text = COMPOSER.compose(example, language, DAY).text
    before, _, after = text.partition(HELPLINES_START[language])
    close = after.partition(SERVICE.signed_by)[2]
    assert len(f"{before} {close}".replace(LONG_NAME, "Ada").split()) <= 150
    assert len(text.split()) <= 200


@every_letter
def test_a_line_of_text_is_at_most_72_columns(example: Touchpoint, language: str) -> None:
    text = COMPOSER.compose(example, language, DAY).text
    assert max(len(line) for line in text.split("\n") if LONG_NAME not in line) <= 72


@every_letter
def test_headers_are_those_of_an_automatic_letter_to_one_person(example: Touchpoint, language: str) -> None:
    letter = parsed(example, language)
    assert letter["From"] == f"{SERVICE.name} <{MAILBOX}>"
    assert letter["To"] == "ada@example.com"
    assert {"cc", "bcc"}.isdisjoint(name.lower() for name in letter)
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["X-Auto-Response-Suppress"] == "All"
    assert letter["In-Reply-To"] == "<a@example.com>"
    assert letter["References"].split() == ["<b@example.com>", "<a@example.com>"]
    assert letter.defects == []


@pytest.mark.parametrize("kind", TOUCHPOINTS)
def test_a_letter_that_asks_for_an_answer_says_where_to_write_it(kind: type[Touchpoint]) -> None:
    for language in kind.languages:
        text = COMPOSER.compose(EXAMPLES[kind.template()][0], language, DAY).text
        asks = "?" in text or kind.replying_to not in ("", "unsolicited")
        assert text.startswith(MARKERS[language]) or not asks or kind.template() == "call_noted"


@pytest.mark.parametrize("name", ["acknowledgement", "letter_received", "referrer_acknowledgement"])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_acknowledgement_names_the_same_helplines_and_999(name: str, language: str) -> None:
    sections = set()
    for example in EXAMPLES[name] + EXAMPLES["acknowledgement"]:
        if getattr(example, "bilingual", False):
            continue
        text = COMPOSER.compose(example, language, DAY).text
        sections.add(text.partition(HELPLINES_START[language])[2].partition(SERVICE.signed_by)[0])
    assert len(sections) == 1
    section = sections.pop()
    assert "999" in section
    assert "0808 157 0123" in section
    assert "0808 157 0456" in section
    assert "Old line" not in section
    assert "Unverified line" not in section


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_voicemail_is_never_suggested_unless_the_person_said_it_is_safe(language: str) -> None:
    leaves = {"en": r"may leave|leave a short", "cy": r"efallai y bydd \w+ yn gadael neges"}[language]
    for example in EXAMPLES["introduction"] + (EXAMPLES["briefing"] if language == "en" else ()):
        text = " ".join(COMPOSER.compose(example, language, DAY).text.split())
        assert bool(re.search(leaves, text)) == example.voicemail_ok  # type: ignore[attr-defined]


def test_an_offer_tells_nothing_that_could_identify_the_person() -> None:
    allowed = {"first_name", "reference", "hours", "speaks_welsh", "answer_by"}
    for name in ("offer_made", "offer_nudge"):
        assert {key.partition(".")[0] for key in COMPOSER.books["en"].placeholders(name)} <= allowed | {"service"}


def test_a_preview_shows_the_first_example() -> None:
    subject, text, page = preview(COMPOSER, "introduction", "cy")
    assert subject == "Galwad yr wythnos hon"
    assert "Bydd Ben yn eich ffonio erbyn dydd Gwener 7 Mawrth." in text
    assert 'lang="cy"' in page
    with pytest.raises(KeyError):
        preview(COMPOSER, "no_such_email", "en")
