"""The words by which servers tell that mail was not delivered: subjects, first sentences and traces, by family.

These are the servers' own standing texts, which nobody here would extend; so they stand in code and not in a wording
file. Each is matched without regard to case.
"""

from __future__ import annotations

import re


def _any(*sources: str) -> str:
    return "|".join(sources)


_SUBJECTS = _any(
    # Postfix, Sendmail, Exim, qmail, Courier, OpenSMTPD
    r"undelivered mail returned to sender",
    r"delayed mail \(still being retried\)",
    r"(mail )?returned mail\b|returned to sender",
    r"postmaster notify:",
    r"warning: (could not send message|message .{0,60} delayed)",
    r"mail (delivery )?fail(ed|ure)|message frozen|error\(s\) in forwarding or filtering",
    r"failure notice|fail(ed|ure) delivery|permanent delivery failure",
    r"notice: mail delivery status|warning: delayed mail",
    r"delivery[- ](status[- ])?(notification|report|failure|failed|error|problem|delayed?)\b|delivery status$",
    r"(mail|message|email|e-mail)[- ]delivery[- ]"
    r"(status|failure|failed|error|problem|delay|has failed|notification|subsystem|system)",
    # Exchange, Outlook.com, Domino, GroupWise, MDaemon, MailEnable, IMail, hMailServer, scanners
    r"undeliver(able|ed)\b|undeliverable:|non-?deliver(y|able)|ndn:|ndr:|not delivered\b",
    r"(mail|message|email)( was| could)? ?not (be )?(deliver(ed|able))|could not be delivered",
    r"message status - undeliverable|message undeliverable|message delivery (failure|has failed)",
    r"mail could not be delivered|mail (system )?error\b|error (sending|delivering)",
    r"unknown local user|unable to deliver|cannot deliver|couldn['’]t be delivered",
    r"sorry, your message could not be delivered|your message could not be delivered",
    r"there was an error sending your mail|failed mail\b|rejected:|(message|mail|email) rejected",
    r"automatically rejected mail|\[bounce\]|bounced? (mail|message)|bounce:",
    r"(spam|virus|banned|bad).{0,30} (in|from) (mail|message)( from)? you|banned (filename|contents?)",
    r"\*{0,2}message you sent blocked|(mail|message|email) (was )?(blocked|quarantined)",
    r"(amazon workmail )?mail delivery status|\[postmaster\]",
    # mailing list managers
    r"(warning: )?(e-?mail )?virus(es)? (found|detected|warning|alert|in)",
    r"fml system error|(ignored )?not member article|loop (alert|back warning)|reject mail from"
    r"|you .{3,120} are not member|warning: unix from loop",
    # other languages
    r"(nicht |un)zustellbar|unzustellbare|zustellung|benachrichtigung (zum|über den) zustell|fehler beim senden",
    r"non remis|non distribu|échec (de|d['’])|(mail|message) non (remis|délivré|distribué)|remise",
    r"no se (puede|ha podido|pudo) entregar|no entregad[oa]|error de entrega|correo devuelto",
    r"onbestelbaar|niet (bezorgd|afgeleverd)|non recapitabile|mancat[ao] (recapito|consegna)|impossibile recapitare",
    r"niedostarcz|niedoręcz|nie dostarczono|zwrot|não (foi possível|é possível) entregar|não entregue|falha na entrega",
    r"(kan )?ikke lever|uleverbar|olevererbar|kunde inte leverera|ej levererat|ei voitu toimittaa|toimittamat",
    r"nedoručit|nedoruč|doručení se|kézbesíthetetlen|nelivrabil|mesaj nelivrat|teslim edilem",
    r"не ?доставлен|не удалось доставить|недоставленн|ошибка доставки|ανεπίδοτ|αδύνατη η παράδοση",
    r"配信(不能|できません|に失敗)|メール配信|メッセージを配信|送信(エラー|できません)",
    r"배달(되지|할 수)|반송|退信|无法(送达|传递|投递)|無法傳遞",
    r"heb ei (d|dd|g)?anfon|ni ell(ir|id)? (ei )?dd?anfon|ni ddanfonwyd|methu danfon",
)
# a filter may have set "[SPAM]" or "***SPAM***" before it
_TAGS = r"(?:[\[({*<]{1,6}[^\[\](){}*<>\n]{1,40}[\])}*>]{1,6}\s{0,3}){0,3}"
SUBJECT = re.compile(rf"(?:{_TAGS})[\W_]{{0,6}}(?:{_SUBJECTS})", re.IGNORECASE)

