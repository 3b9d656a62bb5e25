"""What the press is handed with a release: message, linked data, twins, card, related releases."""

import io
import json
from dataclasses import replace

import pytest
import yaml
from jsonschema import Draft202012Validator
from PIL import Image

from lintas.model import (
    Catalogue,
    Contact,
    Foto,
    Instansi,
    Koreksi,
    Orang,
    Pencabutan,
    Peraturan,
    PictureFacts,
    PictureFile,
    Ref,
    Settings,
    SiaranPers,
    Source,
    Topik,
)
from lintas.pictures.card import Card, Ink, draw_card
from lintas.presenting import cards, linked, message, pictures, twins
from lintas.relate import relate, related
from lintas.rendering import data_block, strings
from lintas.runs import OWN_THEME
from lintas.views.chrome import Meta

WORDS = strings(OWN_THEME, "id")
NOW = "2026-01-01T00:00:00Z"
BASE = "https://uji.go.id/portal/"
FONT = (OWN_THEME / "assets/huruf/instrument-sans.woff2").read_bytes()
INK = Ink("#0a2729", "#ffffff", "#b9dedd", "#ff8465")


def release(slug="rapat", **values) -> SiaranPers:
    given = {
        "path": f"content/siaran-pers/2025/{slug}.md",
        "digest": slug,
        "slug": slug,
        "year": "2025",
        "title": "Rapat Penataan Wilayah",
        "published": "2025-07-04",
        "excerpt": "Rapat dibuka pada pagi hari. " * 10,
    }
    return SiaranPers(**{**given, **values})


def site_of(*releases, **settings):
    options = {"title": "Portal", "agency": "pusat", "base_url": BASE, **settings}
    catalogue = Catalogue(
        settings=Settings(**options),
        releases=releases,
        institutions=(Instansi("content/instansi/pusat.yaml", "pusat", "Instansi Pusat", "Inpus"),),
        topics=(Topik("a", "Topik A"), Topik("b", "Topik B")),
        pictures=(
            PictureFacts("content/media/foto.png", "d" * 64, 900, 600, "k", (
                PictureFile("foto/foto.480.avif", "avif", 480, 320),
                PictureFile("foto/foto.900.avif", "avif", 900, 600),
                PictureFile("foto/foto.480.jpg", "jpeg", 480, 320),
                PictureFile("foto/foto.900.jpg", "jpeg", 900, 600),
            )),
        ),
        media=(Source("content/media/foto.png", "media", "d" * 64, 10),),
    )  # fmt: skip
    return relate(catalogue, NOW, "mesin").value


@pytest.mark.parametrize(
    ("title", "summary", "numbers"),
    [
        ("Rapat", "Ringkasan pendek.", ()),
        ("Kata " * 80, "Kalimat yang panjang sekali. " * 40, ("1/SP/2025", "2/SP/2025", "3/SP/2025")),
        ("Rapat *penting* dan_lain", "", ("1/SP/2025",)),
        ("Rapat", "tanpatitik " * 100, ()),
    ],
)
def test_a_message_has_300_to_600_characters_and_ends_in_the_whole_address(title, summary, numbers):
    given = release(title=title.strip(), summary=summary, numbers=tuple(map(Ref, numbers)), place="Bekasi")
    text = message.message(site_of(given), given, WORDS)
    assert message.LEAST <= len(text) <= message.MOST
    assert text.endswith(f" {BASE}siaran-pers/2025/rapat/")
    bold, about = text.split("\n")[:2]
    assert bold.count("*") == 2
    assert bold[0] == bold[-1] == "*"
    assert about == "Siaran pers, Bekasi, 4 Juli 2025"
    words = set(f"{title} {summary} {given.excerpt}".replace("*", "").replace("_", " ").split())
    lead = text.split("\n\n")[1]
    assert {word.rstrip("…") for word in lead.split()} <= words | {word.rstrip(".") for word in words}


def test_a_message_says_what_became_of_a_release_and_stays_within_bounds_for_a_very_long_address():
    given = release("s" * 200, status="ralat", corrections=(Koreksi("2025-07-05", "a", "b", "c"),), title="Kata " * 60)
    text = message.message(site_of(given), given, WORDS)
    assert "DIRALAT" in text
    assert len(text) <= message.MOST
    assert text.endswith("/" + "s" * 200 + "/")


