"""datapackage.json: what is read, and that all its faults are found at once, each in its place."""

import json

import pytest

from lintas.model import Contributor, ForeignKey, Link
from tests.unit.data_packages import ABOUT, FOLDER, KODE, NILAI, brief, load, table

DATA = {"data/tabel.csv": "kode,nilai\na,1\n"}


def test_every_property_is_read(tmp_path):
    field = {
        **NILAI,
        "title": "Nilai",
        "description": "Arti.",
        "x-konsep": "Konsep",
        "x-satuan": "jiwa",
        "x-indikator": "penduduk",
        "x-agregat": "jumlah",
        "constraints": {"required": True, "minimum": 0},
    }
    region = {**KODE, "x-kode-wilayah": {"sistem": "kemendagri", "tingkat": ["provinsi", "kabkota"]}}
    keys = {"primaryKey": "kode", "foreignKeys": [{"fields": "kode", "reference": {"resource": "", "fields": "kode"}}]}
    package = {
        **ABOUT,
        "version": "1.2.0",
        "created": "2025-07-04T10:00:00Z",
        "keywords": ["a"],
        "contributors": [
            {"title": "BPS", "roles": ["produsen-data"], "x-instansi": "bps", "path": "https://bps.go.id"}
        ],
        "x-instansi": "bps",
        "x-topik": ["kependudukan"],
        "x-cakupan-waktu": {"mulai": "2024-01-01", "selesai": "2024-12-31"},
        "x-cakupan-wilayah": ["ID", "32.75"],
        "x-frekuensi": "tahunan",
        "x-diperbarui": "2025-07-04",
        "x-klasifikasi": "berkala",
        "x-catatan": ["Hati-hati."],
        "x-peran": "kawasan",
        "resources": [table((region, field), **keys)],
    }
    outcome = load(tmp_path, package, DATA)
    dataset = outcome.value
    assert outcome.diagnostics == ()
    assert (dataset.slug, dataset.path, dataset.version) == ("uji", f"{FOLDER}/datapackage.json", "1.2.0")
    assert dataset.licences == (Link("CC-BY-4.0", ""),)
    assert dataset.contributors == (Contributor("BPS", "produsen-data", "bps", "https://bps.go.id"),)
    assert (dataset.institution.text, [topic.text for topic in dataset.topics]) == ("bps", ["kependudukan"])
    assert (dataset.temporal_start, dataset.temporal_end) == ("2024-01-01", "2024-12-31")
    assert [place.text for place in dataset.spatial] == ["ID", "32.75"]
    assert (dataset.frequency, dataset.classification, dataset.role) == ("tahunan", "berkala", "kawasan")
    resource = dataset.resources[0]
    assert (resource.path, resource.format, resource.tabular) == (f"{FOLDER}/data/tabel.csv", "csv", True)
    assert resource.primary_key == ("kode",)
    assert resource.foreign_keys == (ForeignKey(("kode",), "", ("kode",)),)
    assert (resource.fields[0].region_system, resource.fields[0].region_level) == ("kemendagri", "provinsi, kabkota")
    assert resource.fields[1].constraints == (("required", "true"), ("minimum", "0"))
    assert (resource.fields[1].unit, resource.fields[1].indicator, resource.fields[1].aggregate) == (
        "jiwa",
        "penduduk",
        "jumlah",
    )


def test_all_faults_come_at_once_and_in_place(tmp_path):
    text = """{
  "name": "lain",
  "title": 5,
  "version": "1",
  "x-frekuensi": "tahunann",
  "x-diperbarui": "2025-02-30",
  "resources": [
    {"name": "A b", "path": "data/tidak-ada.csv",
     "schema": {"fields": [{"name": "x", "type": "intger"}, {"name": "x"}], "primaryKey": "y"}}
  ]
}"""
    found = brief(load(tmp_path, text).diagnostics)
    assert found == [
        ("DAT137", 1, 1),
        ("DAT105", 2, 11),
        ("DAT103", 3, 12),
        ("DAT118", 4, 14),
        ("DAT121", 5, 18),
        ("DAT120", 6, 19),
        ("DAT106", 8, 14),
        ("DAT109", 8, 29),
        ("DAT122", 9, 50),
        ("DAT127", 9, 70),
        ("DAT130", 9, 91),
    ]


