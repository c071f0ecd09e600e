"""Which telephone numbers of a letter may be rung, and which must never be."""

from __future__ import annotations

import pytest

from mailbot.reading.skills.phones import Passage, Voice, find_phones
from tests.reading.skills.phones.phone_words_told import (
    IN_STORIES_OF_ANOTHER,
    IN_STORIES_OF_ONESELF,
    WRITTEN_BY_ONESELF,
    WRITTEN_FOR_ANOTHER,
)

A, B, C = "+447700900118", "+447700900448", "+441632960672"


def own_words(text: str) -> tuple[tuple[str, ...], set[str]]:
    told = find_phones([Passage(text, Voice.SUPPORTED)], anywhere=text, names=["Ada Lane"])
    return told.usable, set(told.forbidden)


OWN = [
    ("07700 900 118 its my own phone so its fine", [A], []),
    ("Ring me on 07700900118.", [A], []),
    ("My number: +44 7700 900118", [A], []),
    ("call 0044 7700 900118", [A], []),
    ("+44 (0)7700 900 118", [A], []),
    ("07700-900-118", [A], []),
    ("07700 900.118", [A], []),
    ("text me 07700 9oo 118 (thats zero zero)", [A], []),
    ("O7700 900118", [A], []),
    ("07700\u2009900\u00a0118", [A], []),
    ("The number is oh seven seven double oh nine double oh one one eight thank you", [A], []),
    ("oh seven seven double oh comma nine double oh one one eight full stop Thank you full stop", [A], []),
    ("It's 07700 900118/9, there's two of them", [A, "+447700900119"], []),
    ("My telephone number is (01632) 960672. I have no mobile telephone.", [C], []),
    ("07700 900118 is the mobile, and 01632 960672 is the house if there's no signal.", [A, C], []),
    ("Mob 07700900118, or if it's off 01632 960672 at my friend Trish's, she knows all about it", [A, C], []),
    ("im on 07700 900118 now NOT 07700 900448 lees mum has that one now.", [A], [B]),
    ("Only ring 07700 900118. NEVER the other one, 07700 900448, he has the login to it.", [A], [B]),
    ("Please don't ring the landline any more (01632 960672), it's being cut off. Mobile's 07700 900118.", [A], [C]),
    ("New number is 07700 900118.\n\nPlease take 07700 900448 off your list.", [A], [B]),
    ("My old number was 07700 900448, it's 07700 900118 now.", [A], [B]),
    ("07700 900118. The 07700 900448 one you might have is my mother in law's, don't use that.", [A], [B]),
    ("Don't call 07700 900448 or 01632 960672.", [], [B, C]),
    ("My husband's mobile is 07700 900448.", [], [B]),
    ("07700 900448 is my husband's so please use 07700 900118", [A], [B]),
    ("Ring me on my daughter's phone 07700 900118", [A], []),
    ("My number is 07700 900448 but he checks it every night", [], [B]),
    ("My mobile is 07700 900448. He looks at it, so please write instead.", [], [B]),
    ("Please do not use my old phone, which is 07700 900448", [], [B]),
    ("07700 900118 but please don't ring before 11", [A], []),
    ("07700 900118, don't leave a message", [A], []),
    ("Please don't hesitate to ring me on 07700 900118", [A], []),
    ("I don't mind being rung on 07700 900118", [A], []),
    ("Never ring the landline.\n\nMobile 07700 900118, landline 01632 960672", [A], [C]),
    ("07700 900448 doesn't work any more", [], [B]),
    ("That was 07700 900448. Please don't use that one.", [], [B]),
    ("My number is 07700 90041", [], []),
    ("My NHS number is 943 476 5919 and his number is A1234BC.", [], []),
    ("Visit on 07/03/2026 at 14:00, booking ref 01632960672", [], []),
    ("I was born on 12 03 1961 and he got 26 months", [], []),
    ("Call me.\n\nThanks\nAda Lane\nPayroll Administrator\nKestrel Ltd\nT: 01632 960672", [], [C]),
    ("Call me.\n\nThanks\nAda Lane\n07700 900118", [A], []),
    ("Peidiwch â ffonio'r tŷ (01632 960672), fy ngŵr sy'n ateb. Fy rhif i ydy 07700 900118.", [A], [C]),
    ("Mera mobile 07700 900118 hai. Ghar ke number 01632 960672 par bilkul phone na karein.", [A], [C]),
    ("I've lost 07700 900448, use 07700 900118 please", [A], [B]),
    ("If he answers hang up. 07700 900118 is safe.", [A], []),
    ("Can you ring? I never hear the landline so ring me on 07700 900118", [A], []),
    ("07700 900118 not 07700 900448", [A], [B]),
    ("instead of 07700 900448 please ring 07700 900118", [A], [B]),
]

