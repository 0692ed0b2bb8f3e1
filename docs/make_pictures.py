"""Make the pictures of a report that the documentation shows: one on a desk, one on a phone.

Needs Chromium on the path (as ``chromium`` or ``chromium-browser``) and the extra ``cli``:

    python docs/make_pictures.py
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from reunify import casefile, report
from reunify.text import Lang

HERE = Path(__file__).parent
CASE = HERE.parent / "examples" / "cases" / "subsidiary-couple-with-foster-child.toml"
# Name of the picture, language of the report, width, height, pixels a CSS pixel.
PICTURES: tuple[tuple[str, Lang, int, int, float], ...] = (
    ("report-en.png", "en", 1200, 1330, 1.0),
    ("report-nl-phone.png", "nl", 390, 1120, 1.5),
)
OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


def main() -> None:
    """Make each picture anew."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        sys.exit("make_pictures: Chromium is not on the path")
    folder = HERE / "pictures"
    folder.mkdir(exist_ok=True)
    for name, lang, width, height, scale in PICTURES:
        take(
            browser,
            page(lang),
            folder / name,
            f"--window-size={width},{height}",
            f"--force-device-scale-factor={scale}",
        )
        sys.stdout.write(f"{folder / name}: {(folder / name).stat().st_size // 1000} kB\n")


def page(lang: Lang) -> str:
    """Give the report on the example family as HTML."""
    return report.make(casefile.read(CASE), lang=lang).to_html()


def take(browser: str, html: str, picture: Path, *options: str) -> None:
    """Take a picture of a page with a browser that has no history and leaves none."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "report.html").write_text(html, encoding="utf-8")
        profile = f"--user-data-dir={folder / 'profile'}"
        address = (folder / "report.html").as_uri()
        command = [browser, *OPTIONS, profile, *options, f"--screenshot={picture}", address]
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 -- no word comes from outside


if __name__ == "__main__":
    main()
