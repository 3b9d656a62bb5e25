"""Standing pages, institutions and topics."""

from __future__ import annotations

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.formatting import slug
from lintas.model import Halaman, Instansi, Ref, Topik
from lintas.reader import Map, decode, read_yaml
from lintas.settings import LANGUAGES, number_profile, translations
from lintas.siaran.documents import SYNONYMS, convert, file_slug, is_slug, open_document, open_yaml, summary, title
from lintas.siaran.waivers import personal, read_waivers

PAGE_KEYS = ("judul", "ringkasan", "diperbarui", "pengecualian", "bahasa", "terjemahan_dari", "pengalihan")
INSTITUTION_KEYS = (
    "nama", "singkatan", "jenis", "induk", "wilayah", "situs", "uraian", "alias", "profil_nomor", "nama_en",
    "singkatan_en", "uraian_en", "pengalihan",
)  # fmt: skip
INSTITUTION_KINDS = (
    "kementerian", "lembaga", "pemerintah-provinsi", "pemerintah-kabupaten", "pemerintah-kota", "unit", "lainnya",
)  # fmt: skip
TOPIC_KEYS = ("slug", "nama", "uraian", "tema_eu", "nama_en", "uraian_en", "pengalihan")
DATA_THEMES = (  # of the EU authority table, by which European portals sort datasets
    "AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL", "INTR", "JUST", "OP_DATPRO", "REGI", "SOCI", "TECH", "TRAN",
)  # fmt: skip


def load_page(data: bytes, path: str, digest: str) -> Outcome[tuple[Halaman, str] | None]:
    """Read content/halaman/<slug>.md."""
    diagnostics: list[Diagnostic] = []
    document = open_document(data, path, diagnostics)
    front = document.front
    front.unknown(PAGE_KEYS, SYNONYMS)
    name = file_slug(path, diagnostics)
    language = front.choice("bahasa", LANGUAGES, "id")
    body = convert(document, language)
    page = Halaman(
        path=path,
        digest=digest,
        slug=name,
        title=title(front, name),
        summary=summary(front),
        updated=front.date("diperbarui"),
        links=body.links,
        headings=body.headings,
        excerpt=body.text,
        bindings=body.bindings,
        waivers=read_waivers(front),
        language=language,
        translates=front.ref("terjemahan_dari"),
        former=former(front, name),
    )
    diagnostics += personal(data, path, (), page.waivers)
    return Outcome((page, body.html) if name else None, tuple(diagnostics))


def load_institution(data: bytes, path: str, digest: str) -> Outcome[Instansi | None]:
    """Read content/instansi/<slug>.yaml. `digest` is taken for the sake of one signature for all loaders."""
    diagnostics: list[Diagnostic] = []
    front = open_yaml(data, path, diagnostics)
    front.unknown(INSTITUTION_KEYS, {"website": "situs", "deskripsi": "uraian", "akronim": "singkatan", "name": "nama"})
    name = file_slug(path, diagnostics)
    parent = front.ref("induk")
    if parent.text and parent.text == name:
        front.report("SIA301", "induk", value=parent.text)
    institution = Instansi(
        path=path,
        slug=name,
        name=front.text("nama", required=True) or name,
        short_name=front.text("singkatan"),
        kind=front.choice("jenis", INSTITUTION_KINDS),
        parent=parent,
        region=front.ref("wilayah"),
        website=front.url("situs", schemes=("https", "http")),
        description=" ".join(front.text("uraian").split()),
        aliases=front.texts("alias"),
        number_profile=number_profile(front),
        former=former(front, name),
        translations=translations(front, {"nama_en": "name", "singkatan_en": "short_name", "uraian_en": "description"}),
    )
    diagnostics += personal(data, path, (), ())
    return Outcome(institution if name else None, tuple(diagnostics))


def load_topics(data: bytes, path: str, digest: str) -> Outcome[tuple[Topik, ...]]:
    """Read content/topik.yaml, a list of topics in the order in which they are shown."""
    text = decode(data, path)
    if text.diagnostics and not text.value:
        return Outcome((), text.diagnostics)
    node = read_yaml(text.value, path)
    diagnostics = [*text.diagnostics, *node.diagnostics]
    if node.value.kind != "list":
        if node.value.tag != "error":
            diagnostics.append(fault("SIA401", Span(path, node.value.line, node.value.column)))
        return Outcome((), tuple(diagnostics))
    found: dict[str, Topik] = {}
    for item in node.value.items:
        each = Map(item, path, diagnostics)
        topic = _topic(each)
        if topic.slug in found:
            first = Span(path, found[topic.slug].line)
            diagnostics.append(fault("SIA402", each.span("slug"), related=(first,), value=topic.slug, line=first.line))
        elif topic.slug:
            found[topic.slug] = topic
    return Outcome(tuple(found.values()), (*diagnostics, *personal(data, path, (), ())))


def _topic(each: Map) -> Topik:
    each.unknown(TOPIC_KEYS, {"name": "nama", "judul": "nama", "deskripsi": "uraian"})
    key = each.text("slug", required=True)
    if key and not is_slug(key):
        each.diagnostics.append(fault("SIA103", each.span("slug"), value=key, hint=slug(key)))
    name = each.text("nama", required=True) or key
    description, theme = " ".join(each.text("uraian").split()), each.choice("tema_eu", DATA_THEMES)
    translated = translations(each, {"nama_en": "name", "uraian_en": "description"})
    return Topik(key, name, description, each.node.line, theme, translated, former(each, key))


def former(front: Map, name: str) -> tuple[Ref, ...]:
    """`pengalihan`: names that it had before, with or without the folder and slashes around; SIA119."""
    found = []
    for ref in front.refs("pengalihan"):
        text = ref.text.strip("/").rpartition("/")[2]
        if is_slug(text) and text != name:
            found.append(Ref(text, ref.line, ref.column))
        else:
            front.diagnostics.append(fault("SIA119", Span(front.path, ref.line, ref.column), value=ref.text))
    return tuple(found)