REFERRED = [
    ("Her number is 01632 960672.\n\nMine is 07700 900118 in case you can't get through.", [C], [A]),
    ("Ring her on 01632 960672, any day.\n\nI'm 07700 900118 but don't ring me.", [C], [A]),
    ("Please consider Ada Lane (07700 900118) for calls. My direct line is 01632 960672.", [A], [C]),
    ("Name: Ada Lane\nTel: 07700 900118\n\nI'm on 01632 960672 most days, or the desk is 07700 900448.", [A], [B, C]),
    ("01632 960672 is his landline. I'm in Canada, so ring him, not me: 07700 900448", [C], [B]),
    ("Contact:     07700 900118 (mobile, hers)\nHappy to chat: 01632 960672 (back line, for me)", [A], [C]),
    ("Any problems ring 07700 900118.", [], [A]),
    ("Any queries call me on 07700 900118", [], [A]),
    ("Her number is 07700 900118. Please don't ring her on that one after all.", [], [A]),
    ("My mum's number is 01632 960672", [C], []),
    ("You can reach Ada on 07700 900118", [A], []),
    ("Please see her details.\n\nRegards\nEve Hill\nProbation Officer\nTel: 01632 960672", [], [C]),
]


NEVER_TO_BE_RUNG = [  # each holds 07700 900448, which must not be rung; 07700 900118 may
    "I used to be on 07700 900448",
    "my old no. is 07700 900448",
    "Please don't use 07700 900448.",
    "dont ring 07700 900448 hubby has it",
    "My number 07700 900448 is no longer in use",
    "07700 900448 (old)",
    "07700 900448 - this is my husbands phone",
    "that's my husband's: 07700 900448",
    "My landline 07700 900448 is answered by my mother in law",
    "If you ring 07700 900448 my husband will answer",
    "07700 900448 but my husband answers it",
    "my partner can see calls on 07700 900448",
    "Don't ever call 07700 900448",
    "It isn't safe to ring 07700 900448",
    "07700 900448 is not safe",
    "not on 07700 900448",
    "I don't want calls on 07700 900448",
    "please remove 07700 900448",
    "We don't use 07700 900448 now",
    "07700 900448 has been disconnected",
    "his number is 07700 900448",
    "My solicitor is on 07700 900448",
    "The prison's number is 07700 900448",
    "The visits line 07700 900448 never answers",
    "I rang 07700 900448 and got no answer",
    "you can get hold of my sister on 07700 900448",
    "My work number is 07700 900448 but I'm not allowed calls there",
    "07700 900448 is my work, please don't ring there",
    "I've changed my number from 07700 900448",
    "I changed it from 07700 900448 to 07700 900118",
    "my number was 07700 900448, it is now 07700 900118",
    "forget 07700 900448, I'm on 07700 900118",
    "Mum's on 07700 900448",
    "My probation officer, Jo, is on 07700 900448",
    "someone keeps ringing me from 07700 900448",
    "I got a text from 07700 900448",
    "he rings me from 07700 900448",
    "Please call 07700 900118. Do not under any circumstances call 07700 900448 as he would see it.",
    "My number is 07700 900118 (the number 07700 900448 on the form is wrong)",
    "ring 07700 900118 rather than 07700 900448",
    "The GP is 07700 900448",
    "emergency contact: my sister 07700 900448",
    "Peidiwch â ffonio 07700 900448",
    "Fy hen rif oedd 07700 900448",
    "Rhif fy ngŵr yw 07700 900448",
    "Nid 07700 900448 ond 07700 900118",
    "you called 07700 900448 last week, that's my ex's",
    "In an emergency only: 07700 900448",
    "My daughter Kay can be contacted on 07700 900448",
    "Helpline 07700 900448 told me to write to you",
    "I saw your number 07700 900448 on a poster",
    "never 07700 900448!!",
    "07700 900448 NO",
    "Ring 07700 900118\nNOT 07700 900448",
    "Mobile: 07700 900118\nHusband's mobile: 07700 900448",
    "Home: 07700 900448 (do not use)\nMobile: 07700 900118",
    "Home 07700 900448 - hubby picks up. Mob 07700 900118",
    "Tel: 07700 900448 X\nThis number is out of date",
    "Please don't call me on 07700 900448 any more",
    "please dont call me on 07700 900448 anymore",
    "Please don't ring me on 07700 900448 again",
    "do not ring 07700 900448, it is not safe",
    "Do not under any circumstances call me on 07700 900448",
    "I don't want you to call me on 07700 900448",
    "I'd rather you didn't ring me on 07700 900448",
    "Please could you not call me on 07700 900448",
    "It isn't safe to call me on 07700 900448",
    "Don't call me on 07700 900448 when he is in",
    "07700 900448. That number is no good now.",
    "07700 900448\nThis number is no use any more",
    "07700 900448. It's not safe.",
    "My mobile is 07700 900448. He took it off me.",
    "He has got my phone, don't use it. 07700 900448",
    "07700 900448 - he has got my phone, don't use it",
    "Don't use my phone, he reads it. My number is 07700 900448",
    "my husband has my phone now 07700 900448",
    "the police have my phone 07700 900448",
    "He has my phone (07700 900448). My new number is 07700 900118",
    "Please don't call me on my mobile any more 07700 900448",
    "Peidiwch â fy ffonio ar 07700 900448",
    "Peidiwch â ffonio fi ar 07700 900448 eto",
    "Dydi 07700 900448 ddim yn saff",
    "Mae fy ngŵr wedi cael fy ffôn. 07700 900448",
]

