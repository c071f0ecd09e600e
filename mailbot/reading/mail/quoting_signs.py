"""The lines by which mail programs and services set off what they quote or pass on, in many languages."""

from __future__ import annotations

import re

REPLY_SUBJECT = re.compile(
    r"\s*(re|aw|antw|antwort|sv|rif|r|ref|res|odp|ynt|vs|vá|ateb|ymateb|atb|回复|回覆|答复|返信|회신|на|отв|απ)"
    r"\s*(\[\d+\]|\(\d+\))?\s*[:：]",
    re.IGNORECASE,
)
FORWARD_SUBJECT = re.compile(
    r"\s*(fwd?|wg|tr|i|rv|enc|pd|doorst|vb|vl|továbbítás|ilt|转发|轉寄|转寄|전달|пересл|ymlaen"
    r"|anfonwyd ymlaen)\s*[:：]",
    re.IGNORECASE,
)

# our own marker, and those that help desks put above their emails
MARKER = re.compile(
    r"please write your answer above this line|ysgrifennwch eich ateb uwchben y llinell hon"
    r"|^\W{0,40}(?:please )?(?:type |write |enter |add )?(?:your |a |an )?(?:reply|answer|response|respond"
    r"|write)\b.{0,20}"
    r"\babove this (?:dotted )?line\W{0,40}$"
    r"|^\W{2,40}(?:bitte )?(?:antworten sie|ihre antwort|schreiben sie).{0,30}(?:ober|über)halb dieser zeile\W{0,40}$"
    r"|^\W{2,40}(?:veuillez )?répond(?:re|ez) au-dessus de cette ligne\W{0,40}$"
    r"|^\W{2,40}respond[ea]r?.{0,20}(?:por encima|por cima|acima|encima) d(?:e|es)t?a? ?(?:esta )?l[íi](?:nea"
    r"|nha)\W{0,40}$",
    re.IGNORECASE,
)

_ORIGINAL_WORDS = (
    r"original (?:message|e-?mail|mail)|reply message|ursprüngliche (?:nachricht|mail)|original-?(?:nachricht|mail)"
    r"|(?:e-?mail|message|courrier|mail) d['’]origine|(?:message|mail|courriel) (?:original|initial)|mensaje original"
    r"|mensagem original|oryginalna wiadomość|wiadomość oryginalna|neges wreiddiol|messaggio originale"
    r"|oorspronkelijk (?:bericht|e-mail)|original(?:t )?meddelande|ursprungligt meddelande"
    r"|oprindelig (?:meddelelse|mail)"
    r"|opprinnelig (?:melding|e-post)|alkuperäinen viesti|původní (?:zpráva|e-mail)|pôvodná správa"
    r"|исходное (?:сообщение|письмо)|оригинальное сообщение|пересылаемое сообщение|вихідне повідомлення"
    r"|eredeti üzenet"
    r"|orijinal (?:mesaj|ileti)|özgün ileti|元のメッセージ|オリジナルメッセージ"
    r"|원본 ?메일|원본 ?메시지|原始邮件|原始郵件|原始訊息"
    r"|thư gốc|tin nhắn gốc|الرسالة الأصلية|הודעה מקורית|mesaj original|αρχικό μήνυμα|izvorna poruka"
    r"|missatge original"
    r"|оригинално (?:писмо|съобщение)"
)
ORIGINAL = re.compile(rf"[-_=*]{{2,}} ?(?:{_ORIGINAL_WORDS})\s?:? ?[-_=*]{{2,}}$", re.IGNORECASE)
_FORWARDED_WORDS = (
    r"forwarded (?:message|e-?mail|by .{1,80})|weitergeleitete (?:nachricht|mail)|message transféré|mensaje reenviado"
    r"|mensagem (?:encaminhada|reencaminhada)|przekazana wiadomość|wiadomość przekazana|neges a anfonwyd ymlaen"
    r"|neges wedi['’]i hanfon ymlaen|messaggio inoltrato|doorgestuurd bericht|vidarebefordrat (?:meddelande|brev)"
    r"|videresendt (?:meddelelse|melding)|videresendt e-post|välitetty viesti|přeposlaná zpráva|preposlaná správa"
    r"|пересылаемое сообщение|переслане повідомлення|továbbított üzenet|iletilen (?:mesaj|ileti)|転送メッセージ"
    r"|전달된 메시지|转发的邮件|轉寄的郵件|thư được chuyển tiếp|رسالة معاد توجيهها|הודעה שהועברה|mesaj redirecționat"
)
_BEGIN_FORWARDED = (
    r"begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|début du message (?:réexpédié"
    r"|transféré)"
    r"|inicio del mensaje reenviado|início da mensagem (?:re)?encaminhada|inizio messaggio inoltrato"
    r"|begin doorgestuurd bericht|rozpoczęcie przekazywanej wiadomości|początek przekazanej wiadomości"
    r"|dechrau(?:'r)? neges a anfonwyd ymlaen|vidarebefordrat brev|videresendt meddelelse"
    r"|начало переадресованного сообщения"
)
FORWARDED = re.compile(
    rf"(?:[-_]{{2,}} ?(?:{_FORWARDED_WORDS}) ?[-_]{{2,}}|(?:{_BEGIN_FORWARDED}) ?:)$",
    re.IGNORECASE,
)
# a line of some words between dashes, in whatever language: only believed before header lines
SET_OFF = re.compile(r"[-_=*]{4,} ?[^\W\d_][^-_=*]{2,50} ?[-_=*]{4,}$")
GROUPWISE = re.compile(r">>> ?[^>]{2,200}(?:<[^<>@\s]{1,80}@[^<>@\s]{1,120}>)?[^>]{0,40}\d[^>]{0,40}>>>$")
RULE = re.compile(r"[-_=*─—]{5,}$")

MARKS = re.compile(r"^[ \t]{0,8}(?:[>|][ \t]?){1,20}")
INITIALS = re.compile(r"^[ \t]{0,8}([A-Z][A-Za-z]{0,11})>(?=\s|$)[ \t]?")

ANSWERS_BELOW = re.compile(
    r"\b(see|my|the|answers?|repl(?:y|ies)|comments?|responses?)\b.{0,40}\b(below|inline|in line|in (?:red|blue"
    r"|green|bold|capitals|caps))\b"
    r"|\b(?:gweler|atebion) .{0,20}\bisod\b|\b(?:answers?|repl(?:y|ies)) (?:are )?underneath\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"[^\s<>()\[\],;:\"@]{1,80}@[^\s<>()\[\],;:\"@]{1,120}")
