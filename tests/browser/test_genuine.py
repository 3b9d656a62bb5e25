"""The page that checks whether a text is genuine, in a real browser: every verdict, by keyboard, in bad company."""

import json

import pytest

from lintas.pipeline import Options, build
from tests.browser import genuine
from tests.browser.conftest import Visitor, accessibility_faults
from tests.browser.server import serving
from tests.conftest import ROOT
from tests.portals import NOW

pytestmark = pytest.mark.browser

PAGE = "cek-keaslian/"
VECTORS = json.loads((ROOT / "tests/authenticity/vectors.json").read_text(encoding="utf-8"))
TITLE = ".verdict__title"
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    root = tmp_path_factory.mktemp("keaslian")
    files = genuine.portal()
    files["content/keaslian/demo.key"] = (ROOT / "content/keaslian/demo.key").read_bytes()
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    result = build(Options(root=root, now=NOW, jobs=1))
    assert result.ok
    return root / "_site"


@pytest.fixture(scope="module")
def place(tree):
    with serving(tree) as address:
        yield address


@pytest.fixture
def guest(browser, place):
    visitor = Visitor(browser, place)
    yield visitor
    for context in visitor.contexts:
        context.close()
    assert visitor.faults == []


def check(page, text):
    page.locator("textarea").fill(text)
    page.get_by_role("button", name="Periksa teks").click()
    page.locator(TITLE).wait_for()
    return page.locator(TITLE).inner_text()


def drop(page, name, data, kind=""):
    page.locator("textarea").wait_for()  # the module has started
    page.evaluate(
        """([name, bytes, type]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([new Uint8Array(bytes)], name, {type}));
          document.querySelector(".genuine__drop").dispatchEvent(
            new DragEvent("drop", {dataTransfer: transfer, bubbles: true, cancelable: true}));
        }""",
        [name, list(data), kind],
    )
    page.locator(TITLE).wait_for()
    return page.locator(TITLE).inner_text()


def plain(title, body):
    return f"{title}\n\n{body}"


def test_both_languages_bring_a_text_into_the_same_form(guest):
    page = guest.open(PAGE)
    page.evaluate(
        """async () => {
          const main = document.querySelector("script[type=module]").src;
          window.sidik = await import(main.replace("main.mjs", "normal.mjs"));
        }"""
    )
    for case in VECTORS["bentuk"]:
        assert page.evaluate("text => window.sidik.normalForm(text)", case["teks"]) == case["hasil"], case["nama"]
        assert page.evaluate("text => window.sidik.sha256(text)", case["hasil"]) == case["sha256"], case["nama"]
    for case in VECTORS["bagian"]:
        made = page.evaluate("text => window.sidik.parts(window.sidik.normalForm(text))", case["teks"])
        assert made == case["hasil"]
    for case in VECTORS["sidik"]:
        made = page.evaluate("([a, b]) => window.sidik.fingerprint(a, b)", [case["judul"], case["isi"]])
        assert made == {"text": case["teks"], "parts": case["bagian"]}
    for group in VECTORS["sama"]:
        assert len({page.evaluate("text => window.sidik.normalForm(text)", text) for text in group}) == 1
    for one, other in VECTORS["beda"]:
        forms = [page.evaluate("text => window.sidik.normalForm(text)", text) for text in (one, other)]
        assert forms[0] != forms[1]


def test_a_text_as_whatsapp_sends_it_is_genuine(guest):
    page = guest.open(PAGE)
    assert check(page, genuine.WHATSAPP) == "Asli"
    result = page.locator(".genuine__result")
    assert result.locator("a.verdict__link").get_attribute("href") == "../siaran-pers/2025/air-bersih/"
    assert "12/SP/7/2025" in result.inner_text()
    assert "kunci peragaan" in result.inner_text()
    assert page.get_by_role("status").inner_text().startswith("Asli.")


def test_the_text_of_the_page_itself_is_genuine(guest):
    page = guest.open("siaran-pers/2025/air-bersih/")
    text = page.locator("h1").inner_text() + "\n" + page.locator(".prose").inner_text()
    shown = page.locator(".release__body > .fingerprint .fingerprint__value").inner_text()
    page.locator(".fingerprint a").click()
    assert check(page, text) == "Asli"
    assert page.locator(".genuine__result .fingerprint__value").inner_text() == shown