_OPENINGS = _any(
    r"this is the (postfix|machine generated message|deliver program|email server|mailer-daemon"
    r"|([\w-]{1,20} ){0,2}mail (system|delivery|server|agent|host))",
    r"this is a delivery (status|failure) (notification|report)",
    r"this (message|email|e-mail|mail) (was|is) (created|generated) automatically by (mail|the mail|facebook|delivery)",
    r"this is (a system-generated|an auto(matically|mated)? ?(generated|mated)?) "
    r"(delivery|mail delivery|non-delivery|bounce|message (to inform you )?that (your|the) (mail|message|email) )",
    r"(hi|hello|hola)[.!]? {1,3}(this is the|su mensaje)",
    r"the original message was received at",
    r"(the|your|an?|this|following) ?(original |following |attached )?(message|e-?mail( message)?|mail( message)?)s?"
    r"[^\n]{0,120}?((can|could|was|were|is|has|have|did|will)(n['’]t|not| not)( yet)?( been)?( be)? (be )?"
    r"(deliver|sent|send|reach|receive (a copy|the|your)|accept|forward|transmit|process)"
    r"|cannot be (deliver|sent)|(has|have|had) (been )?(fatal|delay|permanent|postponed)|was undeliver"
    r"|(has )?encountered delivery|(was|has been) (rejected|blocked|returned|frozen|refused|automatically rejected"
    r"|undeliverable|bounced)|is taking longer)",
    r"your (message|mail):?\s{1,12}(from|to|subject)\b {0,4}:",
    r"delivery (to the following|has failed to|to these|of (the|your)|attempt|failed|failure|for the following)",
    r"del(i|e)very to the following recipients?",
    r"(i['’]m|i am|we['’]re|we are) (sorry to have to inform|afraid (i|we) (was|were|wa))"
    r"|we['’]re sorry[.]\s{0,3}your mail",
    r"(sorry, )?(we were |i was |the server was )?(un|not )able to (deliver|send)",
    r"there was an error delivering your mail|we had trouble delivering|an error (has )?occurred (while"
    r"|when) (trying|attempting|sending)",
    r"(failed|could not|couldn['’]t|cannot|can['’]t|unable) (to )?(be )?deliver(ed)? (mail|message|email|your|to|the)",
    r"(the )?following (addresse?s?|recipients?|e-?mail address)(\(e?s\))? (failed|had|has|were|was|have|could|cannot"
    r"|did|are)",
    r"(the )?following (message|e-?mail|mail) to",
    r"message (from|to) [^\n]{0,100}\n?[^\n]{0,20}(unable to deliver|could not|was not)",
    r"message (could|was|has|not|[^\n]{0,60} (has been frozen|was frozen))( not| been)?",
    r"the [^\n]{1,40} router encountered the following error",
    r"each of the following|the user\(s\)|user\(s\)|<[^<>\s]{3,120}>:? ?(\d{3}|user|unknown|no such)",
    r"your mail (sent on|attempted)|your mail message to",
    r"here is your list of failed recipients|failed (recipient|addresse?s?)s?\b",
    r"(unknown user|invalid final delivery userid|user mailbox exceeds allowed size|undeliverable (to|address)"
    r"|intended recipient|user['’]s mailbox is full|delivery failed \d+ attempts)",
    r"our virus detector has|a virus was (found|detected) in|you are not a member of this mailing list",
    r"mailenable: |--> error description|duplicated message-id in|content-filter|spam ?(filter|firewall)",
    r"this report relates to|this (is a|is just a) warning|this is an advisory-only",
    r"\*\* (address not found|message (blocked|not delivered|too large)|delivery incomplete|adresse nicht gefunden)",
    r"failure reasons|transcript of session|unsent message below|message log follows|undeliverable mail",
    r"the following addresses had|non-delivered information|failed recipients",
    r"[^\s@<>]{1,64}@[^\s@<>]{3,120}( - no such user| {1,3}(\[?user unknown|on \d{1,2}/))",
    r"(diese|ihre|eine) (nachricht|e-?mail|mail)[^\n]{0,120}(nicht|automatisch)",
    r"(votre|ce) (message|courriel|mail)[^\n]{0,120}(pas|non|automatiquement)",
    r"(su|el) (mensaje|correo)[^\n]{0,120}(no (se )?(pudo|ha podido|puede)|entreg)",
    r"(sua|a) mensagem[^\n]{0,120}(não)|il (suo |tuo )?messaggio[^\n]{0,120}non|uw (bericht|e-mail)[^\n]{0,120}niet",
    r"это (автоматическое|письмо)|к сожалению|ваше (письмо|сообщение)[^\n]{0,100}не",
    r"(この|以下の|送信|メール|メッセージ|あなた)[^\n]{0,100}(できません|失敗|自動的|エラー|不明)",
    r"[^\n]{0,60}(无法|退回|失败)",
)
OPENING = re.compile(rf"(?:_|[^\w>]){{0,80}}(?:{_OPENINGS})", re.IGNORECASE)