def test_a_schema_may_stand_in_its_own_file(tmp_path):
    schema = '{\n  "fields": [\n    {"name": "kode", "type": "strng"}\n  ]\n}\n'
    resource = {"name": "tabel", "path": "data/tabel.csv", "schema": "skema.json"}
    outcome = load(tmp_path, {**ABOUT, "resources": [resource]}, {**DATA, "skema.json": schema})
    assert [(one.code, one.span.path, one.span.line) for one in outcome.diagnostics] == [
        ("DAT122", f"{FOLDER}/skema.json", 3)
    ]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/etc/passwd", "DAT110"),
        ("C:\\tabel.csv", "DAT110"),
        ("../tabel.csv", "DAT111"),
        ("data/../../x.csv", "DAT111"),
        ("https://contoh.go.id/x.csv", "DAT112"),
        ("//contoh/x.csv", "DAT112"),
        ("file:///etc/passwd", "DAT112"),
        ("s3://wadah/x.csv", "DAT112"),
        ("data", "DAT115"),
        ("data\\tabel.csv", "DAT116"),
        ("", "DAT116"),
        ("data/Tabel.csv", "DAT109"),
    ],
)
def test_paths_that_leave_the_folder_or_name_no_file(tmp_path, path, code):
    outcome = load(tmp_path, {**ABOUT, "resources": [table(path=path)]}, DATA)
    assert code in [one.code for one in outcome.diagnostics]
    assert outcome.value.resources == ()


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    load(tmp_path, {**ABOUT, "resources": [table()]}, DATA)
    (tmp_path / "rahasia.csv").write_text("kode,nilai\n")
    (tmp_path / FOLDER / "data/tabel.csv").unlink()
    (tmp_path / FOLDER / "data/tabel.csv").symlink_to("../../../rahasia.csv")
    assert "DAT113" in [one.code for one in load(tmp_path, {**ABOUT, "resources": [table()]}).diagnostics]


def test_a_broken_resource_does_not_hide_the_others(tmp_path):
    good = table(name="lain", path="data/lain.csv")
    outcome = load(
        tmp_path,
        {**ABOUT, "resources": [table(({"name": "x", "type": "?"},)), good]},
        {**DATA, "data/lain.csv": "kode,nilai\n"},
    )
    assert [resource.name for resource in outcome.value.resources] == ["lain"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[]", ["DAT101"]),
        ("5", ["DAT101"]),
        ('{"name": "uji", "resources": [}', ["KFG125"]),
        ('{"name": "uji", "name": "uji", "resources": []}', ["DAT137", "KFG118", "DAT107"]),
    ],
)
def test_descriptors_that_are_no_object(tmp_path, text, codes):
    assert [one.code for one in load(tmp_path, text).diagnostics] == codes


def test_a_folder_without_descriptor(tmp_path):
    outcome = load(tmp_path, "{}")
    (tmp_path / FOLDER / "datapackage.json").unlink()
    outcome = load_nothing(tmp_path)
    assert (outcome.value, [one.code for one in outcome.diagnostics]) == (None, ["DAT100"])


def load_nothing(root):
    from lintas import datasets

    return datasets.load(root, FOLDER, ())


def test_the_digest_covers_descriptor_and_data(tmp_path):
    package = {**ABOUT, "resources": [table()]}
    first = load(tmp_path, package, DATA).value.digest
    assert load(tmp_path, package, DATA).value.digest == first
    assert load(tmp_path, package, {"data/tabel.csv": "kode,nilai\nb,1\n"}).value.digest != first
    assert load(tmp_path, json.dumps(package, indent=2), DATA).value.digest != first
