"""Which language a letter is written in.

English, Welsh and Urdu in roman letters are told by their commonest words, which holds in short and misspelt letters,
where statistics of letters fail; everything else by py3langid among the languages that families write in.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

ELSEWHERE = (
    "ar bg bn cs cy de el en es fa fr gu hi hr hu it lt lv ne nl pa pl ps pt ro ru sk sl so sq sr sv ta te tl tr uk ur"
    " vi zh"
)
MOST_READ = 6_000  # characters
FEWEST_LETTERS = 25  # below this only known words tell a language

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NOT_LATIN = re.compile(
    r"[\u0370-\u03ff\u0400-\u052f\u0590-\u0dff\u0e00-\u0eff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]"
)
_ADDRESSES = re.compile(r"\S{1,100}@\S{1,100}|https?://\S{1,300}")


def language_of(text: str) -> tuple[str, bool]:
    """ISO 639-1, and is it certain? A text too short to tell is ``("en", False)``."""
    text = _ADDRESSES.sub(" ", text[:MOST_READ])
    words = [word.replace("’", "'").lower() for word in _WORD.findall(text)]
    if not words:
        return "en", False
    letters = sum(map(len, words))
    if 3 * len(_NOT_LATIN.findall(text)) > letters:
        return _by_statistics(text)
    return _by_common_words(words) or (_by_statistics(text) if letters >= FEWEST_LETTERS else ("en", False))


def _by_common_words(words: list[str]) -> tuple[str, bool] | None:
    """The language whose commonest words stand in the text, if it leads clearly; certain when they are many enough."""
    counts = {language: sum(word in common for word in words) for language, common in _COMMON.items()}
    best = max(counts, key=lambda language: counts[language])
    second = max(count for language, count in counts.items() if language != best)
    share = counts[best] / len(words)
    if counts[best] < 2 * second or not counts[best]:
        return (best, False) if share > 0.15 and counts[best] > 3 else None
    telling = sum(word in _COMMON[best] and word not in _COMMON_ELSEWHERE for word in words)
    if len(words) <= 3:
        return (best, True) if share == 1 or (share >= 0.5 and telling) else None
    return (best, True) if share >= _SHARE[best] and telling >= 2 else None


def _by_statistics(text: str) -> tuple[str, bool]:
    language, confidence = _identifier().classify(text)
    words = len(_WORD.findall(text))
    # English and Welsh would have been known by their words: a guess of theirs here rests on little
    certain = confidence >= 0.6 and (words >= 5 or bool(_NOT_LATIN.search(text))) and language not in ("en", "cy")
    return str(language), certain


@cache
def _identifier() -> Any:
    """Loaded when first needed: some 0.4 s and 30 MB."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([language for language in ELSEWHERE.split() if language in identifier.labels])
    return identifier


