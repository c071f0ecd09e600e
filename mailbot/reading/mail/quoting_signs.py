"""How mail programs introduce, mark and end what they quote or pass on, in several languages: patterns for one line."""

from __future__ import annotations

import re

REPLY_SUBJECT = re.compile(
    r"\s*(re|aw|antw|antwort|sv|rif|r|ref|res|odp|ynt|ateb|ymateb|atb)\s*(\[\d+\]|\(\d+\))?\s*:", re.IGNORECASE
)
FORWARD_SUBJECT = re.compile(r"\s*(fwd?|wg|tr|i|rv|enc|pd|doorst|vb|ymlaen|anfonwyd ymlaen)\s*:", re.IGNORECASE)

MARKER = re.compile(
    r"(please write your answer above this line|ysgrifennwch eich ateb uwchben y llinell hon)", re.IGNORECASE
)
ORIGINAL = re.compile(
    r"[-_]{2,} ?(original message|ursprüngliche nachricht|originalnachricht|message d['’]origine|message original"
    r"|mensaje original|mensagem original|(oryginalna wiadomość|wiadomość oryginalna)|neges wreiddiol"
    r"|messaggio originale"
    r"|oorspronkelijk bericht|original-nachricht) ?[-_]{2,}$",
    re.IGNORECASE,
)
FORWARDED = re.compile(
    r"(?:[-_]{2,} ?(forwarded (message|by .{1,80})|weitergeleitete nachricht|message transféré|mensaje reenviado"
    r"|mensagem encaminhada|(przekazana wiadomość|wiadomość przekazana)|neges a anfonwyd ymlaen"
    r"|neges wedi['’]i hanfon ymlaen|messaggio inoltrato|doorgestuurd bericht) ?[-_]{2,}"
    r"|(begin forwarded message|anfang der weitergeleiteten nachricht|début du message réexpédié"
    r"|inicio del mensaje reenviado"
    r"|dechrau('r)? neges a anfonwyd ymlaen) ?:)$",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-_=*]{5,}$")
MARKS = re.compile(r"^[ \t]{0,8}(?:>[ \t]?){1,20}")

FROM_LABELS = r"from|von|de|od|da|van|fra|från|oddi wrth|gan|o"
OTHER_LABELS = r"sent|date|gesendet|datum|envoyé|enviado|fecha|data|wysłano|to|an|à|para|do|at|cc|subject|betreff|pwnc"
FROM = re.compile(rf"\*?(?:{FROM_LABELS})\*?\s?:\*?\s*\S", re.IGNORECASE)
LABELS = tuple(
    (name, re.compile(rf"\*?(?:{labels})\*?\s?:", re.IGNORECASE))
    for name, labels in (
        (
            "sent",
            "sent|date|gesendet|datum|envoyé|enviado(?: el)?|enviada(?: "
            "em)?|fecha|data|wysłano|inviato|verzonden|anfonwyd"
            "|dyddiad|skickat|sendt",
        ),
        ("to", "to|an|à|a|para|do|aan|til|till|at|i|cc"),
        ("subject", "subject|betreff|objet|asunto|assunto|temat|oggetto|onderwerp|pwnc|testun|emne|ämne"),
    )
)

VERB = re.compile(
    r"(?<!\w)(wrote|writes|schrieb|geschrieben|a écrit|écrit|escribió|escribio|escreveu|napisał(?:\(a\)|a)?|pisze|"
    r"ysgrifennodd|ysgrifennwyd|ha scritto|schreef|skrev|написал(?:\(а\)|а)?|пише|a scris|írta|yazdı|a ecrit)(?!\w)",
    re.IGNORECASE,
)
_WEEKDAY = (
    r"(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mié|mie|jue|vie|sáb|sab|dom"
    r"|seg|ter|"
    r"qua|qui|sex|pon|wt|śr|czw|pt|sob|niedz|ndz|llun|maw|merch|iau|gwe|sad|sul)\w{0,8}\.?,?"
)
STARTS = re.compile(
    rf"(?:on|am|le|el|em|op|il|ar|w dniu|dnia|den|på)\s+(?:\w{{2,12}}\.?,?\s+){{0,2}}\d|{_WEEKDAY}\s+\d"
    rf"|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}"
    rf"|[^<>@]{{1,80}}<[^<>@\s]{{1,80}}@[^<>@\s]{{1,80}}>\s+(?:wrote|escreveu|schrieb|ysgrifennodd)",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"[^\s<>()\[\],;:\"@]{1,80}@[^\s<>()\[\],;:\"@]{1,120}")