# told anywhere in what a mailer-daemon writes
FAILURE = re.compile(
    r"undeliver(able|ed)|could ?n[o'’]t (be )?(deliver|reach|find)|(was|were|is) not (yet )?(been )?deliver|not deliver"
    r"|deliver[a-z]{0,3} (to |of )?[^\n]{0,60}(fail|delay|problem|error|abort)|delivery (status|failure)|failure notice"
    r"|returned (mail|to sender)|did not reach|unable to (deliver|relay|find)|message .{0,40}delayed|(mail"
    r"|message) failed"
    r"|failed (mail|recipient|address)|not (yet )?been delivered|automatically rejected|(user|recipient|host) unknown"
    r"|unknown (user|recipient|host|address)|no such (user|mailbox|recipient)|permanent(ly)? (fatal )?(error|fail)"
    r"|(mailbox|mailfolder|inbox)( is|'s)? (full|exceeded|over)|over quota|exceed(s|ed)? .{0,20}(quota|size"
    r"|limit)"
    r"|address (rejected|not found)|could not be (sent|found|delivered)|couldn['’]t be delivered|wasn['’]t delivered"
    r"|rejected (by|for|because|your|as)|has been (blocked|rejected)|transcript of session|unrouteable|undeliver"
    r"|unzustellbar|nicht zugestellt|non remis|no se ha podido entregar|не (может|удалось)|не доставлен|送信に失敗|配信"
    r"|ni ellid danfon|heb ei (d)?danfon",
    re.IGNORECASE,
)

# what only a transcript between servers holds
TRACE = re.compile(
    r"(?<!\d)[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}|\(#?[45]\.\d{1,3}\.\d{1,3}\)|#[45]\.\d\.\d{1,3}\b|\brcpt to ?:"
    r"|\b[45]\d\d[ -]"
    r"(requested|user|unknown|no such|sorry|mailbox|recipient|invalid|relay|message|access|<|host|5\.)|remote host said"
    r"|giving up on|smtp error from|failed recipient|(generating|reporting|remote) ?-?(server|mta) ?:|final-recipient:"
    r"|diagnostic(-code| information)|transcript of session|below this line is a copy|copy of (your|the) message"
    r"|original (message|mail) (follows|as follows|attached)|unsent message|returned (message|mail) ?(-|follows)"
    r"|no further delivery attempts|unknown user|user unknown|no such user|bad address|error-for:|failure reasons"
    r"|recipients? (were|was) affected|non-deliverable|end of message|smtp server <|could not be delivered to: <"
    r"|message headers? follows?|mts-id of|resolver\.",
    re.IGNORECASE,
)
