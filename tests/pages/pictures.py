"""``make pictures``: the pictures of ``docs/pictures``, taken anew from the templates as they are."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "outbox"))

from browser import ROOT, Screen, take_picture
from outbox_cast import make_composer

from mailbot.outbox.previews import write_previews

PICTURES = ROOT / "docs" / "pictures"
PHONE, DESK = Screen(360), Screen(1024)
# the picture: which example, on which screen, and how many pixels of it
TAKEN: dict[str, tuple[str, Screen, int]] = {
    "acknowledgement-phone": ("acknowledgement-1-en", PHONE, 900),
    "acknowledgement-phone-dark": ("acknowledgement-1-en", Screen(360, dark=True), 900),
    "acknowledgement-welsh-phone": ("acknowledgement-1-cy", PHONE, 980),
    "offer-phone": ("offer_made-1-en", PHONE, 900),
    "digest-phone": ("digest-1-en", PHONE, 1300),
    "digest-desk": ("digest-1-en", DESK, 900),
    "proposal-phone": ("match_proposed-1-en", PHONE, 1000),
    "alert-phone": ("concern_alert-1-en", PHONE, 1000),
}


def main() -> int:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as told:
        work = Path(told)
        write_previews(make_composer(), work)
        for name, (example, screen, height) in TAKEN.items():
            take_picture(work / f"{example}.html", PICTURES / f"{name}.png", screen, height, work)
            print(f"{name}.png: {(PICTURES / f'{name}.png').stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
