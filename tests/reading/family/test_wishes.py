"""What the person wishes of their volunteer and of how they are called."""

from __future__ import annotations

import pytest

from mailbot.reading.family.wishes import wishes_told
from mailbot.reading.words.spelling import spelt_out

WISHES = [
    ("I'd rather it was a lady.", ["female_volunteer"]),
    ("not a bloke please no offence", ["female_volunteer"]),
    ("Preference: a woman please", ["female_volunteer"]),
    ("I would like a lady to ring me", ["female_volunteer"]),
    ("Dynes fyddai orau gen i.", ["female_volunteer"]),
    ("She'd prefer a female volunteer.", ["female_volunteer"]),
    ("Could I have the lady who phones?", []),
    ("A lady I got chatting to in the queue told me", []),
    ("I don't want a lecture off a nice lady", []),
    ("Is there a man I could talk to?", ["male_volunteer"]),
    ("I think I'd rather have a man if that's possible", ["male_volunteer"]),
    ("a lovely man called Desmond rang me", []),
    ("I want someone who has been through it", ["lived_experience"]),
    ("jus want sum1 2 tlk 2 whos bin thru it", ["lived_experience"]),
    ("somebody who's had it in their own family", ["lived_experience"]),
    ("Ideally one who's had a partner inside", ["lived_experience"]),
    ("a chat with someone who's been there", ["lived_experience"]),
    ("somebody with lived experience please", ["lived_experience"]),
    ("rhywun sydd wedi bod trwy'r un peth", ["lived_experience"]),
    ("my son has been through it", []),
    ("you do phone calls for people with family inside", []),
    ("Byddai'n well gen i ferch.", ["female_volunteer"]),
    ("Yn Gymraeg os oes modd", ["welsh_speaking"]),
    ("Cymraeg, os gwelwch yn dda.", ["welsh_speaking"]),
    ("A Welsh speaker if you have one", ["welsh_speaking"]),
    ("Could somebody ring me in Welsh please", ["welsh_speaking"]),
    ("Hoffwn i gael rhywun i siarad efo fi ar y ffôn bob wythnos yn Gymraeg.", ["welsh_speaking"]),
    ("Hoffwn i gael rhywun i siarad efo fi yn Gymraeg os gwelwch yn dda", ["welsh_speaking"]),
    ("Oes modd cael galwad trwy gyfrwng y Gymraeg?", ["welsh_speaking"]),
    ("Galwad yn yr iaith Gymraeg plîs", ["welsh_speaking"]),
    ("Fedr rhywun fy ffonio yn Gymraeg?", ["welsh_speaking"]),
    ("Baswn i'n licio sgwrs yn y Gymraeg", ["welsh_speaking"]),
    ("Dw i isio rhywun sy'n siarad Cymraeg", ["welsh_speaking"]),
    ("in Welsh please", ["welsh_speaking"]),
    ("Could I have the calls through Welsh if possible?", ["welsh_speaking"]),
    ("She'd be more comfortable talking in Welsh", ["welsh_speaking"]),
    ("I would rather speak Welsh", ["welsh_speaking"]),
    ("Welsh or English, I don't mind", []),
    ("Cymraeg neu Saesneg", []),
    ("Hoffwn gael galwad yn Gymraeg neu yn Saesneg", []),
    ("Hoffwn gael galwad, Saesneg neu Gymraeg", []),
    ("Diolch am ateb yn Gymraeg", []),
    ("Dw i ddim yn siarad Cymraeg", []),
    ("Mae fy mab yn siarad Cymraeg", []),
    ("Dw i'n ysgrifennu yn Gymraeg achos mae'n haws i mi", []),
    ("Sorry, my email is in Welsh", []),
    ("I don't speak Welsh", []),
    ("I live in Wales and I am learning Welsh", []),
    ("Sdim ots 'da fi, bydd y naill neu'r llall yn iawn, Cymraeg neu Saesneg", []),
    ("please don't leave messages", ["no_voicemail"]),
    ("ps dnt leave voicemails i neva listen 2 em", ["no_voicemail"]),
    ("No messages.", ["no_voicemail"]),
    ("Don't leave anything on the machine.", ["no_voicemail"]),
    ("I should be grateful if nothing were left upon the answering machine", ["no_voicemail"]),
    ("Dim negeseuon llais os gwelwch yn dda", ["no_voicemail"]),
    ("please text first because I never pick up numbers I don't know", ["text_first"]),
    ("txt me 1st tho", ["text_first"]),
    ("Would you mind texting before you ring?", ["text_first"]),
    ("Please don't text because I can't see them", []),
    ("My husband must not find out I have written.", ["discreet"]),
    ("if anyone else picks up just say it's the library", ["discreet"]),
    ("Don't say who you are to anybody but me.", ["discreet"]),
    ("please dont tell school", ["discreet"]),
    ("If a man answers hang up.", ["discreet"]),
    ("please be discreet", ["discreet"]),
    ("I don't know what to say to people", []),
    ("an interpreter would be needed", ["interpreter"]),
    ("no need for translator", []),
    ("she speaks little English", ["interpreter"]),
    ("potrzebny byłby tłumacz", ["interpreter"]),
    ("I am free on Tuesdays.", []),
]


@pytest.mark.parametrize(("words", "preferences"), WISHES)
def test_wishes_are_heard_and_what_is_none_is_not(words: str, preferences: list[str]) -> None:
    assert [each.value for each in wishes_told(spelt_out(words)).preferences] == preferences


@pytest.mark.parametrize(
    "words",
    [
        "You can leave a message.",
        "Please leave a voicemail if I don't pick up",
        "voicemail is fine",
        "happy for you to leave a message on the machine",
        "Gallwch adael neges.",
    ],
)
def test_a_voicemail_is_safe_where_the_letter_says_so(words: str) -> None:
    assert wishes_told(spelt_out(words)).voicemail_ok


@pytest.mark.parametrize(
    "words",
    [
        "Ring me on Tuesdays.",
        "Don't leave a message.",
        "Nobody can leave a message, he listens",
        "You can leave a message. No, please don't leave a message.",
        "I got your message",
    ],
)
def test_a_voicemail_is_not_safe_where_it_was_not_said(words: str) -> None:
    assert not wishes_told(spelt_out(words)).voicemail_ok
