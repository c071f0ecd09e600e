"""English and Welsh are told in the shortest and most misspelt letters; others when there is enough to tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mailbot.reading.parse import Reader, read_letter
from mailbot.reading.skills.language import language_of

FAMILIES = Path(__file__).parents[2] / "samples" / "families"
LABELS = [json.loads(line) for line in (FAMILIES / "labels.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label["file"])
def test_the_language_of_every_sample_family_is_right(label: dict[str, str]) -> None:
    letter = read_letter((FAMILIES / label["file"]).read_bytes(), Reader())
    assert language_of(f"{letter.subject}\n{letter.new_text or letter.whole_text}") == (label["language"], True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Stop"),
        ("en", "yes"),
        ("en", "no"),
        ("en", "ok thanks"),
        ("en", "plese can sumbody fone me my hubby got lifted las nite n im in bits"),
        ("en", "hiya can sum1 ring me plz"),
        ("en", "CAN SOMEBODY CALL ME"),
        ("en", "I would like someone to phone, bore da and diolch to all at the Caernarfon office"),
        ("en", "I live in Llanfairpwll and my partner is in Berwyn"),
        ("en", "Please send someone who speaks Polish, my husband is at Wandsworth. Dziekuje"),
        ("en", "Spoke 40 mins, Monday 7"),
        ("cy", "Ydw"),
        ("cy", "Iawn diolch"),
        ("cy", "Ia plis"),
        ("cy", "Na, dim diolch"),
        ("cy", "Nos Fawrth ar ôl 7"),
        ("cy", "Ffoniwch fi plîs"),
        ("cy", "dwi isio siarad hefo rhywun plis, ma'r gwr yn y carchar a dwi methu copio"),
        ("cy", "S'mai, ma mab fi di cal i roi lawr am 3 blynadd. fedrith rywun ffonio fi"),
        ("cy", "mae mab fi yn jêl a fi'n stryglan so plis helpwch"),
        ("ur", "Salam, mera bhai jail mein hai, mujhe kisi se baat karni hai. Shaam ko phone karein please"),
        ("ur", "میرا بیٹا جیل میں ہے مجھے مدد چاہیے"),
        ("pl", "Dzien dobry, moj brat jest w wiezieniu i ja nie mam tu z kim rozmawiac. prosze o telefon wieczorem"),
        ("ro", "Buna ziua, sotul meu este la inchisoare si as vrea sa vorbesc cu cineva o data pe saptamana"),
        ("fr", "Bonjour, mon mari est en prison et j'aimerais parler avec quelqu'un une fois par semaine."),
        ("es", "Hola, mi hijo está en la cárcel y no tengo a nadie con quien hablar. Me pueden llamar por la tarde?"),
        ("so", "Waxaan rabaa in aan la hadlo qof, ninkaygu waa xabsi"),
        ("zh", "我的丈夫在监狱里，我想找人谈谈"),
        ("pa", "ਮੇਰਾ ਪੁੱਤਰ ਜੇਲ੍ਹ ਵਿੱਚ ਹੈ ਮੈਨੂੰ ਮਦਦ ਚਾਹੀਦੀ ਹੈ"),
    ],
)
def test_a_letter_in(language: str, text: str) -> None:
    assert language_of(text) == (language, True)


@pytest.mark.parametrize("text", ["", "07700 900123", "Moira", "👍", "3", "Oui", "Dzień dobry", "ada@example.net"])
def test_too_short_to_tell_is_taken_for_english_without_certainty(text: str) -> None:
    assert language_of(text) == ("en", False)


@pytest.mark.parametrize(
    "text",
    [
        "Bore da, could you ring me please? Diolch",
        "Helo, mae fy mab yn y carchar a hoffwn i siarad. Hello, my son is in prison and I would like to talk",
        "no me llame a la casa por favor",
    ],
)
def test_two_languages_at_once_are_not_certain(text: str) -> None:
    assert not language_of(text)[1]
