"""Of what a line that introduces a quotation is made ("On ... wrote:"): verbs, beginnings, dates, in many languages.

Facts about the forms of Gmail, Apple Mail, Thunderbird, Outlook, Yahoo, mail.ru, Lotus Notes and others.
"""

from __future__ import annotations

import re

from mailbot.reading.mail.quoting_signs import ADDRESS

__all__ = ["ADDRESS", "BRACKETED", "BY_NAME", "DATE", "ENDS", "PARTICLES", "SAME_LINE", "SPOKEN", "STARTS"]
__all__ += ["BETWEEN_DASHES", "TIME", "VERB"]

VERB = re.compile(
    r"(?<!\w)(?:wrote|writes|schrieb|geschrieben|a écrit|écrit|ecrit|escribió|escribio|escreveu|napisał(?:\(a\)|a)?"
    r"|pisze|ysgrifennodd|ysgrifennwyd|ha scritto|scritto|scrive|schreef|schrijft|skrev|skriver|kirjoitti"
    r"|napsal(?:\(a\)|a)?|píše|napísal(?:\(a\)|a)?|napisao(?:/la)?(?: je)?|написал(?:\(а\)|а)?|пишет|пише|писал"
    r"|написав"
    r"|написала?|írta|yazdı|a scris|scris|έγραψε|rašė|parašė|rakstīja|kirjutas|va escriure|ha escrit|đã viết|menulis"
    r"|написа|наводи|كتب|كتبت|נכתב|כתב|כתבה|نوشت)(?!\w)"
    r"|写道|寫道|のメール|は書きました|さんは書きました|작성|씀|เขียนว่า|كتابة ما يلي|‏כתב",
    re.IGNORECASE,
)
_WEEKDAY = (
    r"(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mié|mie|jue|vie|sáb|sab|dom"
    r"|gio|seg|ter|qua|qui|sex|pon|wt|śr|czw|pt|sob|niedz|ndz|llun|maw|merch|iau|gwe|sad|sul|ma|wo|vr|za|zo|mån|tis"
    r"|ons|tors|fre|lör|sön|lør|søn|man|ti|ke|to|pe|la|su|po|út|st|čt|pá|so|ne|ут|пн|вт|ср|чт|пт|сб|вс|нд|понед|вторн"
    r"|сред|четв|пятн|субб|воскр|uto|sri|čet|pet|sub|ned|joi|vin|hét|kedd|sze|csüt|pén|szo|pzt|sal|çar|per|cum"
    r"|cmt|paz)"
    r"\w{0,12}\.?,?"
)
STARTS = re.compile(
    r"(?:[-_]{2,} ?)?(?:(?:on|am|at|le|el|em|en|op|il(?: giorno)?|ar|w dniu|dnia|dne|dňa|dana|den|på|no dia|às"
    r"|vào(?: lúc)?"
    r"|στις|на|в|în|pe|el dia|in data|in a message dated|"
    r"a) (?:[^\W\d]{1,14}\.?,? ){0,3}\d"
    rf"|{_WEEKDAY} (?:the |den |le |de )?\d|{_WEEKDAY} \w{{3,12}} \d"
    r"|\d{1,4}[./-] ?\d{1,2}[./-] ?\d{2,4}|\d{1,2}\.? \w{3,12}\.?,? \d{4}|\d{4}年|\d{4}년|\d{4}\. ?\d{1,2}\. ?\d"
    r"|在 ?\d{4}|於 ?\d{4}|于 ?\d{4}|ในวันที่|في |בתאריך|ב-|در تاریخ"
    r"|quoting |zitat von |citat|wiadomość napisana przez |użytkownik |missatge de |mensaje de |ar ddydd )",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"[<(\[] ?(?:mailto:)?[^\s<>()\[\],;:\"@]{1,80}@[^\s<>()\[\],;:\"@]{1,120} ?[>)\]]")
# "Befriending Desk wrote:", "Befriending schrieb:" and nothing more
BY_NAME = re.compile(
    r"(?:użytkownik |quoting |zitat von |citat |on |\*)?(?:[^\W\d_a-zà-ÿа-я][^\s:]{0,30}[ ,]{1,2}){1,5}\*?(?:a "
    r"|ha |hat |je |"
    r"the following )?[^\s:]{3,14} ?[:：]$"
)
DATE = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2}(?!\d)|[۰-۹٠-٩]{4}",
)
TIME = re.compile(r"(?<!\d)\d{1,2} ?[:.h：] ?\d\d(?!\d)|\d ?[ap]\.?m", re.IGNORECASE)
ENDS = re.compile(r"(?:[:：]|\b(?:wrote|writes) ?-{2,}|写道|寫道|>)[\s*\u200e\u200f]{0,4}$")
# Yahoo's programs go on in the same line after some spaces
SAME_LINE = re.compile(
    r"(.{12,300}?[>)\w] (?:wrote|a écrit|escribió|escreveu|ha scritto|geschrieben|napisał\S{0,3}|skrev) ?:) {1,10}\S"
)
# "---- Befriending Desk wrote ----"
BETWEEN_DASHES = re.compile(
    r"-{3,} ?[^-]{2,200} (?:wrote|schrieb|a écrit|escribió|escreveu|napisał|ha scritto) ?-{3,}$"
)
# words by which somebody tells of a person, as no mail program does
SPOKEN = re.compile(
    r"\bI\b|(?<!\w)(?:he|she|my|me|we|they|him|her|his|our|mein|meine|meiner|mir|mich|mon|mes|nous|mi hij[oa]"
    r"|mi mam[aá]|mój"
    r"|moja|mojego|fy|mio|mia|meu|minha)(?!\w)"
)
PARTICLES = frozenset(
    re.findall(
        r"\w+",
        "von van de da del der den di la le du des via for of and y e et und hat heeft het volgende"
        " użytkownik the at um uhr o à às kl klo kello em a alle ore ora las los om v u w в о г р gmt utc cet"
        " cest mez mesz bst am pm godz i na ar peer desk team hours greenwich mean time standard od från fra"
        " dnia dniu szerint następująco se",
    )
)
