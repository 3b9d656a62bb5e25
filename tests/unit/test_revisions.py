"""Published releases against an earlier revision: what is a change, where it stands, and what to paste."""

import subprocess
import time

import pytest

from lintas import cli, pipeline
from lintas.pipeline import Options
from lintas.revisions import open_past
from lintas.revisions.passages import LONGEST, NOTHING_NEW, NOTHING_OLD, line_of, passages
from tests import portals, repositories
from tests.portals import release, release_path

PATH = release_path("2025", "rapat")
BODY = "Rapat dihadiri **tiga** kecamatan.\n\nHasilnya dibahas pada Senin, 7 Juli 2025."
ENTRY = {"tanggal": "2025-07-05", "semula": "tiga kecamatan", "menjadi": "lima kecamatan",
         "alasan": "Dua kecamatan tertinggal.", "bobot": "sedang"}  # fmt: skip


@pytest.fixture
def root(tmp_path):
    made = {
        "content/situs.yaml": portals.settings(instansi=""),
        PATH: release("Rapat", "2025-07-04", BODY, nomor="1/SP/2025"),
        release_path("2025", "lain"): release("Lain", "2025-07-01"),
        **portals.theme(),
    }
    folder = portals.write(made, tmp_path / "portal")
    repositories.commit(folder)
    return folder


def found(root, **options):
    given = {"now": portals.NOW, "jobs": 1, "since": "HEAD", **options}
    return [d for d in pipeline.check(Options(root=root, **given)).diagnostics if d.code.startswith("KOR")]


def put(root, body=BODY, path=PATH, title="Rapat", date="2025-07-04", **keys):
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(release(title, date, body, **{"nomor": "1/SP/2025", **keys}))


def test_nothing_changed_is_nothing_found(root):
    assert found(root) == []


@pytest.mark.parametrize(
    "body",
    [
        BODY.replace("**tiga**", "*tiga*"),
        BODY.replace("**tiga**", "[tiga](https://contoh.go.id/)"),
        BODY.replace(" ", "\n", 1).replace("\n\n", "\n\n\n"),
        BODY.replace("\n", "\r\n"),
    ],
)
def test_the_same_words_in_other_markdown_pass(root, body):
    put(root, body)
    assert found(root) == []


def test_a_changed_figure_is_found_on_its_line_with_an_entry_to_paste(root):
    put(root, BODY.replace("7 Juli", "8 Juli"))
    (finding,) = found(root)
    args = dict(finding.args)
    lines = (root / PATH).read_text().splitlines()
    assert (finding.code, "8 Juli" in lines[finding.span.line - 1]) == ("KOR301", True)
    assert (args["old"], args["new"], args["today"]) == (
        '"pada Senin, 7 Juli 2025."',
        '"pada Senin, 8 Juli 2025."',
        "2026-01-01",
    )


def test_the_entry_that_is_proposed_is_accepted(root):
    put(root, BODY.replace("7 Juli", "8 Juli"))
    args = dict(found(root)[0].args)
    entry = {"tanggal": args["today"], "semula": args["old"].strip('"'), "menjadi": args["new"].strip('"'),
             "alasan": "Tanggal keliru ditulis.", "bobot": "sedang"}  # fmt: skip
    put(root, BODY.replace("7 Juli", "8 Juli"), status="ralat", koreksi=[entry])
    assert found(root) == []


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"title": "Rapat Besar", "ringkasan": "Ringkasan Rapat."}, "judul"),
        ({"ringkasan": "Lain sekali."}, "ringkasan"),
        ({"date": "2025-07-05"}, "tanggal"),
    ],
)
def test_what_front_matter_tells_readers_counts_too(root, changes, line):
    put(root, **changes)
    (finding,) = found(root)
    assert finding.code == "KOR301"
    assert (root / PATH).read_text().splitlines()[finding.span.line - 1].startswith(line)


@pytest.mark.parametrize("keys", [{"topik": []}, {"tempat": "Bekasi"}, {"nomor": ["1/SP/2025", "2/PU/2025"]}])
def test_what_is_added_beside_the_words_passes(root, keys):
    put(root, **keys)
    assert found(root) == []


def test_a_new_entry_lets_the_change_pass_and_an_incomplete_one_is_noticed(root):
    put(root, BODY.replace("**tiga**", "lima"), status="ralat", koreksi=[ENTRY])
    assert found(root) == []
    put(root, BODY.replace("**tiga**", "lima").replace("Senin", "Rabu"), status="ralat", koreksi=[ENTRY])
    assert [d.code for d in found(root)] == ["KOR309"]