PLAINLY_OFFERED = [
    "07700 900118",
    "Ring me on 07700 900118 any time",
    "my mobile is 07700 900118 and I'm always in",
    "call 07700 900118 and ask for Jean",
    "07700 900118, my husband is away so don't worry",
    "I'm Ada, 07700 900118, my son is in Hull",
    "my husband is in prison, my number is 07700 900118",
    "My number is 07700 900118 - I don't always hear it so let it ring",
    "Please call me 07700 900118 I cant do mornings",
    "07700 900118 not before 10",
    "you can ring 07700 900118 but not on Sundays",
    "Fy rhif ffôn yw 07700 900118",
    "Ffoniwch fi ar 07700 900118",
    "text 07700 900118 first",
    "The best number is 07700 900118",
    "I only have this number: 07700 900118",
    "my new number is 07700 900118",
    "number's still 07700 900118",
    "It's the same number, 07700 900118",
    "ring me at work 01632 960672 between 12 and 1",
    "I have no email so ring 07700 900118",
    "he doesn't know I'm writing. 07700 900118 is my own phone",
    "I'm on 07700 900118 and the house phone is 01632 960672",
    "phone number 07700 900118",
    "Mobile - 07700 900118",
    "Call my mobile (07700 900118) please, never the house.",
    "If I don't answer try again. 07700 900118",
    "You can leave a message on 07700 900118",
    "I'm not good in the mornings, 07700 900118",
    "I can't sleep. 07700 900118",
    "I don't know what to do, please ring 07700 900118",
    "He never told me. My mobile is 07700 900118",
    "Please don't call me on 07700 900118 before ten",
    "Why don't you call me on 07700 900118",
    "I never hear the landline, call me on 07700 900118",
    "He has got my old phone so ring me on 07700 900118",
    "He has my phone. My new number is 07700 900118",
    "My husband has my phone. Use 07700 900118 instead",
    "My number is 07700 900118. It's no good in the mornings",
    "My number is 07700 900118. He is in prison and has his own phone",
    "the children have my phone at tea time. 07700 900118 after 7",
    "Nobody ever rings. You can call me on 07700 900118",
]


@pytest.mark.parametrize("words", NEVER_TO_BE_RUNG)
def test_a_number_that_is_not_plainly_the_writers_own_and_offered_is_never_rung(words: str) -> None:
    usable, forbidden = own_words(words)
    assert B in forbidden
    assert (A in usable) == ("07700 900118" in words)


@pytest.mark.parametrize("words", PLAINLY_OFFERED)
def test_a_number_plainly_offered_may_be_rung(words: str) -> None:
    assert own_words(words)[0]


@pytest.mark.parametrize(("words", "usable", "forbidden"), OWN + WRITTEN_BY_ONESELF + IN_STORIES_OF_ONESELF)
def test_the_writers_own_words_tell_which_numbers_may_be_rung(
    words: str, usable: list[str], forbidden: list[str]
) -> None:
    assert own_words(words) == (tuple(usable), set(forbidden))