def test_linked_data_tell_what_is_known_and_leave_out_the_rest():
    given = release(
        numbers=(Ref("1/SP/2025"),), institutions=(Ref("pusat"),), topics=(Ref("a"),), regions=(Ref("32.75"),),
        people=(Orang("Nama Narasumber", "Kepala Biro"),), regulations=(Peraturan("UU 23/2014", "UU Pemda"),),
        photos=(Foto(Ref("foto.png"), "Peta", "Takarir", "Humas"),), event_start="2025-07-03", place="Bekasi",
        status="ralat", corrections=(Koreksi("2025-07-06", "satu", "dua", "Salah ketik."),),
    )  # fmt: skip
    made = linked.article(site_of(given), given, WORDS, "kartu.png")
    assert made["@type"] == "NewsArticle"
    assert made["datePublished"] == "2025-07-04T00:00:00+07:00"
    assert made["dateModified"] == "2025-07-06T00:00:00+07:00"
    assert made["publisher"]["@type"] == "GovernmentOrganization"
    assert [image["url"] for image in made["image"]] == [f"{BASE}foto/foto.900.jpg", f"{BASE}kartu.png"]
    assert made["contentLocation"][0]["name"] == "Kota Bekasi"
    assert made["identifier"][0]["value"] == "1/SP/2025"
    assert made["temporalCoverage"] == "2025-07-03"
    assert made["correction"][0]["@type"] == "CorrectionComment"
    assert "isBasedOn" not in made
    bare = linked.article(site_of(release()), release(), WORDS, "")
    assert not {"image", "identifier", "correction", "citation", "mentions"} & set(bare)


def test_nothing_in_linked_data_can_end_its_element():
    block = str(data_block({"headline": "</script><script>x</script>&\u2028\u2029"}))
    assert not set("<>&\u2028\u2029") & set(block)
    assert json.loads(block)["headline"] == "</script><script>x</script>&\u2028\u2029"


def test_json_holds_the_release_with_absolute_addresses():
    given = release(links=(Ref("halaman:x"),), photos=(Foto(Ref("foto.png"), "Peta"),), language="en")
    site = replace(site_of(given), targets={given.path: ("tentang/",)})
    made = twins.record(site, given, '<p>Isi <a href="slot:0">x</a>.</p>')
    assert made["isi_html"] == f'<p>Isi <a href="{BASE}tentang/">x</a>.</p>'
    assert made["foto"] == [{"alamat": f"{BASE}media/foto.png", "teks_alternatif": "Peta", "lebar": 900, "tinggi": 600}]
    assert "nomor" not in made
    assert made["bentuk"] == twins.FORM


def test_markdown_keeps_the_text_and_makes_links_absolute_at_their_place():
    body = 'Teks a [a](a) dan [dua](a "judul").\n\n```\n[a](a)\n```\n\n![Peta](../../media/foto.png)\n'
    source = f"---\njudul: Rapat\n---\n\n{body}"
    refs = (Ref("a", 5, 12), Ref("a", 5, 25), Ref("../../media/foto.png", 11, 9))
    given = release(links=refs, title='Judul: "aneh" \\', numbers=(Ref("1/SP"),))
    site = replace(site_of(given), targets={given.path: ("satu/", "dua/", "media/foto.png")})
    made = twins.markdown(site, given, source)
    head, text = made.removeprefix("---\n").split("---\n", 1)
    assert yaml.safe_load(head)["judul"] == 'Judul: "aneh" \\'
    assert yaml.safe_load(head)["alamat"] == f"{BASE}siaran-pers/2025/rapat/"
    expected = body.replace("[a](a) dan", f"[a]({BASE}satu/) dan").replace('(a "', f'({BASE}dua/ "')
    assert text.strip() == expected.replace("../../media", f"{BASE}media").strip()


def test_of_a_withdrawn_release_the_twins_tell_the_reason_alone():
    gone = release(status="dicabut", summary="Rahasia", withdrawal=Pencabutan("2025-08-01", "Data keliru."))
    site = site_of(gone)
    made = twins.tombstone(site, gone)
    assert made["pencabutan"] == {"tanggal": "2025-08-01", "alasan": "Data keliru."}
    text = twins.markdown_tombstone(site, gone, "Dicabut.")
    assert "Rahasia" not in json.dumps(made) + text
    assert "Data keliru." in text


def test_pictures_in_a_text_get_their_sizes_and_other_images_stay():
    given = release(links=(Ref("../../media/foto.png"), Ref("halaman:x")))
    site = replace(site_of(given), targets={given.path: ("media/foto.png", "tentang/")})
    html = '<p><img src="slot:0" alt="a &gt; b" loading="lazy"><a href="slot:1">x</a><img src="slot:9" alt=""></p>'
    made = pictures.body(site, html, given.path, "../")
    assert made == (
        f'<p><picture><source type="image/avif" srcset="../foto/foto.480.avif 480w, ../foto/foto.900.avif 900w" '
        f'sizes="{pictures.SIZES}"><source type="image/jpeg" srcset="../foto/foto.480.jpg 480w, ../foto/foto.900.jpg '
        f'900w" sizes="{pictures.SIZES}"><img src="../foto/foto.900.jpg" alt="a &gt; b" loading="lazy" width="900" '
        'height="600"></picture><a href="../tentang/">x</a><img src="slot:9" alt=""></p>'
    )