_ENGLISH = """
    a abit about after again all alot already also always am an and answer any any1 anyone are aren't as ask at away
    aye back bcos be because becuase been before befriender befriending being best better between both brilliant
    brother busy but by call called calls came can can't cannot cant cheers come cos could couldn't couldnt coz cuz
    dad daughter day days dear did didn't didnt do does doesn't doesnt doing don't done dont down each email even
    evening evenings ever every evryone family father feel few find fine first fone for form fri friday from get
    getting give go going gone gonna good got gotta great group had hadn't hadnt happy has hasn't hasnt have haven't
    havent having he he's hello help her here hers hes hi him his hiya home hope house how husband i i'd i'll i'm
    i've id if im in into is isn't isnt it it's its ive just keep kind know last late later leave let like little
    long look lot lovely make many may maybe me mean message might mine mobile mon monday more morning mornings most
    mother much mum must my n nah need needs never new next night nite no nobody none nope not nothing now number of
    off ok okay old on once one only or other our out over own partner people person phone please pls plz pm
    possible prison put quite r rang read ready really recieve regards right ring said same sat saturday say says
    see seen send sent she she's shes should since sister so some somebody someone something somone son soon sorry
    speak spoke still stop such sum1 sumone sun sunday support sure ta take talk tell than thank thanks that that's
    thats the their them then there these they they're theyre thing things think this thnx tho those thought through
    thru thu thur thurs thursday thx til till time times tmrw tnx to today told tomorrow tonight too tried try tue
    tues tuesday two u under until up ur us use very wait wanna want wants was wasn't wasnt way we we're we've wed
    wedding wednesday weds week weekend weeks well wen went were weren't what whats when where which while who why
    wife will with wiv won't wont work wot would wouldn't wouldnt write wrote xx xxx yeah yep yes yesterday yet you
    you're your youre yours
"""
_WELSH = """
    a'i a'r ac achos acw adeg adra adre ago allai allan am amser anfon anfonwch annwyl ar arna arnaf arnoch at ata
    ato awr ba bach bawb beth bob bod bore botwm braf brawd bron bu byd bydd bydda byddaf byddai byddan byddech
    byddwch byddwn bynnag byst byth cael caf cais cant carchar cawn cefais chi chwaer chwarae cofion credu cyfan
    cyfle cymraeg cyn cynnar cyntaf cysylltu da dach dal dan darn ddim ddiolch ddod ddoe dech deg deud dim diolch
    diwrnod dod dros drwy dw dwedodd dwi dwn dwy dydd dyddiau dydw dydy dyma dyn dynes e e'n ebost efo ei eich
    eisiau eleni ellir ellwch enw er ers eto eu ewch fach fan fawr fe fel felly ffon ffonio ffoniwch ffôn fi fod
    fory fy fydd fyddai fyddwn fyny gael gair galla gallaf gallai gallu gallwch gallwn galw galwad galwadau gan
    ganddi ganddo gen gennych gennyf ges gobeithio gofyn gorau gwasanaeth gweithio gweld gwell gwen gwener
    gwirfoddolwr gwirfoddolwyr gwneud gwr gwraig gwybod gyd gyda gyntaf gŵr heb heddiw hefo hefyd helo helpwch heno
    hi hoffi hoffwn hon honno hwn hwnnw hwyl hyd hyfryd hyn hynny i'ch i'n i'r ia iau iawn iddi iddo ie ishe isio
    leicio licen licio liciwn llawer lle llun mab mae mae'n mae'r mam mawr mawrth medi medru merch mercher mewn
    mhartner mi mis moyn mwy mwyn mynd na nac nad naddo nadolig nage naw nawr neb neges nes neu newydd ngŵr nhw ni
    nid nos noswaith nôl o'n o'r oce oed oedd oeddwn oes ofn ond os pan partner pawb peidiwch pen plant plis plîs
    pnawn pob popeth pryd prynhawn pwy rhai rhaid rhif rhoi rhywbeth rhywun roedd roeddwn rwan rwy rwy'n rwyf rŵan
    s'mae sa sa'i sadwrn saesneg sai sawl sdim sef sgwrs shwmae siarad stopiwch sul sut swn sy sy'n sydd tad taw
    teulu ti trwy tua tydi tydy tîm unig unwaith wedi wedyn weithiau wel wir wna wnes wneud wrth wyf wythnos
    wythnosau y ychydig ydach ydan ydw ydy ydych ydyn ydyw ym yma ymuno yn yna yng yno yr ysgrifennu ystod yw
"""
_URDU = """
    aap aapka aapki aapko aapse ab abhi accha acha achha agar aik ain aisa alaikum allah apna apne apni assalam
    assalamu aur baat bahot bahut baray bare bata batao beta beti bhai bhi bilkul bohat bohot bolne chahie chahiye
    chahta chahti dafa darmiyan de dein din diya dopahar gaya gayi ghar haan hafta hafte hai hain hamara hamare ho
    hoga hogi hon hota hoti hua hui hum humein huwa inshallah intezam is iska iske jab jail ji jo jumeraat jumma ka
    kaam kar karein karke karna karo karta karti ke keh kehte khatoon khayal khuda ki kia kisi kiya ko koi kya
    kyonke kyun kyunke lekin likh liye log ma madad magar main maine meherbani mein mera mere meri mujh mujhay mujhe
    mujhse na naam nahe nahi nahin nai par parhi pata peer phir raat raha rahe rahi rat saal sab sakta sakte sakti
    salam se shaam shadi shohar shukriya sirf subah tab tak tha thi thora to tou unhon unka unki unko us uska uske
    usko wala walaikum wale wali warna wo woh yahan ye yeh zaroor zaruri zubaan
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_COMMON = {
    "en": _set(_ENGLISH),
    "cy": _set(_WELSH) | _set("a i o ti ni"),
    "ur": _set(_URDU),
}
# of these also every other language of Europe has some
_COMMON_ELSEWHERE = _set("a am an as at do he hi i in is la ma man me mi my no o on or see so te ti to u us was we")
_SHARE = {"en": 0.34, "cy": 0.25, "ur": 0.3}  # of the words, at least