@pytest.mark.parametrize(("words", "usable", "forbidden"), REFERRED + WRITTEN_FOR_ANOTHER + IN_STORIES_OF_ANOTHER)
def test_a_referrers_own_numbers_are_never_those_of_the_person_to_be_rung(
    words: str, usable: list[str], forbidden: list[str]
) -> None:
    told = find_phones([Passage(words, Voice.REFERRER)], anywhere=words, names=["Ada Lane"])
    assert (told.usable, set(told.forbidden)) == (tuple(usable), set(forbidden))


NOT_THE_OTHER_PERSONS = [
    "I can be reached on 07700 900448",
    "You can contact me on 07700 900448 to discuss Ada",
    "Ada's brother's number is 07700 900448",
    "Her husband's number is 07700 900448",
    "Her social worker is on 07700 900448",
    "Her mum can be reached on 07700 900448",
    "Ring the office on 07700 900448",
    "Please ring me on 07700 900448 first about Ada",
    "Regards Eve\nMobile: 07700 900448",
    "Contact details\nEve Hill 07700 900448",
    "Tel: 07700 900448",
    "If she doesn't answer ring 07700 900448",
    "her old number was 07700 900448",
    "She no longer uses 07700 900448",
    "His solicitor: 07700 900448",
    "Her keyworker Jan is on 07700 900448",
    "ring her school on 07700 900448",
    "Call 07700 900448 for me",
    "Her son's phone, 07700 900448",
    "If you can't get her, try me on 07700 900448",
]

THE_OTHER_PERSONS = [
    "Ring Ada on 07700 900118",
    "Her mobile: 07700 900118",
    "Ada Lane, 07700 900118",
    "Ada: 07700 900118",
    "You can get her on 07700 900118 after 6",
    "She is on 07700 900118",
    "Please call her on 07700 900118",
    "Name: Ada Lane\nPhone: 07700 900118\nTimes: evenings\n\nRegards\nEve",
    "his home number is 01632 960672",
    "Ei rhif yw 07700 900118",
    "Mum's number is 07700 900118",
    "her phone is 07700 900118 but not before 10",
    "Contact number for Ada is 07700 900118",
]


@pytest.mark.parametrize("words", NOT_THE_OTHER_PERSONS)
def test_a_referrers_letter_offers_no_number_but_the_other_persons(words: str) -> None:
    assert find_phones([Passage(words, Voice.REFERRER)], anywhere=words, names=["Ada Lane"]).usable == ()


@pytest.mark.parametrize("words", THE_OTHER_PERSONS)
def test_a_number_plainly_the_other_persons_may_be_rung(words: str) -> None:
    assert find_phones([Passage(words, Voice.REFERRER)], anywhere=words, names=["Ada Lane"]).usable


def test_a_number_that_stands_only_in_quoted_mail_is_forbidden() -> None:
    told = find_phones(
        [Passage("That's fine.", Voice.SUPPORTED)], anywhere="That's fine.\n> ring us on 020\n> 7946 0100"
    )
    assert told.usable == ()
    assert told.forbidden == ("+442079460100",)


def test_a_number_both_quoted_and_given_anew_is_judged_by_the_new_words() -> None:
    told = find_phones(
        [Passage("Mobile's the same, 07700 900118", Voice.SUPPORTED)],
        anywhere="Mobile's the same, 07700 900118\n> Telephone: 07700 900118, 01632 960672",
    )
    assert (told.usable, told.forbidden) == ((A,), (C,))


def test_the_services_own_number_is_never_rung() -> None:
    told = find_phones([Passage("ring me on 07700 900118", Voice.SUPPORTED)], own_numbers=frozenset({A}))
    assert (told.usable, told.forbidden) == ((), (A,))


def test_no_number_of_a_seller_or_a_machine_may_be_rung() -> None:
    assert find_phones([Passage("Call me on 07700 900118", Voice.NOBODY)]).forbidden == (A,)


def test_a_number_offered_and_then_refused_is_forbidden() -> None:
    words = "Ring me on 07700 900118.\n\nPlease never use 07700 900118 at weekends when he is home."
    assert own_words(words) == ((), {A})


def test_the_words_around_each_number_are_its_evidence() -> None:
    told = find_phones([Passage("Ring 07700 900118. Not 07700 900448.", Voice.SUPPORTED)])
    assert [(e.fact, e.words) for e in told.evidence] == [
        ("phones", "Ring 07700 900118."),
        ("phones_forbidden", "Not 07700 900448."),
    ]
