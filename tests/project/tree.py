"""The project as a reader finds it: its root and the files that belong to it."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BINARY = {".png", ".jpg", ".jpeg", ".webp", ".ico", ".woff2", ".pdf", ".mo", ".gz"}


def own_files():
    """Paths of all committed text files; without git, of all that a fresh copy would have."""
    listing = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    names = listing.stdout.splitlines() or [str(path.relative_to(ROOT)) for path in ROOT.glob("[!.]*/**/*")]
    paths = (ROOT / name for name in names)
    return [path for path in paths if path.is_file() and path.suffix not in BINARY]


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")
