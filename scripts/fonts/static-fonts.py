"""Static fonts for documents: one weight and style of the variable web font each, Latin and Latin Extended in one file.

Needs Debian's python3-fonttools and python3-brotli. Run from the clone after `npm ci`.
"""
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools import merge
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FAMILY = "Atkinson Hyperlegible Next"
SOURCES = Path("node_modules/@fontsource-variable/atkinson-hyperlegible-next/files")
TARGET = Path("src/services/documents/fonts")
FACES = [("normal", 400, "Regular"), ("normal", 600, "SemiBold"), ("italic", 400, "Italic")]


def static(subset: str, style: str, weight: int, folder: Path) -> str:
    font = TTFont(SOURCES / f"atkinson-hyperlegible-next-{subset}-wght-{style}.woff2")
    font.flavor = None
    font = instancer.instantiateVariableFont(font, {"wght": weight})
    if "STAT" in font:
        del font["STAT"]
    path = folder / f"{subset}.ttf"
    font.save(path)
    return str(path)


def rename(font: TTFont, face: str) -> None:
    """Only regular and italic belong to the family of old programs; others find the weight by the typographic names."""
    table = font["name"]
    kept = {i: table.getDebugName(i) for i in (0, 8, 9, 11, 13, 14)}
    for record in list(table.names):
        table.removeNames(record.nameID)
    is_basic = face in ("Regular", "Italic")
    postscript = f"{FAMILY.replace(' ', '')}-{face}"
    names = {
        1: FAMILY if is_basic else f"{FAMILY} {face}",
        2: face if is_basic else "Regular",
        3: postscript,
        4: f"{FAMILY} {face}",
        5: "Version 2.001",
        6: postscript,
        16: FAMILY,
        17: face,
        **{i: text for i, text in kept.items() if text},
    }
    for i, text in names.items():
        table.setName(text, i, 3, 1, 0x409)


for style, weight, face in FACES:
    with TemporaryDirectory() as folder:
        parts = [static(subset, style, weight, Path(folder)) for subset in ("latin", "latin-ext")]
        font = merge.Merger().merge(parts)
        rename(font, face)
        is_italic = style == "italic"
        font["OS/2"].usWeightClass = weight
        font["head"].macStyle = 2 if is_italic else 0
        selection = font["OS/2"].fsSelection & ~0x61
        font["OS/2"].fsSelection = selection | (0x01 if is_italic else 0x40 if weight == 400 else 0)
        font.save(TARGET / f"atkinson-hyperlegible-next-{face.replace('B', '-b').lower()}.ttf")
