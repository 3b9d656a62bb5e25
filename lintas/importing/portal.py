"""What the portal has that a text may name. Reads content/; what is wrong with these files is for `check` to say."""

from __future__ import annotations

from pathlib import Path

from lintas.importing.understanding import Known
from lintas.numbering import profile
from lintas.reader import Map, decode, read_yaml
from lintas.siaran import load_institution, load_topics


def known(root: Path) -> Known:
    institutions = []
    for file in sorted((root / "content" / "instansi").glob("*.yaml")):
        path = file.relative_to(root).as_posix()
        loaded = load_institution(_bytes(file), path, "").value
        if loaded is not None:
            institutions.append(loaded)
    settings = Map(read_yaml(decode(_bytes(root / "content/situs.yaml"), "").value, "").value, "", [])
    return Known(
        institutions=tuple(institutions),
        topics=load_topics(_bytes(root / "content/topik.yaml"), "content/topik.yaml", "").value,
        scheme=profile(settings.text("profil_nomor")),
        agency=settings.text("instansi"),
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