DIGITS = re.compile(r"\d")
DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d{2}")
TIME = re.compile(r"\d{1,2} ?[:.h] ?\d\d|\d ?[ap]\.?m", re.IGNORECASE)

DEVICE = re.compile(
    r"(?:(?:sent|written) (?:from|via|using|with|by) (?:my |the |a )?(?:i ?phone|i ?pad|i ?pod|galaxy|samsung"
    r"|android|huawei"
    r"|xperia|sony|blackberry|nokia|windows|htc|lg|pixel|google|motorola|moto|oneplus|xiaomi|honor|kindle|amazon|mobile"
    r"|(?:smart)?phone|tablet|device|yahoo|outlook|hotmail|mail for|gmail|proton|aol|bt|sky|talktalk|virgin"
    r"|mail\.com|gmx"
    r"|spark|edison|tutanota|fastmail|icloud|three|ee\b|vodafone|o2)\b[^?!<]{0,40}(?:<https?:[^>]{0,60}>?)?"
    r"|get outlook for (?:ios|android|mac)\b.{0,60}|get bluemail for .{0,30}"
    r"|anfonwyd o(?:['’]m| fy)? ?(?:iphone|ipad|ffôn|android|galaxy).{0,20}"
    r"|von meinem (?:iphone|ipad|samsung|handy|smartphone|android)\b.{0,40}gesendet|gesendet (?:von|mit) .{1,40}"
    r"|envoyé (?:de|depuis) mon .{1,30}|enviado desde mi .{1,30}|enviado do meu .{1,30}"
    r"|wysłan[oe] z (?:mojego )?(?:iphone|ipad|telefonu|smartfona|urządzenia).{0,30}|inviato dal? mio .{1,30}"
    r"|verzonden vanaf mijn .{1,30}|[|\s]{0,8}virus-free\.? ?(?:www\.)?(?:avast|avg)?.{0,60}"
    r"|(?:yahoo mail|aol mail): search, organi[sz]e, conquer.{0,60})$",
    re.IGNORECASE,
)
SENTENCE = re.compile(
    r"\?|!|\b(?:i|i['’]m|i['’]ve|i['’]ll|me|my|he|she|him|her|we|please|can|could|would|will|call|ring|ps|p\.s)\b"
    r"|\w\.\s+[A-Z]",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d(?:[ -]?\d){6}")  # of a telephone: it may be the very thing that was written
ANSWERS_BELOW = re.compile(
    r"\b(see|my|the|answers?|repl(?:y|ies)|comments?|responses?)\b.{0,40}\b(below|inline|in line|in (?:red|blue"
    r"|green|bold|capitals|caps))\b"
    r"|\b(?:gweler|atebion) .{0,20}\bisod\b|\b(?:answers?|repl(?:y|ies)) (?:are )?underneath\b",
    re.IGNORECASE,
)
# what a gateway puts above or below: pictures' places, warnings about outside mail
ADDED = re.compile(
    r"[\[<](?:cid|image|img|inline image)\b[^\]>]{0,150}[\]>]$"
    r"|.{0,80}\b(?:e-?mail|message) (?:has )?(?:originated|came|was sent|sent) (?:from )?"
    r"(?:outside (?:of )?(?:the |your |our )?(?:organi[sz]ation|company|trust|council|network)|an? external).{0,200}$"
    r"|(?:\[|\*){0,3}external(?: e-?mail| sender)?(?:\]|\*){0,3}$"
    r"|.{0,40}\bdo not click (?:on )?(?:any )?links? (?:or|and) (?:open )?attachments?\b.{0,150}$"
    r"|(?:you don['’]t often get e-?mail from|some people who received this message don['’]t often get).{0,200}$",
    re.IGNORECASE,
)
ANY_LABEL = re.compile(r"\*?[^\s:：@<>][^:：@<>]{0,24}\*?\s?[:：]")