@pytest.mark.parametrize(
    ("was", "now"), [("Rp1.250.000.000", "Rp1.520.000.000"), ("12,5 persen", "125 persen"), ("layak", "mahal")]
)
def test_a_changed_figure_or_word_is_found_and_shown(guest, was, now):
    page = guest.open(PAGE)
    assert check(page, genuine.WHATSAPP.replace(was, now)) == "Tidak sama"
    changes = page.locator(".verdict__changes .change")
    assert changes.count() == 1
    assert changes.locator("del").inner_text().strip('.,”"') in was
    assert changes.locator("ins").inner_text().strip('.,”"') in now


def test_a_missing_negation_is_shown(guest):
    page = guest.open(PAGE)
    assert check(page, genuine.WHATSAPP.replace("masih mengeluhkan", "tidak mengeluhkan")) == "Tidak sama"
    assert page.locator(".change ins").inner_text() == "tidak"


def test_a_quotation_is_recognised_as_a_part(guest):
    page = guest.open(PAGE)
    text = "Menurut dia, 12,5 persen pelanggan masih mengeluhkan tekanan air yang rendah"
    assert check(page, text) == "Kutipan yang sama"
    assert check(page, text.replace("12,5 persen pelanggan", "12,5 persen warga")) == "Tidak sama"


def test_words_around_a_whole_text_are_told_from_it(guest):
    page = guest.open(PAGE)
    assert check(page, f"Diteruskan berkali-kali\n{genuine.WHATSAPP}\nSebarkan segera!") == "Asli, dengan tambahan"
    added = page.locator(".change ins").all_inner_texts()
    assert added == ["Diteruskan berkali-kali", "Sebarkan segera"]


def test_the_whole_page_may_be_pasted_but_not_with_a_word_more_inside(guest):
    page = guest.open("siaran-pers/2025/air-bersih/")
    text = page.locator("main").inner_text()
    page.goto(guest.home + PAGE)
    assert check(page, text) == "Asli, dengan tambahan"
    assert "Ringkasan" in page.locator(".verdict__changes").inner_text()
    assert check(page, text.replace("mencakup penggantian", "tidak mencakup penggantian")) == "Tidak sama"


def test_a_corrected_release(guest):
    page = guest.open(PAGE)
    assert check(page, plain(genuine.OLD_TITLE, genuine.OLD_BODY)) == "Asli, tetapi sudah dikoreksi"
    link = page.locator(".verdict__note a")
    assert link.get_attribute("href") == "../siaran-pers/2025/vaksinasi/#riwayat-koreksi"
    assert check(page, plain(genuine.OLD_TITLE, genuine.NEW_BODY)) == "Asli, bunyi setelah koreksi"


def test_a_withdrawn_and_a_replaced_release(guest):
    page = guest.open(PAGE)
    assert check(page, plain(genuine.GONE_TITLE, genuine.GONE_BODY)) == "Pernah terbit, tetapi sudah dicabut"
    assert check(page, plain(genuine.PAST_TITLE, genuine.PAST_BODY)) == "Asli, tetapi sudah diganti"
    assert page.locator(".verdict__note a").get_attribute("href") == "../siaran-pers/2025/air-bersih/"


def test_an_unknown_text_is_not_called_false(guest):
    page = guest.open(PAGE)
    assert check(page, "Ini naskah dari tempat lain sama sekali, tanpa satu pun kalimat yang sama.") == "Tidak dikenal"
    assert "belum berarti teks ini palsu" in page.locator(".verdict__text").inner_text()
    assert check(page, genuine.HIDDEN + "\nIsi naskah yang masih ditahan.") == "Tidak dikenal"


def test_a_pdf_is_dropped(guest, tree):
    page = guest.open(PAGE)
    data = (tree / "siaran-pers/2025/air-bersih/air-bersih.pdf").read_bytes()
    assert drop(page, "siaran.pdf", data, "application/pdf") == "Berkas asli"
    assert page.url.endswith(PAGE)
    assert drop(page, "siaran.pdf", data + b"\n", "application/pdf") == "Berkas tidak dikenal"


def test_files_of_text_are_read_and_others_are_not(guest):
    page = guest.open(PAGE)
    markdown = genuine.portal()["content/siaran-pers/2025/air-bersih.md"]
    assert drop(page, "air-bersih.md", markdown) == "Asli"
    assert drop(page, "pesan.txt", genuine.WHATSAPP.encode()) == "Asli"
    page.locator("input[type=file]").set_input_files(
        {"name": "a.docx", "mimeType": "", "buffer": b"PK\x03\x04\x00\xff"}
    )
    page.get_by_text("bukan PDF dan bukan teks").wait_for()


