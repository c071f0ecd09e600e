"""Header lines of a quoted mail ("From: … Sent: … To: … Subject: …"), in many languages, and in ones unknown"
" to us."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.reading.mail.quoting_signs import ADDRESS

_WORDS = {
    "from": "from|von|de|od|da|van|fra|från|oddi wrth|gan|o|lähettäjä|от|від|feladó|kimden|差出人|送信者"
    "|보낸 사람|보낸사람"
    "|发件人|寄件者|寄件人|từ|người gửi|من|מאת|de la|expeditor|από|expéditeur|mittente|afzender|remitente"
    "|remetente|nadawca"
    "|absender|avsändare|afsender|avsender|odesílatel|odosielateľ|отправитель|відправник|küldő|gönderen|dari"
    "|nuo|ffrom",
    "sent": "sent|date|gesendet|gesendet am|datum|envoyé|envoyé le|date d'envoi|enviado|enviado el|enviada|enviada em"
    "|enviado em|enviada el|fecha|data|wysłano|wysłane|data wysłania|inviato|inviato il|data invio|verzonden"
    "|verzonden op"
    "|skickat|sendt|lähetetty|päivämäärä|päiväys|odesláno|odoslané|dátum|отправлено|дата|дата отправки|надіслано"
    "|elküldve|gönderildi|tarih|gönderilme tarihi|送信日時|日付|日時"
    "|보낸 날짜|보낸날짜|날짜|发送时间|发送日期|日期|寄件日期"
    "|傳送時間|時間|时间|đã gửi|ngày|تم الإرسال|تاريخ الإرسال|التاريخ|נשלח|תאריך|trimis|dată|στάλθηκε"
    "|ημερομηνία|anfonwyd|dyddiad"
    "|message du|poslano|изпратено|enviat|dikirim|tanggal|išsiųsta|sendt dato|saatmise aeg",
    "to": "to|an|à|a|para|do|aan|til|till|at|i|pour|destinataire|komu|pre|кому|címzett|kime|alıcı|宛先"
    "|받는 사람|받는사람"
    "|收件人|收件者|đến|tới|إلى|אל|către|προς|vastaanottaja|prima|za|per|naar|kepada|до|kam|empfänger|destinatario",
    "cc": "cc|bcc|kopie|copie à|copie|dw|kopia|kopi|copia|抄送|副本|참조|копия|копія|másolat|bilgi|kopio|κοιν"
    "|نسخة|עותק|cópia",
    "subject": "subject|betreff|objet|sujet|asunto|assunto|temat|oggetto|ogg|onderwerp|pwnc|testun|emne|ämne"
    "|aihe|předmět"
    "|predmet|тема|tárgy|konu|件名|제목|主题|主題|主旨|chủ đề|tiêu đề|الموضوع|נושא|subiect|θέμα|tema|assumpte|относно"
    "|perihal|subjek",
    "other": "importance|priority|attachments|reply to|reply-to|wichtigkeit|importance :|priorité|anlagen|antwort an",
}
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split("|")}
_LABEL = re.compile(r"[*_]{0,2}([^\s:：<>@*_\d][^:：<>@*_]{0,24}?)[*_]{0,2}\s?[:：][*_]{0,2}\s*(.*)$")
_ROWS = 14


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """From line ``begin`` up to, not with, ``end``; ``author`` is what its From line says."""

    begin: int
    end: int
    author: str

    @property
    def addresses(self) -> tuple[str, ...]:
        return tuple(found.lower() for found in ADDRESS.findall(self.author))


def label_of(head: str) -> str:
    """Which header line of a quoted mail it is: "from", "sent", "to", "cc", "subject", "other", or none: ""."""
    found = _LABEL.match(head)
    return _KINDS.get(" ".join(found[1].casefold().replace("’", "'").split()), "") if found else ""


def header_block_at(heads: Sequence[str], at: int) -> HeaderBlock | None:
    """The block whose From line is ``at``; older programs have the date or the subject above that."""
    if label_of(heads[at]) != "from":
        return None
    begin = at
    while begin > 0 and at - begin < 4 and label_of(heads[begin - 1]) in ("sent", "to", "subject", "cc"):
        begin -= 1
    end, rows = _rows_from(heads, begin)
    told = {label_of(row): row for row in rows}
    dated = "sent" in told and any(character.isdigit() for character in told["sent"])
    text = " ".join(rows)
    if not (dated and ("to" in told or "subject" in told)) and not ("subject" in told and "to" in told and "@" in text):
        return None
    if not dated and "@" not in text:
        return None
    author = heads[at]
    if at + 1 < end and not label_of(heads[at + 1]):
        author += " " + heads[at + 1]
    return HeaderBlock(begin, end, author)


def _rows_from(heads: Sequence[str], begin: int) -> tuple[int, list[str]]:
    """Label lines with those that they are wrapped into; one empty line may stand between two of them."""
    rows: list[str] = []
    at, wrapped = begin, 0
    while at < min(len(heads), begin + _ROWS):
        head = heads[at]
        following = heads[at + 1] if at + 1 < len(heads) else ""
        if label_of(head):
            rows.append(head)
            wrapped = 0
        elif not head and rows and label_of(following) not in ("", "from"):
            pass
        elif head and rows and label_of(rows[-1]) in ("to", "cc", "from", "subject") and wrapped < 4:
            if label_of(rows[-1]) == "subject" or not _continues(head, heads[at + 1 : at + 4]):
                break
            wrapped += 1
        else:
            break
        at += 1
    return at, rows


def _continues(head: str, below: Sequence[str]) -> bool:
    """Is it a further line of addresses? Only if an address or a label stands near."""
    return "@" in head or ";" in head or any(label_of(row) in ("sent", "to", "cc", "subject") for row in below)


def is_label_in_any_language(head: str) -> bool:
    return bool(_LABEL.match(head))
