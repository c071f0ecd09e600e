"""What the person wishes of their volunteer and of how they are called (``samples/README.md``, preferences)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.reading.letter import Evidence, Preference
from mailbot.reading.words.patterns import might_stand_in, search
from mailbot.reading.words.spelling import sentences


@dataclass(frozen=True, slots=True)
class WishesTold:
    """Wishes in the order of ``Preference``; ``voicemail_ok`` only where the letter says so in so many words."""

    preferences: tuple[Preference, ...] = ()
    voicemail_ok: bool = False
    evidence: tuple[Evidence, ...] = ()


def wishes_told(text: str) -> WishesTold:
    """Read a plain text (``spelt_out``)."""
    found: dict[Preference, str] = {}
    allowed: str | None = None
    likely = [row for row in _TABLE if might_stand_in(row[1], text)]
    for sentence in sentences(text):
        for preference, wanted, unwanted in likely:
            if preference not in found and search(wanted, sentence) and not (unwanted and unwanted.search(sentence)):
                found[preference] = sentence
        if search(_MESSAGE_OK, sentence) and not _MESSAGE_NOT_OK.search(sentence):
            allowed = sentence
    if allowed is not None and Preference.NO_VOICEMAIL in found:
        allowed = None  # said both ways: the safe one holds
    evidence = [Evidence(f"preference {preference}", words) for preference, words in found.items()]
    if allowed is not None:
        evidence.append(Evidence("voicemail_ok", allowed))
    return WishesTold(tuple(each for each in Preference if each in found), allowed is not None, tuple(evidence))


_WOMAN = r"(?:woman|lady|female|girl|gal)"
_MAN = r"(?:man|male|bloke|fella|guy|chap|gentleman|lad)"
_WISH = (
    r"(?:prefer|rather|like|want|ideally|please|possible|if (?:poss|you can)|best|better|easier|comfortable"
    r"|could (?:it|i|they|she)|can (?:it|i)|needs?|speak (?:to|with)|talk (?:to|with)|ask for|hope|love|wish)"
)

_MESSAGES = (
    r"(?:voice ?-?mails?|voice messages?|answer ?phone(?: messages?)?|answering machine|messages?|the machine"
    r"|negeseuon|neges)"
)
_LEFT = r"(?:leave|leaving|left|put|record|gadael|adael|gadewch)"
_MESSAGE_NOT_OK = re.compile(
    rf"(?:n't|\bnot|\bnever|\bno|\bnobody|\bno one|\bwithout|\bpeidiwch"
    rf"|\bpaid)\b.{{0,30}}\b{_LEFT}\b.{{0,30}}\b{_MESSAGES}|\b{_LEFT}\b (?:no|nothing)\b|\bno (?:voice ?-?mails?"
    rf"|voice messages?|messages?|answer ?phone)\b"
    rf"|\bgoes to (?:the |my )?{_MESSAGES}\b.{{0,12}}\b(?:ring off|hang up|put the phone down)\b"
    rf"|\bnothing\b.{{0,12}}\b{_LEFT}\b|(?:n't|not|never)\b.{{0,12}}\b{_LEFT}\b (?:anything|any)\b|\bdim neges\w*"
    rf"|\b(?:can't|cannot|never|don't|doesn't|unable to) (?:\w+ ){{0,3}}?(?:get at|check|listen to|pick up|hear"
    rf"|access|use|have|work)"
    rf" (?:\w+ ){{0,2}}?{_MESSAGES}|\bno (?:point|use|good|sense)\b[^.;?!]{{0,25}}\b(?:{_LEFT}|{_MESSAGES})"
    rf"|\b{_MESSAGES}\b[^.;?!]{{0,25}}\b(?:not|n't|never) (?:\w+ )?(?:safe|private|be left|work|working|set up"
    rf"|listened)\b"
    rf"|\b(?:he|she|they|my \w+|boss|lad|kids|mum|dad) (?:\w+ )?(?:listens?|checks?|picks? up|hears?"
    rf"|plays?) (?:to )?(?:\w+ ){{0,2}}?{_MESSAGES}"
    rf"|\b(?:ring off|hang up|put the phone down)\b[^.;?!]{{0,25}}\b(?:if|when) (?:\w+ ){{0,3}}?{_MESSAGES}"
    rf"|\bif (?:\w+ ){{0,4}}?{_MESSAGES}[^.;?!]{{0,15}}\b(?:ring off|hang up|put the phone down|don't speak"
    rf"|say nothing|leave it)\b"
    r"|\b(?:nie|nu|no|não|nao|ne|pas|non|не)\b[^.;?!]{0,25}\b(?:nagr\w+|wiadomo\w+ g[lł]os\w+|poczt\w+ g[lł]os\w+"
    r"|mesaj\w* vocal\w*"
    r"|mensajes? de voz|mensaje|mensage\w+ de voz|mensagem|message vocal|messages|r[eé]pondeur|segreteria"
    r"|messaggi\w*|сообщени\w*"
    r"|повідомлен\w*)\b|\bvoicemail (?:mat|na|nahi)\b|\bmessage (?:mat|na) (?:chor\w*|chhor\w*)\b"
    r"|\bmesaj b[iı]rakmay[iı]n"
    rf"|\bhang up if (?:it goes to|you get)\b.{{0,12}}\b{_MESSAGES}"
)
_MESSAGE_OK = re.compile(
    rf"\b(?:can|could|ok(?:ay)? to|fine to|happy for you to|safe to|please|do|just|feel free to|you may|free to"
    rf"|welcome to)\b (?:also |always |please )?{_LEFT}\b.{{0,15}}\b{_MESSAGES}"
    rf"|\b{_LEFT} (?:me )?a {_MESSAGES}\b.{{0,25}}\b(?:if|and i|is fine|is ok|it's fine)\b"
    rf"|\b{_MESSAGES}\b.{{0,12}}\b(?:is|are|would be) (?:fine|ok|okay|safe|no problem|welcome|all right|alright)\b"
    r"|\bgallwch adael neges|\bgadewch neges|\bcroeso i chi adael neges"
)
_WOMAN_WISHED = re.compile(
    rf"\b(?:a |another |some |the )?{_WOMAN}(?: volunteer| befriender| caller)?(?:,)? (?:please|if possible|if poss"
    rf"|preferred|would be|to (?:ring|call|phone|talk|speak))|\b{_WISH}\b[^.;]{{0,40}}\b(?:a|another|be a|was a"
    rf"|it was a) (?:nice |kind )?{_WOMAN}\b|\b(?:preference|prefer\w*|gender)\s*[:-]?\s*(?:for |is "
    rf"|would be )?(?:a )?(?:wom[ae]n|lady|ladies|female)|\bfemale (?:volunteer|befriender|please|only)"
    rf"|\bwom[ae]n only"
    r"|\bnot a (?:bloke|man|male|fella|guy|chap)\b|\bno (?:men|blokes|male volunteers)\b|(?:n't"
    r"|not) (?:\w+ ){0,3}(?:talk|speak|want|feel)\b.{0,30}\b(?:a man|men|a bloke|a male)\b"
    rf"|\b(?:sooner|rather|prefer)\b[^.;?!]{{0,20}}\bnot\b[^.;?!]{{0,12}}\b(?:a man|men|a bloke|a male|blokes)\b"
    rf"|\b(?:some(?:one|body)"
    rf"|anyone|volunteer|befriender|person|caller) (?:who is |who's |that's )?female\b|\b(?:could|can|would|might"
    rf"|must|has to|should) (?:it|they) be"
    rf" (?:a )?(?:she|her|female|{_WOMAN})\b|\b(?:wom[ae]n|ladies|female)(?: only| one| volunteers?| callers?"
    rf"| befrienders?| if)\b|\b(?:a|another|one of"
    rf" your) {_WOMAN}(?: of my (?:own )?age| my age| about my age|'s voice|,? preferably|,? ideally| if| would"
    rf"| rather| instead|,? for preference)\b"
    rf"|\b(?:not|no|never) (?:comfortable|easy|at ease|happy|good|able) (?:\w+ ){{0,2}}?(?:with|to|talking to"
    rf"|around) (?:men|a man|blokes|males)\b"
    rf"|\bone of your (?:ladies|women|girls)\b|\b(?:with|from|by|to) a {_WOMAN}\b(?=[^.;?!]{{0,12}}(?:please|$"
    rf"|[.,!?]))"
    r"|\b(?:una mujer|uma mulher|une femme|o femeie|una donna|moteris|moterimi|moters|kad[iı]n\w*|женщин\w+"
    r"|жінк\w+|eine frau|امرأة|سيدة|عورت|خاتون"
    r"|naag|grua|v[rw]ouw)\b"
    r"|\bdynes\b|\bmenyw\b|\b(?:gwell|well|hoffwn)\b.{0,15}\b(?:f?merch|ferch|f?menyw|fenyw|d?dynes)\b|\bmerch fyddai"
    r"|\bkhatoo?n\b|\baurat\b|\bkobiet\w+"
)
_MAN_WISHED = re.compile(
    rf"\b(?:a|another) {_MAN}(?: of my (?:own )?age| my age| about my age| who|'s voice|,? preferably|,? ideally"
    rf"| if| would be| rather| instead)\b"
    rf"|\bone of your (?:men|blokes|fellas|lads|chaps|guys|gentlemen)\b|\b(?:could|can|might|should|must) (?:it"
    rf"|they) be (?:a )?(?:he|male|{_MAN})\b"
    rf"|\b(?:sooner|rather|prefer)\b[^.;?!]{{0,20}}\bnot\b[^.;?!]{{0,12}}\b(?:a woman|women|a lady)\b"
    rf"|\b(?:some(?:one|body)|volunteer|befriender|caller)"
    rf" (?:who is |who's )?male\b|\b(?:find|get|match) me (?:with )?(?:a|another) {_MAN}\b"
    r"|\b(?:un hombre|um homem|un homme|un b[aă]rbat|un uomo|m[eę][zż]czyzn\w+|vyr[ao]s?\b(?= skambin)|erkek"
    r"|мужчин\w+|чоловік (?=дзвон))\b"
    rf"|\b(?:is there a|have you (?:got )?a|any) {_MAN}\b.{{0,20}}\b(?:i could|who|to|i can)\b"
    rf"|\b{_WISH}\b[^.;]{{0,40}}\b(?:a|another|be a|was a|but a) {_MAN}\b(?! of)|\b{_MAN} (?:please|if you(?:'ve"
    rf"| have) (?:got )?one"
    r"|if possible"
    rf"|preferred)\b"
    r"|\bmale (?:volunteer|befriender|please|only)\b|\b(?:preference|prefer\w*|gender)\s*[:-]?\s*(?:for |is "
    r"|would be )?(?:a )?(?:man|male|men)\b|\bnot a (?:woman|lady|female)\b|\bdyn fyddai|\bdyn os\b"
    r"|\bgwell gen i ddyn"
)
_LIVED = re.compile(
    r"\b(?:some(?:one|body)|anyone|anybody|one|a (?:person|volunteer|befriender|lady|woman|man)|person"
    r"|whoever)\b.{0,25}\b(?:who|that|who's|whos|with|has|had|been|'s)\b.{0,30}"
    r"\b(?:been (?:there|through|in (?:my|the same|this))|bin (?:thru|through|there)|gone through|been thru"
    r"|walked (?:it|in my shoes|the same)|in my shoes|knows (?:first ?hand|from the inside|how it (?:feels|is)"
    r"|what (?:this|that|it) (?:is|feels)"
    r"|what (?:this|it)'s)|stood where|sat in (?:that|the) visit\w*|done (?:the|those) visits|queued"
    r"|visited (?:their|someone)"
    r"|through (?:it|the same|this)|lived experience|lived it|knows what it(?:'s| is) like|in the same boat"
    r"|same (?:situation|position|boat|experience)"
    r"|(?:had|has|with) (?:it|a (?:partner|husband|son|loved one|relative|family member|brother|wife|daughter|dad"
    r"|mum)|someone"
    r"|somebody|family)\b.{0,20}(?:in (?:their|prison|jail|the)|inside|family|of their own)|(?:partner|husband|son"
    r"|family|someone|somebody) inside|own family"
    r"|experience of (?:prison|this|it|having))|\blived experience\b|\bsomeone (?:who )?(?:gets it"
    r"|understands) (?:because|cos)|\bbeen through (?:it|the same) (?:themselves|herself|himself)"
    r"|\brhywun (?:sydd|sy) wedi bod (?:trwy|drwy)|\bprofiad (?:personol|o'r carchar)"
)
_IN_WELSH = (
    r"(?:yn (?:y )?[cg]ymraeg|yn yr iaith g?[cy]mraeg|[td]rwy(?: gyfrwng)?(?: y|'r) gymraeg|yn y gymraeg"
    r"|yn iaith y nefoedd)"
)
_WELSH_WISH = (
    r"(?:hoffwn|hoffai|hoffi|hoffech|licio|liciwn|licien|leiciwn|byddwn|byswn|baswn|fyddai|byddai|modd|gallai|allai"
    r"|all|fedr|fedrwch|allwch|gaf|ga i|gawn|cael|gael|dymunwn|dymuno|eisiau|isio|moyn|angen|galwad\w*|alwad\w*|sgwrs"
    r"|rhywun|gwirfoddol\w*|wirfoddol\w*|siarad(?:wch)?|ffoni\w+|gwell|haws|well)"
)
_ENGLISH_WISH = (
    r"(?:please|possible|like|love|want|needs?|prefer\w*|rather|easier|better|happier|comfortable|call(?:s|ed)?|ring"
    r"|rung|phone[ds]?|speak|talk|chat|volunteer|befriender|someone|somebody|anyone|can|could|hoping|ideally)"
)
_WELSH = re.compile(
    r"\b(?:yn gymraeg|cymraeg),? (?:os|plîs|pl[iî]s|fyddai|yn ddelfrydol|byddai)"
    rf"|\b{_WELSH_WISH}\b[^.;?!]{{0,150}}\b{_IN_WELSH}\b|\b{_IN_WELSH}\b[^.;?!]{{0,25}}\b(?:os|pl[iî]s|fyddai"
    rf"|byddai)\b"
    r"|\b(?:rhywun|rhyw un|rhai|gwirfoddol\w*|wirfoddol\w*|hoffwn|hoffai|eisiau|isio|moyn|angen|gallu|gwell gen i"
    r"|gwell)\b[^.;?!]{0,25}\b(?:medru|siarad)('r)? ?(?:yn )?(?:y )?[cg]?ymraeg\b|\bsy'n (?:medru"
    r"|siarad)('r)? ?[cg]ymraeg\b|\bgwell (?:gen i|gennyf|gyda fi) (?:siarad )?(?:yn )?g[yn]mraeg"
    r"|\bwelsh[- ]speak(?:er|ing)|\bspeaks? welsh\b|\bthrough the medium of welsh"
    rf"|\b{_ENGLISH_WISH}\b[^.;?!]{{0,150}}\b(?:in|through) welsh\b(?! (?:class|lessons?|prison|law|court))"
    r"|\b(?:well|haws|hapusach) (?:gen i|gennyf|gyda fi|gennym|i mi)\b[^.;?!]{0,25}\bcymraeg\b"
    rf"|^\W*in welsh\b|\b(?:in|through) welsh\b[^.;?!]{{0,20}}\b(?:please|if possible|if you can|would|ideally)"
    r"|\bwelsh(?: please| if possible| would be)|\b(?:prefer(?:ably|s)?|rather)(?: \w+){0,2} welsh\b"
    r"|\b(?:like|love|want|prefer|easier|better|happier|comfortable|rather)(?: \w+){0,2} (?:speak|talk|chat)(?:ing)?"
    r"(?: in)? welsh\b"
)
_ANY_LANGUAGE = re.compile(
    r"\bsdim ots\b|\bdim ots\b|\by naill neu'r llall\b|\beither (?:language|one|will do|is fine)\b|\b(?:don't"
    r"|doesn't) (?:mind|matter)\b.{0,30}\b(?:language|welsh|english)\b|\bwelsh or (?:in )?english\b"
    r"|\benglish or (?:in )?welsh\b|(?:\bnot|n't|\bnever) (?:\w+ )?(?:need|in|speak|understand|have)(?: any| much"
    r"| it)?(?: in)? welsh\b|\boes gr[wŵ]p cymraeg|\boes gwirfoddolwyr|\b[cg]ymraeg,? neu(?: (?:yn"
    r"|yn y))?(?:'r)? saesneg\b"
    r"|\bsaesneg,? neu(?: (?:yn|yn y))?(?:'r)? [cg]?ymraeg\b|\bunrhyw iaith\b|\by ddwy iaith\b|\bddim yn (?:siarad"
    r"|medru|deall)(?:'r)?(?: siarad)?(?: y)? [cg]?ymraeg\b|\b(?:thank|thanks|diolch)\b.{0,40}\b(?:welsh"
    r"|[cg]ymraeg)\b(?!.{0,20}\bos\b)|\b(?:e-?mail|letter|message|form|wrote|written|write|writing|typing|reply"
    r"|replied)(?:'s| is| was)?(?: \w+){0,3} in welsh\b(?! please)"
)
_TEXT_FIRST = re.compile(
    r"\b(?:text|texts|message|warning text|heads up)(?:,)? (?:beforehand|in advance|ahead|to warn|to say (?:it's"
    r"|who|you|she|when))\b"
    r"|\b(?:warn|tell|warning|let me know|heads up)\b[^.;?!]{0,20}\b(?:by|with a|via|text) ?(?:text"
    r"|sms)?\b[^.;?!]{0,12}\b(?:first|before\w*|text)\b"
    r"|\bunless (?:you|they|she|someone) (?:text|message)\b|\b(?:always|please) text,? then (?:ring|call|phone)\b"
    r"|\btext,? (?:then|and then) (?:ring|call"
    r"|phone)\b|\b(?:sms|mesaj|mensaje|mensagem|message|texto|сообщени\w*|смс|wiadomo\w+|zinute\w*"
    r"|žinut\w*)\b[^.;?!]{0,20}\b(?:antes|avant|"
    r"d'abord|primero|primeiro|[iî]nainte|mai [iî]nt[aâ]i|prima|przed|najpierw|[oö]nce|сначала|перед|спочатку"
    r"|pehle|pirma|prie[sš]|zuerst|vorher)\b"
    r"|\b(?:antes|avant|d'abord|primero|primeiro|[iî]nainte|prima|przed|najpierw|[oö]nce|сначала|перед|спочатку"
    r"|pehle|pirma|zuerst|vorher)\b[^.;?!]{0,25}"
    r"\b(?:sms\w*|mesaj|mensaje|mensagem|message|texto|text|сообщени\w*|смс|wiadomo\w+|zinut\w*|žinut\w*)\b"
    r"|\b(?:text|message|whatsapp|sms)(?:ing)?\b(?: me| her| him)?(?: \w+){0,2}? (?:first|1st|before)\b|\b(?:text"
    r"|texting|send (?:me )?a (?:text|message))\b.{0,20}\bbefore (?:you|they|ringing|calling|phoning|anyone|someone"
    r"|she|he)\b|\bfirst (?:send )?(?:a )?text\b|\bwysłać sms\b|\bnajpierw\b.{0,12}\bsms\b"
    r"|\b(?:tecst|tecstiwch|neges destun|tecstio)\b.{0,15}\b(?:gyntaf|yn gynta|cyn)\b|\bcan you text to say\b"
)
_NO_TEXT = re.compile(r"(?:n't|not|never|no need to)\b (?:\w+ ){0,2}(?:text|message)")
_DISCREET = re.compile(
    r"\b(?:some(?:one|body) else|any(?:one|body) else|he|she|a man|my \w+|the kids|a child"
    r"|another voice) (?:answers?|picks up|comes on|gets the phone)"
    r"\b[^.;?!]{0,20}\b(?:ring off|hang up|put (?:it|the phone) down|say (?:you|it|wrong|sorry|nothing)|pretend"
    r"|wrong number|don't (?:say|tell|mention))\b"
    r"|\b(?:careful|mindful) (?:who|what|whom|about (?:who|what))\b|\bwithout (?:saying|telling|mentioning) (?:who"
    r"|where|what|why|anything)\b"
    r"|\b(?:n't|not|never) (?:to )?(?:say|let (?:on|slip)|mention|tell (?:\w+ )?) ?(?:where (?:you|it|the call)"
    r"|who (?:you|it|is|she|they)|what it|why you|prison"
    r"|the word|anything (?:about|to))|\b(?:nobody|no one|none of them|noone|not a soul) (?:at \w+ |here |there "
    r"|in the \w+ |else )?(?:is to|must|should|can|knows?|has"
    r" to) (?:know|hear|find out|(?:my|about|where|that|he|she|i)\b)|\b(?:kept|keep|keeping) (?:it |this |that "
    r"|things )?(?:that way|secret|quiet|private"
    r"|to (?:myself|ourselves)|from (?:him|her|them|the|my))\b|\b(?:thinks?|told|believes?"
    r"|reckons?) (?:\w+ ){0,3}?(?:he's|she's|he is|she is|he was|i'm|it's)"
    r" (?:working|away|abroad|on the rigs|at sea|in hospital|in spain|on a course|offshore)\b|\b(?:mustn't"
    r"|must not|can't|aren't to|not to) (?:over)?hear\b"
    r"|\bashamed if\b|\bsay (?:she|he|they)(?:'s| is| are) (?:from|a|an|my) |\b(?:nobody|no one"
    r"|noone) (?:\w+ ){1,3}(?:must|is to|can|should|may) (?:know|find|hear|learn)|\bsay (?:you're|you are|it's"
    r"|it is|they're|she's) (?:from |a |an |the |my |just )?(?:the "
    r"|my |a )?(?:\w+ )?(?:choir|club|friend|church|dentist"
    r"|library|doctor'?s|surgery|salon|garage|book club|old colleague|colleague|cousin|school|gym|vet|insurance"
    r"|survey|catalogue|work)\b"
    r"|\bdiscre(?:et|tion|te)\b|(?:n't|not|never|doesn't|nobody|no one|no-one|mustn't)\b[^.]{0,20}\b(?:say who"
    r"|tell (?:(?:him|her|them|anyone|anybody|my|school|the|who|mum|dad|nan)\b)|mention (?:the|prison|where|what|who"
    r"|why)|let (?:on|him|her|them|my|anyone) |know (?:i|about|that i|who|what|why|anything)|knows (?:i|about (?:this"
    r"|it)|that i)|know i)|\b(?:say|it's|its|pretend|tell (?:them|him|her) (?:it's|you're)) (?:it's |its |you're "
    r"|you are |to be )?(?:from )?(?:the |a |my )(?:dentist|library|doctor|surgery|optician|bank|school|catalogue"
    r"|hairdresser|vet|friend from|work|wrong number|garage|survey)\w*|\bi should prefer that it remain so"
    r"|\b(?:husband|partner|wife|mum|dad|family|parents|kids|children|neighbours?|nobody|no one|work|boss"
    r"|friends)\b.{0,25}\b(?:doesn't|don't|mustn't|must not|can't|isn't to|not to|are not to|shouldn't|does not"
    r"|do not) (?:know|find out|hear)\b(?! (?:what to|how|if|whether|who to))|\bkeep (?:it|this) (?:private|quiet"
    r"|secret|between)|\b(?:he|she|they) (?:doesn't|don't|mustn't|must not|can't) know(?:\s*[.,!;]|$| about| i\b"
    r"| that)|\bpata nahi ke main\b|\bpata chalna bhi nahi\b|\bleave it at that\b|\b(?:hang up"
    r"|put the phone down) if\b|\bif (?:a man|he|she|my \w+|any(?:one|body) else|one of them"
    r"|someone else) (?:\w+ )?(?:answers|picks up)\b.{0,12}\b(?:hang up|say|just say|ask for|i'd ask|pretend|put)"
    r"|\bneb (?:arall )?(?:i )?wybod|\bpeidiwch â dweud|\bddim (?:eisiau|isio|am) i neb\b|\bnie mówić\b"
)
_NOT_DISCREET = re.compile(
    r"\b(?:she|he) doesn't know (?:that )?i(?:'m| am) (?:asking|writing)\b(?! so| and)|\byou can say who\b"
    r"|\btell (?:him|her|them) how\b|\bto say who i am\b"
    r"|\bi don't tell anyone\b|\bknow (?:who|where|what|which way) (?:else|to)\b"
    r"|\bonly joking\b|\bjust kidding\b|\bdon't (?:know|say) (?:what to|how|if|whether|who (?:to"
    r"|you tell))\b|\bknows? (?:about us|all about it)\b|\bnot knowing what to say\b|\bwork(?:s)? away\b"
)
_INTERPRETER = re.compile(
    r"\b(?:get|find|have|is there|need|needs|want|wants|with|possible)\b[^.;?!]{0,25}\b(?:who|that) (?:speaks?"
    r"|can speak) (?:in )?(?!english|welsh|to|with"
    r"|like|about|the same|sense|up|for)[a-z]+(?: language)?\b(?! (?:too )?(?:fast|slow|soft|loud|quick|clear"
    r"|my mind))|\b(?:n't|not|never) (?:speak|understand|have|know|learn\w*)"
    r" (?:\w+ ){0,2}?english\b|\b(?:my|her|his|their) english (?:is|'s|isn't) (?:\w+ ){0,2}?(?:small|poor|bad"
    r"|not good|weak|limited|little|basic|no good|broken|good)\b"
    r"(?=[^.;?!]{0,60}\b(?:interpret|translat|need|help|someone))|\b(?:int[eé]rprete|interpr[eè]te"
    r"|tradu[ct]t?(?:or|eur|ora|ore|rice)\w*|traduc[aă]tor\w*|terc[uü]man\w*"
    r"|переводчик\w*|переклад\w*|vert[eė]j\w*|p[eë]rkthyes\w*|dolmetscher\w*|tolm[aá]cs\w*|tlumo[cč]n\w*|turjum\w*"
    r"|mutarjim|مترجم|ترجمان|tolk)\b"
    r"|\binterpret(?:er|ing|ation)\b|\btranslator\b|\bt[lł]umacz\w*|\bcyfieithydd\b|\binterpreter ka\b|\b(?:speak"
    r"|speaks|speaking)\b (?:little|no|hardly any|very little|not much) english\b|\bdoes(?:n't| not) speak (?:any "
    r"|much )?english\b|\bneeds? someone who speaks (?!welsh)\w+"
)
_NO_INTERPRETER = re.compile(
    r"\b(?:no|without|not|n't|never) (?:\w+ ){0,4}(?:interpreter|translator|cyfieithydd)\b|\bno need (?:for"
    r"|of)\b.{0,15}\b(?:interpreter|translator)"
)
_NO_LIVED = re.compile(r"\b(?:n't|not) (?:want|need)\b.{0,20}\b(?:been through|same boat)")
_SERVICES_LADY = re.compile(
    r"\b(?:the|a) (?:nice )?(?:lady|woman|man|bloke|girl|lovely man) (?:who (?:phones|rings|calls)|called|on the desk"
    r"|i got chatting|told)\b|\boff a nice lady\b"
)

_TABLE: tuple[tuple[Preference, re.Pattern[str], re.Pattern[str] | None], ...] = (
    (Preference.FEMALE_VOLUNTEER, _WOMAN_WISHED, _SERVICES_LADY),
    (
        Preference.MALE_VOLUNTEER,
        _MAN_WISHED,
        re.compile(
            r"\bnot a (?:bloke|man|male|fella|guy|chap)\b|\bno men\b|n't\b.{0,40}\b(?:a man|a bloke|a male)\b"
            r"|\b(?:called|lovely man)\b"
        ),
    ),
    (Preference.LIVED_EXPERIENCE, _LIVED, _NO_LIVED),
    (Preference.WELSH_SPEAKING, _WELSH, _ANY_LANGUAGE),
    (Preference.NO_VOICEMAIL, _MESSAGE_NOT_OK, None),
    (Preference.TEXT_FIRST, _TEXT_FIRST, _NO_TEXT),
    (Preference.DISCREET, _DISCREET, _NOT_DISCREET),
    (Preference.INTERPRETER, _INTERPRETER, _NO_INTERPRETER),
)
