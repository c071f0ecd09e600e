"""Letters in languages that nobody here reads; and the stories of the first rounds, out of tests/cases/risk/tuned."""

from __future__ import annotations

import tomllib
from typing import Any

from tests.reading.reading_cases import ROOT

UNREADABLE = [
    (
        "pl",
        (
            "Dzień dobry, nazywam się Anna i mieszkam w Leeds. Mój brat siedzi w areszcie i bardzo "
            "proszę o telefon w tygodniu."
        ),
    ),
    (
        "ro",
        (
            "Buna ziua, sotul meu este la inchisoare si as dori sa vorbesc cu cineva o data pe "
            "saptamana, seara dupa ora opt."
        ),
    ),
    (
        "so",
        (
            "Waxaan rabaa in qof ila soo hadlo toddobaadkiiba mar, wiilkaygu xabsi buu ku jiraa oo "
            "keligay baan ahay guriga."
        ),
    ),
]


def told(group: str) -> list[tuple[str, str, str]]:
    """The stories of one group ("family_risk"): text, risk, and its category ("unspecified" where none is told)."""
    files = sorted((ROOT / "tests/cases/risk/tuned").glob(f"earlier_{group}_*.toml"))
    cases: list[dict[str, Any]] = [case for path in files for case in tomllib.loads(path.read_text("utf-8"))["case"]]
    return [(case["text"].strip(), case["labels"]["risk"], _category(case["labels"])) for case in cases]


def _category(labels: dict[str, Any]) -> str:
    return str(labels.get("risk_categories", ["unspecified"])[0])