def test_related_releases_share_most_and_are_near_in_time():
    def made(number, topics, regions=()):
        day = f"2025-0{1 + number // 28}-{1 + number % 28:02}"
        return release(f"r{number:03}", published=day, topics=tuple(map(Ref, topics)), regions=tuple(map(Ref, regions)),
                       institutions=(Ref("pusat"),))  # fmt: skip

    site = site_of(*[made(n, "a") for n in range(60)], made(60, "ab", ["32.75"]), made(61, "b", ["32.75"]))
    found = [site.releases[n].slug for n in related(site, site.by_slug and site.positions[site.by_slug["r060"].path])]
    assert found == ["r061", "r059", "r058", "r057"]
    old = [site.releases[n].slug for n in related(site, site.positions[site.by_slug["r010"].path])]
    assert old == ["r016", "r015", "r014", "r013"]  # the nearest newer ones, not those of another year
    alone = site_of(release("sendiri", institutions=(Ref("pusat"),)), release("lain", institutions=(Ref("pusat"),)))
    assert related(alone, 0) == ()  # the portal's own agency stands on all


@pytest.mark.parametrize(
    "title",
    [
        "Libur",
        "Rapat Koordinasi di Bekasi Membahas Kolaborasi Penataan Metropolitan",
        "Kata " * 90,
        "W" * 200,
        "",
        "日本",
    ],
)
def test_a_card_fits_any_title_and_is_drawn_the_same_twice(title):
    card = Card(title, ("Siaran pers", "Instansi Pusat " * 9), ("156/SP/HM.01.02/POLKAM/7/2025", "4 Juli 2025"))
    data = draw_card(card, FONT, INK)
    assert data == draw_card(card, FONT, INK)
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (1200, 630)
        edge = image.convert("RGB").crop((1160, 0, 1200, 630)).getcolors()
        assert edge == [(40 * 630, (10, 39, 41))]  # nothing runs over the edge
    assert len(data) < 60_000


def test_cards_are_drawn_for_the_latest_years_and_the_others_name_that_of_the_portal():
    theme = (Source(cards.FONT, "theme", "f", 1),)
    old = release("lama", year="2023", path="content/siaran-pers/2023/lama.md", published="2023-01-02")
    site = replace(site_of(release(), old), theme=theme)
    assert cards.of_release(site, release()) == "siaran-pers/2025/rapat/kartu.png"
    assert cards.of_release(site, old) == "kartu.png"
    none = replace(site, theme=())
    assert cards.of_release(none, release()) == ""
    head = cards.shown(site, Meta("Judul", "", ""), "kartu.png", "Kartu")
    assert (head.og_image_url, head.og_image_size) == (f"{BASE}kartu.png", (1200, 630))


SCHEMA = json.loads((OWN_THEME.parent / "lintas/presenting/api/siaran-pers.schema.json").read_text(encoding="utf-8"))


def test_the_json_of_a_release_fits_its_published_schema():
    gone = release("gone", status="dicabut", withdrawal=Pencabutan("2025-08-01", "Data keliru."))
    whole = release(
        "utuh", numbers=(Ref("1/SP"),), institutions=(Ref("pusat"),), topics=(Ref("a"),), regions=(Ref("32.75"),),
        people=(Orang("Nama", "Jabatan", "pusat"),), regulations=(Peraturan("UU 23/2014"),), summary="Ringkasan.",
        photos=(Foto(Ref("foto.png"), "Peta", "Takarir", "Humas"),), event_start="2025-07-03", event_end="2025-07-04",
        contacts=(Contact("humas@uji.go.id", "021"),), published="2025-07-04T13:00:00+07:00", status="ralat",
        corrections=(Koreksi("2025-07-06", "satu", "dua", "Salah ketik."),),
    )  # fmt: skip
    site = site_of(gone, whole, release())
    records = [twins.record(site, whole, "<p>Isi.</p>"), twins.record(site, release(), "<p>Isi.</p>")]
    for record in (*records, twins.tombstone(site, gone)):
        found = [error.message for error in Draft202012Validator(SCHEMA).iter_errors(record)]
        assert found == []
    assert list(Draft202012Validator(SCHEMA).iter_errors(twins.tombstone(site, gone) | {"isi_html": "x"}))
