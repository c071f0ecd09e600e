"""Lines that a device, a program, a gateway or a mailing list adds to what a person writes."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DEVICES = (
    r"i ?phone|i ?pad|i ?pod|apple watch|galaxy|samsung|android|huawei|xperia|sony|blackberry|nokia|windows|htc"
    r"|lg|pixel|google"
    r"|motorola|moto|oneplus|xiaomi|redmi|oppo|honor|kindle|amazon|mobile|(?:smart|cell)?phone|tablet"
    r"|device|handheld"
    r"|yahoo|outlook|hotmail|mail for|mail\b|gmail|proton|protonmail|aol|bt|sky|talktalk|virgin|mail\.com"
    r"|mail\.ru|gmx|web\.de"
    r"|mymail|spark|edison|airmail|newton|superhuman|tutanota|tuta|fastmail|icloud|ee\b|vodafone|o2"
    r"|bluemail|k-9|zoho"
    r"|polymail|mailspring|thunderbird|mailbird|acompli|typeapp"
    r"|chromebook"
)
_FOREIGN_DEVICES = (
    r"i ?phon\w{0,3}|i ?pad|i ?pod|mac|android|samsung|galaxy|huawei|xiaomi|handy|smartphone|telefon|tablet"
    r"|blackberry|outlook|yahoo"
    r"|gmx|web\.de|mail|mobil|gsm|proton|orange|windows|nokia|tel[eé]fono|t[eé]l[eé]phone|telem[oó]vel|celular"
    r"|ffôn|portable"
    r"|enhet|apparaat|toestel|móvil|puhelin|telefoon|zařízen|urządz|smartfon|gerät|айфон|телефон|почт"
)
_DEVICE = re.compile(
    r"(?:[-–—*_\s]{0,4})(?:"
    rf"(?:sent|written|typed|composed|shared) (?:from|via|using|with|by|on) (?:my |the |a "
    rf"|an )?(?:\w{{2,12}} )?(?-i:[A-Z0-9]\w{{0,14}} ){{0,3}}(?:{_DEVICES})"
    r"\b[^?!<:]{0,60}(?:<https?:[^>]{0,60}>?|\( ?https?:[^)]{0,80}\))?"
    rf"|(?:sent|written) (?:from|on) (?:my |a )(?:i ?phone|i ?pad|mobile|phone|device|tablet"
    rf"|smartphone)\b[^?!<]{{0,90}}"
    r"|get outlook for (?:ios|android|mac)\b.{0,60}|get bluemail for .{0,30}|get the (?:new )?(?:mail|outlook"
    r"|yahoo|aol)\b.{0,40}"
    r"|(?:télécharger|obtenir|descargar|obtener|obter|scarica|download|pobierz|hämta|hent|hanki|загрузить"
    r"|ladda ned) outlook "
    r"(?:pour|para|per|voor|dla|för|til|for|для)\b.{0,60}|outlook für (?:ios|android|mac) (?:herunterladen"
    r"|beziehen).{0,60}"
    r"|outlook voor (?:ios|android) downloaden.{0,60}"
    rf"|(?:anfonwyd|danfonwyd) (?:o(?:['’]m| fy| ddyfais)?|gan|gyda) ?(?:{_FOREIGN_DEVICES}).{{0,30}}"
    rf"|(?:diese (?:nachricht|e-?mail"
    rf"|mail) wurde )?von mein\w{{0,2}} (?:.{{0,12}}[ -])?(?:{_FOREIGN_DEVICES}).{{0,60}}gesendet\.?"
    rf"|(?:gesendet|geschrieben) (?:von|mit|über) (?:.{{0,12}}[ -])?(?:{_FOREIGN_DEVICES}).{{0,40}}"
    rf"|envoyé (?:à partir )?(?:de(?:puis)?|via|avec|d['’]) ?(?:mon |ma |un |l['’]application )?(?:.{{0,12}} )?"
    rf"(?:{_FOREIGN_DEVICES}).{{0,40}}"
    rf"|enviad[oa] (?:desde|de|do|da|a partir d[eo]|pelo|con|via) (?:mi |meu |o meu |minha )?(?:.{{0,12}} )?"
    rf"(?:{_FOREIGN_DEVICES}).{{0,40}}"
    rf"|(?:wiadomość )?wysłan[oea]? (?:z|ze|przez|za pomocą) (?:mojego |mojej "
    rf"|aplikacji )?(?:{_FOREIGN_DEVICES}).{{0,40}}"
    rf"|inviato (?:da(?:l)?|con|tramite)(?: mio)? (?:.{{0,12}} )?(?:{_FOREIGN_DEVICES}).{{0,40}}"
    rf"|(?:verzonden|verstuurd) (?:vanaf|vanuit|via|met) (?:mijn )?(?:.{{0,12}} )?(?:{_FOREIGN_DEVICES}).{{0,40}}"
    rf"|skickat från (?:min )?(?:{_FOREIGN_DEVICES}).{{0,40}}|sendt fra (?:min )?(?:{_FOREIGN_DEVICES}).{{0,40}}"
    rf"|lähetetty .{{0,20}}(?:{_FOREIGN_DEVICES}).{{0,30}}|odesláno (?:z"
    rf"|ze) (?:mého )?(?:{_FOREIGN_DEVICES}).{{0,30}}"
    rf"|(?:отправлено|надіслано|відправлено) (?:с|из|з|із) (?:моего |мого )?(?:мобильной "
    rf"|{_FOREIGN_DEVICES}).{{0,40}}"
    rf"|(?:{_FOREIGN_DEVICES}).{{0,20}}(?:gönderildi|küldve|から送信|에서 보냄)\.?"
    rf"|elküldve .{{0,20}}(?:{_FOREIGN_DEVICES}).{{0,30}}"
    rf"|나의 (?:{_FOREIGN_DEVICES}).{{0,10}}|发自我的.{{0,20}}|從我的.{{0,20}}傳送|傳送自.{{0,20}}|から送信.{{0,10}}"
    rf"|(?:đã )?gửi từ (?:{_FOREIGN_DEVICES}).{{0,30}}|trimis de pe (?:{_FOREIGN_DEVICES}).{{0,30}}"
    rf"|تم الإرسال من (?:جهاز )?.{{0,30}}|أُرسلت من .{{0,30}}|נשלח מה.{{0,30}}"
    r"|[|\s]{0,8}virus-free\.? ?(?:www\.)?(?:avast|avg)?.{0,60}|virenfrei\.? ?(?:www\.)?.{0,40}"
    r"|garanti sans virus\.? ?.{0,40}"
    r"|libre de virus\.? ?.{0,40}|wolny od wirusów\.? ?.{0,40}"
    r"|this e-?mail (?:has been|was) (?:checked|scanned) (?:for viruses )?by .{0,80}"
    r"|diese e-?mail wurde von .{0,40} auf viren geprüft.{0,20}|cet e-?mail a été vérifié .{0,80}"
    r"|l['’]absence de virus dans ce courrier .{0,80}|(?:this message has been )?scanned (?:by|for) .{0,80}"
    r"|(?:yahoo mail|aol mail): search, organi[sz]e, conquer.{0,60}|https?://www\.(?:avast|avg)\.com\S{0,60}"
    r"|www\.avast\.com"
    r"|inactive hide details for .{0,300}|(?:click|tap) here to (?:reply|forward)"
    r"|(?:please )?(?:excuse|forgive|pardon) (?:any |my |the )?(?:typos?|brevity|errors?|spelling)\b.{0,60}"
    r")$",
    re.IGNORECASE,
)
# what a gateway puts above or below: pictures' places, warnings about outside mail
_ADDED = re.compile(
    r"[\[<](?:cid|image|img|inline image)\b[^\]>]{0,150}[\]>]$"
    r"|.{0,80}\b(?:e-?mail|message) (?:has )?(?:originated|came|was sent|sent) (?:from )?"
    r"(?:outside (?:of )?(?:the |your |our )?(?:organi[sz]ation|company|trust|council|network)|an? external).{0,250}$"
    r"|(?:\[|\*){0,3}external(?: e-?mail| sender)?(?:\]|\*){0,3}$"
    r"|.{0,40}\bdo not click (?:on )?(?:any )?links? (?:or|and) (?:open )?attachments?\b.{0,150}$"
    r"|(?:you don['’]t often get e-?mail from|some people who received this message don['’]t often get).{0,200}$",
    re.IGNORECASE,
)
_CAUTION = re.compile(r"(?:caution|warning|\[?external|rhybudd)\b", re.IGNORECASE)
_LIST_RULE = re.compile(r"[-_]{20,}$")
_LIST = re.compile(r"\bmailing list\b|mailman/listinfo|you received this message because|unsubscribe", re.IGNORECASE)


def is_added(head: str) -> bool:
    """Was the line added by a machine?"""
    if len(head) < 160 and _DEVICE.match(head):
        return not _TELLS.search(head)
    return bool(_CAUSES.search(head) and _ADDED.match(head))


# somebody goes on in the same line: "Written on my phone, ring me on 07700 900123"
_TELLS = re.compile(r"\d(?:[ -]?\d){6}|\b(?:ring|call|me|he|she|him|her|I|I['’]m)\b")
_CAUSES = re.compile(r"[\[<]|external|click|often get|e-?mail|message", re.IGNORECASE)


def rows_added(heads: Sequence[str], at: int) -> int:
    """How many lines from ``at`` on a machine has added: a warning wrapped into two, a list's footer, or one line."""
    head = heads[at]
    if _LIST_RULE.match(head) and any(_LIST.search(row) for row in heads[at + 1 : at + 3]):
        return next((step for step, row in enumerate(heads[at : at + 8]) if not row), min(8, len(heads) - at))
    if not is_added(head):
        return 0
    if _CAUTION.match(head):
        return next((step for step, row in enumerate(heads[at : at + 4]) if not row), 1)
    return 1
