"""What a letter asks for, in Welsh and, for the plainest words, in Polish, Romanian and Urdu in roman letters.

Letters in a language that nobody here reads go to a person in any case; the words tell that person what to expect.
Accents may be lacking, since many people write without them.
"""

from __future__ import annotations

import re

_SOMEONE = r"(?:rywun|rhywun|gwirfoddolwr|wirfoddolwr|cyfaill|gyfaill|unrhyw un|neb)"
_LIKE = (
    r"(?:hoffwn|hoffwn i|licen|licswn|liciwn|leiciwn|bydden i|byddwn i|fyddwn i|fyswn i|baswn i|dymunwn|hoffai|licai"
    r"|(?:dw|dwi|rwy|rydw|wi)(?: i)? (?:eisiau|isio|ishe|moyn|am|yn moyn|angen|isie)|mae (?:hi|o|e) (?:eisiau"
    r"|isio|ishe|moyn)"
    r"|a (?:ga|gaf|gawn|gai|alla|allaf|allwn)|oes modd|allwch chi|fedrwch chi|gallwch chi|a fyddai modd"
    r"|gawn ni|ga i|gaf i)"
)
_NEED = r"(?:(?:angen|eisiau|isio|ishe|isie|moyn) )"
CALLS_ABROAD = re.compile(
    rf"\b{_LIKE}\b[^.;?!]{{0,50}}?\b(?:{_SOMEONE}[^.;?!]{{0,25}}?(?:ffonio|ffono|siarad|sgwrsio|galw)"
    rf"|g?alwad\w*|ngalwad\w*"
    rf"|sgwrs(?:io)?|(?:fy )?ffonio i|chyfeillio|cyfeillio|gyfeillio|gwasanaeth ffon|cymorth dros y ff[oô]n)"
    rf"|\b{_NEED}(?:{_SOMEONE}|clust)[^.;?!]{{0,25}}?(?:siarad|sgwrsio|gwrando|ffonio)"
    r"|\b(?:ffoniwch|ffonia|rhowch alwad|rho alwad|ffoniwch fi)\b(?! (?:cyn|ar ôl|ar ol))"
    r"|\bgalwad(?:au)? wythnosol|\byr alwad wythnosol|\bgwneud cais am (?:y )?g?alwad|\bcyfaill ff[oô]n"
    r"|\b(?:chcia[lł]\w*(?: bym)?|prosz[eę]|potrzebuj\w*|szukam)\b[^.;?!]{0,60}\b(?:zadzwoni\w*|dzwoni\w*"
    r"|telefon\w*|rozmow\w*"
    r"|porozmawia\w*)"
    r"|\b(?:as dori|aș dori|as vrea|aș vrea|vreau|doresc|am nevoie|puteti|puteți|va rog"
    r"|vă rog)\b[^.;?!]{0,60}\b(?:sunat\w*|suna\w*"
    r"|telefon\w*|vorbesc|vorbi\w*|apel\w*)"
    r"|\b(?:baat karna|baat karni|baat karne|phone kar\w*|call kar\w*|phone chahi\w*)\b"
)
GROUP_ABROAD = re.compile(
    r"\b(?:ymuno|dod|ddod|mynd|rhoi cynnig|lle|trio|cymryd rhan|gymryd rhan|hoffwn"
    r"|diddordeb)\b[^.;?!]{0,50}\b(?:g?r[wŵ]p\w*"
    r"|ngr[wŵ]p|cyfarfod\w*|gyfarfod\w*|sesiwn\w*|sesiynau|zoom)"
    r"|\b(?:g?r[wŵ]p\w*|cyfarfodydd|sesiynau)\b[^.;?!]{0,40}\b(?:i fi|i mi|yn apelio|os gwelwch yn dda|yn well)"
    r"|\b(?:do[lł][aą]czy\w*|udzia[lł]|zapisa\w*)\b[^.;?!]{0,40}\bgrup\w*|\bgrup\w* wsparcia"
    r"|\b(?:as dori|aș dori|as vrea|aș vrea|vreau|doresc|particip\w*|alatur\w*|alătur\w*|inscri\w*"
    r"|înscri\w*)\b[^.;?!]{0,50}\bgrup\w*"
    r"|\bgroup (?:mein|me|join kar)\b"
)
NO_CALLS_ABROAD = re.compile(
    r"\b(?:dim|ddim|nid)\b[^.;,]{0,25}\b(?:galwad\w*|g?alwadau|ffonio|ffôn)(?! (?:cyn|ar ôl|ar ol|rhwng))\b"
    r"|\bnid y galwadau"
    r"|\bnie chc\w*[^.;,]{0,20}\b(?:telefon\w*|rozm\w*)|\bnu vreau[^.;,]{0,20}\b(?:telefon\w*|apel\w*|suna\w*)"
)
CHANGED_ABROAD = re.compile(
    r"\b(?:mae|dyma)\b[^.;?!]{0,30}\b(?:rhif|amserau|amseroedd|manylion|cyfeiriad)\b[^.;?!]{0,25}\b(?:newydd"
    r"|wedi newid|yn wahanol)"
    r"|\b(?:newid|diweddaru)\b[^.;?!]{0,25}\b(?:rhif|amser\w*|manylion|cyfeiriad)\b|\b(?:m[oó]j"
    r"|mam) nowy numer|\bnumarul (?:meu )?nou"
)
FEEDBACK_ABROAD = re.compile(
    r"\b(?:diolch (?:o galon|yn fawr|i chi|am)|rwy'n ddiolchgar|mor ddiolchgar|yn ddiolchgar"
    r"|gwnaeth wahaniaeth|wedi (?:bod yn help|fy helpu)"
    r"|cwyno|cwyn|siomedig|siom|anhapus|ddim yn hapus|neb wedi (?:ffonio|galw)|gwych|ardderchog|caredig iawn)\b"
)
