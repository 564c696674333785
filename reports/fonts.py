"""The faces of the memos: files of two locked packages, never of the system.

Charts are measured with the same files that the renderer embeds, so a label is as wide on paper
as it was when it was placed.
"""

from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

SANS, SERIF = "Source Sans Pro", "Source Serif Pro"
PACKAGES = {SANS: "font_source_sans_pro", SERIF: "font_source_serif_pro"}
FACES = (  # family, weight, style, file
    (SANS, 400, "normal", "SourceSansPro-Regular.ttf"),
    (SANS, 400, "italic", "SourceSansPro-It.ttf"),
    (SANS, 600, "normal", "SourceSansPro-Semibold.ttf"),
    (SERIF, 400, "normal", "SourceSerifPro-Regular.ttf"),
    (SERIF, 400, "italic", "SourceSerifPro-It.ttf"),
    (SERIF, 600, "normal", "SourceSerifPro-Semibold.ttf"),
)


def face_path(name: str) -> Path:
    """The file of one face.

    Raises:
        FileNotFoundError: no face of the memos has this name.
    """
    for family, _, _, file in FACES:
        if file == name:
            return Path(str(files(PACKAGES[family]).joinpath("files", file)))
    raise FileNotFoundError(f"fonts: expected one of the faces of reports/fonts.py, found {name}")


def versions() -> str:
    """Versions of the font packages, part of every cache key."""
    return " ".join(f"{name} {version(name)}" for name in sorted(PACKAGES.values()))
