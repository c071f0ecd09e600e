"""The plainest words for who is in prison, in the languages that families write in, put into English."""

from __future__ import annotations

import re

# What the writer calls them; the word for "my" may stand before, behind or within.
_TOLD: dict[str, str] = {
    "husband": (
        r"so[tț]ul(?: meu)?|b[aă]rbatul(?: meu)?|mon (?:mari|[eé]poux)|mi (?:marido|esposo)|(?:o )?meu (?:marido"
        r"|esposo)|mio marito|e[sş]im|kocam|(?:мой )?муж|мій чоловік|чоловік(?:а)?|съпругът ми|мъжът ми|mano vyras"
        r"|mans v[iī]rs|زوجي|شوہر|میرے شوہر|شوهرم|همسرم|burri im|bashk[eë]shorti im|mein (?:ehe)?mann|mijn man"
        r"|f[eé]rjem|m[uů]j man[zž]el|môj man[zž]el|ninkayg\w|odaygayg\w|ch[oồ]ng t[oô]i|asawa ko|我丈夫|我老公|मेरे पति"
        r"|ਮੇਰੇ ਪਤੀ|আমার স্বামী|mera gharwala|mere ghar ?wale|mera pati|mere pati|mere shohar|mera shohar"
        r"|mere miyan|ο άντρας μου|ο σύζυγός μου"
    ),
    "wife": (
        r"so[tț]ia(?: mea)?|ma (?:femme|compagne|conjointe)|mi (?:esposa|mujer)|(?:a )?minha (?:mulher|esposa)"
        r"|mia moglie|kar[iı]m|моя жена|жена|моя дружина|mano [zž]mona|زوجتي|میری بیوی|meri biwi|همسر من"
        r"|gruaja ime|meine frau|feles[eé]gem|moje man[zž]elka|xaaskayga|vợ tôi|我妻子|我老婆|मेरी पत्नी"
    ),
    "son": (
        r"fiul(?: meu| nostru)?|b[aă]iatul(?: meu| nostru)?|(?:mon|notre) (?:fils|gar[cç]on)|(?:mi"
        r"|nuestro) (?:hijo|ni[nñ]o)|(?:o )?(?:meu|nosso) (?:filho|rapaz)|(?:mio|nostro) figlio|o[gğ]lum(?:uz)?"
        r"|(?:мой |наш )?сын(?:а)?|(?:мій |наш )?син|синът ми|mano s[uū]nus|mans d[eē]ls|ابني|ولدي|میرا بیٹا"
        r"|میرے بیٹے|پسرم|djali im|biri im|mein sohn|unser sohn|mijn zoon|(?:a )?fiam|m[uů]j syn|môj syn|wiilkayga"
        r"|inankayg\w|con trai t[oô]i|anak kong lalaki|我儿子|मेरा बेटा|ਮੇਰਾ ਪੁੱਤਰ|ਮੇਰਾ ਮੁੰਡਾ|আমার ছেলে|mera (?:puttar"
        r"|munda|putar|ladka)|ο γιος μου|(?:m[óo]j|nasz) syn"
    ),
    "daughter": (
        r"fiica(?: mea| noastr[aă])?|(?:ma|notre) fille|(?:mi|nuestra) hija|(?:a )?(?:minha|nossa) filha|(?:mia"
        r"|nostra) figlia|k[iı]z[iı]m|(?:моя |наша )?дочь|(?:моя |наша )?дочк[аи]|моя донька|дъщеря ми|mano dukra"
        r"|mano dukt[eė]|ابنتي|بنتي|میری بیٹی|meri beti|دخترم|vajza ime|meine tochter|mijn dochter"
        r"|(?:a )?l[aá]nyom|moje dcera|gabadhayd\w|inantayda|con g[aá]i t[oô]i|我女儿|मेरी बेटी|ਮੇਰੀ ਧੀ|আমার মেয়ে"
        r"|meri dhee"
    ),
    "brother": (
        r"fratele(?: meu)?|mon fr[eè]re|mi hermano|(?:o )?meu irm[aã]o|mio fratello|karde[sş]im|abim|a[gğ]abeyim"
        r"|(?:мой |мій )?брат(?: ми)?|mano brolis|mans br[aā]lis|أخي|اخي|میرا بھائی|برادرم|v[eë]llai im"
        r"|mein bruder|mijn broer|b[aá]ty[aá]m|[oö]cs[eé]m|testv[eé]rem|m[uů]j brat(?:r)?|môj brat"
        r"|walaalkay(?:ga)?|anh trai t[oô]i|em trai t[oô]i|kapatid ko|kuya ko|我弟弟|我哥哥|मेरा भाई|ਮੇਰਾ ਭਰਾ|আমার ভাই"
        r"|mera (?:veer|bhra|bhai)|ο αδερφός μου"
    ),
    "sister": (
        r"sora mea|ma s(?:œ|oe)ur|mi hermana|(?:a )?minha irm[aã]|mia sorella|ablam|k[iı]z karde[sş]im|моя сестра"
        r"|сестра ми|mano sesuo|أختي|اختي|میری بہن|meri behn|خواهرم|motra ime|meine schwester|n[oő]v[eé]rem"
        r"|h[uú]gom|moje sestra|walaashay|我姐姐|我妹妹|मेरी बहन"
    ),
    "father": (
        r"tat[aă]l(?: meu)?|mon p[eè]re|mi (?:padre|pap[aá])|(?:o )?meu pai|mio padre|babam|мой (?:отец|папа)"
        r"|мій (?:батько|тато)|баща ми|mano t[eė](?:vas|tis)|أبي|والدي|ابي|میرے والد|mere (?:abu|walid|papa)|پدرم"
        r"|babai im|mein vater|mijn vader|(?:az )?ap[aá]m|m[uů]j (?:otec|t[aá]ta)|aabahay|b[oố] t[oô]i|tatay ko"
        r"|我父亲|我爸爸|मेरे पिता|ਮੇਰੇ ਪਿਤਾ"
    ),
    "mother": (
        r"mama mea|ma m[eè]re|mi (?:madre|mam[aá])|(?:a )?minha m[aã]e|mia madre|annem|моя (?:мама|мать|мати)"
        r"|майка ми|mano mama|mano motina|أمي|والدتي|امي|میری والدہ|meri (?:ammi|walida)|مادرم|n[eë]na ime"
        r"|meine mutter|(?:az )?any[aá]m|moje (?:matka|m[aá]ma)|hooyaday|我母亲|我妈妈|मेरी माँ"
    ),
    "partner": (
        r"(?:iubitul|logodnicul)(?: meu)?|mon (?:compagnon|copain|petit ami|conjoint|fianc[eé])|mi (?:novio|novia"
        r"|pareja|prometido)|(?:o )?meu (?:companheiro|namorado|noivo)|(?:il )?mio (?:compagno|ragazzo|fidanzato)"
        r"|erkek arkada[sş][iı]m|sevgilim|ni[sş]anl[iı]m|мой (?:парень|жених)|мій (?:хлопець|наречений)"
        r"|приятелят ми|mano (?:draugas|vaikinas|su[zž]ad[eė]tinis)|خطيبي|صديقي|i dashuri im|mein (?:freund"
        r"|partner|verlobter)|bar[aá]tom|m[uů]j p[rř][ií]tel|m[óo]j (?:ch[lł]opak|partner|narzeczony)"
    ),
    "nephew": (
        r"nepotul meu|mon neveu|mi sobrino|(?:o )?meu sobrinho|mio nipote|ye[gğ]enim|мой племянник"
        r"|m[óo]j siostrzeniec"
    ),
    "grandson": (
        r"mon petit-fils|mi nieto|(?:o )?meu neto|torunum|мой внук|m[óo]j wnuk|mano an[uū]kas|mein enkel|unok[aá]m"
    ),
    "friend": (
        r"mi (?:mejor )?amigo|(?:o )?meu amigo|mon (?:meilleur )?ami|m[óo]j przyjaciel|prietenul meu|мой друг"
        r"|mein bester freund"
    ),
}  # fmt: skip
_PATTERNS = tuple((re.compile(rf"(?<!\w)(?:{words})(?!\w)"), f"my {relation}") for relation, words in _TOLD.items())
PRISON_ABROAD = (  # the word for a prison
    r"[iî]nchisoare\w*|pu[sș]c[aă]rie|wi[eę]zieni\w*|areszt\w*|c[aá]rcel\w*|prisi[oó]n|en prison"
    r"|incarc[eé]r\w*|d[eé]tenu\w*|pris[aã]o|cadeia|preso|presa|detido|carcere|galera|prigione|detenuto"
    r"|cezaev\w*|hapis\w*|тюрьм\w*|тюрм\w*|[вʼ'’]*язниц\w*|в'язниц\w*|затвор\w*|kal[eė]jim\w*|cietum\w*|السجن"
    r"|سجن|جیل|زندان|burg\w*|gef[aä]ngnis\w*|gevangenis|b[oö]rt[oö]n\w*|v[eě]zen\w*|v[aä]zen\w*|xabsi\w*"
    r"|nh[aà] t[uù]|kulungan|bilangguan|监狱|जेल|ਜੇਲ੍ਹ|জেল|φυλακή"
)


def in_english(text: str) -> str:
    """A plain text in another language than English or Welsh, with the relations put into English."""
    for pattern, words in _PATTERNS:
        text = pattern.sub(words, text)
    return text