def test_by_keyboard_alone(guest):
    page = guest.open(PAGE)
    page.locator("textarea").wait_for()
    page.locator("#isi").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    page.keyboard.insert_text(genuine.WHATSAPP)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(TITLE).wait_for()
    assert page.locator(TITLE).inner_text() == "Asli"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # "Kosongkan"
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    assert page.locator("textarea").input_value() == ""
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "file"
    assert page.evaluate("getComputedStyle(document.activeElement.parentElement).outlineStyle") == "solid"


def test_nothing_to_check(guest):
    page = guest.open(PAGE)
    page.locator("textarea").fill(" \n\u200b ")
    page.get_by_role("button", name="Periksa teks").click()
    page.get_by_text("Belum ada teks").wait_for()


def test_hostile_text_stays_text(guest):
    page = guest.open(PAGE)
    hostile = '<img src="x" onerror="alert(1)"><script>alert(2)</script> '
    assert check(page, hostile + genuine.WHATSAPP) == "Asli, dengan tambahan"
    assert page.locator(".genuine__result img, .genuine__result script").count() == 0
    assert "onerror" in page.locator(".change ins").first.inner_text()


def test_a_megabyte_is_answered(guest):
    page = guest.open(PAGE)
    page.set_default_timeout(30_000)
    noise = "".join(f"kata{number} <b>*lain*</b>, " for number in range(50_000))
    assert len(noise) > 1_000_000
    assert check(page, noise) == "Tidak dikenal"
    assert check(page, noise + genuine.WHATSAPP) == "Asli, dengan tambahan"


def test_nothing_of_the_text_is_sent(guest):
    page = guest.open(PAGE)
    seen = []
    page.on("request", lambda request: seen.append((request.method, request.url, request.post_data)))
    check(page, genuine.WHATSAPP.replace("layak", "rahasia"))
    assert {method for method, _, _ in seen} == {"GET"}
    assert all(body is None for _, _, body in seen)
    names = {url.removeprefix(guest.home) for _, url, _ in seen if "/aset/" not in url}
    lists = ("manifes.json", "manifes.json.minisig", "indeks.json", "2025.json", "2025-bagian.json")
    assert names <= {*(f"keaslian/{name}" for name in lists), "siaran-pers/2025/air-bersih/index.json"}


@pytest.mark.parametrize(
    ("file", "was", "now", "found"),
    [
        ("manifes.json", '"jumlah"', '"jumlah" ', "PERINGATAN"),
        ("2025.json", "terbit", "ralat", "Pemeriksaan gagal"),
    ],
)
def test_what_was_tampered_with_is_noticed(guest, file, was, now, found):
    page = guest.open(PAGE)
    page.route(f"**/keaslian/{file}", lambda route: route.fulfill(body=route.fetch().text().replace(was, now)))
    page.locator("textarea").fill(genuine.WHATSAPP)
    page.get_by_role("button", name="Periksa teks").click()
    page.get_by_text(found).wait_for()


def test_without_javascript_the_way_by_hand_is_shown(guest):
    page = guest.open(PAGE, java_script_enabled=False)
    assert page.locator("textarea").is_hidden()
    text = page.locator("main").inner_text()
    assert "memerlukan JavaScript" in text
    assert "minisign -Vm manifes.json -P RW" in text
    assert "tidak membuktikan apa pun" in text


STATES = {
    "asli": genuine.WHATSAPP,
    "dikoreksi": plain(genuine.OLD_TITLE, genuine.OLD_BODY),
    "dicabut": plain(genuine.GONE_TITLE, genuine.GONE_BODY),
    "berbeda": genuine.WHATSAPP.replace("12,5", "15,2").replace("layak", "murah"),
    "asing": "Naskah dari tempat lain, sama sekali tidak ada di sini.",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_every_answer_is_accessible_and_fits(guest, state, scheme):
    page = guest.open(PAGE, color_scheme=scheme, viewport={"width": 360, "height": 740})
    check(page, STATES[state])
    assert page.evaluate(OVERFLOW) <= 0
    assert accessibility_faults(page) == []
