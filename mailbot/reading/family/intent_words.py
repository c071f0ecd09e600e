"""The phrases that show what a family's letter asks for: patterns for plain text (``spelt_out``), English and Welsh."""

from __future__ import annotations

import re

NEEDS_SUPPORT = re.compile(
    r"\b(?:i|we|she|he) (?:really |just |badly )?(?:needs?|wants?|could do with) (?:\w+ ){0,3}?(?:help|support"
    r"|to talk)\b|\bcan (?:someone|somebody|anyone|you|anybody) (?:please )?help\b|\bplease help\b"
    r"|\b(?:struggling|desperate|going out of my mind|can't cope|on my own|nobody to talk to|no one to talk to|lonely"
    r"|in bits|angen (?:help|cefnogaeth|siarad))\b"
)
CALL = (
    r"(?:phone ?calls?|weekly calls?|telephone calls?|befriending calls?|calls?|befriend\w*|phone (?:support|thing"
    r"|befriending)|call support|ring(?:ing)? service|telephone (?:support|friend))"
)
ONE = (
    r"(?:someone|somebody|some one|anyone|anybody|a volunteer|one of your \w+|one of you|a befriender|the person"
    r"|a person|a lady|a man|a woman|your (?:people|volunteers?|befrienders?|lady)|they|you|the lady|whoever"
    r"|a friendly voice)"
)
LIKE = (
    r"(?:like|love|want|appreciate|be (?:so |very |really )?(?:glad|grateful|interested|keen|pleased)|interested|keen"
    r"|grateful|glad|take|need|asking|ask|request\w*|apply|could (?:really |so )?do with|sign (?:me|her|him|us) up"
    r"|could do with|have|get|try|use"
    r"|consider\w*|refer\w*|put .{2,30} forward|benefit|accept|join|welcome|hoping|chance|enrol\w*|register\w*|up for"
    r"|yes|please|start\w*|dying|after|wants|needs|likes?)"
)
CALLS = re.compile(
    r"\b(?:interested in|like|love|want|have|try|do|get) both\b(?: please| of (?:them|those|these)|\s*[.,!?\n]|$)|"
    rf"\b(?:can|could|would|will|may|might|please) (?:please |you please )?(?:(?:you )?(?:get|ask"
    rf"|have) )?{ONE} (?:please |be able to |possibly |kindly |mind )?(?:to )?(?:just )?(?:ring|call|phon|telephone"
    rf"|give)\w* ?(?:me|her|him|us|my|mum|dad)?\b|\b{ONE} (?:to|who (?:can|could|would|will)|that (?:can|could)|could"
    rf"|can) (?:just )?(?:ring|call|phone|telephone|talk|speak|chat)\b(?! the family)(?: (?:me|to|with|her|him|up))"
    rf"|\b{ONE} to (?:ring|call|phone|talk to|speak to|chat to|listen)\b|\b(?:please|plse|suppose|just|someone"
    rf"|somebody|please do) (?:please )?(?:ring|call|phone) (?:me|her|him|my (?:mobile|mob|phone|number|home"
    rf"|landline))\b|\b(?:ring|call|phone) me (?:please|if there)\b|\b{LIKE}\b[^.;?!]{{0,60}}?\b(?:a |an |the |your "
    rf"|one of your |some |these |those |that |any |both |for |weekly |regular |telephone |phone |free )*{CALL}\b"
    rf"|\b{CALL}\b(?: \w+){{0,6}}?,? (?:please|would be|is what|sounds|yes|i'd like|would help)\b|\b(?:could|can|may"
    rf"|might) i (?:please |also )?(?:have|get|try|be) (?:one of your|the|a|some|your) (?:\w+ ){{0,2}}?(?:befriender"
    rf"|call|calls|volunteer|phone|lady who phones)\w*"
    r"|\breferral for (?:\w+ ){0,3}befriend|\bis there (?:a|any|some)\w* (?:\w+ ){0,3}?(?:i|she|he) (?:could"
    r"|can) (?:talk|speak|chat) to|\b(?:get|have) (?:someone|somebody) to (?:ring|call|phone)|\bmake it ring\b"
    r"|\bplease (?:can you |could you )?(?:ring|phone|call)\s*(?:[.!,\n]|$|on\b|0\d|any|after|between)|\b(?:could|can"
    r"|may|might) i (?:please )?(?:just )?(?:speak|talk|chat) (?:to|with) (?:someone|somebody|anyone|anybody|a "
    r"|one of)"
    rf"|\b{LIKE}\b[^.;?!]{{0,40}}?\b(?:friendly voice|friendly ear|listening ear|someone to (?:talk|chat|listen)"
    rf"|somebody to (?:talk|chat|listen)|chat (?:w|with|to|on the phone|once|on|over))\b"
    r"|\b(?:ring|call|phone) (?:her|him|mum|mam|dad) on\b|\bpick (?:it|this) up with (?:her|him)\b"
    r"|\b(?:hoffwn|licen|liciwn|fyswn|byddwn|dymunwn|fyddai|allai|all|oes modd|gawn|ga) (?:\w+ ){0,3}?(?:gael "
    r"|cael )?(?:rhywun|galwad\w*|alwad\w*|i rywun)|\b(?:hoffi|hoffwn i?|licio) siarad (?:gyda|efo|â) rhywun"
    r"|\brhywun (?:i siarad|yn gallu (?:fy )?ffonio|fy ffonio|i fy ffonio)|\bcais am alwad"
    r"|\b(?:can|could|would|please)\b[^.;?!]{0,60}\bgive (?:me|her|him|us|mum|mam|dad)"
    r" a (?:bell|buzz|ring|call|tinkle)\b"
    rf"|\bput (?:me|her|him|us|mum|mam|dad) (?:down|in|forward) for\b[^.;?!]{{0,30}}\b{CALL}\b"
    r"|\bphone kar ke baat|\bcall kar ke baat|\bzadzwoni\w+ do mnie|\bdzwoni\w* raz w tygodniu"
)
CALLS_ABOVE = re.compile(
    r"\b(?:you can (?:call|ring|phone)|someone can (?:ring|call|phone)|call the famil\w+|that befriending thing"
    r"|ring you once a week|call(?:s)? (?:once|one time) (?:a|in)|dzwoni\w*)\b"
)
WANTS_IT = re.compile(
    r"\b(?:i|she|he)(?:'d| would| wud)? (?:really |very much )?(?:like|love|want) (?:that|this|it|very much"
    r"|to have (?:it|that))\b|\byes please\b|\bbardzo bym o to prosi"
)
CALLS_NAMED = re.compile(r"\bbefriend\w*|\bweekly (?:phone |telephone )?call|\bphone support\b")
NO_CALLS = re.compile(
    r"(?:n't|not|never|no)\b[^.;,]{0,25}?\b(?:want|like|need|be|to be|fancy|the)\b[^.;,]{0,20}?\b(?:phoned|called|rung"
    r"|calls?\b|phone call|phone thing|phone calls|ringing)(?! (?:you|me|her|him|before|after|at|on|in|every|when"
    r"|while|until|till|between|during)\b)|\b(?:just|only) the group\b|\bnot the (?:phone|calls?)\b|\b(?:sa i"
    r"|dw i ddim|dwi ddim|ddim) (?:'n )?(?:moyn|eisiau|isio|am gael) galwad\w*(?! (?:cyn|ar ôl|rhwng))\b"
    r"|\bdim ond y gr[wŵ]p|\brather not (?:be )?(?:phoned|called|talk on the phone)|\bno (?:phone )?calls\b"
)
NO_RINGING = re.compile(  # "please don't call me": no request, though it has the words of one
    r"\b(?:please )?(?:\w+n't|never|not|stop) (?:to )?(?:please |ever |just |try to )?(?:call|ring|phon|telephon)\w*"
    r"(?: (?:me|us|her|him|mum|dad))?"
)
GROUP_WORD = (
    r"(?:(?:peer |support |online |zoom |tuesday |monthly |your )*groups?|zoom(?: (?:meeting|call|thing|group|session"
    r"|one))?s?|computer meeting|online (?:meeting|session|support)s?|gr[wŵ]p\w*)"
)
GROUP = re.compile(
    r"\b(?:interested in|like|love|want|have|try|do|get) both\b(?: please| of (?:them|those|these)|\s*[.,!?\n]|$)|"
    rf"\b(?:join|come|try|attend|be part of|like|love|interested|refer\w*|consider\w*|want|sign up|meet|take part|add"
    rf"|put|place|places|room|also|both|and|plus|asking for|ymuno|as well as)\b[^.;?!]{{0,70}}?\b{GROUP_WORD}\b"
    rf"|\bis there (?:a|an|any) {GROUP_WORD}\b|\b{GROUP_WORD}\b(?: \w+){{0,4}} (?:please|as well|too|would be)\b"
    rf"|\bgroup place\b|\bymuno\b.{{0,25}}\bohonyn|\b(?:is|are) the {GROUP_WORD} (?:just |only )?(?:for|open)"
)
GROUP_ABOUT = re.compile(rf"\b{GROUP_WORD}\b")
JOIN_IT = re.compile(
    r"\b(?:can|could|may) (?:i|she|he|we) (?:please )?(?:join|come(?: back| along)?|be part|try (?:it|one)"
    r"|have a place)\b|\byes please\b|\bwould (?:really )?like to come\b|\bi'd like to come\b"
)
NO_GROUP = re.compile(
    r"(?:n't|not|no)\b(?:(?!just|only|but)[^.;,]){0,25}\b(?:want|like|need|fancy|for|keen on|interested in"
    r"|the)\b(?:(?!just|only|but|calls)[^.;,]){0,15}\bgroups?\b|\bnot a group person\b|\bused to come to your group\b"
    r"|\bcalls? only\b|\brather than the group\b"
)
ONLY_ASKING = re.compile(
    r"\bbefore i (?:fill|apply|ask for|sign|decide|say yes|commit|go any further)\b|\bjust (?:asking|a question"
    r"|wondering|enquiring|want to know|wanted to ask)\b|\bonly asking\b|\bdim ond holi\b|\b(?:quick|one"
    r"|couple of) questions?\b|\bif i (?:use|used|took|take|ask for|asked for|joined|signed)\b.{0,60}\?"
    r"|\bcyn i mi (?:sôn|ofyn|gofyn)\b|\bthinking (?:about|of) (?:asking|applying|it)\b|\bnot sure (?:yet )?(?:if"
    r"|whether) (?:i|we|it's)\b.{0,30}\b(?:want|need|for me)\b|\bno rush|\bhow (?:does|do) (?:it|this|the calls"
    r"|the befriending|your befriending) work\b"
)
QUESTION = re.compile(
    r"\?|\b(?:do you|can you tell|could you (?:tell|let)|let me know|wondering|wonder (?:if|whether)|enquire|enquiry"
    r"|ask(?:ing)? (?:about|whether|if)|how (?:do|does|long|much)|what (?:is|are|do|does)|who do|is it|are we"
    r"|do i count|ofyn cwestiwn|oes gennych|a oes)\b"
)
ELSEWHERE = re.compile(
    r"\bwriting an? (?:piece|article|feature)\b|\bfor (?:an|the|my) article\b"
    r"|\b(?:trainers|clothes|property|parcel)\b.{0,60}(?:n't|\bnot|\bnever) (?:got|had|arrived|received|been)\b"
    r"|\bbook(?:ing)? (?:a |my |our |in )?(?:\w+ )?visits?\b|\bvisit (?:booking|slot|order)\b|\babout (?:my|a|our"
    r"|the) (?:next )?visit\b|\b(?:research|study|survey|dissertation|interviews?|journalist|documentary|podcast"
    r"|press)\b.{0,80}\b(?:participa\w*|interview\w*|families|people you support|relatives|survey|take part|speak to)"
    r"|\b(?:invoice|complain\w* (?:about|against) (?:the )?(?:visits?|prisons?|officers?|staff at|hmp)|purchase order"
    r"|job (?:vacancy|application|advert)|vacancy|newsletter|fundrais\w*|donat\w+|complaint about the prison"
    r"|lost property|send (?:him )?money|postal order|parcel for|book for)\b"
)
VOLUNTEER = re.compile(
    r"\b(?:become|becoming|be|being|to|as|like to|love to|want to|wanting to|interested in|about|could i|can i"
    r"|how (?:do|can) i|apply to|opportunit\w+ (?:to|for)|offer(?:ing)? to|train to be|training to be|keen to) (?:a "
    r"|one of your )?(?:volunteer\w*|befriender\b)(?! (?:me|ring|call|who|to ring|to call|please))"
    r"|\bvolunteer(?:ing)? (?:opportunit\w+|role|position|coordinator|for you|with you|my time)"
    r"|\b(?:befriender|volunteer(?:ing)?) (?:board|advert|vacanc\w+|roles?)\b"
    r"|\boffer(?:ing)? my (?:time|services|help)|\bgiv(?:e|ing) (?:something|a bit) back\b|\bmy (?:enhanced )?dbs\b"
    r"|\b(?:enhanced|have a|got a|current) dbs\b|\bbe (?:somebody|someone)'s \w+\.|\bi could help (?:you|out|others)\b"
    r"|\bgwirfoddoli\b|\bbod yn wirfoddolwr"
)
NOT_VOLUNTEER = re.compile(
    r"\b(?:like|want|need|have|get|could i have|hoping for|asking for|speak to|talk to) (?:a|your"
    r"|one of your) (?:volunteer|befriender)\b"
)
# What can be given up: a withdrawal names one of these. "I don't want to be here any more" names none of them.
SUPPORT = (
    r"(?:(?:phone |telephone |weekly |befriending )*calls?|support|befriend\w*|services?|groups?|sessions?|sign[- ]up"
    r"|(?:volunteer|befriender)s?|e-?mails?|referral|your help)"
)
_THE = (
    r"(?:(?:the|your|my|our|any|these|those|this|that|all|of|more|anymore|a|any of|weekly|phone|telephone|her|his) )*"
)
_TIMED = (  # "I don't want calls before ten" is a wish, no farewell
    r"(?! (?:in the|on|before|after|at|when|while|until|till|during|between|too|every|from (?!you)|to (?:stop|end|my"
    r"|the)|about|who|that|with|other|late|early|if|unless))"
)
_NO_DAY = r"(?:(?!mon|tue|wed|thu|fri|sat|sun|early|late|evening|morning)\w+ )"
_NOT_ON_A_DAY = (
    r"(?! (?:on|for|in the) (?:a )?(?:mon|tue|wed|thu|fri|sat|sun|this|next|morning|evening|afternoon|week))"
)
_WANT = r"(?:needs?|needing|wants?|wanting|require|wish|wish to have|wish for|interested in|like)"
_DDIM = r"\b(?:[dr]ydw i|dw i|dwi|rwy|dw|wi|sa i|so i|nid wyf)(?: i)?(?: ddim)?"
_LIFE = r"(?:everything|everyone|everybody|the world|this world|life|people|society|my \w+|the money)"
WITHDRAW = re.compile(
    rf"(?:\bno longer|n't|\bnot) (?:(?:be|really|just|actually|now|think|i|we|she|he|do|mum|would|feel|that|going"
    rf"|to) )*?{_WANT} {_THE}{SUPPORT}\b{_TIMED}|(?:\bno longer|n't|\bnot) (?:\w+ ){{0,3}}?{_WANT} (?:\w+ "
    rf"){{0,4}}?{SUPPORT}\b[^.;?]{{0,20}}\b(?:any ?more"
    r"|any longer|at all|now)\b"
    rf"|\bno longer (?:\w+ ){{0,3}}?{_WANT} (?:\w+ ){{0,4}}?{SUPPORT}\b{_TIMED}|(?:\bno longer|n't"
    rf"|\bnot) (?:\w+ ){{0,3}}?(?:need|want) (?:any )?help\b(?: \w+){{0,2}}? (?:any ?more|any longer)\b|(?:\bno longer"
    rf"|n't|\bnot) (?:\w+ ){{0,2}}?{_WANT} to (?:carry on|continue|go on|keep on) (?:with|having"
    rf"|getting) {_THE}{SUPPORT}\b|(?:\bno longer|n't|\bnot) (?:\w+ ){{0,2}}?{_WANT} (?:\w+ )?to (?:be )?(?:call|ring"
    rf"|phone|called|rung|phoned"
    r"|contacted|e-?mailed)\b(?: me| us)? (?:again|any ?more|any longer)\b"
    rf"|(?:\bno longer|n't|\bnot) (?:\w+ ){{0,2}}?{_WANT} to (?:take part|be on {_THE}(?:\w+ )?list)\b|\b(?:take"
    rf"|remove|cross|strike) (?:me|my name|us|her|him|mum|mam|dad|my \w+) (?:off|from)(?:,? (?:please|now|thanks"
    rf"|thank you))*(?:\s*[.,!]|$| {_THE}(?:\w+ )?(?:lists?|books?|register|rota|scheme|system|records?|{SUPPORT})\b)"
    rf"|\b(?:cancel|stop|end|finish) (?:with )?(?:my|the|our|all|these|any|her|his|your"
    rf"|this) {_NO_DAY}{{0,2}}?(?:request|place|{SUPPORT})\b{_NOT_ON_A_DAY}"
    rf"|\b(?:like|want|wish|need|decided|going) to (?:withdraw|cancel|pull out|opt out)\b(?! (?:from |of )?{_LIFE})"
    rf"|\b(?:like|want|wish|need|decided|going) to (?:stop|end|leave|finish|quit)(?: with| having| getting"
    rf"| using)? {_THE}{_NO_DAY}?{SUPPORT}\b{_NOT_ON_A_DAY}"
    r"|^\W*(?:i'd|i would|she'd|he'd) like to stop(?: now)?(?:,? (?:please|thanks|thank you))+\W*$"
    rf"|\bchanged my mind\b(?: about {_THE}(?:\w+ )?{SUPPORT}\b|.{{0,25}}\b(?:no longer|don't) (?:need|want) (?:it|this"
    rf"|that|them|{_THE}{SUPPORT})\b)"
    r"|^(?:\W|i'm sorry|sorry|no|but)*i(?:'ve| have)? changed my mind(?:\W|thank you|thanks|sorry)*$"
    r"|\bwithdraw (?:my|the|her|his|our|this) (?:\w+ )?(?:name|request|application|referral|consent|interest|form)\b"
    rf"|\bwithdraw from (?!{_LIFE})|\bi(?:'ll| will)? (?:withdraw|opt out)\b(?! (?:from |of )?{_LIFE})"
    r"|\bclose (?:my|your|the|her|his|our) (?:request|case|file|referral)\b"
    r"|\bno(?:,? (?:thank you|thanks))\b.{0,40}\b(?:no longer|don't"
    r"|not) (?:\w+ )?(?:need|want) (?:this|it|that|to (?:carry on|continue|go on))\b"
    rf"|\bplease stop (?:ringing|calling|phoning|contact\w*)\b(?!(?: me| us)? (?:on|at|by|before|after|so|in the"
    rf"|until|via"
    r"|through))"
    rf"|\bno more (?:phone |weekly )?calls?\b(?! left){_TIMED}"
    rf"|{_DDIM} (?:eisiau|isio|ishe|angen|am gael|moyn|yn moyn|yn dymuno|ei?sio)\b(?:(?!\b(?:cyn"
    rf"|rhwng)\b)[^.;]){{0,25}}"
    rf"\b(?:ng?alwad\w*|g?alwad\w*|g?cefnogaeth|gefnogaeth|[cg]ymorth|g?wasanaeth\w*|g?wirfoddol\w*)(?! (?:cyn|rhwng"
    r"|ar [^ôo]|gan|yn y|gyda|ond))"
    rf"|\brather not (?:have|get|carry on with|continue with|go on with) {_THE}{SUPPORT}\b{_TIMED}"
    rf"|(?:^\W*(?:sorry\W+)?|\b(?:i'm|i am|we're|we are|she's|she is|mum's|mum is) (?:really )?)(?:no longer"
    rf"|not) interested(?: in {_THE}{SUPPORT}\b)?(?:,? (?:any ?more|now|thanks|thank you))*\s*(?:[.,!]|$)"
    rf"|\bdecided (?:not to go|against going) ahead(?: with (?:it|this|{_THE}{SUPPORT}))?(?:\b(?! with))"
    r"|\b(?:remove|delete|erase) my (?:details|data|information|records)\b"
    r"|\b(?:don't|never|not to|stop) (?:\w+ )?(?:ring|call|phone|contact)(?:ing)? (?:her|him|them|mum|mam|dad|my \w+)"
    r" (?:again|any ?more|any longer)\b(?! (?:on|at|before|after|in the|until|till))"
    r"|\btynn(?:wch|u) (?:fi|fy enw)\b(?! o'r byd)|\bcanslo(?:'r)? (?:galwad\w*|cais|y)"
    r"|\bdim angen y galwadau|\b(?:dim|ddim) (?:mwy|rhagor|chwaneg) o (?:alwadau|galwadau)\b"
)
NOT_WITHDRAW = re.compile(
    r"\bcancel\b.{0,30}\b(?:this|next|tomorrow|today|tonight|on)\b|\binstead\b|\banother (?:day|time)\b"
    r"|\bre-?arrange\b|\b(?:not|n't) (?:asking|wanting|want|wish|going) (?:to|you to|it to|them to) (?:stop|cancel|end"
    r"|withdraw|finish)|\bn't (?:stop|cancel|take me off)\b|\bdon't want (?:the )?(?:it|them|the calls|my calls|calls"
    r"|the support|your support|support) to (?:stop|end)|\bbefore (?:he|she|i) changed\b|\bhe (?:has )?changed\b"
)
NEVER_WANTED_CALLS = re.compile(r"\bgroups?\b|\bgr[wŵ]p")
STOP = re.compile(
    r"(?:please )?(?:stop|unsubscribe|unsubscribe me|opt ?out|remove me|cancel|stopiwch|stopia|stopio|peidiwch"
    r"|dad-?danysgrifio|dim mwy|rhowch y gorau iddi)(?: (?:please|now|it|this|emails?|all|everything|os gwelwch yn dda"
    r"|plîs|plis|thanks|thank you|nawr|rŵan|rwan|diolch))*"
)
_WRITE = r"(?:e-?mail|contact|write|message|text|ring|call|phone|get in touch with)"
_WRITING = r"(?:e-?mailing|contacting|writing|messaging|texting|ringing|calling|phoning|bothering)"
_ONLY_SO = (  # "don't ring me on the landline again": a wish about how, not a stop
    r"(?!(?: (?:to )?(?:me|us))? (?:on|at|by|before|after|until|till|if|unless|when|through|via|so (?:early|late)"
    r"|in the|tonight|today|this|between|during|from \d))"
)
_MAIL = r"(?:e-?byst|ebyst|ebostiau|negeseuon|llythyrau|ohebiaeth)"
STOP_WORDS = re.compile(
    r"\b(?:no more|stop (?:the|these|sending|with the|all)?(?: me)?(?: the| these| any| all)*|don't (?:send"
    r"|want) (?:me )?(?:any )?(?:more )?(?:of (?:these|your) )?)\s?(?:e-?mails?|messages|mails)\b"
    r"|\bno more (?:phone |weekly )?calls?,? (?:or|and|nor) (?:any )?(?:e-?mails?|messages|letters)\b"
    r"|\bdon't (?:want|need) (?:any )?(?:more )?(?:phone )?calls?,? (?:or|and|nor) (?:any )?(?:more )?(?:e-?mails?"
    r"|messages|letters)\b"
    rf"|\bstop (?:e-?mailing|contacting|writing to|messaging|bothering)\b{_ONLY_SO}"
    rf"|\bstop {_WRITING}(?:(?: or| and|,) {_WRITING})*(?: (?:to )?(?:me|us))?\b(?!(?: \w+)? ?\d){_ONLY_SO}"
    rf"|\b(?:don't|never|not to|stop) (?:\w+ )?{_WRITE} (?:to )?(?:me|us) (?:again|any ?more|any longer){_ONLY_SO}"
    rf"|\bdon't (?:ever |please )?{_WRITE}(?: to)?(?: me| us)?(?:(?:,| or| and| nor) {_WRITE}(?: to)?(?: me| us)?)*"
    rf" (?:again|any ?more|any longer)\b{_ONLY_SO}"
    r"|\bdon't send (?:me |us )?(?:anything|any) (?:else|more)\b|\bdon't want to hear (?:\w+ )?from you\b"
    r"|\bunsubscribe (?:me|from)\b|\bplease unsubscribe\b|\bleave me alone\b|\bdon't (?:contact|email) me\b(?! (?:on"
    r"|at|by|before|after|at work|until|if|unless|when|through|via))|\btake me off (?:your|the) (?:mailing"
    r"|e-?mail) list\b|\b(?:peidiwch|paid) (?:â |a |ag )?(?:chysylltu|cysylltu|e-?bostio|ebostio|anfon|hanfon|danfon"
    r"|hala|gyrru|sgwennu|sgrifennu|ysgrifennu|ffonio|galw)\b(?! (?:ar|cyn|i'r|'r))[^.\d]{0,25}?\b(?:eto|mwy|mwyach"
    r"|bellach|rhagor|chwaneg|ata i|atom|ataf|â mi|â fi)\b(?! (?:ar|cyn|tan))|\b(?:stopiwch|stopia|peidiwch â"
    r"|gorffennwch) (?:ag |â |fy |â'm )?(?:anfon|danfon|hala|gyrru|ffonio|galw|e-?bostio|ebostio|cysylltu|chysylltu"
    r"|ysgrifennu)\b(?=(?: (?:ata|ato|i|fi|â|mi|os|gwelwch|yn|dda|e-?byst|ebyst|negeseuon|eto|plîs|plis))+\W*$|\W*$)"
    rf"|\b(?:dim|ddim)(?: (?:eisiau|isio|ishe|moyn|angen|am gael|yn dymuno|yn moyn|yn dymuno cael|cael|derbyn"
    rf"|eisiau cael|eisiau derbyn))? (?:mwy|rhagor|chwaneg|unrhyw|dim)(?: o|'r)?(?: (?:alwadau|galwadau|ffôn|na|neu|a"
    rf"|ac|o|eich))*? {_MAIL}\b"
    r"|\bddim (?:eisiau|isio|ishe|moyn|am|yn dymuno) clywed (?:gennych|gynnoch|oddi wrthych|wrthoch|'da chi)\b"
)
# Somebody else's not stopping, or the wish that nobody go: no word to us.
NOT_STOP = re.compile(
    r"(?:n't|\bnot|\bnever|\bcannot) (?:\w+ ){0,2}?(?:stop \w+ing|leave me alone)\b|\b(?:him|her|them|he'd|she'd|people"
    r"|everyone|everybody|they'd|my \w+|the \w+) (?:would |could |to |just |please )*(?:stop \w+ing|leave me alone)\b"
    r"|\b(?:he|she|they|who) (?:\w+ )?(?:leaves?|stop(?:s|ped)?)\b|\bbefore i\b"
)
CHANGED = re.compile(
    r"\b(?:my )?new (?:phone |mobile )?number(?: is|'s|:)|\bchanged (?:my )?(?:phones?|numbers?|mobiles?)\b"
    r"|\bnew one(?: is|:)|\b(?:filled in|completed) the form (?:last|already|weeks|a)"
    r"|\bchange (?:of )?(?:my )?(?:number|details|address|phone)\b|\b(?:my|the) (?:number|details|times?) (?:has|have"
    r"|is|are)n?'?t? (?:changed|different|wrong)|\bupdate my\b|\beverything else (?:as before|the same)"
    r"|\bas (?:i )?(?:told|said to) you before\b|\b(?:he's|he has|they've|they have) (?:been )?moved (?:him )?(?:to"
    r"|on)\b.{0,60}\b(?:let you know|you (?:did )?ask|your records)"
    r"|\bfy rhif newydd|\brhif newydd\b|\bwedi newid (?:fy )?(?:rhif|ff[oô]n)"
)
FEEDBACK = re.compile(
    r"\b(?:thank(?:s| you)(?: all| both| so much| very much)? (?:for|to)|grateful (?:for|to)|enjoy(?:ed|ing)"
    r"|disappoint\w*|not impressed|what went wrong|look(?:s|ed)? forward to (?:it|them|her calls?|his calls?)"
    r"|how (?:good|kind|lovely|brilliant|patient|wonderful) \w+ (?:is|was|has been)"
    r"|complain\w*|complaint|not (?:good|happy|acceptable)|nobody (?:has )?(?:rung|called|phoned)"
    r"|no ?one (?:has )?(?:rung|called|phoned)|let down|grumble|godsend|praise|brilliant|wonderful|lifeline"
    r"|means a lot|made (?:such |all )?(?:a |the )?difference|a thank you|feedback|unhappy|(?:was|is|were) (?:so "
    r"|very )?(?:rude|kind|lovely|patient)|didn't go well|went well|upset me|diolch am|siomedig|cwyn)\b"
)
YES = frozenset(
    re.findall(
        r"\S+",
        "yes yeah yep ok okay okey k fine great lovely perfect brilliant wonderful good super thanks thank thankyou "
        "ta cheers sure agreed happy fab smashing ace noted understood works suits iawn diolch ydy ydi gwych "
        "perffaith hyfryd cytuno ie 👍 🙏",
    )
)
WITH_YES = frozenset(
    re.findall(
        r"\S+",
        "that's thats that is it's its this all will do be would suit for me with by to no problem np sounds got it "
        "received i agree go ahead please very much so ever a lot lots you letting know your email message reply help "
        "getting back appreciate appreciated many and really hi hello dear there x xx xxx love kind regards best "
        "wishes yn fawr o galon popeth mae hynny'n fi mi da hwyl am adael wybod ❤ 😊 gen gyda ni looking forward",
    )
)
# Words that belong to a bare yes only beside another: "no problem", "your help"; alone they say something else
ONLY_BEFORE = {"no": ("problem", "problems", "worries", "probs", "bother"), "go": ("ahead",)}
ONLY_AFTER = {
    "help": ("your", "the", "this"), "call": ("your", "the"), "problem": ("no",), "problems": ("no",),
    "worries": ("no",), "probs": ("no",), "bother": ("no",), "forward": ("looking",),
}  # fmt: skip
THANKED = frozenset(
    re.findall(r"\S+", "thanks you thankyou ta cheers diolch fawr galon much hi hello dear helo annwyl")
)
AFTER_NAME = frozenset(
    ("", "x", "xx", "xxx", "that's", "thats", "thanks", "thank", "ok", "yes", "fine", "looking", "iawn", "diolch")
)
NO_NAME = frozenset(
    re.findall(
        r"\S+",
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january "
        "february march april may june july august september october november december no not but never stop help "
        "police prison today tomorrow tonight now later evenings mornings afternoons weekends anytime maybe llun "
        "mawrth mercher iau gwener sadwrn sul na nac peidiwch",
    )
)
HYPOTHETICAL = re.compile(
    r"^\W*(?:if (?:i|we)|do (?:you|i)|does|how|what|who|is it|before)\b.*\?|\bi had one of your\b|\bused to (?:have"
    r"|get)\b|\byou could ring\b|\bfor the \w+ (?:monday|tuesday|wednesday|thursday|friday)\b|\bto get (?:the girls"
    r"|them) to\b|\bnobody has rung\b|\bvisit\b|\bn't (?:really )?(?:want|need|think i want)\b"
)
