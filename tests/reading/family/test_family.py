"""What a family's or referrer's letter says as a whole: intent, referrer, agreement, "stop", and the sample letters."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.reading.family import read_family
from mailbot.reading.letter import (
    Authentication,
    FamilyFacts,
    FamilyIntent,
    Kind,
    Letter,
    Mailbox,
    Provenance,
    Referrer,
    Risk,
)
from mailbot.reading.parse import Reader, read_letter
from mailbot.reading.words.wording import Wording

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "tests" / "samples" / "families"


@cache
def wording() -> Wording:
    return Wording.from_tables(
        {path.stem: tomllib.loads(path.read_text("utf-8")) for path in (ROOT / "config" / "wording").glob("*.toml")}
    )


def letter(
    text: str, *, subject: str = "", name: str = "Ada Lane", passed_on: str = "", kind: Kind = Kind.PERSON
) -> Letter:
    return Letter(
        kind=kind,
        sender=Mailbox(name, "ada@example.org"),
        reply_to=(),
        recipients=("befriending@example.org",),
        subject=subject,
        sent_at=None,
        message_id="<1@example.org>",
        replies_to=(),
        whole_text=f"{text}\n\n{passed_on}",
        new_text=text,
        quoted_text="",
        passed_on=passed_on,
        attachments=(),
        provenance=Provenance(Authentication.UNKNOWN),
    )


def read(text: str, *, replying: bool = False, subject: str = "", name: str = "Ada Lane") -> FamilyFacts:
    return read_family(letter(text, subject=subject, name=name), wording=wording(), replying=replying)


INTENTS = [
    ("Could one of your befrienders phone me? My partner is in HMP Leicester.", "befriending_request"),
    ("please can someone ring me my son got sent to prison yesterday", "befriending_request"),
    ("I write to enquire whether I might be considered for telephone befriending.", "befriending_request"),
    ("Would like the weekly call please.", "befriending_request"),
    ("Please could you sign me up for the befriending scheme?", "befriending_request"),
    ("I'm looking for someone to chat to on the phone about my brother in prison.", "befriending_request"),
    ("I could really do with a friendly voice once a week.", "befriending_request"),
    ("any chance of the weekly phone call, my mate is inside", "befriending_request"),
    ("I want someone 2 talk 2 pls, my cousin is in moorland", "befriending_request"),
    ("Hoffwn i gael galwad ffôn wythnosol os gwelwch yn dda.", "befriending_request"),
    ("Fyddai rhywun yn gallu fy ffonio i bob wythnos?", "befriending_request"),
    ("Can someone help? My lad is in the cells. My number is 07700 900224 any time", "befriending_request"),
    ("I'd like to join your online group please.", "group_request"),
    ("I dont want calls just the zoom group", "group_request"),
    ("Is there a group with any dads in it?", "group_request"),
    ("Hoffwn ymuno â'r grŵp ar-lein.", "group_request"),
    ("Can I have both the group and a befriender please?", "both_request"),
    ("Could I have the phone calls and also try the group?", "both_request"),
    ("We spoke at the visitors centre. I'm interested in both.", "both_request"),
    ("Could I speak with someone in Welsh please", "befriending_request"),
    ("How much does it cost and how long do the calls go on for?", "enquiry"),
    ("Do you help grandparents? My grandson has been arrested.", "enquiry"),
    ("Before I fill anything in, how long is the wait for a befriender?", "enquiry"),
    ("If I use your befriending does the prison get told?", "enquiry"),
    ("Dim ond holi ydw i am y tro. Oes rhaid talu am y galwadau?", "enquiry"),
    ("I'd like to volunteer for your telephone befriending. I'm retired.", "volunteer_enquiry"),
    ("I want to become a befriender. What does the training involve?", "volunteer_enquiry"),
    ("I would like to give something back and I have an enhanced DBS.", "volunteer_enquiry"),
    ("My new number is 07700 900118.", "update"),
    ("I have changed phones. New one: 07700 900216.", "update"),
    ("I no longer need the calls, thank you.", "withdraw"),
    ("Please take me off the list.", "withdraw"),
    ("I want to withdraw from the befriending please. Nothing wrong, just busy.", "withdraw"),
    ("My son came home so I won't be needing the calls any longer", "withdraw"),
    ("Dw i ddim eisiau'r galwadau mwyach, diolch.", "withdraw"),
    ("Just wanted to say thank you for the calls, Carys has been wonderful.", "feedback"),
    ("Nobody has rung me for three weeks and I am disappointed.", "feedback"),
    ("I am not asking to stop. I am disappointed and want it done properly.", "feedback"),
    ("I want to book a visit for Saturday at HMP Stocken.", "other"),
    ("We are looking to interview relatives for a study. Would you circulate it?", "other"),
    ("We are an SEO agency and your website is not ranking on page 1. Only £99 this month.", "spam"),
    ("You may be owed £4,800 unclaimed. CLICK HERE to confirm your bank details.", "spam"),
    ("Inheritance of 4 million dollars, kindly reply with bank details.", "spam"),
    ("asdf qwer", "other"),
    ("", "other"),
]


@pytest.mark.parametrize(("words", "intent"), INTENTS)
def test_what_a_letter_asks_for(words: str, intent: str) -> None:
    assert read(words).intent == intent


ANSWERS = [
    ("My number is 07700 900777 and evenings are best", "update"),
    ("It's HMP Cardiff.", "update"),
    ("Can you change my time to Fridays please? Wednesdays no longer work.", "update"),
    ("I think I'd rather have a man if that's possible", "update"),
    ("Who will be calling me and what is it about?", "enquiry"),
    ("It didn't go well. She was rude to me.", "feedback"),
    ("No thank you, I've decided I don't want this any more", "withdraw"),
    ("I would like to cancel my call this Thursday, can we do Friday instead?", "update"),
    ("Yes please. Thursday at 7 is fine.", "update"),
    ("Stop", "withdraw"),
    ("Can we stop the Monday calls? I am free on Tuesdays after 6", "update"),
    ("I want to stop the calls on Mondays and have Fridays after 6", "update"),
]


@pytest.mark.parametrize(("words", "intent"), ANSWERS)
def test_what_an_answer_to_our_mail_says(words: str, intent: str) -> None:
    assert read(words, replying=True).intent == intent


@pytest.mark.parametrize(
    "words",
    [
        "ok",
        "OK thanks",
        "That's fine, thank you very much.\n\nAda",
        "Yes that's great",
        "Thank you!",
        "Iawn, diolch yn fawr",
        "ok thank you",
        "That's fine, thanks Ben",
        "Lovely, thank you so much Carys xx",
        "Thanks Ben, that's fine",
        "Fine thanks Ben. Looking forward to it",
        "No problem, thank you",
        "iawn, diolch",
        "Iawn gen i, diolch Carys",
        "ok thanks for your help",
    ],
)
def test_a_bare_ok_to_our_mail_agrees(words: str) -> None:
    facts = read(words, replying=True)
    assert facts.agrees
    assert not facts.stop


@pytest.mark.parametrize(
    "words",
    [
        "ok but not Mondays",
        "thanks, who is it?",
        "That's not fine.",
        "no",
        "",
        "Yes if it can be a woman",
        "ok no",
        "no thanks",
        "ok, please help me",
        "ok Monday",
        "Thanks Ben but no",
        "Thank you Ben, I'm free on Monday",
        "ok thanks. And can you ring my mum?",
        "ok thanks, my number has changed",
        "ok Police",
        "iawn, ond ddim ar ddydd Llun",
        "ok thanks, I don't want to live",
    ],
)
def test_more_than_a_bare_ok_does_not_agree(words: str) -> None:
    assert not read(words, replying=True).agrees


def test_an_ok_under_a_subject_of_its_own_does_not_agree() -> None:
    assert not read("ok thanks", replying=True, subject="please ring my mum").agrees
    assert read("ok thanks", replying=True, subject="Re: Your call: R-1042").agrees


def test_a_bare_ok_out_of_the_blue_agrees_to_nothing() -> None:
    assert not read("ok").agrees


@pytest.mark.parametrize(
    "words",
    [
        "stop",
        "STOP.",
        "Please stop",
        "unsubscribe",
        "please unsubscribe me",
        "No more emails please",
        "I don't want any more emails from you.",
        "Please don't contact me again",
        "do not email me again",
        "Stop emailing me!",
        "leave me alone",
        "Stopiwch os gwelwch yn dda",
        "Dim mwy o e-byst os gwelwch yn dda",
        "Peidiwch â chysylltu â mi eto",
        "Please stop. I don't want any more calls from you. I am going to end my life tonight.",
        "Stop. I have had enough of all of it and I am going to do it tonight, nobody can talk me out of it.",
        "I am going to end it. Stop emailing me.",
        "Please stop ringing me",
        "Don't ring or email me any more",
        "Please do not write to me or ring me again",
        "I don't want any more calls or emails",
        "Please don't send me anything else",
        "I don't want to hear from you again",
        "Stopiwch os gwelwch yn dda. Dydw i ddim eisiau rhagor o e-byst na galwadau.",
        "Dydw i ddim eisiau rhagor o e-byst na galwadau.",
        "Dw i ddim eisiau mwy o negeseuon",
        "Peidiwch ag anfon rhagor.",
        "Peidiwch ag anfon rhagor o negeseuon ata i",
        "dim mwy o e-byst",
        "Peidiwch â ffonio eto",
        "Stopiwch ffonio fi",
        "Stopiwch anfon e-byst os gwelwch yn dda",
        "Dw i ddim eisiau clywed gennych eto",
    ],
)
def test_stop_in_any_words_stops(words: str) -> None:
    facts = read(words, replying=True)
    assert facts.stop
    assert facts.intent is FamilyIntent.WITHDRAW
    assert not facts.agrees


@pytest.mark.parametrize(
    "words",
    [
        "I can't stop crying",
        "I am not asking to stop.",
        "Don't stop the calls please",
        "please don't contact me on the landline",
        "The bus stop is near. Could someone ring me?",
        "Please don't leave me alone tonight",
        "He won't leave me alone and he won't stop ringing me",
        "I want him to stop contacting me",
        "Please make it stop",
        "I want the pain to stop",
        "Please stop ringing me on 07700 900118, ring 07700 900448",
        "Stop. Could someone please ring me? My husband won't stop and I am frightened of what he will do.",
        "Peidiwch â ffonio'r tŷ",
        "Peidiwch â gadael neges",
    ],
)
def test_the_word_stop_alone_among_others_does_not_stop(words: str) -> None:
    assert not read(words).stop


def test_stop_as_a_subject_alone_stops() -> None:
    assert read("", subject="STOP").stop


def test_the_small_print_of_a_forwarded_mail_stops_nothing() -> None:
    facts = read_family(
        letter(
            "Is this from you?", passed_on="From: News <n@example.com>\n\nTo unsubscribe from this list click here."
        ),
        wording=wording(),
    )
    assert not facts.stop


WEARY_OF_LIFE = [
    ("Could someone ring me please. I do not want to be here any more. I have the tablets.", "befriending_request"),
    ("I can't go on, I don't want to go on any more. Please could someone call me", "befriending_request"),
    ("I don't want to live like this any longer. Could I have the weekly calls?", "befriending_request"),
    ("I don't want to be on my own any more, please could I have someone to talk to", "befriending_request"),
    ("Dw i ddim eisiau bod yma mwyach. Fedr rhywun fy ffonio?", "befriending_request"),
    ("I don't want to be here any more", "other"),
    ("I don't want this any more.", "other"),
    ("I don't want to carry on.", "other"),
    ("I do not want to go on any longer", "other"),
    ("I don't want to do this any more, I'm so tired", "other"),
    ("I won't be needing anything any more", "other"),
    ("I want to leave this world", "other"),
    ("I want to withdraw from everything", "other"),
    ("I don't need help to carry on, I want to die", "other"),
    ("Dw i ddim eisiau byw mwyach", "other"),
    ("Dydw i ddim isio mynd ymlaen", "other"),
]


@pytest.mark.parametrize(("words", "intent"), WEARY_OF_LIFE)
def test_weary_of_life_is_no_withdrawal_from_the_support(words: str, intent: str) -> None:
    for replying in (False, True):
        facts = read(words, replying=replying)
        assert facts.intent == intent
        assert not facts.stop


WITHDRAWN = [
    "I don't want the calls any more",
    "I no longer want this support",
    "I don't want to carry on with the calls",
    "She doesn't need a befriender any longer",
    "I won't be needing your help any more",
    "I'd like to stop the weekly calls please",
    "I don't want you to ring me any more",
    "I do not wish to be contacted again",
    "Please take my name off",
    "I no longer wish to take part",
    "Sorry, I've changed my mind",
    "No more calls please",
    "I don't want anymore calls",
    "Please don't ring her any more",
    "I'd rather not have the calls now",
    "I am not going to need the calls",
    "I've decided not to go ahead with the calls",
    "I'm no longer interested, thank you",
    "Please delete my details",
    "Rydw i ddim angen y gefnogaeth bellach",
    "Dw i ddim eisiau mwy o alwadau",
    "Dim mwy o alwadau os gwelwch yn dda",
]


@pytest.mark.parametrize("words", WITHDRAWN)
def test_a_withdrawal_names_what_it_gives_up(words: str) -> None:
    assert read(words, replying=True).intent is FamilyIntent.WITHDRAW


@pytest.mark.parametrize(
    "words",
    [
        "I don't want calls before ten please. Could I have the weekly call? 07700 900118",
        "I don't want a male volunteer, could I have the weekly calls please",
        "I don't want help with money, I want someone to ring me",
        "I've changed my mind, please do ring me after all",
        "Dw i ddim isio galwad cyn deg, hoffwn alwad gyda'r nos",
        "Please don't call me before ten. 07700 900118",
        "He won't stop ringing me and I can't cope. Can someone ring me?",
        "I'm not interested in anything any more. Could someone ring me?",
        "His dad is not interested. Any chance of the weekly phone call?",
    ],
)
def test_a_wish_about_the_calls_is_no_withdrawal(words: str) -> None:
    assert read(words).intent is FamilyIntent.BEFRIENDING


@pytest.mark.parametrize(
    "words", ["Please don't call me any more on 07700 900118", "Never ring me again on that number"]
)
def test_not_to_be_called_is_no_request_for_calls(words: str) -> None:
    assert read(words).intent not in (FamilyIntent.BEFRIENDING, FamilyIntent.BOTH)


REFERRERS = [
    ("My husband is in HMP Leeds and I would love somebody to talk to. My number is 07700 900118.", "self"),
    ("My partner went to prison last month and I would benefit from a call.", "self"),
    ("My son is away, I'd love someone to ring me.", "self"),
    ("My mum Janet is 70 and would love a weekly call.", "other_person"),
    ("My husband is in HMP Hull. Could I have the calls?", "self"),
    ("Mum asked me to find out but it's for me I'm asking really. Can someone call me?", "self"),
    ("I'd like to put my uncle forward for befriending, he knows and he's keen.", "other_person"),
    ("I'm writing on behalf of my neighbour Mrs Winifred Archer, who would like a weekly call.", "other_person"),
    ("My mum won't ask for herself so I'm asking with her permission. Ring her on 0113 496 0457.", "other_person"),
    ("I'm emailing for my nan, Doreen Pike. She needs someone to talk to.", "other_person"),
    ("Please accept this as a referral for befriending.\n\nJo Finch\nProbation Officer", "professional"),
    ("I'm her probation officer and she would like to join the online group.", "professional"),
]


@pytest.mark.parametrize(("words", "referrer"), REFERRERS)
def test_who_writes(words: str, referrer: str) -> None:
    assert read(words, name="").referrer == Referrer(referrer)


def test_only_what_is_missing_is_asked() -> None:
    assert read("Could I have the weekly calls?", name="").missing == ("phone", "availability", "name")
    assert read("Could I have the weekly calls? Evenings. 07700 900118").missing == ()
    assert read("Can I join the group?", name="").missing == ("name",)
    assert read("Do you help grandparents?", name="").missing == ()


def test_a_forwarded_mail_of_the_person_to_be_supported_speaks_for_itself() -> None:
    forwarded = "From: Ada Lane <ada@example.com>\n\nyes id like the calls. im on 07700 900118 after 7"
    facts = read_family(
        letter(
            "Please see below from the partner of one of my cases. Any problems I'm on 01632 960271."
            "\n\nEve Hill\nProbation Officer",
            name="Hill, Eve",
            passed_on=forwarded,
        ),
        wording=wording(),
    )
    assert facts.referrer is Referrer.PROFESSIONAL
    assert (facts.name, facts.referrer_name) == ("Ada Lane", "Eve Hill")
    assert (facts.phones, facts.phones_forbidden) == (("+447700900118",), ("+441632960271",))
    assert facts.availability is not None


def test_a_machine_tells_nothing_of_anybody_and_its_numbers_are_kept_from_use() -> None:
    facts = read_family(letter("I am away. Ring 01632 960700.", kind=Kind.AUTO_REPLY), wording=wording())
    assert facts.intent is FamilyIntent.AUTO_REPLY
    assert (facts.name, facts.phones, facts.phones_forbidden) == (None, (), ("+441632960700",))
    assert read_family(letter("failed", kind=Kind.BOUNCE), wording=wording()).intent is FamilyIntent.BOUNCE


@pytest.mark.parametrize("kind", [Kind.AUTO_REPLY, Kind.MAILING_LIST])
def test_a_risk_is_read_whatever_the_kind_of_the_letter(kind: Kind) -> None:
    facts = read_family(
        letter("I can't go on. I have the tablets and I will take them tonight.", kind=kind), wording=wording()
    )
    assert facts.risk.risk is not Risk.NONE
    assert facts.intent is (FamilyIntent.AUTO_REPLY if kind is Kind.AUTO_REPLY else FamilyIntent.OTHER)
    quiet = read_family(letter("I am out of the office until Monday.", kind=kind), wording=wording())
    assert quiet.risk.risk is Risk.NONE


def test_the_services_own_number_is_never_one_to_ring() -> None:
    facts = read_family(
        letter("Could someone ring me on 020 7946 0100?"), wording=wording(), own_numbers=frozenset({"+442079460100"})
    )
    assert facts.phones == ()


@pytest.mark.parametrize(
    "words",
    [
        "Please don't call me on 07700 900118 any more",
        "do not ring 07700 900118, it is not safe",
        "07700 900118: that number is no good now",
        "He has got my phone, don't use it. 07700 900118",
    ],
)
def test_a_letter_that_only_forbids_its_number_offers_none(words: str) -> None:
    for replying in (False, True):
        facts = read(words, replying=replying)
        assert (facts.phones, facts.phones_forbidden) == ((), ("+447700900118",))
        assert facts.intent not in (FamilyIntent.BEFRIENDING, FamilyIntent.BOTH)
        assert not facts.stop


def test_every_fact_that_decides_has_its_words() -> None:
    facts = read("Could I have the calls? My son is in HMP Hull. Evenings. 07700 900118. No voicemail please.")
    assert {evidence.fact for evidence in facts.evidence} >= {
        "intent",
        "phones",
        "availability",
        "relationship",
        "prison",
        "preference no_voicemail",
    }


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=40),
            st.sampled_from(
                [
                    "07700 900118",
                    "not",
                    "after 6",
                    "Mondays",
                    "my husband",
                    "HMP Hull",
                    "don't ring",
                    "From: A <a@example.org>",
                    "\n\n",
                    "12/13",
                    "full stop",
                    "Regards",
                ]
            ),
        ),
        max_size=12,
    ).map(" ".join)
)
def test_no_text_whatever_makes_the_reader_fail(text: str) -> None:
    facts = read_family(letter(text, subject=text[:50], name=text[:30], passed_on=text[5:60]), wording=wording())
    assert not set(facts.phones) & set(facts.phones_forbidden)


# ---------------------------------------------------------------------------------------------- the sample letters

FLOORS = {
    "intent": 70,
    "referrer": 70,
    "name": 70,
    "referrer_name": 70,
    "phones": 70,
    "phones_forbidden": 70,
    "availability": 70,
    "relationship": 69,
    "prison": 70,
    "stage": 70,
    "language": 70,
    "preferences": 70,
    "missing": 70,
}


def test_the_sample_letters_are_read_as_well_as_ever(capsys: pytest.CaptureFixture[str]) -> None:
    exact: Counter[str] = Counter()
    for label, facts in _samples():
        told = _as_labels(facts)
        exact.update(key for key in FLOORS if told[key] == _wanted(label, key))
    with capsys.disabled():
        print("\nfamilies, exact of 70:", {key: exact[key] for key in FLOORS})
    assert {key: exact[key] for key in FLOORS if exact[key] < FLOORS[key]} == {}


def test_no_forbidden_number_of_a_sample_letter_is_ever_rung() -> None:
    assert [label["file"] for label, facts in _samples() if set(facts.phones) & set(label["phones_forbidden"])] == []


def test_no_risk_in_a_sample_letter_is_lost() -> None:
    assert [
        label["file"] for label, facts in _samples() if label["risk"] != "none" and facts.risk.risk is Risk.NONE
    ] == []


@cache
def _samples() -> list[tuple[dict, FamilyFacts]]:
    reader = Reader(own_addresses=frozenset({"befriending@example.org"}))
    pairs = []
    for line in (SAMPLES / "labels.jsonl").read_text("utf-8").splitlines():
        label = json.loads(line)
        opened = read_letter((SAMPLES / label["file"]).read_bytes(), reader)
        replying = bool(opened.replies_to) or (opened.subject.lower().startswith("re: ") and "[R-" in opened.subject)
        pairs.append((label, read_family(opened, wording=wording(), replying=replying)))
    return pairs


def _wanted(label: dict, key: str) -> object:
    return sorted(label[key]) if key == "phones_forbidden" else label[key]


def _as_labels(facts: FamilyFacts) -> dict[str, object]:
    return {
        "intent": facts.intent.value,
        "referrer": facts.referrer.value if facts.referrer else None,
        "name": facts.name,
        "referrer_name": facts.referrer_name,
        "phones": list(facts.phones),
        "phones_forbidden": sorted(facts.phones_forbidden),
        "availability": facts.availability.to_json() if facts.availability else None,
        "relationship": facts.relationship,
        "prison": facts.prison,
        "stage": facts.stage,
        "language": facts.language,
        "preferences": [preference.value for preference in facts.preferences],
        "missing": list(facts.missing),
    }


def test_a_number_in_mail_that_somebody_else_wrote_is_not_rung() -> None:
    raw = (
        b"From: Ada Obi <ada@example.org>\nSubject: calls\n\n"
        b"Please could somebody ring me, 07700 900123. My solicitor's letter is below.\n\n"
        b"---------- Forwarded message ---------\nFrom: Hugh Penn <hugh@example.com>\n"
        b"Date: Mon, 2 Mar 2026 at 10:00\nSubject: Next week\nTo: Ada Obi <ada@example.org>\n\n"
        b"My direct line is 07700 900456, ring any afternoon.\n"
    )
    facts = read_family(read_letter(raw, Reader()), wording=wording(), own_numbers=frozenset())
    assert facts.phones == ("+447700900123",)
    assert facts.phones_forbidden == ("+447700900456",)
