"""Which language a letter is written in.

English, Welsh and Urdu in roman letters are told by their commonest words, which holds in short and misspelt letters, where
letter statistics fail; everything else by py3langid among the languages that families write in.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

ELSEWHERE = "ar bg bn cs cy de el en es fa fr gu hi hr hu it lt lv ne nl pa pl ps pt ro ru sk sl so sq sr sv ta te tl tr uk ur vi zh"
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
    """Loaded when first needed: some 0.1 s and 30 MB."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([language for language in ELSEWHERE.split() if language in identifier.labels])
    return identifier


_ENGLISH = """
    a about after again all already also always am an and any anyone are aren't as ask at away back be because been before
    being best better between both but by call called calls came can can't cannot come could couldn't day days dear did
    didn't do does doesn't doing don't done down each email even evening evenings ever every family feel few find first for
    friday from get getting give go going gone good got great had hadn't happy has hasn't have haven't having he he's hello
    help her here hers hi him his home hope house how i i'd i'll i'm i've if in into is isn't it it's its just keep kind know
    last late later leave let like little long look lot make many may maybe me mean message might mine mobile monday more
    morning mornings most much mum must my need needs never new next night no nobody none not nothing now number of off ok
    okay old on once one only or other our out over own people person phone please possible put quite rang read really regards
    ring right said same saturday say says see seen send sent she she's should since so some somebody someone something soon
    sorry speak spoke still stop such sunday support sure take talk tell than thank thanks that that's the their them then
    there these they they're thing things think this those thought through thursday time times to today told tomorrow tonight
    too tried try tuesday two under until up us use very wait want wants was wasn't way we we're we've wednesday week weekend
    weeks well went were weren't what when where which while who why will wife with won't work would wouldn't write wrote yes
    yesterday yet you you're your yours
    husband partner prison son daughter brother sister wedding dad mother father
    mon tue tues wed weds thu thur thurs fri sat sun am pm til till fine answer brilliant lovely ready form busy
    im ive id dont cant didnt wont doesnt isnt hes shes thats whats youre theyre wasnt couldnt wouldnt havent hasnt hadnt
    plz pls thx ta cheers hiya u ur r n thru tho cos coz bcos cuz wanna gonna gotta abit alot wot wen wiv somone sumone anyone
    sum1 any1 evryone becuase recieve tmrw nite yeah yep nope nah aye xx xxx thnx tnx fone befriending befriender group
"""
_WELSH = """
    a'r a'i ac acw achos adeg adra adre ago allai allan am amser annwyl ar arna arnaf arnoch at ato awr bach ba bawb beth bob
    bod bore botwm braf bron bu byd bydd bydda byddai byddaf byddan byddech byddwn byddwch bynnag byth caf cael cais cant
    carchar cawn cefais chi chwaer chwarae cofion credu cyfan cyfle cyn cynnar cyntaf cysylltu cymraeg da dach dal dan darn
    ddim ddiolch ddod ddoe dech deg deud dim diolch diwrnod dod dros drwy dw dwi dwn dwy dydd dydw dydy dyddiau dyma dyn
    dynes dwedodd e'n ebost efo ei eich eisiau eleni ellwch ellir enw er ers eto eu ewch fach fan fawr fe fel felly ffon ffôn
    ffonio fi fod fory fy fydd fyddai fyddwn fyny gael gair galw galwad galwadau gallu galla gallaf gallai gallwch gallwn gan
    ganddi ganddo gen gennych gennyf ges gofyn gobeithio gorau gweithio gweld gwell gwen gwneud gwybod gwasanaeth gyd gyda
    gyntaf hefo heb heddiw hefyd heno hi hoffi hoffwn hon honno hwn hwnnw hwyl hyd hyfryd hyn hynny iawn i'r i'n i'ch ie iddi
    iddo isio ishe llawer lle llun mab mae mae'n mae'r mam mawr medi medru merch mewn mi mis moyn mwy mwyn mynd naw na nac nad
    nawr neb neges nes neu newydd nhw ni nid nos noswaith nôl o'r o'n oed oedd oeddwn oes ofn ond os pan pawb peidiwch pen
    plant plîs plis pnawn pob popeth prynhawn pryd pwy rhai rhaid rhif rhoi rhywbeth rhywun roedd roeddwn rwan rŵan rwy rwyf
    rwy'n sa sai saesneg sa'i sawl sdim sef sgwrs shwmae s'mae siarad sut sydd sy sy'n sul swn taw teulu ti tad trwy tua tydi
    tydy unig unwaith wedi wedyn weithiau wel wir wna wneud wnes wrth wyf wythnos wythnosau y ychydig ydach ydan ydw ydy ydych
    ydyn ydyw yma ym ymuno yn yna yng yno yr ysgrifennu ystod yw gŵr gwr gwraig mhartner partner ngŵr brawd tîm helo swn
    gwirfoddolwr gwirfoddolwyr ia stopiwch anfon anfonwch ata ffoniwch helpwch e byst leicio licio licen liciwn dydd mawrth mercher iau gwener sadwrn nadolig naddo nage oce
"""
_URDU = """
    aap aapka aapki aapko aapse ab abhi acha achha accha agar aik ain aisa allah assalam assalamu alaikum walaikum aur baat
    bata batao bahut bohat bohot bahot beta beti bhai bhi bilkul chahiye chahie chahti chahta darmiyan din dafa de dein diya
    ghar gaya gayi haan hai hain hamara hamare hafte ho hoga hogi hon hota hoti hua hui huwa hum humein inshallah is iska iske
    ji jail jo jumma jumeraat ka kaam kar karna karke karein karo karti karta ke keh kehte khatoon khuda ki kia kiya kisi ko
    koi kya kyun kyunke liye likh log ma madad main mein mera mere meri mujh mujhe mujhse mujhay na naam nahi nahin nahe nai
    par parhi peer phir raha rahe rahi rat raat sab saal sakta sakte sakti salam se shadi shohar shukriya sirf subah shaam tak
    tha thi thora to tou unka unki unko us uska uske usko wala wali wale warna woh wo yeh ye yahan zaroor zaruri zubaan
    dopahar meherbani bare baray apna apne apni hafta maine unhon jab tab lekin magar kyonke pata bolne intezam khayal
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