def test_an_entry_of_before_does_not_cover_a_new_change(root):
    put(root, BODY.replace("**tiga**", "lima"), status="ralat", koreksi=[ENTRY])
    repositories.commit(root)
    put(root, BODY.replace("**tiga**", "lima").replace("Senin", "Rabu"), status="ralat", koreksi=[ENTRY])
    assert [d.code for d in found(root)] == ["KOR301"]


def test_a_withdrawn_release_may_lose_its_words(root):
    gone = {"tanggal": "2025-07-06", "alasan": "Naskah terbit dua kali."}
    put(root, "", status="dicabut", pencabutan=gone)
    assert found(root) == []


def test_a_withdrawal_is_not_taken_back_in_silence(root):
    put(root, "", status="dicabut", pencabutan={"tanggal": "2025-07-06", "alasan": "Naskah terbit dua kali."})
    repositories.commit(root)
    put(root)
    assert [d.code for d in found(root)] == ["KOR305"]
    back = {**ENTRY, "semula": "[dicabut]", "menjadi": "[dipulihkan]", "alasan": "Pencabutan itu keliru."}
    put(root, status="ralat", koreksi=[back])
    assert found(root) == []


def test_annotations_stand_on_the_line_of_the_pull_request(root, capsys):
    put(root, BODY.replace("7 Juli", "8 Juli"))
    words = ["check", "--root", str(root), "--now", portals.NOW, "--since", "HEAD", "--format", "github", "--quiet"]
    assert cli.main(words) == 1
    told = capsys.readouterr()
    (line,) = [line for line in (told.out + told.err).splitlines() if "KOR301" in line]
    assert line.startswith(f"::error file={PATH},line=9,")
    assert "koreksi:%0A  - tanggal: 2026-01-01%0A    semula:" in line


def test_drafts_and_releases_under_embargo_may_change_freely(root):
    put(root, path=release_path("2026", "nanti"), title="Nanti", date="2026-06-01", nomor="9/SP/2026")
    put(root, path=release_path("2025", "draf"), title="Draf", status="draf", nomor="8/SP/2025")
    repositories.commit(root)
    put(root, "Lain.", release_path("2026", "nanti"), "Esok", "2026-06-02", nomor="10/SP/2026")
    (root / release_path("2025", "draf")).unlink()
    assert found(root) == []


def test_a_release_that_came_out_since_is_held_to_its_words(root):
    put(root, path=release_path("2026", "nanti"), title="Nanti", date="2026-06-01", nomor="9/SP/2026")
    repositories.commit(root)
    put(root, "Lain.", release_path("2026", "nanti"), "Nanti", "2026-06-01", nomor="9/SP/2026")
    assert {d.code for d in found(root, now="2026-07-01T00:00:00Z")} == {"KOR301"}


def test_a_moved_release_needs_its_old_address(root):
    new = release_path("2025", "rapat-besar")
    (root / PATH).rename(root / new)
    assert [(d.code, d.span.path) for d in found(root)] == [("KOR303", new)]
    put(root, path=new, alamat_lama=["2025/rapat"])
    assert found(root) == []
    put(root, BODY.replace("tiga", "lima"), new, alamat_lama=["2025/rapat"])
    assert [d.code for d in found(root)] == ["KOR301"]


def test_the_old_address_leads_on(root):
    new = release_path("2025", "rapat-besar")
    (root / PATH).unlink()
    put(root, path=new, alamat_lama=["content/siaran-pers/2025/rapat.md"])
    assert portals.build(root).ok
    page = (root / "_site/siaran-pers/2025/rapat/index.html").read_text()
    assert "../../../siaran-pers/2025/rapat-besar/" in page
    assert "siaran-pers/2025/rapat/" not in (root / "_site/sitemap-siaran-pers.xml").read_text()


def test_a_branch_is_not_blamed_for_what_happened_on_the_other(root):
    repositories.git(root, "branch", "usul")
    put(root, BODY, release_path("2025", "susulan"), "Susulan", nomor="5/SP/2025")
    repositories.commit(root)
    repositories.git(root, "checkout", "--quiet", "usul")
    assert found(root, since="main") == []
    put(root, BODY.replace("tiga", "lima"))
    assert [d.code for d in found(root, since="main")] == ["KOR301"]


def test_a_proposal_is_compared_in_the_shallow_clone_that_github_makes(root, tmp_path):
    """The merge of the proposal with its two parents: the first is what is published."""
    repositories.git(root, "checkout", "--quiet", "-b", "usul")
    put(root, BODY.replace("tiga", "lima"))
    repositories.commit(root)
    repositories.git(root, "checkout", "--quiet", "main")
    put(root, BODY, release_path("2025", "susulan"), "Susulan", nomor="5/SP/2025")
    repositories.commit(root)
    repositories.git(root, "merge", "--quiet", "--no-ff", "--no-edit", "usul")
    clone = tmp_path / "salinan"
    repositories.git(root, "clone", "--quiet", "--depth", "2", root.as_uri(), str(clone))
    assert [(d.code, d.span.path) for d in found(clone, since="HEAD^1")] == [("KOR301", PATH)]
    assert [d.code for d in found(clone, since="HEAD~3")] == ["KOR313"]


