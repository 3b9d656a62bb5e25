"""The releases as a dataset: every value in its column, several joined, nothing that a spreadsheet would misread."""

import csv
import io
import json

from lintas import derived
from lintas.model import Koreksi, Peraturan, Ref, Settings, SiaranPers


def release(slug, published="2025-07-04T13:00:00+07:00", **keys):
    return SiaranPers(f"content/siaran-pers/2025/{slug}.md", "x", slug, "2025", f"Judul, “{slug}”", published, **keys)


def table(*releases):
    return list(
        csv.DictReader(
            io.StringIO(
                derived.table(releases, {release.path: ("Pusat", "1; 2", "2025") for release in releases}).decode()
            )
        )
    )


def test_a_row_tells_what_the_release_tells():
    one = release(
        "satu", numbers=(Ref("1/X"), Ref("2/Y")), place="Kota Uji", event_start="2025-07-03T09:00:00+07:00",
        summary='Dua baris\ndengan "kutip"', institutions=(Ref("a"), Ref("b")), regions=(Ref("32.75"), Ref("32.10")),
        topics=(Ref("t"),), regulations=(Peraturan("UU 14/2008", "Keterbukaan"),), classification="serta-merta",
        status="ralat",
        corrections=(Koreksi("2025-07-05", "a", "b", "c"), Koreksi("2025-07-06T09:00:00+07:00", "b", "d", "e")),
    )  # fmt: skip
    assert table(one) == [
        {
            "alamat": "siaran-pers/2025/satu/", "judul": "Judul, “satu”", "nomor": "1/X; 2/Y",
            "penerbit_nomor": "Pusat", "nomor_urut": "1; 2", "tahun_nomor": "2025",
            "tanggal_terbit": "2025-07-04", "tempat": "Kota Uji", "tanggal_peristiwa": "2025-07-03",
            "ringkasan": 'Dua baris\ndengan "kutip"', "instansi": "a; b", "wilayah": "32.75; 32.10", "topik": "t",
            "peraturan": "UU 14/2008", "klasifikasi": "serta-merta", "bahasa": "id",
            "status": "ralat", "dikoreksi": "2025-07-06",
        }
    ]  # fmt: skip


def test_columns_of_the_table_and_the_schema_agree():
    schema = json.loads(derived.descriptor((release("satu"),), Settings("Portal")))["resources"][0]["schema"]
    header = derived.table((), {}).decode().strip().split(",")
    assert [field["name"] for field in schema["fields"]] == header
    assert schema["primaryKey"] == ["alamat"]


def test_the_descriptor_covers_the_time_of_its_releases():
    releases = (release("a", "2025-07-04"), release("b", "2024-01-02T08:00:00+07:00"), release("c", "2025-01-01"))
    package = json.loads(derived.descriptor(releases, Settings("Portal", agency="pusat")))
    assert package["x-cakupan-waktu"] == {"mulai": "2024-01-02", "selesai": "2025-07-04"}
    assert (package["x-diperbarui"], package["x-instansi"]) == ("2025-07-04", "pusat")
    late = (*releases, release("d", "2025-03-01", corrections=(Koreksi("2025-08-09", "a", "b", "c"),)))
    package = json.loads(derived.descriptor(late, Settings("Portal")))
    assert (package["x-diperbarui"], package["version"]) == ("2025-08-09", "2025.8.9")
    assert "x-instansi" not in json.loads(derived.descriptor(releases, Settings("Portal")))
