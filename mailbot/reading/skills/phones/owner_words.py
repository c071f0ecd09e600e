"""The phrases around a telephone number that tell whose it is: the writer's, the other person's, or somebody else's."""

from __future__ import annotations

import re

from mailbot.reading.skills.phones.words import RELATIONS

SOMEBODY_ELSES = re.compile(
    rf"\b(?:his|hers|their|(?:my|our|the|his|her) (?:\w+ ){{0,2}}?{RELATIONS}(?:'?s)?(?: [a-z]+)?)(?: (?:own|new|old"
    rf"|work|home))*"
    r"(?: (?:mobile|number|phone|landline|work|house|home|line|cell|one|mob|no))*(?:'s|s)?(?: is| on| at| has|:|="
    r"|,)?[\s(:-]*$"
    rf"|\b(?:him(?: indoors)?|her indoors|them|hubby|{RELATIONS})\s*[:=(-]?\s*$"
    r"|\bfy ng[wŵ]r\b|\bmere shohar\b|\bghar ke\b"
)
ELSES_AFTER = re.compile(
    rf"\b(?:is|was|that's|it's|its|thats) (?:my|his|her|our|the"
    rf"|their) (?:\w+[ -]){{0,4}}?{RELATIONS}(?:[- ]in[- ]law)?(?:'s|s|s')?(?! (?:who|that) )\b"
    rf"|^\W*(?:\(|- )?(?:my|his|our) (?:\w+ ){{0,2}}?{RELATIONS}(?:(?:'s|s)\b|[).,;])|^\W{{0,3}}\(?\s?(?:partner"
    rf"|husband|wife|mum|mam|dad|ex|son|daughter|sister|brother)'?s\b|\bbelongs to\b|\bhas (?:that"
    rf"|this|it|the) (?:one|number|phone|mobile)?"
    r"|\b(?:is|that's|it's) (?:his|hers|theirs|not mine|somebody else|someone else)|\b(?:they're|they are|both|is"
    r"|are) ours\b"
)
# In the person's own letter a number that hangs on words must hang on words of their own: "my number is", "ring me on".
HANGS = re.compile(
    r"(?:^|[\s(])(?:on|at|from|is|are|was|via|to|yw|ydy|ydi|oedd|ar|number|num|no|line|helpline|[:=])[\s(:=-]*$"
    r"|[:=]\s*$"
)
NUMBER_WORDS = (
    r"(?:numbers|own|new|best|only|main|usual|current|personal|contact|mobile|mob|phone|tel|telephone|home|house|work"
    r"|land ?line|cell|number|num|no|line|m|t|h|mb"
    r"|daytime|evening|private|safe|correct|right|same|direct|ff[oô]n|symudol|rhif|numer)"
)
THEIR_OWN = re.compile(
    r"\b(?:ring|call|phone|text|txt|get|reach|contact|try|catch|find|message|telephone|speak to|talk to"
    r"|hold of) (?:me|us)\b[^,;]{0,40}$"
    r"|\bhappy to be (?:rung|called|phoned|reached|contacted) (?:on|at)\s*$|(?:^|[\s(])(?:i'm|im|i am|we're|we are"
    r"|i may|i might|i can|i'll be|i will be)(?: (?:always|usually|best|mostly|only|ever"
    r"|now|still|also"
    r"|here|be"
    r"|contacted|had"
    r"|reached|called|rung|got|found|available|back))*"
    r" (?:on|at|via)[\s(:-]*$"
    rf"|\b(?:my|our|mera|m[oó]j|fy)(?: {NUMBER_WORDS})+(?: i)?(?: (?:is|are|still|now|again|yw|ydy|ydi|hai|to|for"
    rf"|calls?"
    rf"|numer))*[\s(:=-]*$|\b(?:mine|fy un i)(?: (?:is|yw|ydy|ydi))?[\s(:=-]*$|^\W*(?:to|new|now|mine|me|fi|calls? to"
    rf"|calls?)[\s:=-]*$|\bcalls? (?:please )?(?:to|on)[\s:]*$|\b(?:text|message)(?: me)? (?:to|on)\s*$|\b(?:try|on"
    rf"|ring|call|use) (?:the|my) (?:house|landline|home|mobile|mob)"
    rf"(?: phone| number)? (?:on|at|is)\s*$|\b(?:dw|dwi|rydw|rwy)(?: i)? ar\s*$|\b(?:gallwch|gallech|allwch"
    rf"|allech)(?: chi)?"
    rf" (?:fy )?ffonio(?: i| fi)?(?: ar)?\s*$|\b(?:only|please) (?:on )?$|\bi(?:'d| would| should| do)? (?:prefer"
    rf"|rather)(?: you)?(?: to)?(?: use| used| rang"
    rf"| ring| called| call)?(?: me)?(?: on)?\s*$|\b(?:number|one) for (?:me|the \w+(?: one)?) is\s*$|^\W*(?:and "
    rf"|or |also |the |a |please |here's |here is |to |confirming )*(?:{NUMBER_WORDS}|me|ring|call"
    rf"|phone|text|numer|rhif)(?: {NUMBER_WORDS}| one)*"
    r"(?: (?:to (?:ring|call|use)|for me|for calls))?(?: (?:is|still|now|on|at))*[\s(:=-]*$"
    r"|\b(?:it's|its|it is|that's|number's|new one(?: is)?|which is|still|now)(?: (?:on|at|the same))?[\s(:=-]*$"
    r"|\b(?:i'm|i am) (?:changing|moving|switching) (?:over )?to\s*$|\bi(?:'ll| will| shall|'ve| have)? (?:say|read"
    r"|write|put|give|given|spell|type|leave|repeat)(?: you)?(?: it| this| that"
    r"| my"
    r" number)?(?: out| below| here| down| again)?[\s:(-]*$|\b(?:rhif|ff[oô]n|symudol|un)(?: \w+)? (?:yw|ydy|ydi)\s*$"
    r"|\bffoniwch(?: fi)? ar\s*$|\bfy ffonio(?: i)? ar\s*$|\b(?:this|one|have a) number[\s(:=-]*$"
    r"|\bleave (?:me )?a (?:\w+ )?(?:message|voicemail) (?:on|at)\s*$|(?<![\w'])i(?:'m|'d|'ll)? [^,;]{0,20}\b(?:being"
    r"|be) (?:rung|called|phoned|reached|contacted) on\s*$"
    r"|\b(?:only|please|just|can you|could you) (?:ring|call|use|try|text|phone)(?: me)?(?: on| at)?[\s(:=-]*$"
    r"|\b(?:ring|call) (?:at|on)\s*$"
)
SOURCE = re.compile(
    r"\b(?:rang|called|phoned|dialled|rung|texted|texting|ringing|rings|calls|saw|found|tried|had|lost|got a call"
    r" from)\b[^,;]{0,14}$|\b(?:visits? line"
    r"|helpline|office|centre|center|reception|charity|hospital|council|switchboard|landlord|left his number|left her"
    r" number"
    r"|gave me|was it|or was it|boss|neighbour(?!'s)|reception|desk|solicitors?|prison|gp"
    r"|surgery|doctor|probation|police|school|nurse|worker|officer|poster|leaflet|website|form"
    r"|your number)\b[^,;]{0,15}$"
)
THEIRS_AFTER = re.compile(
    r"^\W*(?:it's |that's |is )?(?:her|his|their) own (?:mobile|phone|number|landline|line)\b|"
    r"^\W*(?:is |that's |it's |\()?(?:(?:mobile|landline|home)\W+)?(?:his|hers|her|theirs|mum's|mam's|dad's"
    r"|nan's)\b(?! (?:probation|social|support|prison|offender|key|case|school))"
)
THEIR_PEOPLES = re.compile(  # "her solicitor", "Ada's brother": not the person to be rung
    rf"(?:\b(?:her|his|their)|\w's) (?:\w+ ){{0,2}}?(?:{RELATIONS}|solicitor|school|college|worker|keyworker"
    rf"|officer|doctor|gp|surgery|carer|nurse|landlord|employer)(?:'?s)?\b"
)
THEIR_PEOPLES_AFTER = re.compile(
    rf"^\W*(?:which |that |and )?(?:i (?:believe|think|gather|suspect|understand) )?(?:is |that's |it's |\()?(?:her"
    rf"|his|their|\w+'s) (?:\w+ ){{0,2}}?(?:{RELATIONS}|solicitor"
    rf"|school|college"
    r"|worker|keyworker|officer|doctor|gp|surgery|carer|nurse|landlord|employer)(?:'?s)?\b"
)
HELD_BY_OTHERS = re.compile(
    rf"(?:{THEIR_PEOPLES.pattern})(?: \w+)? (?:holds|has|keeps|answers|manages|minds|carries|looks after|takes)\b"
)
# Of whom a referrer's letter speaks: the person to be rung, the writer, or a desk.
THIRD_PERSON = re.compile(
    r"\b(?:she|he|her|hers|him|his|they|them|their|theirs|she's|he's|they're|she'd|he'd|who'd|she'll|he'll"
    r"|(?:my |our )?(?:mum|mam|mom|mother|dad|father|nan|nana|gran|grandma|grandad|uncle|aunt|auntie|sister|brother"
    r"|neighbour|friend|mate|daughter|son|cousin|niece|nephew|lodger)(?:'?s)?|client(?:'s)?|service user(?:'s)?"
    r"|patient(?:'s)?"
    r"|parent(?:'s)?"
    r"|tenant(?:'s)?|resident(?:'s)?|ei|hi|fo)\b"
)
FIRST_PERSON = re.compile(
    r"\b(?:i'm|i am|im|we're|we are|we(?! (?:give|ring|call|use|pass|should|could|think|feel|can ring))|i(?: can"
    r"| could|'ll| will) (?:always |usually )?be|i gave|i have|me|mine|ours|us|fy|fi"
    r"|my(?! (?:\w+ )?(?:mum|mam|mom|mother|dad|father|nan|nana|gran|grandma|grandad|uncle|aunt|auntie|sister|brother"
    r"|neighbour|friend|daughter|son|cousin|niece|nephew|lodger|client|patient|parent|tenant|resident)(?:'?s)?\b)"
    r"|our(?! (?:client|patient|parent|tenant|resident|neighbour|friend|mum|dad|nan)(?:'?s)?\b))\b"
)
DESKS = re.compile(
    r"\b(?:appointment|agency|referring|reception|behalf of|completing|completed by|hub|lead|unit|liaison|department"
    r"|dept|clinic"
    r"|chaplaincy|ward|charity|trust|council|nhs|probation|custody"
    r"|services|centre|hospital|solicitors?|gp|next of kin|manager|officer|practitioner|coordinator|office|duty"
    r"|desk|direct|switchboard|reception|gate|wing|back line|practice|surgery|presbytery|vicarage"
    r"|questions|queries|query|problems|concerns|discuss|unclear|out of hours|worker|referrer|referred by|team"
    r"|school(?! (?:hours|time|day|run|hols|holidays)\b)"
    r"|college|happy to (?:chat|talk|help|discuss)|further information|more information|details from|let me know|fax"
    r"|ext|extension|in an emergency|emergency|999|helpline|social services|swyddfa)\b"
)
OURS_AFTER = re.compile(
    r"\bfor me\b|^\W*(?:reach|find|get|catch)(?:es|s)? (?:me|us)\b|^\s*\(?(?:is |= ?)?me\b|\b(?:is|are|they're"
    r"|that's) (?:ours|mine)\b|^[\s(-]*(?:mine|ours|work"
    r"|office|my (?:own|direct|work"
    r"|number|mobile|line|desk))\b"
)
ABOUT_THEM = re.compile(  # "Ada Lane (07700 ...) would like"
    r"^\)?,? (?:(?:would|'d) (?:like|love|welcome|benefit|appreciate)|wants?\b|needs?\b|is (?:keen|happy|looking"
    r"|asking"
    r"|struggling)|has (?:asked|agreed|said|consented)|could do with)"
)
CONDITION = re.compile(
    r"\bif (?:you |she |he |they |there )?[\w' ]{0,20}?(?:can't|cannot|don't|doesn't|isn't|not|no)\b"
)
ANOTHERS_NUMBER = re.compile(
    r"\b(?:her|his|their|my \w+'s|[a-z]+'s) (?:\w+ ){0,2}?(?:number|mobile|phone|landline|line)\b[^,;:]{0,40}$"
)
# Nobody is sure, or it is not for calls: such a number is asked for again.
DOUBT = re.compile(
    r"\b(?:not sure|unsure|i think|might be|may be|maybe|could be wrong|if (?:this|that|it)(?:'s| is) right"
    r"|emergenc(?:y|ies)|it's either|its either|it is either|if anything happens|next of kin|hold me to"
    r"|take (?:my|this|that|the) (?:\w+ )?number off|off (?:your|the) (?:system|list|records|books)|remove|delete"
    r"|unsubscribe"
    r"|not there any ?more|not ok|not okay|whoever|never when)\b"
)
# Words beside which a number still stands alone ("or at home", "then try", "if that's engaged").
_ALONE = (
    "a again all also always am an and answer answers any anyone anytime anyway ar are as ask at back bad before best"
    " better"
    " both busy by call called calls can cell changed changing come day evening of contact correct current currently"
    " daytime days dead"
    " dear did direct do don't easiest either else engaged evening evenings fails failing ffon ffôn ffoniwch fi first"
    " fixed"
    " for found from fy get going gorau got gwaith had hasn't hasnt have haven't he'll hello here here's hi hiya home"
    " house"
    " i i'd i'll i'm i've if im in instead is it it's its just keep kitchen land landline last late line llinell ltd"
    " mae main"
    " me message mine mob mobile mobil mornings my myself never new next nid night nights no normal not now num number"
    " numba numbers o off ok okay old on one only other our out own personal ph phone phoned please pls plz preferably"
    " preferred private reach regular reply response rhif right ring same second signal so still sorry sure symudol tel"
    " telephone text texts thank thanks that that's thats the then there there's this time times to try trying two txt"
    " until up us use using usual usually via voicemail want we we're weekdays weekend weekends well whatsapp when"
    " which"
    " newydd should be meant mean safe mine it's un gave said will with work working works worry would wrong x"
    " xx y yes you"
    " you'll you've your yw ydy ydi yn adref t m h w s re hai"
)
ALONE = frozenset(_ALONE.split())
OF_ONES_OWN = re.compile(
    r"^[\s,)(-]*(?:is |'s |it's |that's |its |which is |thats |= ?)?(?:also |still |now |the |a )*(?:my|mine|our|best"
    r"|safe|safest"
    r"|mobile|mob|landline|home|house|cell|personal|own|private|new one|right (?:one|number)|number to|is fine|good"
    r"|hai|yw|ydy"
    r"|ydi)\b"
    r"(?! (?:husband|wife|partner|ex|mum|mam|mom|dad|son|daughter|brother|sister|boss|work\b|solicitor|landlord"
    r"|friend))"
)
# What stands before a lone number is about somebody else: "My support worker Jan can pass messages, 01632 ..."
ABOUT_ANOTHER = re.compile(
    r"^\W*(?:and |but |so |or |also |well |hi |hello |because )?(?:he|she|they|someone|somebody|who|it(?!'s)"
    r"|that(?!'s)|his|her|their|the"
    r"|can you|could you take|please take"
    r"|my (?!number|mobile|phone|mob\b|landline|home|own|new|old|best|contact|tel|cell|house|name|main|personal)"
    r"|our (?!number|landline|home|house|phone)|[a-z]+'s (?:number|phone|mobile))"
    r"(?<!the)(?! (?:best|landline|house|home|mobile|number|phone))\b"
)
# A wish for calls, or when they would suit
ASKS = re.compile(
    r"\b(?:calls?|call me|ring me|phone me|rung|telephone(?:d| me)?|befriend\w*|chats?|reached|contacted|called"
    r"|phoned"
    r"|mornings?|afternoons?|evenings?|nights?|tea ?time|lunch ?times?|daytime|days?|weekdays?|weekends?|any ?time"
    r"|mon(?:day)?s?|tue(?:s|sday)?s?|wed(?:nesday)?s?|thu(?:rs|rsday)?s?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?"
    r"|after \d+|before \d+|\d+ ?(?:am|pm)|half \w+|please|i am at home|i'm at home|i'm in|i am in|i'm free|i am free"
    r"|\d+(?:[.:]\d\d)?|six|seven|eight|nine|ten|noon|bore|nos|pnawn|siarad|ffonio)\b"
)
OTHER_PEOPLE = re.compile(
    rf"\b(?:he|she|his|her|hers|they|their|theirs|him|he's|she's|they're|he'll|she'll|{RELATIONS}(?:'?s)?|someone"
    r"|somebody|volunteer|woman|lady|ei g[wŵ]r|fy (?:mrawd|nhad|mam|chwaer|ng[wŵ]r|mab|merch))\b"
)
SOURCE_ANYWHERE = re.compile(
    r"\b(?:i (?:rang|called|phoned|tried|dialled|got|saw|found)|rang me|called me|phoned me|texted|ringing me"
    r"|rings me"
    r"|work|solicitor|prison|office|helpline|council|school|hospital|surgery|police|probation)\b"
)
_PHONE_NOUNS = (
    r"(?:number|numbers|mobile|mob|moby|landline|line|house|home|flat|best|better|safest|safe|one|ones|only|right"
    r"|correct|same"
    r"|new|phone|telephone|tel|private|usual|main|current|other|first|second|evening|evenings|morning|mornings"
    r"|afternoon"
    r"|afternoons|day|days|daytime|night|nights|week|weekend|weekends|above|below|following|list|client|clients"
    r"|patient"
    r"|parent|mother|mum|dad|father|wife|husband|lady|gentleman|person|woman|family|kitchen|cell|easiest|time|times"
    r"|call"
    r"|calls|weekly|telephone)"
)
# "the club on", "the stall is": a place whose telephone it is
OF_A_PLACE = re.compile(
    rf"\b(?:the|our|this|a) (?:(?!{_PHONE_NOUNS}\b)\w+ ){{0,2}}?(?!{_PHONE_NOUNS}\b)[a-z]+(?:'s)?(?: (?:number|phone"
    rf"|line|mobile"
    r"|landline|telephone))?(?: (?:is|on|at)|'s)?[\s:(,-]*$"
)
IS_A_PLACE = re.compile(
    rf"^\W*(?:is|that's|thats|which is|it's|its|was|that is|being)? ?\(?(?:the|our) (?!{_PHONE_NOUNS}\b)[a-z]+"
)
SOMEBODY_RINGS = re.compile(
    rf"\b(?:he|she|they|people|customers|(?:my|our|his|her) (?:\w+ )?{RELATIONS}|everyone|prison)(?:'ll| can| could"
    rf"| will| would"
    r"| might| only| always| just| used to| tries to| did| has to| still)* (?:rings?|calls?|phones?|texts?"
    r"|get|reach|contact"
    r"|text) me\b"
    r"|\b(?:we|they|people|customers|i|everyone|who) (?:all |only |still |just |mostly |always )?use\b"
)
# The writer asks for somebody else after all: whose number is whose cannot be told by who writes
FOR_ANOTHER = re.compile(
    r"\bar ran (?:fy|ein|mam|dad|nain)\b|\bffoniwch (?:hi|fo|mam|dad|nain|taid)\b|\bei rhif (?:hi|o|ef) (?:yw|ydy"
    r"|ydi)\b|"
    r"\b(?:ring|call|phone|telephone|contact|reach|get) (?:her|him|them|mum|mam|mom|dad|nan|gran|my \w+) (?:on"
    r"|at)[ (:]{1,3}"
    r"[0+]|\bon behalf of (?:my|a|our|mr|mrs|ms)\b|\b(?:she|he|my (?:mum|mam|mom|mother|dad|father|nan|gran|sister"
    r"|brother"
    r"|friend|neighbour|auntie?|client|patient|tenant)) (?:would|'d) (?:really |so )?(?:like|love|welcome|appreciate"
    r"|benefit"
    r" from) (?:a |the |your |some |someone to |weekly |these |one of your )*(?:calls?|phone|befriend\w*|ring"
    r"|volunteer|chat)\b"
    r"|\b(?:ring|call|phone) (?:her|him|mum|mam|mom|dad|nan),? not me\b"
)
# "my carer's number too,": what stands before a lone number speaks of another's
OTHERS_NUMBER = re.compile(
    rf"\b(?:the|our|this) (?!number|one|phone|mobile)[\w ]{{2,30}} (?:has|have|had)\b|\b(?:{RELATIONS}|worker"
    rf"|nurse|officer|solicitor|doctor"
    rf"|manager)(?:'?s) (?:\w+ )?(?:number|mobile|phone|landline)\b"
    rf"|\b[a-z]{{2,}}'s (?:\w+ )?{RELATIONS}\b"
)
MY_NUMBER = re.compile(rf"\b(?:my|our)(?: {NUMBER_WORDS})+\b")
FINDS_ME = re.compile(
    r"^\W*(?:will |is where you(?:'ll| will) |works |also )?(?:finds?|gets?|reach(?:es)?|catch(?:es)?) me\b"
    r"|^\W*(?:at (?:my|mum's|mam's|home|work)|when i'm (?:at|in|on|home|out)|if i'm)\b"
)
# A request to ring right before the number, or a label
ASKED_TO_RING = re.compile(
    r"(?:^\W*|\b(?:please|you|could|can|may|might|would|someone|somebody|anyone|anybody|volunteer|lady|able to"
    r"|free to|us|me|just"
    r"|kindly)\b[^.;:]{0,20}\b)(?:ring|phone|call|telephone|contact|reach|text|bell|buzz|tinkle|shout)(?: me"
    r"| us)?(?: back)?"
    r"(?: (?:any|any\w+|of|an|the|in|on|at|by|after|before|from|a|phone|please|monday|tuesday|wednesday|thursday"
    r"|friday|saturday"
    r"|sunday|morning|mornings|afternoon|afternoons|evening|evenings|night|nite|nights|day|time|week"
    r"|\d+)){0,6}[\s:,(-]*$"
)
LABELLED = re.compile(
    r"(?:^|[.,;\n]|\b(?:my|our|and|is|best|main|daytime|evening|home)\b|\bname:? (?:is )?\w+(?: \w+)?[ ,;]"
    r"|\bthe(?= (?:telephone )?"
    r"number\b))\W*(?:phone|tel|telephone|mobile|mob|number|contact|details)(?: (?:number|no|please|here|for (?:me"
    r"|the calls?|calls)"
    r"|details))*(?:,? (?:is|being|would be|will be|are|now))*[\s:=-]*$"
)
NOT_OUR_WORDS = re.compile(
    r"\b(?:told|tells|says|said|asked|tried|try to|had to|used to|rang|called|phoned|texted|leaflet|poster|website"
    r"|advised|gave"
    r"|given|found|saw|got|wants?|work|office|prison|solicitors?|gp|doctor|surgery|school|council|helpline"
    r"|switchboard|hospital"
    r"|charity|shop|club|hall|centre|desk|line|probation|police|worker|officer|nurse|emergency|kin|the wing|your|if"
    r"|when|in case"
    r"|whoever|wherever|from|one of|which|had|lost|cancel\w*|get rid|stopp\w*|come off|coming off|gone)\b|\b(?!it"
    r"|that|what|here|where|there|number|who)[a-z]{2,}'s\b|\b[a-z]{2,}s'(?!\w)"
)