def test_a_portal_in_a_folder_of_the_repository(tmp_path):
    made = {"content/situs.yaml": portals.settings(instansi=""), PATH: release("Rapat", "2025-07-04", BODY)}
    inner = portals.write(made | portals.theme(), tmp_path / "atas" / "portal saya")
    repositories.commit(tmp_path / "atas")
    (inner / PATH).write_bytes(release("Rapat", "2025-07-04", BODY.replace("tiga", "lima")))
    assert [(d.code, d.span.path) for d in found(inner)] == [("KOR301", PATH)]


@pytest.mark.parametrize("revision", ["tidak-ada", "--upload-pack=x", "-h", "HEAD^{tree}", "a b", "HEAD..main", "\x00"])
def test_what_is_no_revision_is_said(root, revision):
    assert [d.code for d in found(root, since=revision)] == ["KOR312"]


def test_the_comparison_looks_at_all_although_paths_are_given(root):
    put(root, BODY.replace("tiga", "lima"))
    options = Options(root=root, now=portals.NOW, jobs=1, since="HEAD")
    assert [d.code for d in pipeline.check(options, [PATH]).diagnostics] == ["KOR301"]
    assert pipeline.check(options, ["datasets"]).diagnostics == ()


def test_the_past_can_be_read(root):
    put(root, "Lain.")
    past = open_past(root, "HEAD").value
    assert past.changed == (PATH,)
    assert b"tiga" in past.read(PATH)
    assert past.read("content/tidak-ada.md") is None
    assert past.paths("content/siaran-pers") == (release_path("2025", "lain"), PATH)


def test_git_that_hangs_is_no_hang_of_ours(root, monkeypatch):
    def slow(*_args, **_keys):
        raise subprocess.TimeoutExpired("git", 1)

    monkeypatch.setattr(subprocess, "run", slow)
    assert [d.code for d in open_past(root, "HEAD").diagnostics] == ["KOR311"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b c", "a  b\nc", []),
        ("satu dua tiga", "satu dua", [("satu dua tiga", "satu dua")]),
        ("satu dua", "satu dua tiga", [("satu dua", "satu dua tiga")]),
        ("x\ny", "x\nbaru sekali di sini\ny", [(NOTHING_OLD, "baru sekali di sini")]),
        ("x\nlama sekali di sini\ny", "x\ny", [("lama sekali di sini", NOTHING_NEW)]),
        (
            "a b c d e f g h i j k l",
            "a b X d e f g h i Y k l",
            [("a b c d e", "a b X d e"), ("h i j k l", "h i Y k l")],
        ),
    ],
)
def test_passages(old, new, expected):
    assert [(each.old, each.new) for each in passages(old, new)] == expected


def test_a_long_passage_is_cut_between_words_and_stays_a_quotation():
    new = " ".join(f"kata{number}" for number in range(60))
    (passage,) = passages("", new)
    assert len(passage.new) <= LONGEST
    assert new.startswith(passage.new + " ")


def test_very_long_texts_are_compared_line_by_line():
    lines = [f"baris {number} dengan beberapa kata di dalamnya" for number in range(2000)]
    changed = [*lines[:1500], "baris 1500 dengan beberapa angka di dalamnya", *lines[1501:]]
    (passage,) = passages("\n".join(lines), "\n".join(changed))
    assert (passage.old, passage.new) == ("dengan beberapa kata di dalamnya", "dengan beberapa angka di dalamnya")
    assert "\n".join(changed).split()[passage.word] == "angka"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 3900, "a " * 1900 + "b " + "a " * 1900),
        ("a b " * 1900, "b a c " * 1200),
        ("a b " * 99, "b a c " * 66),
        ("x y " * 30000, "y x " * 30000),
        ("a\n" * 30000, "b a\n" * 20000),
    ],
)
def test_words_without_end_are_compared_in_no_time(old, new):
    start = time.process_time()
    assert passages(old, new)
    assert time.process_time() - start < 5


def test_the_line_of_a_word():
    source = ["# Judul", "", "Isi **dua** kata.", "", "Isi [lagi](x) kata."]
    text = "Judul\nIsi dua kata.\nIsi lagi kata."
    assert [line_of(word, text, source) for word in range(7)] == [1, 3, 3, 3, 5, 5, 5]
