"""Times of the week told in six further languages of Europe, in the words of the English grammar.

Only what tells times, and whether they are to be called at, is put into English; all else stays as it was. What these
words mean in hours is as in English (``samples/README.md``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_READ = 6_000  # characters, to tell the language
FEWEST = 3  # different common words of a language in a text, at least; and more than English or Welsh ones


def in_english(text: str) -> str:
    """A plain (lower case, straight) text; where it is in one of the languages, with its times told in English."""
    words = frozenset(_WORD.findall(text[:MOST_READ]))
    best = max(_LANGUAGES, key=lambda language: len(language.common & words))
    told = len(best.common & words)
    if told < FEWEST or told <= len(_READ_AS_IT_IS & words):
        return text
    for pattern, said in best.words:
        text = pattern.sub(said, text)
    return text


_WORD = re.compile(r"[^\W\d_]+")
_READ_AS_IT_IS = frozenset(  # English and Welsh
    _WORD.findall(
        "the and to is my of for you it are with have can at on or not we he she please this that was but they be ring"
        " call dw dwi mae yn ar ddydd dydd nos bore prynhawn fi fy ei eu ond neu os gan gyda heb bob wedi chi sy gael"
        " unrhyw hi"
    )
)


@dataclass(frozen=True, slots=True, eq=False)
class _Language:
    """Its commonest words, and those that tell times, first the longer ones."""

    common: frozenset[str]
    words: tuple[tuple[re.Pattern[str], str], ...]


def _language(common: str, *tables: dict[str, str]) -> _Language:
    words = [
        (
            re.compile(
                rf"(?<!\w)(?:{pattern})(?:(?<=\s)"
                rf"|(?!\w))"
            ),
            said,
        )
        for table in tables
        for pattern, said in table.items()
    ]
    return _Language(frozenset(common.split()), tuple(words))


def _numbers(*names: str) -> dict[str, str]:
    return {name: str(number) for number, name in enumerate(names, 1) if name}


_HOUR = r"(\d{1,2}(?:[:.h]\d\d)?)"

# ---------------------------------------------------------------------------------------------------------- Romanian

_ROMANIAN = _language(
    "și si să sa nu pentru este sunt în la după dupa de cu am mă ma mea meu vă va rog un o care pe dar sau fi lui ora"
    " când cand poate cineva",
    {
        r"tu": "you",
        r"(?:o dat[ăa] )?(?:pe|la) s[ăa]pt[ăa]m[âa]n[ăa]|s[ăa]pt[ăa]m[âa]nal[ăe]?|[îi]n fiecare"
        r" s[ăa]pt[ăa]m[âa]n[ăa]": "weekly",
        r"(?:\d+|un|o|două|doua|trei|patru|cinci|șase|sase|câteva|cateva|multe|mai multe)(?: de)? luni(?: de"
        r" zile)?": "months",
        r"bună (?:ziua|seara|dimineața)|buna (?:ziua|seara|dimineata)": "hello",
        r"(?:azi|astăzi|ieri|mâine|maine|aseară|aseara|diseară|diseara)(?: (?:dimineață|dimineata|seară"
        r"|seara))?": "yesterday",
        r"(?:pute[țţt]i|poate|putea|ar putea|pot) (?:să )?(?:m[ăa] )?(?:sun\w+|vorbi|telefona\w*|contacta\w*|fi"
        r" sunat[ăa]?)": "can call me",
        r"(?:să|sa) m[ăa] sun\w+|suna[țţt]i(?:-m[ăa])?|s[ăa] fiu sunat[ăa]?|pot vorbi|(?:un )?apel\w*"
        r"|telefona[țţt]i(?:-mi)?": "call me",
        r"(?:el |fiul meu |soțul meu )?(?:m[ăa] sun[ăa]|îmi telefonează)": "he rings me",
        r"vizit\w+": "visit",
        r"tribunal\w*|judecat\w*|instanț\w+|proces\w*": "court",
        r"lucrez|muncesc": "i work",
        r"liber[ăa]?|disponibil[ăa]?": "free",
        r"acas[ăa]": "at home",
        r"cel mai (?:bine|bun|potrivit)|mai bine|de preferin[țt][ăa]|prefer|ideal|convine|se potrive[șs]te": "best",
        r"v[ăa] rog|te rog": "please",
        r"la orice or[ăa]|oric[âa]nd|indiferent (?:c[âa]nd|de or[ăa])": "any time",
        r"(?:în |in )?(?:orice|fiecare|toate) zi(?:le)?|zilnic": "every day",
        r"(?:în |in )?(?:timpul|cursul) s[ăa]pt[ăa]m[âa]nii|(?:în |in )?zilele (?:lucr[ăa]toare|de lucru)": "weekdays",
        r"(?:în |in |la )?(?:weekend\w*|sf[âa]r[șs]it\w* de s[ăa]pt[ăa]m[âa]n[ăa])": "weekends",
        r"(?:în |in )?(?:timpul|cursul) zilei": "in the daytime",
        rf"{_HOUR} (?:seara|după[ -]amiaza|dupa[ -]amiaza)": r"\1 pm",
        rf"{_HOUR} diminea[țt]a": r"\1 am",
        r"dup[ăa][ -]?(?:amiaz[ăa]|mas[ăa]|amiezile)": "afternoons",
        r"diminea[țt]a|dimine[țt]ile|diminea[țt]ă": "mornings",
        r"seara|serile|sear[ăa]": "evenings",
        r"noaptea": "nights",
        r"(?:la )?(?:ora )?pr[âa]nz\w*|amiaz[ăa]": "lunchtime",
        r"(?:în |in )afar[ăa] de|cu excep[țt]ia|except[âa]nd|mai pu[țt]in|dar nu": "except",
        r"între (?:orele |ora )?|intre (?:orele |ora )?": "between ",
        r"înainte(?:a)? (?:de )?(?:ora |orei )?|inainte (?:de )?(?:ora )?": "before ",
        r"dup[ăa] (?:ora |orele )?": "after ",
        r"(?:începând cu|incepand cu|de la) (?:ora |orele )?": "from ",
        r"p[âa]n[ăa] (?:la )?(?:ora |orele )?": "to ",
        r"(?:la )?or(?:a|ele)": "at",
        r"lun(?:i|ea|ile)": "monday",
        r"mar[țţt](?:i|ea|ile)": "tuesday",
        r"miercur(?:i|ea|ile)": "wednesday",
        r"joi(?:a|le)?": "thursday",
        r"viner(?:i|ea|ile)": "friday",
        r"s[âa]mb[ăae]t[ăae](?:le)?": "saturday",
        r"duminic[ăai](?:le)?": "sunday",
        r"sau|ori|fie": "or",
        r"[șs]i": "and",
        r"nu": "not",
        r"doar|numai": "only",
        r"de(?= (?:mon|tue|wed|thu|fri"
        r"|sat|sun))": "from",
        r"a[șs]a c[ăa]|deci|de aceea": "so",
        r"orice": "any",
        r"cu|în|in|pe|la": " ",
    },
    _numbers("", "dou[ăa]", "trei", "patru", "cinci", "[șs]ase", "[șs]apte", "opt", "nou[ăa]", "zece", "unsprezece"),
)

# --------------------------------------------------------------------------------------- Portuguese and Spanish

_PORTUGUESE = _language(
    "e o a os as de que não nao para uma um com do da em por mas meu minha eu estou está ele ela ou se depois às dos"
    " das favor posso pode",
    {
        r"tu": "you",
        r"(?:uma vez )?por semana|todas as semanas|semana(?:l|is)": "weekly",
        r"bo(?:a|as) (?:tardes?|noites?)|bom dia": "hello",
        r"ontem(?: à noite| de manhã)?|hoje|amanhã|esta (?:manhã|tarde|noite)": "yesterday",
        r"mais tarde": "later",
        r"(?:podem?|poderiam?|possam?|posso) (?:me )?(?:ligar|telefonar|falar|contactar|receber (?:a |uma"
        r" )?chamadas?)(?:-me|-nos)?": "can call me",
        r"(?:me )?(?:lig(?:uem|ue|ar)|telefon(?:em|e|ar)|contact(?:em|e|ar)|falar)(?:-me)?|(?:a |uma |as"
        r" )?(?:chamadas?|telefonemas?)": "call me",
        r"(?:ele )?(?:liga|telefona)-me|ele (?:me )?(?:liga|telefona)": "he rings me",
        r"visit\w+": "visit",
        r"tribuna\w+|julgamento": "court",
        r"trabalho": "i work",
        r"livres?|dispon[íi]ve(?:l|is)|dou-me bem": "free",
        r"em casa": "at home",
        r"(?:é |seria )?(?:o )?melhor(?:es)?|prefer\w+|ideal|d[áa] jeito"
        r"|conv[ée]m": "best",
        r"por favor|se faz favor": "please",
        r"(?:a )?qualquer (?:hora|altura|momento)|quando quiser\w*|tanto faz(?: a hora)?": "any time",
        r"(?:em )?(?:qualquer|cada) dia|todos os dias": "every day",
        r"(?:durante|à|a) (?:a )?semana|(?:nos |em |aos )?dias (?:de|da) semana|dias úteis": "weekdays",
        r"(?:ao |aos |no |nos |n[oa]s )?fi(?:m|ns)[ -]de[ -]semana": "weekends",
        r"durante o dia": "in the daytime",
        rf"{_HOUR}(?:h| horas)? da (?:tarde|noite)": r"\1 pm",
        rf"{_HOUR}(?:h| horas)? da manhã": r"\1 am",
        r"(?:(?:de|da|pela|na|nas|às|à|as|ao fim da) )?manhãs?": "mornings",
        r"(?:(?:de|da|pela|na|nas|às|à|as|ao fim da) )?tardes?": "afternoons",
        r"(?:(?:de|da|pela|na|nas|às|à|as) )?noites?|ao serão": "evenings",
        r"(?:à |na )?hora de? ?d?o almoço|(?:ao )?almoço": "lunchtime",
        r"meio[ -]dia": "noon",
        r"exc?eto|excepto|menos|salvo|tirando|a não ser|mas não": "except",
        r"entre (?:as |o )?": "between ",
        r"antes d(?:as?|o)": "before",
        r"(?:depois|após) (?:d?as?|do)": "after",
        r"a partir d(?:as?|e|o)": "from",
        r"até (?:às|as|à|ao)?": "to ",
        r"das(?= \d)": "from",
        r"às(?= \d)": "to",
        rf"{_HOUR} ?(?:horas?|h)": r"\1",
        r"segundas?(?:[ -]feiras?)?": "monday",
        r"ter[çc]as?(?:[ -]feiras?)?": "tuesday",
        r"quartas?(?:[ -]feiras?)?": "wednesday",
        r"quintas?(?:[ -]feiras?)?": "thursday",
        r"sextas?(?:[ -]feiras?)?": "friday",
        r"s[áa]bados?": "saturday",
        r"domingos?": "sunday",
        r"(?:às|à|aos|ao|nas|na|nos|no)(?= (?:mon|tue|wed|thu|fri|sat|sun))": "on",
        r"de(?= (?:mon|tue|wed|thu|fri|sat|sun)\w+ (?:a|à|até))": "from",
        r"a(?= (?:mon|tue|wed|thu|fri|sat|sun))": "to",
        r"ou": "or",
        r"e": "and",
        r"não|nao": "not",
        r"só|apenas|somente": "only",
        r"and (?:as|às) ": "and ",
        r"as(?= \d)": " ",
        r"(?:and )?por isso|portanto|então": "so",
    },
    _numbers("", "duas", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze"),
)

_SPANISH = _language(
    "y el la los las de que no para una un con del en por pero mi mis estoy está él ella si después favor puedo puede"
    " me lo es muy",
    {
        r"tu": "you",
        r"(?:una vez )?(?:a|por) (?:la )?semana|semanal(?:es)?|cada semana|todas las semanas": "weekly",
        r"buen(?:as|os) (?:tardes|noches|días|dias)": "hello",
        r"ayer|hoy|mañana por la|esta (?:mañana|tarde|noche)|anoche": "yesterday",
        r"(?:pueden?|podrían?|puedo|podría) (?:llamarme|hablar|llamar|recibir (?:la |una )?llamadas?)|me pueden?"
        r" llamar": "can call me",
        r"ll[áa]m(?:en|e|ar)(?:me)?|hablar|(?:la |una |las )?llamadas?|contactar(?:me)?": "call me",
        r"(?:él )?me llama": "he rings me",
        r"visit\w+": "visit",
        r"tribunal\w*|juicio|juzgado": "court",
        r"trabajo": "i work",
        r"libre|disponible": "free",
        r"en casa": "at home",
        r"(?:lo )?mejor|prefier\w+|ideal|me va bien|me viene"
        r" bien": "best",
        r"por favor": "please",
        r"(?:a )?cualquier (?:hora|momento)|cuando (?:quieran?|sea)": "any time",
        r"(?:cualquier|cada) día|todos los días": "every day",
        r"(?:entre semana|días laborables|(?:durante )?la semana)": "weekdays",
        r"(?:los |el |en )?fin(?:es)? de semana": "weekends",
        r"durante el día": "in the daytime",
        rf"{_HOUR}(?:h| horas)? de la (?:tarde|noche)": r"\1 pm",
        rf"{_HOUR}(?:h| horas)? de la mañana": r"\1 am",
        r"(?:por |en )?las? mañanas?": "mornings",
        r"(?:por |en )?las? tardes?": "afternoons",
        r"(?:por |en )?las? noches?": "evenings",
        r"mediod[íi]a": "noon",
        r"exc?epto|menos|salvo|pero no": "except",
        r"entre (?:las )?": "between ",
        r"antes de (?:las?|el)": "before",
        r"después de (?:las?|el)|despues de"
        r" las?": "after",
        r"a partir de (?:las?|el)|desde las?": "from",
        r"hasta (?:las?|el)": "to",
        r"de (?:las )?(?=\d)": "from ",
        r"a las(?= \d)": "to",
        r"lunes": "monday",
        r"martes": "tuesday",
        r"mi[ée]rcoles": "wednesday",
        r"jueves": "thursday",
        r"viernes": "friday",
        r"s[áa]bados?": "saturday",
        r"domingos?": "sunday",
        r"(?:de |desde el )(?=(?:mon|tue|wed|thu|fri|sat|sun))": "from ",
        r"a(?= (?:mon|tue|wed|thu|fri|sat"
        r"|sun))": "to",
        r"así que|por eso|entonces": "so",
        r"los|las|el|la": " ",
        r"[ou]": "or",
        r"y(?: las)?": "and",
        r"solo|sólo|solamente": "only",
    },
    _numbers("", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once"),
)

# ------------------------------------------------------------------------------------------------ French and Italian

_FRENCH = _language(
    "et le la les de que ne pas pour une un avec du des en par mais mon ma mes je suis est il elle si après vous plaît"
    " peut au aux dans",
    {
        r"tu": "you",
        r"(?:une fois )?par semaine|chaque semaine|toutes les semaines|hebdomadaires?": "weekly",
        r"bon(?:jour|soir|ne soirée)": "hello",
        r"hier(?: soir)?|aujourd'hui|demain|ce (?:matin|soir)|cet"
        r" après-midi": "yesterday",
        r"(?:pouvez|peut|pourriez|pourrait)(?:-vous)? (?:me )?(?:téléphoner|appeler|joindre|parler)": "can call me",
        r"(?:m'|me )?(?:appel(?:er|ez)|téléphon(?:er|ez)|joindre|contacter|parler)(?:-moi)?|(?:un |les "
        r"|l')?appels?": "call me",
        r"il (?:m'appelle|me"
        r" téléphone)": "he rings me",
        r"visit\w+": "visit",
        r"tribunal|procès": "court",
        r"je travaille": "i work",
        r"libre|disponible": "free",
        r"(?:à la maison|chez moi)": "at home",
        r"(?:le )?mieux|préfér\w+|idéal|m'arrange|me convient"
        r"|convien\w+": "best",
        r"s'il vous plaît|svp|merci": "please",
        r"(?:à )?n'importe (?:quand|quelle heure)|quand vous voulez|à toute heure": "any time",
        r"n'importe quel jour|tous les jours|chaque jour": "every day",
        r"(?:en|pendant la|la) semaine|jours"
        r" ouvrables": "weekdays",
        r"(?:le |les |en )?week[ -]?ends?|fins? de semaine": "weekends",
        r"(?:dans|pendant) la journée|en"
        r" journée": "in the daytime",
        rf"{_HOUR}(?: ?h| heures) du soir": r"\1 pm",
        rf"{_HOUR}(?: ?h| heures) du matin": r"\1 am",
        r"(?:le |les |l')?après[ -]midis?": "afternoons",
        r"(?:le |les )?matin(?:ée)?s?": "mornings",
        r"(?:le |les )?soir(?:ée)?s?": "evenings",
        r"midi": "noon",
        r"sauf|excepté|à part|mais pas": "except",
        r"entre": "between",
        r"avant": "before",
        r"après": "after",
        r"à partir de|dès": "from",
        r"jusqu'à|jusqu'au": "to",
        r"de(?= \d)": "from",
        r"à(?= \d)": "to",
        rf"{_HOUR} ?(?:heures?|h)": r"\1",
        r"lundis?": "monday",
        r"mardis?": "tuesday",
        r"mercredis?": "wednesday",
        r"jeudis?": "thursday",
        r"vendredis?": "friday",
        r"samedis?": "saturday",
        r"dimanches?": "sunday",
        r"du(?= (?:mon|tue|wed|thu|fri|sat|sun))": "from",
        r"au(?= (?:mon|tue|wed|thu|fri|sat"
        r"|sun))": "to",
        r"donc|alors": "so",
        r"mon|ma|mes": "my",
        r"le|les|l'": " ",
        r"ou": "or",
        r"et": "and",
        r"pas": "not",
        r"seulement|uniquement": "only",
    },
    _numbers("", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze"),
)

_ITALIAN = _language(
    "e il la i le di che non per una un con del in ma mio mia sono è lui lei se dopo favore può alle dalle gli mi"
    " della",
    {
        r"tu": "you",
        r"(?:una volta )?(?:a|alla|per) settimana|ogni settimana|settimanal[ei]": "weekly",
        r"buon(?:giorno|asera)|buon pomeriggio": "hello",
        r"ieri(?: sera)?|oggi|domani|stasera|stamattina": "yesterday",
        r"(?:può|potete|potrebbe|posso|potreste) (?:chiamar(?:mi|e)|telefonar(?:mi|e)|parlare)|mi può"
        r" chiamare": "can call me",
        r"chiamat(?:emi|e)|chiamar(?:mi|e)|telefonar(?:mi|e)|parlare|(?:la |una )?(?:chiamat[ae]"
        r"|telefonat[ae])": "call me",
        r"(?:lui )?mi (?:chiama"
        r"|telefona)": "he rings me",
        r"visit\w+|colloqui\w*": "visit",
        r"tribunale|processo": "court",
        r"lavoro": "i work",
        r"liber[oa]|disponibile": "free",
        r"(?:a|in) casa": "at home",
        r"(?:il )?meglio|preferi\w+|ideale|va bene": "best",
        r"per favore|per piacere": "please",
        r"(?:a )?qualsiasi (?:ora|momento)|quando volete|in qualunque momento": "any time",
        r"(?:ogni|qualsiasi) giorno|tutti i giorni": "every day",
        r"(?:durante|in) (?:la )?settimana|(?:nei"
        r" )?giorni feriali": "weekdays",
        r"(?:nel |nei |il )?(?:fine settimana|weekend)": "weekends",
        r"durante il giorno": "in the daytime",
        r"(?:di|la|al) (?:mattin[ao])|mattin[aeo]": "mornings",
        r"(?:di|nel|il) pomeriggio|pomeriggi": "afternoons",
        r"(?:di|la|alla) sera|sere": "evenings",
        r"mezzogiorno": "noon",
        r"tranne|eccetto|salvo|ma non": "except",
        r"(?:tra|fra) le": "between",
        r"prima delle": "before",
        r"dopo le": "after",
        r"dalle": "from",
        r"(?:fino )?alle": "to",
        r"luned[ìi]": "monday",
        r"marted[ìi]": "tuesday",
        r"mercoled[ìi]": "wednesday",
        r"gioved[ìi]": "thursday",
        r"venerd[ìi]": "friday",
        r"sabato": "saturday",
        r"domenic(?:a|he)": "sunday",
        r"dal(?= (?:mon|tue|wed|thu"
        r"|fri|sat|sun))": "from",
        r"al(?= (?:mon|tue|wed|thu|fri|sat"
        r"|sun))": "to",
        r"quindi|perciò": "so",
        r"il|la|lo|gli|le": " ",
        r"o|oppure": "or",
        r"e(?: le)?": "and",
        r"non": "not",
        r"solo|soltanto": "only",
    },
    _numbers("", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici"),
)

# ------------------------------------------------------------------------------------------------------------ Polish

_POLISH = _language(
    "i w nie się sie na z do jest że ze mój moj moja mam jestem po od o a ale czy proszę prosze lub albo mnie mi za jak"
    " może moze",
    {
        r"tu": "here",
        r"raz (?:w tygodniu|na tydzień)|co tydzień|każdego tygodnia|cotygodniow\w+": "weekly",
        r"dzień dobry|dobry wieczór": "hello",
        r"wczoraj(?: wieczorem)?|dzisiaj|dziś|jutro": "yesterday",
        r"(?:proszę |można |możecie |mogą państwo )?(?:do mnie )?(?:dzwonić|zadzwonić|dzwońcie)(?: do mnie)?"
        r"|rozmawiać|rozmow\w+|telefonować": "call me",
        r"(?:on |syn |mąż )?dzwoni(?: do"
        r" mnie)?": "he rings me",
        r"widzeni\w+|odwiedz\w+": "visit",
        r"s[ąa]d\w*|rozpraw\w+": "court",
        r"pracuję|pracuje": "at work",
        r"woln[aye]|dostępn[aye]": "free",
        r"w domu": "at home",
        r"najlepiej|najlepsz\w+|pasuj\w+|odpowiada\w*|wolał\w*": "best",
        r"proszę": "please",
        r"(?:o )?(?:każdej|dowolnej) (?:porze|godzinie)|kiedykolwiek|obojętnie kiedy|o każdej porze dnia": "any time",
        r"codziennie|(?:w )?każdy dzień|każdego dnia": "every day",
        r"(?:w )?(?:dni|dniach) (?:powszednie|robocze|tygodnia)|w"
        r" tygodniu": "weekdays",
        r"(?:w |na )?weekend\w*": "weekends",
        r"w ciągu dnia|w dzień": "in the daytime",
        r"(?:każdy |każdego |w(?:e)? )?wiecz[oó]r\w*": "evenings",
        r"po południu|popołudni\w+": "afternoons",
        r"rano|rankiem|ranki|rana|przed południem"
        r"|przedpołudni\w+": "mornings",
        r"(?:w )?południe": "noon",
        r"oprócz|poza|z wyjątkiem|ale nie(?:"
        r" w)?": "except",
        r"(?:po)?między (?:godziną )?": "between ",
        r"przed (?:godziną )?(?=\d)": "before ",
        r"po (?:godzinie |godz\.? ?)?(?=\d)": "after ",
        r"od (?:godziny "
        r"|godz\.? ?)?(?=\d)": "from ",
        r"do (?:godziny |godz\.? ?)?(?=\d)": "to ",
        r"(?:o )?godz(?:inie|\.)?": "at",
        r"poniedział\w+": "monday",
        r"wtor\w+": "tuesday",
        r"środ\w+": "wednesday",
        r"czwart(?:ek|ki|ku|ku)": "thursday",
        r"piąt(?:ek|ki|ku)": "friday",
        r"sobot\w+": "saturday",
        r"niedziel\w+": "sunday",
        r"od(?= (?:mon|tue|wed|thu|fri|sat|sun))": "from",
        r"do(?= (?:mon|tue|wed|thu|fri|sat|sun))": "to",
        r"lub|albo|czy": "or",
        r"i|a(?= \d)": "and",
        r"więc|dlatego|zatem": "so",
        r"tylko": "only",
        r"w|we": "on",
        r"nie": "not",
    },
)
_POLISH_HOURS = {
    "pierwszej": "1",
    "drugiej": "2",
    "trzeciej": "3",
    "czwartej": "4",
    "piątej": "5",
    "szóstej": "6",
    "siódmej": "7",
    "ósmej": "8",
    "dziewiątej": "9",
    "dziesiątej": "10",
    "jedenastej": "11",
    "dwunastej": "12",
    "siedemnastej": "17:00",
    "osiemnastej": "18:00",
    "dziewiętnastej": "19:00",
    "dwudziestej": "20:00",
}
_LANGUAGES = (
    _ROMANIAN,
    _PORTUGUESE,
    _SPANISH,
    _FRENCH,
    _ITALIAN,
    _Language(
        _POLISH.common,
        (
            *((re.compile(rf"\b{word}\b"), hour) for word, hour in _POLISH_HOURS.items()),
            *_POLISH.words,
        ),
    ),
)
